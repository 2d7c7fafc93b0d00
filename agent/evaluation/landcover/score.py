"""Asking a judge what land cover labelled scenes show, and scoring its answers, beside simple baselines.

scenes of a split -> an answer for each, kept at once -> agreement with the true classes -> the same of the baselines
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from agent.evaluation.landcover.answer_cache import AnswerFile, CachedAnswer
from agent.evaluation.landcover.baseline import BaselineFigures, Described, Spread, baselines
from agent.evaluation.landcover.metrics import ClassFigures, Names, figures
from tools.errors import DatasetFolderError, ToolError
from tools.landcover.datasets import LabelledScene, SceneFolder
from tools.types import Progress

Judge = Callable[[LabelledScene], Names]
"""Tells the classes of a scene, of which it is shown the bands alone: a file's name often holds the class."""
MAX_TRAINING = 1000
"""Scenes of a train split, drawn at random, from which the nearest mean is taken."""


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """How a judge is asked."""

    judge: str
    """Its name, with all on which its answers depend: by it they are found again."""
    limit: int | None = None
    """At most so many scenes, drawn at random."""
    seed: int = 0
    """Of the random draw."""
    tokens: Callable[[], tuple[int, int]] | None = None
    """Tells how many tokens a language model has read and written so far."""


@dataclass(frozen=True, slots=True)
class TokenCount:
    """What a language model used for all answers, those kept from earlier runs among them."""

    read: int
    written: int


@dataclass(frozen=True, slots=True)
class LandCoverScore:
    """How well a judge tells land cover; shares are 0-1."""

    dataset: str
    judge: str
    images: int
    """Scenes that count."""
    accuracy: float
    """Share of the scenes whose classes are told exactly."""
    macro_f1: float
    micro_f1: float
    per_class: dict[str, ClassFigures]
    baseline: dict[str, BaselineFigures]
    refused: int
    """Scenes for which the judge gave no answer, which count as wrong."""
    refusals: dict[str, int]
    """Why, and how often each."""
    asked: int
    """Scenes that were put to it in this run; the other answers were kept from earlier ones."""
    skipped: dict[str, str]
    """Broken scenes, which count nowhere: name and what is wrong."""
    tokens: TokenCount | None


@dataclass(slots=True)
class _Asked:
    """The answers so far."""

    answers: list[CachedAnswer] = field(default_factory=list)
    truths: list[Names] = field(default_factory=list)
    spreads: list[Spread] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)
    new: int = 0


def score(
    scenes: SceneFolder,
    judge: Judge,
    options: ScoreOptions,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> LandCoverScore:
    """Ask a judge about the scenes of a split and compare.

    Args:
        scenes: the split.
        judge: who tells classes; a ToolError of it is a refusal, which counts as a wrong answer.
        options: how it is asked.
        cache: file of JSON lines in which answers are kept as they come, and found by a later run, which asks anew only
            where there was none; None: they are not kept.
        progress: called with the number of finished scenes, and of all, training scenes among them.

    Raises:
        DatasetFolderError: no scene could be read, or the file holds something else than answers.
    """
    names = _drawn(scenes.names, options.limit, options.seed)
    training = _drawn(scenes.training, MAX_TRAINING, options.seed)
    cache_file, done, total = AnswerFile(cache), _Asked(), len(names) + len(training)
    for place, name in enumerate(names, 1):
        _ask(scenes, name, judge, options, cache_file, done)
        if progress:
            progress(place, total)
    if not done.truths:
        reason = next(iter(done.skipped.values()), "")
        raise DatasetFolderError(f"{scenes.title}: no scene could be read. {reason}".strip())
    learnt = _described(scenes, training, len(names), progress)
    return _scored(scenes, options, done, learnt)


def _drawn(names: Sequence[str], limit: int | None, seed: int) -> Sequence[str]:
    if limit is None or limit >= len(names):
        return names
    return sorted(Random(f"{seed} scenes").sample(names, limit))  # noqa: S311 - no secret


def _ask(
    scenes: SceneFolder, name: str, judge: Judge, options: ScoreOptions, cache_file: AnswerFile, done: _Asked
) -> None:
    try:
        scene = scenes.read(name)
    except ToolError as error:
        done.skipped[name] = str(error)
        return
    known = cache_file.find(name, scene.sha256, options.judge)
    if known is None:
        known = _answer(scene, judge, options)
        cache_file.add(known)
        done.new += 1
    done.answers.append(known)
    done.truths.append(scene.names)
    done.spreads.append(scene.spread)


def _answer(scene: LabelledScene, judge: Judge, options: ScoreOptions) -> CachedAnswer:
    """Ask about a scene of which nothing is told but its bands."""
    before = options.tokens() if options.tokens else (0, 0)
    answer: Names = ()
    error = None
    try:
        answer = tuple(judge(replace(scene, name=scene.sha256[:12], names=())))
    except ToolError as refusal:
        error = str(refusal)
    after = options.tokens() if options.tokens else None
    used = after and (after[0] - before[0], after[1] - before[1])
    return CachedAnswer(scene.name, scene.sha256, options.judge, answer, error, used)


def _described(scenes: SceneFolder, names: Sequence[str], before: int, progress: Progress | None) -> Described:
    """Statistics of scenes to learn from; broken ones are passed over, since none of them counts."""
    spreads, truths = [], []
    for place, name in enumerate(names, 1):
        try:
            scene = scenes.read(name)
        except ToolError:
            continue
        spreads.append(scene.spread)
        truths.append(scene.names)
        if progress:
            progress(before + place, before + len(names))
    return Described(spreads, truths)


def _scored(scenes: SceneFolder, options: ScoreOptions, done: _Asked, learnt: Described) -> LandCoverScore:
    answers = [one.answer for one in done.answers]
    agreement = figures(done.truths, answers, scenes.classes, single=scenes.single)
    refusals = Counter(one.error for one in done.answers if one.error is not None)
    used = [one.tokens for one in done.answers if one.tokens]
    return LandCoverScore(
        dataset=scenes.title,
        judge=options.judge,
        images=len(done.truths),
        accuracy=agreement.accuracy,
        macro_f1=agreement.macro_f1,
        micro_f1=agreement.micro_f1,
        per_class=agreement.per_class,
        baseline=baselines(Described(done.spreads, done.truths), learnt, scenes.classes, single=scenes.single),
        refused=refusals.total(),
        refusals=dict(refusals.most_common()),
        asked=done.new,
        skipped=done.skipped,
        tokens=TokenCount(sum(read for read, _ in used), sum(written for _, written in used)) if used else None,
    )
