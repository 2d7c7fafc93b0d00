import json

import numpy as np
import pytest
import torch

from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.checkpoints.weights import load_network, save_weights, write_calibration
from mci_model.errors import WeightsError
from mci_model.inference.predictor import load_predictor
from mci_model.settings import NetworkSettings


@pytest.fixture
def saved(tiny_network, tiny_vocabulary, tmp_path):
    return save_weights(tiny_network, tiny_vocabulary, tmp_path / "tiny.safetensors")


def test_a_network_comes_back_as_it_was(saved, tiny_network, tiny_vocabulary):
    loaded, card = load_network(saved)
    assert card.vocabulary == tiny_vocabulary
    before, after = torch.randn(2, 1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.equal(loaded(before, after).class_logits, tiny_network(before, after).class_logits)
    image = np.zeros((64, 64, 3), np.uint8)
    assert load_predictor(saved, device="cpu").predict(image, image).mask.shape == (64, 64)


def test_half_precision_is_half_as_large_and_nearly_the_same(tiny_network, tiny_vocabulary, tmp_path, saved):
    half = save_weights(tiny_network, tiny_vocabulary, tmp_path / "half.safetensors", half=True)
    assert half.stat().st_size < 0.6 * saved.stat().st_size
    before, after = torch.randn(2, 1, 3, 64, 64)
    with torch.inference_mode():
        here, there = (load_network(path)[0](before, after).class_logits for path in (half, saved))
    assert torch.allclose(here, there, atol=0.05)


def damage(path, change):
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda content: content.__setitem__(-5, content[-5] ^ 1), "SHA-256 differs"),
        (lambda content: content.__delitem__(slice(len(content) // 2, None)), "SHA-256 differs"),
        (lambda content: content.clear(), "SHA-256 differs"),
    ],
    ids=["one bit", "cut short", "empty"],
)
def test_a_tampered_file_is_refused(saved, change, message):
    damage(saved, change)
    with pytest.raises(WeightsError, match=message):
        load_network(saved)


def edit_card(saved, **values):
    card = saved.with_suffix(".json")
    card.write_text(json.dumps(json.loads(card.read_text(encoding="utf-8")) | values), encoding="utf-8")


def test_another_architecture_is_refused(saved, tiny_settings):
    edit_card(saved, settings=tiny_settings.to_json() | {"widths": [8, 8, 8, 32]})
    with pytest.raises(WeightsError, match="does not fit its own settings"):
        load_network(saved)


def test_a_vocabulary_of_another_size_is_refused(saved, tiny_vocabulary):
    edit_card(saved, vocabulary=[*tiny_vocabulary.words, "castle"])
    with pytest.raises(WeightsError, match="13 words for 12"):
        load_network(saved)


def test_a_missing_or_foreign_card_is_named(saved):
    saved.with_suffix(".json").write_text("[]", encoding="utf-8")
    with pytest.raises(WeightsError, match="not the card"):
        load_network(saved)
    saved.with_suffix(".json").unlink()
    with pytest.raises(WeightsError, match=r"tiny\.json is missing"):
        load_network(saved)


def test_settings_with_unknown_names_are_refused(tiny_settings):
    with pytest.raises(WeightsError, match="colour"):
        NetworkSettings.from_json(tiny_settings.to_json() | {"colour": 1})
    with pytest.raises(WeightsError, match="incomplete"):
        NetworkSettings.from_json({"trunk": "mit-b1"})


def test_nothing_half_written_stays_when_saving_fails(tiny_network, tiny_vocabulary, saved, monkeypatch):
    earlier = saved.read_bytes()
    monkeypatch.setattr(
        "mci_model.checkpoints.weights.save_file", lambda *_: (_ for _ in ()).throw(OSError("no space left"))
    )
    with pytest.raises(OSError, match="no space"):
        save_weights(tiny_network, tiny_vocabulary, saved)
    assert saved.read_bytes() == earlier
    load_network(saved)


def test_a_calibration_of_roads_stands_on_the_card_and_one_that_cannot_be_is_refused(saved):
    roads = RoadCalibration(32.0, 1 / 9, 396)
    write_calibration(saved, roads=roads)
    assert load_network(saved)[1].roads == roads
    assert load_predictor(saved, device="cpu").roads == roads
    edit_card(saved, roads={"in_changed": -1, "in_unchanged": 1, "pairs": 3})
    with pytest.raises(WeightsError, match="is not the card of a network's weights"):
        load_network(saved)


def test_a_value_too_large_for_16_bits_is_kept_as_it_is(tiny_network, tiny_vocabulary, tmp_path):
    norm = tiny_network.mask_head.levels[0].fuse[1]
    norm.running_var[0] = 1e6
    half = save_weights(tiny_network, tiny_vocabulary, tmp_path / "half.safetensors", half=True)
    loaded = load_network(half)[0].mask_head.levels[0].fuse[1]
    assert torch.equal(loaded.running_var, norm.running_var)
    assert torch.equal(loaded.running_mean, norm.running_mean.half().float())
