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


UNDERSTOOD = PlannedCall(SAY, {"act": "understood"})
"""Closes a plan by a model that reads every word, so that none is told not to have been used."""


def beside_calls(plan: Plan) -> Plan:
    """What a plan declines or says without a tool."""
    return tuple(call for call in plan if call.tool in (DECLINE, SAY) and call != UNDERSTOOD)


def understood(plan: Plan) -> Plan:
    """The plan of a model that reads every word of a question."""
    return plan if len(calls_of(plan)) < len(plan) else (*plan, UNDERSTOOD)


@dataclass(frozen=True, slots=True)
class PastTurn:
    """An earlier question and the plan that was run for it."""

    question: str
    plan: Plan
    found_none: bool = False
    """Whether a call found that there is no such object."""
    beside: Plan = ()
    """What was declined or said beside the calls, as far as it is known."""
