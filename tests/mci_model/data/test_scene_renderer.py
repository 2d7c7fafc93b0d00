import cv2
import numpy as np
import pytest

from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, WeightsCard
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.settings import BUILDING, ROAD


def test_a_seed_always_draws_the_same():
    first, second = render(compose(5)), render(compose(5))
    assert np.array_equal(first.before, second.before)
    assert np.array_equal(first.after, second.after)
    assert not np.array_equal(first.before, render(compose(6)).before)


@pytest.mark.parametrize("seed", range(8))
def test_the_truth_is_where_the_changed_things_stand(seed):
    drawn = render(compose(seed))
    changed = [b for b in drawn.scene.buildings if b.presence != "both"]
    for building in changed:
        x, y = int(building.x), int(building.y)
        assert drawn.label[y, x] == BUILDING
    inside = [b for b in changed if 20 < b.x < 236 and 20 < b.y < 236]
    found, _ = cv2.connectedComponents((drawn.label == BUILDING).astype(np.uint8))
    assert found - 1 >= len(inside)
    roads = [road for road in drawn.scene.roads if road.presence != "both"]
    assert (drawn.label == ROAD).any() == bool(roads)


@pytest.mark.parametrize("seed", range(6))
def test_changed_places_look_different_and_unchanged_scenes_have_no_truth(seed):
    drawn = render(compose(seed, unchanged=True))
    assert not drawn.label.any()
    assert drawn.captions == UNCHANGED_SENTENCES


def test_captions_use_only_words_of_the_official_vocabulary():
    known = set(WeightsCard.read(EMBEDDED_WEIGHTS).vocabulary.words)
    said = {word for seed in range(40) for sentence in render(compose(seed, 64)).captions for word in sentence.split()}
    assert said <= known
