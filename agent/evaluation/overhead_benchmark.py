"""What the agent adds to a question: seconds that neither the tools nor the planner take, and the planner's memory."""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_core.messages import BaseMessage, ToolMessage
from langchain_core.outputs import ChatResult
from pydantic import Field

from agent.change_agent import ChangeAgent
from agent.models.embedded import EmbeddedModel, PlanFunction, shipped_planner
from agent.models.language_models import LanguageModel
from agent.planning.plan import PastTurn, Plan
from tools.benchmarks.sample_pairs import write_sample

QUESTIONS = (
    "What changed?",
    "How many buildings appeared?",
    "How large is the changed area in hectares?",
    "Show me where the roads changed.",
    "Which are the three largest buildings?",
    "What are these images?",
    "Why did this change, and how sure are you?",
)
MEBI = 2**20


@dataclass(frozen=True, slots=True)
class AgentSpeed:
    """Seconds a question; medians of questions that were asked before, so that pictures and maps lie there."""

    questions: int
    overhead: float
    """All but tools and planner."""
    worst_overhead: float
    planning: float
    plans: float
    """How often a question was planned, in the mean."""
    tools: float
    handed_kib: float
    """Mean text of results passed to the language model for a question; the embedded one reads none."""
    planner_mib: float
    """Memory that the planner takes when it is loaded and has planned."""


class _Timed:
    """A planner with a watch."""

    def __init__(self, plan: PlanFunction) -> None:
        self._plan, self.spent, self.plans = plan, 0.0, 0

    def plan(self, question: str, history: Sequence[PastTurn]) -> Plan:
        started = time.perf_counter()
        self.plans += 1
        try:
            return self._plan(question, history)
        finally:
            self.spent += time.perf_counter() - started


class _Watched(EmbeddedModel):
    """The embedded model, recording how much text of results it receives."""

    handed: list[int] = Field(default_factory=list)
    """Characters, a result each; copies of the model write into the same list."""

    def _generate(self, messages: list[BaseMessage], *others: Any, **named: Any) -> ChatResult:
        if isinstance(messages[-1], ToolMessage):
            self.handed.append(len(messages[-1].text))
        return super()._generate(messages, *others, **named)


def benchmark_agent(repeats: int = 3) -> AgentSpeed:
    """Ask each question of a drawn pair `repeats` times after a first round that is not counted."""
    before = _memory()
    timed = _Timed(shipped_planner())
    timed.plan(QUESTIONS[0], ())
    memory = _memory() - before
    overheads, planning, plans, working = list[float](), list[float](), list[int](), list[float]()
    with tempfile.TemporaryDirectory(prefix="terradelta-") as folder:
        pair = write_sample(Path(folder), seed=3)
        language_model = _Watched(planner=lambda: timed.plan)
        agent = ChangeAgent(LanguageModel(language_model, "embedded"))
        session = agent.open(pair.before, pair.after, Path(folder) / "work")
        for turn in range(repeats + 1):
            for question in QUESTIONS:
                timed.spent, timed.plans, started = 0.0, 0, time.perf_counter()
                answer = session.ask(question)
                whole, spent = time.perf_counter() - started, sum(step.seconds for step in answer.steps)
                if turn:
                    overheads.append(whole - spent - timed.spent)
                    planning.append(timed.spent)
                    plans.append(timed.plans)
                    working.append(spent)
    middle = statistics.median
    return AgentSpeed(
        questions=len(overheads),
        overhead=middle(overheads),
        worst_overhead=max(overheads),
        planning=middle(planning),
        plans=statistics.mean(plans),
        tools=middle(working),
        handed_kib=sum(language_model.handed) / 1024 / len(QUESTIONS) / (repeats + 1),
        planner_mib=memory / MEBI,
    )


def _memory() -> float:
    """Most memory this process ever had, bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak if sys.platform == "darwin" else peak * 1024)
