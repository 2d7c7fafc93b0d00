"""Limits that a question states: smallest and largest size, least probability."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.language.language import UnitName
from agent.language.questions.question_words import QuestionWords
from agent.reading.scanner import Scanner
from tools.change.verdict import UNSURE_BELOW

NUMBER = r"(?P<{name}>(?<!\d)(?:\d{{1,3}}(?:[ ,.]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?))"
PERCENT = r"(?:%|per ?cent|percent|prozent|pour ?cent|por ?ciento|pct)"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits; None where none is stated."""

    min_area: float | None = None
    """Square metres where a unit is named; else as the pair counts, in pixels where it has no place on earth."""
    max_area: float | None = None
    min_probability: float | None = None
    """0-1."""
    max_probability: float | None = None
    """0-1."""
    in_pixels: bool | None = field(default=None, compare=False)
    """Whether sizes are stated in pixels; None where no unit is."""

    def __bool__(self) -> bool:
        return self != Thresholds()


NO_LIMITS = Thresholds()


def thresholds(scanner: Scanner, words: QuestionWords, units: tuple[UnitName, ...]) -> Thresholds:
    """The limits that a question states, taken out of it.

    Args:
        scanner: the question.
        words: of its language.
        units: by which sizes are named.
    """
    least, greatest = _probability(scanner, words)
    areas = {phrase: unit.scale for unit in units if unit.dimension == "area" for phrase in unit.written}
    areas |= {phrase: 1.0 for unit in units if unit.dimension == "pixels" for phrase in unit.written}
    pixels = {phrase for unit in units if unit.dimension == "pixels" for phrase in unit.written}
    before = scanner.text
    low, high = _sizes(scanner, words, areas)
    taken = "".join(old for old, new in zip(before, scanner.text, strict=True) if old != new)
    sized = low is not None or high is not None
    named = sorted((phrase for phrase in areas if phrase in taken), key=len) if sized else []
    return Thresholds(low, high, least, greatest, named[-1] in pixels if named else None)


def _probability(scanner: Scanner, words: QuestionWords) -> tuple[float | None, float | None]:
    """The least and the greatest probability: "at least 90 % sure", "less than 80 % sure"."""
    number, gap = NUMBER.format(name="n"), r"[^\d?.;]{0,40}?"
    dropped = scanner.holds(f"(?:{words.words['forgets']})")  # "skip those below 80 %" keeps the others
    most = rf"(?:{words.most}){words.than} ?"
    below = (
        rf"{most}{number} ?(?:{PERCENT} ?(?:{words.and_down} )?){gap}(?:{words.sure})",
        rf"(?:{words.sure}) ?{most}{number} ?{PERCENT}?",
    )
    above = (
        rf"(?:{words.least}{words.than} ?)?{number} ?(?:{PERCENT} ?(?:{words.and_up} )?){gap}(?:{words.sure})",
        rf"(?:{words.sure})\s*(?:{words.least}|[=:]|of|von|de)?{words.than}\s*{number}\s*{PERCENT}?",
    )
    alone = _alone(words, most) if dropped or scanner.holds(f"(?:{words.words['only']})") else ((), ())
    for pattern in (*below, *above, *alone[0], *alone[1]):
        if match := scanner.first(pattern):
            value = to_number(match["n"])
            share = value / 100 if value > 1 else value
            turned = pattern in (*below, *alone[0]) and not dropped
            return (None, share) if turned else (share, None)
    if scanner.first(f"(?:{words.words['sure_only']})"):
        return UNSURE_BELOW, None  # "only those you are sure of": the limit below which answers call an object unsure
    return None, None


