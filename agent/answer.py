"""What happened while a question was answered, and the answer, as values. Knows no language model."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeVar, overload

from agent.errors import ResultError
from tools.html_table import html_list
from tools.json_values import to_json
from tools.outputs.artefacts import Artefact
from tools.outputs.inline_pictures import data_uri
from tools.workspace.run_settings import AS_IT_LIES, RunSettings

MARKER = re.compile(r"\[(\d{1,4})\]")
PICTURES: tuple[str, ...] = ("before", "after", "overlay", "thumbnail", "radar_picture")
MAX_SHOWN_PICTURES, MAX_SHOWN_OBJECTS, MAX_SHOWN_CHARS = 6, 20, 4_000
"""Of pictures, of objects in a list, and of characters of a result, in the HTML of one answer."""

LACKS_BANDS, TOO_COARSE = "lacks_bands", "too_coarse"
"""Of a refused tool's message: whether the images lack the bands for it."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Step:
    """One tool call with what came back."""

    tool: str
    arguments: dict[str, Any]
    result: Any
    """The tool's typed result, or None when it refused."""
    error: str | None
    """Why it refused, in a sentence."""
    seconds: float
    number: int = 0
    """Its place among the calls of the conversation, from 1: what a marker such as [3] in an answer refers to."""

    def to_json(self) -> dict[str, Any]:
        """As printed by `--json`: a refusal stands where the result would."""
        result = {"error": self.error} if self.error else to_json(self.result)
        return {
            "number": self.number,
            "tool": self.tool,
            "arguments": self.arguments,
            "result": result,
            "seconds": round(self.seconds, 3),
        }

    def _repr_html_(self) -> str:
        """For notebooks: the call in one line, and its result below."""
        shown = self.error or json.dumps(to_json(self.result, most=MAX_SHOWN_OBJECTS), indent=1, ensure_ascii=False)
        shown = shown if len(shown) <= MAX_SHOWN_CHARS else f"{shown[: MAX_SHOWN_CHARS - 1]}…"
        arguments = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        call = escape(f"[{self.number}] {self.tool}({arguments})")
        return f"<p><code>{call}</code> {self.seconds:.2f} s</p><pre>{escape(shown)}</pre>"


@dataclass(frozen=True, slots=True)
class PairFiles:
    """Which files a pair of the conversation is made of."""

    id: str
    before: str
    """Name, without a folder."""
    after: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Some words of a language model as they come, not checked yet; only the answer counts."""

    text: str
    anew: bool = False
    """Whether the words before were not good enough, and these begin the text again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and everything it rests on."""

    question: str
    text: str
    steps: tuple[Step, ...]
    overlays: tuple[Artefact, ...]
    """Files made while answering."""
    warnings: tuple[str, ...]
    model: str
    """Network: the weights' name and the start of their SHA-256."""
    planner: str
    """Name of the language model that planned; `embedded` for the shipped one."""
    pairs: tuple[PairFiles, ...] = ()
    """Pairs of the conversation."""
    settings: RunSettings = AS_IT_LIES
    """How the images were aligned, and which objects counted."""
    record: dict[str, Any] = field(init=False)
    """All of it as plain JSON values."""

    def __post_init__(self) -> None:
        artefacts = [{"id": a.id, "kind": a.kind, "path": str(a.path)} for a in self.overlays]
        record = {
            "question": self.question,
            "answer": self.text,
            "pairs": to_json(self.pairs),
            "settings": to_json(self.settings),
            "steps": [step.to_json() for step in self.steps],
            "artefacts": artefacts,
            "warnings": list(self.warnings),
            "model": self.model,
            "planner": self.planner,
        }
        object.__setattr__(self, "record", record)

    @overload
    def result(self, kind: type[Result]) -> Result: ...

    @overload
    def result(self, kind: str) -> Any: ...

    def result(self, kind: type[Any] | str) -> Any:
        """The one result of a kind; use `results` where an answer rests on several.

        Args:
            kind: type of the result, as listed in `terradelta.results`, or name of the tool that returned it.

        Raises:
            ResultError: no step, or more than one, has such a result.

        Examples:
            >>> import terradelta
            >>> from terradelta.results import ObjectCount
            >>> with terradelta.open("before.tif", "after.tif") as session:
            ...     answer = session.ask("How many buildings appeared?")
            >>> answer.result(ObjectCount).appeared
            7
            >>> answer.result("count_objects").object_class
            'building'
        """
        matches = self.results(kind)
        if len(matches) == 1:
            return matches[0]
        name = kind if isinstance(kind, str) else kind.__name__
        if matches:
            raise ResultError(f"This answer holds {len(matches)} results {name}; take one of answer.results({name}).")
        refused = [step.error for step in self.steps if step.error is not None and step.tool == name]
        if refused:
            raise ResultError(f"{name} has no result; it refused: {refused[-1]}")
        held = [f"{step.tool} ({type(step.result).__name__})" for step in self.steps if step.error is None]
        there = f"there is {', '.join(held)}" if held else "no step has one"
        raise ResultError(f"This answer holds no result {name}; {there}.")

    @overload
    def results(self, kind: type[Result]) -> tuple[Result, ...]: ...

    @overload
    def results(self, kind: str) -> tuple[Any, ...]: ...

    def results(self, kind: type[Any] | str) -> tuple[Any, ...]:
        """All results of a kind, in the order of the steps; empty where there is none.

        Args:
            kind: type of the results, as listed in `terradelta.results`, or name of the tool that returned them.
        """
        held = [step for step in self.steps if step.error is None]
        if isinstance(kind, str):
            return tuple(step.result for step in held if step.tool == kind)
        return tuple(step.result for step in held if isinstance(step.result, kind))

    def _repr_html_(self) -> str:
        """For notebooks: question, text, warnings and pictures, with the steps folded away; all text escaped."""
        warned = html_list([f"Warning: {warning}" for warning in self.warnings])
        steps = "".join(step._repr_html_() for step in self.steps)
        files = html_list([f"{artefact.kind}: {artefact.path}" for artefact in self.overlays])
        folded = f"<details><summary>{len(self.steps)} step(s), {len(self.overlays)} file(s)</summary>{steps}{files}"
        by = escape(f"Planned by {self.planner}; network: {self.model}.")
        return (
            f"<div><p><b>{escape(self.question)}</b></p><p>{self._marked_text()}</p>{warned}{self._pictures()}"
            f"{folded}<p><small>{by}</small></p></details></div>"
        )

    def _marked_text(self) -> str:
        """The escaped text, its step markers raised."""
        tools = {step.number: escape(step.tool) for step in self.steps}

        def raised(marker: re.Match[str]) -> str:
            tool = tools.get(int(marker[1]))
            return marker[0] if tool is None else f'<sup title="{tool}">{marker[0]}</sup>'

        return MARKER.sub(raised, escape(self.text)).replace("\n", "<br>")

    def _pictures(self) -> str:
        """The first pictures that are still there, small, inside the document."""
        shown = [artefact for artefact in self.overlays if artefact.kind in PICTURES][:MAX_SHOWN_PICTURES]
        drawn = [(artefact, uri) for artefact in shown if (uri := data_uri(artefact.path)) is not None]
        return "".join(
            f'<figure style="display: inline-block; margin: 4px"><img src="{uri}" width="256" '
            f'alt="{escape(artefact.kind)}"><figcaption>{escape(artefact.path.name)}</figcaption></figure>'
            for artefact, uri in drawn
        )
