"""Parcels with what was measured as a table that is written: attributes first, then measurements; fiboa's columns.

fiboa 0.2 (https://github.com/fiboa/specification): `id`, `geometry`, `bbox`, `area` in hectares.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import Geod

from tools.atomic_files import atomic_write
from tools.measurements.parcels.parcel_table import ParcelTable
from tools.measurements.zonal import alike, columns_of_attributes
from tools.outputs.vectors import as_drawn
from tools.parcels.verdict_rules import Verdict, VerdictRule
from tools.rasters.georeference import Georeference

HECTARE = 10_000.0


def files_table(
    table: ParcelTable, grid: Georeference | None, rule: VerdictRule | None, verdicts: tuple[Verdict, ...] | None
) -> gpd.GeoDataFrame:
    """One row per parcel: `id`, `area` (hectares), what was measured, and the attributes of its file unchanged."""
    areas = table.zones.areas
    columns: dict[str, object] = {"id": [area.name for area in areas], "area": np.nan}
    columns |= {"known_pixels": table.known_pixels, "unknown_pixels": table.unknown_pixels}
    for (kind, way), share in table.shares.items():
        name = f"{kind}_{way}"
        columns[f"{name}_share"] = share.share
        if table.by_bands:
            columns |= {f"{name}_low": share.low, f"{name}_high": share.high}
        columns[f"{name}_m2" if table.has_areas else f"{name}_pixels"] = (
            share.area_m2 if table.has_areas else share.pixels
        )
    if table.index_difference is not None:
        columns["ndvi_difference"] = table.index_difference
    if rule is not None:
        columns |= {"rule": rule.words, "verdict": list(verdicts or ())}
    given = columns_of_attributes([area.attributes for area in areas], [*columns, "geometry", "bbox"])
    values = {column: [area.attributes.get(name) for area in areas] for name, column in given.items()}
    columns |= {column: alike(one) for column, one in values.items() if one != columns["id"]}
    whole = as_drawn(gpd.GeoDataFrame(pd.DataFrame(columns), geometry=[area.shape for area in areas]), grid)
    if grid is not None:
        geod = Geod(ellps="WGS84")
        degrees = whole.geometry.to_crs("EPSG:4326")
        whole["area"] = [abs(geod.geometry_area_perimeter(shape)[0]) / HECTARE for shape in degrees]
    return whole


def can_write_parquet() -> bool:
    """Whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def write_parquet(path: Path, table: gpd.GeoDataFrame) -> None:
    """GeoParquet 1.1 with a `bbox` of each parcel."""
    atomic_write(path, lambda partial: table.to_parquet(partial, write_covering_bbox=True, index=False))
