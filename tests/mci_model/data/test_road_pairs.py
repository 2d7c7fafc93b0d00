import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mci_model.data.road_pairs import SIDE, cover, road_pair
from mci_model.settings import BACKGROUND, ROAD


@pytest.fixture(scope="module")
def road_image():
    """Noisy dark ground with one bright road down the middle."""
    image = np.random.default_rng(0).integers(40, 90, (300, 300, 3)).astype(np.uint8)
    roads = np.zeros((300, 300), bool)
    roads[:, 140:154] = True
    image[roads] = 220
    return image, roads


@given(seed=st.integers(0, 10_000))
def test_labelled_roads_are_visible_on_the_later_date_only(road_image, seed):
    made = road_pair(*road_image, np.random.default_rng(seed))
    assert made.before.shape == made.after.shape == (SIDE, SIDE, 3)
    assert set(np.unique(made.label).tolist()) <= {BACKGROUND, ROAD}
    new = made.label == ROAD
    if new.any():
        assert made.after[new].mean() > 170, "the road of the image"
        assert made.before[new].mean() < made.after[new].mean() - 60, "ground covers it on the earlier date"


def test_decoys_differ_without_a_label(road_image):
    differing = 0
    for seed in range(20):
        made = road_pair(*road_image, np.random.default_rng(seed))
        far = made.label == BACKGROUND
        differing += int((made.before[far] != made.after[far]).any())
        assert made.has_roads
        assert made.changed is None, "no human judged whether this is a change"
    assert differing > 10


def test_pixels_that_still_show_a_road_are_not_labelled(road_image):
    image, _ = road_image
    everywhere = np.ones(image.shape[:2], bool)
    hidden = cover(image.copy(), everywhere, everywhere, np.random.default_rng(0))
    assert not hidden.any()


def test_an_empty_region_leaves_the_image(road_image):
    image, roads = road_image
    same = image.copy()
    cover(same, np.zeros_like(roads), roads, np.random.default_rng(0))
    assert np.array_equal(same, image)
