"""Changed roads as the difference of what either date shows (post-classification comparison). Knows no network.

No label of a changed road is to be had for real pairs, but road masks of single images are; on real pairs, roads of the
later date that the earlier one lacks agree better with what people say than roads of a network that was taught changed
ones on composed pairs. Where that network is the surer of both, it is believed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from mci_model.architecture.ground_heads import STRIDE
from mci_model.settings import BACKGROUND, BUILDING, ROAD

TOLERANCE = 5
"""Cells of STRIDE pixels: the side of the square in which a road of the other date is the same one."""

Map = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class RoadChange:
    """Of one pair."""

    changed: Map
    """(H, W) probability that there is a road at one date alone."""
    appeared: Map
    """(H, W) share of it that is of the later date, 0-1."""


def road_changes(road_logits: torch.Tensor) -> list[RoadChange]:
    """(2B, H/4, W/4) logits of a road, the earlier dates first -> the changes of each pair, at full resolution."""
    before, after = road_logits.float().sigmoid()[:, None].chunk(2)
    appeared, lost = after * (1 - _near(before)), before * (1 - _near(after))
    full = functional.interpolate(
        torch.cat([appeared, lost], dim=1), scale_factor=STRIDE, mode="bilinear", align_corners=False
    )
    return [_change(new, old) for new, old in full.cpu().numpy()]


def with_roads(classes: Map, road: Map) -> Map:
    """(3, H, W) class probabilities in which roads are as likely as the map or the classes say, whichever is surer.

    Buildings keep their probabilities.
    """
    other = 1 - classes[BUILDING]
    result = classes.copy()
    result[ROAD] = np.minimum(np.maximum(road * other, classes[ROAD]), other)
    result[BACKGROUND] = other - result[ROAD]
    return result


def _near(road: torch.Tensor) -> torch.Tensor:
    return functional.max_pool2d(road, TOLERANCE, stride=1, padding=TOLERANCE // 2)


def _change(new: Map, old: Map) -> RoadChange:
    both = new + old
    share = np.divide(new, both, out=np.full_like(new, 0.5), where=both > 0)
    return RoadChange(np.maximum(new, old), share)
