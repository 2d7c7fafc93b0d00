import numpy as np
import pytest

from tools.landcover.trajectory.box_counting import box_count


def repeated(rule, times):
    pattern = np.ones((1, 1), int)
    for _ in range(times):
        pattern = np.kron(pattern, rule)
    return pattern.astype(bool)


CARPET = repeated(np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]]), 5)
TRIANGLE = repeated(np.array([[1, 0], [1, 1]]), 8)


def test_the_sierpinski_carpet():
    found = box_count(CARPET, (1, 3, 9, 27, 81))
    assert found.counts == (32768, 4096, 512, 64, 8)
    assert found.dimension == pytest.approx(np.log(8) / np.log(3), abs=1e-9)
    assert found.r_squared == pytest.approx(1.0)


def test_the_sierpinski_triangle_with_powers_of_two():
    found = box_count(TRIANGLE)
    assert found.sides == (1, 2, 4, 8, 16, 32, 64, 128, 256)
    assert found.dimension == pytest.approx(1.584963, abs=1e-6)


def test_squares_and_lines_have_whole_dimensions():
    row = np.zeros((256, 256), bool)
    row[17] = True
    assert box_count(np.ones((256, 256), bool)).dimension == pytest.approx(2.0, abs=1e-12)
    assert box_count(row).dimension == pytest.approx(1.0, abs=1e-12)
    assert box_count(np.eye(256, dtype=bool)).dimension == pytest.approx(1.0, abs=1e-12)


def test_a_single_pixel_has_no_dimension_to_speak_of():
    point = np.zeros((64, 64), bool)
    point[5, 9] = True
    found = box_count(point)
    assert (found.dimension, found.r_squared) == (0.0, None)
    assert box_count(np.zeros((64, 64), bool)).dimension is None
    assert box_count(np.ones((2, 2), bool)).dimension is None


def test_sizes_that_boxes_do_not_divide():
    assert box_count(np.ones((5, 7), bool), (1, 2, 4)).counts == (35, 12, 4)
