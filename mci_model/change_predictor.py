"""Protocols of the predictors that tools and agents use; `mci_model.Predictor` implements them. Knows no torch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.object_calibration import ObjectCalibration
from mci_model.prediction import PartPrediction, Prediction, Window

Image = npt.NDArray[np.uint8]
"""(H, W, 3) RGB."""


class NamedWeights(Protocol):
    """Identity of a network in records."""

    @property
    def name(self) -> str:
        """Name in records."""

    @property
    def sha256(self) -> str:
        """SHA-256 of its weights."""


class PredictorTraits(Protocol):
    """Properties of a network that its change maps depend on."""

    @property
    def name(self) -> str:
        """Name in records."""

    @property
    def tells_direction(self) -> bool:
        """Whether the network distinguishes objects that appeared from objects that disappeared."""

    @property
    def sees_ground(self) -> bool:
        """Whether the network tells change that is neither building nor road, and the land cover at either date."""

    @property
    def area(self) -> AreaCalibration | None:
        """Calibration of measured areas, if any."""

    @property
    def objects(self) -> ObjectCalibration | None:
        """Calibration of counted buildings, if any."""


@runtime_checkable
class HasReference(Protocol):
    """A network that can also be computed by the reference that other backends are held against."""

    def reference(self) -> ChangePredictor:
        """The same network, computed by torch."""


class ChangePredictor(NamedWeights, PredictorTraits, Protocol):
    """Interprets the parts of a scene; for the methods see `mci_model.Predictor`."""

    @property
    def backend(self) -> str:
        """What computes it: name, version and processor; others may differ in the last bits."""

    @property
    def road_caution(self) -> str:
        """Warning to show with every changed road, where the network is weak on roads; else empty."""

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
        """Caption one window, given the probability that the scene changed at all."""


class PairPredictor(NamedWeights, Protocol):
    """Interprets small pairs as a whole."""

    def predict_batch(self, pairs: Sequence[tuple[Image, Image]]) -> list[Prediction]:
        """Interpret several pairs."""
