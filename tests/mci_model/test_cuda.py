"""The embedded network predicts the same on an NVIDIA GPU as on a CPU; skipped without a GPU."""

import os
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from mci_model import load_predictor
from mci_model.data.labelled_pairs import decode

if not torch.cuda.is_available():
    pytest.skip("there is no NVIDIA card here", allow_module_level=True)

PAIRS = Path(os.environ.get("TERRADELTA_PAIRS", "../shared/data/levir/test"))
"""Folder with A and B."""
COUNT = 12


@pytest.fixture(scope="module")
def predictors():
    return load_predictor(device="cpu"), load_predictor(device="cuda")


def drawn(seed, side):
    """Rectangles on both dates, some of them on one only."""
    rng = np.random.default_rng(seed)
    before = rng.integers(60, 140, (side, side, 1), dtype=np.uint8).repeat(3, axis=2)
    after = before.copy()
    for _ in range(12):
        top, left = rng.integers(0, side - 40, 2)
        after[top : top + 30, left : left + 24] = rng.integers(120, 255, 3)
    return before, after


def real():
    names = sorted(path.name for path in (PAIRS / "A").iterdir())[:COUNT] if PAIRS.is_dir() else []
    return [tuple(decode(PAIRS / part / name, cv2.IMREAD_COLOR_RGB) for part in "AB") for name in names]


@pytest.mark.parametrize("side", [256, 300])
def test_drawn_pairs_look_the_same_to_both(predictors, side):
    slow, fast = (one.predict(*drawn(side, side)) for one in predictors)
    assert np.abs(slow.probabilities - fast.probabilities).max() < 0.02
    assert (slow.mask != fast.mask).mean() < 0.001
    assert abs(slow.changed - fast.changed) < 0.01


def test_real_pairs_get_the_same_mask_and_words(predictors):
    pairs = real()
    if not pairs:
        pytest.skip("there are no real pairs here")
    slow, fast = (one.predict_batch(pairs) for one in predictors)
    differing = [float((a.mask != b.mask).mean()) for a, b in zip(slow, fast, strict=True)]
    assert max(differing) < 0.002, differing
    assert sum(a.caption != b.caption for a, b in zip(slow, fast, strict=True)) <= 1
