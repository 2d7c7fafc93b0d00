"""Radar images that tests write: unchanged ground, floods, odd units, orbits and borders."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.benchmarks.radar.radar_scenes import speckled, write_radar

SIDE = 128
GROUND_DB = np.array([-10.0, -17.0])[:, None, None]
WET_DB = np.array([-19.0, -27.0])[:, None, None]


def ground(side: int = SIDE) -> np.ndarray:
    """(2, side, side) mean decibels of dry ground."""
    return np.broadcast_to(GROUND_DB, (2, side, side)).copy()


def flooded(side: int = SIDE, rows: slice = slice(30, 90), columns: slice = slice(40, 110)) -> np.ndarray:
    """The same with a rectangle of smooth water."""
    decibels = ground(side)
    decibels[:, rows, columns] = WET_DB
    return decibels


def pair(folder: Path, after: np.ndarray | None = None, seed: int = 1, **options) -> list[Path]:
    """Two dates of power; the later one flooded, unless it is given."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = np.random.default_rng(seed)
    later = flooded() if after is None else after
    days = ("2021-07-01", "2021-07-13")
    dates = zip(days, (ground(later.shape[-1]), later), strict=True)
    return [write_radar(folder / f"radar_{day}.tif", speckled(one, dice), **options) for day, one in dates]


def power(seed: int = 1, decibels: np.ndarray | None = None) -> np.ndarray:
    """(2, h, w) power of one date."""
    return speckled(ground() if decibels is None else decibels, np.random.default_rng(seed))
