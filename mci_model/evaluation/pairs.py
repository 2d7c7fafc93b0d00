"""Evaluates a predictor on a split: masks, objects, probabilities, gate and captions, with constant baselines."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from mci_model.checkpoints.area_calibration import coverage
from mci_model.checkpoints.object_calibration import MarkedObject, held
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, LabelledPair, PairFolder
from mci_model.errors import DatasetError
from mci_model.evaluation.calibration import Reliability
from mci_model.evaluation.captions import as_ids, as_words, score_captions
from mci_model.evaluation.masks import Counts, always, class_score, confusion, interval, mean_iou
from mci_model.evaluation.objects import (
    ObjectMatch,
    buildings,
    count_objects,
    marked_objects,
    match_objects,
    object_scores,
)
from mci_model.evaluation.road_mentions import RoadMention, mention, road_by_captions
from mci_model.inference.predictor import Predictor, Progress
from mci_model.prediction import CHANGED_FROM, Prediction
from mci_model.settings import BUILDING, ROAD
from mci_model.text.vocabulary import Vocabulary

GENERIC_SENTENCE = "many houses are built on both sides of the road"
"""A sentence that roughly fits many changed pairs of LEVIR-CC: the constant baseline."""


@dataclass(slots=True)
class Tally:
    """Counts over a split."""

    names: list[str] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    marked: list[float] = field(default_factory=list)
    """Predicted building pixels of each pair."""
    labelled: list[float] = field(default_factory=list)
    """Labelled building pixels of each pair."""
    objects: list[ObjectMatch] = field(default_factory=list)
    marked_objects: list[list[MarkedObject]] = field(default_factory=list)
    """Of each pair, its marked buildings."""
    pixels: Reliability = field(default_factory=Reliability)
    gate: Reliability = field(default_factory=Reliability)
    gate_right: list[bool] = field(default_factory=list)
    gate_truth: list[bool] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    references: list[tuple[str, ...]] = field(default_factory=list)
    roads: list[RoadMention] = field(default_factory=list)
    same_count: list[bool] = field(default_factory=list)
    """Of pairs with marked buildings: whether there are as many in the other order."""
    skipped: dict[str, str] = field(default_factory=dict)
    """Unreadable pairs, which are not counted: name and error."""
    seconds: float = 0.0

    def add(self, pair: LabelledPair, prediction: Prediction) -> None:
        """Count one pair."""
        self.names.append(pair.name)
        self.counts.append(confusion(pair.label, prediction.mask, has_roads=pair.has_roads))
        objects = buildings(prediction)
        self.marked.append(float((objects > 0).sum()))
        self.labelled.append(float((pair.label == BUILDING).sum()))
        self.objects.append(match_objects(pair.label == BUILDING, objects))
        marked = marked_objects(pair.label == BUILDING, objects, prediction.probabilities[BUILDING])
        self.marked_objects.append(marked)
        self.pixels.add(prediction.probabilities[BUILDING], pair.label == BUILDING)
        if pair.changed is not None:
            self.gate.add(prediction.changed, pair.changed)
            self.gate_right.append((prediction.changed >= CHANGED_FROM) == pair.changed)
            self.gate_truth.append(pair.changed)
        if pair.captions:
            self.captions.append(prediction.caption)
            self.references.append(pair.captions)
            self.roads.append(mention(pair.captions, prediction))

    def add_swapped(self, prediction: Prediction, swapped: Prediction) -> None:
        """Count a pair that was looked at in the other order, too."""
        counts = [count_objects(buildings(one)) for one in (prediction, swapped)]
        if any(counts):
            self.same_count.append(counts[0] == counts[1])


def evaluate_pairs(
    predictor: Predictor, folder: PairFolder, progress: Progress | None = None, *, swapped: bool = True
) -> Tally:
    """Predict and count every pair of a split; only the prediction is timed.

    Args:
        predictor: the network.
        folder: the split.
        progress: called with pairs done and pairs in all.
        swapped: whether each pair is looked at in the other order, too.

    Raises:
        DatasetError: no pair of the split could be read.
    """
    tally = Tally()
    for number, name in enumerate(folder.names, start=1):
        try:
            pair = folder.read(name)
        except DatasetError as error:
            tally.skipped[name] = str(error)
            continue
        started = time.perf_counter()
        prediction = predictor.predict(pair.before, pair.after)
        tally.seconds += time.perf_counter() - started
        tally.add(pair, prediction)
        if swapped:
            tally.add_swapped(prediction, predictor.predict(pair.after, pair.before, beams=1))
        if progress:
            progress(number, len(folder))
    if not tally.names:
        raise DatasetError(
            f"{folder.folder} holds no pair that can be read. {next(iter(tally.skipped.values()), '')}".strip()
        )
    return tally


def report(tally: Tally, folder: PairFolder, predictor: Predictor) -> dict[str, Any]:
    """The scores of a split, as the contract names them (docs/evaluation.md)."""
    total = np.sum(tally.counts, axis=0)
    scenes = _meta_column(folder, "scene", tally.names)
    accuracy = float(np.mean(tally.gate_right)) if tally.gate_right else None
    building = asdict(class_score(total, BUILDING)) | {"interval": interval(tally.counts, scenes, BUILDING)}
    return {
        "pairs": len(tally.names),
        "captioned": len(tally.captions),
        "skipped": tally.skipped,
        "change": {
            "building": building | {"objects": object_scores(tally.objects)},
            "road": asdict(class_score(total, ROAD)) if folder.has_roads else None,
            "miou": mean_iou(total),
            "changed_accuracy": accuracy,
            "calibration_error": {
                "building_pixels": tally.pixels.error(),
                "building_pixels_above_0.05": tally.pixels.error(least=0.05),
                "changed": tally.gate.error(),
            },
            "area_interval": _area_interval(tally, predictor),
            "count_interval": _count_interval(tally, predictor),
            "object_probability": _object_probability(tally, predictor),
            "by_quality": _by_quality(tally, folder),
        },
        "road_by_captions": road_by_captions(tally.roads),
        "swap": {
            "same_count": float(np.mean(tally.same_count)) if tally.same_count else None,
            "pairs": len(tally.same_count),
        },
        "caption": _caption_scores(tally, tally.captions, predictor.vocabulary),
        "baseline": {
            "change": {"building": asdict(always(total, BUILDING)), "changed_accuracy": _majority(tally.gate_truth)},
            "caption": _constant_caption_scores(tally),
        },
        "seconds_per_pair": tally.seconds / max(1, len(tally.names)),
    }


def _meta_column(folder: PairFolder, name: str, names: list[str]) -> list[str]:
    """A column of the split's meta.csv by pair; without one, each pair has its own name as value."""
    table = folder.folder / "meta.csv"
    if not table.exists():
        return names
    with table.open(encoding="utf-8", newline="") as file:
        values = {row["name"]: row.get(name) or row["name"] for row in csv.DictReader(file)}
    return [values.get(pair, pair) for pair in names]


