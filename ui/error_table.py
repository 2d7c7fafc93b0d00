"""The edge: one table that turns exceptions into a sentence and an exit code.

Nowhere but in the modules that call it is anything caught broadly.
"""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass

from agent.errors import AgentError
from mci_model.errors import ModelError
from tools.errors import ToolError
from ui.errors import ScreenError

DONE, BUG, BAD_INPUT, STOPPED = 0, 1, 2, 130
DEBUG = "TERRADELTA_DEBUG"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a person reads."""

    sentence: str
    exit_code: int


TABLE: tuple[tuple[type[BaseException], str, int], ...] = (
    (ToolError, "{error}", BAD_INPUT),
    (AgentError, "{error}", BAD_INPUT),
    (ModelError, "{error}", BAD_INPUT),
    (ScreenError, "{error}", BAD_INPUT),
    (KeyboardInterrupt, "Stopped; nothing was left half-written.", STOPPED),
    (MemoryError, "This needs more memory than there is; cut out a smaller part of the images.", BAD_INPUT),
    (
        OSError,
        "A file could not be read or written ({error}); check the folder, its rights and the free space.",
        BAD_INPUT,
    ),
    (
        Exception,
        f"This is a bug in terradelta ({{kind}}: {{error}}); set {DEBUG}=1 to see where, and please report it.",
        BUG,
    ),
)
"""(kind, sentence, exit code), the first that fits counts."""


def explain(error: BaseException) -> Explanation:
    """The sentence and exit code for an exception."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    for kind, sentence, code in TABLE:
        if isinstance(error, kind):
            text = " ".join(sentence.format(error=error, kind=type(error).__name__).split())
            return Explanation(text, code)
    return Explanation(f"Stopped by {type(error).__name__}.", BUG)
