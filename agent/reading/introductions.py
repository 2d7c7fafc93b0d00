"""What a person says of themselves before they ask: left out, since no word of it is about the images."""

from __future__ import annotations

import re

from agent.language.language import Language

SENTENCE = re.compile(r"[^.!?;\u3002\uff01\uff1f\uff0c]+(?:[.!?;\u3002\uff01\uff1f\uff0c]+|$)")
"""Chinese introductions end with a comma as often as with a full stop."""
GREETING = r"(?:[\w' ]{0,20}[,!.\u2013-]+ *)?"
"""What may stand before: "Hi,"."""


def without_introduction(question: str, language: Language) -> str:
    """The question without sentences on who asks it.

    A sentence that asks, has a number or names what changed stays; so does all of it where nothing else would be left.
    """
    words = language.questions
    if words is None:
        return question
    changed = "|".join((words.gone, words.came, *(noun for line in language.classes.values() for noun in line.split())))
    asserts = re.compile(
        rf"[?\uff1f\d]|(?<!\w)(?:{changed})(?!\w)" if language.spaced else rf"[?\uff1f\d]|{changed}", re.IGNORECASE
    )
    says = re.compile(rf"\s*{GREETING}(?:{words.introduces})", re.IGNORECASE)
    sentences = [match[0] for match in SENTENCE.finditer(question)]
    kept = [one for one in sentences if not says.match(one) or asserts.search(one)]
    return "".join(kept).strip() if kept and len(kept) < len(sentences) else question
