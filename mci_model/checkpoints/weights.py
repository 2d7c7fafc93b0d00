"""Weights on disk: NAME.safetensors, and NAME.json beside it with settings, vocabulary and the weights' SHA-256."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.checksum import file_sha256
from mci_model.errors import WeightsError
from mci_model.settings import NetworkSettings
from mci_model.text.vocabulary import Vocabulary

EMBEDDED_WEIGHTS = Path(__file__).parents[1] / "weights_data" / "embedded.safetensors"


@dataclass(frozen=True, slots=True)
class WeightsCard:
    """Content of the JSON file beside the weights."""

    settings: NetworkSettings
    vocabulary: Vocabulary
    sha256: str
    notes: dict[str, str]
    """Provenance: data, terms of use, the command that made the weights."""
    area: AreaCalibration | None = None
    """Calibration of measured building areas, if any."""

    @classmethod
    def read(cls, path: Path) -> WeightsCard:
        """Read the card of the weights at `path`.

        Raises:
            WeightsError: weights or card are missing or damaged.
        """
        card = path.with_suffix(".json")
        for needed in (path, card):
            if not needed.is_file():
                raise WeightsError(
                    f"{needed.name} is missing: weights are a .safetensors file with its .json beside it."
                )
        try:
            content = json.loads(card.read_text(encoding="utf-8"))
            vocabulary = Vocabulary(tuple(content["vocabulary"]))
            settings = NetworkSettings.from_json(content["settings"])
            sha256, notes = str(content["sha256"]), dict(content.get("notes", {}))
            area = AreaCalibration.from_json(content["area"]) if content.get("area") else None
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsError(
                f"{card.name} is not the card of a network's weights; convert or download it again."
            ) from error
        return cls(settings, vocabulary, sha256, notes, area)


def save_weights(
    network: ChangeInterpretationNetwork,
    vocabulary: Vocabulary,
    path: Path,
    *,
    notes: dict[str, str] | None = None,
    half: bool = False,
) -> Path:
    """Write a network and its card; with `half`, floats are stored in 16 bits. Each file is replaced atomically."""
    tensors = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    if half:
        tensors = {name: t.half() if t.is_floating_point() else t for name, t in tensors.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    partial, partial_card = path.with_suffix(".partial"), path.with_suffix(".json.partial")
    save_file(tensors, partial)
    card = {
        "sha256": file_sha256(partial),
        "notes": notes or {},
        "settings": network.settings.to_json(),
        "vocabulary": list(vocabulary.words),
    }
    partial_card.write_text(json.dumps(card, indent=1), encoding="utf-8")
    partial.replace(path)
    partial_card.replace(path.with_suffix(".json"))
    return path


def write_area(path: Path, area: AreaCalibration) -> None:
    """Write a calibration of areas to the card of the weights at `path`."""
    card = path.with_suffix(".json")
    content = json.loads(card.read_text(encoding="utf-8")) | {"area": area.to_json()}
    partial = card.with_suffix(".json.partial")
    partial.write_text(json.dumps(content, indent=1), encoding="utf-8")
    partial.replace(card)


def load_network(path: Path) -> tuple[ChangeInterpretationNetwork, WeightsCard]:
    """The network of the weights at `path`, in float32 and ready to infer.

    Raises:
        WeightsError: missing, truncated or altered weights, or tensors that do not fit the settings.
    """
    card = WeightsCard.read(path)
    if file_sha256(path) != card.sha256:
        raise WeightsError(f"{path.name} is not the file its card names (SHA-256 differs); copy or convert it again.")
    try:
        tensors = load_file(path)
    except SafetensorError as error:
        raise WeightsError(f"{path.name} is damaged: {error}.") from error
    if len(card.vocabulary) != card.settings.vocabulary_size:
        raise WeightsError(
            f"{path.name}: {len(card.vocabulary)} words for {card.settings.vocabulary_size} word scores."
        )
    with torch.device("meta"):
        network = ChangeInterpretationNetwork(card.settings)
    try:
        floats = {name: t.float() if t.is_floating_point() else t for name, t in tensors.items()}
        network.load_state_dict(floats, assign=True)
    except RuntimeError as error:
        raise WeightsError(f"{path.name} does not fit its own settings: {error}") from error
    network.restore_tables()
    return network.eval(), card
