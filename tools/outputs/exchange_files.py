"""The changed objects for other programs: KML for globes, shapefiles for GIS, workbooks for spreadsheets."""

from __future__ import annotations

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import geopandas as gpd
import pyogrio

from tools.atomic_files import atomic_write
from tools.csv_cells import cell
from tools.number_format import percent, quantity

SHORT_NAMES = {
    "perimeter_m": "perim_m",
    "probability": "probab",
    "touches_edge": "at_edge",
    "cover_before": "cover_from",
    "cover_after": "cover_to",
    "cover_share": "cov_share",
    "regularised": "regular",
}
"""Names of columns that are longer than the ten characters of a shapefile's table."""
MADE = (1980, 1, 1, 0, 0, 0)
"""Time of the files in an archive: always the same, so that the same objects make the same file."""


def write_kml(path: Path, table: gpd.GeoDataFrame) -> None:
    """Placemarks in degrees on WGS 84, each with its name and a line on it; the table must have a CRS."""
    degrees = table.to_crs("EPSG:4326")
    kinds = table["class" if "class" in table else "change"]
    degrees.insert(0, "Name", [f"{kind} {number}" for kind, number in zip(kinds, table["id"], strict=True)])
    degrees.insert(1, "Description", [_line(row) for row in table.to_dict("records")])
    # A layer's name is one of XML, which holds no hyphen as its writer has it.
    layer = path.stem.replace("-", "_")
    atomic_write(path, lambda partial: pyogrio.write_dataframe(degrees, partial, driver="KML", layer=layer))


def _line(row: dict[str, object]) -> str:
    area, probability = row["area_m2"], row.get("probability")
    told = [str(row["status"])] if row.get("status", "any") != "any" else []
    told += [f"{row['cover_before']} to {row['cover_after']}"] if "change" in row else []
    told += [f"{quantity(area)} m²"] if isinstance(area, float) else []
    return ", ".join([*told, *([f"{percent(float(str(probability)))} probable"] if probability is not None else [])])


def write_shapefile(path: Path, table: gpd.GeoDataFrame) -> None:
    """A ZIP archive with .shp, .shx, .dbf and .cpg, and .prj where there is a CRS; names of columns are shortened."""
    short = table.rename(columns=SHORT_NAMES)
    if "at_edge" in short:
        short["at_edge"] = short["at_edge"].astype("int32")

    def write(partial: Path) -> None:
        with TemporaryDirectory(dir=path.parent) as folder, warnings.catch_warnings():
            # An image without georeference is an ordinary input here, not a reason to warn.
            warnings.filterwarnings("ignore", "'crs' was not provided")
            how = {"driver": "ESRI Shapefile", "geometry_type": "Polygon", "ENCODING": "UTF-8"}
            pyogrio.write_dataframe(short, Path(folder) / f"{path.stem}.shp", **how)
            with ZipFile(partial, "w") as archive:
                for part in sorted(Path(folder).iterdir()):
                    archive.writestr(ZipInfo(part.name, MADE), part.read_bytes(), ZIP_DEFLATED)

    atomic_write(path, write)


def write_xlsx(path: Path, table: gpd.GeoDataFrame) -> None:
    """A workbook with one sheet: the table without outlines; text is text there, never a formula."""
    rows = table.drop(columns="geometry").rename(columns=cell).map(cell)
    if "touches_edge" in rows:
        rows["touches_edge"] = rows["touches_edge"].astype("int32")
    layer = table.attrs.get("layer", "changed_objects")
    atomic_write(path, lambda partial: pyogrio.write_dataframe(rows, partial, driver="XLSX", layer=layer))
