"""Weights on disk: NAME.safetensors, and NAME.json beside it with settings, vocabulary and the weights' SHA-256."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import torch
from pydantic import TypeAdapter
from safetensors.torch import save_file

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.checksum import file_sha256
from mci_model.checkpoints.object_calibration import ObjectCalibration
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.checkpoints.tensor_files import load_into
from mci_model.errors import JsonFileError, WeightsError
from mci_model.files.json_files import SETTINGS, read_json
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
    roads: RoadCalibration | None = None
    """Calibration of how likely roads are, if any."""
    objects: ObjectCalibration | None = None
    """Calibration of counted buildings, if any."""

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
            content = read_json(card, _in_file())
        except JsonFileError as error:
            raise WeightsError(
                f"{card.name} is not the card of a network's weights ({error.reason}); convert or download it again."
            ) from error
        settings, vocabulary = NetworkSettings.from_json(content.settings), Vocabulary(content.vocabulary)
        area = None if content.area is None else AreaCalibration.from_json(content.area)
        return cls(settings, vocabulary, content.sha256, content.notes, area, content.roads, content.objects)


@dataclass(frozen=True, slots=True)
class _CardInFile:
    settings: dict[str, Any]
    vocabulary: tuple[str, ...]
    sha256: str
    notes: dict[str, str] = field(default_factory=dict)
    area: dict[str, Any] | None = None
    roads: RoadCalibration | None = None
    objects: ObjectCalibration | None = None


@cache
def _in_file() -> TypeAdapter[_CardInFile]:
    return TypeAdapter(_CardInFile)


def save_weights(
    network: ChangeInterpretationNetwork,
    vocabulary: Vocabulary,
    path: Path,
    *,
    notes: dict[str, str] | None = None,
    half: bool = False,
) -> Path:
    """Write a network and its card. Each file is replaced atomically.

    With `half`, floats are stored in 16 bits, but for tensors with values that would be infinite there: the running
    variance of a product of features may be above 65504.
    """
    tensors = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    if half:
        tensors = {name: _halved(tensor) for name, tensor in tensors.items()}
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


def _halved(tensor: torch.Tensor) -> torch.Tensor:
    """A tensor in 16 bits, where it is one of floats and no finite value becomes infinite."""
    if not tensor.is_floating_point():
        return tensor
    half = tensor.half()
    return half if torch.equal(half.isfinite(), tensor.isfinite()) else tensor


def write_calibration(path: Path, **calibrations: AreaCalibration | RoadCalibration | ObjectCalibration) -> None:
    """Write calibrations, by the names of `WeightsCard`, to the card of the weights at `path`."""
    card = path.with_suffix(".json")
    content = read_json(card, SETTINGS) | {name: asdict(one) for name, one in calibrations.items()}
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
    if len(card.vocabulary) != card.settings.vocabulary_size:
        raise WeightsError(
            f"{path.name}: {len(card.vocabulary)} words for {card.settings.vocabulary_size} word scores."
        )
    network = load_into(path, partial(ChangeInterpretationNetwork, card.settings))
    network.restore_tables()
    return network.eval(), card
