"""Captions and gate are trained on cached features: they improve, the frozen parts stay, the best step is returned."""

import csv
import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, PairFolder
from mci_model.train_words import _changed_sentences, train
from mci_model.training.cached_views import Views, extract_views
from mci_model.training.word_trainer import WordsRecipe, WordTrainer, evaluate_captions, train_gate

pytestmark = pytest.mark.model

pytest.importorskip("pycocoevalcap")
RECIPE = WordsRecipe(
    turns=1,
    language_steps=3,
    steps=120,
    gate_steps=120,
    views=4,
    learning_rate=5e-3,
    gate_rate=1e-2,
    blanked=0.05,
    average=0.9,
)


@pytest.fixture
def views():
    """Twelve views: houses brighten the first channel of the later date, roads the second, unchanged views neither."""
    torch.manual_seed(1)
    changed, roads = torch.arange(12) % 2 == 0, torch.arange(12) % 4 == 0
    before, after = torch.rand(2, 12, 16, 2, 2)
    after[changed, 0] += 4
    after[roads, 1] += 8
    captions = [(f"a {'road' if road else 'house'} is built",) * 2 for road in roads]
    captions = [
        sentences if change else UNCHANGED_SENTENCES for sentences, change in zip(captions, changed, strict=True)
    ]
    return Views(before.half(), after.half(), torch.rand(12, 5, 2, 2), changed, tuple(captions))


@pytest.fixture
def trainer(tiny_network, tiny_vocabulary, views):
    return WordTrainer(tiny_network, tiny_vocabulary, RECIPE, views)


def test_captions_and_gate_are_trained_and_the_frozen_parts_stay(trainer, views, tmp_path):
    frozen = {name: t.clone() for name, t in trainer.network.state_dict().items() if name.startswith(("trunk", "mask"))}
    before = evaluate_captions(trainer.network.eval(), trainer.vocabulary, views)
    trained = train(trainer, views, views, ["a road is built"], tmp_path / "words.csv")
    after = evaluate_captions(trained, trainer.vocabulary, views)
    assert after.bleu_4 > 0.6 > before.bleu_4
    for name, tensor in frozen.items():
        assert torch.equal(tensor, trained.state_dict()[name]), name
    with (tmp_path / "words.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == [100, 120]
    assert float(rows[-1]["loss"]) < float(rows[0]["loss"]) + 0.5


def test_the_gate_learns_changed_from_unchanged(tiny_network, views):
    assert train_gate(tiny_network, views, views, RECIPE) == 1.0
    logits = tiny_network.gate(views.before, views.after, views.evidence)
    assert torch.equal(logits > 0, views.changed)


def test_the_best_step_of_the_gate_is_returned_with_the_best_threshold(tiny_network, views):
    inverted = replace(views, changed=~views.changed)
    accuracy = train_gate(tiny_network, inverted, views, RECIPE)
    right = (tiny_network.gate(views.before, views.after, views.evidence) > 0) == views.changed
    assert float(right.float().mean()) == accuracy
    assert accuracy >= 0.5, "at worst as before training"


def test_joined_views_hold_both(views):
    both = views.joined(views)
    assert len(both) == 2 * len(views) == len(both.changed)
    assert both.captions[len(views)] == views.captions[0]


def test_views_survive_saving_and_loading(views, tmp_path):
    views.save(tmp_path / "shown.safetensors")
    loaded = Views.load(tmp_path / "shown.safetensors")
    assert loaded.captions == views.captions
    assert torch.equal(loaded.before, views.before)
    assert torch.equal(loaded.changed, views.changed)
    assert not list(tmp_path.glob("*.partial"))


def test_every_captioned_pair_is_extracted_once_a_turn(tiny_network, tmp_path):
    for part in ("A", "B", "label"):
        (tmp_path / "val" / part).mkdir(parents=True)
        for name in ("one", "two"):
            shape = (64, 64) if part == "label" else (64, 64, 3)
            cv2.imwrite(str(tmp_path / "val" / part / f"{name}.png"), np.zeros(shape, np.uint8))
    captions = {"one": ["a house is built on the left"] * 5}
    (tmp_path / "val" / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    folder = PairFolder(tmp_path, "val")
    plain, augmented = extract_views(tiny_network, folder, 0), extract_views(tiny_network, folder, 6)
    assert plain.captions == (tuple(captions["one"]),)
    assert len(augmented) == 6
    assert {view[0] for view in augmented.captions} == {"a house is built on the left", "a house is built on the right"}
    assert augmented.changed.all()


def test_language_is_trained_on_sentences_of_change_alone(tmp_path):
    sentences = {"one": ["A road is built .", "no change has occurred"], "two": ["the two scenes seem identical ."]}
    path = tmp_path / "sentences.json"
    path.write_text(json.dumps(sentences), encoding="utf-8")
    assert _changed_sentences(path) == ["A road is built"]
    assert _changed_sentences(None) == []
