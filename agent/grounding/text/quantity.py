"""A number of a text: its value, its unit, its bound, and whether it names an object. Knows no result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.grounding.text.sentences import Token
from agent.grounding.text.words import FACTORS, FRACTIONS, GROWTH, MONTHS, Unit

REFERENCE = frozenset({"building", "road", "object", "house", "street", "number", "#"})
"""Words before the number of an object."""
REFERENCES = frozenset({"buildings", "roads", "objects", "houses", "streets", "numbers", "ids"})
"""Words before the numbers of several objects."""
LISTING = frozenset({",", "and", "to", "-", "or", "&"})
MAX_LABEL_DIGITS = 3


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What a number may mean."""

    value: float
    exact: float
    """Half of its last digit."""
    slack: float
    """By how much it may be off, rounded honestly."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text."""

    at: int
    """Place of its token in the sentence."""
    last: int
    """Place of the last token of it and its unit."""
    text: str
    readings: tuple[NumberReading, ...]
    """More than one only of texts that are not in English: 3.512 may be 3512."""
    unit: Unit | None
    decimals: bool = False
    bound: str = ""
    """`over`, `under`, or nothing."""
    strict: bool = False
    """Whether the bound leaves the number itself out."""
    close: bool = False
    """Whether the bound is close: "just over"."""
    distant: bool = False
    """Whether it is far off: "far less than half"."""

    @property
    def values(self) -> tuple[float, ...]:
        """The values of its readings."""
        return tuple(reading.value for reading in self.readings)

    @property
    def text_with_unit(self) -> str:
        """The number with its unit."""
        if self.unit is None or self.text in FRACTIONS or self.text in GROWTH or self.text in FACTORS:
            return self.text
        return f"{self.text} {self.unit.name}"


def is_reference(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether it names an object: "building 3", where "buildings 3 px" counts."""
    if quantity.unit is None and is_label(quantity.at, tokens):
        return True
    if quantity.unit is not None or quantity.at == 0:
        return False
    return tokens[quantity.at - 1].text in REFERENCE or _ends_a_list(tokens, quantity.at)


def is_label(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a number labels what follows it in a list: "1: 157 m², 2: 139 m²"."""
    if place < 0 or not tokens[place].text.isdigit() or len(tokens[place].text) > MAX_LABEL_DIGITS:
        return False
    before, after = text_at(tuple(tokens), place - 1), [token.text for token in tokens[place + 1 : place + 3]]
    return before in ("", ",", ";") and after[:1] == [":"] and after[1:] != [] and after[1][0].isdigit()


def _ends_a_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is one of several numbers of objects: "buildings 2, 3 and 5", "houses 1 to 7"."""
    numbers = 1
    if at + 2 < len(tokens) and tokens[at + 1].text in LISTING and tokens[at + 2].kind == "number":
        numbers += 1
    while at >= 2 and tokens[at - 1].text in LISTING and tokens[at - 2].kind == "number":
        at, numbers = at - 2, numbers + 1
    return numbers > 1 and at > 0 and tokens[at - 1].text in REFERENCES


def month_of(quantity: Quantity, tokens: tuple[Token, ...]) -> int:
    """The month that is named beside a number; 0 where none is."""
    beside = [text_at(tokens, quantity.at + step) for step in (1, -1, 2)]
    return next((MONTHS[word] for word in beside if word in MONTHS), 0)


def is_share(quantity: Quantity) -> bool:
    """Whether a number without a unit may be a share: 0.97."""
    return quantity.unit is None and quantity.decimals and 0 <= quantity.values[0] <= 1


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The text of the token at a place; empty where there is none."""
    return tokens[at].text if 0 <= at < len(tokens) else ""
