"""Numbers in a sentence: their value, how exactly they are written, and their unit. Knows no result."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.grounding.text.quantity import NumberReading, Quantity, is_reference, text_at
from agent.grounding.text.sentences import Sentence, Token
from agent.grounding.text.words import (
    COUNTED_IN_IMAGES,
    FACTORS,
    FRACTIONS,
    GROWTH,
    KINDS,
    MONEY,
    MULTIPLES,
    NUMBERS,
    OVER,
    UNDER,
    UNITS,
    Unit,
)
from agent.language.english import ENGLISH

MAX_DIGITS = 40
THOUSANDS = 3
"""Digits of a group."""
APART = dict.fromkeys(map(ord, "'\u00a0\u202f\u2009"))
"""What may stand between thousands, beside the comma."""
COARSE = 0.02
"""A round number may be off by this share of it: 3,500 for 3,512."""
MULTIPLE_SLACK = 0.05
"""Share by which "two hundred" or "1.5 million" may be off."""
STRICT = frozenset({"over", "above", "more than", "larger than", "under", "below", "less than", "fewer than"})
BETWEEN = frozenset({"to", "-", "x", "by"})
PIXEL_ADJECTIVES = frozenset("changed valid unknown new building road lost all".split())
NEARLY = 0.09
"""Share by which a fraction may be off that is called nearly one."""
ABOUT = frozenset("about almost nearly roughly approximately around".split())
FAR = frozenset("far much well way".split())
EXTENTS = frozenset("much large big many small wide long".split())
PERIODS = frozenset("years months weeks days".split())
SIZES = frozenset("size area footprint amount extent share number count".split())
FACTOR_SLACK = 0.06
"""Share by which a ratio in one word may be off."""
VERSIONS = frozenset({"version", "python", "release"})


def quantities(sentence: Sentence, *, english: bool = True) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in order; ordinals, versions and step numbers are none."""
    numbers: list[Quantity] = []
    for at in range(len(sentence.tokens)):
        if numbers and at <= numbers[-1].last:
            continue
        quantity = _quantity(sentence.tokens, at, english=english)
        if quantity is not None:
            numbers.append(quantity)
    return tuple(_with_shared_units(numbers, sentence.tokens))


def _quantity(tokens: tuple[Token, ...], at: int, *, english: bool) -> Quantity | None:
    token = tokens[at]
    if token.kind == "number":
        return None if _is_no_quantity(tokens, at) else _written(tokens, at, english=english)
    return _in_words(tokens, at) if token.kind == "word" else None


def _in_words(tokens: tuple[Token, ...], at: int) -> Quantity | None:
    """A ratio, a multiple, a fraction, a factor of growth or a count, in words."""
    word = tokens[at].text
    if word in FACTORS or _is_part_of_size(tokens, at):
        return _factor(tokens, at)
    if word in MULTIPLES or (word == "half" and _is_half_a_multiple(tokens, at)):
        return _multiple(tokens, at)
    counted = ENGLISH.number(word) is not None and text_at(tokens, at + 1).removesuffix("s") in FRACTIONS
    if word in FRACTIONS or (counted and text_at(tokens, at + 2) == "of"):
        return _fraction(tokens, at)
    if word in GROWTH:
        return Quantity(at, at, word, (NumberReading(GROWTH[word], 0.0, 0.0),), UNITS["times"])
    return _count(tokens, at)


