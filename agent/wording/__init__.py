"""Sentences from results, by template: every number in them stands in a result. Knows no language model."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.wording import archive, findings, land_cover, reasons, spectrum, work
from agent.wording.sentence import sentence

__all__ = [
    "ABILITIES",
    "NOT_BUILT",
    "answer",
    "archive",
    "findings",
    "land_cover",
    "reasons",
    "sentence",
    "spectrum",
    "work",
]

NOT_BUILT = {
    "ask_image": "answer free questions about the look of an image",
}
"""Tools of the contract that this version does not offer, in words."""
ABILITIES = (
    "I compare two images of one place: I can describe what changed, draw where it changed, count changed buildings "
    "and roads, list the largest, measure changed area, also by zones or parts of the image, compute spectral indices "
    "and their change, tell land cover and what became what, group the ground into zones of like spectrum, search an "
    "archive of pairs, offer causes that would fit, tell how sure I am and what I cannot see, write maps and tables, "
    "and tell what the images are."
)


def answer(steps: Sequence[Step], missing: Sequence[str] = ()) -> str:
    """The answer to a question whose steps were run; `missing` names planned tools that do not exist.

    Each sentence ends with the number of the step that it rests on, in brackets.
    """
    sentences = [step.error if step.error else _marked(step) for step in steps]
    wishes = list(dict.fromkeys(NOT_BUILT.get(tool, tool.replace("_", " ")) for tool in missing))
    sentences += [f"I cannot {wish} in this version." for wish in wishes]
    if not sentences:
        return ABILITIES
    return " ".join(dict.fromkeys(text for text in sentences if text))


def _marked(step: Step) -> str:
    text = sentence(step.result)
    return f"{text} [{step.number}]" if text else ""
