"""A map of change with known truth, its sample, and labels that tell the truth or err at known points."""

from __future__ import annotations

import csv

import numpy as np
import rasterio
from affine import Affine

from tools.assessment.sampling.make_plan import make_plan
from tools.rasters.gdal_warnings import without_gdal_warnings

SIDE = 120
CLASSES = "0 unchanged, 1 road, 2 building, 255 no data"


def truth():
    """(SIDE, SIDE) classes of the ground: mostly unchanged, a road and some buildings."""
    ground = np.zeros((SIDE, SIDE), np.uint8)
    ground[50:58] = 1
    ground[10:40, 20:60] = ground[70:100, 70:100] = 2
    return ground


def mapped():
    """The same with errors: buildings drawn too large, a part of the road missed, and a rim without data."""
    found = truth()
    found[8:42, 18:62] = np.where(truth()[8:42, 18:62] == 1, 1, 2)
    found[50:58, 80:] = 0
    found[:, :4] = 255
    return found


def write_map(path, numbers=None, place=True, tags=True, **profile):
    """The map as a file."""
    values = mapped() if numbers is None else numbers
    told = {"count": 1, "height": values.shape[0], "width": values.shape[1], "dtype": values.dtype, "nodata": 255}
    if place:
        told |= {"crs": "EPSG:32614", "transform": Affine(10, 0, 620_000, 0, -10, 3_350_000)}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **(told | profile)) as file:
        file.write(values, 1)
        if tags:
            file.update_tags(CLASSES=CLASSES)
    return path


def planned(tmp_path, standard_error=0.03, **wish):
    """The map, the folder of its sample, and its plan."""
    path = wish.pop("path", None) or write_map(tmp_path / "change.tif")
    plan, _ = make_plan(path, tmp_path / "sample", standard_error, **wish)
    return path, tmp_path / "sample", plan


def rows_of(path):
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, rows):
    """Write rows back."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)


def label_by_truth(folder, column="label", names=("unchanged", "road", "building"), but=None):
    """Fill a column of labels with the truth, but for some points."""
    rows, ground = rows_of(folder / "sample.csv"), truth()
    for row in rows:
        row[column] = names[ground[int(row["row"]), int(row["column"])]]
        row[column] = (but or {}).get(int(row["id"]), row[column])
    write_rows(folder / "sample.csv", rows)
    return rows
