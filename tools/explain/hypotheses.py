"""Why it may have changed: causes that fit the measurements, as hypotheses. Two images never show a cause.

The rules are our own reading of the questions of planners and insurers; each names its measured evidence, and what else
would have to be known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tools.change.change_map import ChangedObject, ChangeMap, ObjectClass, Status
from tools.change.verdict import UNSURE_BELOW
from tools.number_format import counted
from tools.pairs.preflight import PairCard
from tools.pairs.registration import MAX_CORRECTED

MIN_ESTATE_BUILDINGS = 5
"""Number of buildings from which the cause is an estate rather than single plots."""
OF_GROUND: dict[tuple[str, str], tuple[str, str]] = {
    ("vegetation", "bare ground"): (
        "clearing, harvest, or the start of building works",
        "felling permits",
    ),
    ("vegetation", "water"): ("a new pond or reservoir, or a flood", "water levels between the dates"),
    ("bare ground", "water"): ("a new pond or reservoir, or a flood", "water levels between the dates"),
    ("water", "bare ground"): ("drought, drainage, or a lower water level", "water levels between the dates"),
    ("water", "vegetation"): ("drought, drainage, or overgrowth of the water", "water levels between the dates"),
    ("bare ground", "vegetation"): ("growth, planting, or the season", "the season of both images"),
    ("vegetation", "paved ground"): ("paving: a yard, a car park or a road", "building permits"),
    ("bare ground", "paved ground"): ("paving: a yard, a car park or a road", "building permits"),
}
"""Causes, and what to check, by the land cover at either date."""
NOT_A_FINDING = "These are hypotheses that fit the evidence, not findings: two images do not show a cause."


EvidenceKind = Literal["objects", "cover", "sign", "unsure", "shift", "no_building"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A measurement that supports a hypothesis, as values; what does not belong to its kind is None or empty."""

    kind: EvidenceKind
    object_class: ObjectClass = "any"
    status: Status = "any"
    count: int | None = None
    pixels: int | None = None
    area_m2: float | None = None
    share: float | None = None
    """Of the known pixels, those with a sign of change, 0-1."""
    before: str = ""
    """Land cover at the earlier date."""
    after: str = ""
    sign: str = ""
    """Sign of change by spectral indices."""
    rule: str = ""
    """Its condition."""
    unsure_objects: int | None = None
    unsure_below: float | None = None
    """Mean probability below which an object counts as unsure."""
    shift_pixels: float | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A possible cause of a change."""

    cause: str
    evidence: tuple[str, ...]
    """Measurements that support it."""
    to_check: str
    """Source with which to verify it."""
    measured: tuple[Evidence, ...] = ()
    """The evidence as values, one for each sentence of it; empty in results of earlier versions."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a pair may have changed."""

    pair: str
    hypotheses: tuple[Hypothesis, ...]
    notice: str
    seen_by: Literal["network", "indices"] = "network"
    """Source of the evidence."""

    @property
    def rests_on_network(self) -> bool:
        """Whether it uses the network's change map."""
        return self.seen_by == "network"

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads are part of the evidence."""
        return any("road" in text for one in self.hypotheses for text in one.evidence)


def explain(change_map: ChangeMap, card: PairCard) -> Explanation:
    """Causes that fit the change of a map, the likelier first; doubts about the images come last."""
    buildings, roads = change_map.of("building"), change_map.of("road")
    gone = [obj for obj in buildings if obj.status == "disappeared"]
    new = [obj for obj in buildings if obj.status != "disappeared"]
    hypotheses = [
        *_of_buildings(new, gone, roads),
        *_of_roads(roads, alone=not buildings),
        *_of_ground(change_map.other),
        *_of_images(change_map, card),
    ]
    return Explanation(change_map.pair, tuple(hypotheses), NOT_A_FINDING)


def _of_buildings(
    new: list[ChangedObject], gone: list[ChangedObject], roads: tuple[ChangedObject, ...]
) -> list[Hypothesis]:
    appeared, disappeared = (
        (_evidence(new, "building", "appeared or changed"), _measured(new, "building")),
        (_evidence(gone, "building", "disappeared"), _measured(gone, "building")),
    )
    if new and gone:
        cause = "redevelopment: buildings made room for others"
        return [_hypothesis(cause, (appeared, disappeared), "building permits")]
    if gone:
        cause = "demolition, or destruction by fire, flood, storm or an earthquake"
        return [_hypothesis(cause, (disappeared,), "reports of events between the dates, and demolition permits")]
    if not new:
        return []
    if len(new) >= MIN_ESTATE_BUILDINGS:
        cause, check = "a new estate or settlement", "the development plan"
    else:
        cause, check = "building on single plots", "building permits"
    evidence = (appeared, _of_changed_roads(roads)) if roads else (appeared,)
    return [_hypothesis(cause, evidence, check)]


def _hypothesis(cause: str, evidence: tuple[tuple[str, Evidence], ...], check: str) -> Hypothesis:
    """One with its evidence in words and as values."""
    return Hypothesis(cause, tuple(text for text, _ in evidence), check, tuple(values for _, values in evidence))


def _of_changed_roads(roads: tuple[ChangedObject, ...]) -> tuple[str, Evidence]:
    return _evidence(list(roads), "road", "changed"), replace(_measured(list(roads), "road"), status="any")


def _of_roads(roads: tuple[ChangedObject, ...], *, alone: bool) -> list[Hypothesis]:
    if not roads or not alone:
        return []
    evidence = (_of_changed_roads(roads), ("no building changed", Evidence("no_building", "building")))
    return [_hypothesis("road works: a road was built, widened or resurfaced", evidence, "the road authority's plans")]


def _of_ground(other: ChangeMap | None) -> list[Hypothesis]:
    """Causes of the kind of change of ground that covers most."""
    areas: dict[tuple[str, str], list[ChangedObject]] = {}
    for region in () if other is None else other.objects:
        if region.cover in OF_GROUND:
            areas.setdefault(region.cover, []).append(region)
    if not areas:
        return []
    cover, regions = max(areas.items(), key=lambda item: sum(one.pixels for one in item[1]))
    cause, check = OF_GROUND[cover]
    became = _evidence(regions, "place", f"where {cover[0]} became {cover[1]}")
    values = replace(_measured(regions, "any"), kind="cover", before=cover[0], after=cover[1])
    return [_hypothesis(cause, ((became, values),), check)]


def _of_images(change_map: ChangeMap, card: PairCard) -> list[Hypothesis]:
    """Causes in the images rather than on the ground."""
    doubts = []
    if change_map.objects and card.shift is not None and card.shift.sure and card.shift.pixels > MAX_CORRECTED:
        shift = f"the co-registration offset is {card.shift.pixels:.1f} px"
        offset = Evidence("shift", shift_pixels=card.shift.pixels)
        cause = "no change on the ground: the images do not lie on each other"
        doubts.append(_hypothesis(cause, ((shift, offset),), "both maps"))
    unsure = [obj for obj in change_map.objects if obj.probability < UNSURE_BELOW]
    if unsure:
        evidence = f"{counted(len(unsure), 'object')} less than {UNSURE_BELOW:.0%} probable"
        values = Evidence("unsure", unsure_objects=len(unsure), unsure_below=UNSURE_BELOW)
        cause = "light, shadow or season rather than change"
        doubts.append(_hypothesis(cause, ((evidence, values),), "the images themselves"))
    return doubts


def _evidence(objects: list[ChangedObject], name: str, status: str) -> str:
    areas = [obj.area_m2 for obj in objects if obj.area_m2 is not None]
    size = f"{sum(areas):,.0f} m²" if areas else f"{sum(obj.pixels for obj in objects):,} px"
    return f"{counted(len(objects), name)} {status}, {size} together"


def _measured(objects: list[ChangedObject], name: ObjectClass) -> Evidence:
    """The same as values; of a status that all of them have."""
    areas = [obj.area_m2 for obj in objects if obj.area_m2 is not None]
    statuses = {obj.status for obj in objects}
    status = statuses.pop() if len(statuses) == 1 else "any"
    pixels = sum(obj.pixels for obj in objects)
    return Evidence("objects", name, status, len(objects), pixels, sum(areas) if areas else None)
