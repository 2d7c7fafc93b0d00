"""Speeds are measured; how fast it is, no test asks."""

import pytest

from tools.benchmarks.series.series_benchmark import benchmark_series


@pytest.mark.serial
def test_speeds_and_memory_are_told():
    found = benchmark_series(dates=14, side=64)
    assert found.trend_pixels_per_second > 0
    assert found.stack_memory_mb > 10
    assert (found.loop_pixels_per_second is None) == (found.times_faster is None)
