"""The changed objects as polygons and as a table."""

from __future__ import annotations

from tools.outputs.vectors import write_csv, write_geojson, write_gpkg
from tools.runs.file_format import FileFormat

GEOJSON = FileFormat(
    "geojson",
    "objects.geojson",
    "the changed objects as polygons in degrees",
    "application/geo+json",
    writer=lambda workspace, pair, path: write_geojson(path, workspace.outlines(pair)),
    rank=20,
    in_run=40,
    needs_place="GeoJSON needs georeferenced images, and these are not; take gpkg or csv.",
)
GPKG = FileFormat(
    "gpkg",
    "objects.gpkg",
    "the changed objects as polygons",
    "application/geopackage+sqlite3",
    writer=lambda workspace, pair, path: write_gpkg(path, workspace.outlines(pair)),
    rank=21,
    in_run=30,
)
CSV = FileFormat(
    "csv",
    "objects.csv",
    "the changed objects as a table",
    "text/csv",
    writer=lambda workspace, pair, path: write_csv(path, workspace.outlines(pair)),
    rank=22,
    in_run=50,
)
FORMATS = (GEOJSON, GPKG, CSV)
