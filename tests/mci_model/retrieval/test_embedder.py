"""Pairs, dates and sentences of any size become comparable unit vectors; towers of another network are refused."""

import json
import shutil

import numpy as np
import pytest
import torch

from mci_model.data.labelled_pairs import PairFolder
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.errors import ImageShapeError, WeightsError
from mci_model.inference.predictor import load_predictor
from mci_model.retrieval import ChangeEmbedder, load_embedder
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import EMBEDDED_RETRIEVAL, load_towers, read_card, save_embedding

TINY = EmbeddingSettings(channels=24, dimensions=16, width=16, heads=2, layers=1, queries=2, text_width=16)


def image(height, width, seed=0):
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


@pytest.fixture
def towers():
    torch.manual_seed(3)
    return ChangeTowers(TINY).eval()


@pytest.fixture
def embedder(towers, tiny_predictor):
    return ChangeEmbedder(towers, tiny_predictor, name="tiny")


@pytest.fixture(scope="module")
def embedded_weights():
    return load_embedder()


@pytest.mark.parametrize("size", [(256, 256), (64, 90), (300, 260), (1, 1)])
def test_pairs_and_dates_of_any_size_have_unit_vectors(embedder, size):
    before, after = image(*size), image(*size, seed=1)
    for vector in (embedder.embed_pair(before, after), embedder.embed_image(before)):
        assert vector.shape == (16,)
        assert vector.dtype == np.float32
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_several_pairs_are_embedded_as_each_alone(embedder):
    pairs = [(image(80, 80), image(80, 80, 1)), (image(300, 256, 2), image(300, 256, 3))]
    together = embedder.embed_pairs(pairs)
    assert np.allclose(together, [embedder.embed_pair(*pair) for pair in pairs], atol=1e-6)
    assert embedder.embed_pairs([]).shape == (0, 16)


def test_backwards_in_time_is_another_vector(towers):
    torch.manual_seed(5)
    dates, evidence = torch.randn(1, 2, 24, 8, 8), torch.randn(1, 5, 8, 8)
    forwards, backwards = towers.encode_pair(dates, evidence)[1], towers.encode_pair(dates.flip(1), evidence)[1]
    assert not torch.allclose(forwards, backwards, atol=1e-3)


def test_embedding_both_ways_equals_embedding_each_way(embedder):
    before, after = image(256, 256), image(256, 256, 1)
    forwards, backwards = embedder.embed_both_ways(before, after)
    assert np.allclose(forwards, embedder.embed_pair(before, after), atol=1e-5)
    assert np.allclose(backwards, embedder.embed_pair(after, before), atol=1e-5)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (image(20, 20), image(20, 30), r"differ in size: \(20, 20\) and \(20, 30\)"),
        (image(20, 20)[..., 0], image(20, 20)[..., 0], r"this one is \(20, 20\) uint8"),
        (image(20, 20).astype(float), image(20, 20).astype(float), r"this one is \(20, 20, 3\) float64"),
        (image(0, 20), image(0, 20), r"this one is \(0, 20, 3\) uint8"),
    ],
)
def test_arrays_that_are_not_a_pair_of_images_are_refused(embedder, before, after, message):
    with pytest.raises(ImageShapeError, match=message):
        embedder.embed_pair(before, after)


def test_texts_have_unit_vectors_whatever_their_case_and_punctuation(embedder):
    vectors = embedder.embed_text(["houses are built", "Houses are built. ", "trees", "ein Haus " * 300])
    assert vectors.shape == (4, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[0], vectors[1], atol=1e-4), "case and full stops are ignored"
    assert not np.allclose(vectors[0], vectors[2], atol=1e-2)
    assert embedder.embed_text([]).shape == (0, 16)


def test_weights_survive_saving_and_loading(towers, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", network_sha256="e" * 64, notes={"data": "mine"})
    loaded, card = load_towers(path)
    assert card.notes == {"data": "mine"}
    assert card.settings == TINY
    for name, tensor in towers.state_dict().items():
        assert torch.allclose(tensor.float(), loaded.state_dict()[name].float(), atol=1e-2), name
    assert not list(tmp_path.glob("*.partial"))


def test_damaged_altered_and_missing_weights_are_named(towers, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", network_sha256="e" * 64, notes={})
    with pytest.raises(WeightsError, match=r"none\.safetensors is missing"):
        load_towers(tmp_path / "none.safetensors")
    shutil.copy(path.with_suffix(".json"), tmp_path / "cut.json")
    (tmp_path / "cut.safetensors").write_bytes(path.read_bytes()[:-9])
    with pytest.raises(WeightsError, match="SHA-256 differs"):
        load_towers(tmp_path / "cut.safetensors")
    card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    card["settings"]["wings"] = 2
    path.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(WeightsError, match="wings"):
        read_card(path)


def test_towers_of_another_network_are_refused(towers, tiny_predictor, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", network_sha256="e" * 64, notes={})
    with pytest.raises(WeightsError, match="another network"):
        load_embedder(path, tiny_predictor)


def test_the_embedded_weights_are_small_and_say_what_they_are_for():
    assert EMBEDDED_RETRIEVAL.stat().st_size < 10e6
    card = read_card(EMBEDDED_RETRIEVAL)
    assert card.network_sha256 == load_predictor().sha256
    assert "Research use only" in card.notes["terms"]
    assert {"recipe", "data", "command"} <= set(card.notes)


def test_the_embedded_weights_separate_built_from_demolished(embedded_weights):
    assert embedded_weights.dimensions == 256
    assert len(embedded_weights.sha256) == 64
    scene = render(compose(3))
    built, removed, nothing = embedded_weights.embed_text(
        ["houses are built", "houses are removed", "no change has occurred"]
    )
    forwards, backwards = embedded_weights.embed_both_ways(scene.before, scene.after)
    assert forwards @ built > backwards @ built
    assert backwards @ removed > forwards @ removed
    assert forwards @ built > forwards @ nothing
    same = embedded_weights.embed_pair(scene.after, scene.after)
    assert same @ nothing > same @ built


def test_the_embedded_weights_find_real_changes(embedded_weights, shared):
    folder = PairFolder(shared / "data" / "levir", "test")
    changed = [name for name in folder.names if folder.captions.get(name) and folder.read(name).changed][:8]
    pairs = [folder.read(name) for name in changed]
    texts = embedded_weights.embed_text([pair.captions[0] for pair in pairs])
    scores = texts @ embedded_weights.embed_pairs([(pair.before, pair.after) for pair in pairs]).T
    ranks = (scores > np.diag(scores)[:, None]).sum(1)
    assert np.mean(ranks < 4) >= 0.75, "chance would have half of them among the first four"
