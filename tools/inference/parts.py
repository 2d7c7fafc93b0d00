"""A scene of any size in parts: each is read, interpreted and stored as a file, so that none is processed twice.

A part's file appears whole or not at all; the files that are there are the manifest from which a run is resumed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window as FileWindow

from mci_model.inference.windows import reach, shared, within
from mci_model.prediction import ANY_CHANGE_FROM, PartPrediction, Window, WindowLook
from mci_model.settings import BUILDING, ROAD
from tools.atomic_files import atomic_write
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import blocks
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.types import Progress

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

CORE = 3072
"""Pixels a side of a part: sixteen of the network's strides, so that parts overlap little."""
UNKNOWN = 255
"""Class where one date or both hold no data."""
STEPS = 250
"""Probabilities are stored in steps of 1/250, finer than their accuracy."""
STRIP = 256
"""Rows that are converted to layers at once: whole parts would double the memory."""
LAYERS = ("class", "road", "building", "appeared", "any", "cover_before", "cover_after")
ANY, COVER = LAYERS.index("any"), slice(LAYERS.index("cover_before"), None)
FORMAT = 5
"""Changes when files of older versions must not be read."""
TAG = "TERRADELTA"

Layer = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class SceneParts:
    """A pair to be interpreted, and the folder where its parts are stored."""

    pair: ImagePair
    weights: str
    """SHA-256 of the weights."""
    folder: Path
    core: int = CORE
    backend: str = ""
    """What computes the network: the last bits of its numbers may depend on it."""

    @cached_property
    def key(self) -> str:
        """What the parts depend on, as 16 hexadecimal digits: files, grid, values, weights, backend."""
        pair = self.pair
        values = [FORMAT, pair.fingerprints, self.weights, self.core, asdict(pair.stretch), pair.corrected]
        values += [pair.size, asdict(pair.grid), self.backend]
        return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]

    @property
    def parts_folder(self) -> Path:
        """Folder of the finished parts."""
        return self.folder / f"seen-{self.key}"

    def task(self, core: Window) -> PartTask:
        """The task of one part."""
        return PartTask(self.pair, core, self.parts_folder / f"part-{core.top:06d}-{core.left:06d}.tif")

    def tasks(self, box: Window | None = None) -> list[PartTask]:
        """The tasks of all parts, row by row; with `box`, of those that overlap it."""
        cores = blocks(self.pair.size, self.core)
        return [self.task(core) for core in cores if box is None or _overlap(core, box)]


def _overlap(one: Window, other: Window) -> bool:
    common = shared(one, other)
    return common.height > 0 and common.width > 0


@dataclass(frozen=True, slots=True)
class PartTask:
    """One part to interpret; small, so that it can be sent to another process."""

    pair: ImagePair
    core: Window
    path: Path


@dataclass(frozen=True, slots=True)
class PartRecord:
    """Metadata of a finished part."""

    core: Window
    path: Path
    looks: tuple[WindowLook, ...]
    """Scores of its windows."""


def process_part(predictor: ChangePredictor, task: PartTask, report: Progress | None = None) -> PartRecord:
    """Interpret a part and store it; a part that is stored already is not interpreted again.

    Raises:
        RasterError: a file is damaged there.
    """
    if (stored := read_part_record(task)) is not None:
        return stored
    with task.pair.reading() as reader:
        padded = reader.read(reach(*task.pair.size, task.core))
    part = predictor.predict_part(padded.before, padded.after, padded.valid, task.pair.size, task.core, report)
    layers = _layers(part, padded.valid[within(task.core, reach(*task.pair.size, task.core)).slices])
    record = PartRecord(task.core, task.path, part.looks)
    atomic_write(task.path, lambda partial: _write(partial, layers, record))
    return record


