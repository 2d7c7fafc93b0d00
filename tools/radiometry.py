"""What kind of values an image holds, and how they become 8-bit colour: by one rule for both dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from tools.grid_reader import Values

ValueKind = Literal["8-bit colour", "reflectance x 10,000", "reflectance 0-1", "decibels", "digital numbers"]
STRETCH_PERCENTILES = (1.0, 99.0)
CLOUD_BRIGHTNESS, CLOUD_COLOUR = 225, 18
"""Clouds in 8-bit colour: brighter than this, and channels no further apart than that."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Native values -> 0-255."""

    kind: ValueKind
    low: float
    high: float

    @property
    def changes_values(self) -> bool:
        """Whether anything is stretched at all."""
        return self.kind != "8-bit colour"

    def to_rgb(self, values: Values) -> npt.NDArray[np.uint8]:
        """(H, W, 3) of a window; black where it is not valid."""
        pixels = values.pixels
        if self.changes_values:
            scale = 255.0 / max(self.high - self.low, 1e-12)
            pixels = np.clip(np.nan_to_num((pixels.astype(np.float32) - self.low) * scale), 0, 255)
        shown = np.where(values.valid[..., None], pixels, 0).astype(np.uint8)
        return np.repeat(shown, 3, axis=2) if shown.shape[2] == 1 else shown


def common_stretch(dates: Sequence[Values]) -> Stretch:
    """The rule for both dates, from sketches of them; 8-bit colour on both stays as it is."""
    if all(date.pixels.dtype == np.uint8 for date in dates):
        return Stretch("8-bit colour", 0, 255)
    seen = np.concatenate([date.pixels[date.valid].astype(np.float64).ravel() for date in dates])
    if not seen.size:
        return Stretch("digital numbers", 0, 1)
    low, high = (float(value) for value in np.percentile(seen, STRETCH_PERCENTILES))
    return Stretch(_kind(dates, seen, low, high), low, high)


def _kind(dates: Sequence[Values], seen: npt.NDArray[np.float64], low: float, high: float) -> ValueKind:
    real = any(date.pixels.dtype.kind == "f" for date in dates)
    if real and low < -3 and high < 20 and np.median(seen) < 0:
        return "decibels"
    if real and low > -0.2 and high <= 1.6:
        return "reflectance 0-1"
    if not real and low >= 0 and 255 < high <= 12_000:
        return "reflectance x 10,000"
    return "digital numbers"


def stretch_notes(stretch: Stretch, kinds: Sequence[str]) -> list[str]:
    """What was done to the values, and what to beware of."""
    if not stretch.changes_values:
        return []
    told = " and ".join(sorted(set(kinds)))
    notes = [
        f"Values are {told} ({stretch.kind}); {stretch.low:g} to {stretch.high:g} were stretched to 0-255, "
        "alike for both dates."
    ]
    if stretch.kind == "decibels":
        notes.append("The values look like radar in decibels; the network knows optical images only.")
    return notes


def cloud_share(picture: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> float:
    """Share of the valid pixels, 0-1, that are as bright and colourless as thick cloud; so are snow and concrete."""
    if not valid.any():
        return 0.0
    lowest, highest = picture.min(axis=2).astype(int), picture.max(axis=2).astype(int)
    bright = (lowest >= CLOUD_BRIGHTNESS) & (highest - lowest <= CLOUD_COLOUR)
    return float(bright[valid].mean())
