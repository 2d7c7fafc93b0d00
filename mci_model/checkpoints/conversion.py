"""Converts official weights and describes weights. Knows no command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from mci_model.checkpoints.official_checkpoint import read_official
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, WeightsCard, load_network, save_weights
from mci_model.errors import CheckpointError, JsonFileError, WeightsError
from mci_model.files.json_files import read_json
from mci_model.text.vocabulary import Vocabulary


def convert_official(checkpoint: Path, out: Path, vocabulary: Path | None = None) -> Path:
    """Write the official checkpoint's live tensors to `out` (.safetensors) with a card beside it.

    Args:
        checkpoint: the published MCI_model.pth, unmodified.
        out: where to write.
        vocabulary: its vocab.json ({word: id}); None: that of the embedded network, which equals the official one.

    Raises:
        CheckpointError: the checkpoint, the vocabulary or the name of the output cannot be used.
    """
    if out.suffix != ".safetensors":
        raise CheckpointError(f"{out.name}: weights end in .safetensors; choose such a name.")
    if not checkpoint.is_file():
        raise CheckpointError(f"{checkpoint.name} was not found; check the path.")
    words = WeightsCard.read(EMBEDDED_WEIGHTS).vocabulary if vocabulary is None else read_vocabulary(vocabulary)
    notes = {"source": f"converted from {checkpoint.name}", "use": "the terms of the checkpoint's authors apply"}
    return save_weights(read_official(checkpoint, words), words, out, notes=notes)


def read_vocabulary(path: Path) -> Vocabulary:
    """Read a vocab.json.

    Raises:
        WeightsError: it is missing or not such a file.
    """
    try:
        return Vocabulary.from_ids(read_json(path, TypeAdapter(dict[str, int])))
    except JsonFileError as error:
        raise WeightsError(f"{path.name} is not a vocabulary, {{word: id}} in JSON: {error.reason}.") from error


def describe_weights(path: Path | None = None) -> dict[str, Any]:
    """Settings, size and SHA-256 of weights, verified by loading them."""
    chosen = path or EMBEDDED_WEIGHTS
    network, card = load_network(chosen)
    return {
        "file": chosen.name,
        "megabytes": round(chosen.stat().st_size / 1e6, 1),
        "sha256": card.sha256,
        "notes": card.notes,
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "words": len(card.vocabulary),
        "settings": card.settings.to_json(),
    }
