"""The network before its first step: given weights grown to today's parts, or random ones on an ImageNet trunk."""

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
    """The network that a training by `recipe` begins with.

    Raises:
        DatasetError: the recipe names a network that there is none of.
        WeightsError: the initial weights or those of the trunk cannot be used.
    """
    if recipe.initial:
        return _grown(Path(recipe.initial), vocabulary)
    known = networks()
    if recipe.network not in known:
        raise DatasetError(f"There is no network {recipe.network!r}; choose {' or '.join(known)}.")
    network = ChangeInterpretationNetwork(replace(known[recipe.network], vocabulary_size=len(vocabulary)))
    network.trunk.start(recipe.trunk_weights)
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
