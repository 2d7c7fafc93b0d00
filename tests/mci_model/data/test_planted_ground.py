import cv2
import numpy as np
import pytest

from mci_model.data.land_cover_images import BARE, UNLABELLED, WATER, LandCoverImages
from mci_model.data.planted_ground import cast_shadows, plant_ground
from mci_model.errors import DatasetError

COLOURS = {1: (40, 120, 40), 2: (150, 110, 70), 3: (120, 120, 125), 6: (20, 40, 90)}


@pytest.fixture
def images_folder(tmp_path):
    """Ten images, each of one kind of ground; the first and the sixth are held out."""
    rng = np.random.default_rng(0)
    for part in ("image", "label"):
        (tmp_path / part).mkdir()
    for number in range(10):
        label = (1, 2, 3, 6)[number % 4]
        noisy = np.clip(rng.normal(COLOURS[label], 8, (300, 300, 3)), 0, 255).astype(np.uint8)
        cv2.imwrite(str(tmp_path / "image" / f"{number}.png"), noisy[..., ::-1])
        cv2.imwrite(str(tmp_path / "label" / f"{number}.png"), np.full((300, 300), label, np.uint8))
    return tmp_path


@pytest.fixture
def meadow():
    return np.random.default_rng(1).integers(90, 110, (256, 256, 3)).astype(np.uint8)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_labelled_differs_and_nothing_else_does(images_folder, meadow, seed):
    planted = plant_ground(meadow, meadow, LandCoverImages([images_folder]), np.random.default_rng(seed), 4)
    difference = np.abs(planted.before.astype(int) - planted.after).max(axis=2)
    inside = cv2.erode(planted.label, np.ones((7, 7), np.uint8)) > 0
    away = cv2.dilate(planted.label, np.ones((21, 21), np.uint8)) == 0
    assert (difference[inside] > 5).mean() > 0.9 or not inside.any()
    assert (difference[away] == 0).all()


def test_the_same_seed_plants_the_same(images_folder, meadow):
    images = LandCoverImages([images_folder])
    first, second = (plant_ground(meadow, meadow, images, np.random.default_rng(5), 4) for _ in range(2))
    assert first.label.any()
    assert np.array_equal(first.after, second.after)
    assert np.array_equal(first.label, second.label)


def test_ground_that_would_not_be_seen_is_not_planted(images_folder):
    images = LandCoverImages([images_folder])
    soil = images.images[1].pixels[:256, :256]
    planted = [plant_ground(soil, soil, images, np.random.default_rng(seed), 1) for seed in range(30)]
    alike = [one for one in planted if not one.label.any()]
    assert alike, "soil on soil is left out"


def test_a_fifth_is_held_out_and_pieces_are_of_their_kind(images_folder):
    training, held_out = (LandCoverImages([images_folder], held_out=held) for held in (False, True))
    assert (len(training.images), len(held_out.images)) == (8, 2)
    piece = training.piece(WATER, np.ones((40, 50), bool), np.random.default_rng(0))
    assert piece.shape == (40, 50, 3)
    assert np.abs(piece.mean((0, 1)) - COLOURS[6]).max() < 5
    assert held_out.piece(WATER, np.ones((40, 50), bool), np.random.default_rng(0)) is None
    assert training.piece(BARE, np.ones((500, 500), bool), np.random.default_rng(0)) is None, "larger than any image"


def test_labels_become_numbers_of_cover(images_folder):
    assert {int(image.cover[0, 0]) for image in LandCoverImages([images_folder]).images} <= {0, 1, 2, 4}
    grey = np.full((300, 300), 9, np.uint8)
    cv2.imwrite(str(images_folder / "label" / "1.png"), grey)
    assert LandCoverImages([images_folder]).images[0].cover[0, 0] == UNLABELLED


def test_a_folder_without_images_is_named(tmp_path):
    with pytest.raises(DatasetError, match="holds no image and label folders"):
        LandCoverImages([tmp_path])


def test_shadows_are_soft_and_keep_the_shape(meadow):
    shaded = cast_shadows(meadow, np.random.default_rng(0))
    assert shaded.shape == meadow.shape
    assert (shaded != meadow).any()
