"""Land use of a small Sentinel-2 scene in the ten classes of EuroSAT, by a small classifier learnt from few chips.

What is shipped are the features of the chips, and the classifier is fitted to them when first needed. So a chip it
learnt from can be judged by one that did not see it, as evaluations must.
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

from tools.landcover.land_use.scene_features import SMALLEST, Bands, Features, features

FILE = Path(__file__).parent / "scene_classes.safetensors"
QUARTERS = 0.75
"""Side of the corners that a scene is seen in besides the whole, as a share of its side."""
STRENGTH = 0.3
"""Inverse of the regularisation, as scikit-learn has it."""
SAME = 1e-4
"""Largest difference between features of one and the same chip."""


@dataclass(frozen=True, slots=True)
class SceneClass:
    """What a scene seems to be."""

    name: str
    """As EuroSAT writes it."""
    probability: float
    left_out: bool
    """Whether it was judged by a classifier fitted without it, since it is one of the chips learnt from."""


@dataclass(frozen=True)
class Chips:
    """What is learnt from."""

    names: tuple[str, ...]
    """Of the classes."""
    views: npt.NDArray[np.float32]
    """(chips, 5, features): each chip whole, and its four corners."""
    labels: npt.NDArray[np.int64]
    """(chips,) places in `names`."""
    source: str
    told_right: float = float("nan")
    """Share of the chips that are told right by classifiers fitted without them, 0-1; as it was when they were kept."""

    @property
    def digest(self) -> str:
        """Tells this set of chips from another one."""
        return hashlib.sha256(self.views.tobytes()).hexdigest()[:8]

    def without(self, chip: int | None) -> tuple[Features, npt.NDArray[np.int64]]:
        """Features of all views, and labels, but for those of one chip."""
        kept = np.arange(len(self.labels)) != (-1 if chip is None else chip)
        return self.views[kept].reshape(-1, self.views.shape[-1]), np.repeat(self.labels[kept], self.views.shape[1])

    def known(self, whole: Features) -> int | None:
        """Which chip has these features; None where none has."""
        near = np.abs(self.views[:, 0] - whole).max(axis=1)
        return int(near.argmin()) if near.min() < SAME else None


def seen(bands: Bands) -> npt.NDArray[np.float32]:
    """(5, features) of a scene and its corners."""
    height, width = next(iter(bands.values())).shape
    high, wide = (max(SMALLEST, round(QUARTERS * side)) for side in (height, width))
    parts = [(slice(0, height), slice(0, width))]
    parts += [(rows, columns) for rows in (slice(0, high), slice(-high, None))
              for columns in (slice(0, wide), slice(-wide, None))]  # fmt: skip
    return np.stack([features({key: band[part] for key, band in bands.items()}) for part in parts])


def classify(bands: Bands) -> SceneClass:
    """The class of a scene.

    Args:
        bands: reflectance of the bands that `features` needs, on one grid of about 10 m, without gaps, at least 24
            pixels a side; of Sentinel-2's Level 1C, since the chips are.
    """
    views, chips = seen(bands), shipped()
    chip = chips.known(views[0])
    probable = _fitted(chip).predict_proba(views).mean(axis=0)
    best = int(probable.argmax())
    return SceneClass(chips.names[best], float(probable[best]), chip is not None)


def name_of(bands: Bands) -> str:
    """The class of one cell among many: as `classify`, but seen once and not in five parts."""
    whole, chips = features(bands), shipped()
    return chips.names[int(_fitted(None).predict(whole[None])[0])]


@lru_cache(maxsize=1)
def shipped() -> Chips:
    """The chips that come with the package."""
    with safe_open(FILE, framework="numpy") as file:
        told = file.metadata()
        names = tuple(told["classes"].split(","))
        return Chips(
            names, file.get_tensor("views"), file.get_tensor("labels"), told["source"], float(told["told_right"])
        )


@lru_cache(maxsize=4)
def _fitted(left_out: int | None) -> Any:
    return fit(*shipped().without(left_out))


def fit(views: Features, labels: npt.NDArray[np.int64]) -> Any:
    """Logistic regression on standardised features."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000)).fit(views, labels)
