"""Polygons on a pair's grid: areas of interest and zones. Knows no change."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from pyproj.exceptions import CRSError
from rasterio.features import geometry_mask
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from mci_model.prediction import Window
from tools.errors import AreaError
from tools.pairs.pair import ImagePair
from tools.rasters.georeference import Georeference

DRIVERS = {".geojson": "GeoJSON", ".json": "GeoJSON", ".gpkg": "GPKG", ".shp": "ESRI Shapefile"}
"""Formats that are read, by file extension, and the one driver for each."""
NAME_COLUMNS = ("name", "id", "fid", "label", "code")
EDGE_PARTS = 64
"""Parts into which the longest edges are split before reprojection, since straight edges bend in another CRS."""


@dataclass(frozen=True)
class AreaOfInterest:
    """A polygon on a pair's grid."""

    name: str
    shape: BaseGeometry
    """In pixels of the pair: x is the column, y the row, from the top left corner."""

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


def read_areas(path: Path, pair: ImagePair) -> tuple[AreaOfInterest, ...]:
    """Polygons of a GeoJSON, GeoPackage or Shapefile, in any CRS, that intersect the pair.

    Raises:
        AreaError: the file cannot be read, holds no polygon, declares no CRS, or lies elsewhere.
    """
    grid = _grid(pair)
    table = _read(path)
    if table.crs is None:
        raise AreaError(f"{path.name} does not tell its CRS; assign one, for example in QGIS, and save it again.")
    names = _names(table)
    shapes = _onto(table.geometry, grid)
    named = zip(names, shapes, strict=True)
    areas = tuple(AreaOfInterest(name, shape) for name, shape in named if _touches(shape, pair.size))
    if not areas:
        raise AreaError(f"No polygon of {path.name} lies in the images; check its CRS and that it is the right place.")
    return areas


def is_polygon_file(text: str) -> bool:
    """Whether an area of interest is given as a file, not as numbers."""
    return Path(text).suffix.lower() in DRIVERS


def read_area_of_interest(text: str, pair: ImagePair) -> AreaOfInterest:
    """One area: all polygons of a file, or a box `left,bottom,right,top`, with `@EPSG:...` where it is not in degrees.

    Without a georeference the box is in pixels, `left,top,right,bottom`.

    Raises:
        AreaError: it is neither, or lies elsewhere.
    """
    if is_polygon_file(text):
        areas = read_areas(Path(text), pair)
        return AreaOfInterest(Path(text).name, shapely.union_all([area.shape for area in areas]))
    numbers, _, crs = text.partition("@")
    box = _box(numbers)
    if pair.georeference is None:
        shape = box
    else:
        try:
            table = gpd.GeoSeries([box], crs=CRS.from_user_input(crs or "EPSG:4326"))
        except CRSError as error:
            raise AreaError(f"{crs!r} is no CRS; write for example @EPSG:32633 after the box.") from error
        shape = _onto(table, pair.georeference)[0]
    if not _touches(shape, pair.size):
        raise AreaError(f"The area {text} does not touch the images; check its numbers and its CRS.")
    return AreaOfInterest(text, shape)


def _touches(shape: BaseGeometry, size: tuple[int, int]) -> bool:
    """Whether a shape in pixels intersects a grid; shapes that cannot be reprojected do not."""
    coordinates = shapely.get_coordinates(shape)
    return (
        bool(len(coordinates))
        and bool(np.isfinite(coordinates).all())
        and bool(shape.intersects(shapely.box(0, 0, size[1], size[0])))
    )


def _box(text: str) -> BaseGeometry:
    try:
        left, one, right, other = (float(part) for part in text.split(","))
    except ValueError as error:
        raise AreaError(
            f"{text!r} is neither a polygon file ({', '.join(DRIVERS)}) nor a box of four numbers with commas."
        ) from error
    if not np.isfinite([left, one, right, other]).all() or right <= left or one == other:
        raise AreaError(f"The box {text} is empty; give left, bottom, right, top in this order.")
    return shapely.box(left, min(one, other), right, max(one, other))


def _grid(pair: ImagePair) -> Georeference:
    if pair.georeference is None:
        raise AreaError("The images are not georeferenced, so polygons cannot be laid on them; give a box in pixels.")
    return pair.georeference


def _read(path: Path) -> gpd.GeoDataFrame:
    """The polygons of a file, made valid."""
    driver = DRIVERS.get(path.suffix.lower())
    if driver is None:
        raise AreaError(f"{path.name} is of no known kind; give one of {', '.join(DRIVERS)}.")
    if not path.is_file():
        raise AreaError(f"{path.name} was not found; check the path and the spelling.")
    try:
        table = gpd.read_file(path, engine="pyogrio")
    except (DataSourceError, DataLayerError, ValueError) as error:
        raise AreaError(f"{path.name} cannot be read as polygons; it may be damaged or of another kind.") from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise AreaError(f"{path.name} holds no polygons, only a table.")
    table = table[table.geometry.notna()]
    table = table.set_geometry(table.geometry.make_valid())
    table = table[table.geom_type.isin(["Polygon", "MultiPolygon"])]
    if table.empty:
        raise AreaError(f"{path.name} holds no polygon; draw one and save it again.")
    return table


def _names(table: gpd.GeoDataFrame) -> Sequence[str]:
    """Names of the polygons: from the first column with unique values, else their number in the file."""
    for candidate in NAME_COLUMNS:
        for column in table.columns:
            if column.lower() == candidate and table[column].notna().all() and table[column].is_unique:
                return [str(value) for value in table[column]]
    return [str(number) for number in range(1, len(table) + 1)]


def _onto(shapes: gpd.GeoSeries, grid: Georeference) -> list[BaseGeometry]:
    """Shapes of any CRS, reprojected to pixels of the grid."""
    if not CRS.from_user_input(grid.crs).equals(shapes.crs):
        bounds = shapes.bounds
        longest = float(max((bounds.maxx - bounds.minx).max(), (bounds.maxy - bounds.miny).max()))
        shapes = shapes.segmentize(max(longest / EDGE_PARTS, 1e-12)).to_crs(grid.crs)
    to_pixels = ~grid.transform
    with np.errstate(invalid="ignore"):  # coordinates that cannot be reprojected are infinite
        return list(
            shapes.affine_transform([to_pixels.a, to_pixels.b, to_pixels.d, to_pixels.e, to_pixels.c, to_pixels.f])
        )
