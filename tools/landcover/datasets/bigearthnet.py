"""BigEarthNet: Sentinel-2 patches of 1.2 km with classes of CORINE Land Cover, in either form and version.

pixels (`patches`) + labels (`bigearthnet_labels`) -> the scenes of a split
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from tools.errors import DatasetFolderError
from tools.landcover.datasets.bigearthnet_labels import LabelFiles, Labels, LabelTable, read_table, split_name
from tools.landcover.datasets.nomenclature import CLASSES, Nomenclature
from tools.landcover.datasets.patches import SENSOR, PatchDatabase, Patches, PatchFolder
from tools.landcover.datasets.scene import LabelledScene, on_one_grid

TABLE, MAPS, DATABASE = "metadata.parquet", "Reference_Maps", "data.mdb"


class BigEarthNet:
    """The scenes of one split."""

    single = False

    def __init__(self, patches: Patches, labels: Labels, split: str, nomenclature: Nomenclature) -> None:
        """List a split.

        Raises:
            DatasetFolderError: no patch of it is present.
        """
        self._patches, self._labels = patches, labels
        self.title, self.classes = f"BigEarthNet, {nomenclature} classes", CLASSES[nomenclature]
        listed, present = labels.listed(split), patches.present()
        self.names = tuple(name for name in listed if name in present)
        if not self.names:
            raise DatasetFolderError(f"No patch of the split {split!r} is here; choose another with --split, or all.")
        absent = len(listed) - len(self.names)
        self.notes = (f"{absent} of {len(listed)} labelled patches of this split are not here.",) if absent else ()
        others = labels.listed("train") if split in ("validation", "test") else []
        self.training = tuple(name for name in others if name in present)

    @classmethod
    def detect(cls, root: Path, split: str | None, nomenclature: Nomenclature) -> Self | None:
        """The scenes below `root`; None where there are none.

        Raises:
            DatasetFolderError: labels or pixels are missing or damaged, or there is no such split.
        """
        first = _first_version(root)
        if first is not None:
            if split not in (None, "all"):
                raise DatasetFolderError("The first version of BigEarthNet tells no splits; leave out --split.")
            patches = PatchFolder(first, tiles=False)
            return cls(patches, LabelFiles(first, patches.present(), nomenclature), "all", nomenclature)
        table = next((place / TABLE for place in (root, root.parent) if (place / TABLE).is_file()), None)
        stored = _second_version(root)
        if table is None or stored is None:
            _check_nothing_is_half_here(table, stored)
            return None
        maps = table.parent / MAPS
        labels = LabelTable(read_table(table), nomenclature, maps if maps.is_dir() else None)
        return cls(stored, labels, split_name(split), nomenclature)

    def read(self, name: str) -> LabelledScene:
        """Decode one scene; see `SceneFolder`."""
        numbers, digest = self._patches.read(name)
        return LabelledScene(name, on_one_grid(name, numbers, SENSOR), self._labels.of(name), digest, SENSOR.id)


def _first_version(root: Path) -> Path | None:
    """The folder whose patches have label files."""
    for folder in (root, root / "BigEarthNet-v1.0"):
        first = next((path for path in folder.iterdir() if path.is_dir()), None) if folder.is_dir() else None
        if first is not None and (first / f"{first.name}_labels_metadata.json").is_file():
            return folder
    return None


def _second_version(root: Path) -> Patches | None:
    """The LMDB, or else the folder of tiles."""
    for folder in (root, *sorted(path for path in root.iterdir() if path.is_dir())):
        if (folder / DATABASE).is_file():
            return PatchDatabase(folder)
    for folder in (root / "BigEarthNet-S2", root):
        if folder.is_dir() and next(folder.glob("S2*/S2*/S2*_B02.tif"), None):
            return PatchFolder(folder, tiles=True)
    return None


def _check_nothing_is_half_here(table: Path | None, stored: Patches | None) -> None:
    """Report what is missing, where only a part of the data set is present.

    Raises:
        DatasetFolderError: labels without pixels, or pixels without labels.
    """
    if table is not None:
        raise DatasetFolderError(
            f"{table.parent} holds {TABLE}, but no patches: unpack BigEarthNet-S2 beside it, or put the folder of an "
            f"LMDB ({DATABASE}) there."
        )
    if stored is not None:
        raise DatasetFolderError(f"The patches have no labels: put {TABLE} beside them.")
