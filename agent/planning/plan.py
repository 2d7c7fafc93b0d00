"""Plans as values: which tools to call with what, and the turns that went before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """One tool call; arguments that are left out hold their defaults."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


Plan = tuple[PlannedCall, ...]
DECLINE, SAY = "decline", "say"
"""In place of a tool: what none can answer, with its words (`kind`, `text`); what is answered without one (`act`)."""


def calls_of(plan: Plan) -> Plan:
    """The tool calls of a plan alone."""
    return tuple(call for call in plan if call.tool not in (DECLINE, SAY))


UNDERSTOOD = "understood"
"""Act that closes a plan by a model that reads every word, so that none is told not to have been used."""


def beside_calls(plan: Plan) -> Plan:
    """What a plan declines or says without a tool."""
    return tuple(call for call in plan if call.tool in (DECLINE, SAY))


def understood(plan: Plan, lines: str) -> Plan:
    """The plan of a model that reads every word of a question, with the lines that it wrote for itself."""
    return (*plan, PlannedCall(SAY, {"act": UNDERSTOOD, "lines": lines}))


def is_understood(call: PlannedCall) -> bool:
    """Whether it closes such a plan."""
    return call.tool == SAY and call.arguments.get("act") == UNDERSTOOD


@dataclass(frozen=True, slots=True)
class PastTurn:
    """An earlier question and the plan that was run for it."""

    question: str
    plan: Plan
    found_none: bool = False
    """Whether a call found that there is no such object."""
    beside: Plan = ()
    """What was declined or said beside the calls, as far as it is known."""
