"""What changed in each parcel of a pair, as columns: from the map of land cover where bands tell, else the network's.

from-to raster or map of change, window by window -> sums by parcel and code -> shares with their limits

Limits of shares by bands are how far errors of both maps can move them: with a map accuracy a, up to 2 (1 - a) of the
ground that is of the kind at either date. The network's map has no such limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.change.change_map import ANY_ID, CLASS_IDS
from tools.change.summary import area_method
from tools.errors import LegendError, MissingBandsError, PairError, ReflectanceError, StatementError, UnknownSensorError
from tools.landcover.transitions.cover_change import Transitions
from tools.landcover.transitions.map_errors import ASSUMED_ACCURACY
from tools.measurements.cover_maps import land_cover_transitions
from tools.measurements.index_maps import compare_index, possible_indices
from tools.measurements.land.from_to import from_to
from tools.measurements.land.land_change import Cover, classes_of
from tools.pairs.areas import Zones
from tools.pairs.pair import ImagePair
from tools.parcels.parcel_grid import ParcelGrid
from tools.parcels.parcel_tally import ParcelTally
from tools.parcels.verdict_rules import Way
from tools.rasters.blocks import blocks
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.workspace import Workspace

INDEX = "ndvi"
COVERS = tuple(cover for cover in get_args(Cover) if cover not in ("built", "burnt"))
"""Kinds of land that stand on the map of classes; it tells built-up ground from no other bare ground."""
ALL = "any"
DIGITS = 9
"""Of limits, so that they are not beside a rule's by rounding alone."""
BAND_ERRORS = (MissingBandsError, LegendError, ReflectanceError, UnknownSensorError, StatementError, PairError)
Column = npt.NDArray[np.float64]
"""(parcels,)"""
Windows = Iterator[tuple[Window, npt.NDArray[np.integer], npt.NDArray[np.float32] | None]]


@dataclass(frozen=True)
class Share:
    """What part of each parcel lost, gained or changed one kind of ground; NaN where nothing of it is known."""

    share: Column
    """Of the known pixels, 0-1."""
    low: Column
    high: Column
    pixels: npt.NDArray[np.int64]
    area_m2: Column
    """Pixels where areas are not known."""


@dataclass(frozen=True)
class ParcelTable:
    """The parcels of a pair, in the order of their file."""

    zones: Zones
    grid: ParcelGrid
    known_pixels: npt.NDArray[np.int64]
    unknown_pixels: npt.NDArray[np.int64]
    known_area_m2: Column
    shares: dict[tuple[str, Way], Share]
    index_difference: Column | None
    """Mean change of `INDEX`, later less earlier; None where the bands do not tell it."""
    has_areas: bool
    by_bands: bool
    accuracy: float | None
    """Of each map, as stated or assumed; None for the network's."""
    method: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Source:
    """What is summed up."""

    codes: int
    windows: Windows
    unknown: int
    """The code of what is not known."""
    chosen: dict[tuple[str, Way], npt.NDArray[np.bool_]]
    either: dict[str, npt.NDArray[np.bool_]]
    """Codes of the ground that is of a kind at either date."""
    accuracy: float | None
    has_index: bool
    method: str
    warnings: tuple[str, ...]


def parcel_table(workspace: Workspace, pair: ImagePair, zones: Zones) -> ParcelTable:
    """Measure all parcels in one pass over the map; errors as for `Workspace.told_change` where bands do not tell."""
    source = _by_bands(workspace, pair) or _by_network(workspace, pair)
    grid = ParcelGrid([area.shape for area in zones.areas])
    tally = ParcelTally(grid, source.codes)
    reference, side = pair.georeference, workspace.settings.pixel_size_m or 1.0
    for window, codes, values in source.windows:
        areas = np.full((1, 1), side**2) if reference is None else reference.part(*window).pixel_areas
        tally.add(window, codes, areas, values)
    return _tabulated(workspace, pair, zones, tally, source)


