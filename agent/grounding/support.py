"""What all facts together state of a class: whether it changed, which way, and where. Knows no text."""

from __future__ import annotations

from collections.abc import Sequence

from agent.grounding.facts.fact import NO_STEP, Fact
from agent.grounding.text.place_words import OPPOSITE_SIDE
from agent.grounding.text.statements import Statement
from agent.grounding.text.words import AREA, CHANGE, COUNT, OPPOSITE, PIXELS, SHARE, Kind, Sign

OF_CHANGE = frozenset({AREA, PIXELS, COUNT, CHANGE})
CLASSES: tuple[Kind, ...] = ("building", "road")


def speaks_of(kind: Kind | None, fact: Fact) -> bool:
    """Whether a fact may be stated of a class."""
    if kind is None or fact.kind is None:
        return True
    if kind in ("any", "total"):
        # One class is not all that changed, but each of its objects is a changed object.
        return fact.kind == "any" or (kind == "any" and fact.kind in CLASSES)
    return fact.kind == kind


def whole_sign(kind: Kind | None, facts: Sequence[Fact]) -> Sign | None:
    """Whether all of a class appeared, or all of it disappeared; None where both, or where it is unknown."""
    signs = {fact.sign for fact in _of(kind, facts) if fact.sign and fact.value > 0}
    return next(iter(signs)) if len(signs) == 1 else None


def supporting(statement: Statement, facts: Sequence[Fact]) -> list[Fact] | None:
    """The facts that a statement rests on; None where the facts contradict it or are silent."""
    resting_facts: list[Fact] = []
    kinds: tuple[Kind, ...] = ("any",) if statement.either and not statement.denied else statement.kinds
    for kind in kinds:
        resting = _denying(kind, statement, facts) if statement.denied else _affirming(kind, statement, facts)
        if not resting:
            return None
        resting_facts += resting
    return resting_facts


def _affirming(kind: Kind, statement: Statement, facts: Sequence[Fact]) -> list[Fact]:
    places = set(statement.places)
    some = [fact for fact in _of(kind, facts) if fact.value > 0]
    # Where all of a class appeared, what lies at a place of it did.
    of_all = {one for one in CLASSES if whole_sign(one, facts) == statement.sign}
    signed = [
        fact for fact in some if statement.sign in (None, fact.sign) or (fact.sign is None and fact.kind in of_all)
    ]
    return [fact for fact in signed if fact.places & places] if places else signed


def _denying(kind: Kind, statement: Statement, facts: Sequence[Fact]) -> list[Fact]:
    """Zeros for the class; what is zero in one part of the image denies nothing elsewhere."""
    here = [fact for fact in _of(kind, facts, upward=True) if statement.limited or not fact.scoped]
    zeros = [fact for fact in here if fact.value == 0 and fact.sign in (None, statement.sign)]
    empty = {place for fact in zeros if fact.role == "field" for place in fact.places}
    of_places = bool(statement.places) and set(statement.places) <= empty
    zeros = [fact for fact in zeros if fact.role != "field" or of_places]
    some = [fact for fact in _of(kind, facts) if fact.value > 0 and statement.sign in (None, fact.sign)]
    if statement.places:
        where = set(statement.places)
        some = [fact for fact in some if any(part in place for part in where for place in fact.places)]
        return zeros if not some else [fact for fact in zeros if fact.places & where]
    if kind in CLASSES or statement.limited:
        return zeros
    # Of several pairs one may have changed and another not: a zero of all classes stands for itself.
    return [fact for fact in zeros if fact.kind == "any"] or ([] if some else zeros)


def contradicted(statement: Statement, facts: Sequence[Fact]) -> bool:
    """Whether the facts state the opposite, rather than nothing."""
    turned = OPPOSITE[statement.sign] if statement.sign else None
    for kind in statement.kinds:
        known = _of(kind, facts)
        same = [fact for fact in known if statement.sign in (None, fact.sign)]
        if statement.denied and any(fact.value > 0 for fact in same):
            return True
        turned_round = turned is not None and any(fact.sign == turned for fact in known)
        if not statement.denied and (turned_round or any(fact.value == 0 for fact in same)):
            return True
    return False


def places_of(kind: Kind | None, facts: Sequence[Fact], lead: str = "", *, halves: bool = False) -> set[str]:
    """Where something of a class lies; with `lead`, only where most of it, or the largest, lies.

    Args:
        kind: the class.
        facts: all of them.
        lead: `most`, `largest` or nothing.
        halves: whether halves of the image are spoken of.
    """
    located = [fact for fact in facts if fact.value > 0 and speaks_of(kind, fact) and lead in ("", fact.lead)]
    located = [fact for fact in located if fact.role != "half" or halves]
    return {place for fact in located for place in fact.places}


def leading(kind: Kind | None, facts: Sequence[Fact], place: str) -> set[str]:
    """Where most of a class changed; as a comparison of two parts says, where one of them is the place."""
    compared = {one for fact in facts if fact.role == "difference" for one in fact.places}
    sides = compared | {OPPOSITE_SIDE[one] for one in compared if one in OPPOSITE_SIDE}
    return compared if place in sides else places_of(kind, facts, "most")


def _of(kind: Kind | None, facts: Sequence[Fact], *, upward: bool = False) -> list[Fact]:
    """Facts of change of a class; `upward` takes in those of all classes together, whose zero is a zero of each."""
    wide = (None, "any", "total")
    kinds = {kind, *CLASSES, "any"} if kind in wide else {kind, "any"} if upward else {kind}
    return [fact for fact in facts if fact.step != NO_STEP and fact.kind in kinds and _is_of_change(fact)]


def _is_of_change(fact: Fact) -> bool:
    if fact.role == "unsure":
        return False
    return fact.dimension in OF_CHANGE or (fact.dimension == SHARE and bool(fact.places))
