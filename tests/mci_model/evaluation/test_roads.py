import cv2
import numpy as np
import pytest

from mci_model.data.hybrids import RoadImages
from mci_model.evaluation.roads import evaluate_roads
from mci_model.prediction import Prediction, Window


@pytest.fixture
def images(tmp_path):
    """Dark ground with a bright road; eleven images, of which two are held out."""
    for part in ("image", "label"):
        (tmp_path / "town" / part).mkdir(parents=True)
    for number in range(11):
        mask = np.zeros((220, 220), np.uint8)
        mask[:, 100:114] = 255
        image = np.repeat((mask // 2 + 60)[..., None], 3, axis=2)
        cv2.imwrite(str(tmp_path / "town" / "image" / f"{number:02}.png"), image)
        cv2.imwrite(str(tmp_path / "town" / "label" / f"{number:02}.png"), mask)
    return RoadImages(tmp_path, held_out=True)


class Brightening:
    """Predicts a road where the later date is much brighter."""

    def predict(self, before, after):
        brighter = after.astype(int).mean(axis=2) - before.astype(int).mean(axis=2)
        mask = (brighter > brighter.mean() + 40).astype(np.uint8)
        window = Window(0, 0, *mask.shape)
        return Prediction(mask, np.zeros((3, *mask.shape), np.float32), None, "", [], window, 0.5)


def test_roads_that_are_found_score_and_the_call_repeats_itself(images):
    first, second = (evaluate_roads(Brightening(), images, count=6) for _ in range(2))
    assert first == second
    assert first["images"] == 2
    assert first["road"]["f1"] > 0.5 > first["baseline"]["road"]["f1"]
    low, high = first["road"]["interval"]["f1"]
    assert low <= first["road"]["f1"] <= high
