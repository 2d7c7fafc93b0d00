"""What a multimodal model may choose from, numbered, and the strict reading of its choice. Knows no model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from agent.plain_text import plain
from tools.errors import UnknownClassError

NONE = "none of these"
FORM = (
    "the numbers of the chosen options, each in parentheses, with commas between them, and nothing else; "
    "for example (1),(3)"
)
"""The paper's grammar, in words."""
ONE = r"\s*\(\s*(?:0|[1-9][0-9]{0,2})\s*\)\s*"
CHOICE = re.compile(f"{ONE}(?:,{ONE})*")
NUMBER = re.compile(r"[0-9]+")
MAX_OPTIONS = 998
"""So that every number, that of `NONE` among them, has three digits at most."""
MAX_NAME_CHARS = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer is no choice, in a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """Names to choose from, in the order of their numbers from 1; the number after the last is `NONE`."""

    names: tuple[str, ...]
    descriptions: tuple[str, ...] = ()
    """What each name stands for, in a line; empty where the names say enough."""

    def __post_init__(self) -> None:
        """See that there is something to choose, and that a name says which option is meant.

        Raises:
            UnknownClassError: there is nothing, too much, or a name twice.
        """
        if not 0 < len(self.names) <= MAX_OPTIONS:
            raise UnknownClassError(f"A model can choose from 1 to {MAX_OPTIONS} classes, not {len(self.names)}.")
        twice = [name for name, times in Counter(self.names).items() if times > 1]
        if twice:
            raise UnknownClassError(f"The class {twice[0]!r} stands in the list twice; give each class one name.")
        assert not self.descriptions or len(self.descriptions) == len(self.names)

    @property
    def none(self) -> int:
        """The number of `NONE`."""
        return len(self.names) + 1

    def name(self, number: int) -> str:
        """What an option is called."""
        return NONE if number == self.none else self.names[number - 1]

    def line(self, number: int) -> str:
        """An option as a model reads it; names that a file brought along are made plain."""
        name = plain(self.name(number), MAX_NAME_CHARS)
        described = bool(self.descriptions) and number != self.none
        return f"({number}) {name}: {self.descriptions[number - 1]}" if described else f"({number}) {name}"


def written(numbers: Collection[int]) -> str:
    """A choice as the grammar has it."""
    return ",".join(f"({number})" for number in numbers)


def read_choice(
    text: str, allowed: Collection[int], none: int | None = None, most: int | None = None
) -> tuple[int, ...] | Fault:
    """The options that an answer names, in its order.

    Args:
        text: the answer.
        allowed: numbers that may be named.
        none: the number that stands for no option, where that may be chosen; then the choice is empty.
        most: at most so many may be named; None: any number of them.
    """
    if not text.strip():
        return Fault("It is empty.")
    if not CHOICE.fullmatch(text):
        return Fault("It holds something else than numbers in parentheses with commas between them.")
    numbers = [int(digits) for digits in NUMBER.findall(text)]
    known = [*allowed, *([] if none is None else [none])]
    strange = [number for number in numbers if number not in known]
    if strange:
        return Fault(f"({strange[0]}) is none of the options; they are {written(known)}.")
    twice = [number for number, times in Counter(numbers).items() if times > 1]
    if twice:
        return Fault(f"It names ({twice[0]}) more than once.")
    if none in numbers:
        return () if len(numbers) == 1 else Fault(f"It names ({none}), {NONE}, together with others.")
    if most is not None and len(numbers) > most:
        return Fault(f"It names {len(numbers)} options; at most {most} may be named.")
    return tuple(numbers)
