import numpy as np
import pytest

from mci_model.evaluation.mask_facts import ANY, mask_facts
from mci_model.settings import BUILDING, ROAD


@pytest.fixture
def mask():
    mask = np.zeros((30, 60), np.uint8)
    mask[0:4, 0:5] = BUILDING
    mask[4:8, 5:9] = BUILDING  # touches by a corner: one piece of 36 px
    mask[20, 0:30] = ROAD
    mask[10, 50:55] = BUILDING  # a speck
    return mask


def test_pieces_touch_by_corners_and_small_ones_are_ignored(mask):
    facts = mask_facts(mask)
    assert [(piece.class_id, piece.pixels) for piece in facts.pieces] == [(BUILDING, 36), (ROAD, 30)]
    assert facts.pixels([BUILDING]) == 36
    assert facts.percent(ANY) == pytest.approx(100 * 66 / 1800)
    assert facts.pieces[0].field == (0, 0)


def test_each_pixel_counts_in_its_own_field(mask):
    assert mask_facts(mask).fields([ROAD]).tolist() == [[0, 0, 0], [0, 0, 0], [20, 10, 0]]


def test_the_middle_row_of_an_odd_side_belongs_to_no_half():
    mask = np.zeros((5, 40), np.uint8)
    mask[1:3, 10:30] = BUILDING
    facts = mask_facts(mask)
    assert facts.halves([BUILDING], 0) == (20, 0)
    assert facts.halves([BUILDING], 1) == (20, 20)
