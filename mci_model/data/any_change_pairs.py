"""Pairs whose label tells change of any kind, of several data sets; split by place. Knows no network.

DIR/{A,B,label}/NAME.*, labels 0 or 255. Where `meta.csv` has a column `mosaic`, pairs of one mosaic stay together;
else those whose names differ only in their last two numbers, which are the place of a crop.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from mci_model.data.labelled_pairs import decode
from mci_model.errors import DatasetError
from mci_model.prediction import Pixels

HELD_OUT_EVERY = 5
CROP = re.compile(r"_\d+_\d+$")


@dataclass(frozen=True, slots=True)
class AnyChangePair:
    """A pair and where anything changed."""

    name: str
    before: Pixels
    """(H, W, 3) RGB."""
    after: Pixels
    label: Pixels
    """(H, W): 1 where it changed."""


class AnyChangeFolder:
    """The pairs of one data set."""

    def __init__(self, folder: Path, *, held_out: bool = False) -> None:
        """Nothing is read yet; four of five places, for training, or every fifth, held out for evaluation."""
        self.folder, self.held_out = folder, held_out

    @cached_property
    def names(self) -> list[str]:
        """Names of the pairs.

        Raises:
            DatasetError: there are none.
        """
        names = sorted(path.stem for path in (self.folder / "A").glob("*"))
        if not names:
            raise DatasetError(f"{self.folder} holds no pairs in A, B and label.")
        place_of = self._mosaics() or {name: CROP.sub("", name) for name in names}
        held_out = set(sorted(set(place_of.values()))[::HELD_OUT_EVERY])
        return [name for name in names if (place_of.get(name, name) in held_out) == self.held_out]

    def __iter__(self) -> Iterator[AnyChangePair]:
        for name in self.names:
            before, after, label = (self._path(part, name) for part in ("A", "B", "label"))
            changed = decode(label, cv2.IMREAD_GRAYSCALE) > 127
            first, second = (decode(path, cv2.IMREAD_COLOR_RGB) for path in (before, after))
            yield AnyChangePair(name, first, second, changed.astype(np.uint8))

    def _mosaics(self) -> dict[str, str]:
        path = self.folder / "meta.csv"
        if not path.is_file():
            return {}
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return {row["name"]: row["mosaic"] for row in rows} if rows and "mosaic" in rows[0] else {}

    def _path(self, part: str, name: str) -> Path:
        found = next((self.folder / part).glob(f"{name}.*"), None)
        if found is None:
            raise DatasetError(f"{self.folder}: {part} holds no {name}.")
        return found
