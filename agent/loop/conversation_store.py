"""A conversation on disk, so that it survives a restart: one JSON file of its folder, there as a whole or not at all.

Typed results stand in it with the name of their type. Only types that tools return are made from it; it names no code.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from pydantic import BaseModel, Field, ValidationError, create_model

from agent.answer import Step
from agent.errors import MemoryFileError
from agent.loop.result_types import JSON, tagged, tagged_results
from mci_model.errors import JsonFileError
from mci_model.files.json_files import json_bytes, plain_json
from tools.atomic_files import atomic_write
from tools.workspace.run_settings import RunSettings

FILE, EARLIER_FILE = "conversation.json", "conversation.sqlite"
MAX_STORED_OBJECTS = 200
"""Objects of a list that are stored; all can be extracted again from the map, which is stored beside."""
WRONG_MESSAGES = (KeyError, TypeError, AttributeError)
"""What LangChain's messages raise for fields that are missing or of another kind, where others refuse them."""


@dataclass(frozen=True)
class Conversation:
    """The state of a session."""

    pairs: tuple[tuple[Path, Path], ...]
    """Files of each, in the order in which they were opened."""
    current: str | None
    settings: RunSettings
    focus: dict[str, int] = field(default_factory=dict)
    messages: tuple[BaseMessage, ...] = ()
    steps: tuple[Step, ...] = ()
    series: tuple[Path, ...] = ()
    """What the series of more than two dates was opened from; empty where there is none."""


class _StepInFile(BaseModel):
    model_config = JSON

    tool: str
    arguments: dict[str, Any]
    result: Any
    error: str | None
    seconds: float
    number: int


class _ConversationInFile(BaseModel):
    model_config = JSON

    version: Literal[1]
    pairs: tuple[tuple[Path, Path], ...]
    current: str | None
    settings: RunSettings
    focus: dict[str, int]
    messages: tuple[Annotated[HumanMessage | AIMessage | ToolMessage, Field(discriminator="type")], ...]
    steps: tuple[_StepInFile, ...]
    series: tuple[Path, ...] = ()


@cache
def _schema() -> type[_ConversationInFile]:
    """What the file holds, with the results that there are; made when first needed, since it takes a while."""
    step = create_model("_StepOfTool", __base__=_StepInFile, result=(tagged_results() | None, ...))
    return create_model("_WholeConversation", __base__=_ConversationInFile, steps=(tuple[step, ...], ...))  # type: ignore[valid-type]


class Memory:
    """The file of one conversation."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def keep(self, conversation: Conversation) -> None:
        """Write it, replacing the previous file atomically.

        Raises:
            MemoryFileError: the file cannot be written.
        """
        try:
            content = _in_file(conversation).model_dump_json(warnings="error").encode()
        except ValueError as error:
            raise MemoryFileError(
                "It holds what JSON cannot hold, such as a file name that is no valid text; rename such files."
            ) from error
        try:
            atomic_write(self.path, lambda path: path.write_bytes(content))
        except OSError as error:
            raise MemoryFileError(
                f"{self.path} cannot be written; check the folder's permissions and the free space of the disk."
            ) from error

    def load(self) -> Conversation:
        """The conversation that was stored last.

        Raises:
            MemoryFileError: nothing was stored, or the file is damaged or of an earlier version.
        """
        if not self.path.is_file():
            raise self._missing()
        try:
            content = json_bytes(self.path)
        except JsonFileError as error:
            raise MemoryFileError(f"{self.path} cannot be read ({error.reason}); check the folder's rights.") from error
        try:
            plain_json(content, self.path.name)
            stored = _schema().model_validate_json(content, strict=True)
        except (JsonFileError, ValidationError, *WRONG_MESSAGES) as error:
            raise self._damaged() from error
        steps = tuple(_step(step) for step in stored.steps)
        if len(_answered_calls(stored.messages)) > len(steps):
            raise self._damaged()
        if stored.current not in {None, *(str(number) for number, _ in enumerate(stored.pairs, 1))}:
            raise self._damaged()
        messages = _with_results(stored.messages, steps)
        return Conversation(stored.pairs, stored.current, stored.settings, stored.focus, messages, steps, stored.series)

    def _missing(self) -> MemoryFileError:
        earlier = self.path.with_name(EARLIER_FILE)
        if earlier.exists():
            return MemoryFileError(
                f"{earlier} was written by an earlier version and is not read any more; "
                "open the pair anew with another folder, and ask again."
            )
        return MemoryFileError(f"{self.path.parent} holds no conversation; open a pair with this folder first.")

    def _damaged(self) -> MemoryFileError:
        return MemoryFileError(f"{self.path} is damaged, or of another version; move it away and open the pair anew.")


def _in_file(conversation: Conversation) -> _ConversationInFile:
    values = {
        "version": 1,
        "pairs": tuple((before.absolute(), after.absolute()) for before, after in conversation.pairs),
        "current": conversation.current,
        "settings": conversation.settings,
        "focus": conversation.focus,
        "messages": tuple(_without_result(message) for message in conversation.messages),
        "steps": tuple(_values(step) for step in conversation.steps),
        "series": tuple(path.absolute() for path in conversation.series),
    }
    return _schema().model_validate(values)


def _values(step: Step) -> dict[str, Any]:
    values = {part.name: getattr(step, part.name) for part in dataclasses.fields(step)}
    return values | {"result": tagged(_cut(step.result))}


def _step(stored: _StepInFile) -> Step:
    result = None if stored.result is None else stored.result.value
    return Step(stored.tool, stored.arguments, result, stored.error, stored.seconds, stored.number)


def _without_result(message: BaseMessage) -> BaseMessage:
    """Typed results are stored once, with their steps."""
    return message.model_copy(update={"artifact": None}) if isinstance(message, ToolMessage) else message


def _with_results(messages: Sequence[BaseMessage], steps: tuple[Step, ...]) -> tuple[BaseMessage, ...]:
    results = dict(zip(_answered_calls(messages), (step.result for step in steps), strict=False))
    return tuple(
        message.model_copy(update={"artifact": results.get(place)}) if place in results else message
        for place, message in enumerate(messages)
    )


def _answered_calls(messages: Sequence[BaseMessage]) -> list[int]:
    """Places of the messages that answer a call; a call that was no JSON is answered, too, but was never made."""
    waiting, places = set[str | None](), list[int]()
    for place, message in enumerate(messages):
        if isinstance(message, AIMessage):
            waiting |= {call["id"] for call in message.tool_calls}
        elif isinstance(message, ToolMessage) and message.tool_call_id in waiting:
            waiting.remove(message.tool_call_id)
            places.append(place)
    return places


def _cut(result: Any) -> Any:
    """A result with at most `MAX_STORED_OBJECTS` objects."""
    if isinstance(getattr(result, "objects", None), tuple):
        return dataclasses.replace(result, objects=result.objects[:MAX_STORED_OBJECTS])
    return result
