"""EuroSAT: images of 64 x 64 pixels in folders named by class, in RGB or with all 13 bands.

DIR/CLASS/*.tif  uint16, the bands of Sentinel-2 Level-1C with B8A last
DIR/CLASS/*.jpg  red, green, blue

Helber et al. 2019, IEEE JSTARS 12(7), doi 10.1109/JSTARS.2019.2918242.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from tools.errors import DatasetFolderError, RasterError
from tools.landcover.datasets.scene import LabelledScene, Numbers, on_one_grid
from tools.rasters.opener import open_source
from tools.sensors.registry import SENSORS
from tools.sensors.sensor import Sensor

CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial", "Pasture", "PermanentCrop", "Residential",
    "River", "SeaLake",
)  # fmt: skip
PICTURES = (".tif", ".tiff", ".jpg", ".jpeg", ".png", ".webp")
B8A_LAST, B8A_AFTER_B08 = SENSORS["sentinel-2-l1c-b8a-last"], SENSORS["sentinel-2-l1c"]


class EuroSat:
    """The scenes of a folder."""

    title, classes, single = "EuroSAT", CLASSES, True
    training: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = [path for name in CLASSES if (folder / name).is_dir() for path in sorted((folder / name).iterdir())]
        shown = [path for path in files if path.suffix.lower() in PICTURES and not path.name.startswith(".")]
        self.names = tuple(path.relative_to(folder).as_posix() for path in shown)

    @classmethod
    def detect(cls, root: Path, split: str | None) -> Self | None:
        """The scenes below `root`, also inside nested single folders of archives; None where there are none.

        Raises:
            DatasetFolderError: it has no such split.
        """
        folder = root if split in (None, "all") else root / str(split)
        while folder.is_dir() and not any((folder / name).is_dir() for name in CLASSES):
            inside = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))]
            if len(inside) != 1:
                return None
            folder = inside[0]
        if folder.is_dir():
            return cls(folder)
        if cls.detect(root, None):
            raise DatasetFolderError(f"{root} has no split {split!r}: EuroSAT comes whole; leave out --split.")
        return None

    def read(self, name: str) -> LabelledScene:
        """Decode one scene; see `SceneFolder`."""
        path = self.folder / name
        source = open_source(path)
        with source.reading() as file:
            numbers = file.read()
        sensor = _sensor(name, numbers)
        by_name = {band.name: values for band, values in zip(sensor.bands, numbers, strict=True)}
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return LabelledScene(name, on_one_grid(name, by_name, sensor), (path.parent.name,), digest, sensor.id)


def read_eurosat(folder: Path) -> Iterator[LabelledScene]:
    """All scenes of a folder.

    Raises:
        DatasetFolderError: it holds none.
        RasterError: one is damaged or of another kind.
    """
    scenes = EuroSat.detect(folder, None)
    if scenes is None:
        raise DatasetFolderError(f"{folder} holds no folders with classes of EuroSAT, such as AnnualCrop and Forest.")
    return map(scenes.read, scenes.names)


def _sensor(name: str, numbers: Numbers) -> Sensor:
    """The sensor of an image of (bands, H, W) values; with 13 bands, the dark one identifies the order."""
    if numbers.dtype == np.uint16 and len(numbers) == 13:
        usual, other = (float(numbers[one.number("B10") - 1].mean()) for one in (B8A_LAST, B8A_AFTER_B08))
        return B8A_LAST if usual <= other else B8A_AFTER_B08
    if numbers.dtype == np.uint8 and len(numbers) == 3:
        return SENSORS["rgb"]
    raise RasterError(f"{name} has {len(numbers)} bands of {numbers.dtype}; EuroSAT has 13 of uint16, or 3 of uint8.")
