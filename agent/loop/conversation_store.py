"""A conversation on disk, so that it survives a restart: LangGraph checkpoints in a SQLite file of its folder."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

from langchain_core.messages import BaseMessage, ToolMessage

from agent.answer import Step
from agent.errors import MemoryFileError
from tools.workspace.run_settings import RunSettings

FILE = "conversation.sqlite"
MAX_KEPT = 200
"""Objects of a list that are kept; they can be counted again from the map, which is kept beside."""
RESULT_MODULES = (
    "agent.vision.change_proposals",
    "agent.vision.cover_proposals",
    "agent.vision.choices.proposal",
    "agent.vision.choices.token_usage",
    "agent.answer",
    "agent.vision.ask_image",
    "mci_model.prediction",
    "tools.explain.certainty",
    "tools.change.summary",
    "tools.change.change_map",
    "tools.runs.exports",
    "tools.catalogue.found_pairs",
    "tools.explain.hypotheses",
    "tools.landcover.transitions.cover_change",
    "tools.landcover.transitions.intensity",
    "tools.landcover.land_cover",
    "tools.landcover.transitions.map_errors",
    "tools.change.objects",
    "tools.change.places",
    "tools.pairs.preflight",
    "tools.pairs.registration",
    "tools.workspace.run_settings",
    "tools.change.selection",
    "tools.spectrum.index_tally",
    "tools.spectrum.indices",
    "tools.change.zones",
)
"""Whose values may be read back: nothing else is ever made from the file."""


@dataclass(frozen=True)
class Conversation:
    """All that a session has to know."""

    pairs: tuple[tuple[Path, Path], ...]
    """Files of each, in the order in which they were opened."""
    current: str | None
    settings: RunSettings
    focus: dict[str, int] = field(default_factory=dict)
    messages: tuple[BaseMessage, ...] = ()
    steps: tuple[Step, ...] = ()


class _State(TypedDict):
    pairs: list[list[str]]
    current: str | None
    settings: RunSettings
    focus: dict[str, int]
    messages: list[BaseMessage]
    steps: list[Step]


class Memory:
    """The file of one conversation."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._kept: list[int] | None = None
        """Numbers of what is in the file; None before it has been looked at."""

    def keep(self, conversation: Conversation) -> None:
        """Write it; the one before goes when this one is safe.

        Raises:
            MemoryFileError: the file cannot be written.
        """
        state = {
            "pairs": [[str(path.absolute()) for path in pair] for pair in conversation.pairs],
            "current": conversation.current,
            "settings": conversation.settings,
            "focus": conversation.focus,
            "messages": [_without_result(message) for message in conversation.messages],
            "steps": [dataclasses.replace(step, result=_cut(step.result)) for step in conversation.steps],
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._graph() as (graph, saver):
            earlier = _turns(saver) if self._kept is None else self._kept
            turn = max(earlier, default=0) + 1
            graph.invoke(state, _config(turn), durability="exit")
            for number in earlier:
                saver.delete_thread(str(number))
            self._kept = [turn]

    def load(self) -> Conversation:
        """What was kept last.

        Raises:
            MemoryFileError: nothing was kept, or the file is damaged.
        """
        if not self.path.is_file():
            raise MemoryFileError(f"{self.path.parent} holds no conversation; open a pair with this folder first.")
        with self._graph() as (graph, saver):
            turns = _turns(saver)
            kept: dict[str, Any] = graph.get_state(_config(max(turns, default=0))).values
        if not kept:
            raise MemoryFileError(f"{self.path} holds no conversation; open a pair with this folder first.")
        steps = tuple(dataclasses.replace(step, result=_tuples(step.result)) for step in kept["steps"])
        return Conversation(
            pairs=tuple((Path(before), Path(after)) for before, after in kept["pairs"]),
            current=kept["current"],
            settings=_tuples(kept["settings"]),
            focus=kept["focus"],
            messages=_with_results(kept["messages"], steps),
            steps=steps,
        )

    @contextmanager
    def _graph(self) -> Iterator[tuple[Any, Any]]:
        """A graph that does nothing but be kept, and who keeps it."""
        from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
        from langgraph.checkpoint.sqlite import SqliteSaver
        from langgraph.graph import END, START, StateGraph

        flow = StateGraph(_State)
        flow.add_node("kept", lambda _: {})
        flow.add_edge(START, "kept")
        flow.add_edge("kept", END)
        try:
            file = sqlite3.connect(self.path, check_same_thread=False)
        except sqlite3.Error as error:
            raise MemoryFileError(f"{self.path} cannot be opened; check the folder's permissions.") from error
        try:
            saver = SqliteSaver(file, serde=JsonPlusSerializer(allowed_msgpack_modules=_allowed()))
            yield flow.compile(checkpointer=saver), saver
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise MemoryFileError(f"{self.path} is damaged or cannot be written; move it away.") from error
        finally:
            file.close()


def _config(turn: int) -> dict[str, Any]:
    return {"configurable": {"thread_id": str(turn)}}


def _turns(saver: Any) -> list[int]:
    return sorted({int(kept.config["configurable"]["thread_id"]) for kept in saver.list(None)})


def _allowed() -> list[tuple[str, str]]:
    """Every dataclass of the modules that results come from."""
    from importlib import import_module

    there = ((name, thing) for name in RESULT_MODULES for thing in vars(import_module(name)).values())
    return [(name, thing.__name__) for name, thing in there if isinstance(thing, type) and thing.__module__ == name]


def _without_result(message: BaseMessage) -> BaseMessage:
    """Typed results are kept once, with their steps."""
    return message.model_copy(update={"artifact": None}) if isinstance(message, ToolMessage) else message


def _with_results(messages: list[BaseMessage], steps: tuple[Step, ...]) -> tuple[BaseMessage, ...]:
    waiting = iter(steps)
    return tuple(
        message.model_copy(update={"artifact": next(waiting).result}) if isinstance(message, ToolMessage) else message
        for message in messages
    )


def _tuples(value: Any) -> Any:
    """Results as they were: the file knows lists only, results hold tuples only."""
    if isinstance(value, list):
        return tuple(_tuples(entry) for entry in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = {part.name: _tuples(getattr(value, part.name)) for part in dataclasses.fields(value) if part.init}
        return dataclasses.replace(value, **told)
    return value


def _cut(result: Any) -> Any:
    """A result with no more objects than are kept."""
    if isinstance(getattr(result, "objects", None), tuple):
        return dataclasses.replace(result, objects=result.objects[:MAX_KEPT])
    return result
