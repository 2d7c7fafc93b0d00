"""What the archive asks of a network: predictions and vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Prediction
from tools.types import Pixels

Vectors = npt.NDArray[np.float32]


class PairPredictor(Protocol):
    """What tells masks and sentences; `mci_model.Predictor` does."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def sha256(self) -> str:
        """Of its weights."""

    def predict_batch(self, pairs: Sequence[tuple[Pixels, Pixels]]) -> list[Prediction]:
        """Interpret several pairs."""


class ChangeEmbedder(Protocol):
    """What turns changes and sentences into vectors that may be compared."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def sha256(self) -> str:
        """Of its weights: vectors of other weights must not be compared with these."""

    @property
    def dimensions(self) -> int:
        """Length D of the vectors."""

    def embed_pair(self, before: Pixels, after: Pixels) -> Vectors:
        """(D,) of length 1 for two (H, W, 3) images."""

    def embed_pairs(self, pairs: Sequence[tuple[Pixels, Pixels]]) -> Vectors:
        """(n, D)."""

    def embed_image(self, image: Pixels) -> Vectors:
        """(D,) of length 1: what is there, at one date."""

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """(n, D)."""
