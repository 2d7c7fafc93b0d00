"""A question read part by part: what is to be done, of what, filtered how, in which unit, and what was left unread."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from agent.language.english import ENGLISH
from agent.language.language import Language, UnitName
from agent.language.questions.question_words import QuestionWords
from agent.reading.scanner import Scanner
from agent.reading.thresholds import NUMBER, PERCENT, Thresholds, thresholds, to_number


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question asserts of objects."""

    number: int
    relation: str
    """`exactly`, `at least` or `at most`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one question says; what it does not say is empty."""

    text: str
    acts: tuple[str, ...] = ()
    """Keys of `QuestionWords.acts`, in the order of the words."""
    statistics: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    """Classes that are to be left out."""
    unseen: tuple[str, ...] = ()
    """Nouns of what no tool detects."""
    limits: Thresholds = Thresholds()
    status: str | None = None
    way: str | None = None
    """`loss` or `gain` of land."""
    order: str | None = None
    count: int | None = None
    """How many objects are to be listed."""
    unit: str | None = None
    """As tools call it."""
    length_unit: str | None = None
    formats: tuple[str, ...] = ()
    claim: Claim | None = None
    pixel_size: float | None = None
    """Metres that are to be assumed."""
    object_ids: tuple[int, ...] = ()
    """Numbers of objects that are named: "building 3"."""
    numbers: tuple[float, ...] = ()
    """That are none of the above."""
    years: tuple[int, ...] = ()
    marks: frozenset[str] = frozenset()
    """Keys of `QuestionWords.words` whose words occur, and `opens` where the question begins with one that goes on."""
    asks_whether: bool = False
    """Whether it is answered yes or no."""
    language: str = "en"
    unread: tuple[str, ...] = ()
    """Words that carry meaning and were not read."""

    @property
    def asks_for_objects(self) -> bool:
        """Whether it names a class, or a number about objects."""
        return bool(self.classes or self.statistics or self.limits or self.order)


LENGTHS = {"m": "m", "km": "km", "feet": "ft", "miles": "mi"}
YEAR = r"(?P<year>(?:19|20)\d\d)"
SEVERAL = 100
"""More objects are not listed."""


def read(question: str, language: Language = ENGLISH) -> Reading:
    """A question in one language, part by part."""
    words = language.questions
    if words is None:
        return Reading(question, language=language.code)
    scanner = Scanner(question, spaced=language.spaced)
    edge = r"(?!\w)" if language.spaced else ""
    asks = re.match(rf"\W*(?:(?:{words.words['goes_on']})\W+)*{words.auxiliary}{edge}", scanner.text) is not None
    opens = re.match(rf"\W*(?:{words.words['goes_on']}){edge}", scanner.text) is not None
    units = (*language.units, *(() if language is ENGLISH else ENGLISH.units))
    pixel_size = _pixel_size(scanner)
    object_ids = _object_ids(scanner, words, language)
    limits = thresholds(scanner, words, units)
    claim = _claim(scanner, words, language, asks=asks)
    order, count = _order(scanner, words, language)
    years = tuple(int(match["year"]) for match in scanner.take(YEAR))
    excluded = _excluded(scanner, words, _of(language, "classes"))
    classes = _nouns(scanner, _of(language, "classes"))
    statistics = _keys(scanner, words.statistics)
    covers = _keys(scanner, words.covers)
    marks = frozenset(name for name in MARKED_FIRST if scanner.holds(f"(?:{words.words[name]})"))
    acts = _keys(scanner, words.acts)
    formats = _formats(scanner, language)
    unit, length_unit = _units(scanner, units, words)
    gone, came = bool(scanner.take(f"(?:{words.gone})")), bool(scanner.take(f"(?:{words.came})"))
    way = next(iter(_keys(scanner, words.ways)), None)
    marks |= frozenset(name for name, pattern in words.words.items() if scanner.take(f"(?:{pattern})"))
    if unit and re.search(
        r"\bhow many (?:\w+ )?(?:m|met|ha|acre|km|kilo|sq|squ|px|pixel|f|per|mile|hect)", question.lower()
    ):
        acts = tuple("area" if act == "count" else act for act in acts)
    unseen = _unseen(scanner, language)
    numbers = tuple(to_number(match["n"]) for match in scanner.take(NUMBER.format(name="n")))
    for table in (
        _of(language, "dates"),
        _of(language, "compass"),
        _of(language, "picture_sides"),
        _of(language, "indices"),
    ):
        _nouns(scanner, table)
    return Reading(
        text=question, language=language.code, acts=acts, statistics=statistics, classes=classes, covers=covers, excluded=excluded,
        unseen=unseen,
        limits=limits, status="disappeared" if gone and not came else "appeared" if came and not gone else None,
        way=way or ("loss" if gone else "gain" if came else None), order=order, count=count, unit=unit,
        length_unit=length_unit, formats=formats, claim=claim, pixel_size=pixel_size, object_ids=object_ids, numbers=numbers, years=years,
        marks=marks | ({"opens"} if opens else set()), asks_whether=asks, unread=_unread(scanner, language),
    )  # fmt: skip


