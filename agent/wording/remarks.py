"""What is said beside results, in words: before them yes, no or a correction; after them what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.planning.dialogue.remarks import (
    Asserted,
    Compared,
    Courtesy,
    Impossible,
    NotUsed,
    OfOneDate,
    Recap,
    Remark,
    Unseen,
    Whether,
)
from agent.reading.reading import Claim
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.summary import Area, ChangeSummary
from tools.measurements.land_change import LandChange
from tools.number_format import quantity

IMPOSSIBLE = {
    "mail": "I cannot send or e-mail anything; a file that I write lies in the folder of this conversation.",
    "print": "I cannot print, upload or call; I answer here and write files.",
}
COURTESIES = {
    "thanks": "You are welcome. Ask on if anything is open.",
    "hello": "Hello. Ask what changed between the two images: where, how much, and why.",
}
CLAIMED = {"exactly": "", "at least": "more than ", "at most": "fewer than "}


def before_results(remarks: Sequence[Remark], steps: Sequence[Step], earlier: str) -> list[str]:
    """Sentences and words that come first.

    Args:
        remarks: what is to be said.
        steps: of this answer.
        earlier: what was found before in this conversation, in words.
    """
    told = []
    for remark in remarks:
        match remark:
            case Impossible(act):
                told.append(IMPOSSIBLE[act])
            case Courtesy(act):
                told.append(COURTESIES[act])
            case Recap():
                told.append(f"So far: {earlier}" if earlier else "Nothing was measured yet; ask what changed.")
            case Unseen(nouns):
                told.append(unseen(nouns))
            case Compared(way):
                told += _compared(steps, way)
            case Whether(way):
                told += _whether(steps, way)
            case Asserted(claim):
                told += _asserted(steps, claim)
            case OfOneDate(name):
                told.append(f"I count {name}s that changed; how many stand at one date I cannot tell.")
            case NotUsed():
                pass
    return told


def after_results(remarks: Sequence[Remark]) -> list[str]:
    """Sentences that come last."""
    unused = [word for remark in remarks if isinstance(remark, NotUsed) for word in remark.words]
    return [f"I made no use of {', '.join(repr(word) for word in unused)}."] if unused else []


def unseen(nouns: Sequence[str]) -> str:
    """That some things cannot be seen."""
    return (
        f"I cannot see {' or '.join(nouns)}: the network looks for buildings and roads, and other change of the ground."
    )


def _whether(steps: Sequence[Step], way: str | None) -> list[str]:
    """Yes or no, by the first result."""
    match steps[0].result if steps and steps[0].error is None else None:
        case ObjectCount(count=count) | FoundObjects(count=count):
            return ["Yes:" if count else "No:"]
        case ChangeSummary(classes=classes):
            return ["Yes:" if any(row.pixels for row in classes) else "No:"]
        case LandChange() as land:
            return [_of_land(land, way)]
        case _:
            return []


def _compared(steps: Sequence[Step], way: str) -> list[str]:
    """Yes or no, by the first two results."""
    amounts = [amount for step in steps[:2] if (amount := _amount(step.result)) is not None]
    if len(amounts) != 2:
        return []
    return ["Yes:" if (amounts[0] > amounts[1]) == (way == "gain") and amounts[0] != amounts[1] else "No:"]


def _amount(result: object) -> float | None:
    """The number that a result is about."""
    match result:
        case ObjectCount(count=count) | FoundObjects(count=count):
            return count
        case Area(value=value):
            return value
        case _:
            return None


def _of_land(land: LandChange, way: str | None) -> str:
    if land.cover == "burnt":
        return "Possibly:" if land.gained.pixels else "No:"
    moved = {"loss": -land.net.pixels, "gain": land.net.pixels}.get(way or "", land.lost.pixels + land.gained.pixels)
    if way and moved > 0 and land.noise is not None and moved < land.noise.pixels:
        return "Hardly, no more than errors of the maps would show:"
    return "Yes:" if moved > 0 else "No:"


def _asserted(steps: Sequence[Step], claim: Claim) -> list[str]:
    counted = next((step.result for step in steps if isinstance(step.result, ObjectCount)), None)
    if counted is None:
        return []
    number, count = claim.number, counted.count
    holds = {"exactly": count == number, "at least": count > number, "at most": count < number}[claim.relation]
    name = "object" if counted.object_class == "any" else counted.object_class
    if holds:
        return ["Yes:"]
    asserted = f"{CLAIMED[claim.relation]}{quantity(number)} {name}s" if number else f"no {name}s at all"
    return [f"No, not {asserted}:"] if number else ["No:"]
