"""The small classifier of scenes: its features, what it ships with, and that it never judges a chip it learnt from."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from tools.errors import MissingBandsError
from tools.landcover.datasets import LabelledScene, read_eurosat
from tools.landcover.datasets.eurosat import CLASSES as EUROSAT
from tools.landcover.datasets.nomenclature import CLASSES as BIGEARTHNET
from tools.landcover.land_use import scene_classes, scene_cover, teach_scene_classes
from tools.landcover.land_use.scene_classes import Chips, SceneClass, classify, name_of, shipped, view_features
from tools.landcover.land_use.scene_cover import BROAD_LEAVED_MIN, CONIFEROUS_MAX, RESEMBLING, classify_scene, tiles
from tools.landcover.land_use.scene_features import MIN_SIDE, NEEDED, features

FEATURES = 64
LEVELS = {"B": 0.05, "G": 0.07, "R": 0.05, "RE1": 0.11, "RE3": 0.32, "N": 0.35, "N2": 0.36, "S1": 0.2, "S2": 0.1}
"""Of grass."""
LAKE = dict(zip(NEEDED, (0.09, 0.065, 0.042, 0.044, 0.04, 0.031, 0.03, 0.01, 0.006), strict=True))
"""At the top of the atmosphere, which makes it bluer."""


def drawn(levels=LEVELS, size=(64, 64), grain=0.1, seed=0, pattern=None):
    """Bands of a scene with some grain; `pattern` is multiplied in."""
    rng, shape = np.random.default_rng(seed), 1 if pattern is None else pattern
    return {
        key: (level * shape * rng.uniform(1 - grain, 1 + grain, size)).astype(np.float32)
        for key, level in levels.items()
    }


def stripes(size=(64, 64), width=8):
    rows, columns = np.indices(size)
    return 1 + 0.5 * ((columns // width) % 2) + 0 * rows


@pytest.fixture(scope="module")
def chips(shared):
    folder = shared / "data" / "eurosat_ms"
    if not folder.is_dir():
        pytest.skip("needs the chips of EuroSAT in ../shared/data/eurosat_ms")
    return folder


@pytest.fixture(scope="module")
def taught(chips, tmp_path_factory):
    """What the teaching command writes and prints."""
    file, said = tmp_path_factory.mktemp("taught") / "taught.safetensors", []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(teach_scene_classes, "FILE", file)
        patch.setattr(sys, "argv", ["teach", str(chips)])
        patch.setattr(teach_scene_classes, "print", said.append, raising=False)
        teach_scene_classes.main()
    return file, said


@pytest.fixture
def learnt(monkeypatch):
    """Few drawn chips in place of the shipped ones: two lakes, two meadows, one field of stripes."""
    scenes = [drawn(LAKE), drawn(LAKE, seed=1), drawn(), drawn(seed=1), drawn(pattern=stripes(), grain=0)]
    chips = Chips(
        ("lake", "meadow", "stripes"), np.stack([view_features(one) for one in scenes]), np.array([0, 0, 1, 1, 2]), ""
    )
    monkeypatch.setattr(scene_classes, "shipped", lambda: chips)
    scene_classes._fitted.cache_clear()
    yield scenes
    scene_classes._fitted.cache_clear()


@pytest.mark.parametrize("size", [(64, 64), (24, 24), (40, 90)])
def test_a_scene_is_as_many_numbers_whatever_its_size(size):
    vector = features(drawn(size=size))
    assert vector.shape == (FEATURES,)
    assert vector.dtype == np.float32
    assert np.isfinite(vector).all()


@pytest.mark.parametrize("level", [0.0, 0.3])
def test_a_scene_without_any_detail_has_features_too(level):
    assert np.isfinite(features({key: np.full((32, 32), level, np.float32) for key in NEEDED})).all()


def test_ratios_are_told_by_median_spread_and_ends():
    bands = drawn(grain=0)
    bands["N"][:, :16] = 0.05
    told = features(bands)
    ndvi = np.where(np.arange(64) < 16, 0.0, 0.3 / 0.4)
    assert told[:4] == pytest.approx([0.75, np.broadcast_to(ndvi, (64, 64)).std(), 0.0, 0.75], abs=1e-5)
    green = (told.size - 7, told.size - 6, told.size - 5)
    assert told[list(green)] == pytest.approx([0.0, 0.75, 0.25]), "shares of wet, green and bare pixels"


def test_straight_edges_and_details_are_told():
    plain, grainy, striped = (
        features(one) for one in (drawn(grain=0.001), drawn(grain=0.3), drawn(grain=0.05, pattern=stripes()))
    )
    straight = FEATURES - 4
    assert striped[straight] > grainy[straight] + 0.2
    assert striped[FEATURES - 1] > plain[FEATURES - 1] + 1, "steep edges"
    detail = 4 * 7 + 2 * 7
    assert grainy[detail] > striped[detail] > plain[detail]
    assert striped[detail + 2] > grainy[detail + 2], "large things"


def test_a_scene_is_seen_whole_and_in_its_corners():
    bands = drawn(size=(64, 48), seed=3)
    views = view_features(bands)
    assert views.shape == (5, FEATURES)
    corners = [np.s_[:48, :36], np.s_[:48, -36:], np.s_[-48:, :36], np.s_[-48:, -36:]]
    for view, part in zip(views, [np.s_[:, :], *corners], strict=True):
        assert (view == features({key: band[part] for key, band in bands.items()})).all()
    assert len(np.unique(views, axis=0)) == 5
    small = view_features(drawn(size=(MIN_SIDE, MIN_SIDE)))
    assert (small == small[0]).all(), "no part is smaller than texture needs"


def test_what_is_shipped_is_six_chips_of_each_class():
    chips = shipped()
    assert chips.names == EUROSAT
    assert chips.views.shape == (60, 5, FEATURES)
    assert np.isfinite(chips.views).all()
    assert np.bincount(chips.labels).tolist() == [6] * 10
    assert chips.source == teach_scene_classes.SOURCE
    assert "Copernicus" in chips.source
    assert len(chips.digest) == 8
    other = replace(chips, views=chips.views + np.float32(0.5))
    assert other.digest != chips.digest


def test_one_chip_is_left_out_with_all_its_views():
    chips = shipped()
    views, labels = chips.without(7)
    assert views.shape == (59 * 5, FEATURES)
    assert np.bincount(labels).tolist() == [30, 25, *[30] * 8]
    assert not (views[:, None] == chips.views[7]).all(axis=2).any()
    assert len(chips.without(None)[0]) == 300


def test_a_chip_is_known_by_its_features_alone():
    chips = shipped()
    assert [chips.known(view) for view in chips.views[:, 0]] == list(range(60))
    assert chips.known(chips.views[3, 0] + np.float32(5e-5)) == 3
    assert chips.known(chips.views[3, 0] + np.float32(1e-2)) is None
    assert chips.known(features(drawn())) is None


def test_a_chip_learnt_from_is_judged_by_one_that_did_not_see_it(learnt):
    alone = classify(learnt[4])
    assert alone.left_out
    assert alone.name != "stripes", "no other chip has stripes"
    other = classify(drawn(pattern=stripes(), grain=0.01, seed=9))
    assert (other.name, other.left_out) == ("stripes", False)
    assert name_of(learnt[4]) == "stripes", "a cell among many is not judged for a score"
    for scene, name in zip(learnt[:4], ("lake", "lake", "meadow", "meadow"), strict=True):
        found = classify(scene)
        assert (found.name, found.left_out) == (name, True)
        assert 0.5 < found.probability <= 1


def test_a_drawn_lake_is_a_lake_every_time():
    first, again = classify(drawn(LAKE, grain=0.02)), classify(drawn(LAKE, grain=0.02))
    assert first == again
    assert (first.name, first.left_out) == ("SeaLake", False)


def test_a_shipped_chip_is_judged_without_itself(chips):
    scenes = list(read_eurosat(chips))
    for scene in (scenes[0], scenes[25], scenes[-1]):
        assert classify(scene.bands).left_out
    moved = {key: np.roll(band, 7, axis=0) for key, band in scenes[0].bands.items()}
    assert not classify(moved).left_out


@pytest.mark.model
def test_teaching_gives_what_is_shipped(taught):
    file, said = taught
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scene_classes, "FILE", file)
        again = shipped.__wrapped__()
    chips = shipped()
    assert (again.names, again.source) == (chips.names, chips.source)
    assert (again.labels == chips.labels).all()
    assert again.views == pytest.approx(chips.views, abs=1e-3)
    assert len(said) == 1


def test_of_sixty_chips_each_judged_without_itself_three_in_four_are_right(taught):
    _, (said,) = taught
    words = said.split()
    assert words[:3] == ["60", "chips", "kept;"]
    assert 0.74 <= float(words[-2]) < 0.9


@pytest.mark.parametrize(
    ("size", "starts"),
    [
        ((64, 64), [(0, 0)]),
        ((40, 50), [(0, 0)]),
        ((120, 64), [(0, 0), (56, 0)]),
        ((135, 64), [(0, 0), (36, 0), (71, 0)]),
        ((130, 128), [(0, 0), (0, 64), (33, 0), (33, 64), (66, 0), (66, 64)]),
    ],
)
def test_larger_scenes_are_cut_into_tiles_that_cover_them(size, starts):
    rows, columns = np.indices(size)
    found = list(tiles({"N": rows.astype(np.float32), "R": columns.astype(np.float32)}))
    assert [(int(one["N"][0, 0]), int(one["R"][0, 0])) for one in found] == starts
    sides = tuple(min(64, side) for side in size)
    assert {one["N"].shape for one in found} == {sides}
    covered = np.zeros(size, bool)
    for top, left in starts:
        covered[top : top + 64, left : left + 64] = True
    assert covered.all()


def scene(bands, names=()):
    return LabelledScene("a scene", bands, names, "0")


def test_scenes_of_eurosat_have_one_class():
    lake = drawn(LAKE, grain=0.02)
    assert classify_scene(scene(lake), EUROSAT) == ("SeaLake",)
    more = lake | {"A": np.ones((64, 64), np.float32)}
    assert classify_scene(scene(more), tuple(reversed(EUROSAT))) == ("SeaLake",)


@pytest.mark.parametrize("count", [19, 43])
def test_classes_of_bigearthnet_are_told_by_what_resembles_them(count, monkeypatch):
    classes, found = BIGEARTHNET[count], iter(EUROSAT)
    monkeypatch.setattr(scene_cover, "classify", lambda _: SceneClass(next(found), 1.0, left_out=False))
    told = classify_scene(scene(drawn(size=(10 * 64, 64))), classes)
    assert set(told) <= set(classes)
    assert len(told) == 9, "roads and orchards resemble one class"
    assert set(RESEMBLING) == set(EUROSAT) - {"Forest"}
    for names in RESEMBLING.values():
        assert sum(name in classes for name in names) == 1


@pytest.mark.parametrize(
    ("bright", "name"),
    [
        (BROAD_LEAVED_MIN + 0.01, "Broad-leaved forest"),
        (BROAD_LEAVED_MIN - 0.01, "Mixed forest"),
        (CONIFEROUS_MAX + 0.01, "Mixed forest"),
        (CONIFEROUS_MAX - 0.01, "Coniferous forest"),
    ],
)
def test_woods_are_told_apart_by_how_bright_they_are(bright, name, monkeypatch):
    monkeypatch.setattr(scene_cover, "classify", lambda _: SceneClass("Forest", 1.0, left_out=False))
    woods = drawn(LEVELS | {"N2": bright}, size=(120, 120), grain=0)
    for classes in BIGEARTHNET.values():
        assert classify_scene(scene(woods), classes) == (name,)


def test_pictures_in_colour_are_refused_with_a_way_out():
    colours = {key: np.zeros((64, 64), np.float32) for key in "RGB"}
    with pytest.raises(MissingBandsError, match=r"Without RE1, RE3, N, N2, S1, S2 land cover .* with --llm"):
        classify_scene(scene(colours), EUROSAT)
