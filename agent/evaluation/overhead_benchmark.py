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

from agent.change_agent import ChangeAgent
from agent.models.embedded import EmbeddedBrain, PlanFunction, shipped_planner
from agent.models.language_models import Brain
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
    tools: float
    planner_mib: float
    """Memory that the planner takes when it is loaded and has planned."""


class _Timed:
    """A planner with a watch."""

    def __init__(self, plan: PlanFunction) -> None:
        self._plan, self.spent = plan, 0.0

    def plan(self, question: str, history: Sequence[PastTurn]) -> Plan:
        started = time.perf_counter()
        try:
            return self._plan(question, history)
        finally:
            self.spent += time.perf_counter() - started


def benchmark_agent(repeats: int = 3) -> AgentSpeed:
    """Ask each question of a drawn pair `repeats` times after a first round that is not counted."""
    before = _memory()
    timed = _Timed(shipped_planner())
    timed.plan(QUESTIONS[0], ())
    memory = _memory() - before
    overheads, planning, working = list[float](), list[float](), list[float]()
    with tempfile.TemporaryDirectory(prefix="terradelta-") as folder:
        pair = write_sample(Path(folder), seed=3)
        agent = ChangeAgent(Brain(EmbeddedBrain(planner=lambda: timed.plan), "embedded"))
        session = agent.open(pair.before, pair.after, Path(folder) / "work")
        for turn in range(repeats + 1):
            for question in QUESTIONS:
                timed.spent, started = 0.0, time.perf_counter()
                answer = session.ask(question)
                whole, spent = time.perf_counter() - started, sum(step.seconds for step in answer.steps)
                if turn:
                    overheads.append(whole - spent - timed.spent)
                    planning.append(timed.spent)
                    working.append(spent)
    middle = statistics.median
    return AgentSpeed(
        len(overheads), middle(overheads), max(overheads), middle(planning), middle(working), memory / MEBI
    )


def _memory() -> float:
    """Most memory this process ever had, bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak if sys.platform == "darwin" else peak * 1024)
