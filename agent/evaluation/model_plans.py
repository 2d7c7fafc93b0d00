"""A language model's plans without running any tool: each call is answered as done, until it calls no more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from agent.loop.graph import INSTRUCTIONS
from agent.loop.toolbox import schemas
from agent.models.embedded import PlanFunction
from agent.models.language_models import LanguageModel
from agent.planning.plan import PastTurn, Plan, PlannedCall

MAX_ROUNDS = 6
DONE = json.dumps({"done": True, "note": "The result is shown to the person."})


def model_planner(language_model: LanguageModel) -> PlanFunction:
    """The planner that a language model is; it is offered the tools that this version has."""
    model = language_model.model.bind_tools([{"type": "function", "function": schema} for schema in schemas()])

    def plan(question: str, history: Sequence[PastTurn]) -> Plan:
        messages: list[BaseMessage] = [SystemMessage(INSTRUCTIONS), *_earlier(history), HumanMessage(question)]
        planned: list[PlannedCall] = []
        for _ in range(MAX_ROUNDS):
            response = model.invoke(messages)
            if not response.tool_calls:
                break
            planned += [PlannedCall(call["name"], call["args"]) for call in response.tool_calls]
            messages += [response, *(ToolMessage(DONE, tool_call_id=call["id"]) for call in response.tool_calls)]
        return tuple(planned)

    return plan


def _earlier(history: Sequence[PastTurn]) -> list[BaseMessage]:
    """Earlier turns as a model remembers them."""
    messages: list[BaseMessage] = []
    numbers = count(1)
    for turn in history:
        calls = [
            {"name": call.tool, "args": call.arguments, "id": f"past{next(numbers)}", "type": "tool_call"}
            for call in turn.plan
        ]
        messages += [HumanMessage(turn.question), AIMessage("", tool_calls=calls)]
        messages += [ToolMessage(DONE, tool_call_id=call["id"]) for call in calls]
        messages.append(AIMessage("Done."))
    return messages
