"""Sentences from results, by template: every number in them stands in a result. Knows no language model."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.planning.tool_arguments import ASK_IMAGE
from agent.wording import archive, description, findings, land_cover, reasons, spectrum, work
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.catalogue import CATALOGUE

__all__ = [
    "ABILITIES",
    "NOT_OFFERED",
    "Words",
    "answer",
    "archive",
    "description",
    "findings",
    "land_cover",
    "reasons",
    "sentence",
    "spectrum",
    "work",
]

NOT_OFFERED = {ASK_IMAGE: "answer free questions about the look of an image"}
"""Tools that need a part which is not here, in words."""


def abilities(words: Words = ENGLISH) -> str:
    """What the tools of the catalogue can do, in a sentence."""
    told = [words.term("ability", declared.ability) for declared in CATALOGUE.declarations if declared.ability]
    return words.say("abilities", others=words.listed(told[:-1]), last=told[-1])


ABILITIES = abilities()


def answer(steps: Sequence[Step], missing: Sequence[str] = (), words: Words = ENGLISH) -> str:
    """The answer to a question whose steps were run; `missing` names planned tools that do not exist.

    Each sentence ends with the number of the step that it rests on, in brackets.
    """
    sentences = [words.say("refused", reason=step.error) if step.error else _marked(step, words) for step in steps]
    wishes = list(dict.fromkeys(NOT_OFFERED.get(tool, tool.replace("_", " ")) for tool in missing))
    sentences += [words.say("cannot-yet", wish=words.term("wish", wish)) for wish in wishes]
    if not sentences:
        return abilities(words)
    return " ".join(dict.fromkeys(text for text in sentences if text))


def _marked(step: Step, words: Words) -> str:
    text = sentence(step.result, words)
    return f"{text} [{step.number}]" if text else ""
