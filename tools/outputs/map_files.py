"""A change map as Cloud-Optimised GeoTIFFs: classes, and probabilities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
import rasterio.shutil
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.change.change_map import ANY_ID, CLASS_IDS, UNKNOWN_OBJECT, ChangeMap
from tools.inference.parts import STEPS, UNKNOWN, InterpretedScene
from tools.outputs.overlay import OTHER, PALETTE
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import map_profile, write_cog

Read = Callable[[Window], npt.NDArray[np.uint8]]


def write_classes(path: Path, change_map: ChangeMap, tags: dict[str, str]) -> None:
    """The class ids of the objects that count, with a colour table; 255 is no data."""
    by_bands = change_map.seen_by == "bands"
    painted = {ANY_ID: OTHER} if by_bands else {CLASS_IDS[name]: colour for name, colour in PALETTE.items()}
    colours = {class_id: (*colour, 255) for class_id, colour in painted.items()} | {0: (255, 255, 255, 255)}
    classes = "0 unchanged, 3 changed, 255 unknown" if by_bands else "0 unchanged, 1 road, 2 building, 255 no data"
    all_tags = {"CLASSES": classes} | tags

    def finish(file: rasterio.io.DatasetWriter) -> None:
        file.write_colormap(1, colours)
        file.set_band_description(1, "class of change")
        file.update_tags(**all_tags)

    _write(path, change_map, 1, lambda window: change_map.classes(window)[None], finish)


def write_probabilities(path: Path, change_map: ChangeMap, interpreted: InterpretedScene, tags: dict[str, str]) -> None:
    """Probability of changed road and of changed building, times 250 (scale 0.004); 255 is no data."""

    def read(window: Window) -> npt.NDArray[np.uint8]:
        classes, road, building = interpreted.read(window)[:3]
        return np.where(classes == UNKNOWN, UNKNOWN, np.stack([road, building])).astype(np.uint8)

    def finish(file: rasterio.io.DatasetWriter) -> None:
        file.scales = (1 / STEPS,) * 2
        for band, name in ((1, "road"), (2, "building")):
            file.set_band_description(band, f"probability of changed {name}")
        file.update_tags(**tags)

    _write(path, change_map, 2, read, finish)


def write_any_probability(path: Path, change_map: ChangeMap, layers: Read, tags: dict[str, str]) -> None:
    """Probability of change of any kind, the first of the layers, times 250 (scale 0.004); 255 is unknown."""

    def read(window: Window) -> npt.NDArray[np.uint8]:
        outside = change_map.ids(window) == UNKNOWN_OBJECT
        return np.where(outside, UNKNOWN, layers(window)[:1]).astype(np.uint8)

    def finish(file: rasterio.io.DatasetWriter) -> None:
        file.scales = (1 / STEPS,)
        file.set_band_description(1, "probability of change")
        file.update_tags(**tags)

    _write(path, change_map, 1, read, finish)


def _write(
    path: Path, change_map: ChangeMap, bands: int, read: Read, finish: Callable[[rasterio.io.DatasetWriter], None]
) -> None:
    """Write 8-bit bands of a map."""
    profile = map_profile(change_map.size, change_map.georeference) | {
        "count": bands,
        "dtype": "uint8",
        "nodata": UNKNOWN,
    }

    def fill(file: rasterio.io.DatasetWriter) -> None:
        finish(file)
        for window in blocks(change_map.size, LABEL_BLOCK):
            file.write(read(window), window=FileWindow(window.left, window.top, window.width, window.height))

    write_cog(path, profile, fill, compress="DEFLATE", overview_resampling="nearest")
