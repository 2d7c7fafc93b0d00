"""The points of a sample as files for GIS programs, and read back, with what people wrote into them.

The files do not tell what the map says at a point, so that whoever labels it is not led by the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import geopandas as gpd

from tools.assessment.sampling.drawing import SamplePoint
from tools.assessment.sampling.plan import WAY_OUT
from tools.errors import AssessmentError
from tools.outputs.vectors import write_csv, write_geojson, write_gpkg
from tools.polygons.attribute_table import read_table
from tools.polygons.features import Attribute, Feature
from tools.polygons.polygon_source import PolygonSource
from tools.rasters.gdal_errors import shown
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource

SAMPLE = "sample"
BESIDE = (-1, -1)
"""The pixel of a place that is on no map."""
LABEL = "label"
"""The column for labels; several people have columns that begin with it, such as label_anna."""


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A point of a sample as a file has it."""

    id: int
    row: int
    """On the map's grid."""
    column: int
    labels: Mapping[str, str]
    """As written, by the name of who wrote it: what follows `label_` in the name of a column, or "the file"."""


def write_sample(folder: Path, points: Sequence[SamplePoint], crs: str | None) -> tuple[Path, ...]:
    """Write the points as CSV and GeoPackage, and as GeoJSON where they lie on the earth; the paths."""
    places = gpd.points_from_xy([point.x for point in points], [point.y for point in points])
    table = gpd.GeoDataFrame([asdict(point) for point in points], geometry=places, crs=crs)
    table[LABEL] = ""
    paths = [folder / f"{SAMPLE}.{ending}" for ending in ("csv", "gpkg")]
    write_csv(paths[0], table)
    write_gpkg(paths[1], table, SAMPLE, geometry_type="Point")
    if crs is not None:
        paths.append(folder / f"{SAMPLE}.geojson")
        write_geojson(paths[-1], table)
    return tuple(paths)


def read_sample(path: Path, of: RasterSource) -> tuple[SampleRow, ...]:
    """The points of a file on the grid of a map.

    Args:
        path: CSV, GeoPackage or GeoJSON with a column `id`, and `x` and `y` in the map's CRS, or `longitude` and
            `latitude`, or `row` and `column`; and perhaps columns of labels.
        of: the map.

    Raises:
        AreaError: the file cannot be read.
        AssessmentError: a column is missing, a number twice, or a point lies beside the map.
    """
    rows = tuple(_row(path, feature, of) for feature in read_table(PolygonSource.named(str(path))).features)
    seen: set[int] = set()
    for row in rows:
        if row.id in seen:
            raise AssessmentError(f"{shown(path)} has the point {row.id} twice; give each number once.")
        seen.add(row.id)
    return rows


def _row(path: Path, feature: Feature, of: RasterSource) -> SampleRow:
    values = feature.attributes
    number = values.get("id")
    if not isinstance(number, int):
        raise AssessmentError(f"Row {feature.number} of {shown(path)} has no whole number in a column id; write one.")
    row, column = _pixel(path, number, values, of.georeference)
    if not (0 <= row < of.height and 0 <= column < of.width):
        raise AssessmentError(f"Point {number} of {shown(path)} lies beside {of.name}; give the map it was drawn from.")
    return SampleRow(number, row, column, _labels(values))


def _pixel(path: Path, number: int, values: Mapping[str, Attribute], grid: Georeference | None) -> tuple[int, int]:
    """Row and column of a point."""
    if grid is not None:
        degrees = _numbers(values, "longitude", "latitude")
        place = _numbers(values, "x", "y") or (degrees and grid.from_degrees(*degrees))
        if place is not None:
            return grid.pixel_at(*place) or BESIDE
    pixel = _numbers(values, "row", "column")
    if pixel is None:
        raise AssessmentError(
            f"Point {number} of {shown(path)} tells no place; give the columns x and y, longitude and latitude, or "
            "row and column."
        )
    return int(pixel[0]), int(pixel[1])


def _numbers(values: Mapping[str, Attribute], first: str, second: str) -> tuple[float, float] | None:
    pair = values.get(first), values.get(second)
    if any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in pair):
        return None
    return float(str(pair[0])), float(str(pair[1]))


def _labels(values: Mapping[str, Attribute]) -> dict[str, str]:
    """What was written into columns of labels."""
    labels = {}
    for column, value in values.items():
        name = column.strip().lower()
        if value is not None and str(value).strip() and (name == LABEL or name.startswith(f"{LABEL}_")):
            labels[column.strip()[len(LABEL) + 1 :] or "the file"] = str(value).strip()
    return labels


def read_points(path: Path) -> tuple[SamplePoint, ...]:
    """The points of a sample as they were written, in the order of labelling.

    Raises:
        AreaError: the file cannot be read.
        AssessmentError: it is no sample that was drawn here.
    """
    return tuple(_point(path, feature) for feature in read_table(PolygonSource.named(str(path))).features)


def _point(path: Path, feature: Feature) -> SamplePoint:
    values = feature.attributes
    whole = [values.get(name) for name in ("id", "row", "column")]
    place, degrees = _numbers(values, "x", "y"), _numbers(values, "longitude", "latitude")
    if place is None or not all(isinstance(value, int) for value in whole):
        raise AssessmentError(f"Row {feature.number} of {shown(path)} is no point that was drawn here; {WAY_OUT}.")
    number, row, column = (int(str(value)) for value in whole)
    return SamplePoint(number, row, column, *place, *(degrees or (None, None)))
