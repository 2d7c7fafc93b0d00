"""Of windows: roads by whichever source is surer, and what appeared by the same one."""

from dataclasses import replace

import torch

from mci_model.architecture.network import Interpretation
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.inference.window_results import results
from mci_model.prediction import Window
from mci_model.settings import BACKGROUND, BUILDING, ROAD

WHOLE = Window(0, 0, 64, 64)


def seen(road_before, road_after, *, building=False, gate=3.0):
    """A window of 64 px: background or a building that appeared, and roads of either date, the same all over."""
    classes = torch.zeros(1, 3, 64, 64)
    classes[:, BUILDING if building else BACKGROUND] = 4.0
    roads = torch.full((2, 16, 16), road_before)
    roads[1] = road_after
    return Interpretation(classes, torch.full((1, 64, 64), 5.0), torch.tensor([gate]), None, road_logits=roads)


def test_a_road_that_is_gone_disappeared_and_a_building_beside_it_did_not():
    (gone,) = results(seen(6.0, -6.0), [WHOLE], None)
    assert (gone.classes.argmax(0) == ROAD).all()
    assert gone.appeared.max() < 0.1
    (built,) = results(seen(6.0, -6.0, building=True), [WHOLE], None)
    assert (built.classes.argmax(0) == BUILDING).all()
    assert built.appeared.min() > 0.9


def test_what_the_mask_is_surer_of_stays():
    sure = seen(-6.0, -6.0)
    sure.class_logits[:, ROAD] = 8.0
    (found,) = results(sure, [WHOLE], None)
    assert (found.classes.argmax(0) == ROAD).all()
    assert found.appeared.min() > 0.9


def test_the_gate_decides_how_sure_a_road_must_be():
    calibration = RoadCalibration(1.0, 1e-4, 1)
    (changed,) = results(seen(-6.0, 6.0), [WHOLE], calibration)
    (unchanged,) = results(seen(-6.0, 6.0, gate=-3.0), [WHOLE], calibration)
    assert (changed.classes.argmax(0) == ROAD).all()
    assert (unchanged.classes.argmax(0) == BACKGROUND).all()
    assert changed.changed > 0.9 > 0.1 > unchanged.changed


def test_without_a_gate_what_lies_beyond_the_window_does_not_count():
    beyond = replace(seen(-6.0, -6.0), gate_logits=None)
    beyond.class_logits[:, BUILDING, 40:] = 9.0
    (small,) = results(beyond, [Window(0, 0, 40, 64)], None)
    (whole,) = results(beyond, [WHOLE], None)
    assert small.changed < 0.1 < 0.9 < whole.changed
