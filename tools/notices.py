"""Sentences that tools tell people, in English, with what is needed to tell them in another language.

A notice is its English sentence: it is compared, counted, written to JSON and found in texts as any other string. Its
key and values travel with it, and catalogues of other languages (agent/wording/messages/notices) fill them in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from string import Formatter
from types import MappingProxyType

Value = str | int | float
TERM = "term"
"""Key of words of a closed list, such as classes of land cover, which answers have in each language."""


class Notice(str):
    """An English sentence, or a part of one, that remembers what it is made of; immutable."""

    __slots__ = ("key", "template", "values")

    key: str
    """Names the sentence in the catalogues."""
    template: str
    """In English, with the values in named fields as `str.format` fills them."""
    values: Mapping[str, Value]
    """By the name of their field; texts may be notices themselves."""

    def __new__(cls, key: str, template: str, values: Mapping[str, Value]) -> Notice:
        """Fill the template.

        Raises:
            KeyError: a value is missing.
        """
        made = super().__new__(cls, template.format(**values))
        for name, value in (("key", key), ("template", template), ("values", MappingProxyType(dict(values)))):
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A notice cannot be changed; {name} stays as it is.")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"A notice cannot be changed; {name} stays as it is.")

    def __reduce__(self) -> tuple[type[Notice], tuple[str, str, dict[str, Value]]]:
        return Notice, (self.key, self.template, dict(self.values))

    @property
    def forms(self) -> dict[str, str]:
        """How each field shows its value: its format specification, such as `.2f`."""
        return {name: form or "" for _, name, form, _ in Formatter().parse(self.template) if name}


def notice(key: str, template: str, /, **values: Value) -> Notice:
    """A sentence for people.

    Args:
        key: names it in the catalogues of other languages; one key stands for one template.
        template: in English, with named fields, such as `{size:.1f} px`.
        values: of the fields; whole numbers of things, so that languages can choose their plural.
    """
    return Notice(key, template, values)


def term(kind: str, text: str, template: str = "{text}") -> Notice:
    """A word of a closed list by its English name: `term("cover", "water")`; `template` is how English tells it."""
    return Notice(TERM, template, {"kind": kind, "text": text})


def listed(texts: Sequence[str], *, semicolons: bool = False) -> str:
    """Texts with commas between them, or semicolons."""
    if semicolons:
        return reduce(lambda first, last: notice("semicolons", "{first}; {last}", first=first, last=last), texts)
    return reduce(lambda first, last: notice("list", "{first}, {last}", first=first, last=last), texts)


def conjoined(texts: Sequence[str]) -> str:
    """Texts with "and" between them."""
    return reduce(lambda first, last: notice("both", "{first} and {last}", first=first, last=last), texts)


def in_a_row(texts: Sequence[str]) -> str:
    """Sentences one after another."""
    return reduce(lambda first, last: notice("in-a-row", "{first} {last}", first=first, last=last), texts)


def renamed(text: str, old: str, new: str) -> str:
    """A sentence on something that has another name in it, such as a file."""
    if not isinstance(text, Notice):
        return new if text == old else text.replace(old, new)
    values = {name: renamed(one, old, new) if isinstance(one, str) else one for name, one in text.values.items()}
    return Notice(text.key, text.template, values)


def reason_of(error: Exception) -> str:
    """Why something was refused: the notice that an exception was raised with, else its text."""
    told = error.args[0] if error.args else None
    return told if isinstance(told, Notice) else str(error)
