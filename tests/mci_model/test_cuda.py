"""The embedded eyes on an NVIDIA card see what they see on a processor; skipped where there is no card."""

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
def eyes():
    return load_predictor(device="cpu"), load_predictor(device="cuda")


def drawn(seed, side):
    """Rectangles on both dates, some of them on one only."""
    dice = np.random.default_rng(seed)
    before = dice.integers(60, 140, (side, side, 1), dtype=np.uint8).repeat(3, axis=2)
    after = before.copy()
    for _ in range(12):
        top, left = dice.integers(0, side - 40, 2)
        after[top : top + 30, left : left + 24] = dice.integers(120, 255, 3)
    return before, after


def real():
    names = sorted(path.name for path in (PAIRS / "A").iterdir())[:COUNT] if PAIRS.is_dir() else []
    return [tuple(decode(PAIRS / part / name, cv2.IMREAD_COLOR_RGB) for part in "AB") for name in names]


@pytest.mark.parametrize("side", [256, 300])
def test_drawn_pairs_look_the_same_to_both(eyes, side):
    slow, fast = (one.predict(*drawn(side, side)) for one in eyes)
    assert np.abs(slow.probabilities - fast.probabilities).max() < 0.02
    assert (slow.mask != fast.mask).mean() < 0.001
    assert abs(slow.changed - fast.changed) < 0.01


def test_real_pairs_get_the_same_mask_and_words(eyes):
    pairs = real()
    if not pairs:
        pytest.skip("there are no real pairs here")
    slow, fast = (one.predict_batch(pairs) for one in eyes)
    differing = [float((a.mask != b.mask).mean()) for a, b in zip(slow, fast, strict=True)]
    assert max(differing) < 0.002, differing
    assert sum(a.caption != b.caption for a, b in zip(slow, fast, strict=True)) <= 1
