"""Polygons on a pair's grid: areas of interest and zones. Knows no change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyproj import CRS
from pyproj.exceptions import CRSError
from rasterio.features import geometry_mask
from shapely import affinity
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from mci_model.prediction import Window
from tools.errors import AreaError
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.polygons.coordinate_systems import degrees
from tools.polygons.features import Attribute
from tools.polygons.names import names
from tools.polygons.placing import NO_DEGREES, in_pixels, on_grid, way_out
from tools.polygons.polygon_source import KINDS, PolygonSource, is_polygon_file
from tools.polygons.reading import FilePolygon, PolygonLayer, read_polygons
from tools.polygons.repair import meet_too_often
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.georeference import Georeference

OUTSIDE = notice("outside", "lies outside the images")
TOO_SMALL = notice("too-small", "is so small or narrow that no pixel's centre lies in it")
MAX_NAMED = 12
"""Features that are named where several are left out for one reason."""
MAX_NOTED = 3
"""Reasons that are told of an area of interest."""


@dataclass(frozen=True)
class AreaOfInterest:
    """A polygon on a pair's grid."""

    name: str
    shape: BaseGeometry
    """In pixels of the pair: x is the column, y the row, from the top left corner."""
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)
    """Of a zone, as its file has them."""
    notes: tuple[str, ...] = ()
    """Warnings of an area of interest: what of its file is not part of it."""

    @cached_property
    def sha256(self) -> str:
        """The checksum of the shape."""
        return hashlib.sha256(self.shape.wkb).hexdigest()

    @property
    def box(self) -> Window:
        """Its bounding box in pixels; may extend beyond the pair."""
        left, top, right, bottom = self.shape.bounds
        top, left = int(np.floor(top)), int(np.floor(left))
        return Window(top, left, int(np.ceil(bottom)) - top, int(np.ceil(right)) - left)

    def holds_middle(self, window: Window) -> bool:
        """Whether the centre of a window lies in the polygon."""
        return bool(shapely.contains_xy(self.shape, window.left + window.width / 2, window.top + window.height / 2))

    def touches(self, window: Window) -> bool:
        """Whether a window and the polygon intersect."""
        right, bottom = window.left + window.width, window.top + window.height
        return bool(self.shape.intersects(shapely.box(window.left, window.top, right, bottom)))

    def inside(self, window: Window) -> npt.NDArray[np.bool_]:
        """(h, w): pixels of a window whose centre lies in the polygon."""
        moved = affinity.translate(self.shape, -window.left, -window.top)
        mask: npt.NDArray[np.bool_] = geometry_mask(
            [moved], (window.height, window.width), Affine.identity(), invert=True
        )
        return mask

    def holds_a_pixel(self, size: tuple[int, int]) -> bool:
        """Whether the centre of any pixel of a grid of (height, width) lies in the polygon."""
        seed = np.floor(shapely.get_coordinates(shapely.point_on_surface(self.shape))[0])
        if (seed >= 0).all() and (seed < size[::-1]).all() and shapely.contains_xy(self.shape, *(seed + 0.5)):
            return True
        left, top, right, bottom = np.clip(self.shape.bounds, 0, (*size[::-1], *size[::-1])).astype(int)
        wide, tall = min(size[1], right + 1) - left, min(size[0], bottom + 1) - top
        parts = blocks((int(tall), int(wide)), LABEL_BLOCK) if min(wide, tall) > 0 else ()
        return any(self.inside(part._replace(top=top + part.top, left=left + part.left)).any() for part in parts)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Features of a file that became no zones, for one reason."""

    file: str
    reason: str
    """As it follows their names."""
    zones: tuple[str, ...]
    """The names of the first of them."""
    count: int

    def told(self, noun: str) -> str:
        """The sentence that says so."""
        named, more = ", ".join(self.zones), self.count - len(self.zones)
        if more:
            named = notice("and-more", "{named} and {more:,} more", named=named, more=more)
        told = {"file": self.file, "reason": self.reason, "noun": noun, "named": named}
        if self.count == 1:
            return notice("one-left-out", "The {noun} {named} of {file} is left out: it {reason}.", **told)
        text = "{count:,} {noun}s of {file} are left out, since each {reason}: {named}."
        return notice("some-left-out", text, count=self.count, **told)


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of a file on a pair's grid."""

    areas: tuple[AreaOfInterest, ...]
    left_out: tuple[LeftOut, ...] = ()


def read_zones(source: PolygonSource, pair: ImagePair) -> Zones:
    """Polygons of a file, in any CRS, in which a pixel of the pair lies; the other features are named.

    Raises:
        AreaError: the file cannot be read, holds no polygon, declares no CRS, or lies elsewhere.
    """
    grid = _grid(pair)
    layer = read_polygons(source)
    placed = _placed(source, layer, grid)
    areas, left_out = list[AreaOfInterest](), list[tuple[str, str]]()
    rows = zip(names(source, layer), placed, on_grid(placed, pair.size), layer.features, strict=True)
    for name, shape, is_on_grid, feature in rows:
        if isinstance(shape, str):
            left_out.append((shape, name))
        elif not is_on_grid:
            left_out.append((OUTSIDE, name))
        elif (area := AreaOfInterest(name, shape, feature.attributes)).holds_a_pixel(pair.size):
            areas.append(area)
        else:
            left_out.append((TOO_SMALL, name))
    if not areas:
        raise AreaError(_nowhere(source, layer, grid, {problem for problem, _ in left_out}))
    return Zones(tuple(areas), tuple(_by_reason(source, left_out)))


