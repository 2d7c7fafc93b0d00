"""The brain: plans which tools answer a question, and words what they return. Knows no pixels and no screen.

LangChain is imported when an agent is first asked for, not by importing this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.session import ChangeAgent, Session
    from agent.steps import Answer, Step

__all__ = ["Answer", "ChangeAgent", "Session", "Step"]


def __getattr__(name: str) -> Any:
    if name in ("ChangeAgent", "Session"):
        from agent import session

        return getattr(session, name)
    if name in __all__:
        from agent import steps

        return getattr(steps, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
