"""Sentences from results, by template: every number in them stands in a result. Knows no language model."""

from __future__ import annotations

from collections.abc import Sequence, Set

from agent.answer import Step
from agent.planning.dialogue.remarks import Remark
from agent.planning.tool_arguments import ASK_IMAGE
from agent.wording import archive, findings, land_change, land_cover, reasons, spectrum, statistics, work
from agent.wording.remarks import after_results, before_results
from agent.wording.sentence import sentence
from tools.catalogue import CATALOGUE

__all__ = [
    "ABILITIES",
    "NOT_OFFERED",
    "answer",
    "archive",
    "findings",
    "land_change",
    "land_cover",
    "reasons",
    "sentence",
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


def answer(
    steps: Sequence[Step],
    missing: Sequence[str] = (),
    remarks: Sequence[Remark] = (),
    earlier: Sequence[Step] = (),
) -> str:
    """The answer to a question whose steps were run.

    Each sentence ends with the number of the step that it rests on, in brackets.

    Args:
        steps: of this question.
        missing: planned tools that do not exist.
        remarks: what is to be said beside the results.
        earlier: steps of the conversation before.
    """
    first = before_results(remarks, steps, _told(earlier))
    last = after_results(remarks)
    told = _warnings(earlier)
    sentences = []
    for step in steps:
        sentences.append(step.error if step.error else _marked(step, told))
        told |= _warnings([step])
    wishes = list(dict.fromkeys(NOT_OFFERED.get(tool, tool.replace("_", " ")) for tool in missing))
    sentences += [f"I cannot {wish} in this version." for wish in wishes]
    if not (sentences or first):
        return " ".join([ABILITIES, *last])
    told = [text for text in [*first, *sentences, *last] if text]
    joined = [
        text if not place or not told[place - 1].endswith(":") else _lowered(text) for place, text in enumerate(told)
    ]
    return " ".join(dict.fromkeys(joined))


def _lowered(text: str) -> str:
    """A sentence as it goes on behind a colon; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _told(earlier: Sequence[Step]) -> str:
    """What earlier steps found, each once."""
    warned = _warnings(earlier)
    by_text = {sentence(step.result): _marked(step, warned) for step in earlier if step.error is None}
    return " ".join(by_text.values())


def _warnings(steps: Sequence[Step]) -> set[str]:
    """Warnings that results carry; each is told once in a conversation."""
    return {warning for step in steps for warning in getattr(step.result, "warnings", ())}


def _marked(step: Step, told: Set[str] = frozenset()) -> str:
    """A result in words, without the warnings that were told before, and with the number of its step."""
    text = sentence(step.result)
    for warning in told:
        text = text.replace(warning, "")
    text = " ".join(text.split())
    return f"{text} [{step.number}]" if text else ""
