"""Cutting a question into the tasks it holds. Knows no tools; a judge tells whether a piece is a task of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.language.english import ENGLISH

JOINT = re.compile(
    r"\s*(?:[;.?!]\s+|,\s*(?:and\s+)?(?:then|also|afterwards|after that|finally|next)\b|,\s*and\b|,|\band then\b"
    r"|\bthen\b|\bafterwards\b|\bas well as\b|\bplus\b|\balong with\b|\band also\b|\band\b|\+|&)\s*",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:first(?:ly)?|to begin with|please|also|then|and|next|finally|afterwards|secondly)\b[,:]?\s*", re.IGNORECASE
)
QUOTED = "[\"\u201c'\u2018][^\"\u201d'\u2019]{3,}[\"\u201d'\u2019]"
"""A phrase in straight or curly quotation marks."""
FIRST_LATER = re.compile(
    r"^before (?:you |we |i )?(?:can )?(?P<later>[^,]{4,}),\s*(?P<first>.+?)[.!?]?$", re.IGNORECASE
)
"""What stands first is to be done last."""
FIRST_AT_LAST = re.compile(r"^(?P<later>.{4,}?),? but (?P<first>.{4,}?) (?:first|beforehand)[.!?]?$", re.IGNORECASE)
LEAVES_OUT = re.compile(r"\W*(?:\w+ )?(?:forget|ignore|leave out|skip|drop|exclude|without)\b[^,.?!]*$", re.IGNORECASE)
"""What belongs to the task behind it: "forget the south, how many are there in all?"."""
HEADING = re.compile(
    rf"^(?:{ENGLISH.number_pattern}|a few|a couple of|several|some|[2-9]) "
    r"(?:jobs|things|tasks|questions|requests|points|items)"
    r"(?: (?:please|for you|today|here|to do))?\s*[:,-]\s*",
    re.IGNORECASE,
)
"""How many tasks follow; its number belongs to none of them."""
Judge = Callable[[str], str | None]
"""Names the task of a piece, or None when it is not one by itself."""


def in_order(question: str) -> str:
    """The question with its tasks in the order in which they are to be done."""
    question = HEADING.sub("", question.strip())
    turned = FIRST_LATER.match(question) or FIRST_AT_LAST.match(question)
    return f"{turned['first']}, then {turned['later']}." if turned else question


def split(question: str, judge: Judge) -> list[str]:
    """The tasks of a question in order.

    The text is cut at conjunctions and commas wherever both the part so far and the next piece are tasks of their own;
    other pieces belong together ("buildings and roads", "before and after").
    """
    pieces = [piece for piece in _pieces(question) if piece]
    if not pieces:
        return [question.strip()]
    tasks = [pieces[0][1]]
    for joint, piece in pieces[1:]:
        here, there = judge(tasks[-1]), judge(piece)
        if here and there and not LEAVES_OUT.match(tasks[-1]) and (here != there or _begins_anew(piece)):
            tasks.append(piece)
        else:
            tasks[-1] = f"{tasks[-1]}{joint}{piece}"
    return [_open(task) for task in tasks]


def _pieces(question: str) -> list[tuple[str, str]]:
    """(the joint before it, piece) in order; quoted text is never cut."""
    quoted = [match.span() for match in re.finditer(QUOTED, question)]
    pieces, start, joint = [], 0, ""
    for match in JOINT.finditer(question):
        if any(low < match.start() < high for low, high in quoted):
            continue
        pieces.append((joint, question[start : match.start()]))
        start, joint = match.end(), match[0]
    pieces.append((joint, question[start:]))
    return [(before, text.strip()) for before, text in pieces if text.strip(" ?.!")]


BEGINNINGS = frozenset(
    (
        "tell count give show how what save export write describe run compute list measure draw detect is are"
        " find classify make calculate explain outline map highlight mark summarise summarize search get download"
        " report say compare plot estimate retrieve which where do did does can could i'd let"
    ).split()
)


def _begins_anew(piece: str) -> bool:
    first = _open(piece).split(" ", 1)[0].lower()
    return first in BEGINNINGS


def _open(task: str) -> str:
    """The task without the words that only put it in order."""
    previous = ""
    while task != previous:
        previous, task = task, OPENING.sub("", task.strip())
    return task or previous
