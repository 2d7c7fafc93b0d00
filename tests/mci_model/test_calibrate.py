import json
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from mci_model.calibrate import calibrate_roads
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.data.labelled_pairs import PairFolder

SAME, ROAD = "the scene is the same as before", "a road is built"


class FaintRoads:
    """Sees a faint road in every pair, and holds each for changed."""

    roads = RoadCalibration(1, 1, 1)

    def predict(self, before, _, *, beams):
        assert self.roads is None, "what is calibrated sees without a calibration"
        seen = np.zeros((3, *before.shape[:2]), np.float32)
        seen[0], seen[1] = 0.9, 0.1
        return SimpleNamespace(probabilities=seen, changed=0.9)


@pytest.fixture
def folder(tmp_path):
    def write(*captions):
        (tmp_path / "val" / "captions.json").parent.mkdir()
        told = {f"pair{number}": [caption] * 5 for number, caption in enumerate(captions)}
        for part in ("A", "B", "label"):
            (tmp_path / "val" / part).mkdir()
            for name in told:
                image = np.zeros((64, 64) if part == "label" else (64, 64, 3), np.uint8)
                cv2.imwrite(str(tmp_path / "val" / part / f"{name}.png"), image)
        (tmp_path / "val" / "captions.json").write_text(json.dumps(told), encoding="utf-8")
        return PairFolder(tmp_path, "val")

    return write


def test_the_pairs_that_people_call_unchanged_decide(folder):
    assert calibrate_roads(FaintRoads(), folder(SAME, SAME, ROAD)) == RoadCalibration(8, 1, 2)


def test_without_such_pairs_there_is_no_calibration(folder):
    assert calibrate_roads(FaintRoads(), folder(ROAD)) is None
