"""A distance to something that limits what counts: "within 50 m of the road", "more than 20 m from building 3"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.language.language import alternatives
from agent.language.questions.question_words import QuestionWords
from agent.reading.scanner import Scanner
from agent.reading.thresholds import NUMBER, to_number

METRES = {
    r"km|kilomet(?:er|re)s?|kilómetros?|kilomètres?|kilometern?|公里|千米": 1000.0,
    r"f(?:ee)?t|foot|pies?|pieds?|fuß|英尺": 0.3048,
    r"miles?|mi|millas?|meilen?|英里": 1609.344,
    r"yards?|yd": 0.9144,
    r"m|metres?|meters?|mts?|metros?|mètres?|metern?|米": 1.0,
}
"""Lengths of units, metres."""
ORDERS = ("nearest", "farthest")
OWN_CLASS = "same"
"""Stands for another object of the class that is asked about."""
CENTRE = "centre"
"""Stands for the middle of the image."""
OF_ELSE = (
    r"(?! (?:of|in|des|der|vom|von|du|de|del)\b"
    r"(?! (?:the |this |la |le |l'|dem |esta )?"
    r"(?:image|pic|photo|scene|map|frame|bild|aufnahme|luftbild|imagen|foto|scène)))"
)
"""Follows the middle of the image, and not that of a village."""
ANYTHING = r"[^\W\d_]+"
NEAR_M = 50.0
"""Distance that "near the road" stands for, where no number is said; the answer says it."""


@dataclass(frozen=True, slots=True)
class Near:
    """A distance that objects have to keep from others, or may not exceed."""

    text: str
    """As worded."""
    to: str | int | None
    """A class, `same` for that of the objects, the number of one, `last` for the one spoken of, the `centre` of the
    image; None for what no tool detects."""
    max_distance: float | None = None
    """Metres."""
    min_distance: float | None = None
    order: str | None = None
    """`nearest` or `farthest`, where it orders objects instead of limiting them."""

    @property
    def arguments(self) -> dict[str, Any]:
        """As tools take them; empty where it is near to what no tool detects."""
        if self.to is None:
            return {}
        if self.order is not None:
            return {"distance_to": self.to, "order": self.order}
        ends = {"max_distance": self.max_distance, "min_distance": self.min_distance}
        return {"distance_to": self.to} | {name: end for name, end in ends.items() if end is not None}


def near_of(
    scanner: Scanner, words: QuestionWords, classes: Mapping[str, str], unseen: Sequence[str] = ()
) -> Near | None:
    """The distance that a question states, taken out of it; None where it states none.

    Args:
        scanner: the question.
        words: of its language.
        classes: nouns by class.
        unseen: nouns of what no tool detects.
    """
    land = "|".join([*words.covers.values(), *filter(None, [alternatives(list(unseen))])])
    number = NUMBER.format(name="n")
    units = "|".join(f"(?P<u{at}>{unit})" for at, unit in enumerate(METRES))
    for way, pattern in ((way, one) for way, patterns in words.near.items() for one in patterns):
        known = pattern.replace("<n>", f"{number} ?(?:{units})").replace("<art>", words.articles)
        others = ANYTHING if way in ("within", "beyond") else land
        match = scanner.first(known.replace("<to>", _target(words, classes, others)))
        if match is not None:
            to = _named(match.groupdict(), classes) if "<to>" in pattern else OWN_CLASS
            if way in ORDERS:
                return Near(match[0].strip(), to, order=way)
            distance = NEAR_M if way == "beside" else to_number(match["n"]) * _scale(match.groupdict())
            low, high = (round(distance, 3), None) if way == "beyond" else (None, round(distance, 3))
            return Near(match[0].strip(), to, max_distance=high, min_distance=low)
    return None


def _target(words: QuestionWords, classes: Mapping[str, str], others: str) -> str:
    """What a distance is measured to: a class, an object by number, the one spoken of, or what no tool detects."""
    named = "|".join(f"(?P<{name}>{alternatives(line.split())})" for name, line in classes.items())
    thing = rf"(?:{named}|{words.words['thing']})(?: ?#? ?(?P<id>\d{{1,4}}))?"
    centre = rf"(?P<centre>{words.words['middle']}){OF_ELSE}"
    return rf"(?:(?P<last>{words.it})|(?P<other>{words.another})|{centre}|{thing}|(?:{others}))"


def _scale(groups: Mapping[str, str | None]) -> float:
    return next(scale for at, scale in enumerate(METRES.values()) if groups[f"u{at}"])


def _named(groups: Mapping[str, str | None], classes: Mapping[str, str]) -> str | int | None:
    if groups["last"]:
        return "last"
    if groups["other"]:
        return OWN_CLASS
    if groups["centre"]:
        return CENTRE
    if groups["id"]:
        return int(groups["id"])
    return next((name for name in classes if groups[name]), None)
