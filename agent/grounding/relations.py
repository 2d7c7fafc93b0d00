"""Numbers that relate two values to each other: differences, ratios, how many are larger, rates, the side of a square.

A tool returned the values, the sentence (or the question before it) names them, and the arithmetic is checked here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from agent.grounding.checks import Passage
from agent.grounding.matching import leaves_out
from agent.grounding.referents import LESS, MORE, SLACK, Referent, all_sizes, is_compared, referents, wholes
from agent.grounding.support import speaks_of
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import OPPOSITE_SIDE
from agent.grounding.text.quantity import Quantity
from agent.grounding.text.reading import read
from agent.grounding.text.words import AREA, COUNT, GROWTH, KINDS, LENGTH, PIXELS, ROLES, SHARE
from agent.language.english import ENGLISH

APART = frozenset("difference differ differs apart gap between separate separates separated".split())
COMPARING = MORE | LESS | APART
YEARLY = (("a", "year"), ("per", "year"), ("annually",), ("yearly",))
DAYS = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
WIDE = 0.15
"""Share by which a range may be wider than the sizes in it."""
SPAN_SLACK = 3
"""Days by which a span of years, months and days may be off, since months differ."""
SUMMING = frozenset(
    "together combined sum add adds account accounts cover covers make makes total alone come comes".split()
)
SQUARE = frozenset("square squares".split())
RATIO_SLACK = 0.06
"""Share by which a ratio in words may be off; one in figures is rounded as it is written."""
SIDE_SLACK = 0.03
FAR = 0.25
"""Share by which a ratio may lie beyond a bound."""


def related(passage: Passage, claim: Claim) -> frozenset[int] | None:
    """The steps by which a number is the result of such arithmetic; None where it is none, empty where it is wrong."""
    words = [token.text for token in passage.parsed.sentence.tokens]
    unit = claim.quantity.unit
    if _is_yearly(words, claim.quantity):
        is_share = unit is not None and unit.dimension == SHARE  # shares a year are results themselves, too
        return _rate(passage, claim) or (None if is_share else frozenset())
    if unit is None:
        return None if claim.named else _counted(passage, claim) or None
    if unit.dimension in DAYS:
        return _span(passage)
    if unit.dimension == "times":
        return None if claim.quantity.text in GROWTH else _ratio(passage, claim, words)
    if unit.dimension == LENGTH:
        return _side(passage, claim, words)
    return _of_sizes(passage, claim, words) if unit.dimension in SLACK else None


def _of_sizes(passage: Passage, claim: Claim, words: Sequence[str]) -> frozenset[int] | None:
    """Of areas, pixels and shares: sums, ranges, thresholds and differences; a threshold of the tools is none."""
    if claim.quantity.bound and leaves_out(passage.parsed.sentence.tokens):
        return None
    several = _several(passage, claim, words)
    if several is not None:
        return several
    unit = claim.quantity.unit
    if unit is not None and unit.dimension == AREA:
        if "between" in words and len(passage.parsed.claims) > 1:
            return _range(passage, words)
        if claim.quantity.bound:
            return _threshold(passage, claim, words) or None
    if unit is not None and unit.dimension == SHARE and is_compared(words, claim.quantity):
        return _ratio(passage, claim, words, relative=True) or _difference(passage, claim, words) or None
    by = words[claim.quantity.at - 1 : claim.quantity.at] == ["by"]
    return (_difference(passage, claim, words) or None) if by or COMPARING & set(words) else None


def compares(passage: Passage) -> frozenset[int] | None:
    """The steps by which one named size is larger than another: "the north holds more than the south"."""
    words = [token.text for token in passage.parsed.sentence.tokens]
    at = next((at for at, word in enumerate(words) if word == "than"), -1)
    if at < 0:
        return None
    known = referents(passage)
    ahead, behind = _sides(known, at)
    if not behind:
        return None
    less = bool(LESS & set(words[max(0, at - 5) : at]))
    denied = bool({"no", "not", "none"} & set(words[:at]))
    pairs = [(a, b) for a in ahead for b in behind if a.dimension == b.dimension and a.name != b.name]
    if denied and len({one.name for one in behind}) == 1 and {"no", "nowhere"} & set(words[:at]):
        return _leads(passage, behind[0])
    sides = {one.name for pair in pairs for one in pair if one.dimension == SHARE}
    if not pairs or denied or any(OPPOSITE_SIDE.get(one) in sides for one in sides):
        return None  # the north against the south are halves, of which fields tell nothing
    right = all((a.value < b.value) if less else (a.value > b.value) for a, b in pairs)
    return frozenset(one.step for pair in pairs for one in pair) if right else frozenset()


def _leads(passage: Passage, first: Referent) -> frozenset[int] | None:
    """Of "No part holds more than the north": that field of all is the first."""
    fields = [
        one
        for one in passage.library.facts
        if one.dimension == first.dimension == SHARE and len(one.places) == 1 and one.object_id is None and not one.role
    ]
    right = fields and all(one.value < first.value for one in fields if first.name not in one.places)
    return frozenset({first.step}) if right else None


def _is_yearly(words: Sequence[str], quantity: Quantity) -> bool:
    after = words[quantity.last + 1 : quantity.last + 6]
    return any(list(phrase) == after[at : at + len(phrase)] for phrase in YEARLY for at in range(len(after)))


def _rate(passage: Passage, claim: Claim) -> frozenset[int]:
    """Of "two a year": what changed by the years between both dates."""
    dimension = COUNT if claim.quantity.unit is None else claim.quantity.unit.dimension
    scale = 1.0 if claim.quantity.unit is None else claim.quantity.unit.scale
    years = [one for one in passage.library.facts if one.dimension == "years" and one.value > 0]
    known = [one for one in wholes(passage, dimension) if speaks_of(claim.kind, one)]
    for length in years:
        for whole in known:
            if _fits(claim.quantity, whole.value / length.value / scale, slack=0.0):
                return frozenset({length.step, whole.step})
    return frozenset()


def _span(passage: Passage) -> frozenset[int] | None:
    """Of "three years, one month and 15 days": the time between both dates in several units; None of a single one."""
    told = [one.quantity for one in passage.parsed.claims if one.quantity.unit and one.quantity.unit.dimension in DAYS]
    units = [one.unit.dimension for one in told if one.unit]
    descending = sorted(units, key=lambda one: -DAYS[one]) == units and not any(one.bound for one in told)
    if len(set(units)) < len(units) or len(units) < 2 or not descending:
        return None
    days = sum(one.values[0] * DAYS[one.unit.dimension] for one in told if one.unit)
    slack = DAYS[units[-1]] if units[-1] != "days" else SPAN_SLACK
    known = [one for one in passage.library.facts if one.dimension == "days"]
    return frozenset(one.step for one in known if abs(one.value - days) <= slack)


def _several(passage: Passage, claim: Claim, words: Sequence[str]) -> frozenset[int] | None:
    """Of "The two largest together cover 296 m²": the sum of so many of a whole list; None where none are named."""
    at = next((at for at, word in enumerate(words) if ROLES.get(word) in ("largest", "smallest") and at), 0)
    count = (
        next((_number(word) for word in reversed(words[max(0, at - 2) : at]) if _number(word)), None) if at else None
    )
    sizes_told = [
        one for one in passage.parsed.claims if one.quantity.unit and one.quantity.unit.dimension in (AREA, PIXELS)
    ]
    if count is None or count < 2 or not SUMMING & set(words) or len(sizes_told) > 1:
        return None
    sizes = sorted(all_sizes(passage), key=lambda one: -one.value)
    chosen = sizes[:count] if ROLES[words[at]] == "largest" else sizes[::-1][:count]
    if len(chosen) < count or claim.quantity.unit is None:
        return frozenset()
    total, unit = sum(one.value for one in chosen), claim.quantity.unit
    values = [total / unit.scale] if unit.dimension == AREA else []
    if unit.dimension == SHARE:
        values = [100 * total / sum(one.value for one in sizes)]
    right = any(_fits(claim.quantity, value, slack=0.01 * value) for value in values)
    return frozenset(one.step for one in chosen) if right else frozenset()


def _range(passage: Passage, words: Sequence[str]) -> frozenset[int] | None:
    """Of "They have between 100 and 160 m²": a range that holds all sizes of a whole list, and little more."""
    ends = [one.quantity for one in passage.parsed.claims if one.quantity.unit and one.quantity.unit.dimension == AREA]
    sizes = [one.value for one in all_sizes(passage)]
    if len(ends) != 2 or not sizes or words[ends[0].last + 1 : ends[1].at] != ["and"]:
        return None
    low, high = (one.values[0] * one.unit.scale for one in ends if one.unit)
    holds = low - ends[0].readings[0].exact <= min(sizes) and max(sizes) <= high + ends[1].readings[0].exact
    tight = low >= (1 - WIDE) * min(sizes) and high <= (1 + WIDE) * max(sizes)
    return frozenset(one.step for one in all_sizes(passage)) if holds and tight else None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else ENGLISH.number(word)


def _threshold(passage: Passage, claim: Claim, words: Sequence[str]) -> frozenset[int]:
    """Of "Only one exceeds 150 m²": a size that so many objects of a whole list are above or below."""
    if claim.quantity.unit is None or {"image", "total", "together"} & set(words):
        return frozenset()
    limit = claim.quantity.values[0] * claim.quantity.unit.scale
    sizes = all_sizes(passage)
    over = claim.quantity.bound == "over"
    beyond = sum(one.value > limit if over else one.value < limit for one in sizes)
    before = words[: claim.quantity.at]
    told = [
        _number(word)
        for at, word in enumerate(before)
        if before[at - 1 : at] != ["of"] or before[at + 1 : at + 2] == ["are"]
    ]
    counts = {one for one in told if one is not None}
    return frozenset(one.step for one in sizes) if sizes and beyond in counts and len(counts) == 1 else frozenset()


def _side(passage: Passage, claim: Claim, words: Sequence[str]) -> frozenset[int] | None:
    """Of "a square of 30 by 30 metres", "12.5 m on a side": the root of an area that a tool returned."""
    side = {"side", "sides"} & set(words) or "by" in words or "x" in words
    if not SQUARE & set(words) or not side:
        return None
    length = claim.quantity.values[0] * (claim.quantity.unit.scale if claim.quantity.unit else 1.0)
    fits = [
        one
        for one in passage.library.facts
        if one.dimension == AREA and one.value > 0 and abs(math.sqrt(one.value) / length - 1) <= SIDE_SLACK
    ]
    return frozenset(one.step for one in fits) or None


def _ratio(passage: Passage, claim: Claim, words: Sequence[str], *, relative: bool = False) -> frozenset[int]:
    """Of "Twice as much as", "one and a half times the smallest", "30 % more than": of two sizes that are named."""
    quantity = claim.quantity
    known = [one for one in referents(passage, claim) if one.dimension in SLACK]
    ahead, behind = _sides(known, quantity.last)
    if not ahead:
        ahead = [one for one in known if one.at < 0] or behind[:-1]
    less = relative and bool(LESS & set(words[quantity.last + 1 : quantity.last + 3]))
    for a in ahead:
        for b in behind:
            if a.dimension != b.dimension or a.name == b.name or not b.value:
                continue
            value = a.value / b.value
            value = 100 * (1 - value if less else value - 1) if relative else value
            if _fits(quantity, value, slack=RATIO_SLACK * quantity.values[0] * (not quantity.decimals)):
                return frozenset({a.step, b.step})
    return frozenset()


def _difference(passage: Passage, claim: Claim, words: Sequence[str]) -> frozenset[int]:
    """Of "18 m² less than the largest": of two sizes that are named."""
    quantity = claim.quantity
    unit = quantity.unit
    if unit is None or not (is_compared(words, quantity) or APART & set(words) or {"by", "than"} & set(words)):
        return frozenset()
    known = [one for one in referents(passage, claim) if one.dimension == unit.dimension]
    than = next((at for at, word in enumerate(words) if word == "than" and at > quantity.last), -1)
    less = bool(LESS & set(words))
    for first in known:
        for second in known:
            if first.name == second.name or first.value < second.value:
                continue
            larger_behind = than >= 0 and first.at > than
            if than >= 0 and (larger_behind != less or not (first.at > than or second.at > than)):
                continue
            slack = SLACK[unit.dimension] / unit.scale
            if _fits(quantity, (first.value - second.value) / unit.scale, slack=slack):
                return frozenset({first.step, second.step})
    return frozenset()


def _counted(passage: Passage, claim: Claim) -> frozenset[int]:
    """Of "Three are larger than the median": how many of a whole list are."""
    quantity = claim.quantity
    count = quantity.values[0]
    sizes = all_sizes(passage)
    if not sizes or (quantity.bound and claim.noun not in KINDS):
        return frozenset()
    steps = frozenset(one.step for one in sizes)
    clause = passage.parsed.sentence.tokens[quantity.at].clause
    near = [token.text for token in passage.parsed.sentence.tokens if token.clause == clause]
    for threshold, over in _thresholds(passage, claim, near):
        over_now = over if over is not None else True if MORE & set(near) else (False if LESS & set(near) else None)
        if over_now is None:
            continue
        values = [one.value for one in sizes]
        beyond = sum(value > threshold * 1.0005 if over_now else value < threshold * 0.9995 for value in values)
        if beyond == count:
            return steps
    return frozenset()


def _thresholds(passage: Passage, claim: Claim, near: Sequence[str]) -> Iterator[tuple[float, bool | None]]:
    """Sizes with which objects are compared, and whether as a lower limit; None where words beside it tell."""
    yield from _limits([one for one in passage.parsed.claims if one is not claim])
    if (MORE | LESS) & set(near):
        yield from ((one.value, None) for one in referents(passage, claim) if one.dimension == AREA)
    elif {"them", "these", "those"} & set(near) or not KINDS.keys() & set(near):
        yield from _limits([asked for parsed in read(passage.asked) for asked in parsed.claims])


def _limits(claims: Sequence[Claim]) -> Iterator[tuple[float, bool]]:
    """Areas that are told as limits: "larger than 130 m²"."""
    for one in claims:
        unit = one.quantity.unit
        if unit is not None and unit.dimension == AREA and one.quantity.bound:
            yield one.quantity.values[0] * unit.scale, one.quantity.bound == "over"


def _sides(known: Sequence[Referent], at: int) -> tuple[list[Referent], list[Referent]]:
    return [one for one in known if one.at < at], [one for one in known if one.at > at]


def _fits(quantity: Quantity, value: float, *, slack: float) -> bool:
    """Whether a number, with its bound, may stand for a value."""
    for reading in quantity.readings:
        beyond = value - reading.value
        if quantity.bound:
            beyond = beyond if quantity.bound == "over" else -beyond
            if -reading.exact - slack <= beyond <= FAR * abs(reading.value) + slack:
                return True
        elif abs(beyond) <= max(reading.slack, slack):
            return True
    return False
