"""Files that were cut are joined as they were, or not at all."""

import json

import numpy as np
import pytest

from mci_model.errors import JsonFileError, TrainingError
from mci_model.remote_training.parts import cut, join


@pytest.fixture
def files(tmp_path):
    dice = np.random.default_rng(0)
    sizes = {"weights.safetensors": 25_000, "exact.bin": 20_000, "log.csv": 10, "empty.json": 0}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(dice.bytes(size))
    return [tmp_path / name for name in sizes]


def test_parts_are_small_and_joined_are_the_same(files, tmp_path):
    written = cut(files, tmp_path / "parts", 10_000)
    assert sorted(path.name for path in written) == [
        "empty.json.1of1",
        "exact.bin.1of2",
        "exact.bin.2of2",
        "log.csv.1of1",
        "parts.json",
        "weights.safetensors.1of3",
        "weights.safetensors.2of3",
        "weights.safetensors.3of3",
    ]
    assert max(path.stat().st_size for path in written) == 10_000
    joined = join(tmp_path / "parts", tmp_path / "back")
    assert [path.read_bytes() for path in joined] == [path.read_bytes() for path in files]
    assert sorted((tmp_path / "back").iterdir()) == sorted(joined)


def test_a_part_that_is_missing_or_other_is_told_and_nothing_is_joined_of_it(files, tmp_path):
    cut(files[:1], tmp_path / "parts", 10_000)
    second = tmp_path / "parts" / "weights.safetensors.2of3"
    content = second.read_bytes()
    second.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(TrainingError, match=r"weights\.safetensors is not what was cut"):
        join(tmp_path / "parts", tmp_path / "back")
    second.unlink()
    with pytest.raises(TrainingError, match=r"weights\.safetensors\.2of3 is missing"):
        join(tmp_path / "parts", tmp_path / "back")
    assert list((tmp_path / "back").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "a/b", "/etc/x", ".."])
def test_a_list_that_names_places_elsewhere_is_refused(tmp_path, name):
    (tmp_path / "parts.json").write_text(json.dumps({name: {"sha256": "", "parts": []}}), encoding="utf-8")
    with pytest.raises(TrainingError, match="is no file of its folder"):
        join(tmp_path, tmp_path / "back")
    (tmp_path / "parts.json").write_text(json.dumps({"x": {"sha256": "", "parts": [name]}}), encoding="utf-8")
    with pytest.raises(TrainingError, match="is no file of its folder"):
        join(tmp_path, tmp_path / "back")


def test_a_folder_without_parts_is_told(tmp_path):
    with pytest.raises(JsonFileError, match=r"parts\.json"):
        join(tmp_path, tmp_path / "back")
