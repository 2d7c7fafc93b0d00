"""What kind of values an image holds, and how they are stretched to 8-bit colour, alike for both dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from tools.notices import conjoined, notice
from tools.pairs.grid_reader import Values

ValueKind = Literal["8-bit colour", "reflectance x 10,000", "reflectance 0-1", "decibels", "digital numbers"]
STRETCH_PERCENTILES = (1.0, 99.0)
MIN_SPAN = 0.02
"""Minimum span of a stretch, as a share of the values: less is noise, and would be shown as black and white."""
FILLS = (-9999.0, -32768.0, -99999.0)
"""Values that conventionally mean no data; so do reals as large as `HUGE`."""
HUGE = 1e30
MIN_DEVIATION = 1.5
"""Standard deviation of brightness, of 255 steps, below which an image counts as blank."""
MIN_FILL_SHARE = 0.001
"""Share of the pixels from which such a value is taken for a fill value."""
MIN_RIM_SHARE = {0: 0.02, 255: 0.05}
"""Share of the pixels, in one piece at the rim, from which black or white of 8 bits is taken for one."""
MAX_MIRRORED = 0.9
"""Share of such a piece that may be alike at the other date: more is ground that looks so."""
MIN_WHOLE = 0.95
"""Share of real numbers without fraction from which they are a photograph."""
MAX_CLASSES = 64
"""Distinct values in one band up to which they may be classes, of which any may be 0."""
CLOUD_BRIGHTNESS, CLOUD_COLOUR = 225, 18
"""Clouds in 8-bit colour: minimum brightness, and maximum difference between channels."""
KINDS: dict[ValueKind, str] = {
    "digital numbers": notice("digital-numbers", "digital numbers"),
    "reflectance 0-1": notice("reflectance-reals", "reflectance 0-1"),
    "reflectance x 10,000": notice("reflectance-numbers", "reflectance x 10,000"),
    "decibels": notice("decibels", "decibels"),
}
"""What values are, as a part of a sentence."""
UNLIKE_KINDS = notice(
    "unlike-kinds",
    "The two dates hold values of different kinds, of which one stretch hides the one or the other; "
    "bring both to one kind before relying on any change.",
)
IN_DECIBELS = notice("in-decibels", "The values look like radar in decibels; the network knows optical images only.")


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
    """The stretch for both dates, from sketches of them; 8-bit colour on both stays unchanged."""
    if all(date.pixels.dtype == np.uint8 for date in dates):
        return Stretch("8-bit colour", 0, 255)
    values = np.concatenate([date.pixels[date.valid].astype(np.float64).ravel() for date in dates])
    if not values.size:
        return Stretch("digital numbers", 0, 1)
    low, high = (float(value) for value in np.percentile(values, STRETCH_PERCENTILES))
    return Stretch(_kind(dates, values, low, high), low, high)


def undeclared_fill(date: Values) -> float | None:
    """An undeclared no-data value that many pixels of a signed type have; None where there is none."""
    if date.pixels.dtype.kind not in "fi" or not date.valid.any():
        return None
    values = date.pixels[date.valid]
    for fill in FILLS:
        if np.isin(values, fill).all(axis=-1).mean() > MIN_FILL_SHARE:
            return fill
    huge = np.abs(values.astype(np.float64)) >= HUGE
    return float(values[huge][0]) if huge.all(axis=-1).mean() > MIN_FILL_SHARE else None


def unsigned_fill(date: Values, other: Values) -> tuple[float, float] | None:
    """A value of an unsigned type that stands for no data in all bands, and its share; None where there is none.

    It is the smallest or the largest number of the type: of 16 bits and more hardly any pixel has it in all bands, of
    8 bits it must fill a large piece at the rim, as black shadows and white roofs do not, and not at the `other` date,
    as black water does.
    """
    kind = date.pixels.dtype
    if kind.kind != "u" or not date.valid.any():
        return None
    if date.pixels.shape[2] == 1 and len(np.unique(date.pixels[date.valid])) <= MAX_CLASSES:
        return None
    for value in (0, int(np.iinfo(kind.str).max)):
        filled = (date.pixels == value).all(axis=-1) & date.valid
        share = float(filled.sum() / date.valid.sum())
        if MIN_FILL_SHARE <= share < 1 and (kind.itemsize > 1 or _is_rim(filled, value, other)):
            return float(value), share
    return None


def _is_rim(filled: npt.NDArray[np.bool_], value: int, other: Values) -> bool:
    """Whether black or white of 8 bits is the rim of a mosaic, which the other date has elsewhere or not at all."""
    same = (other.pixels == value).all(axis=-1) & filled
    return _rim_share(filled) >= MIN_RIM_SHARE[value] and same.sum() <= MAX_MIRRORED * filled.sum()


def other_than_brightness(date: Values) -> Literal["radar", "values"] | None:
    """What a band holds that is no brightness: decibels, other reals with fractions, or signed numbers.

    Few values are classes; reals without fractions are a photograph that was saved so.
    """
    kind = date.pixels.dtype.kind
    if date.pixels.shape[2] > 1 or kind not in "fi" or not date.valid.any():
        return None
    values = date.pixels[date.valid].astype(np.float64)
    if kind == "i":
        return "values" if values.min() < 0 and len(np.unique(values)) > MAX_CLASSES else None
    if _in_decibels(values):
        return "radar"
    fractions = (values == np.round(values)).mean() < MIN_WHOLE
    return "values" if fractions or values.min() < 0 else None


def _rim_share(filled: npt.NDArray[np.bool_]) -> float:
    """Share of all pixels in the largest piece of a mask that touches the rim."""
    _, labels, found, _ = cv2.connectedComponentsWithStats(filled.astype(np.uint8), connectivity=4)
    rim = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    sizes = found[rim[rim > 0], cv2.CC_STAT_AREA]
    return float(sizes.max(initial=0) / filled.size)


def _kind(dates: Sequence[Values], values: npt.NDArray[np.float64], low: float, high: float) -> ValueKind:
    real = any(date.pixels.dtype.kind == "f" for date in dates)
    if real and _in_decibels(values):
        return "decibels"
    if real and low > -0.2 and high <= 1.6:
        return "reflectance 0-1"
    if not real and low >= 0 and 255 < high <= 12_000:
        return "reflectance x 10,000"
    return "digital numbers"


def _in_decibels(values: npt.NDArray[np.float64]) -> bool:
    low, high = np.percentile(values, STRETCH_PERCENTILES)
    return bool(low < -3 and high < 20 and np.median(values) < 0)


def stretch_notes(stretch: Stretch, kinds: Sequence[str]) -> list[str]:
    """What was done to the values, and warnings."""
    if not stretch.changes_values:
        return []
    stretched = notice(
        "stretched",
        "Values are {types} ({kind}); {low:g} to {high:g} were stretched to 0-255, alike for both dates.",
        types=conjoined(sorted(set(kinds))),
        kind=KINDS.get(stretch.kind, stretch.kind),
        low=stretch.low,
        high=stretch.high,
    )
    unlike = [UNLIKE_KINDS] if len({_family(kind) for kind in kinds}) > 1 else []
    return [stretched, *unlike, *([IN_DECIBELS] if stretch.kind == "decibels" else [])]


def _family(kind: str) -> str:
    """Data types with comparable value ranges: 8-bit, other integers, reals."""
    return "8-bit" if kind in {"uint8", "int8"} else kind.rstrip("0123456789").removeprefix("u")


def is_blank(picture: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> bool:
    """Whether an image has no contrast: brightness varies by less than a step or two."""
    return not valid.any() or float(picture[valid].mean(axis=-1).std()) < MIN_DEVIATION


def cloud_share(picture: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> float:
    """Share of the valid pixels, 0-1, that are as bright and colourless as thick cloud; so are snow and concrete."""
    if not valid.any():
        return 0.0
    lowest, highest = picture.min(axis=2).astype(int), picture.max(axis=2).astype(int)
    bright = (lowest >= CLOUD_BRIGHTNESS) & (highest - lowest <= CLOUD_COLOUR)
    return float(bright[valid].mean())
