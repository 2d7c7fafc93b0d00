"""What the ground of a Sentinel-2 scene is used for, cell by cell, by the classifier learnt from EuroSAT's chips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from mci_model.prediction import Window
from tools.landcover.land_cover import LandUse
from tools.landcover.land_use.scene_classes import name_of, shipped
from tools.landcover.land_use.scene_features import NEEDED
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
from tools.spectrum.reflectance import SpectralDate, SpectralReader

CELL = 64
"""Pixels a side, as the chips have."""
LEAST = 32
"""Pixels a side of a scene below which it is too small for one."""
MOST = 256
"""Cells that are looked at; of larger scenes every so many-th, so that an answer takes seconds."""
FITTING_M = (8.0, 12.5)
"""Metres a pixel for which it was learnt."""
METHOD = (
    "cells of {side} px ({looked} of {all}), by a classifier learnt from {chips} chips of EuroSAT, of which it tells "
    "{right:.0f} % when each is left out in turn"
)
FAMILY = "Sentinel-2"
CAUTION = "It learnt from Level 1C; of Level 2A it may be wrong more often."


def land_use(pair: ImagePair, found: SpectralDate, asked: AreaOfInterest | None) -> tuple[tuple[LandUse, ...], str]:
    """Uses of a scene's cells and how they were told; nothing where bands, sensor or resolution do not fit.

    Raises:
        RasterError: the file is damaged.
    """
    if not _fits(pair, found):
        return (), ""
    cells = list(_cells(pair.size))
    every = -(-len(cells) // MOST)
    with SpectralReader(pair, found, NEEDED).reading() as reader:
        told = [use for cell in cells[::every] if (use := _use(reader, cell, asked)) is not None]
    if not told:
        return (), ""
    rows = tuple(LandUse(name, count, count / len(told)) for name, count in Counter(told).most_common())
    learnt = shipped()
    known = {"chips": len(learnt.labels), "right": 100 * learnt.told_right}
    method = METHOD.format(side=min(CELL, *pair.size), looked=len(told), all=len(cells), **known)
    level_2 = found.bands.sensor is not None and found.bands.sensor.id == "sentinel-2-l2a"
    return rows, f"{method}. {CAUTION}" if level_2 else method


def _fits(pair: ImagePair, found: SpectralDate) -> bool:
    sensor, metres = found.bands.sensor, pair.coarsest_m
    if sensor is None or sensor.family != FAMILY or found.lacks(NEEDED):
        return False
    return min(pair.size) >= LEAST and (metres is None or FITTING_M[0] <= metres <= FITTING_M[1])


def _cells(size: tuple[int, int]) -> Iterator[Window]:
    """Whole cells; a scene smaller than one is one."""
    high, wide = (min(CELL, side) for side in size)
    for top in range(0, size[0] - high + 1, high):
        for left in range(0, size[1] - wide + 1, wide):
            yield Window(top, left, high, wide)


def _use(reader: SpectralReader, cell: Window, asked: AreaOfInterest | None) -> str | None:
    """In words; None where a part of the cell is not known or not asked for."""
    bands, valid = reader.read(cell)
    if asked is not None:
        valid = valid & asked.inside(cell)
    if not valid.all() or not all(np.isfinite(band).all() for band in bands.values()):
        return None
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name_of(bands)).lower()
    return words.replace("sea lake", "sea or lake")
