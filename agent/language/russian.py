"""Russian: words and units of answers; questions are not read in it."""

from __future__ import annotations

from agent.language.answers.russian import RUSSIAN_ANSWERS
from agent.language.language import Language, UnitName

RUSSIAN = Language(
    code="ru",
    glosses=RUSSIAN_ANSWERS,
    endings=(
        "ется ится иями лась лись лось ться ются ятся ает ала али ало ами ана ано аны ают его ему ена ено ены "
        "ией ием ила или ило иям иях лся ого ому яет ями яют ал ам ан ат ах ая ев ее ей ем ен ет ие ии ий ил "
        "им ит их ию ия на но ны ов ое ой ом ти ть ут ую ые ый ым ых ют юю ям ят ях яя а е и о у ы ь ю я"
    ),
    units=(
        UnitName("ha", "area", 1e4, "\u0433\u0430"),
        UnitName("km2", "area", 1e6, "\u043a\u043c²"),
        UnitName("m2", "area", 1.0, "\u043c²"),
    ),
)
