import json

import cv2
import numpy as np
import pytest

from mci_model.data.labelled_pairs import PairFolder
from mci_model.errors import DatasetError


@pytest.fixture
def levir(tmp_path):
    """Two pairs in the SPLIT/{A,B,label} layout, one with captions."""
    root = tmp_path / "data" / "train"
    for part in ("A", "B", "label"):
        (root / part).mkdir(parents=True)
    for name in ("one", "two"):
        for part in ("A", "B"):
            cv2.imwrite(str(root / part / f"{name}.png"), np.full((16, 16, 3), (10, 20, 30), np.uint8))
        label = np.zeros((16, 16), np.uint8)
        label[:4] = 255
        label[8:10] = 128 if name == "two" else 0
        cv2.imwrite(str(root / "label" / f"{name}.png"), label)
    (root / "captions.json").write_text(json.dumps({"one": ["the scene is the same as before"] * 5}), encoding="utf-8")
    return tmp_path / "data"


def test_pairs_are_read_as_rgb_with_class_ids(levir):
    one, two = PairFolder(levir, "train")
    assert one.before[0, 0].tolist() == [30, 20, 10]
    assert np.unique(one.label).tolist() == [0, 2]
    assert np.unique(two.label).tolist() == [0, 1, 2]
    assert one.has_roads
    assert (one.changed, two.changed) == (False, True)


def test_the_published_layout_is_read_too(levir, tmp_path):
    (levir / "images").mkdir()
    (levir / "train").rename(levir / "images" / "val")
    sentence = {"raw": " a road is built ."}
    (levir / "LevirCCcaptions.json").write_text(
        json.dumps({"images": [{"filename": "two.png", "sentences": [sentence]}]}), encoding="utf-8"
    )
    assert PairFolder(levir, "val").read("two").captions == ("a road is built",)


def test_an_unlabelled_road_leaves_change_unknown(levir):
    for name in ("one", "two"):
        cv2.imwrite(str(levir / "train" / "label" / f"{name}.png"), np.zeros((16, 16), np.uint8))
    assert PairFolder(levir, "train").read("two").changed is None


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda root: (root / "B" / "one.png").unlink(), "A and B differ, for example in 'one'"),
        (lambda root: (root / "A" / "one.png").write_bytes(b"no image"), r"one\.png cannot be decoded"),
        (lambda root: cv2.imwrite(str(root / "label" / "one.png"), np.full((16, 16), 7, np.uint8)), r"holds \[7\]"),
        (lambda root: cv2.imwrite(str(root / "B" / "one.png"), np.zeros((8, 16, 3), np.uint8)), "differ in size"),
    ],
)
def test_the_error_of_a_pair_is_named(levir, damage, message):
    damage(levir / "train")
    with pytest.raises(DatasetError, match=message):
        list(PairFolder(levir, "train"))


def test_a_folder_that_is_no_split_is_named(tmp_path):
    with pytest.raises(DatasetError, match="A, B and label"):
        PairFolder(tmp_path, "train")
