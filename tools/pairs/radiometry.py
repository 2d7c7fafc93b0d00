"""What kind of values an image holds, and how they become 8-bit colour: by one rule for both dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from tools.pairs.grid_reader import Values

ValueKind = Literal["8-bit colour", "reflectance x 10,000", "reflectance 0-1", "decibels", "digital numbers"]
STRETCH_PERCENTILES = (1.0, 99.0)
MIN_SPAN = 0.02
"""Share of the values by which a stretch spans at least: less is noise, and would be shown as black and white."""
FILLS = (-9999.0, -32768.0, -99999.0)
"""Values that stand for no data by custom; reals as large as `HUGE` do, too."""
HUGE = 1e30
BLANK_STEPS = 1.5
"""Standard deviation of brightness, of 255 steps, below which an image shows nothing."""
FILL_SHARE = 0.001
"""Share of the pixels from which such a value is more than chance."""
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
            exact = np.float64 if pixels.dtype.itemsize > 4 else np.float32
            span = max(self.high - self.low, MIN_SPAN * max(abs(self.low), abs(self.high)), 1e-12)
            with np.errstate(over="ignore"):  # fill values may be the largest numbers there are
                steps = np.subtract(pixels.astype(exact), self.low) * (255.0 / span)
            pixels = np.clip(np.nan_to_num(steps), 0, 255)
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


def undeclared_fill(date: Values) -> float | None:
    """A value that stands for no data in many pixels that are said to be valid; None where there is none.

    Only signed values are looked at: an unsigned file has no number that stands for nothing by custom.
    """
    if date.pixels.dtype.kind not in "fi" or not date.valid.any():
        return None
    seen = date.pixels[date.valid]
    for fill in FILLS:
        if np.isin(seen, fill).all(axis=-1).mean() > FILL_SHARE:
            return fill
    huge = np.abs(seen.astype(np.float64)) >= HUGE
    return float(seen[huge][0]) if huge.all(axis=-1).mean() > FILL_SHARE else None


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
    if len({_family(kind) for kind in kinds}) > 1:
        notes.append(
            "The two dates hold values of different kinds, of which one stretch hides the one or the other; "
            "bring both to one kind before relying on any change."
        )
    if stretch.kind == "decibels":
        notes.append("The values look like radar in decibels; the network knows optical images only.")
    return notes


def _family(kind: str) -> str:
    """Kinds of numbers whose sizes tell the same: 8-bit, other whole numbers, reals."""
    return "8-bit" if kind in {"uint8", "int8"} else kind.rstrip("0123456789").removeprefix("u")


def is_blank(picture: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> bool:
    """Whether nothing can be told apart on it: brightness varies by less than a step or two."""
    return not valid.any() or float(picture[valid].mean(axis=-1).std()) < BLANK_STEPS


def cloud_share(picture: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> float:
    """Share of the valid pixels, 0-1, that are as bright and colourless as thick cloud; so are snow and concrete."""
    if not valid.any():
        return 0.0
    lowest, highest = picture.min(axis=2).astype(int), picture.max(axis=2).astype(int)
    bright = (lowest >= CLOUD_BRIGHTNESS) & (highest - lowest <= CLOUD_COLOUR)
    return float(bright[valid].mean())