def read_area_of_interest(text: str, pair: ImagePair) -> AreaOfInterest:
    """One area: all polygons of a file, or a box `left,bottom,right,top`, with `@EPSG:...` where it is not in degrees.

    Without a georeference the box is in pixels, `left,top,right,bottom`.

    Raises:
        AreaError: it is neither, lies elsewhere, or is smaller than a pixel.
    """
    if is_polygon_file(text):
        return _of_file(PolygonSource.named(text), pair)
    numbers, _, crs = text.partition("@")
    box = _box(numbers)
    shape = box if pair.georeference is None else _placed_box(text, box, crs, pair.georeference)
    if not on_grid([shape], pair.size)[0]:
        raise AreaError(f"The area {text} does not touch the images; check its numbers and its CRS.")
    area = AreaOfInterest(text, shape)
    if not area.holds_a_pixel(pair.size):
        raise AreaError(f"The area {text} {TOO_SMALL}; give a larger one.")
    return area


def _of_file(source: PolygonSource, pair: ImagePair) -> AreaOfInterest:
    """All polygons of a file as one area."""
    grid = _grid(pair)
    layer = read_polygons(source)
    placed = _placed(source, layer, grid)
    problems = [(why, name) for name, why in zip(names(source, layer), placed, strict=True) if isinstance(why, str)]
    within = zip(placed, on_grid(placed, pair.size), strict=True)
    shapes = [shape for shape, is_on_grid in within if is_on_grid and not isinstance(shape, str)]
    if not shapes:
        raise AreaError(_nowhere(source, layer, grid, {problem for problem, _ in problems}))
    notes = [reason.told("feature") for reason in _by_reason(source, problems)][:MAX_NOTED]
    area = AreaOfInterest(source.name, _union(source, shapes), notes=tuple(notes))
    if not area.holds_a_pixel(pair.size):
        raise AreaError(_nowhere(source, layer, grid, {TOO_SMALL}))
    return area


def _union(source: PolygonSource, shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    if len(shapes) == 1:
        return shapes[0]
    try:
        if not meet_too_often(shapes):
            return shapely.union_all(shapes)
    except ShapelyError as error:
        raise AreaError(f"The polygons of {source.name} cannot be joined; dissolve them in QGIS.") from error
    raise AreaError(f"The polygons of {source.name} cross each other too often to be joined; dissolve them in QGIS.")


def _placed(source: PolygonSource, layer: PolygonLayer, grid: Georeference) -> list[BaseGeometry | str]:
    """For each feature its shape in pixels of the grid, or what is wrong with it."""
    shapes = _shapes(layer.features)
    if layer.crs is None:
        hint = way_out(shapes, None, grid)
        what = "assign one, for example in QGIS, and save it again"
        advice = what if hint is None else f"{hint.reading} it lies in the images: {hint.in_file}"
        raise AreaError(f"{source.name} does not tell its CRS; {advice}.")
    placed = iter(in_pixels(shapes, layer.crs, grid))
    return [feature.problem if feature.shape is None else next(placed) for feature in layer.features]


def _shapes(features: Iterable[FilePolygon]) -> list[BaseGeometry]:
    return [feature.shape for feature in features if feature.shape is not None]


def _by_reason(source: PolygonSource, left_out: Iterable[tuple[str, str]]) -> Iterator[LeftOut]:
    reasons: dict[str, list[str]] = {}
    for reason, name in left_out:
        reasons.setdefault(reason, []).append(name)
    for reason, found in reasons.items():
        yield LeftOut(source.path.name, reason, tuple(found[:MAX_NAMED]), len(found))


def _nowhere(source: PolygonSource, layer: PolygonLayer, grid: Georeference, problems: set[str]) -> str:
    """Why no polygon of a file can be used."""
    if TOO_SMALL in problems:
        return f"No polygon of {source.name} is large enough: each {TOO_SMALL}; give larger ones or finer images."
    hint = way_out(_shapes(layer.features), layer.crs, grid)
    advice = "check its CRS and that it is the right place"
    if hint is not None:
        advice = f"{hint.reading} it would: {hint.in_file}"
    elif NO_DEGREES in problems:
        advice = "its coordinates are no degrees, and it names no other CRS; assign the right one in QGIS"
    return f"No polygon of {source.name} lies in the images; {advice}."


def _placed_box(text: str, box: BaseGeometry, crs: str, grid: Georeference) -> BaseGeometry:
    try:
        system = CRS.from_user_input(crs) if crs else degrees()
    except CRSError as error:
        raise AreaError(f"{crs!r} is no CRS; write for example @EPSG:32633 after the box.") from error
    (shape,) = in_pixels([box], system, grid)
    if isinstance(shape, str) or not on_grid([shape], (grid.height, grid.width))[0]:
        hint = way_out([box], system, grid)
        advice = "check its numbers and its CRS" if hint is None else f"{hint.reading} it would: {hint.in_numbers}"
        raise AreaError(f"The area {text} does not touch the images; {advice}.")
    return shape


def _box(text: str) -> BaseGeometry:
    try:
        left, one, right, other = (float(part) for part in text.split(","))
    except ValueError as error:
        raise AreaError(
            f"{text!r} is neither a polygon file ({KINDS}) nor a box of four numbers with commas."
        ) from error
    if not np.isfinite([left, one, right, other]).all() or right <= left or one == other:
        raise AreaError(f"The box {text} is empty; give left, bottom, right, top in this order.")
    return shapely.box(left, min(one, other), right, max(one, other))


def _grid(pair: ImagePair) -> Georeference:
    if pair.georeference is None:
        raise AreaError("The images are not georeferenced, so polygons cannot be laid on them; give a box in pixels.")
    return pair.georeference
