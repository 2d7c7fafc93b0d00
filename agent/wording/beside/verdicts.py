"""Yes or no, more or less: what a question asserts or asks, held against the results."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from agent.answer import Step
from agent.planning.remark import Against, Asserted, Balance, Compared, Converted, Every, Remark, Whether
from agent.reading.claims import Claim
from agent.reading.thresholds import Thresholds
from agent.wording.conditions import part_of
from agent.wording.land.land_change import size_in_unit
from agent.wording.words import Words
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import SQUARE_METRES, Area, ChangeSummary
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import OF_COVER, Cover, LandChange
from tools.measurements.land.seen_land import SHOWN


def said(remark: Remark, steps: Sequence[Step], words: Words) -> str:
    """The verdict that a remark asks for; empty where the results tell none."""
    match remark:
        case Against(square_metres):
            return _against(steps, square_metres, words)
        case Balance():
            return _balance(steps, words)
        case Asserted(claim):
            return _asserted(steps, claim, words)
        case Whether(gross=True, denied=False) if _whether(steps, remark) == "yes":
            return _gross(steps, remark.way, words) or words.say("yes")
        case _:
            verdict = _yes_or_no(remark, steps)
    return "" if verdict is None else words.say(verdict)


def _yes_or_no(remark: Remark, steps: Sequence[Step]) -> str | None:
    """The verdict that is told in a word; None where the results tell none."""
    match remark:
        case Converted(into):
            return _converted(steps, into)
        case Compared(way):
            return _compared(steps, way)
        case Whether():
            return _of_none(steps, remark) if remark.denied else _whether(steps, remark)
        case Every(limits):
            return _every(steps, limits)
        case _:
            return None


OF_NONE = {"yes": "claim-wrong", "no": "claim-right"}
"""What a claim that there is none comes to, by whether there is one; anything less sure leaves it open."""


def is_by_bands(steps: Sequence[Step]) -> bool:
    """Whether land was told by bands or class maps."""
    return any(isinstance(step.result, LandChange) and step.result.before is not None for step in steps)


def is_seen(steps: Sequence[Step]) -> bool:
    """Whether land was told by the look of photographs alone."""
    return any(isinstance(step.result, LandChange) and step.result.seen is not None for step in steps)


def _yes(answer: object) -> str:
    return "yes" if answer else "no"


def _gross(steps: Sequence[Step], way: str | None, words: Words) -> str:
    """Yes, with how much was lost or gained, where the balance of all says otherwise; empty where it does not."""
    match steps[0].result:
        case LandChange(before=Ground()) as land if way:
            ground, outweighed = (
                (land.lost, land.net.pixels > 0) if way == "loss" else (land.gained, land.net.pixels < 0)
            )
            return words.say("yes-gross", way=way, size=size_in_unit(ground, land, words)) if outweighed else ""
        case _:
            return ""


def _every(steps: Sequence[Step], limits: Thresholds) -> str | None:
    """Whether the first object, the nearest to a limit, keeps it."""
    match steps[0].result if steps and steps[0].error is None else None:
        case FoundObjects(objects=(first, *_)):
            size = first.object.pixels if first.object.area_m2 is None else first.object.area_m2
            kept = [
                limits.min_area is None or size >= limits.min_area,
                limits.max_area is None or size <= limits.max_area,
            ]
            sure = limits.min_probability is None or first.object.probability >= limits.min_probability
            return _yes(all(kept) and sure)
        case _:
            return None


def is_in_pixels(steps: Sequence[Step]) -> bool:
    """Whether the results are in pixels, for want of a pixel size."""
    return any(step.error is None and _has_no_ground(step) for step in steps)


def _has_no_ground(step: Step) -> bool:
    match step.result:
        case Area(unit=unit, pixels=pixels):
            return unit in ("px", "percent") and unit != step.arguments.get("unit") and pixels > 0
        case FoundObjects(area_m2=None, objects=objects):
            return bool(objects)
        case LandChange(lost=lost, gained=gained):
            return bool(lost.pixels + gained.pixels) and lost.area_m2 is None
        case _:
            return False


def most_in(steps: Sequence[Step], words: Words) -> str:
    """The part with the most objects; empty where several have as many."""
    counts = [step.result for step in steps if isinstance(step.result, ObjectCount)]
    most = max((one.count for one in counts), default=0)
    first = [one for one in counts if one.count == most]
    if len(first) != 1 or not most:
        return ""
    return words.say("most-in", condition=part_of(first[0], words))


def _whether(steps: Sequence[Step], asked: Whether) -> str | None:
    """Yes or no, by the first result."""
    match steps[0].result if steps and steps[0].error is None else None:
        case ObjectCount(count=count) | FoundObjects(count=count):
            return _yes(count)
        case ChangeSummary(classes=classes):
            return _yes(any(row.pixels for row in classes))
        case LandChange() as land:
            verdict = _of_land(land, asked.way, gross=asked.gross)
            return "possibly" if asked.unsure and verdict == "yes" else verdict
        case _:
            return None


def _of_none(steps: Sequence[Step], asked: Whether) -> str | None:
    """Whether it is right that there is none; None where that is not sure."""
    return OF_NONE.get(_whether(steps, asked) or "")


def _against(steps: Sequence[Step], square_metres: float, words: Words) -> str:
    """Whether the ground measured is more than a size; empty where it was not measured as ground."""
    match steps[0].result if steps else None:
        case Area(value=value, unit=unit) if unit in SQUARE_METRES:
            measured: float | None = value * SQUARE_METRES[unit]
        case Area(unit="px"):
            measured = None
        case LandChange() as land:
            measured = land.net.area_m2 if land.seen is None else max(land.lost, land.gained, key=_pixels).area_m2
        case _:
            return ""
    if measured is None:
        return words.say("against", way="unknown")
    return words.say("against", way="more" if abs(measured) > square_metres else "less")


def _pixels(ground: Ground) -> int:
    return ground.pixels


def _balance(steps: Sequence[Step], words: Words) -> str:
    """Whether there are more objects than before; empty where directions are not told."""
    counts = [step.result for step in steps if isinstance(step.result, ObjectCount)]
    both = [one for one in counts if one.status == "any"][:1] or counts[:2]
    if {one.status for one in both} not in ({"any"}, {"appeared", "disappeared"}):
        return ""
    if any(one.appeared is None or one.disappeared is None for one in both):
        return ""
    net = sum((one.appeared or 0) - (one.disappeared or 0) for one in both)
    return words.say("balance", way="more" if net > 0 else "fewer" if net < 0 else "same", net=f"{net:+d}")


def _compared(steps: Sequence[Step], way: str) -> str | None:
    """Whether the first of two results is more, or less, than the second."""
    amounts = [amount for step in steps[:2] if (amount := _amount(step.result)) is not None]
    if len(amounts) != 2:
        return None
    return _yes(amounts[0] > amounts[1] if way == "gain" else amounts[0] < amounts[1])


def _amount(result: object) -> float | None:
    """The number that a result is about."""
    match result:
        case ObjectCount(count=count) | FoundObjects(count=count):
            return count
        case Area(value=value) | ObjectStatistic(value=value):
            return value
        case _:
            return None


SEEN_FOR_SURE = 0.75
"""Probability from which land that the network saw change is told as such; trees it does not tell from other plants."""


def _of_land(land: LandChange, way: str | None, *, gross: bool = False) -> str | None:
    if land.cover == "burnt":
        return "possibly" if land.gained.pixels else "no"
    if land.seen is not None and not (land.lost.pixels or land.gained.pixels):
        return None if land.seen.unclear.pixels else "no"
    moved = {"loss": -land.net.pixels, "gain": land.net.pixels}.get(way or "", land.lost.pixels + land.gained.pixels)
    if way and (gross or land.tell in ("where", "became")):  # both are told there, whatever the balance
        moved = (land.lost if way == "loss" else land.gained).pixels
    if way and moved > 0 and land.noise is not None and moved < land.noise.pixels:
        return "hardly"
    unsure = land.seen is not None and (land.cover == "trees" or (land.seen.probability or 0.0) < SEEN_FOR_SURE)
    return "possibly" if unsure and moved > 0 else _yes(moved > 0)


def _converted(steps: Sequence[Step], into: str) -> str | None:
    """Whether lost land became another kind; that built-up ground is bare is all that bands tell."""
    match steps[0].result if steps and steps[0].error is None else None:
        case LandChange() as land:
            table: Mapping[Cover, Collection[str]] = OF_COVER if land.seen is None else SHOWN
            if any(part.name not in set().union(*table.values()) for part in land.became):
                return None  # classes of another legend
            names = table.get(cast("Cover", into), ())
            became = sum(part.ground.pixels for part in land.became if part.name in names)
            if became and land.noise is not None and land.lost.pixels < land.noise.pixels:
                return "hardly"
            return "possibly" if became and into == "built" and land.seen is None else _yes(became)
        case _:
            return None


def _asserted(steps: Sequence[Step], claim: Claim, words: Words) -> str:
    counted = next((step.result for step in steps if isinstance(step.result, ObjectCount)), None)
    if counted is None:
        return ""
    number, count = claim.number, counted.count
    holds = {"exactly": count == number, "at least": count > number, "at most": count < number}[claim.relation]
    if holds or number == 0:
        return words.say(_yes(holds))
    message = {"exactly": "not-so-many", "at least": "not-more", "at most": "not-fewer"}[claim.relation]
    return words.say(message, number=words.quantity(number))
