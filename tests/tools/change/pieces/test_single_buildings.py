"""Buildings that touch are told apart in the same way in whatever blocks a scene is labelled."""

import numpy as np
import pytest

from mci_model.inference.instances import building_instances
from tests.tools.drawn_maps import drawn_map
from tools.change import make_map as scene_map
from tools.change.pieces import single_buildings

HOUSES = [(20 + 50 * row, 10 + 28 * column) for row in range(3) for column in range(6)]


@pytest.fixture
def rows_of_houses():
    """Three rows of six houses of 22 x 20 px, joined by necks, and a road across them."""
    label = np.zeros((170, 200), np.uint8)
    for top, left in HOUSES:
        label[top : top + 22, left : left + 20] = 2
        if left < 150:
            label[top + 8 : top + 13, left + 20 : left + 28] = 2
    label[:, 190:196] = 1
    return label


@pytest.mark.parametrize("block", [4096, 64, 37])
def test_rows_of_houses_count_one_by_one(tmp_path, monkeypatch, rows_of_houses, block):
    monkeypatch.setattr(scene_map, "LABEL_BLOCK", block)
    found = drawn_map(tmp_path, rows_of_houses)
    ids = found.ids(found.whole)
    assert len(found.of("building")) == len(HOUSES)
    assert len(found.of("road")) == 1
    expected = building_instances(rows_of_houses == 2, (rows_of_houses == 2).astype(np.float32))
    for thing in found.of("building"):
        assert len(np.unique(expected[ids == thing.id])) == 1
        assert thing.pixels == (ids == thing.id).sum()
        top, left, bottom, right = thing.box
        assert (ids == thing.id)[top:bottom, left:right].sum() == thing.pixels
    assert ((ids > 0) == (rows_of_houses > 0)).all()


def test_what_is_thin_and_unsure_is_left_out(tmp_path, rows_of_houses):
    rows_of_houses[2:5, 5:180] = 2
    unsure = np.where(np.arange(170)[:, None] < 10, 0.6, 1.0)
    assert len(drawn_map(tmp_path, rows_of_houses, probability=unsure).of("building")) == len(HOUSES)
    assert len(drawn_map(tmp_path, rows_of_houses, probability=1.0).of("building")) == len(HOUSES) + 1


def test_a_piece_too_long_for_memory_stays_one(tmp_path, monkeypatch, rows_of_houses):
    monkeypatch.setattr(single_buildings, "MAX_SIDE", 100)
    assert len(drawn_map(tmp_path, rows_of_houses).of("building")) == 3
