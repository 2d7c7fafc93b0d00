"""Asking an agent questions with known answers, once with true and once with predicted eyes, beside constant answers.

questions -> a conversation for each -> typed value and value in words -> right where both are -> shares by kind
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from agent.answer import Answer
from agent.evaluation.qa.oracle_predictor import OraclePredictor
from agent.evaluation.qa.questions import (
    KINDS,
    MEASURED,
    SAME,
    ExamQuestion,
    Kind,
    Truth,
    View,
    questions,
    with_unanswerable,
)
from agent.evaluation.qa.text_answers import text_value
from agent.evaluation.qa.typed_answers import agrees, typed_value
from agent.models.language_models import LanguageModel
from agent.session import Session
from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.errors import DatasetError
from tools.errors import ToolError
from tools.types import Progress
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

EyesName = Literal["true_mask", "predicted_mask"]
EYES: tuple[EyesName, ...] = get_args(EyesName)
VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question."""

    question: ExamQuestion
    eyes: EyesName
    typed: Truth | None
    """The value in the results; None where they hold none."""
    told: Truth | None
    """The value in the words."""
    right: bool
    answer: Answer
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """All that is needed to judge a failure."""
        asked = self.question
        calls = [{"tool": step.tool, "arguments": step.arguments, "error": step.error} for step in self.answer.steps]
        return {
            "eyes": self.eyes, "pair": asked.pair, "view": asked.view, "kind": asked.kind, "form": asked.form,
            "question": asked.text, "truth": asked.truth, "typed": self.typed, "told": self.told, "right": self.right,
            "answer": self.answer.text, "calls": calls,
        }  # fmt: skip


@dataclass(slots=True)
class Examination:
    """All that was asked."""

    outcomes: list[Outcome] = field(default_factory=list)
    pairs: int = 0
    skipped: dict[str, str] = field(default_factory=dict)
    """Broken pairs, which count nowhere: name and what is wrong."""

    def of(self, kinds: Sequence[Kind], eyes: EyesName) -> list[Outcome]:
        """What came of questions of these kinds with these eyes."""
        return [one for one in self.outcomes if one.eyes == eyes and one.question.kind in kinds]


