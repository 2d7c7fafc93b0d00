"""Two photographs of which a predictor that knows the truth sees the ground: cleared, flooded, and changed ground."""

import cv2
import numpy as np

from mci_model.prediction import Ground
from mci_model.settings import COVER_NAMES
from tests.factories.predictors import KnownMaskPredictor
from tools.workspace.workspace import Workspace

SIDE = 256
PLANTS, BARE, BUILDINGS, WATER = (
    COVER_NAMES.index(name) for name in ("vegetation", "bare ground", "buildings", "water")
)
CLEARED, FLOODED, UNCLEAR = np.s_[20:60, 30:70], np.s_[150:180, 40:90], np.s_[200:230, 200:230]
"""40 x 40 px of plants become bare, 30 x 50 px of bare ground water, and 30 x 30 px change without another cover."""


def opened(folder, eyes):
    """A workspace with two photographs of noise, looked at by these eyes."""
    made, rng = Workspace(folder / "out", lambda: eyes), np.random.default_rng(3)
    paths = [folder / name for name in ("a.png", "b.png")]
    for path in paths:
        cv2.imwrite(str(path), rng.integers(40, 200, (SIDE, SIDE, 3)))
    made.open(*paths)
    return made


def seen_space(folder):
    """A workspace with plants that became bare, bare ground that became water, and ground that changed otherwise."""
    likely = np.zeros((SIDE, SIDE), np.float32)
    cover = np.full((2, SIDE, SIDE), PLANTS, np.uint8)
    for place, before, after in ((CLEARED, PLANTS, BARE), (FLOODED, BARE, WATER), (UNCLEAR, PLANTS, PLANTS)):
        likely[place] = 0.9
        cover[0][place], cover[1][place] = before, after
    eyes = KnownMaskPredictor(np.zeros((SIDE, SIDE), np.uint8), ground=Ground(likely, cover))
    return opened(folder, eyes)
