"""Training batches: sampled, augmented pairs as tensors. Every batch is a function of (seed, step)."""

from __future__ import annotations

import logging
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch

from mci_model.data import augmentation
from mci_model.data.hybrids import RoadImages, hybrid
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, LabelledPair, PairFolder
from mci_model.data.road_pairs import road_pair
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.errors import DatasetError
from mci_model.prediction import Pixels
from mci_model.settings import NetworkSettings
from mci_model.text.vocabulary import NULL, Vocabulary
from mci_model.training.recipe import TrainingRecipe

logger = logging.getLogger(__name__)
MAX_READS = 20
TILE = 256
"""Pixels; larger images are scenes at another scale, and objects are pasted into tiles only."""
FIRST_TRAINING_SEED = 10_000
"""Rendered scenes with smaller seeds are reserved for samples and tests."""

ROAD_WORDS = frozenset(
    (
        "road roads roadside roadsides path paths pathway street streets lane lanes driveway driveways highway"
        " route routes track tracks crossroad crossroads intersection roundabout overpass viaduct parking parked"
        " lot lots square squares trail pavement"
    ).split()
)


WIDE = {
    "before": torch.float32,
    "after": torch.float32,
    "label": torch.int64,
    "has_roads": torch.bool,
    "appeared": torch.int64,
    "changed": torch.int64,
    "captions": torch.int64,
}
"""Types that network and losses take."""


