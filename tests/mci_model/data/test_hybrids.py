import cv2
import numpy as np
import pytest

from mci_model.data.hybrids import CutOut, RoadImages, cut_building, cut_decoy, cut_road, hybrid, paste, vary
from mci_model.data.labelled_pairs import LabelledPair
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.errors import DatasetError
from mci_model.settings import BUILDING, ROAD


@pytest.fixture(scope="module")
def pair():
    rendered = render(compose(3))
    return LabelledPair(
        "x", rendered.before, rendered.after, rendered.label, has_roads=False, captions=("a house is built",)
    )


@pytest.fixture
def roads(tmp_path):
    for part in ("image", "label"):
        (tmp_path / "town" / part).mkdir(parents=True)
    road_image, mask = np.full((220, 220, 3), 90, np.uint8), np.zeros((220, 220), np.uint8)
    mask[:, 100:114] = 255
    road_image[mask > 0] = 200
    for name in ("a", "b"):
        cv2.imwrite(str(tmp_path / "town" / "image" / f"{name}.png"), road_image)
        cv2.imwrite(str(tmp_path / "town" / "label" / f"{name}.png"), mask)
    return RoadImages(tmp_path)


def test_objects_are_pasted_with_their_label_and_no_labelled_object_is_covered(pair, roads):
    classes = set()
    for seed in range(12):
        hybrid_pair = hybrid(pair, pair, roads, np.random.default_rng(seed))
        assert np.array_equal(hybrid_pair.before, pair.before)
        assert np.array_equal(hybrid_pair.label[pair.label > 0], pair.label[pair.label > 0])
        difference = np.abs(hybrid_pair.after.astype(int) - pair.after)[pair.label > 0]
        assert difference.mean() < 1, "only blended edges may reach a labelled object"
        new = (hybrid_pair.label > 0) & (pair.label == 0)
        if new.any():
            assert (hybrid_pair.after[new] != pair.after[new]).any(axis=-1).mean() > 0.8
        assert hybrid_pair.captions == ()
        classes |= set(np.unique(hybrid_pair.label[new]).tolist())
    assert classes == {ROAD, BUILDING}


def test_decoys_change_the_road_imageand_not_the_label(pair):
    rng = np.random.default_rng(0)
    after, label = pair.after.copy(), np.zeros_like(pair.label)
    paste(after, label, vary(cut_decoy(pair, rng), rng), rng)
    assert not label.any()
    assert (after != pair.after).any()


def test_cut_outs_hold_one_whole_object(pair, roads):
    rng = np.random.default_rng(1)
    house = cut_building(pair, rng)
    count, _ = cv2.connectedComponents(house.region.astype(np.uint8))
    assert count == 2
    image, mask = roads.read(0)
    road = next(cut for cut in (cut_road(image, mask, rng) for _ in range(20)) if cut is not None)
    assert (road.pixels[road.region] == 200).all()


def test_a_donor_without_buildings_gives_none(pair):
    from dataclasses import replace

    assert cut_building(replace(pair, label=np.zeros_like(pair.label)), np.random.default_rng(0)) is None


def test_a_piece_larger_than_the_road_imageis_cut_to_it():
    image, label = np.zeros((20, 20, 3), np.uint8), np.zeros((20, 20), np.uint8)
    paste(
        image,
        label,
        CutOut(np.full((50, 50, 3), 99, np.uint8), np.ones((50, 50), bool), ROAD),
        np.random.default_rng(0),
    )
    assert (label == ROAD).all()


def test_a_folder_without_roads_is_named(tmp_path):
    with pytest.raises(DatasetError, match="SET/image and SET/label"):
        RoadImages(tmp_path).read(0)


def test_held_out_images_are_never_trained_on(roads):
    trained, held_out = roads.files, RoadImages(roads.root, held_out=True).files
    assert len(trained) == len(held_out) == 1
    assert set(trained).isdisjoint(held_out)


def test_a_composed_pair_leaves_change_unknown(pair, roads):
    hybrid_pair = hybrid(pair, pair, roads, np.random.default_rng(0))
    assert hybrid_pair.composed
    assert hybrid_pair.changed is None
    assert pair.changed is True
