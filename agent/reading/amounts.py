"""Amounts that are written in words, in digits: "half a hectare", "two acres", "media hectárea", "半公顷"."""

from __future__ import annotations

import re

from agent.language.language import Language, UnitName

HALF = r"half an? |half |(?:ein(?:en?|em)? )?halbe[nrsm]? |(?:un )?demi[- ]?|media? |半"


def in_digits(question: str, language: Language, units: tuple[UnitName, ...]) -> str:
    """The question with numbers in words before a unit of area or length written as digits."""
    names = sorted((name for unit in units if unit.dimension in ("area", "length") for name in unit.written), key=len)
    long_names = "|".join(re.escape(name) for name in reversed(names) if len(name) > 2 or not name.isascii())
    unit = rf"(?P<unit>(?:{long_names}))" + (r"(?!\w)" if language.spaced else "")
    edge = r"(?<!\w)" if language.spaced else ""
    text = re.sub(rf"{edge}(?:{HALF}){unit}", r"0.5 \g<unit>", question, flags=re.IGNORECASE)
    if not (language.numbers and language.spaced):
        return text
    number = rf"{edge}(?P<number>{language.number_pattern})[ -]{unit}"
    return re.sub(
        number, lambda match: f"{language.number(match['number'].lower())} {match['unit']}", text, flags=re.IGNORECASE
    )