def examine(
    folder: PairFolder,
    language_model: LanguageModel,
    predictor: Callable[[], ChangePredictor],
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Examination:
    """Ask about the pairs of a split.

    Args:
        folder: the split.
        language_model: plans and words the answers.
        predictor: the network whose masks are held against the true ones; called once.
        limit: at most so many pairs, drawn by dice.
        seed: of these dice and of the wordings.
        progress: told questions asked and questions in all.

    Raises:
        DatasetError: no pair of the split could be read.
        ModelUnavailableError: the language model does not answer.
    """
    done = Examination()
    asked = with_unanswerable(list(_questions(folder, limit, seed, done)), seed)
    seen = predictor()
    for name in dict.fromkeys(question.pair for question in asked):
        pair, here = folder.read(name), [question for question in asked if question.pair == name]
        try:
            done.outcomes += _ask_about(pair, folder.files(name), here, language_model, seen)
            done.pairs += 1
        except (ToolError, DatasetError) as error:
            done.skipped[name] = f"{name}: {error}"
        if progress:
            progress(len(done.outcomes) // len(EYES), len(asked))
    if not done.outcomes:
        reason = next(iter(done.skipped.values()), "")
        raise DatasetError(f"{folder.folder} holds no pair that can be asked about. {reason}".strip())
    return done


def _questions(folder: PairFolder, limit: int | None, seed: int, done: Examination) -> Iterator[ExamQuestion]:
    names = folder.names
    if limit is not None and limit < len(names):
        names = sorted(Random(f"{seed} pairs").sample(names, limit))  # noqa: S311 - no secret
    for name in names:
        try:
            yield from questions(folder.read(name), seed)
        except DatasetError as error:
            done.skipped[name] = str(error)


def _ask_about(
    pair: LabelledPair,
    files: tuple[Path, Path],
    asked: Sequence[ExamQuestion],
    language_model: LanguageModel,
    seen: ChangePredictor,
) -> list[Outcome]:
    """Outcomes with both kinds of eyes; files of the conversations do not outlive it."""
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="terradelta-qa-") as place:
        for eyes in EYES:
            rooms = {view: _room(Path(place) / eyes / view, view, files, pair, eyes, seen) for view in VIEWS}
            outcomes += [_outcome(question, eyes, language_model, rooms) for question in asked]
    return outcomes


def _room(
    place: Path, view: View, files: tuple[Path, Path], pair: LabelledPair, eyes: EyesName, seen: ChangePredictor
) -> Workspace:
    """A workspace that shows the pair in one way, seen with certain eyes."""
    before, after = files
    shown = {"as it is": (before, after), "identical": (before, before), "swapped": (after, before)}[view]
    label = np.zeros_like(pair.label) if view == "identical" else pair.label
    truth = OraclePredictor(label, *pair.captions[:1])
    room = Workspace(place, lambda: truth if eyes == "true_mask" else seen)
    opened = room.open(*shown)
    if opened.size != pair.label.shape:
        raise DatasetError(f"its images are brought to {opened.size} pixels, which its label does not follow.")
    return room


def _outcome(
    question: ExamQuestion, eyes: EyesName, language_model: LanguageModel, rooms: dict[View, Workspace]
) -> Outcome:
    """Ask in a conversation of its own, so that no question leans on another."""
    started = time.perf_counter()
    answer = Session(language_model, rooms[question.view]).ask(question.text)
    seconds = time.perf_counter() - started
    typed, told = _values(question, answer)
    if question.kind == "swapped":
        plain = _values(question, Session(language_model, rooms["as it is"]).ask(question.text))
        typed, told = (_same(here, there) for here, there in zip((typed, told), plain, strict=True))
    right = all(agrees(question.form, value, question.truth) for value in (typed, told))
    if question.kind == "unanswerable":
        # It says that it cannot; where a tool was called all the same, that is said of its result.
        right = told == question.truth
    return Outcome(question, eyes, typed, told, right, answer, seconds)


def _values(question: ExamQuestion, answer: Answer) -> tuple[Truth | None, Truth | None]:
    return typed_value(question, answer), text_value(answer.text, question.form, question.object_class)


def _same(here: Truth | None, there: Truth | None) -> Truth | None:
    """Whether both orders of the images give one count, which need not be the true one."""
    return SAME if here is not None and here == there else None


def report(done: Examination) -> dict[str, Any]:
    """The scores, as docs/evaluation.md names them."""
    asked = [kind for kind in KINDS if done.of([kind], "true_mask")]
    seconds = sorted(outcome.seconds for outcome in done.outcomes)
    return {
        "pairs": done.pairs,
        "questions": len(done.outcomes) // len(EYES),
        "skipped": done.skipped,
        "by_kind": {kind: _row(done, [kind]) for kind in asked},
        "all": _row(done, MEASURED),
        **_counting(done),
        "seconds": {"p50": float(np.quantile(seconds, 0.5)), "p90": float(np.quantile(seconds, 0.9))},
    }


def _row(done: Examination, kinds: Sequence[Kind]) -> dict[str, Any]:
    asked = [outcome.question for outcome in done.of(kinds, "true_mask")]
    row: dict[str, Any] = {"questions": len(asked)}
    for eyes in EYES:
        row[eyes] = statistics.fmean(one.right for one in done.of(kinds, eyes)) if asked else None
    return row | {"baseline": baseline(asked)}


def baseline(asked: Sequence[ExamQuestion]) -> float | None:
    """The share of questions that constant answers get right: for each form of each kind the one that fits most."""
    forms = dict.fromkeys((question.kind, question.form) for question in asked)
    groups = [[question for question in asked if (question.kind, question.form) == one] for one in forms]
    right = sum(max(_fitting(group, guess.truth) for guess in group) for group in groups)
    return right / len(asked) if asked else None


def _fitting(group: Sequence[ExamQuestion], guess: Truth) -> int:
    return sum(agrees(question.form, guess, question.truth) for question in group)


def _counting(done: Examination) -> dict[str, Any]:
    """By how many a told count is off in the mean, how often by at most one, and how often none is told."""
    truths = [one.question.truth for one in done.of(["count"], "true_mask")]
    commonest = statistics.mode(truths) if truths else None
    everyone = {"baseline": [_off(commonest, truth) for truth in truths]}
    for eyes in EYES:
        everyone[eyes] = [_off(one.told, one.question.truth) for one in done.of(["count"], eyes)]
    told = {who: [error for error in errors if error is not None] for who, errors in everyone.items()}
    return {
        "count_mae": {who: statistics.fmean(errors) if errors else None for who, errors in told.items()},
        "count_within_one": {
            who: sum(error <= 1 for error in told[who]) / len(errors) if errors else None
            for who, errors in everyone.items()
        },
        "count_untold": {who: len(errors) - len(told[who]) for who, errors in everyone.items() if who != "baseline"},
    }


def _off(said: Truth | None, truth: Truth) -> float | None:
    if isinstance(said, str) or isinstance(truth, str) or said is None:
        return None
    return float(abs(said - truth))
