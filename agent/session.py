"""The agent a person talks to: eyes, brain, and sessions that remember their pairs, questions and results.

question -> brain plans -> tools run -> brain words -> numbers checked -> Answer
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware, ToolCallLimitMiddleware
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from agent import wording
from agent.brains import Brain, choose_brain, provider_errors
from agent.embedded_brain import to_steps
from agent.errors import ModelUnavailableError
from agent.grounding import ungrounded
from agent.steps import Answer, Step
from agent.toolbox import time_and_report, toolbox
from tools.artefacts import Artefact
from tools.change import Area, ChangeSummary, Description
from tools.exports import show
from tools.objects import ObjectCount
from tools.run_settings import RunSettings
from tools.workspace import AS_IT_LIES, Progress, Workspace
from tools.zones import ZonalChange

if TYPE_CHECKING:
    from langgraph.graph.state import CompiledStateGraph

    from mci_model import Predictor

INSTRUCTIONS = (
    "You answer questions about what changed between two images of one place, taken at two dates. Use the tools; they "
    "see the images, you do not. Call only the tools that the question needs. Every number in your answer must be one "
    "that a tool returned, with its unit; never estimate, add up or invent numbers. Pass on warnings that matter. If "
    "no tool can answer, say so. Areas of images without georeference are in pixels or percent. Answer briefly, in "
    "plain words."
)
MODEL_CALLS, TOOL_CALLS = 12, 16
"""At most this many a question, so that a confused model cannot go on forever."""


class ChangeAgent:
    """Eyes and a brain, loaded when first needed; open sessions with it."""

    def __init__(self, brain: Brain, weights: Path | None = None, device: str | None = None) -> None:
        self.brain = brain

        @cache
        def predictor() -> Predictor:
            from mci_model import load_predictor

            return load_predictor(weights, device=device)

        self.predictor = predictor

    @classmethod
    def load(
        cls, llm: str | BaseChatModel | None = None, *, weights: Path | str | None = None, device: str | None = None
    ) -> ChangeAgent:
        """An agent with the embedded brain and eyes, or with others.

        Args:
            llm: see `agent.brains.choose_brain`.
            weights: a .safetensors file to see with instead of the embedded weights.
            device: "cpu", "cuda", or None for the best there is.

        Raises:
            UnknownModelError, ModelUnavailableError: the language model cannot be used.
        """
        return cls(choose_brain(llm), None if weights is None else Path(weights), device)

    def session(
        self,
        folder: Path | str | None = None,
        progress: Progress | None = None,
        settings: RunSettings = AS_IT_LIES,
    ) -> Session:
        """A conversation without images yet; its files go to `folder` (default: a new temporary one)."""
        chosen = Path(tempfile.mkdtemp(prefix="terradelta-")) if folder is None else Path(folder)
        return Session(self.brain, Workspace(chosen, self.predictor, progress, settings=settings))

    def open(
        self,
        before: Path | str,
        after: Path | str,
        folder: Path | str | None = None,
        progress: Progress | None = None,
        settings: RunSettings = AS_IT_LIES,
    ) -> Session:
        """A conversation about two images, brought together and counted as the settings have it.

        Raises:
            RasterError, PairError: the images cannot be used or compared.
        """
        session = self.session(folder, progress, settings)
        session.workspace.open(Path(before), Path(after))
        return session


class Session:
    """One conversation: its pairs, what was asked, what was found."""

    def __init__(self, brain: Brain, workspace: Workspace) -> None:
        self.brain, self.workspace = brain, workspace
        self._messages: list[BaseMessage] = []
        self._steps: list[Step] = []
        self._graph: CompiledStateGraph[Any, Any, Any, Any] | None = None

    def ask(self, question: str) -> Answer:
        """Answer a question about the pairs of this session.

        Raises:
            ModelUnavailableError: the language model does not answer; the session is as it was before.
        """
        *_, last = self.follow(question)
        assert isinstance(last, Answer)
        return last

    def follow(self, question: str) -> Iterator[Step | Answer]:
        """Answer a question, giving each step when it is done and the answer at the end; errors as for `ask`."""
        sent = [*self._messages, HumanMessage(question)]
        received, first = list[BaseMessage](), 1 + len(self._steps)
        try:
            for update in self._agent().stream({"messages": sent}, stream_mode="updates"):
                before = len(to_steps(received))
                received += _messages(update)
                yield from to_steps(received, first)[before:]
        except provider_errors() as error:
            raise ModelUnavailableError(
                f"The language model {self.brain.name} did not answer ({type(error).__name__}); "
                "check that its server runs and its key is right, or use the embedded brain."
            ) from error
        steps = to_steps(received, first)
        questions = [str(m.content) for m in sent if isinstance(m, HumanMessage)]
        text, doubts = self._checked(received, steps, questions)
        self._steps += steps
        self._messages = [*sent, *received[:-1], AIMessage(text)]
        warnings = (*self._warnings(steps), *doubts)
        yield Answer(question, text, tuple(steps), self._pictures(steps), warnings, self._model(steps), self.brain.name)

    def _agent(self) -> CompiledStateGraph[Any, Any, Any, Any]:
        if self._graph is None:
            limits = (ModelCallLimitMiddleware(run_limit=MODEL_CALLS), ToolCallLimitMiddleware(run_limit=TOOL_CALLS))
            middleware: list[AgentMiddleware[Any, Any, Any]] = [time_and_report, *limits]
            tools = toolbox(self.workspace)
            self._graph = create_agent(self.brain.model, tools, system_prompt=INSTRUCTIONS, middleware=middleware)
        return self._graph

    def _checked(
        self, received: Sequence[BaseMessage], steps: list[Step], questions: list[str]
    ) -> tuple[str, tuple[str, ...]]:
        """The model's text if its numbers are all known, else the template's, with a warning."""
        text = received[-1].text.strip() if received and isinstance(received[-1], AIMessage) else ""
        if self.brain.embedded:
            return text, ()
        if not text:
            return wording.answer(steps), ("The language model gave no usable answer; this one is by template.",)
        if made_up := ungrounded(text, [*self._steps, *steps], questions):
            reason = f"The language model's answer held numbers that no tool returned ({', '.join(made_up)})"
            return wording.answer(steps), (f"{reason}; this answer is by template.",)
        return text, ()

    def _warnings(self, steps: list[Step]) -> list[str]:
        """What to beware of in the pairs that the steps looked at."""
        names = dict.fromkeys(getattr(step.result, "pair", None) for step in steps)
        pairs = [self.workspace.pair(name) for name in names if name is not None]
        warnings = [warning for pair in pairs for warning in self.workspace.card(pair).warnings]
        if any(_tells_of_roads(step.result) for step in steps) and (caution := self.workspace.predictor.road_caution):
            warnings.append(caution)
        return warnings

    def _pictures(self, steps: list[Step]) -> tuple[Artefact, ...]:
        """The files that show what the steps told of change, drawn now if no step has drawn them."""
        overlays: dict[str, list[str]] = {}
        for step in steps:
            if isinstance(step.result, ChangeSummary):
                overlays.setdefault(step.result.pair, []).append(step.result.overlay)
            elif isinstance(step.result, (Area, Description, ObjectCount, ZonalChange)):
                overlays.setdefault(step.result.pair, [])
        shown: list[Artefact] = []
        for name, drawn in overlays.items():
            wanted = drawn or [show(self.workspace, self.workspace.pair(name)).id]
            files = self.workspace.artefacts.of(name)
            shown += [artefact for artefact in files if artefact.kind != "overlay" or artefact.id in wanted]
        return tuple(shown)

    def _model(self, steps: list[Step]) -> str:
        if not any(step.tool != "inspect_pair" and step.error is None for step in steps):
            return "not used"
        predictor = self.workspace.predictor
        return f"{predictor.name} {predictor.sha256[:12]}".strip()


def _tells_of_roads(result: Any) -> bool:
    """Whether changed roads enter a result, or were asked for: that none was found may be a miss."""
    if isinstance(result, ChangeSummary):
        roads = [row for row in result.classes if row.object_class == "road"]
        return any(row.pixels > 0 for row in roads) or len(roads) == len(result.classes)
    if isinstance(result, ObjectCount):
        return result.object_class == "road" or any(thing.object_class == "road" for thing in result.objects)
    if isinstance(result, Area):
        return result.object_class == "road" or (result.object_class == "any" and result.pixels > 0)
    return False


def _messages(update: dict[str, Any]) -> list[BaseMessage]:
    """New messages of one step of the graph."""
    found: list[BaseMessage] = []
    for part in update.values():
        found += (part or {}).get("messages", [])
    return found
