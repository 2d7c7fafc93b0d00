import cv2
import numpy as np
import pytest

from mci_model.data.any_change_pairs import AnyChangeFolder
from mci_model.errors import DatasetError


def write(folder, names, meta=None):
    for part in ("A", "B", "label"):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for name in names:
            values = np.zeros((8, 8), np.uint8) if part == "label" else np.zeros((8, 8, 3), np.uint8)
            values[:2] = 255 if part == "label" else 30
            cv2.imwrite(str(folder / part / f"{name}.png"), values)
    if meta:
        (folder / "meta.csv").write_text("name,mosaic\n" + "".join(f"{n},{m}\n" for n, m in meta), encoding="utf-8")
    return folder


def test_crops_of_one_scene_stay_together(tmp_path):
    names = [f"Town_{scene}_{row:04d}_0000" for scene in range(10) for row in range(3)]
    folder = write(tmp_path, names)
    training, held_out = (AnyChangeFolder(folder, held_out=held).names for held in (False, True))
    assert sorted([*training, *held_out]) == names
    assert {name[:6] for name in held_out} == {"Town_0", "Town_5"}
    assert not {name[:6] for name in training} & {name[:6] for name in held_out}


def test_mosaics_of_the_table_stay_together(tmp_path):
    names = [f"{number:05d}" for number in range(12)]
    folder = write(tmp_path, names, [(name, number % 6) for number, name in enumerate(names)])
    assert AnyChangeFolder(folder, held_out=True).names == ["00000", "00005", "00006", "00011"]


def test_pairs_are_read_with_a_label_of_ones(tmp_path):
    first = next(iter(AnyChangeFolder(write(tmp_path, ["a", "b"]))))
    assert (first.name, first.before.shape, int(first.label.sum())) == ("b", (8, 8, 3), 16)


def test_what_is_missing_is_named(tmp_path):
    with pytest.raises(DatasetError, match="holds no pairs"):
        AnyChangeFolder(tmp_path).names  # noqa: B018
    folder = write(tmp_path, ["a", "b"])
    (folder / "label" / "b.png").unlink()
    with pytest.raises(DatasetError, match="label holds no b"):
        list(AnyChangeFolder(folder))
