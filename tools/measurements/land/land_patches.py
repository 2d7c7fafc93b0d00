"""The pieces of one kind of land that were lost or gained, one by one: how large, where, and what they became.

By bands or class maps: connected pixels of one class before and one after. Where the bands do not tell the land: the
regions of other change that the network saw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import shapely

from tools.change.change_map import MIN_BAND_PIXELS, MIN_PIXELS, ChangedObject
from tools.change.places import Compass, Part, part_in_words
from tools.change.summary import ObjectUnit
from tools.errors import MissingBandsError, ResolutionError, UnknownObjectError
from tools.measurements.land.cover_polygons import land_polygons
from tools.measurements.land.land_change import Cover, assumed_pixel
from tools.measurements.land.seen_land import SHOWN
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.workspace.workspace import Workspace

PatchWay = Literal["lost", "gained"]
BY_BANDS = "connected pixels of one land cover before and one after, corners included, at least {pixels} px"
BY_NETWORK = "regions of other change that the network holds for changed, at least {pixels} px; none under buildings"


@dataclass(frozen=True, slots=True)
class LandPatch:
    """One piece of land that was lost or gained."""

    rank: int
    """Its place among all that match, by size; 1 is the largest."""
    pixels: int
    area_m2: float | None
    place: str
    """Field of the image: "north-west"; "top left" without georeference."""
    lonlat: tuple[float, float] | None
    """A point in it, degrees on WGS 84."""
    before: str
    after: str
    """Land cover at the dates."""


@dataclass(frozen=True, slots=True)
class LandPatches:
    """Pieces of one kind of land that were lost or gained."""

    pair: str
    cover: Cover
    way: PatchWay
    count: int
    """That match."""
    pixels: int
    area_m2: float | None
    """Of all that match."""
    of: int | None
    """How many there are without limits of size; None where there are no limits."""
    patches: tuple[LandPatch, ...]
    """Those that are told, the largest first."""
    min_area: float | None
    max_area: float | None
    """Limits, m2; in pixels where the pair is not georeferenced."""
    within: Part
    condition: str
    """The part in words; empty for the whole."""
    unit: ObjectUnit | None
    smallest_pixels: int
    """Smaller pieces are not told apart from noise."""
    method: str
    assumed_pixel_m: float | None
    seen: bool
    """Whether the network saw them, for want of bands."""
    warnings: tuple[str, ...] = ()
    """About the dates, the bands and the maps."""

    @property
    def rests_on_network(self) -> bool:
        """Whether the network saw them."""
        return self.seen


@dataclass(frozen=True, slots=True)
class PatchWish:
    """Which pieces are asked for."""

    way: PatchWay = "lost"
    within: Part = "whole"
    min_area: float | None = None
    max_area: float | None = None
    k: int = 5
    rank: int = 1
    """Of the first that is told."""
    unit: ObjectUnit | None = None

    @property
    def limited(self) -> bool:
        """Whether sizes are limited."""
        return self.min_area is not None or self.max_area is not None

    def keeps(self, patch: LandPatch) -> bool:
        """Whether a piece is large and small enough."""
        size = patch.pixels if patch.area_m2 is None else patch.area_m2
        large = self.min_area is None or size >= self.min_area
        return large and (self.max_area is None or size <= self.max_area)


def land_patches(workspace: Workspace, pair: ImagePair, cover: Cover, wish: PatchWish) -> LandPatches:
    """The pieces of a kind of land that were lost or gained, the largest first.

    Raises:
        UnknownObjectError: there are fewer than the rank that is asked for.
        MissingBandsError: neither bands nor network tell this land.
        UnknownFormatError, LegendError, ReflectanceError, UnknownSensorError, PairError: as for `land_polygons`.
    """
    found, smallest, method, warnings = _found(workspace, pair, cover, wish.way)
    compass = Compass.on(pair.size, pair.georeference)
    there = [patch for patch, centre in found if _lies_in(compass, centre, wish.within)]
    matching = [replace(patch, rank=rank) for rank, patch in enumerate(filter(wish.keeps, there), start=1)]
    if matching and wish.rank > len(matching):
        text = "There are {count} such pieces, so there is no number {rank}."
        raise UnknownObjectError(notice("no-such-patch", text, count=len(matching), rank=wish.rank))
    areas = [patch.area_m2 for patch in matching]
    known = pair.georeference is not None or assumed_pixel(workspace, pair) is not None
    part = part_in_words(wish.within, georeferenced=pair.georeference is not None)
    return LandPatches(
        pair=pair.id,
        cover=cover,
        way=wish.way,
        count=len(matching),
        pixels=sum(patch.pixels for patch in matching),
        area_m2=sum(area or 0.0 for area in areas) if known else None,
        of=len(there) if wish.limited else None,
        patches=tuple(matching[wish.rank - 1 : wish.rank - 1 + wish.k]),
        min_area=wish.min_area,
        max_area=wish.max_area,
        within=wish.within,
        condition="" if wish.within == "whole" else f"in {part}",
        unit=wish.unit,
        smallest_pixels=smallest,
        method=method.format(pixels=smallest),
        assumed_pixel_m=assumed_pixel(workspace, pair),
        seen=method == BY_NETWORK,
        warnings=warnings,
    )


Centre = tuple[float, float]
"""(column, row) in pixels."""
Found = list[tuple[LandPatch, Centre]]


def _found(
    workspace: Workspace, pair: ImagePair, cover: Cover, way: PatchWay
) -> tuple[Found, int, str, tuple[str, ...]]:
    """All pieces with their centres, the largest first; pixels of the smallest that is told; method; warnings."""
    try:
        polygons = land_polygons(workspace, pair, cover)
    except MissingBandsError:
        regions = _regions(workspace, pair) if cover in SHOWN else None
        if regions is None:
            raise
        at = 0 if way == "lost" else 1
        belong = [one for one in regions if _belongs(one, SHOWN[cover], at)]
        return _of_regions(belong, Compass.on(pair.size, pair.georeference)), MIN_PIXELS, BY_NETWORK, ()
    table = polygons.table[polygons.table["change"] == way]
    return _of_table(table, pair), MIN_BAND_PIXELS, BY_BANDS, polygons.warnings


def _regions(workspace: Workspace, pair: ImagePair) -> tuple[ChangedObject, ...] | None:
    """Regions of other change by the network; None where pixels are too coarse, or it tells none."""
    try:
        changed = workspace.change(pair)
    except ResolutionError:
        return None
    return None if changed.other is None or changed.seen_by != "network" else changed.other.found


def _belongs(region: ChangedObject, names: frozenset[str], at: int) -> bool:
    """Whether a region was one of these classes at a date, and at the other one was none."""
    return region.cover is not None and region.cover[at] in names and region.cover[1 - at] not in names


def _of_regions(regions: Sequence[ChangedObject], compass: Compass) -> Found:
    return [
        (LandPatch(0, one.pixels, one.area_m2, compass.place(one), one.lonlat, *(one.cover or ("", ""))), one.centre)
        for one in sorted(regions, key=lambda one: -one.pixels)
    ]


def _of_table(table: gpd.GeoDataFrame, pair: ImagePair) -> Found:
    to_pixels = _to_pixels(pair)
    points = shapely.point_on_surface(table.geometry.to_numpy())
    compass = Compass.on(pair.size, pair.georeference)
    found: Found = []
    for row, point in zip(table.to_dict("records"), points, strict=True):
        centre = to_pixels(point.x, point.y)
        place = compass.name(int(compass.fields(np.asarray(centre[0]), np.asarray(centre[1]))))
        lonlat = None if pair.georeference is None else (row["longitude"], row["latitude"])
        area = None if row["area_m2"] is None else float(row["area_m2"])
        covers: tuple[Any, Any] = (row["cover_before"], row["cover_after"])
        found.append((LandPatch(0, int(row["pixels"]), area, place, lonlat, *covers), centre))
    return found


def _to_pixels(pair: ImagePair) -> Callable[[float, float], Centre]:
    """From the plane of outlines to columns and rows."""
    grid = pair.georeference
    if grid is None:
        return lambda x, y: (x, -y)
    inverse = ~grid.transform
    return lambda x, y: tuple(inverse @ (x, y))


def _lies_in(compass: Compass, centre: Centre, within: Part) -> bool:
    return bool(compass.within(np.asarray(centre[0]), np.asarray(centre[1]), within))
