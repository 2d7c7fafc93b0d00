"""Russian: words and units of answers; questions are not read in it."""

from __future__ import annotations

from agent.language.answers.russian import RUSSIAN_ANSWERS
from agent.language.language import Language, UnitName

RUSSIAN = Language(
    code="ru",
    glosses=RUSSIAN_ANSWERS,
    units=(
        UnitName("ha", "area", 1e4, "\u0433\u0430"),
        UnitName("km2", "area", 1e6, "\u043a\u043c²"),
        UnitName("m2", "area", 1.0, "\u043c²"),
    ),
)
