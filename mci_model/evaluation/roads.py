"""Evaluates changed roads on composed pairs of held-out single images with road masks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from mci_model.data.augmentation import relight, shift
from mci_model.data.hybrids import RoadImages
from mci_model.data.road_pairs import road_pair
from mci_model.evaluation.masks import Counts, always, class_score, confusion, interval
from mci_model.inference.predictor import Predictor, Progress
from mci_model.settings import ROAD


def evaluate_roads(
    predictor: Predictor, images: RoadImages, count: int = 200, progress: Progress | None = None
) -> dict[str, Any]:
    """Scores of the class road on `count` composed pairs, each date relit separately, with a fixed seed.

    Args:
        predictor: to evaluate.
        images: held-out images with road masks.
        count: number of pairs; images are used in turn.
        progress: called with the number of pairs done and the total.
    """
    counts: list[Counts] = []
    sources: list[str] = []
    for number in range(count):
        rng = np.random.default_rng((1, number))
        pair = road_pair(*images.read(number), rng)
        before, after = relight(pair.before, rng), relight(shift(pair.after, rng), rng)
        prediction = predictor.predict(before, after)
        counts.append(confusion(pair.label, prediction.mask, has_roads=True))
        sources.append(images.files[number % len(images.files)][0].name)
        if progress:
            progress(number + 1, count)
    total = np.sum(counts, axis=0)
    return {
        "pairs": count,
        "images": len(images.files),
        "road": asdict(class_score(total, ROAD)) | {"interval": interval(counts, sources, ROAD)},
        "baseline": {"road": asdict(always(total, ROAD))},
    }
