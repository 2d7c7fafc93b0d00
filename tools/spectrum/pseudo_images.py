"""Pseudo-images: composites and indices rendered as images with legends, for people and for multimodal models.

Six images of a date as in zero-shot multi-spectral prompting (Mallya et al. 2025, arXiv 2509.19087, and its public
notebook), and for a pair the differences of the indices. A legend is derived from the rule that renders its image, so
that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from tools.errors import MissingBandsError
from tools.notices import notice
from tools.spectrum.reflectance import Reflectance, SpectralDate
from tools.types import Colour, Date, Pixels

Bands = dict[str, Reflectance]
WHITE_REFLECTANCE = 0.3
"""Reflectance that is rendered as white in composites, at both dates alike."""
MIN_PICTURE = 512
"""Pixels a side to which smaller images are enlarged, by nearest neighbour."""
STEPS = 256
"""Levels of a colour map, as in matplotlib."""
UNKNOWN: Colour = (128, 128, 128)
NOT_KNOWN = "; grey where nothing is known"


@dataclass(frozen=True, slots=True)
class ColourMap:
    """A colour ramp over a range of values."""

    low: float
    high: float
    stops: tuple[Colour, ...]
    """Evenly spread from low to high."""
    words: str

    def paint(self, values: Reflectance) -> Pixels:
        """(H, W, 3); values beyond the range have the colours of its ends, unknown pixels are grey."""
        places = np.clip((values - self.low) / (self.high - self.low), 0, 1)
        levels = np.minimum(np.nan_to_num(places) * STEPS, STEPS - 1).astype(np.int64)
        painted: Pixels = self._table()[levels]
        painted[~np.isfinite(values)] = UNKNOWN
        return painted

    def _table(self) -> Pixels:
        """(STEPS, 3)."""
        at = np.linspace(0, len(self.stops) - 1, STEPS)
        channels = [np.interp(at, np.arange(len(self.stops)), channel) for channel in zip(*self.stops, strict=True)]
        return np.stack(channels, axis=1).round().astype(np.uint8)


RD_YL_GN: tuple[Colour, ...] = (
    (165, 0, 38), (215, 48, 39), (244, 109, 67), (253, 174, 97), (254, 224, 139), (255, 255, 191),
    (217, 239, 139), (166, 217, 106), (102, 189, 99), (26, 152, 80), (0, 104, 55),
)  # fmt: skip
"""ColorBrewer's red, yellow, green, as in matplotlib's RdYlGn."""
WHITE, BLUE, RED, GREEN = (255, 255, 255), (0, 0, 255), (255, 0, 0), (0, 255, 0)
PURPLE, PALE, DARK_GREEN = (118, 42, 131), (247, 247, 247), (27, 120, 55)
# The notebook does not rescale NDVI for the colour map, so that all below 0 is one dark red; the legend says so.
VEGETATION = ColourMap(0.0, 1.0, RD_YL_GN, "dark red at 0 and below, over yellow at 0.5, to dark green at 1")
WATER = ColourMap(-0.8, 0.8, (WHITE, WHITE, BLUE), "white from -0.8 to 0, to blue at 0.8")
MOISTURE = ColourMap(-0.8, 0.8, (RED, GREEN, BLUE), "red at -0.8 (dry), over green at 0, to blue at 0.8 (wet)")
DIFFERENCE = ColourMap(
    -0.5, 0.5, (PURPLE, PALE, DARK_GREEN), "purple at -0.5 and below (less), white at 0, green at 0.5 and above (more)"
)


@dataclass(frozen=True, slots=True)
class PseudoImage:
    """An image and its legend."""

    name: str
    date: Date | Literal["change"]
    legend: str
    """One line: bands, formula, colours, range."""
    picture: Pixels
    """(H, W, 3) RGB."""


@dataclass(frozen=True, slots=True)
class Composite:
    """Three bands as red, green and blue."""

    name: str
    bands: tuple[str, str, str]
    words: str

    def legend(self, acquisition: SpectralDate) -> str:
        """The legend, with the sensor's own band names."""
        named = ", ".join(
            f"{channel} is {_name(acquisition, key)}" for channel, key in zip(_CHANNELS, self.bands, strict=True)
        )
        return f"{self.words}: {named}; reflectance 0 to {WHITE_REFLECTANCE:g} is shown as black to white"

    def paint(self, bands: Bands) -> Pixels:
        """(H, W, 3)."""
        stacked = np.stack([bands[key] for key in self.bands], axis=-1)
        shown = np.clip(np.nan_to_num(stacked) / WHITE_REFLECTANCE, 0, 1) * 255
        painted: Pixels = shown.astype(np.uint8)
        painted[~np.isfinite(stacked).all(axis=-1)] = UNKNOWN
        return painted