def _count(tokens: tuple[Token, ...], at: int) -> Quantity | None:
    value = ENGLISH.number(tokens[at].text)
    if value is not None and [text_at(tokens, at + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
        return _finished(tokens, at + 3, (NumberReading(value + 0.5, 0.1, 0.1),), decimals=True)
    if value is None:  # "two-storey" names a number of storeys
        value = NUMBERS.get(tokens[at].text.partition("-")[0])
    if value is None or not _counts(tokens, at):
        return None
    return _finished(tokens, at, (NumberReading(float(value), 0.5, 0.5),))


def _is_part_of_size(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether it is a fraction of another size: "half the size of the largest", "half as large as"."""
    after = [text_at(tokens, at + 1), text_at(tokens, at + 2)]
    return tokens[at].text in FRACTIONS and (
        (after[0] == "as" and after[1] in EXTENTS) or (after[0] == "the" and after[1] in SIZES)
    )


def _factor(tokens: tuple[Token, ...], at: int) -> Quantity:
    """Of "Twice as much", "double the size", "half the size": a ratio."""
    value = FACTORS.get(tokens[at].text) or FRACTIONS[tokens[at].text]
    reading = NumberReading(value, FACTOR_SLACK * value, FACTOR_SLACK * value)
    return Quantity(at, at, tokens[at].text, (reading,), UNITS["times"], bound=_bound(tokens, at))


def _is_half_a_multiple(tokens: tuple[Token, ...], at: int) -> bool:
    place = at + 2 if text_at(tokens, at + 1) in ("a", "an", "of") else at + 1
    return text_at(tokens, place) in MULTIPLES


def _multiple(tokens: tuple[Token, ...], at: int) -> Quantity:
    """Of "A hundred houses", "half a hundred": a number in one word."""
    last = next(place for place in range(at, at + 3) if text_at(tokens, place) in MULTIPLES)
    value = MULTIPLES[tokens[last].text] * (FRACTIONS["half"] if last > at else 1.0)
    found = _finished(tokens, last, (NumberReading(value, 0.5, 0.5),))
    return replace(found, at=at)


def _is_no_quantity(tokens: tuple[Token, ...], at: int) -> bool:
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    ordinal = after in ("st", "nd", "rd", "th") and tokens[at + 1].start == tokens[at].end
    return ordinal or before in VERSIONS or before in ("step", "steps", "pair")


def _counts(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number word counts: "one date or both" and "one of them" do not, "two images" always holds."""
    after = [token.text for token in tokens[at + 1 : at + 4]]
    if tokens[at].text == "one":
        counted = after[:1] != [] and after[0] in UNITS and UNITS[after[0]].dimension in PERIODS
        return counted or (any(word in KINDS for word in after[:3]) and after[:1] != ["of"])
    return not (tokens[at].text == "two" and any(word in COUNTED_IN_IMAGES for word in after[:1]))


def _written(tokens: tuple[Token, ...], at: int, *, english: bool) -> Quantity:
    digits = _digits(tokens[at].text)
    body, _, power = digits.partition("e")
    whole, _, part = body.partition(".")
    numbers = [_reading(float(digits), whole, len(part) - int(power or 0), exact=bool(part or power))]
    if not english and len(part) == THOUSANDS:
        numbers.append(_reading(float(whole + part), whole + part, 0, exact=False))
    return _finished(tokens, at, tuple(numbers), decimals=bool(part))


def _reading(value: float, whole: str, decimals: int, *, exact: bool) -> NumberReading:
    half = 0.5 * 10.0**-decimals
    if exact:
        return NumberReading(value, half, half)
    zeros = len(whole) - len(whole.rstrip("0"))
    return NumberReading(value, half, max(half, min(0.5 * 10.0**zeros, COARSE * abs(value))))


def _digits(raw: str) -> str:
    """A number as Python writes it; a comma with other than three digits behind it parts decimals."""
    if len(raw) > MAX_DIGITS or not math.isfinite(float(raw.replace(",", "").translate(APART))):
        return "nan"
    digits = raw.translate(APART)
    head, comma, tail = digits.rpartition(",")
    if comma and "." not in tail and len(tail.partition("e")[0]) != THOUSANDS:
        digits = f"{head}.{tail}"
    return digits.replace(",", "")


def _fraction(tokens: tuple[Token, ...], at: int) -> Quantity | None:
    """A share: "half of it", "two thirds of it"; "the northern half" and "a third road" are none."""
    many = FRACTIONS.get(tokens[at].text) is None
    last = at + 1 if many else at
    times = ENGLISH.number(tokens[at].text) if many else 1
    of_unit = _fraction_of_unit(tokens, at, last)
    if of_unit is not None:
        return of_unit
    if text_at(tokens, last + 1) != "of" or text_at(tokens, at - 1).startswith(("north", "south", "east", "west")):
        return None
    value = 100 * FRACTIONS[tokens[last].text.removesuffix("s") if many else tokens[last].text] * (times or 1)
    slack = (
        max(NEARLY * value, min(2.5, value / 8))
        if text_at(tokens, at - 1 - (not many)) in ABOUT
        else min(2.5, value / 8)
    )
    reading = NumberReading(value, slack, slack)
    return Quantity(
        at, last, tokens[last].text, (reading,), UNITS["%"], bound=_bound(tokens, at), distant=_is_distant(tokens, at)
    )


def _is_distant(tokens: tuple[Token, ...], at: int) -> bool:
    return bool({text_at(tokens, at - step) for step in (2, 3, 4)} & FAR)


def _fraction_of_unit(tokens: tuple[Token, ...], at: int, last: int) -> Quantity | None:
    """Of "Half a metre", "a quarter of a square metre"; None where no unit follows."""
    place = last + 1 if text_at(tokens, last + 1) == "of" else last
    if text_at(tokens, place + 1) not in ("a", "an", "one"):
        return None
    unit, end = _unit(tokens, place + 1)
    value = FRACTIONS[tokens[last].text.removesuffix("s")]
    reading = NumberReading(value, 0.02, 0.02)
    return None if unit is None else Quantity(at, end, tokens[last].text, (reading,), unit, decimals=True)


def _finished(
    tokens: tuple[Token, ...], at: int, readings: tuple[NumberReading, ...], *, decimals: bool = False
) -> Quantity:
    """A number with the multiple, the unit and the bound that stand beside it."""
    last, times = at, 1.0
    while text_at(tokens, last + 1) in MULTIPLES:
        last, times = last + 1, times * MULTIPLES[text_at(tokens, last + 1)]
    unit, last = _unit(tokens, last)
    if unit is None and text_at(tokens, at - 1) in MONEY:
        unit = UNITS["dollars"]
    scaled = tuple(_multiplied(one, times) for one in readings)
    strict = {text_at(tokens, at - 1), f"{text_at(tokens, at - 2)} {text_at(tokens, at - 1)}"} & STRICT
    close = bool({text_at(tokens, at - 2), text_at(tokens, at - 3)} & {"just"})
    return Quantity(at, last, tokens[at].text, scaled, unit, decimals, _bound(tokens, at), bool(strict), close)


def _multiplied(reading: NumberReading, times: float) -> NumberReading:
    """Of "two hundred" no digit is left open, but it may be rounded."""
    if times == 1.0:
        return reading
    value = reading.value * times
    slack = min(reading.slack * times, MULTIPLE_SLACK * abs(value))
    return NumberReading(value, min(reading.exact * times, slack), slack)


def _unit(tokens: tuple[Token, ...], at: int) -> tuple[Unit | None, int]:
    """The unit after a token, and the place of its last token."""
    start = at + 2 if text_at(tokens, at + 1) == "-" and text_at(tokens, at + 2) in UNITS else at + 1
    for length in (3, 2, 1):
        phrase = " ".join(token.text for token in tokens[start : start + length])
        if phrase in UNITS:
            return UNITS[phrase], start + length - 1
    if start < len(tokens) and not tokens[start].text.isascii():
        # Some scripts write no blank between a unit and the next word.
        known = [name for name in UNITS if not name.isascii() and tokens[start].text.startswith(name)]
        if known:
            return UNITS[max(known, key=len)], start
    for length in (1, 2):
        words = [token.text for token in tokens[start : start + length]]
        if all(word in PIXEL_ADJECTIVES for word in words) and text_at(tokens, start + length) in ("pixels", "pixel"):
            # The adjectives may name the class, so that they stay outside.
            return UNITS["px"], at
    return None, at


def _bound(tokens: tuple[Token, ...], at: int) -> str:
    at = at - 1 if text_at(tokens, at - 1) in ("a", "an", "the") else at
    one, two = text_at(tokens, at - 1), f"{text_at(tokens, at - 2)} {text_at(tokens, at - 1)}"
    if one in OVER or two in OVER:
        return "over"
    return "under" if one in UNDER or two in UNDER else ""


def _with_shared_units(numbers: list[Quantity], tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """In "700 to 1,100 m2", "157, 139 and 125 m2" and "256 x 256 px" the unit belongs to all numbers."""
    shared: list[Quantity] = []
    listed = False
    for quantity in reversed(numbers):
        following = shared[-1] if shared and shared[-1].at == quantity.last + 2 else None
        word = text_at(tokens, quantity.last + 1) if following else ""
        # A comma joins only what an "and" ends: "In 2018, 894 m2 changed" has no year in m2.
        listed = word in ("and", "or") or (word == "," and listed)
        unit = quantity.unit
        if unit is None and not is_reference(quantity, tokens):
            unit = following.unit if following and (listed or word in BETWEEN) else None
            if unit is None and "x" in (word, text_at(tokens, quantity.at - 1)):
                unit = UNITS["px"]
        if unit is None and not is_reference(quantity, tokens):
            unit = _leading_unit(tokens, quantity.at) or _unit_of_whole(tokens, quantity, numbers)
        shared.append(replace(quantity, unit=unit))
    yield from reversed(shared)


def _unit_of_whole(tokens: tuple[Token, ...], quantity: Quantity, numbers: Sequence[Quantity]) -> Unit | None:
    """Of "3574 pixels out of 65,536", "256 by 256": the unit of the number before, which it is a whole of."""
    before = next((one for one in numbers if one.at < quantity.at and one.unit is not None), None)
    joint = [text_at(tokens, quantity.at - 2), text_at(tokens, quantity.at - 1)]
    return before.unit if before is not None and joint in (["out", "of"], ["of", "the"]) else None


def _leading_unit(tokens: tuple[Token, ...], at: int) -> Unit | None:
    """Of "In pixels, that is 3,574": the unit that a sentence begins with."""
    if text_at(tokens, 0) not in ("in", "expressed", "measured"):
        return None
    unit, last = _unit(tokens, 0)
    return (
        unit
        if unit is not None and unit.dimension in ("area", "pixels") and text_at(tokens, last + 1) == "," and last < at
        else None
    )
