"""A question read in its language, as it is spelt or with its slips corrected where more of it is understood then."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from agent.language.detection import language_of_conversation
from agent.language.english import ENGLISH
from agent.language.language import Language
from agent.language.registry import by_code
from agent.planning import spelling
from agent.planning.plan import PastTurn
from agent.reading.introductions import without_introduction
from agent.reading.reading import Reading, read


def language_of_turn(question: str, earlier: Sequence[str] = ()) -> Language:
    """The language of a question; that of the conversation where the question tells none."""
    code = language_of_conversation([*earlier, question])
    return by_code(code)


def reading_of(question: str, history: Sequence[PastTurn] = ()) -> Reading:
    """The question of a turn, read in its language."""
    return best_reading(question, language_of_turn(question, [turn.question for turn in history]))


def asked_part(question: str, history: Sequence[PastTurn] = ()) -> str:
    """The question without what the person says of themselves."""
    return without_introduction(question, language_of_turn(question, [turn.question for turn in history]))


def reading_in(question: str, code: str) -> Reading:
    """A question read in a language by its code."""
    return best_reading(question, by_code(code))


def best_reading(question: str, language: Language = ENGLISH) -> Reading:
    """The reading that leaves fewer words unread; slips are corrected in English alone."""
    return _best(question, language.code)


@lru_cache(maxsize=512)
def _best(question: str, code: str) -> Reading:
    """The same, kept: one question is read at many places of a plan."""
    language = by_code(code)
    asked = without_introduction(question, language)
    plain = read(asked, language)
    if not plain.unread or language is not ENGLISH:
        return plain
    mended = read(spelling.corrected(asked))
    return mended if len(mended.unread) < len(plain.unread) else plain
