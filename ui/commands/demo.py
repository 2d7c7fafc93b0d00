"""The demo: a rendered pair with known truth goes the whole way, and the answers stand beside the truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from agent import ChangeAgent
from tools.benchmarks.sample_pairs import SEEDS, write_sample
from tools.types import Progress

QUESTIONS = (
    "How many buildings appeared, and how large are they?",
    "And the roads?",
    "Show me where it changed, and describe it.",
)


def run_demo(folder: Path, progress: Progress | None = None) -> Iterator[str]:
    """Lines to print: each question, its answer, what is true, and where the pictures are."""
    agent = ChangeAgent.load()
    for seed in SEEDS:
        sample = write_sample(folder / f"scene{seed}", seed)
        session = agent.open(sample.before, sample.after, sample.before.parent, progress)
        yield f"Two dates of one place: {sample.before} and {sample.after.name}"
        for question in QUESTIONS:
            answer = session.ask(question)
            tools = ", ".join(step.tool for step in answer.steps)
            made_by = f"planner: {answer.planner}; network: {answer.model}"
            yield f"  ? {question}\n  = {answer.text}\n    ({tools}; {made_by})"
        truth = ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in sample.truth.items())
        yield f"  Truth of this drawn scene: {truth}"
        for artefact in session.workspace.artefacts:
            yield f"  {artefact.kind}: {artefact.path}"
        yield ""
    yield 'Ask about your own images: terradelta ask BEFORE AFTER "what changed?"   or open a page: terradelta chat'
