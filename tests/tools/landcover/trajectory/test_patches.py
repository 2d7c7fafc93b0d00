import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tools.landcover.trajectory.patches import patch_sizes, patches

SMALL = np.array([[int(digit) for digit in row] for row in "11001/01000/00110/10010/11000".split("/")], bool)
MASKS = arrays.arrays(bool, (9, 12))


@pytest.mark.parametrize(("connectivity", "sizes", "share"), [(4, [3, 3, 3, 1], 0.3), (8, [6, 3, 1], 0.6)])
def test_patches_of_a_small_mask(connectivity, sizes, share):
    assert patch_sizes(SMALL, connectivity).tolist() == sizes
    found = patches(SMALL, connectivity=connectivity)
    assert (found.count, found.pixels, found.largest_share) == (len(sizes), 10, share)
    assert found.largest_patch_index == pytest.approx(100 * sizes[0] / 25)
    assert found.weighted_mean_pixels == pytest.approx(sum(size**2 for size in sizes) / 10)


def test_where_there_is_nothing():
    found = patches(np.zeros((4, 4), bool))
    assert (found.count, found.largest_share, found.mean_pixels, found.edges) == (0, 0.0, 0.0, 0)


def test_unknown_ground_is_neither_class_nor_edge():
    mask, known = np.zeros((3, 4), bool), np.ones((3, 4), bool)
    mask[:, :2] = True
    assert patches(mask).edges == 3
    known[:, 2] = False
    found = patches(mask, known)
    assert (found.edges, found.largest_patch_index) == (0, pytest.approx(100 * 6 / 9))


@given(MASKS, st.sampled_from([4, 8]))
def test_patches_add_up_to_the_class_however_it_lies(mask, connectivity):
    found = patches(mask, connectivity=connectivity)
    assert found.pixels == mask.sum()
    assert patches(mask.T, connectivity=connectivity) == found
    assert patches(mask[::-1], connectivity=connectivity) == found
    assert found.edges == patches(~mask, connectivity=connectivity).edges
    assert patch_sizes(mask, 8).size <= patch_sizes(mask, 4).size
