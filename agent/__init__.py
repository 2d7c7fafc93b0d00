"""The agent: plans which tools answer a question, and words what they return. Knows no pixels and no screen.

LangChain is imported when an agent is first asked for, not by importing this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.answer import Answer, Draft, Step
    from agent.change_agent import ChangeAgent
    from agent.session import Session

__all__ = ["Answer", "ChangeAgent", "Draft", "Session", "Step"]


def __getattr__(name: str) -> Any:
    if name == "ChangeAgent":
        from agent.change_agent import ChangeAgent

        return ChangeAgent
    if name == "Session":
        from agent.session import Session

        return Session
    if name in __all__:
        from agent import answer as steps

        return getattr(steps, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
