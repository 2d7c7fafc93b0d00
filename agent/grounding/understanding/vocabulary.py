"""The English words that an answer may be made of without a result that holds them. An allow-list: all else is a claim.

Lies cannot be listed, plain words can: a word that is not here is not understood, whatever it says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agent.grounding.text.place_words import SIDE_OF, places
from agent.grounding.text.sentences import Token, sentences
from agent.grounding.text.words import (
    ANGLE,
    AREA,
    FACTORS,
    FRACTIONS,
    HEDGES,
    LEAST,
    LENGTH,
    MONTHS,
    MOST,
    MULTIPLES,
    NEGATIONS,
    PIXELS,
    RATE,
    SHARE,
    SIGNS,
    UNITS,
)
from agent.language.answers.english import CONNECTING, KINDS, MEASURING, VAGUE, WITH_COMPANION
from agent.language.answers.neutral.english import NEUTRAL, TALKING
from agent.language.english import ENGLISH

MEASURED = frozenset({AREA, PIXELS, SHARE, LENGTH, ANGLE, RATE, "years", "months", "weeks", "days"})
PUNCTUATION = frozenset(".,;:!?()[]{}'\"|-/*#`_~>%°→•…&+=\u2014\u2013")
UNIT_WORDS = frozenset(word for phrase, unit in UNITS.items() if unit.dimension in MEASURED for word in phrase.split())
MAX_LEADING = 14
LEADING = (frozenset(CONNECTING.split()) | TALKING | frozenset("not nor neither nothing".split())) - (
    frozenset(FRACTIONS)
    | (MOST - TALKING)
    | LEAST
    | frozenset("one two three both all any each every several few some".split())
)
"""Words of sentences that only lead over to an answer: none of them counts, ranks or measures."""
EXTENTS = frozenset("large small long high wide".split())
"""Qualities, unless they say of what a number is: "0.5 m wide"."""
POINTS = frozenset("nsew")
"""Of the compass, behind degrees or the number of a zone."""
AMOUNTS = frozenset("high low large small great little".split())
TIMES = frozenset("year years yr month months week weeks day days".split())
SIDES = frozenset(SIDE_OF) | {"left-hand", "right-hand", "northernmost", "southernmost", "easternmost", "westernmost"}
PLAIN = (
    NEUTRAL
    | frozenset([*CONNECTING.split(), *MEASURING.split(), *KINDS.split(), *VAGUE, *WITH_COMPANION])
    | frozenset(SIGNS)
    | NEGATIONS
    | HEDGES
    | UNIT_WORDS
    | SIDES
    | frozenset(MONTHS)
    | frozenset(FRACTIONS)
    | frozenset(f"{word}s" for word in FRACTIONS)
    | frozenset(FACTORS)
    | frozenset(MULTIPLES)
) - frozenset({"hardly", "nobody"})
ENDINGS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")


def is_plain(word: str) -> bool:
    """Whether a word in lower case claims nothing that is not checked elsewhere."""
    if word in PLAIN or ENGLISH.number(word) is not None or places(word):
        return True
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return is_plain(word.removesuffix(ending)) or word in ("won't", "can't", "shan't")
    return "-" in word and all(is_plain(part) or part.isdigit() for part in word.split("-"))


COURTESY = frozenset("sorry thanks thank you hello hi please".split())
"""Words that state nothing, whatever the question."""


def leads_over(text: str) -> bool:
    """Whether a short sentence only leads over from a question: "Not quite.", "That depends on how you count."."""
    words = [token.text for one in sentences(text) for token in one.tokens if token.kind != "mark"]
    if all(word in COURTESY for word in words):
        return False
    return 0 < len(words) <= MAX_LEADING and all(word in LEADING for word in words)


def is_plain_at(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word claims nothing at its place: "square" only before a unit, "x" between numbers."""
    word, before, after = tokens[at].text, _text(tokens, at - 1), _text(tokens, at + 1)
    if word in PLACED:
        return PLACED[word](before, after, tokens, at)
    if word in EXTENTS | AMOUNTS and before == "too":
        return True
    if word in EXTENTS:
        return before in UNIT_WORDS or before in ("how", "²")
    if word in POINTS:
        return before in ("°", "degrees") or (at > 0 and tokens[at - 1].kind == "number")
    if word in TIMES:
        counted = at > 0 and (tokens[at - 1].kind == "number" or (ENGLISH.number(before) or 0) > 0)
        return counted or _is_yearly(tokens, at)
    return is_plain(word)


def _text(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _is_of_unit(_: str, after: str, __: tuple[Token, ...], ___: int) -> bool:
    return after in UNIT_WORDS or after == "."


def _is_square(before: str, after: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Of a unit, or a shape whose side is told: "a square of 30 by 30 m"."""
    return after in ("of", "with", "measuring", "about", "roughly") or _is_of_unit(before, after, tokens, at)


def _is_too(before: str, after: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "too" says also, or too many; "roads did too" states something of the roads."""
    ends = at + 1 == len(tokens) or tokens[at + 1].kind == "mark" or after in AMOUNTS
    said = ends and not before.startswith("d")
    return said or after in ("many", "few") or any(token.text == "can" for token in tokens)


def _is_between_numbers(_: str, __: str, tokens: tuple[Token, ...], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == tokens[at + 1].kind == "number"


PLACED: Mapping[str, Callable[[str, str, tuple[Token, ...], int], bool]] = {
    "square": _is_square,
    "sq": _is_of_unit,
    "many": lambda before, *_: before in ("how", "too", "as", "so", "that"),
    "too": _is_too,
    "certain": lambda before, *_: before in NEGATIONS,
    "x": _is_between_numbers,
}
"""Words that are plain only beside others."""


def _is_yearly(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word tells a rate or a fraction: "two a year", "per year", "half a year"."""
    before = [tokens[at - step].text if at >= step else "" for step in (1, 2)]
    rate = before[0] == "a" and (before[1].isdigit() or ENGLISH.number(before[1]) is not None or before[1] in FRACTIONS)
    return before[0] == "per" or rate


def is_plain_mark(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a sign is punctuation, or belongs to a unit: "m²", but not "7²" nor "7+5"."""
    mark, before = tokens[at].text, tokens[at - 1] if at else None
    if mark in "²³^":
        return before is not None and before.kind == "word" and before.text in ("m", "km")
    between = before is not None and before.kind == "number" and at + 1 < len(tokens)
    if mark in "+=*/^" and between and tokens[at + 1].kind == "number":
        return False
    return mark in PUNCTUATION or mark == "\u25a1"
