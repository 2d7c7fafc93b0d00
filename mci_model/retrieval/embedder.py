"""From pairs, single dates and sentences to unit vectors that may be compared. Knows no file of images and no index."""

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
from mci_model.retrieval.frozen_features import glance, look_once, width
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import EMBEDDED_RETRIEVAL, load_towers
from mci_model.text.sentence_model import read_in_batches

Vector = npt.NDArray[np.float32]
MIN_WEIGHT = 1e-3
"""What a window counts in which surely nothing changed: where nothing changed anywhere, all count the same."""


class ChangeEmbedder:
    """Frozen eyes and trained towers; a sentence stands near the changes, or the places, that it tells of."""

    def __init__(self, towers: ChangeTowers, predictor: Predictor, *, name: str, sha256: str = "") -> None:
        """Take over towers, on the predictor's device.

        Args:
            towers: trained on this predictor's eyes.
            predictor: whose network sees.
            name: what to call the embedding in records and indexes.
            sha256: of the towers' weights; vectors of another one must not be compared with these.
        """
        self.predictor, self.name, self.sha256 = predictor, name, sha256
        self.towers: ChangeTowers = towers.to(predictor.device).eval()

    @property
    def dimensions(self) -> int:
        """Length D of the vectors."""
        return self.towers.settings.dimensions

    def embed_pair(self, before: Image, after: Image) -> Vector:
        """What became: the change from one date to the other.

        Images with a side under 256 pixels are enlarged; larger ones are seen in windows, which count by how surely
        something changed in them. The same pair with its dates swapped is another vector.

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
        """What is here: one date alone, (D,) of length 1. All windows count the same; else as `embed_pair`.

        `text @ embed_image(after) - text @ embed_image(before)` then says how far the text became true.
        """
        _check(image)
        seen = self.towers.see_date(look_once(self.predictor.network, self._tensor(_cut(image))))
        return _unit(seen.mean(0))

    @torch.inference_mode()
    def embed_text(self, texts: Sequence[str]) -> Vector:
        """(n, D): English sentences or words, each of length 1; what comes after 128 pieces of words is not read."""
        device = self.predictor.device
        cleaned = [text.strip(" .?!").lower() for text in texts]
        read = [self.towers.read(some.states.to(device), some.mask.to(device)) for some in read_in_batches(cleaned)]
        return torch.cat(read).cpu().numpy() if read else np.zeros((0, self.dimensions), np.float32)

    @torch.inference_mode()
    def _embed(self, before: Image, after: Image, *, both_ways: bool) -> Vector:
        """(ways, D): the windows' vectors, added up."""
        _check(before)
        _check(after)
        if before.shape != after.shape:
            raise ImageShapeError(f"The two images differ in size: {before.shape[:2]} and {after.shape[:2]}.")
        total = torch.zeros(1 + both_ways, self.dimensions, device=self.predictor.device)
        for one, other in zip(_cut(before), _cut(after), strict=True):
            seen = glance(self.predictor.network, self._tensor([one]), self._tensor([other]), both_ways=both_ways)
            dates = torch.cat([seen.dates, seen.dates.flip(1)])[: 1 + both_ways]
            vectors = self.towers.see_pair(dates, seen.evidence[0])[1]
            total += (seen.changed + MIN_WEIGHT) * vectors
        return _unit(total)

    def _tensor(self, images: Sequence[Image]) -> torch.Tensor:
        raw = torch.from_numpy(np.stack(images)).to(self.predictor.device).permute(0, 3, 1, 2).float()
        return normalise(raw, self.predictor.network.settings).contiguous(memory_format=torch.channels_last)


def load_embedder(weights: Path | str | None = None, predictor: ChangePredictor | None = None) -> ChangeEmbedder:
    """Load the embedded change embedding, or the one at `weights` (.safetensors with its .json beside it).

    Args:
        weights: towers to use instead of the embedded ones.
        predictor: whose eyes to use; None: the embedded ones. They must be those that the towers were taught on.

    Raises:
        WeightsError: the weights are missing, damaged or foreign, or belong to other eyes.
    """
    chosen = EMBEDDED_RETRIEVAL if weights is None else Path(weights)
    towers, card = load_towers(chosen)
    eyes = predictor or load_predictor()
    if not isinstance(eyes, Predictor) or eyes.sha256 != card.eyes or width(eyes.network) != card.settings.channels:
        raise WeightsError(
            f"{chosen.name} was taught on other eyes than {eyes.name!r} (SHA-256 {card.eyes[:12]}, not "
            f"{eyes.sha256[:12]}); search with those, or teach it anew: python -m mci_model.train_retrieval"
        )
    return ChangeEmbedder(towers, eyes, name=chosen.stem, sha256=card.sha256)


def _cut(image: Image) -> list[Image]:
    """Windows of 256 x 256 that cover the image, which is enlarged where a side is shorter."""
    height, width_ = image.shape[:2]
    scale = SIDE / min(height, width_, SIDE)
    if scale > 1:
        size = (max(SIDE, round(width_ * scale)), max(SIDE, round(height * scale)))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    return [image[window.slices] for window in windows(*image.shape[:2])]


def _unit(vectors: torch.Tensor) -> Vector:
    return torch.nn.functional.normalize(vectors, dim=-1).cpu().numpy()


def _check(image: Image) -> None:
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or 0 in image.shape:
        raise ImageShapeError(f"An image is (H, W, 3) uint8 RGB; this one is {image.shape} {image.dtype}.")
