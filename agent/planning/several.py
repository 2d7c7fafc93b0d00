"""Several tasks in one question of a language whose tasks the trained parts do not tell apart.

"Wie viele Häuser sind neu, und wie groß sind sie im Schnitt?" is two questions; the second leans on the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.registry import by_code
from agent.planning.dialogue.spelt import reading_in
from agent.reading.parts import NEVER
from agent.reading.reading import Reading

ASKING = frozenset(
    {"count", "area", "list", "where", "export", "recap", "why", "describe", "draw", "inspect", "errors"}
)


def pieces(question: str, code: str) -> list[str]:
    """The question in pieces of which each asks something else; the question alone where it is one."""
    found, last = [], 0
    joint_of = _joint(code)
    for joint in joint_of.finditer(question):
        ahead, behind = question[last : joint.start()], question[joint.end() :]
        following = joint_of.split(behind)[0]
        if _is_another(ahead, following, code, is_sentence=set(joint[0]) & SIGNS != set()):
            found.append(_closed(ahead, joint[0]))
            last = joint.end()
    return [*found, question[last:]]


@lru_cache
def _joint(code: str) -> re.Pattern[str]:
    """What may stand between two tasks: signs, and the language's "and"."""
    words = by_code(code).questions
    joins = f"(?:{words.between[1]})" if words is not None else NEVER
    return re.compile(
        rf"(?:(?:(?<!\d)[,\uff0c]|[,\uff0c](?!\d)|[;\uff1b?\uff1f])+\s*(?:{joins}\s+)?|\s+{joins}\s+)(?=\S)",
        re.IGNORECASE,
    )


def _closed(piece: str, joint: str) -> str:
    """A piece with the question mark that parted it from the next."""
    return piece + next((sign for sign in joint if sign in "?\uff1f"), "")


SIGNS = set("?\uff1f")


def _is_another(ahead: str, following: str, code: str, *, is_sentence: bool) -> bool:
    """Whether what follows asks something else: another thing to do, or behind a question mark about something else."""
    if _asks(ahead, code) and _asks(following, code) - _asks(ahead, code) - _told_anyway(ahead, code):
        return True
    one, other = reading_in(ahead, code), reading_in(following, code)
    subject = {*other.classes, *other.covers, *other.unseen}
    return is_sentence and bool(subject - {*one.classes, *one.covers, *one.unseen}) and _has_subject(one)


def _has_subject(reading: Reading) -> bool:
    return bool(reading.classes or reading.covers or reading.unseen)


def _told_anyway(piece: str, code: str) -> set[str]:
    """What the answer to a piece tells besides: a list in an order tells places and sizes."""
    return {"where", "area"} if reading_in(piece, code).order else set()


def _asks(piece: str, code: str) -> set[str]:
    """What a piece asks for."""
    reading = reading_in(piece, code)
    return set(reading.acts) & ASKING | set(reading.statistics) | ({reading.order} if reading.order else set())
