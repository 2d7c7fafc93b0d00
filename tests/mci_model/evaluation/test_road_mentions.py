from types import SimpleNamespace

import numpy as np
import pytest

from mci_model.evaluation.road_mentions import mention, road_by_captions

SAME = ["the scene is the same as before"] * 5
ROADS = ["a road is built", "two roads appear", "a street was built .", "trees are gone", "broadly as it was"]


def seen(pixels, probability=0.0):
    """A prediction of so many pixels of road."""
    mask = np.zeros((20, 20), np.uint8)
    mask.ravel()[:pixels] = 1
    return SimpleNamespace(mask=mask, probabilities=np.full((3, 20, 20), probability, np.float32))


def test_pairs_count_as_marked_from_fifty_pixels_on():
    mentions = [
        mention(ROADS, seen(50, 0.3)),
        mention(ROADS, seen(49, 0.1)),
        mention(SAME, seen(50, 0.2)),
        mention(SAME, seen(0, 0.0)),
    ]
    assert road_by_captions(mentions) == {
        "marked_where_said": pytest.approx(0.5),
        "marked_where_unchanged": pytest.approx(0.5),
        "auc": pytest.approx(0.75),
        "pairs": 4,
        "said": 2,
    }


def test_what_two_people_alone_speak_of_does_not_count_and_words_are_whole():
    assert mention(["a road", "a road", "broad fields", "trees", "trees"], seen(60)).speakers == 2
    assert road_by_captions([mention(["a road", "roads", "x", "y", "z"], seen(60))]) is None
    assert road_by_captions([mention(SAME, seen(0))]) == {
        "marked_where_said": None,
        "marked_where_unchanged": 0.0,
        "auc": None,
        "pairs": 1,
        "said": 0,
    }
