"""What planners know of the tools: their arguments and defaults, from the tools' declarations."""

from __future__ import annotations

from typing import Any

from tools.catalogue import CATALOGUE

ASK_IMAGE = "ask_image"
"""The one tool that needs a multimodal model and is therefore not in the catalogue (see `agent.vision.ask_image`)."""
OF_ASK_IMAGE = ("question", "pair")


def parameters(tool: str) -> tuple[str, ...]:
    """Names of the arguments of a tool, in the order of its signature; none of one that does not exist."""
    declared = CATALOGUE.get(tool)
    if declared is None:
        return OF_ASK_IMAGE if tool == ASK_IMAGE else ()
    return declared.parameters


def takes_pair(tool: str) -> bool:
    """Whether a call may name another pair than the current one."""
    declared = CATALOGUE.get(tool)
    return "pair" in parameters(tool) if declared is None else declared.takes_pair


def defaults(tool: str) -> dict[str, Any]:
    """Values of the arguments that a call may leave out."""
    declared = CATALOGUE.get(tool)
    return {"pair": None} if declared is None else declared.defaults


def class_argument(tool: str) -> str | None:
    """The argument that holds the class, or the classes, that a call is about."""
    return next((name for name in ("classes", "object_class") if name in parameters(tool)), None)


def is_indexed(tool: str) -> bool:
    """Whether a tool is about a spectral index."""
    return "index" in parameters(tool)


def searches_archive(tool: str) -> bool:
    """Whether a tool reads the archive of pairs."""
    declared = CATALOGUE.get(tool)
    return declared is not None and declared.archive


def named_in(question: str) -> str | None:
    """The tool whose declared phrases stand in a question, unknown to the trained parts; the longest decides."""
    text = f" {' '.join(question.lower().split())} "
    named = [
        (len(phrase), declared.name)
        for declared in CATALOGUE.declarations
        for phrase in declared.phrases
        if phrase.lower() in text
    ]
    return max(named)[1] if named else None
