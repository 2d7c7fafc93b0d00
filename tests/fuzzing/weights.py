"""Weights, their cards, and the official checkpoint: kinds, sizes, headers and archives that lie."""

from __future__ import annotations

import io
import json
import struct
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from safetensors.torch import save

from mci_model import load_predictor
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.conversion import convert_official, describe_weights
from mci_model.errors import ModelError
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import load_towers
from mci_model.settings import EMBEDDED, NetworkSettings
from mci_model.text.vocabulary import SPECIAL
from tests.fuzzing.mutations import EDGES, dice, json_bytes, mutate_bytes, mutate_json

WORDS = (*SPECIAL, "a", "house", "road", "is", "built", "the", "scene", "same")
AREA = {"level": 0.9, "edges": [300.0], "low": [0.5, 0.7], "high": [1.5, 1.2], "pairs": 100}


def mutated(seed: int, folder: Path) -> Path:
    """Weights in `folder`, a function of the seed."""
    rng = dice("weights", seed)
    kind = rng.choice(("network", "network", "towers", "checkpoint"))
    if kind == "checkpoint":
        return _checkpoint(rng, folder)
    tensors, card = _sound(kind)
    if rng.random() < 0.5:
        tensors = _mutate_tensors(rng, tensors)
    path = folder / f"{kind}.safetensors"
    path.write_bytes(tensors)
    card = card | {"sha256": sha256(tensors).hexdigest()}  # else nothing behind the checksum would be reached
    how = rng.random()
    if how < 0.3:
        card = card | {"settings": mutate_json(rng, card["settings"])}
    elif how < 0.4 and "area" in card:
        card = card | {"area": mutate_json(rng, card["area"])}
    content = json_bytes(rng, card) if rng.random() < 0.4 else json.dumps(card).encode()
    path.with_suffix(".json").write_bytes(content)
    return path


def attempt(path: Path) -> None:
    """Load them as `--weights`, `weights info` and `weights convert` do, and use them once."""
    try:
        if path.suffix == ".pth":
            convert_official(path, path.with_suffix(".safetensors"))
        elif path.stem == "towers":
            load_towers(path)
        else:
            json.dumps(describe_weights(path))
            picture = np.random.default_rng(0).integers(0, 255, (32, 32, 3), dtype=np.uint8)
            predictor = load_predictor(path, device="cpu")
            predictor.predict(picture, picture[::-1].copy())
            if predictor.area is not None:
                predictor.area.interval(500.0)
    except ModelError:
        return


def _mutate_tensors(rng: Random, content: bytes) -> bytes:
    """A header that names other types, shapes and places, of another length, or bytes changed anywhere."""
    if rng.random() < 0.3:
        return mutate_bytes(rng, content)
    (length,) = struct.unpack_from("<Q", content)
    if rng.random() < 0.2:
        return struct.pack("<Q", rng.choice((length + 1, length - 1, *EDGES)) % 2**64) + content[8:]
    header = json.loads(content[8 : 8 + length])
    name = rng.choice(sorted(header))
    if rng.random() < 0.3:
        header.pop(name)
    else:
        header[name] = mutate_json(rng, header[name])
    text = json.dumps(header).encode("utf-8", "surrogatepass")
    return struct.pack("<Q", len(text)) + text + content[8 + length :]


def _checkpoint(rng: Random, folder: Path) -> Path:
    parts: Any = {
        name: {"a.weight": torch.zeros(2, 2)} for name in ("encoder_dict", "encoder_trans_dict", "decoder_dict")
    }
    if rng.random() < 0.5:
        parts[rng.choice(sorted(parts))] = rng.choice((None, [], 3, {"a": 1}, {1: torch.zeros(1)}, torch.zeros(1)))
    buffer = io.BytesIO()
    torch.save(parts, buffer, _use_new_zipfile_serialization=rng.random() < 0.7)
    path = folder / "checkpoint.pth"
    path.write_bytes(mutate_bytes(rng, buffer.getvalue()) if rng.random() < 0.8 else buffer.getvalue())
    return path


@cache
def _sound(kind: str) -> tuple[bytes, dict[str, Any]]:
    """Bytes of small weights, and the fields of their card."""
    torch.manual_seed(0)
    if kind == "towers":
        settings = EmbeddingSettings(channels=4, dimensions=8, width=8, heads=2, layers=1, queries=2, text_width=8)
        network: torch.nn.Module = ChangeTowers(settings)
        card = {"eyes": "0" * 64, "notes": {"recipe": "{}"}, "settings": settings.to_json()}
    else:
        shape = _small_network()
        network = ChangeInterpretationNetwork(shape)
        card = {"notes": {"roads": "none"}, "settings": shape.to_json(), "vocabulary": list(WORDS), "area": AREA}
    tensors = save({name: tensor.contiguous() for name, tensor in network.state_dict().items()})
    return tensors, json.loads(json.dumps(card))


def _small_network() -> NetworkSettings:
    return replace(
        EMBEDDED, widths=(8, 8, 8, 16), neck_feedforward=16, decoder_width=16, decoder_heads=2, decoder_feedforward=16,
        segment_width=4, vocabulary_size=len(WORDS), caption_length=9,
    )  # fmt: skip
