"""Numbers of objects that a question asserts: "confirm that 25 were built", "so zero houses?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.language.english import ENGLISH
from agent.language.language import Language
from agent.language.questions.question_words import QuestionWords
from agent.reading.parts import NEVER, counted, of
from agent.reading.scanner import Scanner


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question asserts of objects."""

    number: int
    relation: str
    """`exactly`, `at least` or `at most`."""


MORE = r"(?:more than|mehr als|m[aá]s de|plus de|多于|超过)"
FEWER = r"(?:fewer than|less than|weniger als|menos de|moins de|少于|不到)"
"""Before a number of objects that is asked about without their name: "are there more than 10?"."""


def claim_of(scanner: Scanner, words: QuestionWords, language: Language, *, asks: bool) -> Claim | None:
    """A number of objects that is asserted or asked to be confirmed; None where the question states none."""
    spelt = language.number_pattern if language.numbers else NEVER
    number = rf"(?<![\d.,])(?P<n>\d{{1,6}}(?![\d.,]*\d)(?!{_measured(language)})|{spelt}|{words.words['none']})"
    nouns = "|".join(noun for line in of(language, "classes").values() for noun in line.split())
    told = f"(?:{nouns}|{words.came}|{words.gone})"
    what = rf"(?: \w+){{0,2}}? {told}" if language.spaced else rf".{{0,3}}?{told}"
    if (zero := _of_none(scanner, words, language, number)) is not None:
        return zero
    for relation, before in (("at least", MORE), ("at most", FEWER)):
        match = re.search(rf"(?<!\w){before} ?{number}(?=\W*$)", scanner.text)
        if asks and match:
            scanner.first(re.escape(match[0]))
            value = counted(match["n"], language)
            return Claim(value if value is not None else 0, relation)
    if scanner.holds(f"(?:{words.acts['count']})") or scanner.holds(f"(?:{words.acts['export']})"):
        return None
    stated = asks or scanner.holds(f"(?:{words.acts['confirm']}|{words.acts['doubt']})") or "?" in scanner.text
    for relation, before in (
        ("at least", words.least + words.than),
        ("at most", words.most + words.than),
        ("exactly", ""),
    ):
        match = re.search(rf"(?<!\w){before} ?{number}(?={what})", scanner.text)
        if match and stated:
            number_told = counted(match["n"], language)
            scanner.first(re.escape(match[0].strip()))
            return Claim(number_told if number_told is not None else 0, relation)
    return None


def _measured(language: Language) -> str:
    """What makes a number a measure, which counts no objects: "6 ha were built over"."""
    units = (*language.units, *(() if language is ENGLISH else ENGLISH.units))
    names = sorted((re.escape(name) for unit in units for name in unit.written), key=len, reverse=True)
    return rf" ?(?:{'|'.join(names)}|%)(?!\w)"


def _of_none(scanner: Scanner, words: QuestionWords, language: Language, number: str) -> Claim | None:
    """A number behind "confirm" alone, or that there is none: "so zero?", "none bigger than 500 m2, right?"."""
    confirm = words.acts["confirm"]
    if match := re.search(
        rf"(?<!\w)(?:{confirm}) ?(?:only |just )?{number}(?=[\s?.!,]*(?:$|of them|in (?:total|all)))", scanner.text
    ):
        value = counted(match["n"], language)
        scanner.first(re.escape(match["n"]))
        return Claim(value if value is not None else 0, "exactly")
    if re.fullmatch(rf"\W*(?:(?:{words.words['goes_on']})\W+)*(?:{words.words['none']})\W*", scanner.text):
        return Claim(0, "exactly")  # "so zero?"
    limited = f"(?:{words.least}|{words.most})"
    if re.match(rf"\W*(?:(?:{words.words['goes_on']})\W+)*(?:{words.words['none']})(?: \w+)? {limited}", scanner.text):
        return Claim(0, "exactly")  # "none bigger than 500 m2, right?"
    return None
