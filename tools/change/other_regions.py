"""Regions that changed but are neither building nor road: cleared woods, new ponds, quarries, fields; as a second map.

A region counts where the network holds change of any kind for likely, away from changed buildings and roads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.inference.windows import within
from mci_model.prediction import ANY_CHANGE_FROM, MIN_REGION_PIXELS, SLIVER_PX, Window
from mci_model.settings import BACKGROUND, COVER_NAMES
from tools.atomic_files import atomic_write
from tools.change.change_map import ANY_ID, NO_OBJECT, UNKNOWN_OBJECT, ChangedObject, ChangeMap
from tools.change.pieces.labelling import BlockLayers, PieceTally, labelled
from tools.change.pieces.objects_of_pieces import objects_of
from tools.inference.parts import ANY, COVER, STEPS, UNKNOWN, InterpretedScene, Layer
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import map_profile
from tools.rasters.gdal_warnings import without_gdal_warnings

NEAR_PX = 4
"""What lies so near a changed building or road belongs to it: its rim, its shadow."""
MARGIN = 16
"""Pixels around a block that decide on its own, so that blocks leave no seams."""
CLEARLY = 0.25
"""Share of a region from which a change of its land cover is told, where most of it keeps its own."""


class RegionSource(Protocol):
    """What tells, block by block, where anything changed and what the ground was and is there."""

    @property
    def covers(self) -> tuple[str, ...]:
        """Names of land cover, by code from 0."""

    @property
    def covers_are_sure(self) -> bool:
        """Whether its land cover is so sure that a region's changes of cover count together, of whatever kinds."""

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""

    def marked(self, window: Window) -> tuple[npt.NDArray[np.bool_], Layer]:
        """(h, w) where it changed, and its probability in steps."""

    def cover(self, window: Window) -> npt.NDArray[np.int64]:
        """(2, h, w) codes of land cover at either date."""

    def unknown(self, window: Window) -> npt.NDArray[np.bool_]:
        """(h, w): no data, or outside the area of interest."""


def find_regions(
    change_map: ChangeMap, interpreted: InterpretedScene, area_of_interest: AreaOfInterest | None
) -> ChangeMap | None:
    """The map of the other regions of a scene; None where the network does not tell them.

    Their numbers follow those of the buildings and roads.

    Args:
        change_map: of buildings and roads, made of the same scene.
        interpreted: the finished parts.
        area_of_interest: pixels outside of it do not count.
    """
    seen = _Seen(interpreted, area_of_interest)
    raster = change_map.raster.with_name(change_map.raster.name.replace("objects", "other", 1))
    regions = region_map(change_map, seen, raster, MIN_REGION_PIXELS)
    return regions if seen.told else None


def region_map(like: ChangeMap, source: RegionSource, raster: Path, min_pixels: int) -> ChangeMap:
    """The regions of a source as a map, numbered after the objects of another map of the same pair.

    Args:
        like: that map.
        source: of the regions.
        raster: file to which their numbers are written.
        min_pixels: smaller regions do not count.
    """
    tally = PieceTally(like.size[1], like.georeference)
    for block, labels in labelled(_blocks(source)):
        tally.add(block, labels)
    table, numbers = tally.pieces(min_pixels)
    table.index += like.last_id
    numbers[numbers > 0] += np.uint32(like.last_id)
    became = np.zeros((like.last_id + len(table) + 1, len(source.covers) ** 2), np.int64)
    atomic_write(raster, lambda partial: _write(partial, like, source, numbers, became))
    found = objects_of(table, like.size, like.georeference, tells_direction=False)
    covered = tuple(_covered(obj, became[obj.id], source) for obj in found)
    return replace(like, raster=raster, found=covered, tells_direction=False, area=None)


def _blocks(source: RegionSource) -> Iterator[BlockLayers]:
    for window in blocks(source.size, LABEL_BLOCK):
        marked, likely = source.marked(window)
        classes = np.where(marked, ANY_ID, 0).astype(np.uint8)
        yield BlockLayers(window, classes, likely, np.zeros_like(classes))


