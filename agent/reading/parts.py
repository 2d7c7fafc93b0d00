"""Single parts of a question, each taken out of it: classes, formats, numbers of objects, orders, units, nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

from agent.language.english import ENGLISH
from agent.language.language import Language, UnitName, alternatives
from agent.language.questions.english import ENGLISH_QUESTIONS
from agent.language.questions.question_words import PixelWords, QuestionWords
from agent.reading.scanner import Scanner
from agent.reading.thresholds import PERCENT, to_number

LENGTHS = {"m": "m", "km": "km", "feet": "ft", "miles": "mi"}
"""Units of length by their names, as tools call them."""
SENSORS = r"sentinel\S*|landsat\S*|planetscope"
NEVER = r"(?!)"
"""Fits nothing: for languages without number words."""


def keys(scanner: Scanner, patterns: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the patterns that occur, in the order of the words."""
    found = [(match.start(), key) for key, pattern in patterns.items() for match in scanner.take(f"(?:{pattern})")]
    return tuple(dict.fromkeys(key for _, key in sorted(found)))


def of(language: Language, table: str) -> dict[str, str]:
    """A table of a language, joined with the English one: technical words are English everywhere."""
    own, english = getattr(language, table), getattr(ENGLISH, table)
    if language is ENGLISH:
        return dict(own)
    return {key: " ".join(filter(None, [own.get(key, ""), english.get(key, "")])) for key in {**english, **own}}


