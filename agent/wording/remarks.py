"""What is said beside results, in words: before them yes, no or a correction; after them what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.planning.dialogue.remarks import (
    Against,
    Asserted,
    Balance,
    Compared,
    Courtesy,
    Impossible,
    LimitsIn,
    Method,
    NotUsed,
    OfOneDate,
    OutOfScope,
    Recap,
    Remark,
    Unseen,
    When,
    Whether,
)
from agent.reading.claims import Claim
from agent.wording.words import Words, capitalised
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import SQUARE_METRES, Area, ChangeSummary
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land_change import LandChange


def before_results(
    remarks: Sequence[Remark], steps: Sequence[Step], found: str, words: Words, earlier: Sequence[Step] = ()
) -> list[str]:
    """Sentences and words that come first.

    Args:
        remarks: what is to be said.
        steps: of this answer.
        found: what was found before in this conversation, in words.
        words: of the language.
        earlier: steps of the conversation before.
    """
    sources = [_method(earlier, words)] if any(isinstance(remark, Method) for remark in remarks) else []
    told = [*sources, *(_first(remark, steps, found, words) for remark in remarks)]
    return [text for text in told if text]


def _first(remark: Remark, steps: Sequence[Step], found: str, words: Words) -> str:
    """What one remark says before the results; empty where it says nothing there."""
    match remark:
        case Impossible(act):
            return words.say("impossible", act=act)
        case Courtesy(act):
            return words.say("courtesy", act=act)
        case Recap():
            return words.say("recap", told=found) if found else words.say("recap-none")
        case Unseen(nouns):
            # Nouns of a question are read in small letters, which German does not write them in.
            return words.say("cannot-see", things=words.conjoined([_noun(noun, words) for noun in nouns]))
        case When():
            return words.say("when")
        case OutOfScope():
            return words.say("out-of-scope")
        case OfOneDate(name):
            return words.say("of-one-date", kind=name)
        case _:
            return _judged(remark, steps, words)


def _noun(noun: str, words: Words) -> str:
    return capitalised(noun) if words.code == "de" else noun


def _judged(remark: Remark, steps: Sequence[Step], words: Words) -> str:
    """Yes or no, by the results."""
    match remark:
        case LimitsIn(pixels):
            return _other_unit(steps, words, pixels=pixels)
        case Compared(way):
            return _said(_compared(steps, way), words)
        case Against(square_metres):
            return _against(steps, square_metres, words)
        case Balance():
            return _balance(steps, words)
        case Whether(way):
            return _said(_whether(steps, way), words)
        case Asserted(claim):
            return _asserted(steps, claim, words)
        case _:
            return ""


def _other_unit(steps: Sequence[Step], words: Words, *, pixels: bool) -> str:
    """That a limit counted in another unit than the one it was stated in; empty where it did not."""
    units = [getattr(step.result, "filter_unit", None) for step in steps if step.error is None]
    other = next((unit for unit in units if unit is not None and (unit == "px") != pixels), None)
    return "" if other is None else words.say("limits-in", unit=other)


def _said(verdict: str | None, words: Words) -> str:
    return "" if verdict is None else words.say(verdict)


def after_results(remarks: Sequence[Remark], words: Words) -> list[str]:
    """Sentences that come last."""
    unused = [word for remark in remarks if isinstance(remark, NotUsed) for word in remark.words]
    return (
        [words.say("not-used", words=words.listed([words.say("quoted", text=word) for word in unused]))]
        if unused
        else []
    )


def _yes(answer: object) -> str:
    return "yes" if answer else "no"


def _whether(steps: Sequence[Step], way: str | None) -> str | None:
    """Yes or no, by the first result."""
    match steps[0].result if steps and steps[0].error is None else None:
        case ObjectCount(count=count) | FoundObjects(count=count):
            return _yes(count)
        case ChangeSummary(classes=classes):
            return _yes(any(row.pixels for row in classes))
        case LandChange() as land:
            return _of_land(land, way)
        case _:
            return None


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
    counted = next((step.result for step in steps if isinstance(step.result, ObjectCount)), None)
    if counted is None or counted.appeared is None or counted.disappeared is None:
        return ""
    net = counted.appeared - counted.disappeared
    return words.say("balance", way="more" if net > 0 else "fewer" if net < 0 else "same")


def _method(earlier: Sequence[Step], words: Words) -> str:
    """Which tool the last result came from, and how."""
    last = next((step for step in reversed(earlier) if step.error is None), None)
    if last is None:
        return ""
    method = getattr(last.result, "method", "")
    return words.say("method", tool=last.tool, method=method) if method else words.say("method-alone", tool=last.tool)


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


def _of_land(land: LandChange, way: str | None) -> str | None:
    if land.cover == "burnt":
        return "possibly" if land.gained.pixels else "no"
    if land.seen is not None and not (land.lost.pixels or land.gained.pixels):
        return None if land.seen.unclear.pixels else "no"
    moved = {"loss": -land.net.pixels, "gain": land.net.pixels}.get(way or "", land.lost.pixels + land.gained.pixels)
    if way and moved > 0 and land.noise is not None and moved < land.noise.pixels:
        return "hardly"
    unsure = land.seen is not None and (land.cover == "trees" or (land.seen.probability or 0.0) < SEEN_FOR_SURE)
    return "possibly" if unsure and moved > 0 else _yes(moved > 0)


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