@dataclass(frozen=True, slots=True)
class Ratio:
    """The normalised difference of two bands."""

    name: str
    bands: tuple[str, str]
    colours: ColourMap
    words: str

    def values(self, bands: Bands) -> Reflectance:
        """(first - second) / (first + second); NaN where both are zero."""
        first, second = (bands[key] for key in self.bands)
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = (first - second) / (first + second)
        return np.where(np.isfinite(ratio), ratio, np.nan).astype(np.float32)

    def formula(self, acquisition: SpectralDate) -> str:
        """The formula, with the sensor's own band names."""
        first, second = (_name(acquisition, key) for key in self.bands)
        return f"({first} - {second}) / ({first} + {second})"


_CHANNELS = ("red", "green", "blue")
COMPOSITES = (
    Composite("true-colour", ("R", "G", "B"), "True colour"),
    Composite("false-colour", ("N", "R", "G"), "False colour, vegetation is red"),
)
RATIOS = (
    Ratio("ndvi", ("N", "R"), VEGETATION, "NDVI, vegetation"),
    Ratio("ndwi", ("G", "N"), WATER, "NDWI, open water"),
    Ratio("ndmi-swir1", ("N2", "S1"), MOISTURE, "NDMI, moisture"),
    Ratio("ndmi-swir2", ("N2", "S2"), MOISTURE, "NDMI with the second short-wave band, moisture and burnt ground"),
)


def _name(acquisition: SpectralDate, key: str) -> str:
    """The sensor's name of a band."""
    sensor = acquisition.bands.sensor
    bands = () if sensor is None else sensor.bands
    return next((band.name for band in bands if band.key == key), key)


def needed(acquisition: SpectralDate) -> tuple[str, ...]:
    """Bands that the images of a date need.

    Raises:
        MissingBandsError: it lacks some.
    """
    keys = tuple(dict.fromkeys(key for one in (*COMPOSITES, *RATIOS) for key in one.bands))
    lacking = acquisition.lacks(keys)
    if lacking:
        raise MissingBandsError(
            notice(
                "views-lack-bands",
                "The six pictures need {keys}; the {date} image has not {lacking}. Sentinel-2 has all of them.",
                keys=", ".join(keys),
                date=acquisition.date,
                lacking=", ".join(lacking),
            )
        )
    return keys


def date_views(acquisition: SpectralDate, bands: Bands) -> tuple[PseudoImage, ...]:
    """The six images of a date, in the paper's order.

    Args:
        acquisition: how the date was read.
        bands: (H, W) reflectance of each of `needed`, NaN where unknown.
    """
    views = [
        PseudoImage(one.name, acquisition.date, one.legend(acquisition), enlarged(one.paint(bands)))
        for one in COMPOSITES
    ]
    for one in RATIOS:
        legend = f"{one.words}: {one.formula(acquisition)}, {one.colours.words}{NOT_KNOWN}"
        views.append(PseudoImage(one.name, acquisition.date, legend, enlarged(one.colours.paint(one.values(bands)))))
    return tuple(views)


def difference_views(dates: Sequence[SpectralDate], before: Bands, after: Bands) -> tuple[PseudoImage, ...]:
    """Change of each ratio, the later date minus the earlier one, by one colour map with white at no change."""
    views = []
    for one in RATIOS:
        change = (one.values(after) - one.values(before)).astype(np.float32)
        legend = f"Change of {one.words}: {one.formula(dates[0])}, later less earlier, {DIFFERENCE.words}{NOT_KNOWN}"
        views.append(PseudoImage(f"{one.name}-change", "change", legend, enlarged(DIFFERENCE.paint(change))))
    return tuple(views)


def enlarged(picture: Pixels) -> Pixels:
    """A small image enlarged by nearest neighbour."""
    times = max(1, -(-MIN_PICTURE // min(picture.shape[:2])))
    return np.asarray(cv2.resize(picture, None, fx=times, fy=times, interpolation=cv2.INTER_NEAREST), np.uint8)
