"""Which facts a number of an answer rests on, and what is wrong with it where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from agent.grounding.facts.fact import Fact
from agent.grounding.support import speaks_of, whole_sign
from agent.grounding.text.claims import Claim
from agent.grounding.text.numbers import COARSE
from agent.grounding.text.place_words import places
from agent.grounding.text.quantity import NumberReading, Quantity, is_share, month_of
from agent.grounding.text.sentences import Token, joined
from agent.grounding.text.words import (
    ANGLE,
    AREA,
    COUNT,
    COUNTED_IN_IMAGES,
    FRACTIONS,
    ID,
    KINDS,
    LENGTH,
    NEGATIONS,
    OPPOSITE,
    PIXELS,
    PLAIN,
    RATE,
    SHARE,
    SIGNS,
)

NEAR = 1.0
"""Percent points by which "over" or "under" may be off: over 99 % for 99.97 %."""
FAR = {"over": 1.0, "under": 0.6}
"""Share by which a fraction in words may be off: "less than a tenth" for 5 %."""
BOUNDED = 0.5
"""Share of it by which a value may lie beyond a bound that is told of it."""
WHOLE = 100
TOGETHER = frozenset("altogether overall total together combined".split())
"""Words for what all objects are."""
TOLERANCE = 1 + 1e-9
MEASURED = {AREA: "m²", PIXELS: "px", SHARE: "%", LENGTH: "m", COUNT: "a count", ANGLE: "degrees", RATE: "a rate"}
LIMIT_WORDS = frozenset("smallest minimum limit threshold least below above under over than from up".split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a number."""

    fault: str
    """Empty where it rests on a fact."""
    steps: frozenset[int] = frozenset()


def _is_denied(claim: Claim, tokens: Sequence[Token]) -> bool:
    clause = tokens[claim.quantity.at].clause
    return any(t.clause == clause and (t.text in NEGATIONS or t.text.endswith("n't")) for t in tokens)


def leaves_out(tokens: Sequence[Token]) -> bool:
    """Whether it tells a threshold of the tools: "specks below 6 px are left out"; it lies near no other value."""
    words = {token.text for token in tokens}
    return {"left", "out"} <= words or {"not", "counted"} <= words or bool(words & {"speck", "specks"})


def _is_roomy(claim: Claim, fact: Fact) -> bool:
    """Whether a bound may lie far from a value: "more than 0.9" for 0.97; only where it is of all, and undenied."""
    if fact.scoped or fact.limit:
        return False
    if fact.dimension not in (AREA, PIXELS, SHARE, COUNT) or fact.object_id is not None:
        return False
    if fact.role == "probability":
        return claim.quantity.bound == "over"
    shift = fact.kind == "image" and fact.dimension == PIXELS
    return fact.role in ("", claim.role) and (shift or fact.kind in ("building", "road", "any", "total"))


def judge(claim: Claim, tokens: Sequence[Token], facts: Sequence[Fact], dates: Mapping[str, frozenset[int]]) -> Verdict:
    """Check a number against all facts."""
    known = _of_date(claim.quantity, tokens, dates)
    if known is not None:
        return Verdict("", known)
    free = (
        bool(claim.quantity.bound)
        and not (claim.quantity.close or leaves_out(tokens))
        and not _is_denied(claim, tokens)
    )
    fitting = [fact for fact in facts if _same_value(claim, fact, roomy=free and _is_roomy(claim, fact))]
    if not fitting:
        return Verdict(_no_value(claim, facts))
    clause = tokens[claim.quantity.at].clause
    words = {token.text for token in tokens}
    together = not claim.named and any(token.text in TOGETHER for token in tokens if token.clause == clause)
    together = together and not words & {"divided", "dividing", "mean", "average", "each", "per"}
    where = set(claim.places) | set(places(joined(tokens)))
    limited = bool(claim.quantity.bound) or any(token.text in LIMIT_WORDS for token in tokens)
    tests: tuple[tuple[Callable[[Fact], bool], Callable[[Sequence[Fact]], str]], ...] = (
        (lambda fact: not fact.limit or limited, lambda _: _no_value(claim, ())),
        (lambda fact: _same_role(claim, fact), lambda _: _other_role(claim)),
        (lambda fact: _is_probable(claim, fact, words), lambda _: _no_value(claim, ())),
        (lambda fact: not _is_bare(claim, words) or fact.kind != "image", lambda _: _no_value(claim, ())),
        (lambda fact: _is_said(claim, fact, words), lambda _: _no_value(claim, ())),
        (lambda fact: speaks_of(claim.kind, fact), lambda fitting: _other_kind(claim, fitting)),
        (lambda fact: _same_sign(claim, fact, facts), lambda fitting: _other_sign(claim, fitting)),
        (
            lambda fact: None in (claim.object_id, fact.object_id) or claim.object_id == fact.object_id,
            lambda _: _other_object(claim),
        ),
        (
            lambda fact: claim.named or not claim.places or bool(fact.places & set(claim.places)),
            lambda _: _other_place(claim),
        ),
        (lambda fact: not together or _is_of_all(fact), lambda _: _no_value(claim, ())),
        (lambda fact: _is_of_whole(fact) or bool(fact.places & where), lambda _: _of_a_part(claim)),
    )
    for accepts, fault in tests:
        accepted = [fact for fact in fitting if accepts(fact)]
        if not accepted:
            return Verdict(fault(fitting))
        fitting = accepted
    return Verdict("", frozenset(fact.step for fact in fitting))