def _tabulated(workspace: Workspace, pair: ImagePair, zones: Zones, tally: ParcelTally, source: _Source) -> ParcelTable:
    known = np.ones(source.codes, bool)
    known[source.unknown] = False
    pixels, areas = tally.pixels[:, known].sum(axis=1), tally.areas[:, known].sum(axis=1)
    shares = {key: _share(tally, chosen, pixels, source, key[0]) for key, chosen in source.chosen.items()}
    return ParcelTable(
        zones, tally.grid, pixels, tally.pixels[:, ~known].sum(axis=1), areas, shares,
        tally.means if source.has_index else None,
        pair.georeference is not None or workspace.settings.pixel_size_m is not None,
        source.accuracy is not None, source.accuracy, source.method, source.warnings,
    )  # fmt: skip


def _share(
    tally: ParcelTally, chosen: npt.NDArray[np.bool_], known: npt.NDArray[np.int64], source: _Source, kind: str
) -> Share:
    of_all = np.where(known > 0, known, np.nan)
    pixels = tally.pixels[:, chosen].sum(axis=1)
    share = pixels / of_all
    reach = np.zeros(len(share))
    if source.accuracy is not None:
        reach = 2 * (1 - source.accuracy) * tally.pixels[:, source.either[kind]].sum(axis=1) / of_all
    area = tally.areas[:, chosen].sum(axis=1)
    low, high = (np.clip(share + way * reach, 0, 1).round(DIGITS) for way in (-1, 1))
    return Share(share, low, high, pixels, area)


def _by_bands(workspace: Workspace, pair: ImagePair) -> _Source | None:
    """The from-to map of land cover; None where bands or legends do not tell one."""
    try:
        found = land_cover_transitions(workspace, pair)
    except BAND_ERRORS:
        return None
    codes = from_to(workspace, found)
    chosen: dict[tuple[str, Way], npt.NDArray[np.bool_]] = {}
    chosen[ALL, "changed"] = codes.chosen(lambda before, after: before != after)
    present = {name for cell in found.cells for name in (cell.before, cell.after)}
    either = {ALL: codes.chosen(lambda _before, _after: True)}
    for cover in COVERS:
        names = _names(found, cover)
        if names & present:
            chosen[cover, "lost"], chosen[cover, "gained"] = codes.lost(names), codes.gained(names)
            either[cover] = codes.chosen(_at_either(names))
    index = _index_layer(workspace, pair)
    windows = _read(workspace, pair, found.layer, index)
    accuracy = found.noise.accuracy
    accuracy = ASSUMED_ACCURACY if accuracy is None else accuracy
    return _Source(codes.count, windows, 0, chosen, either, accuracy, index is not None, found.method, found.warnings)


def _at_either(names: set[str]) -> Callable[[str, str], bool]:
    return lambda before, after: before in names or after in names


def _names(found: Transitions, cover: str) -> set[str]:
    try:
        return classes_of(found, cover)  # type: ignore[arg-type]
    except (MissingBandsError, LegendError):
        return set()


def _index_layer(workspace: Workspace, pair: ImagePair) -> str | None:
    return compare_index(workspace, pair, INDEX).layer if INDEX in possible_indices(workspace, pair) else None


def _read(workspace: Workspace, pair: ImagePair, cover: str, index: str | None) -> Windows:
    paths = [workspace.artefacts[layer].path for layer in (cover, index) if layer is not None]
    with without_gdal_warnings(), rasterio.open(paths[0], driver="GTiff") as codes:
        values = rasterio.open(paths[1], driver="GTiff") if len(paths) > 1 else None
        try:
            for window in blocks(pair.size):
                place = FileWindow(window.left, window.top, window.width, window.height)
                yield window, codes.read(1, window=place), None if values is None else values.read(1, window=place)
        finally:
            if values is not None:
                values.close()


def _by_network(workspace: Workspace, pair: ImagePair) -> _Source:
    """The network's map of change, or that of changed bands."""
    change_map = workspace.told_change(pair)
    numbers: dict[str, int] = {str(kind): number for kind, number in CLASS_IDS.items()} | {ALL: ANY_ID}
    told = {kind: numbers[kind] for kind in change_map.classes_told if kind in numbers}
    codes = np.arange(256)
    chosen: dict[tuple[str, Way], npt.NDArray[np.bool_]] = {
        (kind, "changed"): codes == number for kind, number in told.items() if kind != ALL
    }
    chosen[ALL, "changed"] = (codes > 0) & (codes < 255)
    windows = ((window, change_map.classes(window), None) for window in blocks(pair.size))
    return _Source(
        256, windows, 255, chosen, {}, accuracy=None, has_index=False, method=area_method(change_map), warnings=()
    )
