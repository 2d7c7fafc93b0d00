"""The words of one language for answers: messages of its catalogue, and numbers as its speakers write them.

Catalogues are Fluent files (messages/en.ftl and so on; messages/notices for what tools tell, which is English where
it is made). What one does not tell is told in English. Knows no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from itertools import pairwise
from math import isfinite

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from tools.change.summary import SQUARE_METRES, ObjectUnit
from tools.notices import TERM, Notice
from tools.number_format import HECTARE_M2, quantity

CODES = ("en", "es", "fr", "de", "zh")
"""Languages of the catalogues, ISO 639-1."""
SURE, DOUBTFUL = 0.99, 0.01
"""Probabilities that are told as "over" and "under", since none is quite sure."""
NOT_LETTERS = re.compile(r"[^a-z0-9_]+")
ENGLISH_LETTER = re.compile("[A-Za-z]")
MAX_VALUE_CHARS = 1000
"""Longer values, such as lists, are put in behind the catalogue, which refuses values of 2,500 characters and more."""
SLOT = "\ue000{}\ue001"
"""Holds the place of a long value, in characters of private use."""
NOTICES = "notices/"
"""Before the code of a language: its catalogue of what tools tell."""
WHOLE = ("", ",", ",d")
"""Forms of whole numbers, by which catalogues choose a plural."""
Value = str | int


@cache
def _bundle(code: str) -> FluentBundle:
    bundle = FluentBundle([code.removeprefix(NOTICES)], use_isolating=False)
    text = resources.files("agent.wording").joinpath(f"messages/{code}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return bundle


def _said(code: str, message: str, values: dict[str, Value]) -> str | None:
    """A message of one catalogue; None where it has none, or none that these values fill."""
    bundle = _bundle(code)
    if not bundle.has_message(message):
        return None
    pattern = bundle.get_message(message).value
    if pattern is None:
        return None
    long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > MAX_VALUE_CHARS}
    text, errors = bundle.format_pattern(pattern, values | {name: SLOT.format(name) for name in long})
    if errors:
        return None
    told = str(text)
    for name, value in long.items():
        told = told.replace(SLOT.format(name), value)
    return told


def key(text: str) -> str:
    """The key of a term in a catalogue: "bare or built-up ground" becomes "bare-or-built-up-ground"."""
    return NOT_LETTERS.sub("-", text.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Words:
    """Answers in one language."""

    code: str

    @classmethod
    def of(cls, code: str) -> Words:
        """The words of a language; English ones where there is no catalogue of it."""
        return cls(code if code in CODES else "en")

    def say(self, message: str, **values: Value) -> str:
        """A message of the catalogue with its variables filled; in English where this language has none.

        Raises:
            KeyError: no catalogue has it, or a variable of it is missing.
        """
        for code in dict.fromkeys((self.code, "en")):
            text = _said(code, message, values)
            if text is not None:
                return text
        raise KeyError(f"no message {message!r} with {', '.join(values) or 'no variable'}")

    def term(self, message: str, text: str) -> str:
        """A word of a closed list, such as a class of land cover; as it is where the list does not hold it."""
        return self.say(message, name=key(text) or "other", text=text)

    def notice(self, text: str) -> str:
        """What a tool tells, such as a warning, in this language; as it is where its catalogue does not have it."""
        if self.code == "en" or not isinstance(text, Notice):
            return text
        if text.key == TERM:
            return self.term(str(text.values["kind"]), str(text.values["text"]))
        values = {name: self._value(value, text.forms.get(name, "")) for name, value in text.values.items()}
        return _said(NOTICES + self.code, text.key, values) or text

    def notices(self, texts: Iterable[str]) -> list[str]:
        """What tools tell, each in this language."""
        return [self.notice(text) for text in texts]

    def _value(self, value: str | float, form: str) -> Value:
        """A value of a notice as it is told: whole numbers as such, so that a catalogue can choose their plural."""
        if isinstance(value, str):
            return self.notice(value)
        if isinstance(value, int) and form in WHOLE:
            return value
        return self._localised(format(value, form)) if isfinite(value) else format(value, form)

    def quantity(self, value: float | None) -> str:
        """A number, rounded as `tools.number_format.quantity` rounds it."""
        if value is None:
            return self.say("unknown")
        return self._localised(quantity(value))

    def decimal(self, value: float, digits: int = 2, *, signed: bool = False) -> str:
        """A number with just so many decimals, with its sign where that is asked for."""
        if signed and abs(value) < 0.5 * 10**-digits:
            value, signed = 0.0, False
        return ("+" if signed and value > 0 else "") + self._localised(f"{value:.{digits}f}")

    def _localised(self, text: str) -> str:
        """A number that is written the English way in the way of this language."""
        if self.code == "en":
            return text
        number = Decimal(text.replace(",", ""))
        decimals = max(0, -int(number.as_tuple().exponent))
        return str(format_decimal(number, format="#,##0" + ("." + "0" * decimals) * (decimals > 0), locale=self.code))

    def share(self, part: float) -> str:
        """A share of 0 to 1 in percent."""
        return self.say("share", value=self.quantity(100 * part))

    def percent(self, probability: float) -> str:
        """A probability of 0 to 1 in whole percent, never 0 or 100 %."""
        if probability > SURE:
            return self.say("share-over", value="99")
        if probability < DOUBTFUL:
            return self.say("share-under", value="1")
        return self.say("share", value=f"{100 * probability:.0f}")

    def amount(self, value: float, unit: str) -> str:
        """A quantity with its unit: `m2`, `ha`, `km2`, `acre`, `ft2`, `mi2`, `percent`, `px` or `m`."""
        return self.say("amount", value=self.quantity(value), unit=unit)

    def size(self, pixels: int, area_m2: float | None) -> str:
        """Square metres; pixels where the area is not known on the ground."""
        return self.amount(pixels, "px") if area_m2 is None else self.amount(area_m2, "m2")

    def sized(self, pixels: int, area_m2: float | None, unit: ObjectUnit | None) -> str:
        """An area in a unit that is asked for, else in square metres; pixels where it is not known on the ground."""
        if unit == "px":
            return self.amount(pixels, "px")
        if area_m2 is None or unit is None:
            return self.size(pixels, area_m2)
        return self.amount(area_m2 / SQUARE_METRES[unit], unit)

    def hectares(self, pixels: int, area_m2: float | None) -> str:
        """Hectares; pixels where the area is not known on the ground."""
        return self.amount(pixels, "px") if area_m2 is None else self.amount(area_m2 / HECTARE_M2, "ha")

    def land(self, pixels: int, area_m2: float | None) -> str:
        """An area as people speak of land: in hectares from one on."""
        large = area_m2 is not None and area_m2 >= HECTARE_M2
        return self.hectares(pixels, area_m2) if large else self.size(pixels, area_m2)

    def place(self, field: str) -> str:
        """In a field of the image, such as `north-west` or `top left`: "in the north-west"."""
        return self.term("in-place", field)

    def part(self, name: str) -> str:
        """A part of the image by its English name, such as "the northern half"."""
        return self.term("part", name)

    def within(self, name: str) -> str:
        """In a part of the image: "in the northern half"."""
        return self.term("in-part", name)

    def cover(self, name: str) -> str:
        """A class of land cover by its English name."""
        return self.term("cover", name)

    def both(self, first: str, last: str) -> str:
        """Two of a list."""
        return self.say("list-two", first=first, last=last)

    def listed(self, texts: Sequence[str], separator: str = "list-comma") -> str:
        """A list with the separator of a message: `list-comma` or `list-semicolon`."""
        return self.say(separator).join(texts)

    def conjoined(self, texts: Sequence[str]) -> str:
        """A list whose last two parts have an "and" between them."""
        head = self.listed(texts[:-1]) if len(texts) > 1 else ""
        return self.both(head, texts[-1]) if head else texts[0]

    def paragraph(self, sentences: Iterable[str]) -> str:
        """Sentences in a row."""
        told = [one for one in sentences if one]
        if self.code != "zh":
            return " ".join(told)
        # What is English, such as a warning, and the number of a step are set apart.
        apart = [ENGLISH_LETTER.match(one) or last.endswith((".", "]")) for last, one in pairwise(["", *told])]
        return "".join(
            f" {one}" if blank and place else one for place, (blank, one) in enumerate(zip(apart, told, strict=True))
        )


ENGLISH = Words("en")


def capitalised(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]
