"""The change embedding is trained by one command, resumes after an interruption, and fits its training data."""

import csv
import json
import sys

import cv2
import numpy as np
import pytest
import torch

from mci_model import train_retrieval
from mci_model.checkpoints.weights import save_weights
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference.predictor import load_predictor
from mci_model.retrieval import load_embedder
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.train_retrieval import RetrievalEvaluator, train
from mci_model.training.retrieval.cached_views import ChangeViews
from mci_model.training.retrieval.losses import attracting_loss, listwise_loss, soft_positive
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentences import add_reversed_sentences, similarities
from mci_model.training.retrieval.trainer import RetrievalTrainer

pytestmark = pytest.mark.model

CPU = torch.device("cpu")
TOWERS = {"dimensions": 16, "width": 16, "heads": 2, "layers": 1, "queries": 2, "text_width": 16, "dropout": 0.0}
RECIPE = {"turns": 1, "steps": 3, "changed": 4, "unchanged": 2, "widening_steps": 2}
CAPTIONS = ["a house is built", "a road appears", "some trees are removed", "a large parking lot is built at the top"]


@pytest.fixture
def views():
    """Each of four captions brightens a channel of the later date; four views a caption, and four unchanged ones."""
    torch.manual_seed(1)
    dates = torch.randn(20, 2, 8, 8, 8) * 0.3
    for row in range(16):
        dates[row, 1, row % 4] += 3
    changed = torch.arange(20) < 16
    captions = tuple((CAPTIONS[row % 4],) if row < 16 else (UNCHANGED_SENTENCES[0],) for row in range(20))
    return ChangeViews(dates.half(), torch.rand(20, 2, 5, 8, 8).half(), changed, torch.arange(20), captions)


def trainer(views, vocabulary, **recipe):
    settings = EmbeddingSettings(channels=8, **TOWERS)
    torch.manual_seed(0)
    return RetrievalTrainer(settings, vocabulary, RetrievalRecipe(**(RECIPE | recipe)), views, CPU)


