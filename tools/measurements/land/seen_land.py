"""How one kind of land changed where the bands do not tell it: by what the network sees where anything changed.

changed objects and regions -> class of the ground at either date, pixel by pixel or by region -> lost and gained

Under changed buildings and roads each pixel is what the network takes it for, whatever the object was taken for; a
region of other change is what most of it is. Land that stayed is not told this way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mci_model.prediction import ANY_CHANGE_FROM, Window
from mci_model.settings import COVER_NAMES
from tools.change.change_map import NO_OBJECT, UNKNOWN_OBJECT, ChangeMap
from tools.errors import MissingBandsError, ResolutionError
from tools.inference.parts import ANY, COVER, STEPS, UNKNOWN, InterpretedScene
from tools.measurements.land.from_to import Chosen, FromTo
from tools.measurements.land.ground_tally import Codes, GroundTally
from tools.measurements.land.land_change import (
    ALL_OF_IT,
    Cover,
    LandChange,
    SeenGround,
    Wish,
    assumed_pixel,
    by_codes,
    land_change,
)
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import blocks
from tools.workspace.workspace import Workspace

SHOWN: dict[Cover, frozenset[str]] = {
    "water": frozenset({"water"}),
    "trees": frozenset({"vegetation"}),
    "vegetation": frozenset({"vegetation"}),
    "bare": frozenset({"bare ground"}),
    "built": frozenset({"paved ground", "buildings"}),
}
"""Land cover of the network that belongs to a cover; it tells neither trees from other plants nor burnt ground."""
STAYED = "unchanged"
"""Ground that lies in no object and no region."""
METHOD = "what the network holds for changed, by the land cover that it sees at either date"


def told_land_change(workspace: Workspace, pair: ImagePair, cover: Cover, wish: Wish = ALL_OF_IT) -> LandChange:
    """How a kind of land changed: by bands or class maps, else by what the network sees.

    Raises:
        MissingBandsError: neither tells it.
        Otherwise as `land_change`, and as `Workspace.change` where the network has to look.
    """
    try:
        return land_change(workspace, pair, cover, wish)
    except MissingBandsError:
        seen = _seen(workspace, pair) if cover in SHOWN else None
        if seen is None:
            raise
    tally = GroundTally(seen.codes.count, pair, wish.within, assumed_pixel(workspace, pair))
    names = set(SHOWN[cover])
    probability = seen.add_to(tally, seen.codes.lost(names) | seen.codes.gained(names))
    unclear = tally.ground(seen.codes.chosen(lambda before, after: before == after != STAYED))
    return replace(
        by_codes(pair, cover, wish, tally, seen.codes, names),
        method=METHOD,
        assumed_pixel_m=assumed_pixel(workspace, pair),
        seen=SeenGround(unclear, probability),
    )


def _seen(workspace: Workspace, pair: ImagePair) -> _SeenChange | None:
    """What the network sees; None where pixels are too coarse for it, or it tells no change of the ground."""
    try:
        changed = workspace.change(pair)
    except ResolutionError:
        return None
    if changed.other is None or changed.seen_by != "network":
        return None
    return _SeenChange(changed, changed.other, workspace.seen(pair))


@dataclass
class _SeenChange:
    """From-to codes of the ground by the network, window by window."""

    objects: ChangeMap
    regions: ChangeMap
    scene: InterpretedScene

    @cached_property
    def codes(self) -> FromTo:
        return FromTo((*COVER_NAMES, STAYED))

    def add_to(self, tally: GroundTally, chosen: Chosen) -> float | None:
        """Add all windows to a tally; the mean probability of change at chosen codes, 0-1; None without any."""
        likely, pixels = 0.0, 0
        for window in blocks(self.regions.size):
            layers = self.scene.read(window)
            codes = self._codes(window, layers)
            tally.add(window, codes)
            here = chosen[codes] & tally.inside(window) & (layers[ANY] != UNKNOWN)
            likely, pixels = likely + float(layers[ANY][here].sum()) / STEPS, pixels + int(here.sum())
        return likely / pixels if pixels else None

    def _codes(self, window: Window, layers: npt.NDArray[np.uint8]) -> Codes:
        ids, objects = self.regions.ids(window), self.objects.ids(window)
        unknown = ids == UNKNOWN_OBJECT
        codes = self._of_region[np.where(unknown, NO_OBJECT, ids)]
        # The network keeps its land cover only where it holds change for likely.
        told = (layers[ANY] >= ANY_CHANGE_FROM * STEPS) & (layers[ANY] != UNKNOWN)
        before, after = layers[COVER].astype(np.int64)
        built = told & (objects != NO_OBJECT) & (objects != UNKNOWN_OBJECT) & (before != after)
        codes = np.where(built, self.codes.numbers(before, after), codes)
        codes[unknown] = 0
        return codes

    @cached_property
    def _of_region(self) -> npt.NDArray[np.int64]:
        """Code by the number of a region; ground in none stayed."""
        table = np.full(self.regions.last_id + 1, self.codes.number(STAYED, STAYED), np.int64)
        for region in self.regions.objects:
            table[region.id] = self.codes.number(*(region.cover or (STAYED, STAYED)))
        return table
