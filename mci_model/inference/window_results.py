"""What the network tells of windows, as arrays: classes with roads as they are decided, direction, ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from mci_model.architecture.ground_heads import STRIDE
from mci_model.architecture.network import Interpretation
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.inference.road_change import Map, RoadChange, road_changes, with_roads
from mci_model.prediction import Ground, Window
from mci_model.settings import BACKGROUND, BUILDING, ROAD


@dataclass(frozen=True, slots=True)
class WindowResult:
    """What the network tells of one window; maps may be larger than it."""

    classes: Map
    """(3, H, W) probabilities."""
    appeared: Map | None
    """(H, W)."""
    changed: float
    """Probability of any change, 0-1."""
    ground: Ground | None = None


def results(
    interpretation: Interpretation, windows: Sequence[Window], calibration: RoadCalibration | None
) -> list[WindowResult]:
    """The result of each window.

    Args:
        interpretation: of the batch, which may be longer.
        windows: of the batch; beyond a smaller one its image is mirrored.
        calibration: of how likely roads are.
    """
    assert interpretation.class_logits is not None
    classes = interpretation.class_logits.float().softmax(1).cpu().numpy()
    roads = [None] * len(classes) if interpretation.road_logits is None else road_changes(interpretation.road_logits)
    direction = interpretation.direction_logits
    appeared = [None] * len(classes) if direction is None else list(direction.float().sigmoid().cpu().numpy())
    changed, grounds = _changed(interpretation, classes, windows), _grounds(interpretation)
    found = []
    for row in range(len(windows)):
        road = roads[row]
        decided, direction_of = _with_roads(classes[row], appeared[row], road, calibration, changed[row])
        found.append(WindowResult(decided, direction_of, changed[row], grounds[row]))
    return found


def _with_roads(
    classes: Map, appeared: Map | None, road: RoadChange | None, calibration: RoadCalibration | None, changed: float
) -> tuple[Map, Map | None]:
    """Classes, and what appeared, with roads of either date where the network tells them, and as they are decided."""
    if road is not None:
        seen = with_roads(classes, road.changed)
        if appeared is not None:
            by_dates = (seen[ROAD] > classes[ROAD]) & (classes.argmax(0) != BUILDING)
            appeared = np.where(by_dates, road.appeared, appeared)
        classes = seen
    if calibration is not None:
        classes = calibration.weigh(classes, changed)
    return classes, appeared


def _changed(interpretation: Interpretation, classes: Map, windows: Sequence[Window]) -> list[float]:
    """By the gate; without one, where the mask is surest."""
    if interpretation.gate_logits is None:
        ground = (one[BACKGROUND, : w.height, : w.width] for one, w in zip(classes, windows, strict=False))
        return [float(1 - one.min()) for one in ground]
    gates: list[float] = interpretation.gate_logits.float().sigmoid().tolist()
    return gates


def _grounds(interpretation: Interpretation) -> list[Ground | None]:
    """The ground of each pair of a batch, at full resolution."""
    assert interpretation.class_logits is not None
    pairs = len(interpretation.class_logits)
    if interpretation.any_logits is None or interpretation.cover_logits is None:
        return [None] * pairs
    logits = functional.interpolate(
        interpretation.any_logits.float()[:, None], scale_factor=STRIDE, mode="bilinear", align_corners=False
    )
    changed = logits[:, 0].sigmoid().cpu().numpy()
    cells = interpretation.cover_logits.argmax(1).to(torch.uint8).cpu().numpy()
    covers = cells.repeat(STRIDE, axis=1).repeat(STRIDE, axis=2)
    return [Ground(changed[row], covers[[row, pairs + row]]) for row in range(pairs)]
