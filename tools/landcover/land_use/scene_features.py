"""Features for land use of a small Sentinel-2 scene: spectra, indices and texture as one vector."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from tools.spectrum.index_formulas import computed, formula_of
from tools.spectrum.reflectance import Reflectance

Bands = Mapping[str, Reflectance]
"""(h, w) reflectance by spyndex's short names."""
Features = npt.NDArray[np.float32]
NEEDED = ("B", "G", "R", "RE1", "RE3", "N", "N2", "S1", "S2")
RATIOS = (("N", "R"), ("G", "S1"), ("S1", "N"), ("N2", "S1"), ("N2", "S2"), ("RE3", "RE1"), ("R", "G"))
"""Normalised differences: NDVI, MNDWI, NDBI, NDMI, NBR, red edge, redness."""
LEVELS = ("B", "G", "R", "RE1", "N", "S1", "S2")
SCALES = (1.0, 3.0, 8.0)
"""Standard deviations of the Gaussians between which texture is measured, pixels."""
EPSILON = 1e-4
MIN_SIDE = 24
"""Pixels a side below which texture cannot be measured."""


def features(bands: Bands) -> Features:
    """Describe a scene.

    Args:
        bands: those of `NEEDED`, without gaps, at least `MIN_SIDE` pixels a side, about 10 m a pixel.

    Returns:
        (64,) medians, spreads and texture.
    """
    ratios = {pair: _ratio(bands[pair[0]], bands[pair[1]]) for pair in RATIOS}
    bright = np.log(np.maximum((bands["B"] + bands["G"] + bands["R"]) / 3, EPSILON))
    green = ratios["N", "R"]
    values = [value for ratio in ratios.values() for value in _spread(ratio)]
    values += [value for key in LEVELS for value in _level(bands[key])]
    for layer in (bright, green, np.log(np.maximum(bands["N"], 0) + 0.01)):
        values += _texture(layer)
    values += [float(share.mean()) for share in (ratios["G", "S1"] > 0, green > 0.5, green < 0.2)]
    values += _edges(bright)
    return np.array(values, np.float32)


def _ratio(first: Reflectance, second: Reflectance) -> Reflectance:
    """The normalised difference of two bands; 0 where both are zero."""
    return np.nan_to_num(computed(formula_of("ndvi"), {"N": first, "R": second}))


def _spread(values: Reflectance) -> list[float]:
    low, middle, high = np.percentile(values, (5, 50, 95))
    return [float(middle), float(values.std()), float(low), float(high)]


def _level(values: Reflectance) -> list[float]:
    return [float(np.log(max(float(np.median(values)), 0) + 0.01)), float(np.log(values.std() + 0.001))]


def _texture(layer: Reflectance) -> list[float]:
    """Strength of detail at three scales, and whether small objects are brighter or darker than their surroundings."""
    blurred = [layer, *(ndimage.gaussian_filter(layer, scale) for scale in SCALES)]
    parts = [finer - coarser for finer, coarser in pairwise(blurred)]
    small, spread = parts[1], float(parts[1].std()) + 1e-6
    extremes = [float(np.percentile(small, 98)) / spread, -float(np.percentile(small, 2)) / spread]
    return [*(float(np.log(part.std() + EPSILON)) for part in parts), *extremes]


def _edges(layer: Reflectance) -> list[float]:
    """How straight and how strong edges are, by the structure tensor (Bigun and Granlund 1987)."""
    across, down = ndimage.sobel(layer, 1), ndimage.sobel(layer, 0)
    xx, xy, yy = (ndimage.gaussian_filter(part, 4) for part in (across * across, across * down, down * down))
    strength = xx + yy
    straight = np.sqrt((xx - yy) ** 2 + 4 * xy**2) / (strength + 1e-9)
    steep = np.hypot(across, down)
    mean = float((straight * strength).sum() / (strength.sum() + 1e-9))
    steepness = [float(np.log(np.percentile(steep, part) + EPSILON)) for part in (50, 95)]
    return [mean, float(np.percentile(straight, 90)), *steepness]
