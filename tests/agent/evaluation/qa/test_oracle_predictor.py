import numpy as np

from agent.evaluation.qa.oracle_predictor import OraclePredictor
from mci_model.prediction import Window
from mci_model.settings import BUILDING


def test_a_part_shows_the_mask_and_its_windows_tell_where_it_changed():
    label = np.zeros((300, 500), np.uint8)
    label[280:290, 480:490] = BUILDING
    core = Window(200, 400, 100, 100)
    seen = OraclePredictor(label).predict_part(None, None, None, label.shape, core)
    assert (seen.probabilities.argmax(0) == label[200:, 400:]).all()
    assert np.allclose(seen.probabilities.sum(0), 1)
    assert seen.appeared is None
    changed = [look.window for look in seen.looks if look.changed > 0.5]
    assert changed
    assert all(window.top + window.height > 280 and window.left + window.width > 480 for window in changed)


def test_they_say_nothing_of_change_where_there_is_none():
    empty, full = np.zeros((8, 8), np.uint8), np.full((8, 8), BUILDING, np.uint8)
    assert "same as before" in OraclePredictor(empty, "a house is built").describe(None, None, 0.0)
    assert OraclePredictor(full, "a house is built").describe(None, None, 1.0) == "a house is built"
    assert OraclePredictor(empty).sha256 != OraclePredictor(full).sha256


def test_a_drawn_scene_tells_what_appeared():
    label, appeared = np.zeros((40, 50), np.uint8), np.zeros((40, 50), np.float32)
    appeared[20:] = 1
    oracle = OraclePredictor(label, appeared=appeared)
    seen = oracle.predict_part(None, None, None, label.shape, Window(15, 0, 10, 50))
    assert oracle.tells_direction
    assert not OraclePredictor(label).tells_direction
    assert np.array_equal(seen.appeared, appeared[15:25])
