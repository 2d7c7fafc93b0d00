"""Land use of a Sentinel-2 scene, cell by cell, by the classifier trained on EuroSAT's chips."""

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
"""Pixels a side, as in the chips."""
MIN_SIDE = 32
"""Pixels a side below which a scene is too small for a cell."""
MAX_CELLS = 256
"""Cells that are classified; larger scenes are subsampled, so that an answer takes seconds."""
FIT_RESOLUTION_M = (8.0, 12.5)
"""Metres per pixel for which it was trained."""
METHOD = (
    "cells of {side} px ({looked} of {all}), by a classifier learnt from {chips} chips of EuroSAT, of which it tells "
    "{right:.0f} % when each is left out in turn"
)
FAMILY = "Sentinel-2"
CAUTION = "It learnt from Level 1C; of Level 2A it may be wrong more often."


def land_use(
    pair: ImagePair, acquisition: SpectralDate, area: AreaOfInterest | None
) -> tuple[tuple[LandUse, ...], str]:
    """Land use of a scene's cells, and the method; empty where bands, sensor or resolution do not fit.

    Raises:
        RasterError: the file is damaged.
    """
    if not _fits(pair, acquisition):
        return (), ""
    cells = list(_cells(pair.size))
    step = -(-len(cells) // MAX_CELLS)
    with SpectralReader(pair, acquisition, NEEDED).reading() as reader:
        uses = [use for cell in cells[::step] if (use := _use(reader, cell, area)) is not None]
    if not uses:
        return (), ""
    rows = tuple(LandUse(name, count, count / len(uses)) for name, count in Counter(uses).most_common())
    chips = shipped()
    training = {"chips": len(chips.labels), "right": 100 * chips.accuracy}
    method = METHOD.format(side=min(CELL, *pair.size), looked=len(uses), all=len(cells), **training)
    level_2 = acquisition.bands.sensor is not None and acquisition.bands.sensor.id == "sentinel-2-l2a"
    return rows, f"{method}. {CAUTION}" if level_2 else method


def _fits(pair: ImagePair, acquisition: SpectralDate) -> bool:
    sensor, metres = acquisition.bands.sensor, pair.coarsest_m
    if sensor is None or sensor.family != FAMILY or acquisition.lacks(NEEDED):
        return False
    return min(pair.size) >= MIN_SIDE and (metres is None or FIT_RESOLUTION_M[0] <= metres <= FIT_RESOLUTION_M[1])


def _cells(size: tuple[int, int]) -> Iterator[Window]:
    """Whole cells; a scene smaller than one is one."""
    high, wide = (min(CELL, side) for side in size)
    for top in range(0, size[0] - high + 1, high):
        for left in range(0, size[1] - wide + 1, wide):
            yield Window(top, left, high, wide)


def _use(reader: SpectralReader, cell: Window, area: AreaOfInterest | None) -> str | None:
    """Class name; None where a part of the cell is unknown or outside the area."""
    bands, valid = reader.read(cell)
    if area is not None:
        valid = valid & area.inside(cell)
    if not valid.all() or not all(np.isfinite(band).all() for band in bands.values()):
        return None
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name_of(bands)).lower()
    return words.replace("sea lake", "sea or lake")
