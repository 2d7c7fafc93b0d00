"""What an answer says in its words: a number beside its unit or its class, a place, yes or no. Knows no result."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from agent.evaluation.qa.questions import DECLINED, Truth
from agent.evaluation.qa.wordings import Form
from agent.language.english import ENGLISH
from agent.language.language import COMPASS, Direction, alternatives
from agent.wording import ABILITIES
from tools.change.change_map import ObjectClass

NUMBER = rf"(?<![\w.,])(\d+(?:,\d{{3}})*(?:\.\d+)?|{ENGLISH.number_pattern}|none|no)\b(?![.,]\d)"
BARE = rf"{NUMBER}(?!\s*(?:%|per ?cent|px|pixels?|m2))"
BETWEEN = r"\s+(?:[\w-]+\s+){0,3}"
"""At most three words between a number and what it counts."""
NOUNS: dict[ObjectClass, str] = {
    name: rf"(?:{alternatives(ENGLISH.nouns(name))})\b" for name in get_args(ObjectClass) if name in ENGLISH.classes
}
CAME_OR_WENT: dict[Form, str] = {
    sign: rf"(?:(?:were|was) )?(?:{alternatives(ENGLISH.signs[sign].split())})\b" for sign in get_args(Direction)
}
LARGEST = rf"\b(?:{alternatives(ENGLISH.orders['largest'].split())})\b"
NEGATION = re.compile(rf"\b(?:{alternatives(ENGLISH.negations.split())}|unchanged|identical)\b", re.IGNORECASE)
COMPASS_WORDS = {
    **{word: side for side, line in ENGLISH.compass.items() for word in line.split()},
    **{word: COMPASS[side] for side, line in ENGLISH.picture_sides.items() for word in line.split()},
}
"""Words for sides of the image, as the compass calls them."""
DOWN, ACROSS, MIDDLE = (
    alternatives([word for word, side in COMPASS_WORDS.items() if side in sides])
    for sides in (("north", "south"), ("west", "east"), ("centre",))
)
PLACE = re.compile(
    rf"\b(?:(?P<down>{DOWN})(?:[- ]?(?P<across>{ACROSS}))?|(?P<alone>{ACROSS})|(?P<middle>{MIDDLE}))\b",
    re.IGNORECASE,
)
CANNOT = re.compile(
    r"\b(?:I|we|tools?)\b[^.]{0,40}\b(?:cannot|can't|can not|unable|not able|do not|don't|only)\b|\bno tool\b"
    r"|\b(?:cannot|can't|could not) be (?:determined|answered)\b",
    re.IGNORECASE,
)


def text_value(text: str, form: Form, object_class: ObjectClass) -> Truth | None:
    """The value that a text gives to a question of this form; None where it gives none."""
    plain = re.sub(r"\s*\[\d+\]", "", text)
    if form == "nothing":
        return DECLINED if ABILITIES in plain or CANNOT.search(plain) else None
    # A caption is quoted: it is the network's guess, not what the answer states.
    return READERS[form](re.sub(r'"[^"]*"', "", plain), form, object_class)


def places_in(text: str) -> list[str]:
    """Places named in a text, in order, as the compass calls them: "top left" is the north-west."""
    found = []
    for match in PLACE.finditer(text):
        sides = [match[part].lower() for part in ("down", "across", "alone") if match[part]]
        found.append("-".join(COMPASS_WORDS[side] for side in sides) or "centre")
    return found


def _number(text: str, _: Form, name: ObjectClass) -> Truth | None:
    said, noun = _about(text, name), NOUNS[name]
    patterns = (rf"{BARE}{BETWEEN}{noun}", rf"{noun}(?:\s+\w+){{0,2}}:?\s+{BARE}")
    for pattern in patterns:
        if match := re.search(pattern, said, re.IGNORECASE):
            return _value(match[1])
    alone = re.findall(BARE, said, re.IGNORECASE)
    return _value(alone[0]) if len(alone) == 1 else None


def _came_or_went(text: str, form: Form, name: ObjectClass) -> Truth | None:
    verb = CAME_OR_WENT[form]
    if match := re.search(rf"{BARE}{BETWEEN}{verb}", _about(text, name), re.IGNORECASE):
        return _value(match[1])
    return 0 if _number(text, form, name) == 0 else None


def _percent(text: str, _: Form, name: ObjectClass) -> Truth | None:
    said = _about(text, name)
    if match := re.search(rf"{NUMBER}\s*(?:%|per ?cent\b)", said, re.IGNORECASE):
        return float(_value(match[1]))
    return 0.0 if NEGATION.search(said) else None


def _pixels(text: str, _: Form, name: ObjectClass) -> Truth | None:
    said, size = _about(text, name), rf"{NUMBER}\s*(?:px|pixels?)\b"
    if match := re.search(rf"{LARGEST}[^;.]*?{size}", said, re.IGNORECASE):
        return _value(match[1])
    alone = re.findall(size, said, re.IGNORECASE)
    return _value(alone[0]) if len(alone) == 1 else None


def _field(text: str, _: Form, name: ObjectClass) -> Truth | None:
    return next(iter(places_in(_about(text, name))), None)


def _half(text: str, form: Form, name: ObjectClass) -> Truth | None:
    return None if re.search(r"\bequal", text, re.IGNORECASE) else _field(text, form, name)


def _place(text: str, _: Form, name: ObjectClass) -> Truth | None:
    said = _about(text, name)
    if (match := re.search(LARGEST, said, re.IGNORECASE)) and (after := places_in(said[match.end() :])):
        return after[0]
    named = set(places_in(said))
    return named.pop() if len(named) == 1 else None


def _yes_no(text: str, _: Form, name: ObjectClass) -> Truth | None:
    if match := re.match(r"\W*(yes|no)\b", text, re.IGNORECASE):
        return match[1].lower() == "yes"
    if match := re.search(rf"probability of any change is (over |under )?{NUMBER} %", text):
        likely = float(_value(match[2])) >= 50
        # That nothing changed tells of every class; that something did, of none.
        return likely if name == "any" or not likely else None
    said = _about(text, name, strictly=True)
    if match := re.search(NUMBER, said, re.IGNORECASE):
        return _value(match[1]) > 0
    return None if not said else not NEGATION.search(said)


def _about(text: str, name: ObjectClass, *, strictly: bool = False) -> str:
    """The parts of sentences that speak of a class; all of the text, where no class is named.

    A part without a class of its own speaks of what its sentence named last: "5 buildings, the largest in the top".
    """
    if name == "any":
        return text
    told, anything = [], False
    for sentence in re.split(r"(?<=[.;!?])\s+|\n+", text):
        subject: set[ObjectClass] = set()
        for part in re.split(r",\s+|\s+(?=(?:and|but|while)\b)", sentence):
            named = {known for known, noun in NOUNS.items() if re.search(rf"\b{noun}", part, re.IGNORECASE)}
            subject, anything = named or subject, anything or bool(named)
            told += [part] if name in subject else []
    return ", ".join(told) if anything or strictly else text


def _value(number: str) -> int | float:
    word = number.lower()
    if word in ("no", "none"):
        return 0
    if (count := ENGLISH.number(word)) is not None:
        return count
    value = float(word.replace(",", ""))
    return int(value) if value.is_integer() else value


READERS: dict[Form, Callable[[str, Form, ObjectClass], Truth | None]] = {
    "number": _number,
    "appeared": _came_or_went,
    "disappeared": _came_or_went,
    "percent": _percent,
    "field": _field,
    "half": _half,
    "pixels": _pixels,
    "place": _place,
    "yes_no": _yes_no,
}
