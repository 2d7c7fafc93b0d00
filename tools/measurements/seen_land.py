"""How one kind of land changed where the bands do not tell it: by the network's regions of other change.

regions with the cover that they show at either date -> ground lost and gained, by field and half

What changed into buildings or roads one by one, and land that stayed, is not told this way.
"""

from __future__ import annotations

import numpy as np

from mci_model.settings import COVER_NAMES
from tools.change.change_map import NO_OBJECT, UNKNOWN_OBJECT, ChangedObject, ChangeMap
from tools.errors import MissingBandsError, ToolError
from tools.landcover.transitions.transitions import years_between
from tools.measurements.from_to import FromTo
from tools.measurements.ground_tally import Codes, GroundTally
from tools.measurements.land_change import (
    ALL_OF_IT,
    Cover,
    LandChange,
    SeenGround,
    Wish,
    assumed_pixel,
    condition_of,
    difference,
    land_change,
    parts_of,
)
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import blocks
from tools.workspace.workspace import Workspace

SHOWN: dict[Cover, frozenset[str]] = {
    "water": frozenset({"water"}),
    "trees": frozenset({"vegetation"}),
    "vegetation": frozenset({"vegetation"}),
    "bare": frozenset({"bare ground", "paved ground", "buildings"}),
}
"""Land cover of the network that belongs to a cover; it tells neither trees from other plants nor burnt ground."""
STAYED = "unchanged"
"""Ground that lies in no region."""
METHOD = "regions that the network holds for changed, by the land cover of most of each at either date"


def told_land_change(workspace: Workspace, pair: ImagePair, cover: Cover, wish: Wish = ALL_OF_IT) -> LandChange:
    """How a kind of land changed: by bands or class maps, else by what the network sees.

    Raises:
        MissingBandsError: neither tells it.
        Otherwise as `land_change`.
    """
    try:
        return land_change(workspace, pair, cover, wish)
    except MissingBandsError:
        regions = _regions(workspace, pair) if cover in SHOWN else None
        if regions is None:
            raise
    return _of_regions(workspace, pair, regions, cover, wish)


def _regions(workspace: Workspace, pair: ImagePair) -> ChangeMap | None:
    """The map of other change; None where the network cannot look at the pair, or does not tell such change."""
    try:
        seen = workspace.change(pair)
    except ToolError:
        return None
    return seen.other if seen.seen_by == "network" else None


def _of_regions(workspace: Workspace, pair: ImagePair, regions: ChangeMap, cover: Cover, wish: Wish) -> LandChange:
    codes, names = FromTo((*COVER_NAMES, STAYED)), set(SHOWN[cover])
    tally = _tallied(regions, GroundTally(codes.count, pair, wish.within, assumed_pixel(workspace, pair)), codes)
    lost, gained = codes.lost(names), codes.gained(names)
    losses, gains = tally.ground(lost), tally.ground(gained)
    unclear = tally.ground(codes.chosen(lambda before, after: before == after != STAYED))
    return LandChange(
        pair=pair.id,
        cover=cover,
        before=None,
        after=None,
        lost=losses,
        gained=gains,
        net=difference(gains, losses),
        noise=None,
        unknown_share=1 - tally.known / max(1, tally.all_pixels),
        method=METHOD,
        layer=None,
        warnings=(),
        within=wish.within,
        condition=condition_of(pair, wish.within),
        placed=pair.georeference is not None,
        tell=wish.tell,
        unit=wish.unit,
        years=years_between(pair),
        lost_where=tally.where(lost),
        gained_where=tally.where(gained),
        halves=tally.halves(lost, gained),
        became=parts_of(tally, codes, lost, lambda classes: classes[1]),
        came_from=parts_of(tally, codes, gained, lambda classes: classes[0]),
        assumed_pixel_m=assumed_pixel(workspace, pair),
        seen=SeenGround(unclear, _probability(regions, names)),
    )


def _tallied(regions: ChangeMap, tally: GroundTally, codes: FromTo) -> GroundTally:
    """The tally with the regions that count added window by window."""
    table = np.full(regions.last_id + 1, codes.number(STAYED, STAYED), np.int64)
    for region in regions.objects:
        table[region.id] = codes.number(*(region.cover or (STAYED, STAYED)))
    for window in blocks(regions.size):
        ids = regions.ids(window)
        unknown = ids == UNKNOWN_OBJECT
        found: Codes = table[np.where(unknown, NO_OBJECT, ids)]
        found[unknown] = 0
        tally.add(window, found)
    return tally


def _probability(regions: ChangeMap, names: set[str]) -> float | None:
    """That anything changed where this land was lost or gained: the mean over its pixels, 0-1; None of none."""
    chosen = [region for region in regions.objects if _is_of(region, names)]
    pixels = sum(region.pixels for region in chosen)
    return sum(region.pixels * region.probability for region in chosen) / pixels if pixels else None


def _is_of(region: ChangedObject, names: set[str]) -> bool:
    before, after = region.cover or (STAYED, STAYED)
    return (before in names) != (after in names)
