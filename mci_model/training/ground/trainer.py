"""Trains the ground heads on features in memory, and sets the threshold of the change head."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import nn
from torch.nn import functional

from mci_model.architecture.ground_heads import STRIDE, AnyChangeHead, DateHead
from mci_model.data.land_cover_images import UNLABELLED
from mci_model.evaluation.any_change import Map, regions
from mci_model.training.ground.features import Features
from mci_model.training.rate_schedule import warmed_cosine

BATCH, RATE, DECAY, WARM_UP = 16, 4e-3, 1e-3, 200
CLIPPED = 1.0
COVER_WEIGHTS = (1.0, 1.6, 2.0, 1.5, 2.0)
"""Of vegetation, bare and paved ground, buildings, water: vegetation is most of all labels."""
PARTLY = 0.02
"""Share of a cell that changed from which it is no background."""
THRESHOLDS = tuple(step / 50 for step in range(10, 48))
MOST_FALSE = 1.0
"""Regions on an unchanged pair, in the mean, that the threshold allows."""
Report = Callable[[int, float], None]
Turn = Callable[[torch.Tensor], torch.Tensor]


def train_change(head: AnyChangeHead, features: Features, steps: int, seed: int, report: Report | None = None) -> None:
    """Train the head of change of any kind, in place.

    Args:
        head: with random or earlier weights.
        features: of pairs.
        steps: of BATCH pairs.
        seed: of the batches.
        report: called with the step and its loss.
    """

    def loss(rows: torch.Tensor, turn: Turn) -> torch.Tensor:
        pairs = [turn(level[rows].float()) for level in features.levels]
        logits = head([torch.cat([pair[:, 0], pair[:, 1]]) for pair in pairs])
        label = turn(features.labels[rows])
        weight = torch.where(label > PARTLY, 1.0, features.background[rows][:, None, None])
        return _share_loss(logits, label, weight)

    _train(head, len(features), loss, steps, seed, report)


def train_cover(head: DateHead, features: Features, steps: int, seed: int, report: Report | None = None) -> None:
    """Train the head of land cover, in place; arguments as for `train_change`."""
    weights = torch.tensor(COVER_WEIGHTS)

    def loss(rows: torch.Tensor, turn: Turn) -> torch.Tensor:
        logits = head([turn(level[rows, 0].float()) for level in features.levels])
        label = turn(features.labels[rows])
        return functional.cross_entropy(logits, label, weight=weights, ignore_index=UNLABELLED)

    _train(head, len(features), loss, steps, seed, report)


def train_road(head: DateHead, features: Features, steps: int, seed: int, report: Report | None = None) -> None:
    """Train the head of roads, in place; arguments as for `train_change`."""

    def loss(rows: torch.Tensor, turn: Turn) -> torch.Tensor:
        logits = head([turn(level[rows, 0].float()) for level in features.levels])[:, 0]
        label = turn(features.labels[rows])
        return _share_loss(logits, label.clamp(min=0), (label >= 0).float())

    _train(head, len(features), loss, steps, seed, report)


def threshold(unchanged: Sequence[Map]) -> float:
    """The lowest probability at which unchanged pairs hold at most MOST_FALSE regions in the mean.

    Args:
        unchanged: (H, W) maps of the head for pairs that did not change.
    """
    for tried in THRESHOLDS:
        if sum(regions(one, tried) for one in unchanged) <= MOST_FALSE * len(unchanged):
            return tried
    return THRESHOLDS[-1]


@torch.no_grad()
def move_threshold(head: AnyChangeHead, probability: float) -> None:
    """Shift the head's logits, in place, so that this probability becomes one half."""
    assert head.judge.bias is not None
    head.judge.bias -= math.log(probability / (1 - probability))


@torch.inference_mode()
def change_map(head: AnyChangeHead, levels: Sequence[torch.Tensor]) -> Map:
    """(H, W) probabilities for one pair's maps (2, C, rows, columns)."""
    logits = head([level.float() for level in levels])[:, None]
    whole = functional.interpolate(logits, scale_factor=STRIDE, mode="bilinear", align_corners=False)
    probabilities: Map = whole[0, 0].sigmoid().numpy()
    return probabilities


def _train(
    head: nn.Module,
    count: int,
    loss_of: Callable[[torch.Tensor, Turn], torch.Tensor],
    steps: int,
    seed: int,
    report: Report | None,
) -> None:
    chance = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warmed_cosine(step, steps, WARM_UP, 0.01))
    head.train()
    for step in range(steps):
        rows = torch.randint(count, (BATCH,), generator=chance)
        loss = loss_of(rows, _flipped if torch.rand((), generator=chance) < 0.5 else _kept)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(head.parameters(), CLIPPED)
        optimiser.step()
        schedule.step()
        if report:
            report(step, float(loss.detach()))
    head.eval()


def _flipped(maps: torch.Tensor) -> torch.Tensor:
    return maps.flip(-1)


def _kept(maps: torch.Tensor) -> torch.Tensor:
    return maps


def _share_loss(logits: torch.Tensor, label: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Cross-entropy and half a Dice loss (Milletari et al. 2016), both weighted."""
    entropy = functional.binary_cross_entropy_with_logits(logits, label, weight, reduction="sum") / weight.sum()
    found = logits.sigmoid() * weight
    dice = 1 - (2 * (found * label).sum() + 1) / (found.sum() + (label * weight).sum() + 1)
    return entropy + 0.5 * dice