MARKED_FIRST = ("refers", "all")
"""Words that acts use up, too."""


def _keys(scanner: Scanner, patterns: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the patterns that occur, in the order of the words."""
    found = [(match.start(), key) for key, pattern in patterns.items() for match in scanner.take(f"(?:{pattern})")]
    return tuple(dict.fromkeys(key for _, key in sorted(found)))


def _of(language: Language, table: str) -> dict[str, str]:
    """A table of a language, joined with the English one: technical words are English everywhere."""
    own, english = getattr(language, table), getattr(ENGLISH, table)
    if language is ENGLISH:
        return dict(own)
    return {key: " ".join(filter(None, [own.get(key, ""), english.get(key, "")])) for key in {**english, **own}}


def _nouns(scanner: Scanner, table: Mapping[str, str]) -> tuple[str, ...]:
    return _keys(
        scanner,
        {
            key: "|".join(sorted(map(re.escape, line.split()), key=len, reverse=True))
            for key, line in table.items()
            if line
        },
    )


def _excluded(scanner: Scanner, words: QuestionWords, classes: Mapping[str, str]) -> tuple[str, ...]:
    """Classes behind words such as "forget the" and "without"."""
    return tuple(
        name
        for name, line in classes.items()
        if scanner.take(
            rf"(?:{words.words['forgets']}) ?(?:{'|'.join(sorted(map(re.escape, line.split()), key=len, reverse=True))})"
        )
    )


def _formats(scanner: Scanner, language: Language) -> tuple[str, ...]:
    """Formats that are named; a "report" is a PDF only where no other is."""
    named_pdf = "pdf" in scanner.text
    found = _nouns(scanner, _of(language, "formats"))
    return tuple(name for name in found if name != "pdf" or named_pdf or len(found) == 1)


def _object_ids(scanner: Scanner, words: QuestionWords, language: Language) -> tuple[int, ...]:
    """Objects that are named by number: "building 3", "houses 2 and 5"."""
    nouns = "|".join(noun for line in _of(language, "classes").values() for noun in line.split())
    gap = " ?" if language.spaced else ""
    thing = rf"(?:{nouns}|{words.words['thing']})"
    joint = rf" ?(?:{words.between[1]}|,|&) ?"
    one = (
        rf"{thing}{gap}(?:{words.words['thing']})?{gap}(?P<a>\d{{1,4}})(?:{joint}(?:{thing} ?)?(?:#)?(?P<b>\d{{1,4}}))?"
    )
    found = scanner.take(rf"{one}(?! ?(?:m2|m²|%|sq|ha|px|m\b|percent|meter|metre))")
    return tuple(int(number) for match in found for number in (match["a"], match["b"]) if number)


def _order(scanner: Scanner, words: QuestionWords, language: Language) -> tuple[str | None, int | None]:
    """Which objects come first, and how many of them: "the three largest", "top 5"."""
    number = rf"(?P<n>\d{{1,3}}|{language.number_pattern if language.numbers else r'(?!)'})"
    for name, pattern in words.orders.items():
        if match := scanner.first(
            rf"(?:{number}[ -]?)?(?:{pattern})(?: {number.replace('?P<n>', '?P<m>')}(?! ?(?:%|m|ha)))?"
        ):
            told = match["n"] or match["m"]
            return name, None if told is None else _counted(told, language)
    if match := scanner.first(rf"(?:top|first) {number}"):
        return "largest", _counted(match["n"], language)
    return None, None


def _counted(word: str, language: Language) -> int | None:
    return int(word) if word.isdigit() else language.number(word)


def _claim(scanner: Scanner, words: QuestionWords, language: Language, *, asks: bool) -> Claim | None:
    """A number of objects that is asserted or asked to be confirmed: "confirm that 25 were built", "so zero houses?"."""
    if scanner.holds(f"(?:{words.acts['count']})") or scanner.holds(f"(?:{words.acts['export']})"):
        return None
    spelt = language.number_pattern if language.numbers else r"(?!)"
    number = rf"(?P<n>\d{{1,6}}|{spelt}|{words.words['none']})"
    nouns = "|".join(noun for line in _of(language, "classes").values() for noun in line.split())
    told = f"(?:{nouns}|{words.came}|{words.gone})"
    what = rf"(?: \w+){{0,2}}? {told}" if language.spaced else rf".{{0,3}}?{told}"
    stated = asks or scanner.holds(f"(?:{words.acts['confirm']}|{words.acts['doubt']})") or "?" in scanner.text
    for relation, before in (
        ("at least", words.least + words.than),
        ("at most", words.most + words.than),
        ("exactly", ""),
    ):
        match = re.search(rf"(?<!\w){before} ?{number}(?={what})", scanner.text)
        if match and stated:
            told = _counted(match["n"], language)
            scanner.first(re.escape(match[0].strip()))
            return Claim(told if told is not None else 0, relation)
    return None


def _pixel_size(scanner: Scanner) -> float | None:
    side = r"(?P<n>\d+(?:[.,]\d+)?) ?(?:m|metres?|meters?|mètres?|metros?)"
    lead = r"(?:assum\w+|suppos\w+|let'?s say|say|given|with|if|take|use|annahme|angenommen|suppose[rz]?|supon\w*|pixel(?: size)?(?: is| of| are)?)"
    match = scanner.first(
        rf"{lead}[^\d?]{{0,30}}{side}(?: (?:a |per |/ ?)?(?:pixels?|px|resolution))"
    ) or scanner.first(rf"(?:pixels?|px|resolution)(?: size)?[^\d?]{{0,20}}{side}")
    return None if match is None else to_number(match["n"])


def _units(scanner: Scanner, units: tuple[UnitName, ...], words: QuestionWords) -> tuple[str | None, str | None]:
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
    return area or ("percent" if scanner.take(PERCENT) else None), length


def _unseen(scanner: Scanner, language: Language) -> tuple[str, ...]:
    own = {"unseen": f"{language.land_covers.get('nothing', '')} {language.unseen}"}
    nouns = "|".join(sorted(map(re.escape, own["unseen"].split()), key=len, reverse=True))
    return tuple(match[0] for match in scanner.take(rf"(?:\w+ing )?(?:{nouns})")) if nouns else ()


def _unread(scanner: Scanner, language: Language) -> tuple[str, ...]:
    if not language.spaced or language.questions is None:
        return ()  # what is left between words that were read is no word there
    stop = set(language.questions.stop.split())
    return tuple(word for word in scanner.rest() if word not in stop and not word.isdigit() and len(word) > 1)
