"""Words and gate are taught on what frozen eyes saw: they learn, the eyes stay, the best of the way is kept."""

import csv
import json

import cv2
import numpy as np
import pytest
import torch

from mci_model.datasets import UNCHANGED_SENTENCES, PairFolder
from mci_model.train_words import Part, _changed_sentences, teach
from mci_model.training.views import Views, look
from mci_model.training.word_trainer import WordsRecipe, WordTrainer, judge

pytest.importorskip("pycocoevalcap")
RECIPE = WordsRecipe(
    turns=1, language_steps=3, steps=120, rewarded_steps=3, views=4, draws=2, learning_rate=5e-3, average=0.9
)


@pytest.fixture
def views():
    """Twelve views: houses brighten the first channel of the later date, roads the second, and nothing neither."""
    torch.manual_seed(1)
    changed, roads = torch.arange(12) % 2 == 0, torch.arange(12) % 4 == 0
    before, after = torch.rand(2, 12, 16, 2, 2)
    after[changed, 0] += 4
    after[roads, 1] += 8
    things = ["road" if road else "house" for road in roads]
    told = [(f"a {thing} is built",) * 2 for thing in things]
    said = [sentences if change else UNCHANGED_SENTENCES for sentences, change in zip(told, changed, strict=True)]
    return Views(before.half(), after.half(), torch.rand(12, 5, 2, 2), changed, tuple(said))


@pytest.fixture
def trainer(tiny_network, tiny_vocabulary, views):
    return WordTrainer(tiny_network, tiny_vocabulary, RECIPE, views)


def test_words_and_gate_are_learnt_and_the_eyes_stay(trainer, views, tmp_path):
    eyes = {name: t.clone() for name, t in trainer.network.state_dict().items() if name.startswith(("trunk", "mask"))}
    before = judge(trainer.network, trainer.vocabulary, views)
    taught = teach(trainer, views, ["a road is built"], tmp_path / "words.csv")
    after = judge(taught, trainer.vocabulary, views)
    assert after.gate_accuracy == 1.0 > before.gate_accuracy
    assert after.changed.bleu_4 > 0.6 > before.changed.bleu_4
    for name, tensor in eyes.items():
        assert torch.equal(tensor, taught.state_dict()[name]), name
    with (tmp_path / "words.csv").open(encoding="utf-8") as file:
        assert list(dict.fromkeys(row["part"] for row in csv.DictReader(file))) == ["words", "rewarded"]


def test_drawn_sentences_that_score_better_become_likelier(trainer, views):
    Part("words", trainer.teach, 30, 3e-3, warm_up=1).run(trainer)
    trainer.set_rate(1e-3)
    first = np.mean([trainer.reward() for _ in range(8)])
    last = np.mean([trainer.reward() for _ in range(40)][-8:])
    assert last > first


def test_views_are_kept_as_they_are(views, tmp_path):
    views.save(tmp_path / "shown.safetensors")
    again = Views.load(tmp_path / "shown.safetensors")
    assert again.captions == views.captions
    assert torch.equal(again.before, views.before)
    assert torch.equal(again.changed, views.changed)
    assert not list(tmp_path.glob("*.partial"))


def test_every_captioned_pair_is_looked_at_once_a_turn(tiny_network, tmp_path):
    for part in ("A", "B", "label"):
        (tmp_path / "val" / part).mkdir(parents=True)
        for name in ("one", "two"):
            shape = (64, 64) if part == "label" else (64, 64, 3)
            cv2.imwrite(str(tmp_path / "val" / part / f"{name}.png"), np.zeros(shape, np.uint8))
    captions = {"one": ["a house is built on the left"] * 5}
    (tmp_path / "val" / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    folder = PairFolder(tmp_path, "val")
    plain, varied = look(tiny_network, folder, 0), look(tiny_network, folder, 6)
    assert plain.captions == (tuple(captions["one"]),)
    assert len(varied) == 6
    assert {view[0] for view in varied.captions} == {"a house is built on the left", "a house is built on the right"}
    assert varied.changed.all()


def test_language_is_learnt_from_sentences_of_change_alone(tmp_path):
    sentences = {"one": ["A road is built .", "no change has occurred"], "two": ["the two scenes seem identical ."]}
    path = tmp_path / "sentences.json"
    path.write_text(json.dumps(sentences), encoding="utf-8")
    assert _changed_sentences(path) == ["A road is built"]
    assert _changed_sentences(None) == []