def _alone(words: QuestionWords, most: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A limit in per cent that says not of what: "ignore anything below 70 %"; no size of objects is told so."""
    limit = rf"{NUMBER.format(name='n')} ?{PERCENT}{_trail(words)}{_ends(words)}"
    up = rf"{NUMBER.format(name='n')} ?{PERCENT} ?(?:{words.and_up})"
    return (rf"{most}{limit}",), (rf"(?:{words.least}){words.than} ?{limit}", up)


def _trail(words: QuestionWords) -> str:
    """Words behind a limit that belong to what is done by it: "lass alles unter 70 % weg"."""
    return rf"(?: (?:{words.trails})(?!\w))?"


def _ends(words: QuestionWords) -> str:
    """What may follow a limit without a unit: a sign, or a word that goes on."""
    goes_on = rf"{words.between[1]}|or|but|{words.words['goes_on']}|{words.trails}"
    return rf"(?=\s*(?:[?.,;!\uff1f\u3002\uff0c的呢吗]|$|(?:{goes_on})\b))"


def _sizes(scanner: Scanner, words: QuestionWords, areas: dict[str, float]) -> tuple[float | None, float | None]:
    end = r"(?![\w²])" if scanner.spaced else ""
    unit = rf"(?: ?(?P<unit>{'|'.join(re.escape(one) for one in sorted(areas, key=len, reverse=True))}){end})"
    first, second = NUMBER.format(name="n"), NUMBER.format(name="m")
    start, middle = words.between
    turned = rf"(?:{words.words['forgets']})[^.?!;,\x00\d]{{0,30}}$"
    if match := scanner.first(rf"{start} {first}{unit.replace('?P<unit>', '?:')}? ?{middle} ?{second}{unit}"):
        scale = areas[match["unit"]]
        return to_number(match["n"]) * scale, to_number(match["m"]) * scale
    before, trail = scanner.text, _trail(words)
    low = _limit(scanner, areas, rf"{words.least}{words.than} ?{first}{unit}{trail}", rf"{first}{unit} ?{words.and_up}")
    high = _limit(
        scanner, areas, rf"{words.most}{words.than} ?{first}{unit}{trail}", rf"{first}{unit} ?{words.and_down}"
    )
    ends = _ends(words)
    if low is None and high is None:  # "and below 50?" says no unit
        low = _limit(scanner, areas, rf"{words.least}{words.than} ?{first}{ends}")
        high = _limit(scanner, areas, rf"{words.most}{words.than} ?{first}{ends}")
    start_of_limit = next((i for i, (a, b) in enumerate(zip(before, scanner.text, strict=True)) if a != b), 0)
    is_turned = re.search(turned, before[:start_of_limit]) is not None  # "skip those below 50 m2" keeps the others
    one_limit = (low is None) != (high is None)  # "sheds under 25 m2, leave those out" does, too
    is_turned = is_turned or (one_limit and _is_discarded(scanner, words, before[:start_of_limit]))
    return (high, low) if is_turned else (low, high)


def _is_discarded(scanner: Scanner, words: QuestionWords, before: str) -> bool:
    """Whether what keeps a limit is left out; not so in "only those over 1 ha, the rest is noise"."""
    only = re.search(f"(?:{words.words['only']})", before, re.IGNORECASE)
    counted = re.search(rf"(?:{words.acts['count']})[^.?!]*$", before, re.IGNORECASE)  # "how many are below that?"
    return only is None and counted is None and scanner.holds(f"(?:{words.words['discards']})")


def size_of(scanner: Scanner, units: tuple[UnitName, ...]) -> float | None:
    """A size that stands without a word that limits, square metres; it is not taken out of the question."""
    areas = {phrase: unit.scale for unit in units if unit.dimension == "area" for phrase in unit.written}
    named = "|".join(re.escape(one) for one in sorted(areas, key=len, reverse=True))
    match = scanner.peek(rf"{NUMBER.format(name='n')} ?(?P<unit>{named})")
    return None if match is None else to_number(match["n"]) * areas[match["unit"]]


def _limit(scanner: Scanner, areas: dict[str, float], *patterns: str) -> float | None:
    for pattern in patterns:
        if match := scanner.first(pattern):
            unit = match.groupdict().get("unit")
            return to_number(match["n"]) * (1.0 if unit is None else areas[unit])
    return None


def to_number(text: str) -> float:
    """A number as written, with thousands separators or a decimal comma."""
    if re.fullmatch(r"\d{1,3}(?:[ ,.]\d{3})+", text) and not re.fullmatch(r"0[.,]\d{3}", text):
        return float(re.sub(r"[ ,.]", "", text))
    return float(text.replace(",", "."))
