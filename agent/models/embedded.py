"""The language model that needs no key and no network: trained weights plan, templates word the answer.

It words it in the language of the question.

It is a LangChain chat model and speaks the same messages as any other; the agent's loop knows no difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from pydantic import TypeAdapter, ValidationError

from agent import wording
from agent.answer import LACKS_BANDS, TOO_COARSE, Step
from agent.errors import PlannerError
from agent.language.detection import language_of_conversation
from agent.planning.dialogue import land, radar
from agent.planning.dialogue.remarks import remarks
from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import PastTurn, Plan, PlannedCall, beside_calls, calls_of
from agent.planning.rules import archives, evidence, over_time
from agent.planning.rules.parsed import with_size, with_way
from agent.planning.tool_arguments import ASK_IMAGE, searches_archive
from agent.reading.reading import Reading
from mci_model.loading import LOADING
from tools.notices import Notice, notice

if TYPE_CHECKING:
    from agent.planning.learned.small_model import SmallModel
    from agent.planning.parser.language_model import DialogueParser
    from agent.planning.planner import EmbeddedPlanner

PlanFunction = Callable[[str, Sequence[PastTurn]], Plan]
OTHER_CHANGE = PlannedCall("detect_change", {"classes": ["any"]})
"""Looked for instead of an index or of land cover where the images lack the bands for it."""
HISTORY = PlannedCall("object_history", {"object_class": "building"})
"""Told instead of an index over time, likewise."""
EXPORT = "export_result"
DESCRIBES = "describe_change"
"""A sentence by the network, which looks at photographs alone."""
Model = TypeVar("Model")
PARSER_VARIABLE = "TERRADELTA_DIALOGUE_PARSER"
"""Environment variable: with 0 the parser of dialogues is not asked, though it is installed."""
PLAN = "plan"
"""Where the first message of an answer carries the plan of the whole question, so that it is planned once."""


def never() -> bool:
    """Neither an archive nor a network is known."""
    return False


def nothing() -> tuple[str, ...]:
    """No map was assessed."""
    return ()


def no_pair(_: str | None) -> bool:
    """No pair is known."""
    return False


SMALL = notice(
    "router-alone",
    "The router planned this alone: no small language model is installed (pip install 'terradelta[parser]'), "
    "so unusual wordings and other languages than English may be misunderstood.",
)


def _shipped() -> EmbeddedPlanner:
    with LOADING:
        return _loaded(asks_parser=os.environ.get(PARSER_VARIABLE) != "0")


@cache
def _loaded(*, asks_parser: bool) -> EmbeddedPlanner:
    from agent.planning.learned.intents import load_intents
    from agent.planning.planner import EmbeddedPlanner, no_parser
    from agent.planning.router import Router

    parser = _dialogue_parser if asks_parser else no_parser
    return EmbeddedPlanner(Router(load_intents()), _small_model(), parser)


@cache
def _small_model() -> SmallModel | None:
    from agent.planning.learned.small_model import SmallModel

    return _installed(SmallModel)


def _dialogue_parser() -> DialogueParser | None:
    with LOADING:
        return _loaded_parser()


@cache
def _loaded_parser() -> DialogueParser | None:
    from agent.planning.parser.language_model import DialogueParser

    return _installed(DialogueParser)


def _installed(load: Callable[[], Model]) -> Model | None:
    """A language model; None where its packages are not installed."""
    try:
        return load()
    except PlannerError:
        return None


def shipped_planner() -> PlanFunction:
    """The planner with the weights that are shipped, loaded when it is first asked."""
    return _shipped().plan


def is_small() -> bool:
    """Whether no language model is installed, so that the router plans alone."""
    return _shipped().model is None and _shipped().parser() is None


class EmbeddedModel(BaseChatModel):
    """Plans once a question, calls one tool a turn, then words the results."""

    planner: Callable[[], PlanFunction] = shipped_planner
    offered: tuple[str, ...] = ()
    searching: Callable[[], bool] = never
    """Whether there is an archive, and no pair is open that a question could be about."""
    over_time: Callable[[], bool] = never
    """Whether a series of more than two dates is open."""
    sees_ground: Callable[[], bool] = never
    """Whether the network tells change that is neither building nor road."""
    by_bands: Callable[[str | None], bool] = no_pair
    """Whether the bands of a pair of this name, or of the current one, tell its change in the network's place."""
    by_radar: Callable[[str | None], bool] = no_pair
    """Whether a pair of this name, or the current one, is of radar images."""
    assessed: Callable[[], tuple[str, ...]] = nothing
    """Classes of the map whose assessment is open; empty where none is."""

    @property
    def _llm_type(self) -> str:
        return "terradelta-embedded"

    def notes(self) -> list[str]:
        """Notes on the plans: whether the router alone made them."""
        return [SMALL] if self.planner is shipped_planner and is_small() else []

    def bind_tools(
        self,
        tools: Sequence[Any],
        *,
        tool_choice: str | None = None,  # noqa: ARG002 - LangChain's signature
        **kwargs: Any,  # noqa: ARG002
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The model with these tools bound."""
        names = tuple(tool.name for tool in tools if isinstance(tool, BaseTool))
        return self.model_copy(update={"offered": names})

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002 - LangChain's signature
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> ChatResult:
        start = max(place for place, message in enumerate(messages) if isinstance(message, HumanMessage))
        carried = _carried(messages[start + 1 :])
        plan = carried
        if plan is None:
            plan = self._planned(str(messages[start].content), past_turns(messages[:start]))
        calls = [call for call in plan if call.tool in self.offered]
        missing = [call.tool for call in calls_of(plan) if call.tool not in self.offered]
        done = to_steps(messages[start + 1 :], 1 + len(to_steps(messages[:start])))
        if len(done) == len(calls) and (instead := self._instead(messages[start + 1 :])) is not None:
            message = AIMessage("", tool_calls=[_to_tool_call(instead, len(messages))])
        elif len(done) < len(calls):
            message = AIMessage("", tool_calls=[_to_tool_call(calls[len(done)], len(messages))])
            if carried is None:
                message.additional_kwargs[PLAN] = _as_json(plan)
        else:
            asked = [str(one.content) for one in messages[:start] if isinstance(one, HumanMessage)]
            apart = bool(plan) and all(call.tool in over_time.TOOLS | evidence.TOOLS for call in plan)
            beside = () if apart else remarks(str(messages[start].content), plan, asked)
            earlier = to_steps(messages[:start])
            message = AIMessage(wording.answer(done, missing, words_of(messages), beside, earlier))
            if carried is None and beside_calls(plan):
                message.additional_kwargs[PLAN] = _as_json(plan)
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _instead(self, messages: Sequence[BaseMessage]) -> PlannedCall | None:
        """What is called where the images do not tell what was asked: other change, or a file of all that changed.

        Land needs bands, or a network that sees the ground; single houses need fine pixels. Of a series of photographs
        the buildings over time can be told.
        """
        answers = [one for one in messages if isinstance(one, ToolMessage)]
        lacking = {one.tool_call_id for one in answers if one.additional_kwargs.get(LACKS_BANDS)}
        coarse = any(one.additional_kwargs.get(TOO_COARSE) for one in answers) and self.by_bands(None)
        calls = [call for one in messages if isinstance(one, AIMessage) for call in one.tool_calls]
        for call in calls:
            if call["id"] in lacking and call["name"] == EXPORT and "cover" in call["args"]:
                kept = {name: value for name, value in call["args"].items() if name != "cover"}
                return PlannedCall(EXPORT, kept)
        if HISTORY.tool in self.offered and any(one["id"] in lacking and _is_of_all_dates(one) for one in calls):
            return HISTORY
        sees = bool(lacking) and (self.by_bands(None) or self.sees_ground())
        told = any(call["name"] == OTHER_CHANGE.tool and call["id"] not in lacking for call in calls)
        return OTHER_CHANGE if OTHER_CHANGE.tool in self.offered and (sees or (coarse and not told)) else None

    def _as_told(self, call: PlannedCall) -> PlannedCall:
        """A call for a sentence on change, or for what came or went, as one for what the bands tell of it."""
        name = call.arguments.get("pair")
        if "status" in call.arguments and call.arguments.get("object_class", "any") == "any" and self.by_bands(name):
            return PlannedCall(call.tool, {key: one for key, one in call.arguments.items() if key != "status"})
        if call.tool != DESCRIBES or OTHER_CHANGE.tool not in self.offered or not self.by_bands(name):
            return call
        return replace(OTHER_CHANGE, arguments=OTHER_CHANGE.arguments | ({} if name is None else {"pair": name}))

    def _as_measured(self, call: PlannedCall, reading: Reading) -> PlannedCall:
        """A look at the images as a measure of the land that is named, where no model can look."""
        if call.tool != ASK_IMAGE or ASK_IMAGE in self.offered or len(reading.covers) != 1:
            return call
        return PlannedCall("land_change", {"cover": reading.covers[0]})

    def _planned(self, question: str, past: Sequence[PastTurn]) -> Plan:
        """The planner's plan; of a series or of radar, one for these; a search, where no pair is open to ask about."""
        assessed = self.assessed()
        if (told := evidence.plan(reading_of(question, past), is_assessed=bool(assessed))) is not None:
            return told
        if self.over_time() and (timed := over_time.plan(question, is_open=True)) is not None:
            return timed
        if self.by_radar(None):
            return radar.plan(question, past, lambda *asked: self.planner()(*asked))
        plan = tuple(map(self._as_told, self.planner()(question, past)))
        reading = reading_of(question, past)
        if reading.built_up and not self.by_bands(None):
            plan = tuple(land.of_houses(call, asks_whether=reading.asks_whether, way=reading.way) for call in plan)
        plan = with_size(plan, past)
        plan = with_way(tuple(self._as_measured(call, reading) for call in plan), reading.way)
        plan = evidence.with_adjusted(plan, assessed)
        if any(searches_archive(call.tool) for call in plan) or not self.searching():
            return plan
        search = archives.anywhere(question)
        return plan if search is None else (search,)


def words_of(messages: Sequence[BaseMessage]) -> wording.Words:
    """Words of the language in which the person asks."""
    asked = (str(message.content) for message in messages if isinstance(message, HumanMessage))
    return wording.Words.of(language_of_conversation(asked))


def _is_of_all_dates(call: ToolCall) -> bool:
    """Whether a call is about the whole place over time."""
    return call["name"] in over_time.TOOLS and not {"zone", "longitude"} & call["args"].keys()


def _carried(messages: Sequence[BaseMessage]) -> Plan | None:
    """The plan that an earlier message of the same answer carries; None where there is none that can be read."""
    for message in messages:
        if isinstance(message, AIMessage) and PLAN in message.additional_kwargs:
            try:
                return _plans().validate_python(message.additional_kwargs[PLAN])
            except ValidationError:  # a kept conversation may tell anything
                return None
    return None


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def _as_json(plan: Plan) -> list[dict[str, Any]]:
    return [{"tool": call.tool, "arguments": call.arguments} for call in plan]


def _to_tool_call(call: PlannedCall, number: int) -> Any:
    return {"name": call.tool, "args": call.arguments, "id": f"call_{number}", "type": "tool_call"}


def to_steps(messages: Sequence[BaseMessage], first: int = 1) -> list[Step]:
    """The tool calls among `messages` that have been answered, with their results, numbered from `first`."""
    calls = {call["id"]: call for m in messages if isinstance(m, AIMessage) for call in m.tool_calls}
    steps: list[Step] = []
    for message in messages:
        if isinstance(message, ToolMessage) and message.tool_call_id in calls:
            call = calls[message.tool_call_id]
            result, error = message.artifact, None
            if message.status == "error":
                result, error = None, result if isinstance(result, Notice) else str(message.content)
            told = message.additional_kwargs.get("seconds")
            seconds = float(told) if isinstance(told, (int, float)) else 0.0  # a kept conversation may tell anything
            steps.append(Step(call["name"], call["args"], result, error, seconds, first + len(steps)))
    return steps


def past_turns(messages: Sequence[BaseMessage]) -> list[PastTurn]:
    """Earlier questions with the calls that were answered for them: what was refused is nothing to lean on."""
    answers = {one.tool_call_id: one for one in messages if isinstance(one, ToolMessage)}
    refused = {number for number, one in answers.items() if one.status == "error"}
    none = {number for number, one in answers.items() if getattr(one.artifact, "count", None) == 0}
    turns: list[PastTurn] = []
    for message in messages:
        if isinstance(message, HumanMessage):
            turns.append(PastTurn(str(message.content), ()))
        elif isinstance(message, AIMessage) and turns:
            calls = tuple(
                PlannedCall(call["name"], call["args"]) for call in message.tool_calls if call["id"] not in refused
            )
            found_none = any(call["id"] in none for call in message.tool_calls)
            before = turns[-1]
            beside = before.beside + beside_calls(_carried([message]) or ())
            turns[-1] = PastTurn(before.question, before.plan + calls, before.found_none or found_none, beside)
    return turns