def _by_quality(tally: Tally, folder: PairFolder) -> dict[str, Any] | None:
    """Building scores by the column `quality` of meta.csv; None without it."""
    kinds = _meta_column(folder, "quality", tally.names)
    if len(set(kinds)) == len(kinds):
        return None
    totals = {
        kind: np.sum([c for c, k in zip(tally.counts, kinds, strict=True) if k == kind], axis=0)
        for kind in sorted(set(kinds))
    }
    return {kind: {"pairs": kinds.count(kind)} | asdict(class_score(total, BUILDING)) for kind, total in totals.items()}


def _area_interval(tally: Tally, predictor: Predictor) -> dict[str, float] | None:
    """Coverage of the calibrated intervals of building area on this split."""
    if predictor.area is None:
        return None
    return {"level": predictor.area.level, "coverage": coverage(predictor.area, tally.marked, tally.labelled)}


def _count_interval(tally: Tally, predictor: Predictor) -> dict[str, float] | None:
    """Coverage of the calibrated bounds of counts on this split."""
    if predictor.objects is None:
        return None
    true = [match.true for match in tally.objects]
    return {"level": predictor.objects.level, "coverage": held(predictor.objects, tally.marked_objects, true)}


def _object_probability(tally: Tally, predictor: Predictor) -> dict[str, Any] | None:
    """Of marked buildings held for none and of the others, how many there are, and the share that is labelled."""
    if predictor.objects is None or predictor.objects.weights is None:
        return None
    groups: dict[str, list[bool]] = {"held_for_none": [], "others": []}
    for one in (one for pair in tally.marked_objects for one in pair):
        doubtful = predictor.objects.doubts(one.pixels, one.probability)
        groups["held_for_none" if doubtful else "others"].append(one.is_real)
    return {
        name: {"objects": len(real), "labelled": float(np.mean(real)) if real else None}
        for name, real in groups.items()
    }


def _majority(truths: list[bool]) -> float | None:
    return max(float(np.mean(truths)), 1 - float(np.mean(truths))) if truths else None


def _caption_scores(tally: Tally, captions: list[str], vocabulary: Vocabulary) -> dict[str, Any] | None:
    """Scores on words for all, changed and unchanged pairs, and on ids as in the official code."""
    if not tally.captions:
        return None
    scores: dict[str, Any] = _by_change(tally, captions, as_words)
    scores["official"] = _by_change(tally, captions, lambda sentence: as_ids(sentence, vocabulary))
    return scores


def _by_change(tally: Tally, captions: list[str], formatted: Callable[[str], str]) -> dict[str, Any]:
    changed = [sentences[0] not in UNCHANGED_SENTENCES for sentences in tally.references]
    groups = {"all": [True] * len(changed), "changed": changed, "unchanged": [not c for c in changed]}
    scores = {}
    for name, members in groups.items():
        rows = [row for row, included in enumerate(members) if included]
        if rows:
            references = [[formatted(sentence) for sentence in tally.references[row]] for row in rows]
            scores[name] = asdict(score_captions([formatted(captions[row]) for row in rows], references))
    return scores


def _constant_caption_scores(tally: Tally) -> dict[str, Any] | None:
    """Scores of one sentence for every pair: "nothing changed" on all, a generic one on the changed."""
    if not tally.captions:
        return None
    unchanged = _by_change(tally, [UNCHANGED_SENTENCES[0]] * len(tally.captions), as_words)
    generic = _by_change(tally, [GENERIC_SENTENCE] * len(tally.captions), as_words)
    return {"all": unchanged["all"], "unchanged": unchanged.get("unchanged"), "changed": generic.get("changed")}
