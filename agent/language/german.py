"""German: words of answers alone; questions are not read in it."""

from __future__ import annotations

from agent.language.answers.german import GERMAN_ANSWERS
from agent.language.language import Language
from agent.language.questions.german import GERMAN_QUESTIONS

GERMAN = Language(
    code="de",
    questions=GERMAN_QUESTIONS,
    glosses=GERMAN_ANSWERS,
    endings="enden ende end ern ete ten ter tes em en er es et st te e n s t",
)
