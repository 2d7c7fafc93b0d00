"""The initial network: given weights extended by missing parts, or random weights on an ImageNet trunk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.architecture.trunk_registry import networks
from mci_model.checkpoints.weights import load_network
from mci_model.errors import DatasetError, WeightsError
from mci_model.settings import EMBEDDED
from mci_model.text.vocabulary import Vocabulary
from mci_model.training.recipe import TrainingRecipe


def start_network(recipe: TrainingRecipe, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network from which a training by `recipe` starts.

    Raises:
        DatasetError: the recipe names an unknown network.
        WeightsError: the initial weights or those of the trunk cannot be used.
    """
    if recipe.initial:
        return _extended(Path(recipe.initial), vocabulary)
    available = networks()
    if recipe.network not in available:
        raise DatasetError(f"There is no network {recipe.network!r}; choose {' or '.join(available)}.")
    network = ChangeInterpretationNetwork(replace(available[recipe.network], vocabulary_size=len(vocabulary)))
    network.trunk.start(recipe.trunk_weights)
    return network


def _extended(initial: Path, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network of the given weights, extended by the parts of the embedded network that it lacks."""
    given, card = load_network(initial)
    if card.vocabulary != vocabulary:
        raise WeightsError(f"{initial} was trained with another vocabulary.")
    settings = replace(card.settings, detail_width=EMBEDDED.detail_width, words_see_mask=EMBEDDED.words_see_mask)
    if settings.trunk != EMBEDDED.trunk or settings == card.settings:
        return given
    network = ChangeInterpretationNetwork(settings)
    shapes = {part: tensor.shape for part, tensor in network.state_dict().items()}
    # A gate that also takes the mask has more inputs: it starts at random.
    fitting = {part: tensor for part, tensor in given.state_dict().items() if tensor.shape == shapes.get(part)}
    network.load_state_dict(fitting, strict=False)
    return network