def nouns_of(scanner: Scanner, table: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of a table whose nouns occur, in the order of the words."""
    return keys(
        scanner,
        {
            key: "|".join(sorted(map(re.escape, line.split()), key=len, reverse=True))
            for key, line in table.items()
            if line
        },
    )


def is_per_object(scanner: Scanner, language: Language) -> bool:
    """Whether a size is asked for by object: "how many square metres per house"."""
    nouns = alternatives([noun for line in of(language, "classes").values() for noun in line.split()])
    return scanner.holds(rf"(?:per|a|each|every|je|pro|par|por) (?:{nouns})") and scanner.holds(
        r"(?:per|je|pro|par|por) \w+"
    )


def statistics_of(scanner: Scanner, words: QuestionWords, *, per_object: bool) -> tuple[str, ...]:
    """Numbers about many objects that are asked for."""
    named = keys(scanner, words.statistics)
    return named or (("mean_area",) if per_object else ())


def excluded_of(scanner: Scanner, words: QuestionWords, classes: Mapping[str, str]) -> tuple[str, ...]:
    """Classes behind words such as "forget the" and "without"."""
    left_out = rf"(?:{words.words['forgets']}) ?"
    return tuple(name for name, line in classes.items() if scanner.take(f"{left_out}(?:{alternatives(line.split())})"))


def excluded_covers(scanner: Scanner, words: QuestionWords) -> frozenset[str]:
    """Land cover behind words such as "not" and "without"; it is not taken out of the question."""
    before = rf"(?:{words.words['forgets']}) ?(?:{words.articles})?"
    return frozenset(name for name, pattern in words.covers.items() if scanner.holds(f"{before}(?:{pattern})"))


def formats_of(scanner: Scanner, language: Language) -> tuple[str, ...]:
    """Formats that are named; a "report" is a PDF, and a "table" a CSV, only where no other is."""
    by_name = {name for name in ("pdf", "csv") if name in scanner.text}
    found = nouns_of(scanner, of(language, "formats"))
    return tuple(name for name in found if name not in ("pdf", "csv") or name in by_name or len(found) == 1)


def object_ids_of(scanner: Scanner, words: QuestionWords, language: Language) -> tuple[int, ...]:
    """Objects that are named by number: "building 3", "houses 2 and 5"."""
    nouns = "|".join(noun for line in of(language, "classes").values() for noun in line.split())
    gap = " ?" if language.spaced else ""
    thing = rf"(?:{nouns}|{words.words['thing']})"
    joint = rf" ?(?:{words.between[1]}|,|&) ?"
    one = (
        rf"{thing}{gap}(?:{words.words['thing']})?{gap}(?P<a>\d{{1,4}})(?:{joint}(?:{thing} ?)?(?:#)?(?P<b>\d{{1,4}}))?"
    )
    found = scanner.take(rf"{one}(?! ?(?:m2|m²|%|sq|ha|px|m\b|percent|meter|metre))")
    return tuple(int(number) for match in found for number in (match["a"], match["b"]) if number)


def rank_of(scanner: Scanner, words: QuestionWords) -> tuple[str, int] | None:
    """The order and the rank of one object that follows the first: "the second largest"."""
    ordinals = "|".join(f"(?P<r{at}>{pattern})" for at, pattern in enumerate(words.ordinals))
    for name, pattern in words.orders.items():
        behind = rf"(?:[ -]?(?:{pattern}))" + ("" if scanner.spaced or name != "largest" else "?")
        if match := scanner.first(f"(?:{ordinals}){behind}"):
            return name, next(rank for at, rank in enumerate(words.ordinals.values()) if match[f"r{at}"])
    return None


def order_of(scanner: Scanner, words: QuestionWords, language: Language) -> tuple[str | None, int | None]:
    """Which objects come first, and how many of them: "the three largest", "top 5"."""
    number = rf"(?P<n>\d{{1,3}}|{language.number_pattern if language.numbers else NEVER})"
    gap = " " if scanner.spaced else " ?的? ?"
    for name, pattern in words.orders.items():
        if match := scanner.first(
            rf"(?:{number}[ -]?)?(?:{pattern})(?:{gap}{number.replace('?P<n>', '?P<m>')}(?! ?(?:%|m|ha)))?"
        ):
            told = match["n"] or match["m"]
            apart = scanner.first(rf"(?:which|the|any) {number}(?= of)") if told is None else None
            told = told or (None if apart is None else apart["n"])
            return name, None if told is None else counted(told, language)
    if match := scanner.first(rf"(?:top|first) {number}"):
        return "largest", counted(match["n"], language)
    return None, None


def counted(word: str, language: Language) -> int | None:
    """What a number in digits or in words counts; None for other words."""
    return int(word) if word.isdigit() else language.number(word)


def pixel_size_of(scanner: Scanner, words: QuestionWords) -> float | None:
    """The ground size of a pixel that is to be assumed, metres."""
    said = _pixel_words(words)
    unit = rf"(?:(?P<cm>{said.centimetres})|{said.metres})(?![\w²2])"
    side = rf"(?P<n>\d+(?:[.,]\d+)?|{said.half})[ -]?{unit}"
    stated = rf"(?:(?:{said.assumes})[^\d?]{{0,30}})?{side} ?(?:{said.per})?(?:{said.pixel})"
    behind = (rf"(?:{said.pixel})(?: size)?[^\d?]{{0,20}}?{side}", rf"(?:{SENSORS})[^?.]{{0,15}}?{side}")
    match = next(filter(None, map(scanner.first, (stated, *behind))), None)
    if match is None:
        return None
    size = to_number(match["n"]) if match["n"][0].isdigit() else 0.5
    return size if match["cm"] is None else size / 100


def _pixel_words(words: QuestionWords) -> PixelWords:
    """Those of a language joined with the English ones: technical words are English everywhere."""
    own, english = words.pixel_size, ENGLISH_QUESTIONS.pixel_size
    joined = {one.name: f"{getattr(own, one.name)}|{getattr(english, one.name)}" for one in fields(PixelWords)}
    return PixelWords(**joined)


def units_of(scanner: Scanner, units: tuple[UnitName, ...], words: QuestionWords) -> tuple[str | None, str | None]:
    """The first unit of area and of length that is named, as tools call them."""
    named = {
        word: unit
        for unit in reversed(units)
        for word in [*unit.written, *unit.asked.split()]
        if word != "%" and (unit.tool_unit or unit.name in LENGTHS)
    }
    doubtful = set(words.not_units.split())
    phrases = [rf"(?<=en )(?:{re.escape(one)})" if one in doubtful else re.escape(one) for one in named]
    found = scanner.take(f"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})")
    units_found = [named[match[0]] for match in found]
    area = next((unit.tool_unit for unit in units_found if unit.tool_unit), None)
    length = next((LENGTHS[unit.name] for unit in units_found if unit.name in LENGTHS), None)
    return area or ("percent" if scanner.take(f"(?:{PERCENT}|{words.share})") else None), length


def unseen_of(scanner: Scanner, language: Language) -> tuple[str, ...]:
    """Nouns of what no tool detects, with the word before them: "swimming pools"."""
    beyond = "" if language.questions is None else language.questions.beyond
    own = {"unseen": f"{language.land_covers.get('nothing', '')} {language.unseen} {beyond}"}
    nouns = "|".join(sorted(map(re.escape, own["unseen"].split()), key=len, reverse=True))
    return tuple(match[0] for match in scanner.take(rf"(?:\w+ing )?(?:{nouns})(?: (?:{nouns}))?")) if nouns else ()


def is_denied_part(scanner: Scanner, words: QuestionWords, language: Language) -> bool:
    """Whether a part of the image is left out: "not in the south"."""
    sides = [word for line in language.compass.values() for word in line.split()]
    article = f"(?:(?:{alternatives(language.articles.split())}) ?)?" if language.articles else ""
    return scanner.holds(rf"(?:{words.denied}) ?{article}(?:{alternatives(sides)})")


def unread_of(scanner: Scanner, language: Language) -> tuple[str, ...]:
    """Words that carry meaning and were not read."""
    if not language.spaced or language.questions is None:
        return ()  # what is left between words that were read is no word there
    stop = set(language.questions.stop.split())
    return tuple(word for word in scanner.rest() if word not in stop and not word.isdigit() and len(word) > 1)
