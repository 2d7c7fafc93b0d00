"""Amounts that are written in words, in digits: "half a hectare", "two acres", "media hectárea", "半公顷"."""

from __future__ import annotations

import re

from agent.language.language import Language, UnitName

HALF = r"half an? |half |(?:ein(?:en?|em)? )?halbe[nrsm]? |(?:un )?demi[- ]?|media? |半"


def in_digits(question: str, language: Language, units: tuple[UnitName, ...]) -> str:
    """The question with numbers in words before a unit of area or length written as digits."""
    if language.code not in PATTERNS:
        PATTERNS[language.code] = _patterns(language, units)
    half, number = PATTERNS[language.code]
    text = half.sub(r"0.5 \g<unit>", question)
    if number is None:
        return text
    return number.sub(lambda match: f"{language.number(match['number'].lower())} {match['unit']}", text)


PATTERNS: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = {}
"""By language: a half and a number word before a unit; long patterns, compiled once."""


def _patterns(language: Language, units: tuple[UnitName, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    names = sorted((name for unit in units if unit.dimension in ("area", "length") for name in unit.written), key=len)
    long_names = "|".join(re.escape(name) for name in reversed(names) if len(name) > 2 or not name.isascii())
    unit = rf"(?P<unit>(?:{long_names}))" + (r"(?!\w)" if language.spaced else "")
    edge = r"(?<!\w)" if language.spaced else ""
    half = re.compile(rf"{edge}(?:{HALF}){unit}", re.IGNORECASE)
    if not (language.numbers and language.spaced):
        return half, None
    return half, re.compile(rf"{edge}(?P<number>{language.number_pattern})[ -]{unit}", re.IGNORECASE)
