"""Weights of the change embedding on disk: NAME.safetensors, and NAME.json beside it with settings and SHA-256.

The card also names the network (by the SHA-256 of its weights) on whose features the towers were trained: on those of
another network their vectors would be meaningless.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import torch
from pydantic import TypeAdapter
from safetensors.torch import save_file

from mci_model.checkpoints.checksum import file_sha256
from mci_model.checkpoints.tensor_files import load_into
from mci_model.errors import JsonFileError, WeightsError
from mci_model.files.json_files import read_json
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers

EMBEDDED_RETRIEVAL = Path(__file__).parents[1] / "weights_data" / "retrieval.safetensors"


@dataclass(frozen=True, slots=True)
class EmbeddingCard:
    """Content of the JSON file beside the weights."""

    settings: EmbeddingSettings
    sha256: str
    network_sha256: str
    """SHA-256 of the weights of the network that extracts the features; "eyes" in the file."""
    notes: dict[str, str]
    """Provenance: data with its SHA-256, terms of use, the command that made the weights."""


@dataclass(frozen=True, slots=True)
class _CardInFile:
    settings: dict[str, Any]
    sha256: str
    eyes: str
    notes: dict[str, str] = field(default_factory=dict)


@cache
def _in_file() -> TypeAdapter[_CardInFile]:
    return TypeAdapter(_CardInFile)


def save_embedding(towers: ChangeTowers, path: Path, *, network_sha256: str, notes: dict[str, str]) -> Path:
    """Write towers, in 16 bits, and their card; each file is replaced atomically."""
    tensors = {name: tensor.cpu().contiguous() for name, tensor in towers.state_dict().items()}
    tensors = {name: t.half() if t.is_floating_point() else t for name, t in tensors.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    partial, partial_card = path.with_suffix(".partial"), path.with_suffix(".json.partial")
    save_file(tensors, partial)
    card = {
        "sha256": file_sha256(partial),
        "eyes": network_sha256,
        "notes": notes,
        "settings": towers.settings.to_json(),
    }
    partial_card.write_text(json.dumps(card, indent=1), encoding="utf-8")
    partial.replace(path)
    partial_card.replace(path.with_suffix(".json"))
    return path


def read_card(path: Path) -> EmbeddingCard:
    """The card of the weights at `path`.

    Raises:
        WeightsError: weights or card are missing or damaged.
    """
    card = path.with_suffix(".json")
    for needed in (path, card):
        if not needed.is_file():
            raise WeightsError(f"{needed.name} is missing: weights are a .safetensors file with its .json beside it.")
    try:
        content = read_json(card, _in_file())
    except JsonFileError as error:
        raise WeightsError(
            f"{card.name} is not the card of a change embedding ({error.reason}); train or download it again."
        ) from error
    return EmbeddingCard(EmbeddingSettings.from_json(content.settings), content.sha256, content.eyes, content.notes)


def load_towers(path: Path) -> tuple[ChangeTowers, EmbeddingCard]:
    """The towers of the weights at `path`, in float32 and ready to embed.

    Raises:
        WeightsError: missing, truncated or altered weights, or tensors that do not fit the settings.
    """
    card = read_card(path)
    if file_sha256(path) != card.sha256:
        raise WeightsError(f"{path.name} is not the file its card names (SHA-256 differs); copy or train it again.")
    towers = load_into(path, partial(ChangeTowers, card.settings))
    return towers.requires_grad_(requires_grad=False).eval(), card


def tensors_sha256(tensors: list[torch.Tensor]) -> str:
    """SHA-256 over the bytes of some tensors: identifies training data."""
    digest = hashlib.sha256()
    for tensor in tensors:
        digest.update(tensor.cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()
