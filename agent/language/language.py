"""What a language is here: words for classes, numbers, units, places and changes, as one value. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal

from agent.language.questions.question_words import QuestionWords

Direction = Literal["appeared", "disappeared"]
Words = Mapping[str, str]
"""Words apart by blanks, by what they name."""
TENS = 10
"""What a compound such as "twenty-one" begins with is a multiple of it."""
COMPASS = {"top": "north", "bottom": "south", "left": "west", "right": "east"}
"""Sides of a picture on the compass; north is its top."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit in words.

    Attributes:
        name: The unit's symbol, as messages write it.
        dimension: What it measures; what no tool measures is a dimension of its own.
        scale: How many base units of the dimension one of it is.
        phrases: How it is written behind a number, apart by `|`.
        asked: Words that ask for it but never stand behind a number, apart by blanks.
        tool_unit: What the tools call it; empty where no area can be asked for in it.
    """

    name: str
    dimension: str
    scale: float
    phrases: str
    asked: str = ""
    tool_unit: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """Its phrases."""
        return tuple(self.phrases.split("|"))


@dataclass(frozen=True, kw_only=True)
class Language:
    """The vocabulary of one language; what is left out is not read in it.

    A word that means something else in another of the languages is left out of both or of the rarer sense: questions
    are read with the words of all languages at once.
    """

    code: str
    """ISO 639-1."""
    spaced: bool = True
    """Whether blanks part its words."""
    training_share: float = 0.0
    """Share of the training examples in it; above 0 it has a file in agent/planning/learned/lessons."""
    classes: Words = field(default_factory=dict)
    """Nouns of `building` and `road`."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number words; the first one of a value is the usual one."""
    ordinals: tuple[str, ...] = ()
    """First, second and so on."""
    months: Words = field(default_factory=dict)
    """By number, 1 to 12."""
    units: tuple[UnitName, ...] = ()
    dates: Words = field(default_factory=dict)
    """Words for the `before` and the `after` image."""
    formats: Words = field(default_factory=dict)
    """By export format."""
    indices: Words = field(default_factory=dict)
    """By spectral index."""
    land_covers: Words = field(default_factory=dict)
    """Nouns of what is neither building nor road, by the index that measures it; by `nothing` where none does."""
    unseen: str = ""
    """Further nouns of what no tool detects."""
    compass: Words = field(default_factory=dict)
    """By `north`, `south`, `east`, `west` and `centre`; by `north-east` and so on where one word says it."""
    only_after: Words = field(default_factory=dict)
    """For words of the compass that have other senses, what stands right before them where they mean a side."""
    leads: str = ""
    """Words after which a side is a place: "in", "au"."""
    articles: str = ""
    """Words that may stand between."""
    part_nouns: str = ""
    """Nouns of parts of an image: "half"."""
    picture_sides: Words = field(default_factory=dict)
    """By `top`, `bottom`, `left` and `right`: words of other senses, too."""
    signs: Words = field(default_factory=dict)
    """By `appeared` and `disappeared`: words that tell it."""
    negations: str = ""
    orders: Words = field(default_factory=dict)
    """By `largest` and `smallest`; a `_` stands for blanks."""
    compares: str = ""
    """Pattern of what two parts are named for in one question: "versus", "more"."""
    requests: Words = field(default_factory=dict)
    """By tool, pattern of the questions that it answers; for languages without training examples."""
    goes_on: str = ""
    """Pattern of the beginning of a question that goes on with the one before: "and"."""
    ordinary: str = ""
    """Correct words that lie near a listed one and are not misspellings of it."""
    why: str = ""
    """Pattern of a question for causes. This and the following ones are searched for in any case of letters."""
    sure: str = ""
    """Pattern of a question for certainty."""
    limits: str = ""
    """Pattern of a question for what cannot be seen."""
    glosses: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """English words of the words of answers, by the words of a phrase; answers are checked in English."""
    endings: str = ""
    """Endings of words that bend, apart by blanks: a word of an answer is known by any form of a glossed one."""
    how_many: str = ""
    """Pattern of a whole question that asks for a count of one class and for nothing else."""
    questions: QuestionWords | None = None
    """How questions are worded, for the reading of them part by part; None where they are not read so."""

    def nouns(self, name: str) -> tuple[str, ...]:
        """The nouns of a class but for those that tell a sign: a "construction" may be a road's."""
        telling = {word for line in self.signs.values() for word in line.split()}
        return tuple(word for word in self.classes.get(name, "").split() if word not in telling)

    def number(self, word: str) -> int | None:
        """What a number word counts, compounds such as "twenty-one" among them; None for other words."""
        if word in self.numbers:
            return self.numbers[word]
        head, _, tail = word.partition("-")
        tens, ones = self.numbers.get(head, 0), self.numbers.get(tail, 0)
        return tens + ones if tens > TENS and tens % TENS == 0 and 0 < ones < TENS else None

    def spelt(self, count: int) -> str:
        """The usual word of a count.

        Raises:
            KeyError: the language has no word for it.
        """
        return self._spelt[count]

    @cached_property
    def _spelt(self) -> dict[int, str]:
        return {value: word for word, value in reversed(list(self.numbers.items()))}

    @property
    def number_pattern(self) -> str:
        """A pattern, without a group that is kept, of its number words and their compounds."""
        ones = [word for word, value in self.numbers.items() if 0 < value < TENS]
        tens = [word for word, value in self.numbers.items() if value > TENS and value % TENS == 0]
        compounds = rf"(?:{alternatives(tens)})-(?:{alternatives(ones)})|" if tens and ones else ""
        return rf"(?:{compounds}{alternatives(self.numbers)})"

    def vocabulary(self) -> frozenset[str]:
        """All words of its tables."""
        told = [getattr(self, one.name) for one in fields(self) if one.name in TABLES]
        words = {word for table in told for line in table.values() for word in line.split()}
        return frozenset(words | set(self.numbers))


TABLES = frozenset("classes dates formats indices land_covers compass picture_sides signs orders months".split())
"""Fields that hold words by what they name."""


def alternatives(words: Mapping[str, object] | list[str] | tuple[str, ...]) -> str:
    """A pattern of any of the words, the longest first; a `_` stands for blanks."""
    return "|".join(re.escape(word).replace("_", r"\s+") for word in sorted(words, key=len, reverse=True))


def with_plurals(words: str) -> str:
    """Each word and the same with an s."""
    return " ".join(f"{word} {word}s" for word in words.split())
