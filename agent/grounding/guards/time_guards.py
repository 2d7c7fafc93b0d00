"""Times: tools know two dates, and no moment between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.grounding.checks import Finding, Passage
from agent.grounding.guards.clause_words import kind_of, words_of
from agent.grounding.support import whole_sign
from agent.grounding.text.sentences import Token
from agent.grounding.text.statements import YEAR
from agent.grounding.text.words import (
    CHANGED,
    KINDS,
    NEGATIONS,
    SIGNS,
)
from agent.language.english import ENGLISH

BOUND_OF_TIME = {"first": frozenset("since after from".split()), "last": frozenset("by until before to till".split())}
FIRST_DATE = frozenset("first earlier before former initial previous".split())
LAST_DATE = frozenset("second later after latest last final".split())
_MONTH_NUMBERS = {word: f"{int(number):02d}" for number, line in ENGLISH.months.items() for word in line.split()}


def _times(passage: Passage) -> Iterator[Finding]:
    """Dates: of the images by their order; of change from one to the other, since tools know no moment between."""
    known = sorted(passage.library.dates)
    if not known:
        return
    tokens = passage.parsed.sentence.tokens
    words = words_of(tokens)
    months = [word for word in words if word in _MONTH_NUMBERS and word != "may"]
    if months and not all(any(date[5:7] == _MONTH_NUMBERS[word] for date in known) for word in months):
        yield "No tool told of that month.", frozenset()
    for month, year in pairwise(words):
        if month in _MONTH_NUMBERS and YEAR.fullmatch(year):
            ending = f"{year}-{_MONTH_NUMBERS[month]}"
            yield ("" if any(date.startswith(ending) for date in known) else "No tool told of that month."), frozenset()
    dated = [
        (at, date)
        for at, token in enumerate(tokens)
        if (date := _date_of(token, known)) is not None and not _is_count(words[at + 1 : at + 3])
    ]
    speaks_of_change = any(word in KINDS or word in SIGNS for word in words)
    if speaks_of_change and len({date for _, date in dated}) == 1:
        at, date = dated[0]
        yield from _of_one_date(words[max(0, at - 3) : at], date, known)
    elif speaks_of_change and len(dated) > 1:
        yield from _of_clauses(passage, known)
    elif not speaks_of_change and len(dated) == 1:
        yield from _of_images(dated[0][1], words, known)


def _is_count(after: Sequence[str]) -> bool:
    """Whether what follows a number makes it a count: "2018 new houses"."""
    return any(word in KINDS for word in after) and not any(word.isdigit() for word in after)


def _date_of(token: Token, known: Sequence[str]) -> str | None:
    if token.kind == "date":
        return next((date for date in known if date == token.text), None)
    if token.kind == "number" and len(token.text) == len("2018"):
        return next((date for date in known if date.startswith(f"{token.text}-")), None)
    return None


def _of_one_date(before: Sequence[str], date: str, known: Sequence[str]) -> Iterator[Finding]:
    side = "first" if date == known[0] else "last"
    allowed = BOUND_OF_TIME[side] | (frozenset(("in", "on", "at", "of")) if side == "last" else frozenset())
    if not allowed & set(before):
        yield f"Tools tell what changed from one date to the other, not what happened at {date}.", frozenset()


def _of_clauses(passage: Passage, known: Sequence[str]) -> Iterator[Finding]:
    """Of "There in 2021 but not in 2018": as what appeared is, not as what disappeared."""
    sentence = passage.parsed.sentence
    sign = whole_sign(kind_of(sentence.tokens), passage.library.facts)
    for clause in sentence.clauses:
        dates = {date for token in clause if (date := _date_of(token, known)) is not None}
        words = words_of(clause)
        bounded = bool({*BOUND_OF_TIME["first"], *BOUND_OF_TIME["last"], "between", "and"} & set(words))
        speaks = any(word in KINDS or word in SIGNS or word in ("there", "they", "it") for word in words)
        if len(dates) != 1 or bounded or not speaks:
            continue
        denied = any(word in NEGATIONS or word.endswith("n't") for word in words)
        there = {"appeared": known[-1], "disappeared": known[0]}.get(sign or "")
        if there is None or (next(iter(dates)) == there) == denied:
            yield "Tools tell otherwise of when it was there.", frozenset()


def _of_images(date: str, words: Sequence[str], known: Sequence[str]) -> Iterator[Finding]:
    early, late = bool(FIRST_DATE & set(words)), bool(LAST_DATE & set(words))
    if len(known) > 1 and ((early and not late and date != known[0]) or (late and not early and date != known[-1])):
        yield f"{date} is not the date of that image.", frozenset()


def _at_a_date(passage: Passage) -> Iterator[Finding]:
    """Of "Houses before: 7": tools count what changed, not what stood there at a date."""
    for clause in passage.parsed.sentence.clauses:
        words, starts = words_of(clause), {token.start for token in clause}
        signed = any(word in SIGNS or word in CHANGED for word in words)
        for one in passage.parsed.claims:
            token = passage.parsed.sentence.tokens[one.quantity.at]
            counted = one.kind in ("building", "road") and one.quantity.unit is None and not one.named
            if token.start in starts and counted and not signed and words[-1:] and words[-1] in ("before", "after"):
                yield "Tools count what changed, not what stood there at a date.", frozenset()


GUARDS = (_times, _at_a_date)
