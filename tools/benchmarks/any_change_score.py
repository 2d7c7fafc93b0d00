"""`terradelta evaluate any`: change of any kind on planted ground, on unchanged pairs, and on labelled data sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.data.any_change_pairs import AnyChangeFolder
from mci_model.data.augmentation import relight
from mci_model.data.labelled_pairs import PairFolder
from mci_model.data.land_cover_images import LandCoverImages
from mci_model.data.planted_ground import plant_ground
from mci_model.evaluation.any_change import (
    Look,
    Map,
    PlantedObject,
    auc,
    plain_difference,
    planted_objects,
    recall,
    regions,
)
from mci_model.inference.predictor import Predictor
from mci_model.prediction import ANY_CHANGE_FROM, Pixels
from tools.alteration.mad import alteration
from tools.benchmarks.band_change_score import holds_bands, score_band_pairs
from tools.errors import UnknownClassError

PIECES = 3
"""Planted into each unchanged pair."""
Report = Callable[[int, int], None]


@dataclass
class _Tally:
    """What was found so far."""

    objects: list[PlantedObject] = field(default_factory=list)
    as_taken: list[int] = field(default_factory=list)
    """Regions on each unchanged pair."""
    relit: list[int] = field(default_factory=list)


def evaluate_any_change(
    predictor: Predictor,
    unchanged: PairFolder | None,
    cover: Sequence[Path],
    changes: Sequence[Path],
    *,
    seed: int = 0,
    progress: Report | None = None,
) -> dict[str, Any]:
    """Scores of a network's map of change of any kind, beside what needs no network.

    Args:
        predictor: a network that sees the ground.
        unchanged: captioned pairs; those that people call unchanged are used, as taken, relit, and with planted ground;
            None: only labelled pairs are judged.
        cover: folders of land-cover images, from whose held-out ones ground is planted.
        changes: folders of labelled pairs, whose held-out places are judged; of pairs of bands, all that have a label.
        seed: of light and of what is planted.
        progress: called with pairs done and pairs in all.

    Raises:
        UnknownClassError: the network does not see the ground.
        DatasetError: a folder holds no such data.
    """
    if not predictor.sees_ground:
        raise UnknownClassError("These weights tell changed buildings and roads alone; give weights with ground heads.")

    def look(before: Pixels, after: Pixels) -> Map:
        ground = predictor.predict(before, after).ground
        assert ground is not None, "the network sees the ground"
        return ground.changed

    looks: dict[str, Look] = {"network": look, "plain_difference": plain_difference, "mad": _mad, "ir_mad": _ir_mad}
    told = {} if unchanged is None else _on_unchanged(unchanged, cover, look, np.random.default_rng(seed), progress)
    return told | {"auc": {folder.name: _auc(folder, looks) for folder in changes}}


def _auc(folder: Path, looks: dict[str, Look]) -> dict[str, Any]:
    if holds_bands(folder):
        return score_band_pairs(folder, looks["network"])
    return auc(AnyChangeFolder(folder, held_out=True), looks)


def _on_unchanged(
    unchanged: PairFolder, cover: Sequence[Path], look: Look, rng: np.random.Generator, progress: Report | None
) -> dict[str, Any]:
    """What is found of planted ground, and how many regions on pairs in which nothing changed."""
    tally, images = _Tally(), LandCoverImages(cover, held_out=True)
    captions = unchanged.captions
    names = [name for name in unchanged.names if name in captions]
    for done, name in enumerate(names, 1):
        pair = unchanged.read(name)
        if pair.changed is False and not pair.label.any():
            _judge(pair.before, pair.after, look, images, rng, tally)
        if progress:
            progress(done, len(names))
    return {
        "planted": recall(tally.objects),
        "unchanged": {
            "pairs": len(tally.as_taken),
            "regions_a_pair": {"as_taken": _mean(tally.as_taken), "relit": _mean(tally.relit)},
        },
    }


def _judge(
    before: Pixels, after: Pixels, look: Look, images: LandCoverImages, rng: np.random.Generator, tally: _Tally
) -> None:
    tally.as_taken.append(regions(look(before, after), ANY_CHANGE_FROM))
    tally.relit.append(regions(look(relight(before, rng), relight(after, rng)), ANY_CHANGE_FROM))
    planted = plant_ground(before, after, images, rng, PIECES)
    marked = look(planted.before, planted.after) >= ANY_CHANGE_FROM
    tally.objects += planted_objects(planted.label, np.asarray(marked, bool))


def _mean(counts: Sequence[int]) -> float | None:
    return float(np.mean(counts)) if counts else None


def _mad(before: Pixels, after: Pixels) -> Map:
    return _altered(before, after, reweighted=False)


def _ir_mad(before: Pixels, after: Pixels) -> Map:
    return _altered(before, after, reweighted=True)


def _altered(before: Pixels, after: Pixels, *, reweighted: bool) -> Map:
    bands = [image.transpose(2, 0, 1).astype(np.float64) for image in (before, after)]
    valid: npt.NDArray[np.bool_] = np.ones(before.shape[:2], bool)
    return np.float32(1) - alteration(bands[0], bands[1], valid, reweighted=reweighted).no_change
