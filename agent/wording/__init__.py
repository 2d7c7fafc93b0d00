"""Sentences from results, by template: every number in them stands in a result. Knows no language model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.answer import Step
from agent.planning.tool_arguments import ASK_IMAGE
from agent.wording import archive, conversation, findings, land_cover, reasons, spectrum, statistics, work
from agent.wording.sentence import sentence
from tools.catalogue import CATALOGUE
from tools.number_format import assumption

__all__ = [
    "ABILITIES",
    "NOT_OFFERED",
    "answer",
    "archive",
    "conversation",
    "findings",
    "land_cover",
    "reasons",
    "sentence",
    "told",
    "spectrum",
    "statistics",
    "work",
]

NOT_OFFERED = {ASK_IMAGE: "answer free questions about the look of an image"}
"""Tools that need a part which is not here, in words."""


def abilities() -> str:
    """What the tools of the catalogue can do, in a sentence."""
    first, *others = [declared.ability for declared in CATALOGUE.declarations if declared.ability]
    return f"I compare two images of one place: I can {first}, {', '.join(others[:-1])}, and {others[-1]}."


ABILITIES = abilities()


def answer(steps: Sequence[Step], missing: Sequence[str] = ()) -> str:
    """The answer to a question whose steps were run; `missing` names planned tools that do not exist.

    Each sentence ends with the number of the step that it rests on, in brackets.
    """
    sentences = [step.error if step.error else _marked(step) for step in steps]
    wishes = list(dict.fromkeys(NOT_OFFERED.get(tool, tool.replace("_", " ")) for tool in missing))
    sentences += [f"I cannot {wish} in this version." for wish in wishes]
    if not sentences:
        return ABILITIES
    return " ".join(dict.fromkeys(text for text in sentences if text))


def told(result: Any) -> str:
    """A result in words, with the pixel size that its areas and lengths assume."""
    text, assumed = sentence(result), getattr(result, "assumed_pixel_m", None)
    return text if assumed is None or not text else f"{text} Sizes are told {assumption(assumed)}."


def _marked(step: Step) -> str:
    text = told(step.result)
    return f"{text} [{step.number}]" if text else ""
