"""Asking an agent questions with known answers, with the true and with predicted masks, beside constant answers.

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

MaskSource = Literal["true_mask", "predicted_mask"]
MASK_SOURCES: tuple[MaskSource, ...] = get_args(MaskSource)
VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question."""

    question: ExamQuestion
    masks: MaskSource
    typed: Truth | None
    """The value in the results; None where they hold none."""
    stated: Truth | None
    """The value in the words."""
    right: bool
    answer: Answer
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """All that is needed to judge a failure."""
        question = self.question
        calls = [{"tool": step.tool, "arguments": step.arguments, "error": step.error} for step in self.answer.steps]
        return {
            "eyes": self.masks, "pair": question.pair, "view": question.view, "kind": question.kind,
            "form": question.form, "question": question.text, "truth": question.truth, "typed": self.typed,
            "told": self.stated, "right": self.right, "answer": self.answer.text, "calls": calls,
        }  # fmt: skip


@dataclass(slots=True)
class Examination:
    """All that was asked."""

    outcomes: list[Outcome] = field(default_factory=list)
    pairs: int = 0
    skipped: dict[str, str] = field(default_factory=dict)
    """Broken pairs, which count nowhere: name and what is wrong."""

    def of(self, kinds: Sequence[Kind], masks: MaskSource) -> list[Outcome]:
        """Outcomes of questions of these kinds with these masks."""
        return [one for one in self.outcomes if one.masks == masks and one.question.kind in kinds]


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
        predictor: the network whose masks are compared with the true ones; called once.
        limit: at most so many pairs, drawn at random.
        seed: of this draw and of the wordings.
        progress: called with the number of finished questions, and of all.

    Raises:
        DatasetError: no pair of the split could be read.
        ModelUnavailableError: the language model does not answer.
    """
    done = Examination()
    exam_questions = with_unanswerable(list(_questions(folder, limit, seed, done)), seed)
    predicted = predictor()
    for name in dict.fromkeys(question.pair for question in exam_questions):
        pair, here = folder.read(name), [question for question in exam_questions if question.pair == name]
        try:
            done.outcomes += _ask_about(pair, folder.files(name), here, language_model, predicted)
            done.pairs += 1
        except (ToolError, DatasetError) as error:
            done.skipped[name] = f"{name}: {error}"
        if progress:
            progress(len(done.outcomes) // len(MASK_SOURCES), len(exam_questions))
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
    exam_questions: Sequence[ExamQuestion],
    language_model: LanguageModel,
    predicted: ChangePredictor,
) -> list[Outcome]:
    """Outcomes with both mask sources; files of the conversations do not outlive it."""
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="terradelta-qa-") as place:
        for masks in MASK_SOURCES:
            workspaces = {
                view: _workspace(Path(place) / masks / view, view, files, pair, masks, predicted) for view in VIEWS
            }
            outcomes += [_outcome(question, masks, language_model, workspaces) for question in exam_questions]
    return outcomes


def _workspace(
    place: Path, view: View, files: tuple[Path, Path], pair: LabelledPair, masks: MaskSource, predicted: ChangePredictor
) -> Workspace:
    """A workspace that shows the pair in one way, with one mask source."""
    before, after = files
    shown = {"as it is": (before, after), "identical": (before, before), "swapped": (after, before)}[view]
    label = np.zeros_like(pair.label) if view == "identical" else pair.label
    truth = OraclePredictor(label, *pair.captions[:1])
    workspace = Workspace(place, lambda: truth if masks == "true_mask" else predicted)
    opened = workspace.open(*shown)
    if opened.size != pair.label.shape:
        raise DatasetError(f"its images are brought to {opened.size} pixels, which its label does not follow.")
    return workspace


def _outcome(
    question: ExamQuestion, masks: MaskSource, language_model: LanguageModel, workspaces: dict[View, Workspace]
) -> Outcome:
    """Ask in a conversation of its own, so that no question leans on another."""
    started = time.perf_counter()
    answer = Session(language_model, workspaces[question.view]).ask(question.text)
    seconds = time.perf_counter() - started
    typed, stated = _values(question, answer)
    if question.kind == "swapped":
        plain = _values(question, Session(language_model, workspaces["as it is"]).ask(question.text))
        typed, stated = (_same(here, there) for here, there in zip((typed, stated), plain, strict=True))
    right = all(agrees(question.form, value, question.truth) for value in (typed, stated))
    if question.kind == "unanswerable":
        # It says that it cannot; where a tool was called all the same, that is said of its result.
        right = stated == question.truth
    return Outcome(question, masks, typed, stated, right, answer, seconds)


def _values(question: ExamQuestion, answer: Answer) -> tuple[Truth | None, Truth | None]:
    return typed_value(question, answer), text_value(answer.text, question.form, question.object_class)


def _same(here: Truth | None, there: Truth | None) -> Truth | None:
    """Whether both orders of the images give one count, which need not be the true one."""
    return SAME if here is not None and here == there else None


def report(done: Examination) -> dict[str, Any]:
    """The scores, as docs/evaluation.md names them."""
    exam_questions = [kind for kind in KINDS if done.of([kind], "true_mask")]
    seconds = sorted(outcome.seconds for outcome in done.outcomes)
    return {
        "pairs": done.pairs,
        "questions": len(done.outcomes) // len(MASK_SOURCES),
        "skipped": done.skipped,
        "by_kind": {kind: _row(done, [kind]) for kind in exam_questions},
        "all": _row(done, MEASURED),
        **_counting(done),
        "seconds": {"p50": float(np.quantile(seconds, 0.5)), "p90": float(np.quantile(seconds, 0.9))},
    }


def _row(done: Examination, kinds: Sequence[Kind]) -> dict[str, Any]:
    exam_questions = [outcome.question for outcome in done.of(kinds, "true_mask")]
    row: dict[str, Any] = {"questions": len(exam_questions)}
    for masks in MASK_SOURCES:
        row[masks] = statistics.fmean(one.right for one in done.of(kinds, masks)) if exam_questions else None
    return row | {"baseline": baseline(exam_questions)}


def baseline(exam_questions: Sequence[ExamQuestion]) -> float | None:
    """The share of questions that constant answers get right: for each form of each kind the one that fits most."""
    forms = dict.fromkeys((question.kind, question.form) for question in exam_questions)
    groups = [[question for question in exam_questions if (question.kind, question.form) == one] for one in forms]
    right = sum(max(_fitting(group, guess.truth) for guess in group) for group in groups)
    return right / len(exam_questions) if exam_questions else None


def _fitting(group: Sequence[ExamQuestion], guess: Truth) -> int:
    return sum(agrees(question.form, guess, question.truth) for question in group)


def _counting(done: Examination) -> dict[str, Any]:
    """Mean absolute error of stated counts, how often it is at most one, and how often no count is stated."""
    truths = [one.question.truth for one in done.of(["count"], "true_mask")]
    commonest = statistics.mode(truths) if truths else None
    everyone = {"baseline": [_off(commonest, truth) for truth in truths]}
    for masks in MASK_SOURCES:
        everyone[masks] = [_off(one.stated, one.question.truth) for one in done.of(["count"], masks)]
    stated = {who: [error for error in errors if error is not None] for who, errors in everyone.items()}
    return {
        "count_mae": {who: statistics.fmean(errors) if errors else None for who, errors in stated.items()},
        "count_within_one": {
            who: sum(error <= 1 for error in stated[who]) / len(errors) if errors else None
            for who, errors in everyone.items()
        },
        "count_untold": {who: len(errors) - len(stated[who]) for who, errors in everyone.items() if who != "baseline"},
    }


def _off(said: Truth | None, truth: Truth) -> float | None:
    if isinstance(said, str) or isinstance(truth, str) or said is None:
        return None
    return float(abs(said - truth))
