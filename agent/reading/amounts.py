"""Amounts that are written in words, in digits: "half a hectare", "two acres", "media hectárea", "半公顷"."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.english import ENGLISH
from agent.language.language import Language
from agent.language.registry import by_code


def in_digits(question: str, language: Language) -> str:
    """The question with numbers in words before a unit of area or length written as digits."""
    half, number = _patterns(language.code)
    spoken = {} if language.questions is None else language.questions.spoken
    for said, written in spoken.items():
        question = re.sub(said, written, question, flags=re.IGNORECASE)
    text = half.sub(r"0.5 \g<unit>", question)
    if number is None:
        return text
    return number.sub(lambda match: f"{language.number(match['number'].lower())} {match['unit']}", text)


@lru_cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """A half and a number word before a unit, in a language by its code; long patterns, compiled once."""
    language = by_code(code)
    units = (*language.units, *(() if language is ENGLISH else ENGLISH.units))
    names = sorted((name for unit in units if unit.dimension in ("area", "length") for name in unit.written), key=len)
    long_names = "|".join(re.escape(name) for name in reversed(names) if len(name) > 2 or not name.isascii())
    unit = rf"(?P<unit>(?:{long_names}))" + (r"(?!\w)" if language.spaced else "")
    edge = r"(?<!\w)" if language.spaced else ""
    halves = "|".join(one.questions.pixel_size.half for one in (language, ENGLISH) if one.questions is not None)
    half = re.compile(rf"{edge}(?:{halves}) ?{unit}", re.IGNORECASE)
    if not (language.numbers and language.spaced):
        return half, None
    return half, re.compile(rf"{edge}(?P<number>{language.number_pattern})[ -]{unit}", re.IGNORECASE)
