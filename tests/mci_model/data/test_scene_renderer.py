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
def test_the_label_is_where_the_changed_objects_are(seed):
    rendered = render(compose(seed))
    changed = [b for b in rendered.scene.buildings if b.presence != "both"]
    for building in changed:
        x, y = int(building.x), int(building.y)
        assert rendered.label[y, x] == BUILDING
    inside = [b for b in changed if 20 < b.x < 236 and 20 < b.y < 236]
    components, _ = cv2.connectedComponents((rendered.label == BUILDING).astype(np.uint8))
    assert components - 1 >= len(inside)
    roads = [road for road in rendered.scene.roads if road.presence != "both"]
    assert (rendered.label == ROAD).any() == bool(roads)


@pytest.mark.parametrize("seed", range(6))
def test_unchanged_scenes_have_an_empty_label(seed):
    rendered = render(compose(seed, unchanged=True))
    assert not rendered.label.any()
    assert rendered.captions == UNCHANGED_SENTENCES


def test_captions_use_only_words_of_the_official_vocabulary():
    known = set(WeightsCard.read(EMBEDDED_WEIGHTS).vocabulary.words)
    words = {word for seed in range(40) for sentence in render(compose(seed, 64)).captions for word in sentence.split()}
    assert words <= known
