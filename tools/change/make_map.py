"""From an interpreted scene to its map of change: pieces are joined and counted, and written as numbers a pixel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.change_predictor import PredictorTraits
from mci_model.prediction import Window
from mci_model.settings import BUILDING
from tools.atomic_files import atomic_write
from tools.change.change_map import (
    CLASS_IDS,
    MIN_PIXELS,
    NO_OBJECT,
    UNKNOWN_OBJECT,
    ChangeClass,
    ChangedObject,
    ChangeMap,
    Status,
)
from tools.change.labelling import BlockLayers, PieceTally, labelled
from tools.inference.interpret import Sentence
from tools.inference.parts import STEPS, UNKNOWN, InterpretedScene, Layer
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import map_profile
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference

NAMES: dict[int, ChangeClass] = {number: name for name, number in CLASS_IDS.items()}


def make_map(
    seen: InterpretedScene,
    said: Sentence,
    predictor: PredictorTraits,
    raster: Path,
    asked: AreaOfInterest | None = None,
) -> ChangeMap:
    """Count what was seen; nothing is looked at again.

    Args:
        seen: the finished parts.
        said: what is said of the most telling window.
        predictor: what saw.
        raster: where the numbers of the objects are written.
        asked: what lies outside of it does not count.
    """
    pair = seen.scene.pair
    tally = PieceTally(pair.size[1], pair.georeference)
    ground = _Ground(pair.georeference)
    for block, labels in labelled(_read(seen, asked, ground.add)):
        tally.add(block, labels)
    table, numbers = tally.pieces(MIN_PIXELS)
    atomic_write(raster, lambda partial: _write_numbers(partial, seen, asked, numbers))
    return ChangeMap(
        pair=pair.id,
        size=pair.size,
        georeference=pair.georeference,
        raster=raster,
        found=_objects(table, pair.size, pair.georeference, tells_direction=predictor.tells_direction),
        valid_pixels=ground.valid,
        unknown_pixels=ground.unknown,
        valid_area_m2=ground.area if pair.georeference else None,
        tells_direction=predictor.tells_direction,
        caption=said.text,
        caption_window=said.window,
        changed=said.changed,
        model=predictor.name,
        area=predictor.area,
        area_of_interest=asked.name if asked else None,
    )


@dataclass
class _Ground:
    """Adds up what is known and what is not."""

    georeference: Georeference | None
    valid: int = 0
    unknown: int = 0
    area: float = 0.0

    def add(self, window: Window, classes: Layer, inside: npt.NDArray[np.bool_] | None) -> None:
        known = classes != UNKNOWN
        if inside is not None:
            known &= inside
        asked = classes.size if inside is None else int(inside.sum())
        count = int(known.sum())
        self.valid, self.unknown = self.valid + count, self.unknown + asked - count
        if self.georeference is not None and count:
            grid = self.georeference.part(*window)
            self.area += grid.area if count == classes.size else float(grid.pixel_areas[known].sum())


Told = Callable[[Window, Layer, "npt.NDArray[np.bool_] | None"], None]


def _read(seen: InterpretedScene, asked: AreaOfInterest | None, tell: Told | None = None) -> Iterator[BlockLayers]:
    """The scene in blocks, as it is counted."""
    for window in blocks(seen.scene.pair.size, LABEL_BLOCK):
        classes, road, building, appeared = seen.read(window)
        inside = None if asked is None else asked.inside(window)
        if tell:
            tell(window, classes, inside)
        counted = np.where(classes == UNKNOWN, 0, classes)
        if inside is not None:
            counted[~inside] = 0
        yield BlockLayers(window, counted, np.where(classes == BUILDING, building, road), appeared)


def _write_numbers(
    path: Path, seen: InterpretedScene, asked: AreaOfInterest | None, numbers: npt.NDArray[np.uint32]
) -> None:
    """The number of the object at each pixel; labels come out as they did when they were counted."""
    pair = seen.scene.pair
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint32", "nodata": UNKNOWN_OBJECT} | map_profile(
        pair.size, pair.georeference
    )
    unknown: dict[Window, npt.NDArray[np.bool_]] = {}

    def note(window: Window, classes: Layer, inside: npt.NDArray[np.bool_] | None) -> None:
        unknown[window] = (classes == UNKNOWN) if inside is None else (classes == UNKNOWN) | ~inside

    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        for block, labels in labelled(_read(seen, asked, note)):
            values = numbers[np.where(labels < len(numbers), labels, NO_OBJECT)]
            values[unknown.pop(block.window)] = UNKNOWN_OBJECT
            top, left, height, width = block.window
            file.write(values, 1, window=FileWindow(left, top, width, height))


def _objects(
    table: pd.DataFrame, size: tuple[int, int], grid: Georeference | None, *, tells_direction: bool
) -> tuple[ChangedObject, ...]:
    columns, rows = table["column"].to_numpy(float) + 0.5, table["row"].to_numpy(float) + 0.5
    lonlats = zip(*grid.lonlats(columns, rows), strict=True) if grid and len(table) else iter([None] * len(table))
    return tuple(
        ChangedObject(
            id=row.Index,
            object_class=NAMES[row.class_id],
            status=_status(row.appeared) if tells_direction else "any",
            pixels=int(row.pixels),
            area_m2=float(row.area) if grid else None,
            centre=(float(row.column) + 0.5, float(row.row) + 0.5),
            lonlat=None if place is None else (float(place[0]), float(place[1])),
            box=(int(row.top), int(row.left), int(row.bottom), int(row.right)),
            probability=float(row.probability) / STEPS,
            touches_edge=row.top == 0 or row.left == 0 or row.bottom == size[0] or row.right == size[1],
        )
        for row, place in zip(table.itertuples(), lonlats, strict=True)
    )


def _status(appeared: float) -> Status:
    return "appeared" if appeared >= STEPS / 2 else "disappeared"
