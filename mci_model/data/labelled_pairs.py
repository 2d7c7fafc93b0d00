"""Reads pairs with labels and captions from disk, one at a time, in the LEVIR-MCI / LEVIR-CC layout.

DIR/images/SPLIT/{A,B,label}/NAME.*  with DIR/LevirCCcaptions.json     (as published)
DIR/SPLIT/{A,B,label}/NAME.*         with an optional DIR/SPLIT/captions.json ({NAME: [sentences]})
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import cv2
import numpy as np
from pydantic import TypeAdapter

from mci_model.errors import DatasetError
from mci_model.files.json_files import read_json
from mci_model.prediction import Pixels
from mci_model.settings import BUILDING, ROAD

UNCHANGED_SENTENCES = (
    "the scene is the same as before",
    "there is no difference",
    "the two scenes seem identical",
    "no change has occurred",
    "almost nothing has changed",
)
"""The five fixed sentences with which LEVIR-CC describes every unchanged pair (Liu et al. 2022)."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """One pair with its label and captions."""

    name: str
    before: Pixels
    """(H, W, 3) RGB."""
    after: Pixels
    label: Pixels
    """(H, W) class ids: 0 background, 1 road, 2 building."""
    has_roads: bool
    """Whether roads are labelled; otherwise background may contain changed roads."""
    captions: tuple[str, ...] = ()
    composed: bool = False
    """Whether it was composed of several images: it has no human judgement of change."""

    @property
    def changed(self) -> bool | None:
        """Whether the pair changed according to its captions, else its label; None when neither decides."""
        if self.composed:
            return None
        if self.captions:
            return self.captions[0].strip(" .") not in UNCHANGED_SENTENCES
        return True if self.label.any() else False if self.has_roads else None


class PairFolder:
    """The pairs of one split, listed by name and read on demand."""

    def __init__(self, root: Path, split: str) -> None:
        """List the split.

        Raises:
            DatasetError: no such folder, or A, B and label do not hold the same names.
        """
        published = root / "images" / split
        self.folder = published if published.is_dir() else root / split
        self._captions_file = root / "LevirCCcaptions.json" if published.is_dir() else self.folder / "captions.json"
        self._files = {part: _by_stem(self.folder / part) for part in ("A", "B", "label")}
        self.names = sorted(self._files["A"])
        for part in ("B", "label"):
            if unmatched := set(self._files[part]) ^ set(self.names):
                raise DatasetError(f"{self.folder}: A and {part} differ, for example in {sorted(unmatched)[0]!r}.")

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[LabelledPair]:
        return map(self.read, self.names)

    @cached_property
    def captions(self) -> dict[str, tuple[str, ...]]:
        """Sentences by pair name; empty when the split has none.

        Raises:
            JsonFileError: the file of captions is no such file.
        """
        if not self._captions_file.exists():
            return {}
        content = read_json(self._captions_file, _caption_file())
        if isinstance(content, _Published):
            return {Path(r.filename).stem: tuple(s.raw.strip(" .") for s in r.sentences) for r in content.images}
        return content

    def files(self, name: str) -> tuple[Path, Path]:
        """The earlier and the later image of a pair."""
        return self._files["A"][name], self._files["B"][name]

    def all_files(self) -> list[Path]:
        """Every file of the split, its captions included."""
        images = [path for part in self._files.values() for path in part.values()]
        return sorted(images) + [self._captions_file] * self._captions_file.exists()

    def read(self, name: str) -> LabelledPair:
        """Decode one pair.

        Raises:
            DatasetError: a file cannot be decoded, sizes differ, or the label holds unknown values.
        """
        before, after = (decode(self._files[part][name], cv2.IMREAD_COLOR_RGB) for part in ("A", "B"))
        grey = decode(self._files["label"][name], cv2.IMREAD_GRAYSCALE)
        if not before.shape == after.shape == (*grey.shape, 3):
            raise DatasetError(f"{name}: the images and the label differ in size.")
        values = set(np.unique(grey).tolist())
        if unknown := values - {0, 128, 255}:
            raise DatasetError(f"{name}: the label holds {sorted(unknown)}; expected 0, 128 (road) and 255 (building).")
        label = np.zeros_like(grey)
        label[grey == 128], label[grey == 255] = ROAD, BUILDING
        return LabelledPair(name, before, after, label, self.has_roads, self.captions.get(name, ()))

    @cached_property
    def has_roads(self) -> bool:
        """Whether this split labels roads (LEVIR-MCI does, LEVIR-CD does not)."""
        return any((decode(path, cv2.IMREAD_GRAYSCALE) == 128).any() for path in self._files["label"].values())


@dataclass(frozen=True, slots=True)
class _Sentence:
    raw: str


@dataclass(frozen=True, slots=True)
class _Image:
    filename: str
    sentences: tuple[_Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Published:
    """The published file of captions: a list of records with tokenised sentences."""

    images: tuple[_Image, ...]


@cache
def _caption_file() -> TypeAdapter[_Published | dict[str, tuple[str, ...]]]:
    return TypeAdapter(_Published | dict[str, tuple[str, ...]])


def _by_stem(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise DatasetError(f"{folder} is missing: a split holds the folders A, B and label.")
    return {path.stem: path for path in folder.iterdir() if not path.name.startswith(".")}


def decode(path: Path, mode: int) -> Pixels:
    """Decode an image file in one of OpenCV's modes.

    Raises:
        DatasetError: it is not an image.
    """
    pixels = cv2.imread(str(path), mode)
    if pixels is None:
        raise DatasetError(f"{path.name} cannot be decoded as an image.")
    return np.asarray(pixels, np.uint8)
