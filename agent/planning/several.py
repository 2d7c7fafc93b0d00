"""Several tasks in one question of a language whose tasks the trained parts do not tell apart.

"Wie viele Häuser sind neu, und wie groß sind sie im Schnitt?" is two questions; the second leans on the first.
"""

from __future__ import annotations

import re

from agent.planning.dialogue.spelt import reading_in

JOINT = re.compile(r"(?:[,;\uff0c\uff1b?\uff1f]+\s*(?:(?:und|et|y|e)\s+)?|\s+(?:und|et|y)\s+)(?=\S)", re.IGNORECASE)
ASKING = frozenset(
    {"count", "area", "list", "where", "export", "recap", "why", "describe", "draw", "inspect", "errors"}
)


def pieces(question: str, code: str) -> list[str]:
    """The question in pieces of which each asks something else; the question alone where it is one."""
    found, last = [], 0
    joints = [*JOINT.finditer(question)]
    for joint in joints:
        ahead, behind = question[last : joint.start()], question[joint.end() :]
        following = JOINT.split(behind)[0]
        if _asks(ahead, code) and _asks(following, code) - _asks(ahead, code):
            found.append(_closed(ahead, joint[0]))
            last = joint.end()
    return [*found, question[last:]]


def _closed(piece: str, joint: str) -> str:
    """A piece with the question mark that parted it from the next."""
    return piece + next((sign for sign in joint if sign in "?\uff1f"), "")


def _asks(piece: str, code: str) -> set[str]:
    """What a piece asks for."""
    reading = reading_in(piece, code)
    return set(reading.acts) & ASKING | set(reading.statistics) | ({reading.order} if reading.order else set())
