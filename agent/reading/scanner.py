"""A question of which what was read is taken out, so that no word is read twice and the rest can be told."""

from __future__ import annotations

import re
from functools import lru_cache

TAKEN = "\x00"
"""Stands where words were read: no phrase reaches over it."""


class Scanner:
    """A question in lower case with straight quotation marks."""

    def __init__(self, question: str, *, spaced: bool = True) -> None:
        text = question.lower().replace("\u2019", "'").replace("\u2018", "'").replace("\u00a0", " ")
        self.text, self.spaced = " ".join(text.split()).replace("built up", "built-up"), spaced

    def take(self, pattern: str) -> list[re.Match[str]]:
        """All places where whole words fit a pattern; they are not read again."""
        found = list(_compiled(pattern, spaced=self.spaced).finditer(self.text))
        for match in reversed(found):
            self.text = f"{self.text[: match.start()]}{TAKEN * (match.end() - match.start())}{self.text[match.end() :]}"
        return found

    def first(self, pattern: str) -> re.Match[str] | None:
        """The first of such places, taken alone."""
        match = _compiled(pattern, spaced=self.spaced).search(self.text)
        if match is not None:
            start, end = match.span()
            self.text = f"{self.text[:start]}{TAKEN * (end - start)}{self.text[end:]}"
        return match

    def holds(self, pattern: str) -> bool:
        """Whether words that were not read yet fit a pattern."""
        return _compiled(pattern, spaced=self.spaced).search(self.text) is not None

    def peek(self, pattern: str) -> re.Match[str] | None:
        """The first place where whole words fit a pattern, which stay to be read."""
        return _compiled(pattern, spaced=self.spaced).search(self.text)

    def rest(self) -> list[str]:
        """Words that were not read."""
        return re.findall(r"[^\W_]+(?:['-][^\W_]+)*|%", self.text)


@lru_cache(maxsize=4096)
def _compiled(pattern: str, *, spaced: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w]){pattern}(?![\w])" if spaced else pattern, re.IGNORECASE)
