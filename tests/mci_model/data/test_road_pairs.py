import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mci_model.data.road_pairs import SIDE, cover, road_pair
from mci_model.settings import BACKGROUND, ROAD


@pytest.fixture(scope="module")
def picture():
    """Noisy dark ground with one bright road down the middle."""
    image = np.random.default_rng(0).integers(40, 90, (300, 300, 3)).astype(np.uint8)
    roads = np.zeros((300, 300), bool)
    roads[:, 140:154] = True
    image[roads] = 220
    return image, roads


@given(seed=st.integers(0, 10_000))
def test_labelled_roads_are_seen_later_and_not_before(picture, seed):
    made = road_pair(*picture, np.random.default_rng(seed))
    assert made.before.shape == made.after.shape == (SIDE, SIDE, 3)
    assert set(np.unique(made.label).tolist()) <= {BACKGROUND, ROAD}
    new = made.label == ROAD
    if new.any():
        assert made.after[new].mean() > 170, "the road of the picture"
        assert made.before[new].mean() < made.after[new].mean() - 60, "ground lies where it will run"


def test_decoys_differ_without_a_label(picture):
    differing = 0
    for seed in range(20):
        made = road_pair(*picture, np.random.default_rng(seed))
        far = made.label == BACKGROUND
        differing += int((made.before[far] != made.after[far]).any())
        assert made.has_roads
        assert made.changed is None, "nobody was asked whether this is a change"
    assert differing > 10


def test_what_still_shows_a_road_is_not_called_covered(picture):
    image, _ = picture
    everywhere = np.ones(image.shape[:2], bool)
    hidden = cover(image.copy(), everywhere, everywhere, np.random.default_rng(0))
    assert not hidden.any()


def test_nothing_to_cover_leaves_the_picture(picture):
    image, roads = picture
    same = image.copy()
    cover(same, np.zeros_like(roads), roads, np.random.default_rng(0))
    assert np.array_equal(same, image)
