"""The changed objects as polygons and as tables."""

from __future__ import annotations

from tools.notices import notice
from tools.outputs.exchange_files import write_kml, write_shapefile, write_xlsx
from tools.outputs.vectors import write_csv, write_geojson, write_gpkg
from tools.runs.file_format import FileFormat

GEOJSON = FileFormat(
    "geojson",
    "objects.geojson",
    "the changed objects as polygons in degrees",
    "application/geo+json",
    table_writer=write_geojson,
    rank=20,
    in_run=40,
    needs_place=notice(
        "geojson-needs-place", "GeoJSON needs georeferenced images, and these are not; take gpkg or csv."
    ),
)
GPKG = FileFormat(
    "gpkg",
    "objects.gpkg",
    "the changed objects as polygons",
    "application/geopackage+sqlite3",
    table_writer=write_gpkg,
    rank=21,
    in_run=30,
)
CSV = FileFormat(
    "csv",
    "objects.csv",
    "the changed objects as a table",
    "text/csv",
    table_writer=write_csv,
    rank=22,
    in_run=50,
)
KML = FileFormat(
    "kml",
    "objects.kml",
    "the changed objects for Google Earth and other globes",
    "application/vnd.google-earth.kml+xml",
    table_writer=write_kml,
    rank=23,
    needs_place=notice(
        "kml-needs-place", "KML needs georeferenced images, and these are not; take gpkg, shapefile or csv."
    ),
)
SHAPEFILE = FileFormat(
    "shapefile",
    "objects.zip",
    "the changed objects as a shapefile",
    "application/zip",
    table_writer=write_shapefile,
    rank=24,
)
XLSX = FileFormat(
    "xlsx",
    "objects.xlsx",
    "the changed objects as a workbook for Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    table_writer=write_xlsx,
    rank=25,
)
FORMATS = (GEOJSON, GPKG, CSV, KML, SHAPEFILE, XLSX)
