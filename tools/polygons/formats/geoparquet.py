"""GeoParquet as layers (https://geoparquet.org, versions 1.0 and 1.1), read by pyarrow where that is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import shapely
from pyproj import CRS
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError

from tools.polygons.coordinate_systems import degrees
from tools.polygons.features import DamagedFileError, Feature, Layer, attribute
from tools.polygons.file_content import FileContent

MAGIC = b"PAR1"
DAMAGED = "it is damaged or was cut short; download it again"
NO_PLACES = "it is a Parquet file without the geometries of GeoParquet; write it with geopandas or QGIS"


def layers(content: FileContent) -> Iterator[Layer]:
    """The one layer of a file, by its primary column of geometries in WKB.

    Raises:
        DamagedFileError: it is damaged, has no geometries, or pyarrow is not installed.
    """
    try:
        import pyarrow.parquet as pq
        from pyarrow import ArrowException
    except ImportError as error:
        text = "pyarrow is not installed, which reads it (the extra `parquet` has it); or save it as a GeoPackage"
        raise DamagedFileError(text) from error
    try:
        table = pq.read_table(BytesIO(content.read()))
        told = json.loads((table.schema.metadata or {}).get(b"geo", b"{}"))
        column = told["primary_column"]
        shapes = shapely.from_wkb(table[column].to_pylist(), on_invalid="fix")
    except (KeyError, TypeError) as error:
        raise DamagedFileError(NO_PLACES) from error
    except (ArrowException, OSError, ValueError, ShapelyError) as error:
        raise DamagedFileError(DAMAGED) from error
    geo = told.get("columns", {}).get(column, {})
    hidden = {column, str(next(iter((geo.get("covering") or {}).get("bbox", {}).values()), [""])[0])}
    names = [name for name in table.column_names if name not in hidden]
    rows = table.select(names).to_pylist()
    yield Layer(content.stem, _crs(geo), _features(shapes, rows))


def _features(shapes: Any, rows: list[dict[str, Any]]) -> Iterator[Feature]:
    for number, (shape, row) in enumerate(zip(shapes, rows, strict=True), 1):
        yield Feature(number, shape, {name: attribute(value) for name, value in row.items()})


def _crs(geo: dict[str, Any]) -> CRS | None:
    """The CRS of the column; longitude and latitude where the file names none, as the format says."""
    if "crs" not in geo:
        return degrees()
    if geo["crs"] is None:
        return None
    try:
        return CRS.from_json_dict(geo["crs"])
    except (ProjError, TypeError, ValueError) as error:
        raise DamagedFileError("the definition of its CRS is damaged; save it again with geopandas or QGIS") from error