def _is_of_all(fact: Fact) -> bool:
    """Whether a number is of all objects together, not of one of them or of the middle one."""
    return fact.object_id is None and fact.role not in ("median", "mean", "smallest")


def _is_of_whole(fact: Fact) -> bool:
    """Whether a number may stand without the place that it is of."""
    return fact.object_id is not None or not fact.scoped or not fact.places or fact.dimension == ID


def _of_a_part(claim: Claim) -> str:
    return f"{claim.quantity.text_with_unit} is what a tool returned for a part of the image; say of which."


def _same_value(claim: Claim, fact: Fact, *, roomy: bool) -> bool:
    quantity = claim.quantity
    if fact.dimension == COUNT and quantity.strict and fact.value == quantity.values[0]:
        return False  # 7 are not more than 7
    unit = quantity.unit
    if unit is None:
        return _fits_bare(claim, fact.dimension) and any(
            _near(quantity, reading, _bare(fact, reading.value), percent=False, roomy=roomy)
            for reading in quantity.readings
        )
    if unit.dimension != fact.dimension:
        return False
    percent = fact.dimension == SHARE
    return any(
        _near(quantity, reading, _bare(fact, reading.value) / unit.scale, percent=percent, roomy=roomy)
        for reading in quantity.readings
    )


def _fits_bare(claim: Claim, dimension: str) -> bool:
    """Whether a number without a unit may have a dimension."""
    if claim.named:
        return dimension == ID
    if claim.quantity.text[0].isdigit() and "e" in claim.quantity.text and dimension == COUNT:
        return False
    if claim.noun in KINDS or claim.noun in COUNTED_IN_IMAGES:
        return dimension == COUNT
    if claim.quantity.decimals:
        return dimension in (PLAIN, ANGLE) or (dimension == SHARE and is_share(claim.quantity))
    # A bare number is no object's, unless it heads a line or a cell: "| 1 | 157 m² |".
    return (
        dimension in (COUNT, PLAIN, ID)
        and not (dimension != COUNT and claim.sign)
        and not (dimension == ID and not claim.heading)
    )


def _bare(fact: Fact, written: float) -> float:
    """The value of a fact; degrees west are written without a sign."""
    return abs(fact.value) if written >= 0 and fact.dimension == ANGLE else fact.value


def _near(quantity: Quantity, reading: NumberReading, value: float, *, percent: bool, roomy: bool) -> bool:
    """Whether a number may stand for a value: rounded honestly, on the right side of "over" and "under"."""
    far = (
        FAR[quantity.bound] * reading.value if quantity.bound and quantity.text.removesuffix("s") in FRACTIONS else 0.0
    )
    wide = max(reading.slack, far, (BOUNDED if roomy else COARSE) * abs(reading.value), NEAR if percent else 0.0)
    wide = max(wide, abs(value - reading.value)) if quantity.distant else wide
    beyond = value - reading.value if quantity.bound == "over" else reading.value - value
    if quantity.bound:
        return -reading.exact * TOLERANCE <= beyond <= wide * TOLERANCE
    # All of it is no rounding of nearly all of it.
    slack = reading.exact if percent and reading.value >= WHOLE else reading.slack
    return abs(beyond) <= slack * TOLERANCE


def _of_date(quantity: Quantity, tokens: Sequence[Token], dates: Mapping[str, frozenset[int]]) -> frozenset[int] | None:
    """The steps that hold a date of which a number is the year, or the day beside its month; None where it is none."""
    if _counts(quantity, tokens) or not quantity.text.isdigit() or len(quantity.text) > len("2018"):
        return None
    ending = f"-{month_of(quantity, tuple(tokens)):02d}-{int(quantity.text):02d}"
    meant = [date for date in dates if date.startswith(f"{quantity.text}-") or date.endswith(ending)]
    return frozenset(step for date in meant for step in dates[date]) if meant else None