def test_captions_are_separated_from_each_other_and_from_their_reverses(views, tiny_vocabulary, tmp_path, monkeypatch):
    monkeypatch.setattr(train_retrieval, "EVALUATION_INTERVAL", 40)
    monkeypatch.setattr(train_retrieval, "WARM_UP", 10)
    towers = train(
        trainer(views, tiny_vocabulary, steps=70, learning_rate=5e-3, average=0.9, blanked=0.0),
        RetrievalEvaluator(views, CPU),
        tmp_path,
    )
    scores = RetrievalEvaluator(views, CPU).scores(towers)
    assert scores["text_to_pair_r@1"] > 0.2, "four views a caption are relevant; one of them is first"
    assert scores["text_to_pair_mrr@10"] > 0.9
    assert scores["direction"] == 1
    with (tmp_path / "retrieval.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == [40, 70]
    assert float(rows[-1]["pairs"]) < 2


def test_a_resumed_training_equals_an_uninterrupted_one(views, tiny_vocabulary, tmp_path, monkeypatch):
    (tmp_path / "whole").mkdir()
    (tmp_path / "halves").mkdir()
    whole = train(trainer(views, tiny_vocabulary, steps=4), RetrievalEvaluator(views, CPU), tmp_path / "whole")
    monkeypatch.setattr(train_retrieval, "CHECKPOINT_INTERVAL_S", 0)
    stopped = trainer(views, tiny_vocabulary, steps=4)
    steps = stopped.step
    monkeypatch.setattr(stopped, "step", lambda number: steps(number) if number < 2 else 1 / 0)
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        train(stopped, RetrievalEvaluator(views, CPU), tmp_path / "halves")
    resumed = train(trainer(views, tiny_vocabulary, steps=4), RetrievalEvaluator(views, CPU), tmp_path / "halves")
    for name, tensor in whole.state_dict().items():
        assert torch.allclose(tensor.float(), resumed.state_dict()[name].float(), atol=1e-6), name


def test_one_command_trains_and_writes_weights_that_load(tiny_network, tiny_vocabulary, tmp_path, monkeypatch):
    rng = np.random.default_rng(0)
    for split in ("train", "val"):
        for part in ("A", "B", "label"):
            (tmp_path / split / part).mkdir(parents=True)
            for number in range(6):
                shape = (64, 64) if part == "label" else (64, 64, 3)
                pixels = np.zeros(shape, np.uint8) if part == "label" else rng.integers(0, 255, shape, np.uint8)
                cv2.imwrite(str(tmp_path / split / part / f"{number}.png"), pixels)
        captions = {str(n): [CAPTIONS[n]] * 5 if n < 4 else list(UNCHANGED_SENTENCES) for n in range(6)}
        (tmp_path / split / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    network = save_weights(tiny_network, tiny_vocabulary, tmp_path / "network.safetensors")
    (tmp_path / "recipe.json").write_text(json.dumps(RECIPE), encoding="utf-8")
    (tmp_path / "towers.json").write_text(json.dumps(TOWERS), encoding="utf-8")
    command = (
        f"x --data {tmp_path} --split train --judge val --weights {network} --folder {tmp_path / 'run'} --device cpu"
    )
    command += f" --config {tmp_path / 'recipe.json'} --towers {tmp_path / 'towers.json'} --seed 5"
    monkeypatch.setattr(sys, "argv", command.split())
    train_retrieval.main()
    written = tmp_path / "run" / "retrieval.safetensors"
    card = json.loads(written.with_suffix(".json").read_text(encoding="utf-8"))
    assert "Research use only" in card["notes"]["terms"]
    assert json.loads(card["notes"]["recipe"])["seed"] == 5
    embedder = load_embedder(written, load_predictor(network))
    assert embedder.embed_pair(np.zeros((64, 64, 3), np.uint8), np.ones((64, 64, 3), np.uint8)).shape == (16,)
    (tmp_path / "more.json").write_text(json.dumps({"x": ["a lake is filled"]}), encoding="utf-8")
    (tmp_path / "end.json").write_text(json.dumps({"widening_steps": 4, "steps": 99}), encoding="utf-8")
    command = f"x --data {tmp_path} --split train --captions {tmp_path / 'more.json'} --folder {tmp_path / 'wider'}"
    monkeypatch.setattr(sys, "argv", f"{command} --widen {written} --config {tmp_path / 'end.json'}".split())
    train_retrieval.main()
    wider = load_embedder(tmp_path / "wider" / "retrieval.safetensors", load_predictor(network))
    assert wider.sha256 != embedder.sha256
    card = json.loads((tmp_path / "wider" / "retrieval.json").read_text(encoding="utf-8"))
    recipe = json.loads(card["notes"]["recipe"])
    assert card["notes"]["words"].startswith("18 sentences, SHA-256 ")
    assert (recipe["steps"], recipe["widening_steps"], recipe["seed"]) == (3, 4, 5), "the towers' own, and the end's"


def test_contrast_as_computed_by_hand():
    scores = torch.tensor([[2.0, 1.0, 0.0]])
    e = torch.tensor([2.0, 1.0, 0.0]).exp()
    plain = attracting_loss(scores, torch.tensor([[1.0, 0.0, 0.0]]))
    assert plain == pytest.approx(float(-(e[0] / e.sum()).log()), abs=1e-5)
    both = attracting_loss(scores, torch.tensor([[1.0, 1.0, 0.0]]))
    by_hand = -((e[0] / (e[0] + e[2])).log() + (e[1] / (e[1] + e[2])).log()) / 2
    assert both == pytest.approx(float(by_hand), abs=1e-5), "positives are in no other positive's denominator"
    half = attracting_loss(scores, torch.tensor([[1.0, 0.5, 0.0]]))
    negatives = e[1] / 2 + e[2]
    by_hand = -((e[0] / (e[0] + negatives)).log() + 0.5 * (e[1] / (e[1] + negatives)).log()) / 1.5
    assert half == pytest.approx(float(by_hand), abs=1e-5)
    unmatched = attracting_loss(torch.cat([scores, scores]), torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]))
    assert unmatched == pytest.approx(float(plain), abs=1e-5), "rows without a positive are ignored"


def test_soft_positives_and_listwise_loss():
    assert soft_positive(torch.tensor([0.2, 0.8, 0.9, 1.0]), 0.8).tolist() == pytest.approx([0, 0, 0.5, 1], abs=1e-6)
    similarity = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    assert listwise_loss(similarity * 20, similarity, 0.05) < 1e-3 < listwise_loss(-similarity * 20, similarity, 0.05)


def test_reversed_sentences_belong_to_reversed_pairs(views, tiny_vocabulary):
    token_cache = trainer(views, tiny_vocabulary).token_cache
    captions = ["a house is built", "a road appears", UNCHANGED_SENTENCES[0]]
    sentences = add_reversed_sentences(captions, 2, CPU)
    assert sentences.texts[3:] == ["a house is removed", "a road disappears"]
    assert sentences.image_rows.tolist() == [0, 1, 2, 3, 4], (
        "images: two changed, one unchanged, then the two backwards"
    )
    similarity = similarities(sentences, token_cache)
    assert similarity[0, 3] == 0, "built and removed are opposite, however similar the words are"
    assert similarity[0, 0] == pytest.approx(1, abs=1e-4)
