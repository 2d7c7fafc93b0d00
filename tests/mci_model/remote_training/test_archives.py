"""What travels is all there, below the size that an archive may have."""

import tarfile
from dataclasses import replace

import numpy as np
import pytest

from mci_model.data.hybrids import RoadImages
from mci_model.errors import TrainingError
from mci_model.remote_training.archives import distribute, needed_files, pack, unpacked_recipe
from tests.factories.trainings import drawn_split, short_recipe

LIMIT = 150_000


def test_files_are_shared_out_below_the_limit_and_none_is_lost():
    sizes = {f"{number}.png": 1000 * number for number in range(1, 40)}
    bins = distribute(sizes, 120_000)
    assert sorted(name for names in bins for name in names) == sorted(sizes)
    assert all(sum(sizes[name] for name in names) < 120_000 for names in bins)
    assert len(bins) == 7, "780 kB"


def test_a_file_that_fits_into_no_archive_is_named():
    with pytest.raises(TrainingError, match=r"big\.tar has 12000 bytes and fits into no archive of 12000"):
        distribute({"small": 10, "big.tar": 12_000}, 12_000)


@pytest.fixture
def training(tmp_path):
    """A recipe with data, roads and initial weights, and its vocabulary."""
    dice = np.random.default_rng(0)
    drawn_split(tmp_path / "data")
    (tmp_path / "data" / "native" / "captions.json").write_text("{}", encoding="utf-8")
    for part in ("image", "label"):
        (tmp_path / "roads" / "set" / part).mkdir(parents=True)
        for number in range(11):
            (tmp_path / "roads" / "set" / part / f"{number:02}.png").write_bytes(dice.bytes(3000))
    for name in ("start.safetensors", "start.json", "words.json", "x-1-py3-none-any.whl"):
        (tmp_path / name).write_bytes(dice.bytes(9000))
    recipe = short_recipe(
        tmp_path / "data", roads=str(tmp_path / "roads"), initial=str(tmp_path / "start.safetensors"), seed=7
    )
    return recipe, tmp_path / "words.json"


def unpack(archives, folder):
    folder.mkdir(exist_ok=True)
    for path in archives:
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")


def test_what_was_unpacked_is_the_same_training(training, tmp_path):
    recipe, vocabulary = training
    archives = pack(needed_files(recipe, vocabulary, tmp_path), recipe, tmp_path / "out", LIMIT)
    assert len(archives) > 1
    assert all(path.stat().st_size <= LIMIT for path in archives)
    there = tmp_path / "there"
    unpack(archives, there)
    found = unpacked_recipe(there)
    assert replace(found, data=recipe.data, roads=recipe.roads, initial=recipe.initial) == recipe
    held_out = [RoadImages(root / "roads", held_out=True).files for root in (tmp_path, there)]
    assert [[image.name for image, _ in files] for files in held_out] == [["00.png", "10.png"]] * 2
    for name in (
        "data/native/captions.json",
        "initial.json",
        "vocab.json",
        "mci_model/train.py",
        "wheels/x-1-py3-none-any.whl",
    ):
        assert (there / name).is_file(), name
    assert (there / "mci_model/train.py").read_bytes() == needed_files(recipe, vocabulary)[
        "mci_model/train.py"
    ].read_bytes()


def test_packing_again_leaves_no_old_archive(training, tmp_path):
    recipe, vocabulary = training
    files = needed_files(recipe, vocabulary)
    many, one = (pack(files, recipe, tmp_path / "out", limit) for limit in (LIMIT, 60_000_000))
    assert len(many) > len(one) == 1
    assert list((tmp_path / "out").iterdir()) == one


def test_an_archive_that_was_not_unpacked_is_told(training, tmp_path):
    recipe, vocabulary = training
    archives = pack(needed_files(recipe, vocabulary), recipe, tmp_path / "out", LIMIT)
    there = tmp_path / "there"
    with pytest.raises(TrainingError, match=r"holds no manifest\.json; unpack every archive"):
        unpacked_recipe(there)
    unpack(archives, there)
    (there / "data" / "native" / "B" / "1.png").write_bytes(b"half")
    with pytest.raises(TrainingError, match=r"1 of \d+ files are missing .* among them data/native/B/1\.png"):
        unpacked_recipe(there)


def test_initial_weights_without_their_card_are_not_packed(training, tmp_path):
    recipe, vocabulary = training
    (tmp_path / "start.json").unlink()
    with pytest.raises(TrainingError, match=r"start\.json is missing"):
        pack(needed_files(recipe, vocabulary), recipe, tmp_path / "out", 60_000_000)
    assert not (tmp_path / "out").exists()
