"""Pictures of bands, pixel by pixel against values worked out from the formulas."""

import json

import cv2
import numpy as np
import pytest

from tests.factories.bands import FOREST, stack, write
from tests.factories.seven_bands import LAKE, NAMES, WOODS
from tools.errors import MissingBandsError
from tools.pairs.pair import open_pair
from tools.spectrum.pseudo_image_files import make_views, write_views
from tools.spectrum.pseudo_images import DIFFERENCE, MIN_PICTURE, MOISTURE, VEGETATION, WHITE_REFLECTANCE
from tools.spectrum.pseudo_images import WATER as WATER_MAP

ORDER = ("true-colour", "false-colour", "ndvi", "ndwi", "ndmi-swir1", "ndmi-swir2")


@pytest.fixture
def pair(tmp_path):
    before = write(tmp_path / "2020-06-01.tif", stack(WOODS, LAKE), NAMES)
    after = write(tmp_path / "2021-06-01.tif", stack(LAKE, LAKE), NAMES)
    return open_pair(before, after)


def colour(view, side):
    """The colour in the middle of the left or right half."""
    height, width = view.picture.shape[:2]
    return tuple(int(one) for one in view.picture[height // 2, width // 4 if side == "left" else 3 * width // 4])


@pytest.mark.parametrize(
    ("value", "expected"),
    [(-0.7, (165, 0, 38)), (0.0, (165, 0, 38)), (0.25, (249, 142, 82)), (0.5, (254, 255, 190)), (1.0, (0, 104, 55))],
)
def test_vegetation_is_matplotlibs_red_yellow_green_given_the_raw_index(value, expected):
    painted = VEGETATION.paint(np.full((1, 1), value, np.float32))[0, 0]
    assert np.abs(painted.astype(int) - expected).max() <= 1


@pytest.mark.parametrize(
    ("colours", "value", "expected"),
    [
        (WATER_MAP, -0.9, (255, 255, 255)), (WATER_MAP, 0.0, (255, 255, 255)), (WATER_MAP, 0.8, (0, 0, 255)),
        (WATER_MAP, 0.4, (127, 127, 255)), (MOISTURE, -0.8, (255, 0, 0)), (MOISTURE, 0.0, (0, 255, 0)),
        (MOISTURE, 0.9, (0, 0, 255)), (DIFFERENCE, 0.0, (247, 247, 247)), (DIFFERENCE, -1.0, (118, 42, 131)),
        (DIFFERENCE, 0.5, (27, 120, 55)), (MOISTURE, np.nan, (128, 128, 128)),
    ],
)  # fmt: skip
def test_maps_have_the_colours_of_their_stops(colours, value, expected):
    painted = colours.paint(np.full((1, 1), value, np.float32))[0, 0]
    assert np.abs(painted.astype(int) - expected).max() <= 2


def test_the_six_pictures_come_in_the_papers_order_with_their_formulas(pair):
    views = make_views(pair)
    assert [(view.date, view.name) for view in views[:12]] == [
        (date, name) for date in ("before", "after") for name in ORDER
    ]
    assert [view.name for view in views[12:]] == [f"{name}-change" for name in ORDER[2:]]
    legends = {view.name: view.legend for view in views[:6]}
    assert "red is B04, green is B03, blue is B02" in legends["true-colour"]
    assert "red is B08, green is B04, blue is B03" in legends["false-colour"]
    assert "(B08 - B04) / (B08 + B04)" in legends["ndvi"]
    assert "(B03 - B08) / (B03 + B08)" in legends["ndwi"]
    assert "(B8A - B11) / (B8A + B11)" in legends["ndmi-swir1"]
    assert "(B8A - B12) / (B8A + B12)" in legends["ndmi-swir2"]


def test_every_pixel_is_what_the_formulas_say(pair):
    views = {(view.date, view.name): view for view in make_views(pair)}
    blue, green, red, nir, narrow, swir1, swir2 = WOODS
    true = tuple(int(min(1, one / WHITE_REFLECTANCE) * 255) for one in (red, green, blue))
    false = tuple(int(min(1, one / WHITE_REFLECTANCE) * 255) for one in (nir, red, green))
    assert np.abs(np.subtract(colour(views["before", "true-colour"], "left"), true)).max() <= 1
    assert np.abs(np.subtract(colour(views["before", "false-colour"], "left"), false)).max() <= 1
    for name, colours, one, other in (
        ("ndvi", VEGETATION, nir, red),
        ("ndwi", WATER_MAP, green, nir),
        ("ndmi-swir1", MOISTURE, narrow, swir1),
        ("ndmi-swir2", MOISTURE, narrow, swir2),
    ):
        value = np.full((1, 1), (one - other) / (one + other), np.float32)
        expected = colours.paint(value)[0, 0].astype(int)
        assert np.abs(np.subtract(colour(views["before", name], "left"), expected)).max() <= 2, name
    lake = (LAKE[3] - LAKE[2]) / (LAKE[3] + LAKE[2]) - (nir - red) / (nir + red)
    change = views["change", "ndvi-change"]
    assert (
        np.abs(np.subtract(colour(change, "left"), DIFFERENCE.paint(np.full((1, 1), lake, np.float32))[0, 0])).max()
        <= 2
    )
    assert np.abs(np.subtract(colour(change, "right"), (247, 247, 247))).max() <= 1


def test_small_pictures_are_enlarged_to_squares(pair):
    for view in make_views(pair):
        assert min(view.picture.shape[:2]) >= MIN_PICTURE
        assert view.picture.shape[0] % 40 == view.picture.shape[1] % 50 == 0
        assert (view.picture[0, 0] == view.picture[5, 5]).all()


def test_files_hold_pictures_and_legends(pair, tmp_path):
    paths = write_views(pair, tmp_path / "views")
    legends = json.loads(paths[-1].read_text(encoding="utf-8"))
    assert list(legends) == [path.name for path in paths[:-1]]
    assert legends["13-ndvi-change.png"].startswith("Change of NDVI")
    read = cv2.cvtColor(cv2.imread(str(paths[1])), cv2.COLOR_BGR2RGB)
    assert (read == make_views(pair)[1].picture).all()


def test_what_lacks_bands_is_told_and_nothing_is_written(tmp_path):
    files = [write(tmp_path / f"202{n}-01-01.tif", stack(FOREST)[:4], ("B02", "B03", "B04", "B08")) for n in (0, 1)]
    with pytest.raises(MissingBandsError, match="has not N2, S1, S2"):
        write_views(open_pair(*files), tmp_path / "views")
    assert not (tmp_path / "views").exists()
