import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mci_model.checkpoints.road_calibration import (
    IN_CHANGED,
    IN_UNCHANGED,
    RoadCalibration,
    fit,
    road_pixels,
    weighed,
)
from mci_model.settings import BACKGROUND, BUILDING, ROAD

LOGITS = arrays(np.float32, (3, 4, 5), elements=st.floats(-20, 20, width=32))
ODDS = st.floats(0.01, 100)


def softmax(logits):
    powers = np.exp(logits - logits.max(0))
    return (powers / powers.sum(0)).astype(np.float32)


@given(LOGITS, ODDS)
def test_buildings_stay_buildings_and_probabilities_add_up(logits, odds):
    before = softmax(logits)
    after = weighed(before, odds)
    assert np.array_equal(after[BUILDING], before[BUILDING])
    assert ((after.argmax(0) == BUILDING) >= (before.argmax(0) == BUILDING)).all()
    assert np.allclose(after.sum(0), 1, atol=1e-5)
    assert after.min() >= -1e-6


@given(LOGITS, ODDS)
def test_the_odds_of_road_against_background_are_multiplied(logits, odds):
    before = softmax(logits)
    after = weighed(before, odds)
    free = (before.argmax(0) != BUILDING) & (before[ROAD] > 1e-3) & (before[BACKGROUND] > 1e-3) & (after > 1e-4).all(0)
    had, has = (one[ROAD][free] / one[BACKGROUND][free] for one in (before, after))
    assert np.allclose(has, had * np.float32(odds), rtol=2e-2)


def test_roads_are_likelier_where_the_window_changed_and_need_more_where_it_did_not():
    classes = np.array([0.8, 0.2, 0.0], np.float32).reshape(3, 1, 1)
    strong = np.array([0.3, 0.7, 0.0], np.float32).reshape(3, 1, 1)
    roads = RoadCalibration(16, 1 / 9, 100)
    assert roads.weigh(classes, 0.9).argmax(0) == ROAD
    assert roads.weigh(classes, 0.1).argmax(0) == BACKGROUND
    assert roads.weigh(strong, 0.1).argmax(0) == BACKGROUND
    assert roads.weigh(np.array([0.02, 0.98, 0], np.float32).reshape(3, 1, 1), 0.1).argmax(0) == ROAD


def test_the_largest_factors_are_taken_that_mark_few_unchanged_pairs():
    quiet = [dict.fromkeys(IN_UNCHANGED, 0) for _ in range(96)]
    noisy = [{odds: 500 if odds > 8 else 0 for odds in IN_CHANGED} for _ in range(5)]
    sure = [{odds: 60 if odds > 0.2 else 0 for odds in IN_UNCHANGED} for _ in range(3)]
    assert fit([*quiet, *noisy, *sure]) == RoadCalibration(8, 1 / 9, 104)
    many = [dict.fromkeys(IN_UNCHANGED, 60) for _ in range(50)]
    assert fit([*quiet, *noisy, *many]) == RoadCalibration(max(IN_CHANGED), min(IN_UNCHANGED), 151), (
        "the gate parts them"
    )


def test_the_pixels_of_road_are_counted_under_each_factor():
    classes = np.zeros((3, 8, 8), np.float32)
    classes[BACKGROUND], classes[ROAD] = 0.9, 0.1
    assert road_pixels(classes, 0.9) == {odds: 64 if odds > 9 else 0 for odds in IN_CHANGED}
    assert set(road_pixels(classes, 0.2)) == set(IN_UNCHANGED)
