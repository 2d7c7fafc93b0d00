"""What a person says of themselves before they ask: left out, since no word of it is about the images."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.language import Language
from agent.language.registry import by_code

SENTENCE = re.compile(r"[^.!?;\u3002\uff01\uff1f\uff0c]+(?:[.!?;\u3002\uff01\uff1f\uff0c]+|$)")
"""Chinese introductions end with a comma as often as with a full stop."""
GREETING = r"(?:[\w' ]{0,20}[,!.\u2013-]+ *)?"
"""What may stand before: "Hi,"."""
NOTHING = r"(?!)"


def without_introduction(question: str, language: Language) -> str:
    """The question without sentences on who asks it.

    A sentence that asks, has a number or names what changed stays; so does all of it where nothing else would be left.
    """
    if language.questions is None:
        return question
    says, asserts = _patterns(language.code)
    sentences = [match[0] for match in SENTENCE.finditer(question)]
    kept = [one for one in sentences if not says.match(one) or asserts.search(one)]
    return "".join(kept).strip() if kept and len(kept) < len(sentences) else question


@lru_cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What introduces, and what asks or asserts, in a language by its code; long patterns, compiled once."""
    language = by_code(code)
    words = language.questions
    if words is None:
        return re.compile(NOTHING), re.compile(NOTHING)
    nouns = (noun for line in language.classes.values() for noun in line.split())
    changed = f"(?:{'|'.join((words.gone, words.came, *nouns))})"
    named = rf"(?<!\w){changed}(?!\w)" if language.spaced else changed
    says = re.compile(rf"\s*{GREETING}(?:{words.introduces})", re.IGNORECASE)
    return says, re.compile(rf"[?\uff1f\d]|{named}", re.IGNORECASE)
