"""Protocol of the network that makes the vectors of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mci_model.change_predictor import NamedWeights
from tools.types import Pixels

Vectors = npt.NDArray[np.float32]


class ChangeEmbedder(NamedWeights, Protocol):
    """Embeds changes and sentences as vectors, which are comparable within the same weights."""

    @property
    def dimensions(self) -> int:
        """Length D of the vectors."""

    def embed_pair(self, before: Pixels, after: Pixels) -> Vectors:
        """(D,) of length 1 for two (H, W, 3) images."""

    def embed_pairs(self, pairs: Sequence[tuple[Pixels, Pixels]]) -> Vectors:
        """(n, D)."""

    def embed_image(self, image: Pixels) -> Vectors:
        """(D,) of length 1: the content of one date."""

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """(n, D)."""
