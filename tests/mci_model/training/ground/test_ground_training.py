import json
import sys

import cv2
import numpy as np
import pytest
import torch

from mci_model.architecture.ground_heads import AnyChangeHead, DateHead
from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.weights import load_network, save_weights, write_calibration
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.data.land_cover_images import UNLABELLED
from mci_model.settings import COVER_NAMES
from mci_model.training.ground.__main__ import main
from mci_model.training.ground.features import Features, road_features
from mci_model.training.ground.samples import DateSample
from mci_model.training.ground.trainer import (
    change_map,
    move_threshold,
    threshold,
    train_change,
    train_cover,
    train_road,
)

WIDTHS = (24, 40, 112)


def features(count=12):
    """Pairs whose later date differs where the label says so, in every feature."""
    chance = torch.Generator().manual_seed(0)
    labels = torch.zeros(count, 16, 16)
    labels[:, 4:10, 4:10] = 1
    levels = []
    for width, step in zip(WIDTHS, (1, 2, 4), strict=True):
        level = torch.randn(count, 1, width, 16 // step, 16 // step, generator=chance).repeat(1, 2, 1, 1, 1)
        level[:, 1] += labels[:, None, ::step, ::step]
        levels.append(level)
    return Features(tuple(levels), labels, torch.ones(count))


def test_change_is_learnt():
    torch.manual_seed(0)
    head, given, losses = AnyChangeHead(WIDTHS), features(), []
    train_change(head, given, 40, 0, lambda _, loss: losses.append(loss))
    assert losses[-1] < 0.8 * losses[0]
    seen = change_map(head, [level[0] for level in given.levels])
    assert seen.shape == (64, 64)
    assert seen[20:36, 20:36].mean() > seen[44:, 44:].mean() + 0.3


def test_land_cover_is_learnt():
    torch.manual_seed(0)
    given, losses = features(), []
    of_later = Features(tuple(level[:, 1:] for level in given.levels), given.labels.long(), given.background)
    train_cover(DateHead(WIDTHS, len(COVER_NAMES)), of_later, 40, 0, lambda _, loss: losses.append(loss))
    assert losses[-1] < 0.8 * losses[0]


def test_the_threshold_is_the_lowest_with_few_regions_on_unchanged_pairs_and_becomes_a_half():
    spots = np.zeros((64, 64), np.float32)
    spots[4:24, 4:24], spots[34:54, 34:54] = 0.5, 0.7
    assert threshold([spots]) == pytest.approx(0.52)
    assert threshold([spots, np.zeros_like(spots)]) == pytest.approx(0.2)
    head, given = AnyChangeHead(WIDTHS).eval(), features(1)
    pair = [level[0] for level in given.levels]
    before = change_map(head, pair)
    move_threshold(head, 0.3)
    assert np.array_equal(before >= 0.3, change_map(head, pair) >= 0.5)


def draw_roads(folder, rng):
    """Two images with a road each."""
    mask = np.zeros((256, 256))
    mask[:, 100:120] = 255
    for part in ("image", "label"):
        (folder / part).mkdir(parents=True)
        for number in range(2):
            values = mask if part == "label" else rng.integers(0, 255, (256, 256, 3))
            cv2.imwrite(str(folder / part / f"{number}.png"), values.astype(np.uint8))


@pytest.fixture
def data(tmp_path):
    """Few small images of every kind that the training takes."""
    rng = np.random.default_rng(0)
    for split in ("train/captioned", "train/native", "val"):
        for part in ("A", "B", "label"):
            (folder := tmp_path / "levir" / split / part).mkdir(parents=True)
            for number in range(2):
                size = (256, 256) if part == "label" else (256, 256, 3)
                values = np.zeros(size) if part == "label" else rng.integers(0, 255, size)
                cv2.imwrite(str(folder / f"{number}.png"), values.astype(np.uint8))
        captions = {str(number): [UNCHANGED_SENTENCES[0]] * 5 for number in range(2)}
        (tmp_path / "levir" / split / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    for part in ("A", "B", "label", "image"):
        (tmp_path / "set" / part).mkdir(parents=True)
        for number in range(3):
            kind = rng.integers(1, 7, (16, 16)).repeat(16, 0).repeat(16, 1)
            values = kind if part == "label" else rng.integers(0, 255, (256, 256, 3))
            cv2.imwrite(str(tmp_path / "set" / part / f"{number}.png"), values.astype(np.uint8))
    draw_roads(tmp_path / "roads" / "town", rng)
    return tmp_path


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["ground", *map(str, arguments)])
    main()


def test_the_command_trains_heads_and_leaves_the_rest_as_it_is(data, tiny_network, tiny_vocabulary, monkeypatch):
    given = save_weights(tiny_network, tiny_vocabulary, data / "given.safetensors", notes={"by": "us"}, half=True)
    write_calibration(given, area=AreaCalibration(0.9, (), (0.8,), (1.5,), 100))
    of = ["--levir", data / "levir", "--changes", data / "set", "--cover", data / "set", "--roads", data / "roads"]
    few = ["--steps", 2, "--cover-steps", 2, "--road-steps", 2]
    run(monkeypatch, "--weights", given, *of, *few, "--out", data / "out.safetensors")
    earlier, card = load_network(given)
    later, new = load_network(data / "out.safetensors")
    assert later.settings.sees_ground
    kept = later.state_dict()
    assert all(torch.equal(tensor, kept[name]) for name, tensor in earlier.state_dict().items())
    assert new.area == card.area is not None
    assert new.notes["by"] == "us"
    assert "on LEVIR-CD/-CC, set, research use; 2 steps" in new.notes["ground change"]
    assert "on set, research use; 2 steps" in new.notes["ground cover"]
    assert "on town, set, research use; 2 steps" in new.notes["ground road"]

    run(
        monkeypatch,
        "--weights",
        data / "out.safetensors",
        *of,
        *few,
        "--heads",
        "road",
        "--out",
        data / "2.safetensors",
    )
    again = load_network(data / "2.safetensors")[0].state_dict()
    others = [name for name in kept if not name.startswith("ground.road.")]
    assert all(torch.equal(again[name], kept[name]) for name in others)
    assert not torch.equal(again["ground.road.classify.weight"], torch.zeros(1, 32, 1, 1))


def test_ground_that_is_not_labelled_teaches_no_road(tiny_network):
    label = np.full((256, 256), UNLABELLED, np.uint8)
    label[:, 128:] = 0
    label[:, 192:] = 1
    (row,) = road_features(tiny_network, [DateSample(np.zeros((256, 256, 3), np.uint8), label)]).labels
    assert (row[:, :32] < 0).all()
    assert (row[:, 32:48] == 0).all()
    assert (row[:, 48:] == 1).all()


def test_roads_are_learnt():
    torch.manual_seed(0)
    given, losses = features(), []
    of_later = Features(tuple(level[:, 1:] for level in given.levels), given.labels, given.background)
    of_later.labels[:, :2] = -1
    train_road(DateHead(WIDTHS, 1), of_later, 40, 0, lambda _, loss: losses.append(loss))
    assert losses[-1] < 0.8 * losses[0]
