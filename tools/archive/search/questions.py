"""A person's question to an archive, made readable, and what to beware of in it. Knows no vectors."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tools.archive.storage.words import words
from tools.errors import ArchiveError

LONGEST = 500
"""Letters of a question that are read: no caption is a fifth as long."""
VAGUE = frozenset(
    "something anything everything thing change changed changing changes different difference differ happen happened "
    "did do does new most much many more lot lots big bigger biggest large larger largest great strong major any some "
    "place area between two date image pair scene time over".split()
)
"""Words that name no kind of change."""
FOREIGN = 0.3
"""Share of letters of other scripts from which a person is told."""


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """What is looked for."""

    text: str
    notes: tuple[str, ...]
    vague: bool = False
    """Whether it names no kind of change: "something changed"."""


def read_question(text: str) -> ArchiveQuery:
    """Clean a question.

    Raises:
        ArchiveError: it holds no word.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    plain = "".join(letter for letter in plain if letter.isprintable())
    if not any(letter.isalnum() for letter in plain):
        raise ArchiveError("The question is blank; say what to look for, as in: houses built beside a road.")
    notes = []
    if len(plain) > LONGEST:
        notes.append(f"The question was cut to its first {LONGEST} letters of {len(plain):,}.")
        plain = plain[:LONGEST].rsplit(" ", 1)[0]
    if _foreign_share(plain) >= FOREIGN:
        notes.append("The text model reads English; ask in English to rely on what is found.")
    said = words(plain)
    return ArchiveQuery(plain, tuple(notes), vague=bool(said) and VAGUE.issuperset(said))


def _foreign_share(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 1 - latin / len(letters) if letters else 0.0
