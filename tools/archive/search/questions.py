"""A search query to an archive: normalised text and cautions. Knows no vectors."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tools.archive.storage.words import words
from tools.errors import ArchiveError
from tools.notices import notice

MAX_QUESTION_CHARS = 500
"""Characters of a question that are read: no caption is a fifth as long."""
VAGUE_WORDS = frozenset(
    "something anything everything thing change changed changing changes different difference differ happen happened "
    "did do does new most much many more lot lots big bigger biggest large larger largest great strong major any some "
    "place area between two date image pair scene time over".split()
)
"""Words that name no kind of change."""
MIN_FOREIGN_SHARE = 0.3
"""Share of letters of other scripts from which a caution is given."""

BLANK = notice("blank-question", "The question is blank; say what to look for, as in: houses built beside a road.")
IN_ENGLISH = notice("ask-in-english", "The text model reads English; ask in English to rely on what is found.")


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """A normalised query."""

    text: str
    notes: tuple[str, ...]
    vague: bool = False
    """Whether it names no kind of change: "something changed"."""


def read_question(text: str) -> ArchiveQuery:
    """Normalise a question.

    Raises:
        ArchiveError: it holds no word.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    plain = "".join(letter for letter in plain if letter.isprintable())
    if not any(letter.isalnum() for letter in plain):
        raise ArchiveError(BLANK)
    notes = list[str]()
    if len(plain) > MAX_QUESTION_CHARS:
        text = "The question was cut to its first {most} letters of {count:,}."
        notes.append(notice("question-cut", text, most=MAX_QUESTION_CHARS, count=len(plain)))
        plain = plain[:MAX_QUESTION_CHARS].rsplit(" ", 1)[0]
    if _foreign_share(plain) >= MIN_FOREIGN_SHARE:
        notes.append(IN_ENGLISH)
    query_words = words(plain)
    return ArchiveQuery(plain, tuple(notes), vague=bool(query_words) and VAGUE_WORDS.issuperset(query_words))


def _foreign_share(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 1 - latin / len(letters) if letters else 0.0
