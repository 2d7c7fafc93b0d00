"""The languages that are read, and their words joined into one table for each reader. Knows no reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.language.chinese import CHINESE
from agent.language.english import ENGLISH
from agent.language.french import FRENCH
from agent.language.german import GERMAN
from agent.language.language import Language, Words, alternatives
from agent.language.russian import RUSSIAN
from agent.language.spanish import SPANISH

LANGUAGES: tuple[Language, ...] = (ENGLISH, SPANISH, FRENCH, CHINESE, RUSSIAN, GERMAN)
"""All that is read; the only place where a language is entered."""


def by_code(code: str) -> Language:
    """The language of a code; English where none of ours has it."""
    return next((language for language in LANGUAGES if language.code == code), ENGLISH)


MARKS = frozenset("^.")
"""Signs of units that the words of a question do not hold."""


def words_of_all(table: Callable[[Language], Words]) -> dict[str, str]:
    """A table of all languages: by key, the words of each after those of the one before."""
    joined: dict[str, str] = {}
    for language in LANGUAGES:
        for key, line in table(language).items():
            joined[key] = f"{joined[key]} {line}" if key in joined else line
    return joined


def pattern_of_all(pattern: Callable[[Language], str]) -> re.Pattern[str]:
    """A pattern that any language's pattern matches, in any case of letters."""
    return re.compile("|".join(f"(?:{one})" for language in LANGUAGES if (one := pattern(language))), re.IGNORECASE)


def number_in_any(word: str) -> int | None:
    """What a number word of any language counts; None for other words."""
    return next((value for language in LANGUAGES if (value := language.number(word)) is not None), None)


def tool_units(language: Language) -> dict[str, str]:
    """Words that ask for a unit, by the tools' name of it; what is written apart has hyphens."""
    joined: dict[str, str] = {}
    for unit in language.units:
        if unit.tool_unit:
            words = [one.replace(" ", "-") for one in unit.written if MARKS.isdisjoint(one)]
            joined[unit.tool_unit] = " ".join([*words, *unit.asked.split()])
    return joined


def unit_phrases() -> re.Pattern[str]:
    """A pattern of the units that are written apart: "square km", "pour cent"."""
    words = (word for language in LANGUAGES for line in tool_units(language).values() for word in line.split())
    return re.compile(rf"\b(?:{alternatives([word.replace('-', ' ') for word in words if '-' in word])})\b")


def unspaced() -> re.Pattern[str] | None:
    """A pattern of the words of languages that write no blanks between words; None without such languages."""
    words = {word for language in LANGUAGES if not language.spaced for word in _words(language)}
    return re.compile(alternatives(list(words))) if words else None


def only_in_others(first: Language) -> frozenset[str]:
    """Words of other languages that are none of a language's own."""
    theirs = {word for language in LANGUAGES if language is not first for word in _words(language)}
    return frozenset(theirs - _words(first))


def _words(language: Language) -> frozenset[str]:
    units = {word for line in tool_units(language).values() for word in line.split()}
    return language.vocabulary() | units
