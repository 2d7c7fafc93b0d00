"""A predictor that returns a given mask: with it an answer is as good as its plan, its tools and its words."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference.windows import windows
from mci_model.prediction import PartPrediction, Window, WindowLook

SURE = 0.98
"""Probability of what the mask says; the rest is shared by the other two classes."""


class OraclePredictor:
    """A `ChangePredictor` that returns labels made by people, or of a drawn scene."""

    name, area, objects, road_caution = "true mask", None, None, ""

    sees_ground = False
    """Masks that people drew tell buildings and roads alone."""

    def __init__(
        self,
        label: npt.NDArray[np.uint8],
        caption: str = "buildings or roads have changed",
        *,
        appeared: npt.NDArray[np.float32] | None = None,
    ) -> None:
        """Return these.

        Args:
            label: (H, W) class ids.
            caption: the sentence where the label holds any change.
            appeared: (H, W) probability that a changed pixel appeared; a mask made by people does not tell.
        """
        self.backend = "a mask made by people"
        self.label, self._appeared, self.tells_direction = label, appeared, appeared is not None
        self.sha256 = hashlib.sha256(repr(label.shape).encode() + label.tobytes()).hexdigest()
        self._caption = caption if label.any() else UNCHANGED_SENTENCES[0]

    def predict_part(
        self,
        before: npt.NDArray[np.uint8],  # noqa: ARG002 - a predictor's signature; this one needs no image
        after: npt.NDArray[np.uint8],  # noqa: ARG002
        valid: npt.NDArray[np.bool_],  # noqa: ARG002
        size: tuple[int, int],
        core: Window,
        progress: object = None,  # noqa: ARG002
    ) -> PartPrediction:
        """The mask of a part, as `Predictor.predict_part`."""
        assert size == self.label.shape, (size, self.label.shape)
        others = (1 - SURE) / 2
        sure = np.eye(3, dtype=np.float32)[self.label[core.slices]].transpose(2, 0, 1)
        looks = tuple(self._look(window) for window in windows(*size, core))
        appeared = None if self._appeared is None else self._appeared[core.slices]
        return PartPrediction(core, sure * np.float32(SURE - others) + np.float32(others), appeared, looks)

    def describe(
        self,
        before: npt.NDArray[np.uint8],  # noqa: ARG002
        after: npt.NDArray[np.uint8],  # noqa: ARG002
        changed: float,  # noqa: ARG002
    ) -> str:
        """The sentence, as `Predictor.describe`."""
        return self._caption

    def _look(self, window: Window) -> WindowLook:
        changing = self.label[window.slices] > 0
        changed = SURE if changing.any() else 1 - SURE
        return WindowLook(window, changed, changed + float(changing.mean()))
