"""The catalogue's typed functions as LangChain tools bound to one workspace. Knows no planner.

The model sees names, descriptions, typed arguments and plain text; it never sees the workspace, a path or a picture.
"""

from __future__ import annotations

import inspect
import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from langchain.agents.middleware import wrap_tool_call
from langchain.agents.middleware.types import ToolCallRequest
from langchain_core.messages import ToolCall, ToolMessage
from langchain_core.tools import BaseTool, StructuredTool
from langchain_core.tools.base import create_schema_from_function
from langgraph.types import Command
from pydantic import BaseModel, ConfigDict

from agent import tracing
from agent.answer import LACKS_BANDS, TOO_COARSE, Step
from agent.plain_text import plain, plain_values
from agent.vision.ask_image import Vision, visual_tool
from agent.vision.vision_tools import tools_with_vision
from tools.catalogue import CATALOGUE, ToolFunction
from tools.errors import ArgumentError, MissingBandsError, ResolutionError, ToolError
from tools.json_values import to_json
from tools.notices import Notice, reason_of
from tools.workspace.call_log import Call
from tools.workspace.workspace import Workspace

FREE_TEXT = ("text", "question")
"""Arguments that hold text of a person, which traces leave out."""
MAX_CHARS = 4000
"""Characters of a text in an argument; names are matched against others, which takes long for what is no name."""
MAX_LISTED = 20
"""Objects of a list that a model is shown; the artefact holds all of them."""


def reporting_invalid_arguments(tools: Sequence[BaseTool]) -> list[BaseTool]:
    """The tools, answering invalid arguments with a sentence instead of an exception."""
    return [tool.model_copy(update={"handle_validation_error": _invalid_arguments}) for tool in tools]


def toolbox(workspace: Workspace, vision: Vision | None = None, *, as_text: bool = True) -> list[BaseTool]:
    """The catalogue, working on `workspace`, and `ask_image` where a multimodal model can be asked.

    Args:
        workspace: what the tools work on.
        vision: a multimodal model.
        as_text: whether results are written out for a model that reads; else messages carry the typed results alone.
    """
    if vision is None:
        return [_as_tool(function, workspace, as_text=as_text) for function in CATALOGUE]
    both = tools_with_vision(vision)
    tools = [_as_tool(both.get(function.__name__, function), workspace, as_text=as_text) for function in CATALOGUE]
    return [*tools, visual_tool(workspace, vision)]


def result_text(result: Any) -> str:
    """A typed result as the JSON that a language model reads."""
    return json.dumps(plain_values(to_json(result, most=MAX_LISTED)))


def _as_tool(function: ToolFunction, workspace: Workspace, *, as_text: bool) -> BaseTool:
    name = function.__name__

    def run(**arguments: Any) -> tuple[str, Any]:
        _check_lengths(arguments)
        result = function(workspace, **arguments)
        workspace.calls.note(Call(name, arguments, result))
        return result_text(result) if as_text else "", result

    return StructuredTool(
        name=name,
        description=_summary(function),
        args_schema=_strict_schema(function),
        func=run,
        response_format="content_and_artifact",
    )


def _check_lengths(arguments: Mapping[str, Any]) -> None:
    """Refuse what is no name and no question; not by the schema, which language models would be shown.

    Raises:
        ArgumentError: a text is too long.
    """
    for name, value in arguments.items():
        if isinstance(value, str) and len(value) > MAX_CHARS:
            raise ArgumentError(f"{name} is {len(value):,} characters long; give at most {MAX_CHARS:,}.")


def _invalid_arguments(error: Any) -> str:
    """What is wrong with arguments, in a sentence."""
    problems = [f"{'.'.join(map(str, one['loc']))}: {one['msg'][:1].lower()}{one['msg'][1:]}" for one in error.errors()]
    return f"That cannot be asked for ({'; '.join(problems)}); say it otherwise."


def _summary(function: ToolFunction) -> str:
    """What a tool does, in a sentence."""
    return (inspect.getdoc(function) or "").split("\n\n")[0]


def _strict_schema(function: ToolFunction) -> type[BaseModel]:
    """The arguments that a model may give, from the signature and docstring; anything else is refused."""
    schema = create_schema_from_function(function.__name__, function, filter_args=["workspace"], parse_docstring=True)
    assert issubclass(schema, BaseModel)
    settings = {"model_config": ConfigDict(extra="forbid"), "__module__": __name__}
    return type(function.__name__, (schema,), settings)


def schemas() -> list[dict[str, Any]]:
    """Names, descriptions and arguments of the catalogue, as language models are offered them."""
    return [
        {"name": one.__name__, "description": _summary(one), "parameters": _strict_schema(one).model_json_schema()}
        for one in CATALOGUE
    ]


def run_call(workspace: Workspace, name: str, arguments: dict[str, Any], number: int) -> Step:
    """One call without a planner, as a step."""
    tool = next((one for one in toolbox(workspace, as_text=False) if one.name == name), None)
    if tool is None:
        return Step(name, arguments, None, f"There is no tool {name!r} here.", 0.0, number)
    started, result, error = time.perf_counter(), None, None
    call = {"name": name, "args": arguments, "id": str(number), "type": "tool_call"}
    try:
        result = tool.invoke(call).artifact
    except ToolError as refusal:
        error = reason_of(refusal)
    return Step(name, arguments, result, error, time.perf_counter() - started, number)


def _refusal(reason: str, call: ToolCall) -> ToolMessage:
    """Why a tool refused; its artefact can be told in other languages, where nothing in it had to be made plain."""
    told = plain(reason)
    artefact = reason if told == reason and isinstance(reason, Notice) else None
    return ToolMessage(told, artifact=artefact, tool_call_id=call["id"], name=call["name"], status="error")


@wrap_tool_call
def time_and_report(
    request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]
) -> ToolMessage | Command[Any]:
    """Note how long a tool took; turn what it refuses into a message that planner and person can act on."""
    started, call = time.perf_counter(), request.tool_call
    traced = {name: value for name, value in call["args"].items() if name not in FREE_TEXT}
    try:
        with tracing.span(f"tool {call['name']}", arguments=json.dumps(traced)):
            message = handler(request)
    except ToolError as error:
        message = _refusal(reason_of(error), call)
        message.additional_kwargs[LACKS_BANDS] = isinstance(error, MissingBandsError)
        message.additional_kwargs[TOO_COARSE] = isinstance(error, ResolutionError)
    if isinstance(message, ToolMessage):
        message.additional_kwargs["seconds"] = time.perf_counter() - started
    return message
