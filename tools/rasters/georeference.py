"""The georeference of a grid: CRS, transform, and geodesic pixel areas. Knows no pixel values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
from affine import Affine
from pyproj import CRS, Geod, Transformer
from scipy.interpolate import RegularGridInterpolator

Bounds = tuple[float, float, float, float]
"""(left, bottom, right, top) in the CRS named beside it."""

AREA_METHOD = "geodesic on WGS 84"
PATCH, PATCH_BELOW_M2 = 64, 100.0
"""Pixels a side of the patch that is measured in place of one pixel, where a pixel is smaller than this area."""
SAMPLES = 9
"""Pixel areas are computed at this many rows and columns and interpolated between: they vary smoothly over a scene."""


@dataclass(frozen=True)
class Georeference:
    """The grid of an image: CRS, size, and the affine transform from (column, row) to CRS units."""

    crs: str
    """Authority code such as EPSG:32614 where there is one, else WKT."""
    transform: Affine
    height: int
    width: int

    @property
    def bounds(self) -> Bounds:
        """The corners' extent in CRS units."""
        corners = [
            self.transform @ corner for corner in ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        ]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @cached_property
    def pixel_areas(self) -> npt.NDArray[np.float64]:
        """(height, width) square metres of each pixel, geodesic on WGS 84 (Karney 2013, by pyproj)."""
        rows, sampled, columns = self._sampled_areas
        areas: npt.NDArray[np.float64] = rows @ sampled @ columns.T
        return areas

    def areas_at(self, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """(n,) square metres of single pixels: as `pixel_areas`, without computing that array."""
        sample_points = [_samples(extent) for extent in (self.height, self.width)]
        table = RegularGridInterpolator(sample_points, self._sampled_areas[1])
        areas: npt.NDArray[np.float64] = table(np.stack([rows + 0.5, columns + 0.5], axis=-1))
        return areas

    @property
    def area(self) -> float:
        """Square metres of the whole grid: the sum of `pixel_areas`, without computing that array."""
        rows, sampled, columns = self._sampled_areas
        return float(rows.sum(0) @ sampled @ columns.sum(0))

    @cached_property
    def _sampled_areas(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Weights of the rows, areas at the samples, weights of the columns."""
        rows, columns = _samples(self.height), _samples(self.width)
        sampled = np.array([[self._area(column, row) for column in columns] for row in rows])
        return _hats(self.height, rows), sampled, _hats(self.width, columns)

    def _area(self, column: float, row: float) -> float:
        """Square metres of a pixel: of a small one by a patch around it, since polygons are measured to 1e-5 m²."""
        area = self._patch(column, row, 1)
        if area < PATCH_BELOW_M2 and math.isfinite(patch := self._patch(column, row, PATCH)):
            return patch / PATCH**2
        return area

    def _patch(self, column: float, row: float, side: int) -> float:
        half = side / 2
        around = ((-half, -half), (half, -half), (half, half), (-half, half))
        xs, ys = zip(*(self.transform @ (column + dx, row + dy) for dx, dy in around), strict=True)
        area, _ = _wgs84().polygon_area_perimeter(*self._to_degrees(xs, ys))
        return abs(float(area))

    @property
    def resolution_m(self) -> float:
        """Side of a square with the area of the centre pixel, metres."""
        return math.sqrt(self._area(self.width / 2, self.height / 2))

    @property
    def pixel_sides_m(self) -> tuple[float, float]:
        """Width and height of the centre pixel, metres along the geodesic on WGS 84."""
        column, row = self.width / 2, self.height / 2
        lengths = []
        for across, down in ((0.5, 0.0), (0.0, 0.5)):
            ends = [self.lonlat(column - across, row - down), self.lonlat(column + across, row + down)]
            longitudes, latitudes = zip(*ends, strict=True)
            lengths.append(float(_wgs84().line_length(longitudes, latitudes)))
        return lengths[0], lengths[1]

    def lonlat(self, column: float, row: float) -> tuple[float, float]:
        """Longitude and latitude, degrees on WGS 84, of a position in pixels."""
        longitudes, latitudes = self.lonlats(np.array([column]), np.array([row]))
        return float(longitudes[0]), float(latitudes[0])

    def lonlats(
        self, columns: npt.NDArray[np.float64], rows: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Longitudes and latitudes of many positions."""
        grid = self.transform
        return self._to_degrees(grid.a * columns + grid.b * rows + grid.c, grid.d * columns + grid.e * rows + grid.f)

    def from_degrees(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A position in the CRS, from degrees on WGS 84; infinite outside the projection."""
        x, y = _to_wgs84(self.crs).transform(longitude, latitude, direction="INVERSE")
        return float(x), float(y)

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the pixel at a position in the CRS, also beside the grid; None where it is infinite."""
        column, row = ~self.transform @ (x, y)
        return (math.floor(row), math.floor(column)) if math.isfinite(row) and math.isfinite(column) else None

    def _to_degrees(self, xs: object, ys: object) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        longitudes, latitudes = (np.asarray(values) for values in _to_wgs84(self.crs).transform(xs, ys))
        beyond = np.abs(longitudes) > 180
        with np.errstate(invalid="ignore"):  # positions outside the projection are infinite
            return np.where(beyond, (longitudes + 180) % 360 - 180, longitudes), latitudes

    def part(self, top: int, left: int, height: int, width: int) -> Georeference:
        """The grid of a rectangle of this image."""
        return Georeference(self.crs, self.transform @ Affine.translation(left, top), height, width)

    @property
    def short_crs(self) -> str:
        """The CRS, short enough to print."""
        return self.crs if len(self.crs) < 40 else CRS.from_user_input(self.crs).name

    def same_crs(self, other: Georeference) -> bool:
        """Whether both use one CRS, however it is written."""
        return self.crs == other.crs or CRS.from_user_input(self.crs) == CRS.from_user_input(other.crs)


def _samples(extent: int) -> npt.NDArray[np.float64]:
    return np.unique(np.linspace(0.5, extent - 0.5, SAMPLES))


def _hats(extent: int, samples: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(extent, samples) weights of linear interpolation between the samples, at pixel centres."""
    centres = np.arange(extent) + 0.5
    unit = np.eye(len(samples))
    return np.stack([np.interp(centres, samples, unit[i]) for i in range(len(samples))], axis=1)


@lru_cache(maxsize=1)
def _wgs84() -> Geod:
    return Geod(ellps="WGS84")


@lru_cache(maxsize=32)
def _to_wgs84(crs: str) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
