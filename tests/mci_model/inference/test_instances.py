"""Touching buildings are told apart where the mask is narrow; what is thin and unsure is none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from mci_model.inference.instances import SURE_FROM, building_instances


def drawn(*boxes, height=80, width=200):
    """A mask of (top, left, bottom, right) boxes."""
    mask = np.zeros((height, width), bool)
    for top, left, bottom, right in boxes:
        mask[top:bottom, left:right] = True
    return mask


def sure(mask, probability=1.0):
    return mask.astype(np.float32) * probability


@pytest.mark.parametrize("houses", [2, 3, 6])
def test_a_row_of_houses_counts_one_by_one(houses):
    boxes = [(20, 5 + 30 * number, 42, 27 + 30 * number) for number in range(houses)]
    necks = [(28, 27 + 30 * number, 33, 35 + 30 * number) for number in range(houses - 1)]
    mask = drawn(*boxes, *necks)
    found = building_instances(mask, sure(mask))
    assert found.max() == houses
    assert (found > 0).sum() == mask.sum(), "necks belong to the houses"
    for number, (top, left, bottom, right) in enumerate(boxes):
        inner = found[top + 2 : bottom - 2, left + 2 : right - 2]
        assert (inner == inner[0, 0]).all(), f"house {number} is one"


@pytest.mark.parametrize(
    "mask",
    [
        drawn((10, 10, 60, 190)),
        drawn((10, 10, 60, 30), (40, 10, 60, 120)),
        drawn((10, 10, 30, 120), (50, 10, 70, 120), (10, 10, 70, 30)),
        np.hypot(*np.indices((80, 80)) - 40) < 30,
    ],
    ids=["hall", "an L", "a U", "a tank"],
)
def test_one_building_stays_one(mask):
    found = building_instances(mask, sure(mask))
    assert found.max() == 1
    assert (found[mask] == 1).all()


def test_what_is_thin_is_a_building_only_if_it_is_sure():
    seam = drawn((10, 5, 13, 120))
    assert building_instances(seam, sure(seam)).max() == 1
    assert building_instances(seam, sure(seam, SURE_FROM - 0.1)).max() == 0
    house = drawn((10, 5, 30, 30))
    assert building_instances(house, sure(house, 0.51)).max() == 1
    assert building_instances(seam | drawn((40, 5, 60, 30)), sure(seam, 0.6) + sure(drawn((40, 5, 60, 30)))).max() == 1


def test_no_building_is_none():
    assert not building_instances(np.zeros((5, 7), bool), np.zeros((5, 7), np.float32)).any()


@given(seed=st.integers(0, 10**6), density=st.floats(0.2, 0.7))
@settings(max_examples=25, deadline=None)
def test_parts_lie_in_one_piece_each_and_are_numbered_without_gaps(seed, density):
    rough = np.random.default_rng(seed).random((12, 16)) < density
    mask = ndimage.zoom(rough.astype(np.uint8), 6, order=0) > 0
    found = building_instances(mask, sure(mask))
    pieces = ndimage.label(mask, np.ones((3, 3)))[0]
    assert np.array_equal(found > 0, mask)
    assert set(np.unique(found[mask])) == set(range(1, found.max() + 1))
    for number in range(1, found.max() + 1):
        assert len(np.unique(pieces[found == number])) == 1
        assert ndimage.label(found == number, np.ones((3, 3)))[1] == 1
    turned = building_instances(mask[::-1], sure(mask[::-1]))
    assert turned.max() == found.max()
