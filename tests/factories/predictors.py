"""Predictors that stand for a trained network: one knows the truth, one must not be asked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.inference.windows import reach, within
from mci_model.prediction import Ground, PartPrediction, Prediction, Window, WindowLook


class KnownMaskPredictor:
    """A predictor that knows the truth of drawn scene 3 or of a given label, so that arithmetic can be checked."""

    name, sha256, tells_direction, area, objects, road_caution = "knowing", "0" * 64, True, None, None, ""
    backend = "truth"
    objects = None

    def __init__(
        self, label: np.ndarray | None = None, caption: str = "seven houses are built", ground: Ground | None = None
    ) -> None:
        self.label = render(compose(3)).label if label is None else label
        self.caption, self.looks, self.ground = caption, 0, ground

    @property
    def sees_ground(self) -> bool:
        return self.ground is not None

    def predict(self, before: np.ndarray, after: np.ndarray, **_: Any) -> Prediction:
        self.looks += 1
        assert before.shape == after.shape == (*self.label.shape, 3)
        probabilities = np.eye(3, dtype=np.float32)[self.label].transpose(2, 0, 1) * 0.9 + 0.1 / 3
        window = Window(0, 0, *self.label.shape)
        appeared = np.full(self.label.shape, 0.9, np.float32)
        changed = 0.97 if self.label.any() else 0.02
        return Prediction(self.label, probabilities, appeared, self.caption, [2, 3], window, changed)

    def predict_part(
        self, before: np.ndarray, after: np.ndarray, valid: np.ndarray, size: tuple[int, int], core: Window, *_: Any
    ) -> PartPrediction:
        assert size == self.label.shape
        assert before.shape == after.shape == (*valid.shape, 3)
        seen = self.predict(np.zeros((*size, 3)), np.zeros((*size, 3)))
        within = core.slices
        look = WindowLook(Window(0, 0, min(256, size[0]), min(256, size[1])), seen.changed, 1.0)
        ground = self.ground and Ground(self.ground.changed[within], self.ground.cover[:, *within])
        return PartPrediction(core, seen.probabilities[:, *within], seen.appeared[within], (look,), ground)

    def describe(self, before: np.ndarray, after: np.ndarray, changed: float) -> str:
        return self.caption


class RoofPredictor(KnownMaskPredictor):
    """A predictor that sees bright roofs: a building appeared where only the later image has one, and the reverse."""

    ROOF = 200

    def __init__(self) -> None:
        super().__init__(np.zeros((8, 8), np.uint8))

    def predict_part(
        self, before: np.ndarray, after: np.ndarray, valid: np.ndarray, size: tuple[int, int], core: Window, *_: Any
    ) -> PartPrediction:
        self.looks += 1
        first, second = (image.min(axis=-1) >= self.ROOF for image in (before, after))
        label = np.where(first ^ second, 2, 0)
        probabilities = np.eye(3, dtype=np.float32)[label].transpose(2, 0, 1) * 0.9 + 0.1 / 3
        appeared = np.where(second, 0.9, 0.1).astype(np.float32)
        look = WindowLook(Window(0, 0, min(256, size[0]), min(256, size[1])), 0.9 if label.any() else 0.02, 1.0)
        inner = within(core, reach(*size, core)).slices
        return PartPrediction(core, probabilities[:, *inner], appeared[inner], (look,), None)


def no_predictor():
    pytest.fail("no network is needed")