def read_part_record(task: PartTask) -> PartRecord | None:
    """The record of a stored part; None where there is no file, or a damaged one."""
    if not task.path.exists():
        return None
    try:
        with without_gdal_warnings(), rasterio.open(task.path, driver="GTiff") as file:
            rows = json.loads(file.tags()[TAG])
            file.read()
    except (RasterioError, OSError, KeyError, ValueError):
        return None
    looks = tuple(WindowLook(Window(*place), changed, much) for place, changed, much in rows)
    return PartRecord(task.core, task.path, looks)


def _layers(part: PartPrediction, valid: npt.NDArray[np.bool_]) -> Layer:
    """(7, h, w) as in LAYERS; any change is unknown everywhere where the network does not tell it."""
    layers = np.zeros((len(LAYERS), part.core.height, part.core.width), np.uint8)
    layers[ANY] = UNKNOWN
    if part.ground is not None:
        layers[ANY] = np.rint(part.ground.changed * STEPS)
        # Land cover is asked for where something changed; elsewhere zeros make smaller files.
        layers[COVER] = np.where(layers[ANY] >= ANY_CHANGE_FROM * STEPS, part.ground.cover, 0)
    sources = ((1, part.probabilities[ROAD]), (2, part.probabilities[BUILDING]), (3, part.appeared))
    for top in range(0, part.core.height, STRIP):
        rows = slice(top, top + STRIP)
        layers[0, rows] = np.where(valid[rows], part.probabilities[:, rows].argmax(0), UNKNOWN)
        for layer, values in sources:
            if values is not None:
                layers[layer, rows] = np.rint(values[rows] * STEPS)
    return layers


def _write(path: Path, layers: Layer, record: PartRecord) -> None:
    shape = {"count": layers.shape[0], "height": layers.shape[1], "width": layers.shape[2], "dtype": "uint8"}
    tiles = (
        {"tiled": min(layers.shape[1:]) >= 256, "blockxsize": 256, "blockysize": 256} if layers.shape[2] >= 256 else {}
    )
    with (
        without_gdal_warnings(),
        rasterio.open(path, "w", driver="GTiff", compress="DEFLATE", zlevel=1, **tiles, **shape) as file,
    ):
        file.write(layers)
        file.update_tags(**{TAG: json.dumps(record.looks)})
    with without_gdal_warnings(), rasterio.open(path, driver="GTiff") as file:
        file.read()  # on a full disk GDAL closes half a file without an error


class InterpretedScene:
    """The finished parts of a scene, read in windows of it."""

    def __init__(self, scene: SceneParts, records: list[PartRecord]) -> None:
        self.scene, self.records = scene, records

    def read(self, window: Window) -> Layer:
        """(7, h, w) as in LAYERS; unknown outside the finished parts."""
        layers = np.zeros((len(LAYERS), window.height, window.width), np.uint8)
        layers[0] = layers[ANY] = UNKNOWN
        for record in self.records:
            if not _overlap(record.core, window):
                continue
            common = shared(record.core, window)
            inner = within(common, record.core)
            with without_gdal_warnings(), rasterio.open(record.path, driver="GTiff") as file:
                here = within(common, window).slices
                place = FileWindow(inner.left, inner.top, inner.width, inner.height)
                layers[:, *here] = file.read(window=place)
        return layers

    def looks(self, area_of_interest: AreaOfInterest | None = None) -> tuple[WindowLook, ...]:
        """Scores of windows, each once, row by row; with `area_of_interest`, of those that cover it best."""
        all_looks = sorted({look for record in self.records for look in record.looks})
        if area_of_interest is None:
            return tuple(all_looks)
        return tuple(look for look in all_looks if area_of_interest.holds_middle(look.window)) or tuple(
            look for look in all_looks if area_of_interest.touches(look.window)
        )


def change_probability(looks: Sequence[WindowLook]) -> float:
    """Probability of any change, 0-1."""
    return max((look.changed for look in looks), default=0.0)


def most_changed_window(looks: Sequence[WindowLook], size: tuple[int, int]) -> Window:
    """The window that changed most; the scene's first one where no window was processed."""
    best = max(looks, key=lambda look: look.much, default=None)
    return reach(*size, Window(0, 0, 1, 1)) if best is None else best.window
