"""What a person says of themselves before they ask: left out, since no word of it is about the images."""

from __future__ import annotations

import re

from agent.language.language import Language
from agent.language.questions.question_words import QuestionWords

SENTENCE = re.compile(r"[^.!?;\u3002\uff01\uff1f\uff0c]+(?:[.!?;\u3002\uff01\uff1f\uff0c]+|$)")
"""Chinese introductions end with a comma as often as with a full stop."""
GREETING = r"(?:[\w' ]{0,20}[,!.\u2013-]+ *)?"
"""What may stand before: "Hi,"."""


def without_introduction(question: str, language: Language) -> str:
    """The question without sentences on who asks it.

    A sentence that asks, has a number or names what changed stays; so does all of it where nothing else would be left.
    """
    if language.questions is None:
        return question
    if language.code not in PATTERNS:
        PATTERNS[language.code] = _patterns(language, language.questions)
    says, asserts = PATTERNS[language.code]
    sentences = [match[0] for match in SENTENCE.finditer(question)]
    kept = [one for one in sentences if not says.match(one) or asserts.search(one)]
    return "".join(kept).strip() if kept and len(kept) < len(sentences) else question


PATTERNS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}
"""By language: what introduces, and what asks or asserts; long patterns, compiled once."""


def _patterns(language: Language, words: QuestionWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = (noun for line in language.classes.values() for noun in line.split())
    changed = f"(?:{'|'.join((words.gone, words.came, *nouns))})"
    named = rf"(?<!\w){changed}(?!\w)" if language.spaced else changed
    says = re.compile(rf"\s*{GREETING}(?:{words.introduces})", re.IGNORECASE)
    return says, re.compile(rf"[?\uff1f\d]|{named}", re.IGNORECASE)
