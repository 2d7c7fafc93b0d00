"""Embeds pairs, single dates and sentences as comparable unit vectors. Knows no file of images and no index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch

from mci_model.change_predictor import ChangePredictor
from mci_model.errors import ImageShapeError, WeightsError
from mci_model.inference.predictor import Predictor, load_predictor, normalise
from mci_model.inference.windows import SIDE, Image, windows
from mci_model.retrieval.frozen_features import date_features, feature_width, pair_features
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import EMBEDDED_RETRIEVAL, load_towers
from mci_model.text.sentence_model import encode_in_batches

Vector = npt.NDArray[np.float32]
MIN_WEIGHT = 1e-3
"""Weight of a window that is certainly unchanged; in a wholly unchanged pair all windows weigh the same."""


class ChangeEmbedder:
    """A frozen network and trained towers that put a sentence near the changes, or the places, it describes."""

    def __init__(self, towers: ChangeTowers, predictor: Predictor, *, name: str, sha256: str = "") -> None:
        """Move the towers to the predictor's device.

        Args:
            towers: trained on the features of this predictor's network.
            predictor: whose network extracts the features.
            name: of the embedding in records and indexes.
            sha256: of the towers' weights; vectors of different weights must not be compared.
        """
        self.predictor, self.name, self.sha256 = predictor, name, sha256
        self.towers: ChangeTowers = towers.to(predictor.device).eval()

    @property
    def dimensions(self) -> int:
        """Length D of the vectors."""
        return self.towers.settings.dimensions

    def embed_pair(self, before: Image, after: Image) -> Vector:
        """Embed the change from one date to the other.

        Images with a side under 256 pixels are enlarged; larger ones are cut into windows, weighted by their
        probability of change. The same pair with its dates swapped has another vector.

        Args:
            before: (H, W, 3) uint8 RGB, any size.
            after: the same shape.

        Returns:
            (D,) of length 1.

        Raises:
            ImageShapeError: the arrays are not two RGB images of one size.
        """
        vector: Vector = self.embed_pairs([(before, after)])[0]
        return vector

    def embed_pairs(self, pairs: Sequence[tuple[Image, Image]]) -> Vector:
        """(n, D): several pairs, of any sizes; as `embed_pair`."""
        rows = [self._embed(before, after, both_ways=False)[0] for before, after in pairs]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def embed_both_ways(self, before: Image, after: Image) -> Vector:
        """(2, D): the pair, and the same pair with its dates swapped, for less work than two pairs; as `embed_pair`."""
        return self._embed(before, after, both_ways=True)

    @torch.inference_mode()
    def embed_image(self, image: Image) -> Vector:
        """Embed one date alone, (D,) of length 1; all windows weigh the same, otherwise as `embed_pair`.

        `text @ embed_image(after) - text @ embed_image(before)` measures how far the text became true.
        """
        _check_image(image)
        features = self.towers.encode_date(date_features(self.predictor.network, self._tensor(_windows_of(image))))
        return _unit(features.mean(0))

    @torch.inference_mode()
    def embed_text(self, texts: Sequence[str]) -> Vector:
        """(n, D): English sentences or words, each of length 1; texts are cut after 128 word pieces."""
        device = self.predictor.device
        cleaned = [text.strip(" .?!").lower() for text in texts]
        vectors = [
            self.towers.encode_text(batch.states.to(device), batch.mask.to(device))
            for batch in encode_in_batches(cleaned)
        ]
        return torch.cat(vectors).cpu().numpy() if vectors else np.zeros((0, self.dimensions), np.float32)

    @torch.inference_mode()
    def _embed(self, before: Image, after: Image, *, both_ways: bool) -> Vector:
        """(ways, D): the weighted sum of the windows' vectors, at unit length."""
        _check_image(before)
        _check_image(after)
        if before.shape != after.shape:
            raise ImageShapeError(f"The two images differ in size: {before.shape[:2]} and {after.shape[:2]}.")
        total = torch.zeros(1 + both_ways, self.dimensions, device=self.predictor.device)
        for first, second in zip(_windows_of(before), _windows_of(after), strict=True):
            features = pair_features(
                self.predictor.network, self._tensor([first]), self._tensor([second]), both_ways=both_ways
            )
            dates = torch.cat([features.dates, features.dates.flip(1)])[: 1 + both_ways]
            vectors = self.towers.encode_pair(dates, features.evidence[0])[1]
            total += (features.changed + MIN_WEIGHT) * vectors
        return _unit(total)

    def _tensor(self, images: Sequence[Image]) -> torch.Tensor:
        raw = torch.from_numpy(np.stack(images)).to(self.predictor.device).permute(0, 3, 1, 2).float()
        return normalise(raw, self.predictor.network.settings).contiguous(memory_format=torch.channels_last)


def load_embedder(weights: Path | str | None = None, predictor: ChangePredictor | None = None) -> ChangeEmbedder:
    """Load the embedded change embedding, or the one at `weights` (.safetensors with its .json beside it).

    Args:
        weights: towers to use instead of the embedded ones.
        predictor: whose network to use; None: the embedded one. It must be the one that the towers were trained on.

    Raises:
        WeightsError: the weights are missing, damaged or foreign, or were trained on another network.
    """
    path = EMBEDDED_RETRIEVAL if weights is None else Path(weights)
    towers, card = load_towers(path)
    used = predictor or load_predictor()
    fits = isinstance(used, Predictor) and feature_width(used.network) == card.settings.channels
    if not isinstance(used, Predictor) or not fits or used.sha256 != card.network_sha256:
        raise WeightsError(
            f"{path.name} was trained on another network than {used.name!r} (SHA-256 {card.network_sha256[:12]}, not "
            f"{used.sha256[:12]}); search with that one, or train it anew: python -m mci_model.train_retrieval"
        )
    return ChangeEmbedder(towers, used, name=path.stem, sha256=card.sha256)


def _windows_of(image: Image) -> list[Image]:
    """Windows of 256 x 256 that cover the image, which is enlarged first where a side is shorter."""
    height, width = image.shape[:2]
    scale = SIDE / min(height, width, SIDE)
    if scale > 1:
        size = (max(SIDE, round(width * scale)), max(SIDE, round(height * scale)))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    return [image[window.slices] for window in windows(*image.shape[:2])]


def _unit(vectors: torch.Tensor) -> Vector:
    return torch.nn.functional.normalize(vectors, dim=-1).cpu().numpy()


def _check_image(image: Image) -> None:
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or 0 in image.shape:
        raise ImageShapeError(f"An image is (H, W, 3) uint8 RGB; this one is {image.shape} {image.dtype}.")
