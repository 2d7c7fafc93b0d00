"""Labels of BigEarthNet patches: from a table, from a file beside each patch, or from a reference map. Knows no bands.

metadata.parquet (version 2)                         patch_id, labels, split; of 19 classes, seldom of 43
Reference_Maps/TILE/PATCH/PATCH_reference_map.tif    (version 2) CORINE's codes, pixel by pixel: all 43 classes
PATCH/PATCH_labels_metadata.json (version 1)         labels; of 43 classes, without splits
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from pydantic import TypeAdapter

from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json
from tools.errors import DatasetFolderError
from tools.landcover.datasets.nomenclature import BY_CODE, CLASSES, Nomenclature, to_19
from tools.rasters.opener import open_source

COLUMNS = ["patch_id", "labels", "split"]
SPLITS = ("train", "validation", "test")
ABBREVIATIONS = {"val": "validation"}
Row = tuple[tuple[str, ...], str]
"""(labels, split)."""


class Labels(Protocol):
    """True classes of patches."""

    def listed(self, split: str) -> list[str]:
        """Names of the patches of a split, or of "all"."""

    def of(self, name: str) -> tuple[str, ...]:
        """A patch's classes.

        Raises:
            DatasetFolderError: they are missing, or it has none of them.
        """


@dataclass(frozen=True, slots=True)
class _LabelsInFile:
    labels: tuple[str, ...]


class LabelTable:
    """Labels of a metadata.parquet."""

    def __init__(self, rows: Mapping[str, Row], nomenclature: Nomenclature, maps: Path | None) -> None:
        """Index rows by patch.

        Raises:
            DatasetFolderError: they hold unknown classes, or cannot be converted to the requested nomenclature.
        """
        self._rows, self._maps = rows, maps
        self._convert = self._from_map = False
        names = {label for labels, _ in rows.values() for label in labels}
        if names <= set(CLASSES[nomenclature]):
            return
        if unknown := names - set(CLASSES[19]) - set(CLASSES[43]):
            raise DatasetFolderError(f"metadata.parquet: {sorted(unknown)[0]!r} is no class of BigEarthNet.")
        self._convert, self._from_map = nomenclature == 19, nomenclature == 43
        if nomenclature == 43 and maps is None:
            raise DatasetFolderError(
                "metadata.parquet tells 19 classes; give --nomenclature 19, or put Reference_Maps beside it, "
                "from which 43 can be told."
            )

    def listed(self, split: str) -> list[str]:
        """See `Labels`; patches without any of the classes, as 57 of the first version, are left out."""
        rows = [(name, labels) for name, (labels, part) in self._rows.items() if split in ("all", part)]
        return sorted(name for name, labels in rows if self._from_map or (to_19(labels) if self._convert else labels))

    def of(self, name: str) -> tuple[str, ...]:
        """See `Labels`."""
        if self._from_map and self._maps is not None:
            return _on_map(self._maps / name.rsplit("_", 2)[0] / name / f"{name}_reference_map.tif")
        labels, _ = self._rows[name]
        return to_19(labels) if self._convert else labels


def _on_map(path: Path) -> tuple[str, ...]:
    """All classes that occur on a reference map."""
    source = open_source(path)
    with source.reading() as file:
        codes = set(np.unique(file.read(1)).tolist())
    names = tuple(name for code, name in BY_CODE.items() if code in codes)
    if not names:
        raise DatasetFolderError(f"{path.name} holds none of CORINE's codes; copy or download it again.")
    return names


class LabelFiles:
    """Labels of files beside the patches."""

    def __init__(self, folder: Path, names: Iterable[str], nomenclature: Nomenclature) -> None:
        self._folder, self._names, self._nomenclature = folder, sorted(names), nomenclature

    def listed(self, split: str) -> list[str]:
        """See `Labels`; always all, since these files state no split."""
        return self._names if split == "all" else []

    def of(self, name: str) -> tuple[str, ...]:
        """See `Labels`."""
        path = self._folder / name / f"{name}_labels_metadata.json"
        try:
            labels = read_json(path, TypeAdapter(_LabelsInFile)).labels
        except JsonFileError as error:
            raise DatasetFolderError(f"{path.name} cannot be read as labels; copy or download it again.") from error
        known = tuple(label for label in CLASSES[43] if label in labels)
        converted = to_19(known) if self._nomenclature == 19 else known
        if len(known) != len(labels) or not converted:
            raise DatasetFolderError(f"{path.name} holds other classes than the {self._nomenclature} of BigEarthNet.")
        return converted


def read_table(path: Path) -> dict[str, Row]:
    """Labels and split by patch.

    Raises:
        DatasetFolderError: pyarrow is not installed, or the file is no such table.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise DatasetFolderError("Parquet is read by pyarrow: pip install 'terradelta[eval]'.") from error
    try:
        columns = parquet.read_table(path, columns=COLUMNS).to_pydict()
        rows = zip(*(columns[name] for name in COLUMNS), strict=True)
        # The same few names occur half a million times; interned, they take little memory.
        return {str(name): (tuple(map(sys.intern, labels)), sys.intern(split)) for name, labels, split in rows}
    except (ArrowException, OSError, KeyError, TypeError) as error:
        raise DatasetFolderError(
            f"{path.name} is no table with the columns {', '.join(COLUMNS)}; copy or download it again."
        ) from error


def split_name(split: str | None) -> str:
    """A split by its name in the table; None: the one on which papers report scores.

    Raises:
        DatasetFolderError: there is none of that name.
    """
    name = ABBREVIATIONS.get(split or "test", split or "test")
    if name not in (*SPLITS, "all"):
        raise DatasetFolderError(f"BigEarthNet has no split {split!r}; choose from {', '.join((*SPLITS, 'all'))}.")
    return name
