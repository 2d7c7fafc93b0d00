"""What tools and agents ask of a predictor, as protocols: `mci_model.Predictor` is one. Knows no torch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.prediction import PartPrediction, Prediction, Window

Image = npt.NDArray[np.uint8]
"""(H, W, 3) RGB."""


class NamedWeights(Protocol):
    """What a record tells of a network."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def sha256(self) -> str:
        """Of its weights."""


class PredictorTraits(Protocol):
    """What a map tells of the network that made it."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def tells_direction(self) -> bool:
        """Whether things that appeared are told from things that disappeared."""

    @property
    def area(self) -> AreaCalibration | None:
        """How far measured areas may be off, where that is known."""


class ChangePredictor(NamedWeights, PredictorTraits, Protocol):
    """What interprets the parts of a scene; each method is as `mci_model.Predictor` tells."""

    @property
    def road_caution(self) -> str:
        """What to say with every changed road, where roads are its weak side; else empty."""

    def predict_part(
        self,
        before: Image,
        after: Image,
        valid: npt.NDArray[np.bool_],
        size: tuple[int, int],
        core: Window,
        progress: Callable[[int, int], None] | None = None,
    ) -> PartPrediction:
        """Interpret a part of a scene of (height, width) `size`."""

    def describe(self, before: Image, after: Image, changed: float) -> str:
        """The sentence for one window, given the probability that the scene changed at all."""


class PairPredictor(NamedWeights, Protocol):
    """What interprets small pairs as a whole."""

    def predict_batch(self, pairs: Sequence[tuple[Image, Image]]) -> list[Prediction]:
        """Interpret several pairs."""
