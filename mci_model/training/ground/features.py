"""Features of samples from the frozen trunk, kept in memory, so that the heads train in minutes on a processor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from mci_model.architecture.ground_heads import STRIDE
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.land_cover_images import UNLABELLED
from mci_model.inference.predictor import normalise
from mci_model.prediction import Pixels
from mci_model.training.ground.samples import ChangeSample, DateSample

LEVELS = slice(-4, -1)
"""Of the trunk's maps: those at strides 4, 8 and 16."""
KNOWN = 0.7
"""Share of a cell that must be labelled for it to be one."""
Report = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Features:
    """N samples."""

    levels: tuple[torch.Tensor, ...]
    """Three maps (N, dates, C, rows, columns) in 16 bits."""
    labels: torch.Tensor
    """(N, SIDE / 4, SIDE / 4): shares of change or of road, or numbers of land cover."""
    background: torch.Tensor
    """(N,) weight of cells without change."""

    def __len__(self) -> int:
        return len(self.labels)


def change_features(
    network: ChangeInterpretationNetwork, samples: Iterable[ChangeSample], report: Report | None = None
) -> Features:
    """Features of pairs; labels are the share of each cell that changed."""
    rows, labels, weights = [], [], []
    for done, sample in enumerate(samples, 1):
        rows.append(_levels(network, np.stack([sample.before, sample.after])))
        shares = functional.avg_pool2d(torch.from_numpy(sample.label).float()[None], STRIDE)[0]
        labels.append(shares)
        weights.append(sample.background)
        if report:
            report(done)
    return Features(_stacked(rows), torch.stack(labels), torch.tensor(weights))


def cover_features(network: ChangeInterpretationNetwork, samples: Iterable[DateSample]) -> Features:
    """Features of single dates; labels are the land cover at the middle of each cell."""
    rows, labels = [], []
    for sample in samples:
        rows.append(_levels(network, sample.pixels[None]))
        middle = np.ascontiguousarray(sample.label[STRIDE // 2 :: STRIDE, STRIDE // 2 :: STRIDE])
        labels.append(torch.from_numpy(middle).long())
    return Features(_stacked(rows), torch.stack(labels), torch.ones(len(labels)))


def road_features(
    network: ChangeInterpretationNetwork, samples: Iterable[DateSample], report: Report | None = None
) -> Features:
    """Features of single dates; labels are the share of each cell that is road, below 0 where it is not known."""
    rows, labels = [], []
    for done, sample in enumerate(samples, 1):
        rows.append(_levels(network, sample.pixels[None]))
        known = torch.from_numpy(sample.label != UNLABELLED).float()[None]
        road = torch.from_numpy(sample.label == 1).float()[None]
        share = functional.avg_pool2d(road, STRIDE)[0]
        labels.append(torch.where(functional.avg_pool2d(known, STRIDE)[0] > KNOWN, share, -1.0))
        if report:
            report(done)
    return Features(_stacked(rows), torch.stack(labels), torch.ones(len(labels)))


@torch.inference_mode()
def _levels(network: ChangeInterpretationNetwork, images: Pixels) -> list[torch.Tensor]:
    raw = torch.from_numpy(images).permute(0, 3, 1, 2).float()
    return [level.half() for level in network.trunk(normalise(raw, network.settings))[LEVELS]]


def _stacked(rows: list[list[torch.Tensor]]) -> tuple[torch.Tensor, ...]:
    return tuple(torch.stack([levels[level] for levels in rows]) for level in range(len(rows[0])))