@dataclass(frozen=True, slots=True)
class Batch:
    """B pairs of one side, as tensors of few bytes: they travel between processes and to a GPU."""

    before: torch.Tensor
    """(B, 3, side, side) raw RGB 0-255."""
    after: torch.Tensor
    label: torch.Tensor
    """(B, side, side) class ids."""
    has_roads: torch.Tensor
    """(B,) whether background is known to hold no changed road."""
    appeared: torch.Tensor
    """(B, side, side): 1 appeared, 0 disappeared, -1 unknown or no change."""
    changed: torch.Tensor
    """(B,): 1 changed, 0 unchanged, -1 unknown."""
    captions: torch.Tensor
    """(B, length) ids; a row of NULL where there is no caption."""

    def to(self, device: torch.device) -> Batch:
        """The batch on another device, in the types that network and losses take."""
        moved = {name: tensor.to(device, non_blocking=True) for name, tensor in self.tensors().items()}
        return Batch(**{name: tensor.to(WIDE[name]) for name, tensor in moved.items()})

    def pinned(self) -> Batch:
        """The batch in memory from which a GPU copies while it computes."""
        return Batch(**{name: tensor.pin_memory() for name, tensor in self.tensors().items()})

    def tensors(self) -> dict[str, torch.Tensor]:
        """The tensors by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


class BatchSource:
    """Samples batches from the recipe's splits and from rendered scenes."""

    def __init__(self, recipe: TrainingRecipe, settings: NetworkSettings, vocabulary: Vocabulary) -> None:
        self.recipe, self.settings, self.vocabulary = recipe, settings, vocabulary
        self.folders = [PairFolder(Path(recipe.data), split) for split, _ in recipe.splits]
        self.shares = [share for _, share in recipe.splits]
        self.roads = RoadImages(Path(recipe.roads)) if recipe.roads else None
        self.skipped: dict[str, str] = {}
        """Unreadable pairs so far: name and error."""
        rest = 1 - sum(self.shares)
        self._road_share = min(1.0, recipe.road_pairs / rest) if rest > 0 else 0.0

    def _sample(self, rng: np.random.Generator) -> tuple[LabelledPair, np.ndarray]:
        """A pair, and for each pixel whether an object appeared (1), disappeared (0) or it is unknown (-1)."""
        index = int(np.searchsorted(np.cumsum(self.shares), rng.random(), side="right"))
        if index == len(self.folders) and self.roads is not None and rng.random() < self._road_share:
            pair = road_pair(*self.roads.draw(rng), rng)
            return pair, np.where(pair.label > 0, 1, -1)
        if index == len(self.folders):
            return self._rendered(FIRST_TRAINING_SEED + int(rng.integers(self.recipe.rendered)))
        pair = _with_roads_from_captions(self._read(self.folders[index], rng))
        if max(pair.label.shape) <= TILE and rng.random() < self.recipe.hybrid:
            donor = self._read(self.folders[0], rng)
            pair = hybrid(pair, donor, self.roads, rng, scale=pair.label.shape[0] / donor.label.shape[0])
        # LEVIR-CD's changes are new buildings with rare demolitions (Chen and Shi 2020), so "appeared" is its default.
        return pair, np.where(pair.label > 0, 1, -1)

    def _read(self, folder: PairFolder, rng: np.random.Generator) -> LabelledPair:
        """A random pair of a split. An unreadable one is logged once, listed in `skipped`, and replaced.

        Raises:
            DatasetError: too many pairs in a row were unreadable.
        """
        for _ in range(MAX_READS):
            name = folder.names[rng.integers(len(folder))]
            try:
                return folder.read(name)
            except DatasetError as error:
                self.note_skipped({name: str(error)})
        raise DatasetError(
            f"{folder.folder}: {MAX_READS} pairs in a row are broken, the last one {name}; check the files."
        )

    def note_skipped(self, broken: dict[str, str]) -> None:
        """Add unreadable pairs, by name with the error, to `skipped`, and log those that are new."""
        for name, error in broken.items():
            if name not in self.skipped:
                self.skipped[name] = error
                logger.warning("Skipped: %s", error)

    @lru_cache(maxsize=1000)  # noqa: B019 - one source lives as long as its training
    def _rendered(self, seed: int) -> tuple[LabelledPair, np.ndarray]:
        rendered = render(compose(seed, unchanged=seed % 6 == 0))
        pair = LabelledPair(
            f"rendered_{seed}",
            rendered.before,
            rendered.after,
            rendered.label,
            has_roads=True,
            captions=rendered.captions,
        )
        disappeared = rendered.scene.count("buildings", "before") + rendered.scene.count("roads", "before") > 0
        return pair, np.where(pair.label > 0, 0 if disappeared else 1, -1)

    def _prepare(self, side: int, seed: tuple[int, ...]) -> tuple[LabelledPair, int]:
        """One augmented pair and the direction of its changes (1, 0 or -1)."""
        rng = np.random.default_rng(seed)
        pair, directions = self._sample(rng)
        direction = int(directions.max(initial=-1))
        pair = augmentation.turn(augmentation.crop(pair, side, rng), rng)
        if rng.random() < self.recipe.identical:
            pair = augmentation.repeat_one_date(pair, rng)
        elif rng.random() < self.recipe.swap:
            captions = () if pair.changed else pair.captions
            pair = replace(pair, before=pair.after, after=pair.before, captions=captions)
            direction = 1 - direction if direction >= 0 else -1
        after = augmentation.shift(pair.after, rng) if rng.random() < 0.3 else pair.after
        before, after = (self._degraded(image, rng) for image in (pair.before, after))
        return replace(pair, before=before, after=after), direction

    def _degraded(self, image: Pixels, rng: np.random.Generator) -> Pixels:
        """Relight the image, and degrade it with the recipe's probability."""
        relit = augmentation.relight(image, rng) if rng.random() < 0.8 else image
        return augmentation.degrade(relit, rng) if rng.random() < self.recipe.degraded else relit

    def batch(self, step: int) -> Batch:
        """The batch of this step, the same at every call."""
        rng = np.random.default_rng((self.recipe.seed, step))
        probabilities = np.array([probability for *_, probability in self.recipe.batches])
        side, count, _ = self.recipe.batches[rng.choice(len(probabilities), p=probabilities / probabilities.sum())]
        prepared = [self._prepare(side, (self.recipe.seed, step, row)) for row in range(count)]
        pairs = [pair for pair, _ in prepared]
        labels = torch.from_numpy(np.stack([pair.label for pair in pairs]))
        directions = torch.tensor([direction for _, direction in prepared], dtype=torch.int8)[:, None, None]
        return Batch(
            _images([pair.before for pair in pairs]),
            _images([pair.after for pair in pairs]),
            labels,
            torch.tensor([pair.has_roads for pair in pairs]),
            torch.where(labels > 0, directions, -1),
            torch.tensor([-1 if pair.changed is None else int(pair.changed) for pair in pairs], dtype=torch.int8),
            torch.tensor([self._caption_ids(pair, rng) for pair in pairs], dtype=torch.int32),
        )

    def _caption_ids(self, pair: LabelledPair, rng: np.random.Generator) -> list[int]:
        """One of the pair's sentences as ids, padded; only padding where there is none to train on."""
        length = self.settings.caption_length
        if not pair.captions or (self.settings.has_gate and not pair.changed):
            # Where a gate detects unchanged pairs, the decoder is trained on changed ones only.
            return [NULL] * length
        # The first of the five fixed sentences stands for all of them, as in the official training.
        sentence = pair.captions[rng.integers(len(pair.captions))] if pair.changed else UNCHANGED_SENTENCES[0]
        ids = self.vocabulary.encode(sentence, length)
        return ids + [NULL] * (length - len(ids))


def _with_roads_from_captions(pair: LabelledPair) -> LabelledPair:
    """Mark a pair as free of changed roads when none of its five captions mentions a road."""
    words = {word for sentence in pair.captions for word in sentence.split()}
    return replace(pair, has_roads=True) if words and not words & ROAD_WORDS else pair


def _images(images: list[np.ndarray]) -> torch.Tensor:
    return torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2)
