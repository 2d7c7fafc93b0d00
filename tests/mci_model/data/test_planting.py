import numpy as np
import pytest

from mci_model.data.planting import plant
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.settings import BUILDING, ROAD


@pytest.fixture(scope="module")
def image():
    return render(compose(2, 256)).before[:200, :240]


def test_planted_objects_are_labelled_and_the_rest_is_unchanged(image):
    planted = plant(image, np.ones(image.shape[:2], bool), seed=0, each=3)
    assert planted.before is image
    regions = [roof.region(image.shape[:2]) for roof in planted.roofs]
    assert {roof.size for roof in planted.roofs} == {"small", "medium", "large"}
    assert np.array_equal(np.any(regions, axis=0), planted.label == BUILDING)
    assert max(np.sum(regions, axis=0).ravel()) == 1, "roofs do not overlap"
    assert (planted.label == ROAD).any()
    light = planted.after[planted.label == 0].astype(float) - image[planted.label == 0]
    assert np.corrcoef(image[planted.label == 0].ravel(), planted.after[planted.label == 0].ravel())[0, 1] > 0.5
    assert np.isfinite(light).all()


def test_nothing_is_planted_where_there_is_no_data(image):
    valid = np.zeros(image.shape[:2], bool)
    valid[:, :120] = True
    planted = plant(image, valid, seed=1, each=3)
    assert not planted.label[:, 120:].any()


def test_a_seed_plants_the_same_and_coarser_pixels_smaller_roofs(image):
    valid = np.ones(image.shape[:2], bool)
    here, there = (plant(image, valid, seed=4, each=2) for _ in range(2))
    assert np.array_equal(here.after, there.after)
    coarse = plant(image, valid, seed=4, each=2, resolution_m=1.0)
    assert max(roof.building.depth for roof in coarse.roofs) < max(roof.building.depth for roof in here.roofs)
