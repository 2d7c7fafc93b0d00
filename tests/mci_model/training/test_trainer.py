"""A training of a few steps on a handful of pairs: it runs, and resumes after a kill with the same numbers."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch

from mci_model.data.augmentation import crop, degrade, relight, repeat_one_date, turn
from mci_model.data.labelled_pairs import LabelledPair
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.errors import CheckpointError, DatasetError
from mci_model.training.losses import binary_loss, mask_loss
from mci_model.training.samples import BatchSource
from tests.factories.trainings import new_trainer


@pytest.mark.model
def test_a_killed_training_resumes_bit_by_bit(recipe, tiny_settings, tiny_vocabulary, tmp_path):
    whole = new_trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path / "whole")
    whole.run()
    first = new_trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path / "parts")
    (tmp_path / "parts").mkdir()
    for step in range(2):
        first._update(first.source.batch(step))
        first.step += 1
    first.save()
    second = new_trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path / "parts")
    second.resume()
    second.run()
    for name, tensor in whole.average.state_dict().items():
        assert torch.equal(tensor, second.average.state_dict()[name]), name
    assert not list(tmp_path.rglob("*.partial"))


def test_a_broken_image_is_named_counted_and_skipped(recipe, tiny_settings, tiny_vocabulary, tmp_path, caplog):
    shutil.copytree(recipe.data, tmp_path / "data")
    (tmp_path / "data" / "native" / "B" / "2.png").write_bytes(b"half a picture")
    source = BatchSource(replace(recipe, data=str(tmp_path / "data"), hybrid=0.0), tiny_settings, tiny_vocabulary)
    for step in range(12):
        assert source.batch(step).before.isfinite().all()
    assert set(source.skipped) == {"2"}
    assert caplog.text.count("2.png cannot be decoded") == 1


def test_a_split_of_broken_images_ends_the_training(recipe, tiny_settings, tiny_vocabulary, tmp_path):
    shutil.copytree(recipe.data, tmp_path / "data")
    for path in (tmp_path / "data" / "native" / "B").iterdir():
        path.write_bytes(b"")
    source = BatchSource(replace(recipe, data=str(tmp_path / "data")), tiny_settings, tiny_vocabulary)
    with pytest.raises(DatasetError, match="in a row are broken"):
        list(map(source.batch, range(12)))


def test_a_full_disk_leaves_the_old_checkpoint(recipe, tiny_settings, tiny_vocabulary, tmp_path, monkeypatch):
    made = new_trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path)
    made.save()
    earlier = made.checkpoint.read_bytes()

    def full(state, path):
        path.write_bytes(b"the first half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(OSError, match="No space"):
        made.save()
    assert made.checkpoint.read_bytes() == earlier


def test_a_checkpoint_of_another_recipe_is_refused(recipe, tiny_settings, tiny_vocabulary, tmp_path):
    made = new_trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path / "one")
    (tmp_path / "one").mkdir()
    made.save()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    other = new_trainer(replace(recipe, seed=1), tiny_settings, tiny_vocabulary, tmp_path / "two")
    with pytest.raises(CheckpointError, match="other settings"):
        other.resume()


def test_a_batch_follows_from_its_step_alone(recipe, tiny_settings, tiny_vocabulary):
    here, there = (BatchSource(recipe, tiny_settings, tiny_vocabulary).batch(3) for _ in range(2))
    assert torch.equal(here.before, there.before)
    assert torch.equal(here.captions, there.captions)


def test_an_unlabelled_road_has_no_loss_and_a_labelled_one_has():
    logits = torch.full((1, 3, 4, 4), -9.0)
    logits[:, 1] = 9.0
    nothing = torch.zeros(1, 4, 4, dtype=torch.long)
    free, penalised = (mask_loss(logits, nothing, torch.tensor([known])) for known in (False, True))
    assert free < 0.01
    assert penalised > 5


def test_doubt_turns_weak_unlabelled_roads_into_background_and_leaves_confident_ones():
    nothing, unlabelled = torch.zeros(1, 4, 4, dtype=torch.long), torch.tensor([False])
    slopes = {}
    for road in (0.3, 0.999):
        logits = torch.tensor([1 - road, road, 1e-6]).log().view(1, 3, 1, 1).expand(1, 3, 4, 4).clone().requires_grad_()
        mask_loss(logits, nothing, unlabelled, doubt=0.25).backward()
        slopes[road] = float(logits.grad[:, 1].sum())
    assert slopes[0.3] > 0.1, "a weak road is pushed down"
    assert abs(slopes[0.999]) < 0.01, "a confident road stays"


def test_the_road_dice_counts_labelled_pairs_only():
    missed = torch.full((1, 3, 4, 4), -9.0)
    missed[:, 0] = 9.0
    road = torch.ones(1, 4, 4, dtype=torch.long)
    assert mask_loss(missed, road, torch.tensor([True])) > mask_loss(missed, road, torch.tensor([False])) + 0.2


def test_unknown_truths_are_left_out():
    logits = torch.tensor([5.0, -5.0, 9.0])
    assert binary_loss(logits, torch.tensor([1, 0, -1])) < 0.01
    assert binary_loss(logits, torch.tensor([-1, -1, -1])) == 0


@pytest.fixture
def pair():
    scene = render(compose(4, 128))
    return LabelledPair(
        "x", scene.before, scene.after, scene.label, has_roads=True, captions=("a house at the top left",)
    )


def test_words_for_sides_follow_the_image(pair):
    marked = replace(pair, label=np.zeros((128, 128), np.uint8))
    marked.label[:10, :10] = 2
    seen = set()
    for seed in range(20):
        turned = turn(marked, np.random.default_rng(seed))
        rows, columns = np.nonzero(turned.label)
        row, column = ("top" if rows.mean() < 64 else "bottom"), ("left" if columns.mean() < 64 else "right")
        assert turned.captions == (f"a house at the {row} {column}",)
        seen.add((row, column))
    assert len(seen) == 4


def test_cropping_keeps_dates_and_label_together(pair):
    free = replace(pair, captions=(), before=np.repeat(pair.label[..., None] * 100, 3, axis=2).astype(np.uint8))
    cut = crop(free, 96, np.random.default_rng(1))
    assert cut.before.shape == (96, 96, 3)
    agree = (cut.before[..., 0] > 100) == (cut.label == 2)
    assert agree.mean() > 0.97


def test_one_date_repeated_is_unchanged_in_any_light(pair):
    repeated = repeat_one_date(pair, np.random.default_rng(0))
    assert not repeated.label.any()
    assert repeated.changed is False
    assert not np.array_equal(
        relight(repeated.before, np.random.default_rng(1)), relight(repeated.after, np.random.default_rng(2))
    )


def test_a_degraded_image_still_resembles_the_original():
    image = render(compose(3, 128)).after
    variants = [degrade(image, np.random.default_rng(seed)) for seed in range(12)]
    for degraded in variants:
        assert degraded.shape == image.shape
        assert degraded.dtype == np.uint8
        assert not np.array_equal(degraded, image)
        assert abs(degraded.astype(float) - image).mean() < 20
