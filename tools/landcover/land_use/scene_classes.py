"""Land use of a small Sentinel-2 scene in the ten classes of EuroSAT, by a small classifier trained on few chips.

The features of the chips are shipped, and the classifier is fitted to them when first needed. So a training chip can
be classified by a model fitted without it, as evaluations must.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import safe_open

from tools.landcover.land_use.scene_features import MIN_SIDE, Bands, Features, features

FILE = Path(__file__).parent / "scene_classes.safetensors"
CORNER_SIDE = 0.75
"""Side of the corner views that are classified besides the whole scene, as a share of its side."""
INVERSE_REGULARISATION = 0.3
"""scikit-learn's `C`."""
MAX_FEATURE_DIFFERENCE = 1e-4
"""Largest difference between features of the same chip."""


@dataclass(frozen=True, slots=True)
class SceneClass:
    """The predicted class of a scene."""

    name: str
    """EuroSAT's name."""
    probability: float
    left_out: bool
    """Whether it is a training chip and was classified by a model fitted without it."""


@dataclass(frozen=True)
class Chips:
    """The training set."""

    names: tuple[str, ...]
    """Class names."""
    views: npt.NDArray[np.float32]
    """(chips, 5, features): each chip whole, and its four corners."""
    labels: npt.NDArray[np.int64]
    """(chips,) indices into `names`."""
    source: str
    accuracy: float = float("nan")
    """Leave-one-out accuracy, 0-1, as measured when the features were written."""

    @property
    def digest(self) -> str:
        """Fingerprint of this set of chips."""
        return hashlib.sha256(self.views.tobytes()).hexdigest()[:8]

    def without(self, chip: int | None) -> tuple[Features, npt.NDArray[np.int64]]:
        """Features of all views, and labels, without those of one chip."""
        selected = np.arange(len(self.labels)) != (-1 if chip is None else chip)
        return self.views[selected].reshape(-1, self.views.shape[-1]), np.repeat(
            self.labels[selected], self.views.shape[1]
        )

    def known(self, whole: Features) -> int | None:
        """The index of the chip with these features; None where there is none."""
        near = np.abs(self.views[:, 0] - whole).max(axis=1)
        return int(near.argmin()) if near.min() < MAX_FEATURE_DIFFERENCE else None


def view_features(bands: Bands) -> npt.NDArray[np.float32]:
    """(5, features) of a scene and its four corners."""
    height, width = next(iter(bands.values())).shape
    high, wide = (max(MIN_SIDE, round(CORNER_SIDE * side)) for side in (height, width))
    parts = [(slice(0, height), slice(0, width))]
    parts += [(rows, columns) for rows in (slice(0, high), slice(-high, None))
              for columns in (slice(0, wide), slice(-wide, None))]  # fmt: skip
    return np.stack([features({key: band[part] for key, band in bands.items()}) for part in parts])


def classify(bands: Bands) -> SceneClass:
    """The class of a scene.

    Args:
        bands: reflectance of the bands that `features` needs, on one grid of about 10 m, without gaps, at least 24
            pixels a side; of Sentinel-2's Level 1C, as the chips.
    """
    views, chips = view_features(bands), shipped()
    chip = chips.known(views[0])
    probabilities = _fitted(chip).predict_proba(views).mean(axis=0)
    best = int(probabilities.argmax())
    return SceneClass(chips.names[best], float(probabilities[best]), chip is not None)


def name_of(bands: Bands) -> str:
    """The class of one cell among many: as `classify`, but by one view instead of five."""
    whole, chips = features(bands), shipped()
    return chips.names[int(_fitted(None).predict(whole[None])[0])]


@lru_cache(maxsize=1)
def shipped() -> Chips:
    """The chips that come with the package."""
    with safe_open(FILE, framework="numpy") as file:
        metadata = file.metadata()
        names = tuple(metadata["classes"].split(","))
        return Chips(
            names,
            file.get_tensor("views"),
            file.get_tensor("labels"),
            metadata["source"],
            float(metadata["told_right"]),
        )


@lru_cache(maxsize=4)
def _fitted(left_out: int | None) -> Any:
    return fit(*shipped().without(left_out))


def fit(views: Features, labels: npt.NDArray[np.int64]) -> Any:
    """Logistic regression on standardised features."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=INVERSE_REGULARISATION, max_iter=3000)).fit(
        views, labels
    )
