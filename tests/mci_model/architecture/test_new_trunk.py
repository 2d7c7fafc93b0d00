"""A trunk is added by one file in the folder of trunks: its network starts, trains, is saved and predicts."""

import sys
from dataclasses import replace

import numpy as np
import pytest
import torch

from mci_model.architecture import trunk_registry, trunks
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.architecture.trunk_registry import TRUNKS
from mci_model.checkpoints.weights import save_weights
from mci_model.errors import WeightsError
from mci_model.inference.predictor import load_predictor
from mci_model.settings import EMBEDDED, OFFICIAL
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import Batch
from mci_model.training.start import start_network
from mci_model.training.trainer import Trainer

DECLARATION = """
from dataclasses import replace
from torch import nn
from mci_model.architecture.trunk import Trunk, TrunkKind
from mci_model.settings import EMBEDDED

class DummyTrunk(Trunk):
    widths = (4, 6, 8, 10)
    detail_width = 3

    def __init__(self):
        super().__init__()
        channels = (3, self.detail_width, *self.widths)
        pairs = zip(channels, channels[1:])
        self.stages = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairs)

    def forward(self, images):
        levels = []
        for stage in self.stages:
            images = stage(images).relu()
            levels.append(images)
        return levels

    def start(self, source):
        self.stages[0].bias.data.fill_(float(source or 0))

    def first_stages(self, count):
        return list(self.stages)[:count]

SETTINGS = replace(
    EMBEDDED, trunk="dummy", widths=(8, 8, 8, 16), neck_feedforward=16, decoder_width=16, decoder_heads=2,
    decoder_feedforward=16, segment_width=4, caption_length=9,
)
TRUNK = TrunkKind("dummy", DummyTrunk, "small", SETTINGS)
"""


@pytest.fixture
def dummy(tmp_path, monkeypatch):
    """The trunk, found as all others are; gone after the test."""
    folder = tmp_path / "trunks"
    folder.mkdir()
    (folder / "dummy_trunk.py").write_text(DECLARATION, encoding="utf-8")
    monkeypatch.setattr(trunks, "__path__", [*trunks.__path__, str(folder)])
    kind = trunk_registry.collect()["dummy"]
    monkeypatch.setitem(TRUNKS, "dummy", kind)
    yield kind
    del sys.modules[f"{trunks.__name__}.dummy_trunk"]
    delattr(trunks, "dummy_trunk")


class OneBatch:
    """A source of the same two pairs again and again."""

    def __init__(self, vocabulary):
        generator = torch.Generator().manual_seed(0)
        before, after = (torch.randint(0, 255, (2, 3, 64, 64), generator=generator).float() for _ in range(2))
        label, known = torch.randint(0, 3, (2, 64, 64), generator=generator), torch.ones(2, dtype=torch.bool)
        words = vocabulary.encode("a house is built", 9)
        self.pairs = Batch(before, after, label, known, (label > 0).long(), known.long(), torch.tensor([words, words]))

    def batch(self, step):
        return self.pairs


def test_its_network_starts_trains_is_saved_and_predicts(dummy, tiny_vocabulary, tmp_path):
    recipe = TrainingRecipe("nowhere", network="small", trunk_weights="0.25", steps=3, frozen_stages=1, warm_up=1)
    torch.manual_seed(0)
    network = start_network(recipe, tiny_vocabulary)
    first, others = network.trunk.stages[0], network.trunk.stages[1:]
    before = [stage.weight.detach().clone() for stage in others]
    trainer = Trainer(network, recipe, OneBatch(tiny_vocabulary), tmp_path / "run")
    trainer.run()
    assert (trainer.step, network.settings.trunk) == (3, "dummy")
    assert torch.equal(first.bias, torch.full((3,), 0.25))  # frozen, as it started
    assert not any(torch.equal(stage.weight, was) for stage, was in zip(others, before, strict=True))
    weights = save_weights(network.eval(), tiny_vocabulary, tmp_path / "small.safetensors")
    prediction = load_predictor(weights, device="cpu").predict(*np.zeros((2, 64, 64, 3), np.uint8))
    assert prediction.probabilities.shape == (3, 64, 64)
    assert torch.from_numpy(prediction.probabilities).sum(0).allclose(torch.ones(64, 64), atol=1e-5)


def test_trunks_have_the_declared_levels():
    assert trunk_registry.networks() == {"embedded": EMBEDDED, "official": OFFICIAL}
    for kind in TRUNKS.values():
        trunk = kind.build().eval()
        with torch.inference_mode():
            levels = trunk(torch.zeros(1, 3, 64, 64))
        fine = (trunk.detail_width,) if trunk.detail_width else ()
        assert tuple(level.shape[1] for level in levels) == (*fine, *trunk.widths)
        assert [level.shape[-1] for level in levels][-4:] == [16, 8, 4, 2]
    assert not TRUNKS["mit-b1"].build().first_stages(2)
    assert len(TRUNKS["efficientnet-lite0"].build().first_stages(2)) == 3


def test_a_trunk_that_is_not_known_is_named():
    with pytest.raises(WeightsError, match="trunk 'dummy', which is not known; choose efficientnet-lite0 or mit-b1"):
        ChangeInterpretationNetwork(replace(EMBEDDED, trunk="dummy"))
