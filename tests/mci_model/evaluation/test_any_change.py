import numpy as np
import pytest

from mci_model.data.any_change_pairs import AnyChangePair
from mci_model.evaluation.any_change import auc, plain_difference, planted_objects, recall, regions


def squares(*corners, side=20):
    canvas = np.zeros((128, 128), np.uint8)
    for top, left in corners:
        canvas[top : top + side, left : left + side] = 1
    return canvas


def test_pieces_count_as_found_from_half_of_their_pixels():
    label = squares((10, 10), (60, 60), (100, 10))
    marked = label > 0
    marked[60:71, 60:80] = False  # 11 of 20 rows are missing
    marked[100:109, 10:30] = False  # 9 of 20 rows are missing
    told = recall(planted_objects(label, marked))
    assert told["objects"] == 3
    assert told["recall"] == pytest.approx(2 / 3)
    assert told["by_size"]["from_300_px"] == {"objects": 3, "recall": pytest.approx(2 / 3)}
    assert told["by_size"]["from_2000_px"] == {"objects": 0, "recall": None}


def test_regions_are_counted_without_slivers_and_specks():
    changed = squares((10, 10), (60, 60)).astype(np.float32)
    changed[100:103, :] = 1  # a sliver
    changed[120:126, 120:126] = 1  # a speck
    assert regions(changed, 0.5) == 2
    assert regions(changed * 0.4, 0.5) == 0


def test_auc_of_what_knows_the_truth_is_one_and_of_what_knows_nothing_a_half():
    rng = np.random.default_rng(0)
    label = squares((10, 10), (60, 60))
    before = rng.integers(0, 50, (128, 128, 3)).astype(np.uint8)
    pair = AnyChangePair("a", before, before + 100 * label[..., None], label)
    looks = {"plain": plain_difference, "nothing": lambda b, a: rng.random(b.shape[:2]).astype(np.float32)}
    told = auc([pair], looks)
    assert told["pairs"] == 1
    assert told["plain"] == 1
    assert told["nothing"] == pytest.approx(0.5, abs=0.1)


def test_without_both_classes_there_is_no_auc():
    same = np.zeros((16, 16, 3), np.uint8)
    assert auc([AnyChangePair("a", same, same, same[..., 0])], {"plain": plain_difference}) == {
        "pairs": 1,
        "plain": None,
    }
    assert auc([], {"plain": plain_difference}) == {"pairs": 0, "plain": None}
    assert recall([]) | {"by_size": 0} == {"objects": 0, "recall": None, "by_size": 0}
