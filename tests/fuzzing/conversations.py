"""Stored conversations, continued as `--continue` does."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from agent.change_agent import ChangeAgent
from agent.errors import AgentError
from agent.loop.conversation_store import FILE
from agent.models.embedded import EmbeddedModel
from agent.models.language_models import LanguageModel
from agent.planning.plan import PlannedCall
from agent.session import Session
from mci_model.errors import ModelError
from mci_model.prediction import PartPrediction, Window
from tests.factories.predictors import KnownMaskPredictor
from tests.fuzzing.mutations import dice, json_bytes
from tools.benchmarks.sample_pairs import write_sample
from tools.errors import ToolError
from tools.workspace.workspace import Workspace


class Adapting(KnownMaskPredictor):
    """Knows what changed at the size of the sample pair, and that nothing did at any other, as settings may ask."""

    def predict_part(
        self, before: np.ndarray, after: np.ndarray, valid: np.ndarray, size: tuple[int, int], core: Window, *_: Any
    ) -> PartPrediction:
        if size != self.label.shape:
            return KnownMaskPredictor(np.zeros(size, np.uint8)).predict_part(before, after, valid, size, core)
        return super().predict_part(before, after, valid, size, core)


def mutated(seed: int, folder: Path) -> Path:
    """The file of a conversation in `folder`, a function of the seed."""
    path = folder / FILE
    path.write_bytes(json_bytes(dice("conversations", seed), _sound_conversation()))
    return path


def attempt(path: Path) -> None:
    """Continue it with one more question."""
    try:
        session = _agent().resume(path.parent)
        session.ask("How many buildings?")
    except (ToolError, AgentError, ModelError):
        return


def _agent() -> ChangeAgent:
    """An agent that plans the same call for every question, and knows what changed."""
    agent, known = ChangeAgent(_model()), Adapting()
    agent.predictor = lambda: known  # type: ignore[assignment,return-value]
    return agent


def _model() -> LanguageModel:
    plan = (PlannedCall("count_objects", {"object_class": "building"}),)
    return LanguageModel(EmbeddedModel(planner=lambda: lambda *_: plan), "planned")


@cache
def _sound_conversation() -> Any:
    folder = Path(tempfile.mkdtemp(prefix="fuzzed-talk-"))
    sample = write_sample(folder, seed=3)
    workspace = Workspace(folder / "out", KnownMaskPredictor)  # type: ignore[arg-type]
    workspace.open(sample.before, sample.after)
    with Session(_model(), workspace) as session:
        session.ask("How many buildings?")
    return json.loads((folder / "out" / FILE).read_text(encoding="utf-8"))
