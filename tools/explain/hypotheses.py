"""Why it may have changed: causes that fit what was measured, as hypotheses. Two images never show a cause.

The rules are our own reading of what planners and insurers ask; each names the measured evidence that it rests on, and
what would have to be known besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ChangedObject, ChangeMap
from tools.explain.certainty import UNSURE_BELOW
from tools.number_format import counted
from tools.pairs.preflight import PairCard
from tools.pairs.registration import MAX_CORRECTED

MANY = 5
"""Buildings from which one speaks of an estate rather than of single plots."""
NOT_A_FINDING = "These are hypotheses that fit the evidence, not findings: two images do not show a cause."


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A cause that may lie behind a change."""

    cause: str
    evidence: tuple[str, ...]
    """What was measured that speaks for it."""
    to_check: str
    """What would tell whether it holds."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a pair may have changed."""

    pair: str
    hypotheses: tuple[Hypothesis, ...]
    notice: str
    seen_by: Literal["network", "indices"] = "network"
    """What the evidence rests on."""

    @property
    def rests_on_network(self) -> bool:
        """Whether the network's map of change was read for it."""
        return self.seen_by == "network"

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        return any("road" in told for one in self.hypotheses for told in one.evidence)


def explain(found: ChangeMap, card: PairCard) -> Explanation:
    """Causes that fit the change of a map, the likelier first; doubts about the images come last."""
    buildings, roads = found.of("building"), found.of("road")
    gone = [thing for thing in buildings if thing.status == "disappeared"]
    new = [thing for thing in buildings if thing.status != "disappeared"]
    fitting = [*_of_buildings(new, gone, roads), *_of_roads(roads, alone=not buildings), *_of_images(found, card)]
    return Explanation(found.pair, tuple(fitting), NOT_A_FINDING)


def _of_buildings(
    new: list[ChangedObject], gone: list[ChangedObject], roads: tuple[ChangedObject, ...]
) -> list[Hypothesis]:
    came, went = _told(new, "building", "appeared or changed"), _told(gone, "building", "disappeared")
    if new and gone:
        return [Hypothesis("redevelopment: buildings made room for others", (came, went), "building permits")]
    if gone:
        cause = "demolition, or destruction by fire, flood, storm or an earthquake"
        return [Hypothesis(cause, (went,), "reports of events between the dates, and demolition permits")]
    if not new:
        return []
    if len(new) >= MANY:
        cause, check = "a new estate or settlement", "the development plan"
    else:
        cause, check = "building on single plots", "building permits"
    evidence = (came, _told(list(roads), "road", "changed")) if roads else (came,)
    return [Hypothesis(cause, evidence, check)]


def _of_roads(roads: tuple[ChangedObject, ...], *, alone: bool) -> list[Hypothesis]:
    if not roads or not alone:
        return []
    evidence = (_told(list(roads), "road", "changed"), "no building changed")
    return [Hypothesis("road works: a road was built, widened or resurfaced", evidence, "the road authority's plans")]


def _of_images(found: ChangeMap, card: PairCard) -> list[Hypothesis]:
    """Causes that lie in the images rather than on the ground."""
    doubts = []
    if found.objects and card.shift is not None and card.shift.sure and card.shift.pixels > MAX_CORRECTED:
        shift = f"the co-registration offset is {card.shift.pixels:.1f} px"
        doubts.append(Hypothesis("no change on the ground: the images do not lie on each other", (shift,), "both maps"))
    unsure = [thing for thing in found.objects if thing.probability < UNSURE_BELOW]
    if unsure:
        told = f"{counted(len(unsure), 'object')} less than {UNSURE_BELOW:.0%} probable"
        doubts.append(Hypothesis("light, shadow or season rather than change", (told,), "the images themselves"))
    return doubts


def _told(things: list[ChangedObject], name: str, what: str) -> str:
    areas = [thing.area_m2 for thing in things if thing.area_m2 is not None]
    size = f"{sum(areas):,.0f} m²" if areas else f"{sum(thing.pixels for thing in things):,} px"
    return f"{counted(len(things), name)} {what}, {size} together"