@dataclass
class _Seen:
    """The layers of a scene, read block by block with the margin that a block needs."""

    interpreted: InterpretedScene
    area_of_interest: AreaOfInterest | None
    told: bool = False
    """Whether any pixel was judged so far."""

    @property
    def covers(self) -> tuple[str, ...]:
        return COVER_NAMES

    @property
    def covers_are_sure(self) -> bool:
        return False

    @property
    def size(self) -> tuple[int, int]:
        return self.interpreted.scene.pair.size

    def marked(self, window: Window) -> tuple[npt.NDArray[np.bool_], Layer]:
        padded = _padded(window, self.size)
        layers, inner = self.interpreted.read(padded), within(window, padded).slices
        self.told |= bool((layers[ANY] != UNKNOWN).any())
        marked = other_change(layers)[inner]
        if self.area_of_interest is not None:
            marked &= self.area_of_interest.inside(window)
        return marked, layers[ANY][inner]

    def cover(self, window: Window) -> npt.NDArray[np.int64]:
        return self.interpreted.read(window)[COVER].astype(np.int64)

    def unknown(self, window: Window) -> npt.NDArray[np.bool_]:
        unknown: npt.NDArray[np.bool_] = self.interpreted.read(window)[0] == UNKNOWN
        return unknown if self.area_of_interest is None else unknown | ~self.area_of_interest.inside(window)


def other_change(layers: Layer) -> npt.NDArray[np.bool_]:
    """(h, w): where something changed that is neither building nor road; (7, h, w) layers of a scene."""
    classes, likely = layers[0], layers[ANY]
    objects = ((classes != BACKGROUND) & (classes != UNKNOWN)).astype(np.uint8)
    near = cv2.dilate(objects, _disc(2 * NEAR_PX + 1)) > 0
    marked = (likely >= ANY_CHANGE_FROM * STEPS) & (likely != UNKNOWN) & (classes != UNKNOWN) & ~near
    opened = cv2.morphologyEx(marked.astype(np.uint8), cv2.MORPH_OPEN, _disc(SLIVER_PX))
    return np.asarray(opened > 0, bool)


def _disc(side: int) -> npt.NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def _padded(window: Window, size: tuple[int, int]) -> Window:
    top, left = max(0, window.top - MARGIN), max(0, window.left - MARGIN)
    bottom = min(size[0], window.top + window.height + MARGIN)
    right = min(size[1], window.left + window.width + MARGIN)
    return Window(top, left, bottom - top, right - left)


def _write(
    path: Path,
    like: ChangeMap,
    source: RegionSource,
    numbers: npt.NDArray[np.uint32],
    became: npt.NDArray[np.int64],
) -> None:
    """Write the number of the region at each pixel, and count in `became` what its pixels were and are."""
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint32", "nodata": UNKNOWN_OBJECT} | map_profile(
        like.size, like.georeference
    )
    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        for block, labels in labelled(_blocks(source)):
            values = numbers[np.where(labels < len(numbers), labels, NO_OBJECT)]
            inside = values > 0
            before, after = source.cover(block.window)[:, inside]
            np.add.at(became, (values[inside], before * len(source.covers) + after), 1)
            values[source.unknown(block.window)] = UNKNOWN_OBJECT
            top, left, height, width = block.window
            file.write(values, 1, window=FileWindow(left, top, width, height))


def _covered(obj: ChangedObject, counts: npt.NDArray[np.int64], source: RegionSource) -> ChangedObject:
    """A region with its land cover: the most frequent change of it where that is clear, else the most frequent pair."""
    names = source.covers
    changing = counts.reshape(len(names), len(names)).copy()
    np.fill_diagonal(changing, 0)
    told = changing.sum() if source.covers_are_sure else changing.max()
    chosen = changing.ravel() if changing.any() and told >= CLEARLY * counts.sum() else counts
    most = int(chosen.argmax())
    before, after = divmod(most, len(names))
    share = float(counts[most] / max(1, counts.sum()))
    return replace(obj, cover=(names[before], names[after]), cover_share=share)
