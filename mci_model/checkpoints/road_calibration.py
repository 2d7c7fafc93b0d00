"""How likely roads are against background, corrected on pairs that the network was not trained on.

No training pair shows a real changed road. The logits are adjusted after training (Menon et al. 2021, arXiv
2007.07314), by what people say of each pair: where the network's gate holds the whole pair for unchanged, stronger
evidence is asked for than where it does not. Buildings keep their probabilities.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
import numpy.typing as npt
from pydantic import Field

from mci_model.prediction import CHANGED_FROM
from mci_model.settings import BACKGROUND, BUILDING, ROAD

IN_CHANGED = (1 / 9, 1 / 4, 1 / 2, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Factors of the odds that are tried where the pair counts as changed; larger ones mark gardens and fields."""
IN_UNCHANGED = (1 / 49, 1 / 32, 1 / 19, 1 / 9, 1 / 4, 1.0)
"""Those that are tried where it does not."""
WRONG_IN_CHANGED, WRONG_IN_UNCHANGED = 0.045, 0.01
"""Share of the pairs that people call unchanged which may be marked by either."""
MARKED_FROM = 50
"""Pixels of road from which a pair counts as marked."""

Classes = npt.NDArray[np.float32]
RoadPixels = Mapping[float, int]
"""Of one pair, pixels of road by the factor of the odds."""
Odds = Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class RoadCalibration:
    """Factors of the odds of road against background."""

    in_changed: Odds
    """Where the network's gate holds the window for changed."""
    in_unchanged: Odds
    """Where it does not."""
    pairs: int
    """Number of calibration pairs."""

    def weigh(self, classes: Classes, changed: float) -> Classes:
        """(3, H, W) probabilities with roads weighed against background, for a window's probability of any change."""
        return weighed(classes, self.in_changed if changed >= CHANGED_FROM else self.in_unchanged)


def weighed(classes: Classes, odds: float) -> Classes:
    """(3, H, W) probabilities with the odds of road against background multiplied; buildings stay buildings."""
    road, ground = classes[ROAD] * np.float32(odds), classes[BACKGROUND]
    either, result = classes[ROAD] + ground, classes.copy()
    share = np.divide(road, road + ground, out=np.zeros_like(road), where=road + ground > 0)
    building = (classes[BUILDING] > classes[ROAD]) & (classes[BUILDING] > ground)  # faster than argmax
    result[ROAD] = np.where(building, classes[ROAD], share * either)
    result[BACKGROUND] = either - result[ROAD]
    return result


def road_pixels(classes: Classes, changed: float) -> RoadPixels:
    """Pixels of road under every factor that is tried for such a pair.

    Args:
        classes: (3, H, W) probabilities of a network without calibration.
        changed: its probability of any change.
    """
    tried = IN_CHANGED if changed >= CHANGED_FROM else IN_UNCHANGED
    return {odds: int((weighed(classes, odds).argmax(0) == ROAD).sum()) for odds in tried}


def fit(unchanged: Sequence[RoadPixels]) -> RoadCalibration:
    """The largest factors under which few of the unchanged pairs are marked.

    Args:
        unchanged: of each pair that people call unchanged, the pixels of road by the factor.
    """

    def largest(tried: Sequence[float], most: float) -> float:
        # Some factors are tried on either side of the gate; each side counts its own pairs.
        rows = [one for one in unchanged if one.keys() == set(tried)]
        marked = {odds: sum(one[odds] >= MARKED_FROM for one in rows) for odds in tried}
        return max((odds for odds in tried if marked[odds] <= most * len(unchanged)), default=min(tried))

    return RoadCalibration(
        largest(IN_CHANGED, WRONG_IN_CHANGED), largest(IN_UNCHANGED, WRONG_IN_UNCHANGED), len(unchanged)
    )
