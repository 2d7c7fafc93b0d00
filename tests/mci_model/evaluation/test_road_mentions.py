import numpy as np
import pytest

from mci_model.evaluation.road_mentions import mention, road_by_captions

SAME = ["the scene is the same as before"] * 5
ROADS = ["a road is built", "two roads appear", "a street was built .", "trees are gone", "broadly as it was"]


def mask(pixels):
    drawn = np.zeros((20, 20), np.uint8)
    drawn.ravel()[:pixels] = 1
    return drawn


def test_pairs_count_as_marked_from_fifty_pixels_on():
    mentions = [mention(ROADS, mask(50)), mention(ROADS, mask(49)), mention(SAME, mask(50)), mention(SAME, mask(0))]
    assert road_by_captions(mentions) == {
        "spoken_of": {"pairs": 2, "marked": pytest.approx(0.5)},
        "unchanged": {"pairs": 2, "marked": pytest.approx(0.5)},
    }


def test_what_two_people_alone_speak_of_does_not_count_and_words_are_whole():
    assert mention(["a road", "a road", "broad fields", "trees", "trees"], mask(60)).speakers == 2
    assert road_by_captions([mention(["a road", "roads", "x", "y", "z"], mask(60))]) is None
    assert road_by_captions([mention(SAME, mask(0))]) == {
        "spoken_of": {"pairs": 0, "marked": None},
        "unchanged": {"pairs": 1, "marked": 0.0},
    }