def _counts(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number is an amount: "2018 new houses" names no year."""
    after = [token.text for token in tokens[quantity.last + 1 : quantity.last + 3] if token.text not in SIGNS]
    return quantity.unit is not None or (after[:1] != [] and after[0] in KINDS)


def _same_sign(claim: Claim, fact: Fact, facts: Sequence[Fact]) -> bool:
    """A number without a sign of its own takes that of all of its class, where it is known."""
    if claim.sign is None or fact.sign == claim.sign or fact.kind == "image":
        return True
    if fact.sign is not None:
        return False
    return fact.dimension == ID or whole_sign(fact.kind, facts) == claim.sign


def _same_role(claim: Claim, fact: Fact) -> bool:
    """Whether a size may be called the largest, the median and so on."""
    return not claim.role or fact.dimension not in (AREA, PIXELS) or fact.limit or fact.role == claim.role


OF_PROBABILITY = frozenset("probability probabilities likely probable".split())


def _is_probable(claim: Claim, fact: Fact, words: Set[str]) -> bool:
    """Whether a share may be told as a probability; the share of something else is none."""
    if fact.dimension != SHARE or not words & OF_PROBABILITY or claim.quantity.bound:
        return True
    alone = len(words & (OF_PROBABILITY | {"share", "covers", "cover", "image", "area"})) == 1
    return not alone or fact.role in ("probability", "unsure") or fact.limit


OF_IMAGES = COUNTED_IN_IMAGES | frozenset(
    "half halves acquisition acquisitions capture captures snapshot snapshots shot shots pixel pixels between bit "
    "colour color channel channels".split()
)


def _is_bare(claim: Claim, words: Set[str]) -> bool:
    """Whether it is a count that says neither of what nor where it stands: "a total of eight"."""
    bare = claim.kind is None and claim.quantity.unit is None and not (claim.named or claim.quantity.decimals)
    return bare and not words & OF_IMAGES


SAID = {
    "difference": frozenset(
        "more less fewer difference differ larger smaller ahead behind leads lead gap apart by".split()
    ),
    "probability": frozenset(
        "probability probabilities probable probably certain certainty sure likely chance confidence mask agree rates "
        "rated rate score scores".split()
    ),
    "unchanged": frozenset("unchanged no not none without".split()),
}
"""Words without which a number that was worked out from others is not what it is."""


def _is_said(claim: Claim, fact: Fact, words: Set[str]) -> bool:
    """Whether a sentence says of what a number is that was worked out from others."""
    if fact.role == "of object":
        own = claim.object_id == fact.object_id or (claim.role == "largest" and fact.lead == "largest")
        return own and not words & {"image", "scene", "picture", "frame"}
    if fact.role == "half":
        return bool(words & {"half", "halves", "side", "sides"})
    if fact.role == "field":  # a ninth of the image, not its half
        return not words & {"half", "halves"}
    return fact.role not in SAID or bool(SAID[fact.role] & words)


def _no_value(claim: Claim, facts: Sequence[Fact]) -> str:
    """The fault of a number that no fact holds in its unit; names the unit in which one does."""
    quantity = claim.quantity
    if claim.named:
        return f"No tool told of an object with the number {quantity.text}."
    others = {MEASURED[fact.dimension] for fact in facts if fact.dimension in MEASURED and _as_written(quantity, fact)}
    others -= {_unit_of(claim) if quantity.unit is None else MEASURED.get(quantity.unit.dimension, "")}
    if others:
        return f"A tool returned {quantity.text} as {' or '.join(sorted(others))}, not as {_unit_of(claim)}."
    return f"No tool returned {quantity.text_with_unit}{_of(claim)}."


def _as_written(quantity: Quantity, fact: Fact) -> bool:
    scales = {AREA: (1.0, 1e4, 1e6), SHARE: (0.01,)}.get(fact.dimension, (1.0,))
    reading = quantity.readings[0]
    return any(abs(reading.value - fact.value / scale) <= reading.slack * TOLERANCE for scale in scales)


def _unit_of(claim: Claim) -> str:
    return "a count" if claim.quantity.unit is None else claim.quantity.unit.name


def _of(claim: Claim) -> str:
    return f" for {_named(claim.kind)}" if claim.kind in ("building", "road") else ""


def _named(kind: str | None) -> str:
    known = {"building": "buildings", "road": "roads", "total": "everything that changed", "image": "the images"}
    return known.get(kind or "", "changed objects")


def _other_kind(claim: Claim, candidates: Sequence[Fact]) -> str:
    if claim.quantity.unit is None and all(fact.kind == "image" for fact in candidates):
        return _no_value(claim, ())
    named = {_named(fact.kind) for fact in candidates}
    kinds = " or ".join(sorted(named - {"changed objects"} or named))
    return f"{claim.quantity.text_with_unit} is what a tool returned for {kinds}, not for {_named(claim.kind)}."


def _other_sign(claim: Claim, candidates: Sequence[Fact]) -> str:
    sign = claim.sign or "appeared"
    if any(fact.sign == OPPOSITE[sign] for fact in candidates):
        return (
            f"{claim.quantity.text_with_unit} is what a tool returned for what {OPPOSITE[sign]}, not for what {sign}."
        )
    return f"No tool told that {claim.quantity.text_with_unit}{_of(claim)} {sign}."


def _other_role(claim: Claim) -> str:
    return f"{claim.quantity.text_with_unit} is not what a tool returned as the {claim.role} size{_of(claim)}."


def _other_object(claim: Claim) -> str:
    return f"{claim.quantity.text_with_unit} is not what a tool returned for object {claim.object_id}."


def _other_place(claim: Claim) -> str:
    return f"No tool returned {claim.quantity.text_with_unit} for the {' or '.join(claim.places)}."
