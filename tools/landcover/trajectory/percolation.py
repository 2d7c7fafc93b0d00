"""Whether a class hangs together more than its amount and its autocorrelation alone would make it.

The null: Gaussian fields with the amplitude spectrum of the mask and random phases, cut so that the class covers as
much (surrogate data, Theiler et al. 1992). Independent pixels would be no null: all land cover is autocorrelated.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.landcover.trajectory.patches import Connectivity, patch_sizes

Mask = npt.NDArray[np.bool_]
DRAWS = 39
"""Surrogates: the least p is 0.025."""


@dataclass(frozen=True, slots=True)
class Percolation:
    """The share of the largest patch beside that of surrogates."""

    largest_share: float
    """Of the class, its largest patch, 0-1."""
    expected_share: float
    """Mean of the surrogates."""
    p_value: float
    """Share of surrogates, the mask among them, whose largest patch is as large or larger."""
    draws: int


def percolation(mask: Mask, connectivity: Connectivity = 8, draws: int = DRAWS, seed: int = 0) -> Percolation | None:
    """Hold the largest patch against surrogates; None where the class is nowhere or everywhere."""
    if not mask.any() or mask.all():
        return None
    generator = np.random.default_rng(seed)
    amplitude = np.abs(np.fft.rfft2(mask - mask.mean()))
    drawn = [largest_share(_surrogate(mask, amplitude, generator), connectivity) for _ in range(draws)]
    own = largest_share(mask, connectivity)
    as_large = sum(one >= own for one in drawn)
    return Percolation(own, float(np.mean(drawn)), (1 + as_large) / (1 + draws), draws)


def largest_share(mask: Mask, connectivity: Connectivity = 8) -> float:
    """Of the true pixels, those of the largest patch, 0-1."""
    sizes = patch_sizes(mask, connectivity)
    return float(sizes[0] / sizes.sum()) if len(sizes) else 0.0


def _surrogate(mask: Mask, amplitude: npt.NDArray[np.float64], generator: np.random.Generator) -> Mask:
    noise = np.fft.rfft2(generator.standard_normal(mask.shape))
    field = np.fft.irfft2(amplitude * np.exp(1j * np.angle(noise)), mask.shape)
    covered = int(mask.sum())
    least = np.partition(field.ravel(), -covered)[-covered]
    return np.asarray(field >= least, bool)
