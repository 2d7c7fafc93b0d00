"""The benchmark of parcels, on a scene small enough for a test."""

import numpy as np
import pytest
import shapely

from tools.benchmarks.parcels.parcel_benchmark import benchmark_parcels, drawn_parcels


def test_drawn_parcels_do_not_overlap_and_nearly_cover_the_scene():
    shapes = drawn_parcels(100, 200, seed=1)
    total = sum(shape.area for shape in shapes)
    assert len(shapes) == 100
    assert total == pytest.approx(shapely.union_all(shapes).area)
    assert 0.9 < total / 200**2 < 1


@pytest.mark.serial
@pytest.mark.slow
def test_it_measures_parcels_and_a_whole_answer():
    found = benchmark_parcels(100, 512)
    assert (found.parcels, found.side) == (100, 512)
    assert found.parcels_per_second > 0
    assert found.answer_seconds > 0
    assert np.isfinite(found.answer_memory_mb)
