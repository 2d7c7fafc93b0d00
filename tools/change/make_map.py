"""From an interpreted scene to its change map: pieces are merged, counted and written as a raster of object ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.change_predictor import PredictorTraits
from mci_model.prediction import Window
from mci_model.settings import BUILDING
from tools.atomic_files import atomic_write
from tools.change.change_map import MIN_PIXELS, NO_OBJECT, UNKNOWN_OBJECT, ChangeMap
from tools.change.other_regions import find_regions
from tools.change.pieces.labelling import BlockLayers, PieceTally, labelled
from tools.change.pieces.objects_of_pieces import objects_of
from tools.change.pieces.single_buildings import SingleBuildings
from tools.inference.interpret import SceneCaption
from tools.inference.parts import ANY, UNKNOWN, InterpretedScene, Layer
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import map_profile
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference


def make_map(
    interpreted: InterpretedScene,
    scene_caption: SceneCaption,
    predictor: PredictorTraits,
    raster: Path,
    area_of_interest: AreaOfInterest | None = None,
) -> ChangeMap:
    """Count the objects of an interpreted scene; the network does not run again.

    Args:
        interpreted: the finished parts.
        scene_caption: of the window that changed most.
        predictor: the network that interpreted the scene.
        raster: file to which the object ids are written.
        area_of_interest: pixels outside of it do not count.
    """
    pair = interpreted.scene.pair
    data_tally = DataTally(pair.georeference)

    def note_data(window: Window, classes: Layer, inside: npt.NDArray[np.bool_] | None) -> None:
        data_tally.add(window, classes != UNKNOWN, inside)

    seen = _Seen(interpreted, area_of_interest)
    single = seen.single_buildings(note_data)
    tally = PieceTally(pair.size[1], pair.georeference, crosses=False)
    for block, labels in labelled(seen.blocks()):
        tally.add(block, single(block, labels))
    table, numbers = tally.pieces(MIN_PIXELS)
    atomic_write(raster, lambda partial: _write_numbers(partial, seen, single, numbers))
    main = ChangeMap(
        pair=pair.id,
        size=pair.size,
        georeference=pair.georeference,
        raster=raster,
        found=objects_of(table, pair.size, pair.georeference, tells_direction=predictor.tells_direction),
        valid_pixels=data_tally.valid,
        unknown_pixels=data_tally.unknown,
        valid_area_m2=data_tally.area if pair.georeference else None,
        tells_direction=predictor.tells_direction,
        caption=scene_caption.text,
        caption_window=scene_caption.window,
        changed=scene_caption.changed,
        model=predictor.name,
        area=predictor.area,
        counts=predictor.objects,
        area_of_interest=area_of_interest.name if area_of_interest else None,
    )
    return replace(main, other=find_regions(main, interpreted, area_of_interest))


@dataclass
class DataTally:
    """Adds up pixels with and without data, and the area of the former."""

    georeference: Georeference | None
    valid: int = 0
    unknown: int = 0
    area: float = 0.0

    def add(self, window: Window, known: npt.NDArray[np.bool_], inside: npt.NDArray[np.bool_] | None) -> None:
        """Add a window: where it holds data, and what of it counts; None: all of it."""
        if inside is not None:
            known = known & inside
        considered = known.size if inside is None else int(inside.sum())
        count = int(known.sum())
        self.valid, self.unknown = self.valid + count, self.unknown + considered - count
        if self.georeference is not None and count:
            grid = self.georeference.part(*window)
            self.area += grid.area if count == known.size else float(grid.pixel_areas[known].sum())


BlockVisitor = Callable[[Window, Layer, "npt.NDArray[np.bool_] | None"], None]


@dataclass(frozen=True)
class _Seen:
    """The layers of a scene, read block by block, and the area in which they count."""

    interpreted: InterpretedScene
    area_of_interest: AreaOfInterest | None

    def blocks(self, visit: BlockVisitor | None = None) -> Iterator[BlockLayers]:
        """All blocks; `visit` gets each window, its classes and the area of interest in it."""
        for window in blocks(self.interpreted.scene.pair.size, LABEL_BLOCK):
            classes, road, building, appeared = self.interpreted.read(window)[:ANY]
            inside = None if self.area_of_interest is None else self.area_of_interest.inside(window)
            if visit:
                visit(window, classes, inside)
            counted = _counted(classes, inside)
            yield BlockLayers(window, counted, np.where(classes == BUILDING, building, road), appeared)

    def buildings(self, window: Window) -> tuple[Layer, Layer]:
        """(h, w) class ids, 0 where nothing counts, and probabilities of buildings, in steps."""
        inside = None if self.area_of_interest is None else self.area_of_interest.inside(window)
        classes, _, building = self.interpreted.read(window)[:3]
        return _counted(classes, inside), building

    def single_buildings(self, visit: BlockVisitor) -> SingleBuildings:
        """What tells touching buildings apart; each block is visited once."""
        pair = self.interpreted.scene.pair
        tally = PieceTally(pair.size[1], pair.georeference)
        for block, labels in labelled(self.blocks(visit)):
            tally.add(block, labels)
        return SingleBuildings(*tally.pieces(MIN_PIXELS), pair.size[1], self.buildings)


def _counted(classes: Layer, inside: npt.NDArray[np.bool_] | None) -> Layer:
    counts = classes != UNKNOWN if inside is None else (classes != UNKNOWN) & inside
    return np.where(counts, classes, 0)


def _write_numbers(path: Path, seen: _Seen, single: SingleBuildings, numbers: npt.NDArray[np.uint32]) -> None:
    """Write the id of the object at each pixel; the labels are the same as when they were counted."""
    pair = seen.interpreted.scene.pair
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint32", "nodata": UNKNOWN_OBJECT} | map_profile(
        pair.size, pair.georeference
    )
    unknown: dict[Window, npt.NDArray[np.bool_]] = {}

    def note_unknown(window: Window, classes: Layer, inside: npt.NDArray[np.bool_] | None) -> None:
        unknown[window] = (classes == UNKNOWN) if inside is None else (classes == UNKNOWN) | ~inside

    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        for block, labels in labelled(seen.blocks(note_unknown)):
            whole = single(block, labels)
            values = numbers[np.where(whole < len(numbers), whole, NO_OBJECT)]
            values[unknown.pop(block.window)] = UNKNOWN_OBJECT
            top, left, height, width = block.window
            file.write(values, 1, window=FileWindow(left, top, width, height))
