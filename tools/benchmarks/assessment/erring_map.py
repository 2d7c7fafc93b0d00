"""A drawn class map with known truth and known errors, with labels that tell the truth, to try an assessment on.

    python -m tools.benchmarks.assessment.erring_map drawn

writes drawn/map.tif; with a sample in drawn/sample its points are labelled by the truth, by two people who see well.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.crs import CRS

from tools.assessment.labels import LABELS, LabelBook
from tools.assessment.sampling.plan import PLAN, read_plan
from tools.assessment.sampling.sample_files import SAMPLE, read_points
from tools.rasters.cog import map_profile, write_cog
from tools.rasters.georeference import Georeference

SIDE, PIXEL_M = 400, 10.0
NAMES = ("unchanged", "cleared", "planted")
CLASSES = ", ".join(f"{value} {name}" for value, name in enumerate(NAMES))
WRONG = {0: ((1, 0.01), (2, 0.005)), 1: ((0, 0.2),), 2: ((0, 0.3), (1, 0.05))}
"""Of each true class, as what else the map shows it, and for which share of its pixels."""
PEOPLE = {"anna": 0.0, "ben": 0.04}
"""Who labels, and how often each errs."""
Classes = npt.NDArray[np.uint8]


def drawn_truth(seed: int = 0) -> Classes:
    """(SIDE, SIDE) true classes: some clearings and fewer plantations on unchanged ground."""
    dice, truth = np.random.default_rng(seed), np.zeros((SIDE, SIDE), np.uint8)
    for value, count in ((1, 12), (2, 6)):
        for _ in range(count):
            top, left = dice.integers(0, SIDE - 40, 2)
            height, width = dice.integers(12, 40, 2)
            truth[top : top + height, left : left + width] = value
    return truth


def drawn_map(truth: Classes, seed: int = 0) -> Classes:
    """The map that errs on the truth as `WRONG` says."""
    dice, mapped = np.random.default_rng(seed + 1), truth.copy()
    for value, errors in WRONG.items():
        chance, start = dice.random(truth.shape), 0.0
        for other, share in errors:
            mapped[(truth == value) & (chance >= start) & (chance < start + share)] = other
            start += share
    return mapped


def write_map(path: Path, mapped: Classes) -> None:
    """Write a map as a GeoTIFF that tells its classes."""
    grid = Georeference("EPSG:32632", Affine(PIXEL_M, 0, 500_000, 0, -PIXEL_M, 5_400_000), SIDE, SIDE)
    profile = map_profile(mapped.shape, grid) | {"count": 1, "dtype": "uint8", "crs": CRS.from_user_input(grid.crs)}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        file.update_tags(CLASSES=CLASSES)
        file.write(mapped, 1)

    write_cog(path, profile, fill, compress="DEFLATE", overview_resampling="nearest")


def label(folder: Path, truth: Classes, seed: int = 0) -> None:
    """Label the sample of a folder by the truth, with each person's errors."""
    points, plan = read_points(folder / f"{SAMPLE}.csv"), read_plan(folder)
    dice, book = np.random.default_rng(seed + 2), LabelBook(folder, plan.classes, [point.id for point in points])
    for person, errs in PEOPLE.items():
        for point in points:
            right = int(truth[point.row, point.column])
            seen = int(dice.integers(len(NAMES))) if dice.random() < errs else right
            book.give(person, point.id, NAMES[seen])


def main(folder: Path) -> None:
    """Write the map, or label the sample where there is one."""
    truth = drawn_truth()
    sample = folder / SAMPLE
    if (sample / PLAN).is_file() and not (sample / LABELS).exists():
        label(sample, truth)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        write_map(folder / "map.tif", drawn_map(truth))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
