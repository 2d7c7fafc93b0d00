"""Pairs, dates and sentences become unit vectors that can be compared, at any size; foreign towers are refused."""

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
from mci_model.retrieval.wording import States, reverse, states, tells_of_new_buildings

TINY = EmbeddingSettings(channels=24, dimensions=16, width=16, heads=2, layers=1, queries=2, text_width=16)


def picture(height, width, seed=0):
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


@pytest.fixture
def towers():
    torch.manual_seed(3)
    return ChangeTowers(TINY).eval()


@pytest.fixture
def embedder(towers, tiny_predictor):
    return ChangeEmbedder(towers, tiny_predictor, name="tiny")


@pytest.fixture(scope="module")
def shipped():
    return load_embedder()


@pytest.mark.parametrize("size", [(256, 256), (64, 90), (300, 260), (1, 1)])
def test_pairs_and_dates_of_any_size_have_unit_vectors(embedder, size):
    before, after = picture(*size), picture(*size, seed=1)
    for vector in (embedder.embed_pair(before, after), embedder.embed_image(before)):
        assert vector.shape == (16,)
        assert vector.dtype == np.float32
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_several_pairs_are_each_as_alone(embedder):
    pairs = [(picture(80, 80), picture(80, 80, 1)), (picture(300, 256, 2), picture(300, 256, 3))]
    together = embedder.embed_pairs(pairs)
    assert np.allclose(together, [embedder.embed_pair(*pair) for pair in pairs], atol=1e-6)
    assert embedder.embed_pairs([]).shape == (0, 16)


def test_backwards_in_time_is_another_vector(towers):
    torch.manual_seed(5)
    dates, evidence = torch.randn(1, 2, 24, 8, 8), torch.randn(1, 5, 8, 8)
    forwards, backwards = towers.see_pair(dates, evidence)[1], towers.see_pair(dates.flip(1), evidence)[1]
    assert not torch.allclose(forwards, backwards, atol=1e-3)


def test_both_ways_are_what_either_way_is_alone(embedder):
    before, after = picture(256, 256), picture(256, 256, 1)
    forwards, backwards = embedder.embed_both_ways(before, after)
    assert np.allclose(forwards, embedder.embed_pair(before, after), atol=1e-5)
    assert np.allclose(backwards, embedder.embed_pair(after, before), atol=1e-5)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (picture(20, 20), picture(20, 30), r"differ in size: \(20, 20\) and \(20, 30\)"),
        (picture(20, 20)[..., 0], picture(20, 20)[..., 0], r"this one is \(20, 20\) uint8"),
        (picture(20, 20).astype(float), picture(20, 20).astype(float), r"this one is \(20, 20, 3\) float64"),
        (picture(0, 20), picture(0, 20), r"this one is \(0, 20, 3\) uint8"),
    ],
)
def test_what_is_no_pair_of_images_is_refused(embedder, before, after, why):
    with pytest.raises(ImageShapeError, match=why):
        embedder.embed_pair(before, after)


def test_texts_have_unit_vectors_whatever_stands_around_them(embedder):
    vectors = embedder.embed_text(["houses are built", "Houses are built. ", "trees", "ein Haus " * 300])
    assert vectors.shape == (4, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[0], vectors[1], atol=1e-4), "case and full stops say nothing"
    assert not np.allclose(vectors[0], vectors[2], atol=1e-2)
    assert embedder.embed_text([]).shape == (0, 16)


def test_weights_come_back_as_they_were(towers, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", eyes="e" * 64, notes={"data": "mine"})
    again, card = load_towers(path)
    assert card.notes == {"data": "mine"}
    assert card.settings == TINY
    for name, tensor in towers.state_dict().items():
        assert torch.allclose(tensor.float(), again.state_dict()[name].float(), atol=1e-2), name
    assert not list(tmp_path.glob("*.partial"))


def test_damaged_altered_and_missing_weights_are_named(towers, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", eyes="e" * 64, notes={})
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


def test_towers_for_other_eyes_are_refused(towers, tiny_predictor, tmp_path):
    path = save_embedding(towers, tmp_path / "own.safetensors", eyes="e" * 64, notes={})
    with pytest.raises(WeightsError, match="other eyes"):
        load_embedder(path, tiny_predictor)


def test_the_embedded_weights_are_small_and_say_what_they_are_for():
    assert EMBEDDED_RETRIEVAL.stat().st_size < 10e6
    card = read_card(EMBEDDED_RETRIEVAL)
    assert card.eyes == load_predictor().sha256
    assert "Research use only" in card.notes["terms"]
    assert {"recipe", "data", "command"} <= set(card.notes)


def test_the_embedded_weights_tell_built_from_demolished(shipped):
    assert shipped.dimensions == 256
    assert len(shipped.sha256) == 64
    scene = render(compose(3))
    built, gone, nothing = shipped.embed_text(["houses are built", "houses are removed", "no change has occurred"])
    forwards, backwards = shipped.embed_both_ways(scene.before, scene.after)
    assert forwards @ built > backwards @ built
    assert backwards @ gone > forwards @ gone
    assert forwards @ built > forwards @ nothing
    same = shipped.embed_pair(scene.after, scene.after)
    assert same @ nothing > same @ built


def test_the_embedded_weights_find_real_changes(shipped, shared):
    folder = PairFolder(shared / "data" / "levir", "test")
    changed = [name for name in folder.names if folder.captions.get(name) and folder.read(name).changed][:8]
    pairs = [folder.read(name) for name in changed]
    texts = shipped.embed_text([pair.captions[0] for pair in pairs])
    scores = texts @ shipped.embed_pairs([(pair.before, pair.after) for pair in pairs]).T
    ranks = (scores > np.diag(scores)[:, None]).sum(1)
    assert np.mean(ranks < 4) >= 0.75, "dice would have half of them among the first four"


@pytest.mark.parametrize(
    ("sentence", "backwards"),
    [
        ("a house is built beside the road", "a house is removed beside the road"),
        ("Some trees have disappeared and a road appears.", "some trees have appeared and a road disappears"),
        ("two villas show up", "two villas disappear"),
        ("houses replace the forest", "the forest replace houses"),
        ("the woods have been replaced by villas", "villas have been replaced by the woods"),
        ("the desert has turned into roads", "roads has turned into the desert"),
        ("the road is rebuilt and a house appears", None),
        ("a ring of houses surrounds the square", None),
        ("", None),
    ],
)
def test_sentences_are_reversed_where_a_rule_knows_how(sentence, backwards):
    assert reverse(sentence) == backwards


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("a house is built beside the road", States(None, "a house beside the road")),
        ("trees and sand are removed and a road appears", States("trees and sand", "a road")),
        ("many villas replace the woods", States("the woods", "many villas")),
        ("the woods are replaced by many villas", States("the woods", "many villas")),
        ("the desert turns into a road", States("the desert", "a road")),
        ("no change has occurred", States(None, None)),
    ],
)
def test_sentences_of_change_tell_of_either_date(sentence, dates):
    assert states(sentence) == dates


def test_new_buildings_are_told_from_others():
    assert tells_of_new_buildings("two villas have been constructed")
    assert not tells_of_new_buildings("a road appears")
    assert not tells_of_new_buildings("some houses are removed")
