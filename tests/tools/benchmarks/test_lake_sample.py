"""The drawn lake: bands of a sensor that is recognised, and change that the bands themselves show."""

import numpy as np
import rasterio

from tools.benchmarks.lake_sample import BANDS, FACTOR, SIDE, write_lake


def bands(path):
    with rasterio.open(path, driver="GTiff") as file:
        assert file.descriptions == BANDS
        return dict(zip(BANDS, file.read().astype(float) / FACTOR, strict=True))


def test_water_recedes_and_forest_burns(tmp_path):
    earlier, later = map(bands, write_lake(tmp_path))
    wet = [date["B03"] > date["B08"] for date in (earlier, later)]
    assert (wet[1] & ~wet[0]).sum() < 0.1 * (wet[0] & ~wet[1]).sum(), "the lake shrinks"
    ratio = [(date["B08"] - date["B12"]) / (date["B08"] + date["B12"]) for date in (earlier, later)]
    burnt = (ratio[0] - ratio[1] > 0.66) & ~wet[0]
    assert 0.02 < burnt.sum() / SIDE**2 < 0.2


def test_the_same_seed_draws_the_same(tmp_path):
    first, second = write_lake(tmp_path / "a"), write_lake(tmp_path / "b")
    for one, other in zip(first, second, strict=True):
        assert np.array_equal(bands(one)["B08"], bands(other)["B08"])
