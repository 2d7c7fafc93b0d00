"""Pairs of odd places, sizes, shifts and values: refused with the way out, told of on the card, or measured rightly.

Numbers in comments are those of the list of bad inputs that every release is tried with.
"""

import math

import cv2
import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image
from pyproj import Geod, Transformer
from rasterio.rpc import RPC

from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.prediction import Window
from tools.errors import InputError
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.pairs.registration import MAX_HARMLESS
from tools.rasters.blocks import blocks
from tools.rasters.opener import open_source

LEFT, TOP = 620_000.0, 3_350_000.0
GRID = Affine(0.5, 0, LEFT, 0, -0.5, TOP)
UNSURE = "Whether the two dates lie on each other cannot be told"
TOO_LITTLE = "There is too little to see whether the two dates lie on each other."
IDENTICAL = "The two images are identical, pixel for pixel: check that the right files were given."


def noise(seed=0, bands=3, height=64, width=64, dtype=np.uint8, low=2, high=250):
    return np.random.default_rng(seed).integers(low, high, (bands, height, width)).astype(dtype)


def reals(seed=0, low=0.02, high=0.9, bands=3):
    return np.random.default_rng(seed).uniform(low, high, (bands, 64, 64)).astype(np.float32)


@pytest.fixture
def write(tmp_path):
    """Write a GeoTIFF with exactly these pixels; without any, noise that depends on its name."""

    def made(name="a.tif", pixels=None, **profile):
        values = noise(seed=ord(name[0])) if pixels is None else pixels
        shape = {"count": values.shape[0], "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype}
        profile = {"crs": "EPSG:32614", "transform": GRID} | shape | profile
        with rasterio.open(tmp_path / name, "w", driver="GTiff", **profile) as file:
            file.write(values)
        return tmp_path / name

    return made


def told(first, second):
    """The one sentence that a person gets instead of a pair."""
    with pytest.raises(InputError, match=r"\.$") as caught:
        inspect(open_pair(first, second))
    sentence = str(caught.value)
    assert sentence.isprintable()
    return sentence


def card(first, second, **options):
    return inspect(open_pair(first, second, **options))


# 25, 26: where they lie


def test_equal_numbers_in_two_zones_are_six_degrees_apart(write):
    first, second = write("a.tif", crs="EPSG:32633"), write("b.tif", crs="EPSG:32634")
    assert told(first, second) == (
        "a.tif and b.tif cover different ground and share no pixel; give two images of one place."
    )


@pytest.mark.filterwarnings("ignore:.*geotransform")
@pytest.mark.parametrize("silent", [{"crs": None}, {"transform": Affine.identity()}], ids=["no CRS", "no transform"])
@pytest.mark.parametrize("order", [1, -1], ids=["second", "first"])
def test_an_image_that_does_not_tell_its_place_takes_that_of_the_other(write, silent, order):
    files = [write("a.tif"), write("b.tif", **silent)][::order]
    seen = card(*files)
    assert (
        "b.tif does not tell where it lies; it is taken to cover the same ground as the other image." in seen.warnings
    )
    assert seen.crs == "EPSG:32614"
    assert seen.area_m2 == pytest.approx(64 * 64 * 0.25, rel=1e-3)


@pytest.mark.filterwarnings("ignore:.*geotransform")
def test_of_another_size_and_without_a_place_it_cannot_be_brought_onto_the_other(write):
    second = write("b.tif", noise(height=65), crs=None, transform=Affine.identity())
    assert told(write("a.tif"), second) == (
        "a.tif is 64 x 64 px and b.tif is 64 x 65 px, and unless both are georeferenced they cannot be "
        "brought onto one grid; give georeferenced images, or two of one size."
    )


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        ("EPSG:4326", Affine(5e-6, 0, 10, 0, -5e-6, 95)),
        ("EPSG:4326", GRID),
        ("EPSG:32614", Affine(0.5, 0, 1e12, 0, -0.5, 1e12)),
        ('LOCAL_CS["site",UNIT["metre",1]]', GRID),
    ],
    ids=["beyond the pole", "metres taken for degrees", "far off", "a building site's own"],
)
def test_a_place_that_is_not_on_earth_is_refused(write, crs, transform):
    path = write(crs=crs, transform=transform)
    assert told(path, path) == (
        "a.tif: its CRS cannot be brought onto the earth; assign the right one with gdal_edit.py."
    )


# 27, 33: areas far north, at the poles, across the 180th meridian


def geodesic(crs, transform, height, width):
    """Square metres within an image's outline, by pyproj alone."""
    steps = np.linspace(0, 1, 40)[:-1]
    columns = np.concatenate([steps, 0 * steps + 1, 1 - steps, 0 * steps]) * width
    rows = np.concatenate([0 * steps, steps, 0 * steps + 1, 1 - steps]) * height
    xs, ys = transform.a * columns + transform.b * rows + transform.c, transform.d * columns + transform.e * rows
    longitudes, latitudes = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(xs, ys + transform.f)
    return abs(Geod(ellps="WGS84").polygon_area_perimeter(longitudes, latitudes)[0])


@pytest.mark.parametrize("latitude", [0, 60, 80])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_areas_in_degrees_and_in_web_mercator_are_true_far_north(write, crs, latitude):
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(10.0, latitude)
    step = 5e-6 if crs == "EPSG:4326" else 0.5
    transform = Affine(step, 0, x, 0, -step, y)
    seen = card(write("a.tif", crs=crs, transform=transform), write("b.tif", crs=crs, transform=transform))
    shrink = math.cos(math.radians(latitude)) ** (1 if crs == "EPSG:4326" else 2)
    naive = (0.5 if crs == "EPSG:3857" else 5e-6 * 111_320) ** 2 * 64 * 64
    assert seen.area_m2 == pytest.approx(geodesic(crs, transform, 64, 64), rel=1e-4)
    assert seen.area_m2 == pytest.approx(naive * shrink, rel=0.02)
    assert seen.resolution_m == pytest.approx(math.sqrt(seen.area_m2) / 64, rel=1e-3)
    assert any("A pixel is" in warning for warning in seen.warnings) == (seen.resolution_m < 0.297)


@pytest.mark.parametrize("crs", ["EPSG:3413", "EPSG:3031", "EPSG:32661"])
@pytest.mark.parametrize("east", [0, 100_000])
def test_areas_are_true_in_polar_stereographic_even_at_the_pole(write, crs, east):
    middle = 2_000_000 if crs == "EPSG:32661" else 0
    transform = Affine(0.5, 0, middle + east - 16, 0, -0.5, middle + 16)
    seen = card(write("a.tif", crs=crs, transform=transform), write("b.tif", crs=crs, transform=transform))
    scale = math.sqrt(geodesic(crs, transform @ Affine.translation(0, 100_000), 64, 64)) / 64
    assert seen.area_m2 == pytest.approx((64 * scale) ** 2, rel=2e-3)


def test_an_image_across_the_180th_meridian_is_one_piece(write):
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32760", always_xy=True).transform(180, -18)
    transform = Affine(0.5, 0, x - 16, 0, -0.5, y + 16)
    profile = {"crs": "EPSG:32760", "transform": transform}
    seen = card(write("a.tif", **profile), write("b.tif", **profile))
    assert seen.area_m2 == pytest.approx(64 * 64 * 0.25, rel=2e-3)
    assert seen.overlap == 1


def test_the_same_ground_told_east_and_west_of_the_180th_meridian_is_the_same(write):
    pixels = noise()
    east = write("a.tif", pixels, crs="EPSG:4326", transform=Affine(5e-6, 0, 179.9998, 0, -5e-6, -18))
    west = write("b.tif", pixels, crs="EPSG:4326", transform=Affine(5e-6, 0, -180.0002, 0, -5e-6, -18))
    for files in ((east, west), (west, east)):
        pair = open_pair(*files)
        assert pair.size == (64, 64)
        assert np.array_equal(pair.before, pair.after)


def test_it_is_also_the_same_where_it_must_be_resampled(write):
    smooth = np.stack([cv2.GaussianBlur(band, (0, 0), 4) for band in noise()])
    east = write("a.tif", smooth, crs="EPSG:4326", transform=Affine(5e-6, 0, 179.9998, 0, -5e-6, -18))
    west = write("b.tif", smooth, crs="EPSG:4326", transform=Affine(5e-6, 0, -180.0002 + 1e-6, 0, -5e-6, -18))
    pair = open_pair(east, west)
    assert pair.valid.mean() > 0.95
    assert np.abs(pair.before.astype(int) - pair.after)[pair.valid].mean() < 3


def test_metres_come_onto_degrees_across_the_180th_meridian(write):
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32760", always_xy=True).transform(180, -18)
    metres = write(
        "b.tif", noise(height=200, width=200), crs="EPSG:32760", transform=Affine(0.5, 0, x - 50, 0, -0.5, y + 50)
    )
    degrees = write("a.tif", crs="EPSG:4326", transform=Affine(5e-6, 0, 179.99984, 0, -5e-6, -17.99984))
    pair = open_pair(degrees, metres)
    assert pair.size == (64, 64)
    assert pair.valid.all()


def test_what_is_lost_at_the_180th_meridian_is_told(write):
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32760", always_xy=True).transform(180, -18)
    metres = write("a.tif", crs="EPSG:32760", transform=Affine(0.5, 0, x - 16, 0, -0.5, y + 16))
    degrees = write(
        "b.tif", noise(height=200, width=200), crs="EPSG:4326", transform=Affine(5e-6, 0, 179.9995, 0, -5e-6, -17.9995)
    )
    seen = card(metres, degrees)
    assert seen.nodata_share < 0.01 or any("has no data on one date or both" in warning for warning in seen.warnings)


# 28, 29, 30: odd grids


def ground(transform, height=64, width=64):
    """A smooth picture of the ground that any grid can look at."""
    rows, columns = np.mgrid[:height, :width] + 0.5
    xs = transform.a * columns + transform.b * rows + transform.c - LEFT
    ys = transform.d * columns + transform.e * rows + transform.f - TOP
    red = 128 + 100 * np.sin(xs / 5) * np.cos(ys / 7)
    return np.stack([red, 255 - red, 128 + 100 * np.cos((xs - ys) / 11)]).round().astype(np.uint8)


ODD_GRIDS = {
    "turned by 30 degrees": Affine.translation(LEFT + 8, TOP - 2) @ Affine.rotation(-30) @ Affine.scale(0.5, -0.5),
    "turned by 90 degrees": Affine.translation(LEFT + 32, TOP) @ Affine.rotation(-90) @ Affine.scale(0.5, -0.5),
    "sheared": Affine(0.5, 0.05, LEFT, 0.02, -0.5, TOP),
    "south-up": Affine(0.5, 0, LEFT, 0, 0.5, TOP - 32),
    "east to west": Affine(-0.5, 0, LEFT + 32, 0, -0.5, TOP),
    "oblong pixels": Affine(0.5, 0, LEFT, 0, -0.4, TOP),
}


@pytest.mark.parametrize("odd", ODD_GRIDS.values(), ids=ODD_GRIDS)
@pytest.mark.parametrize("order", [1, -1], ids=["second", "first"])
def test_odd_grids_show_the_same_ground_as_plain_ones(write, odd, order):
    files = [write("a.tif", ground(GRID)), write("b.tif", ground(odd), transform=odd)][::order]
    pair = open_pair(*files)
    off = np.abs(pair.before.astype(int) - pair.after)[pair.valid]
    assert pair.valid.mean() > 0.4
    assert np.percentile(off, 98) < 16
    assert any("brought onto the first one's grid" in note for note in pair.notes)
    seen = inspect(pair)
    pixel = abs((GRID if order == 1 else odd).determinant)
    assert seen.area_m2 == pytest.approx(pair.valid.sum() * pixel, rel=3e-3)


@pytest.mark.parametrize("odd", [grid for name, grid in ODD_GRIDS.items() if name != "oblong pixels"])
def test_two_odd_grids_alike_are_not_resampled(write, odd):
    pair = open_pair(write("a.tif", ground(odd), transform=odd), write("b.tif", ground(odd), transform=odd))
    assert np.array_equal(pair.before, pair.after)
    assert pair.valid.all()
    assert pair.notes == ()


NO_GRIDS = {
    "NaN": (Affine(np.nan, 0, LEFT, 0, -0.5, TOP), "its geotransform holds no real grid"),
    "infinite": (Affine(0.5, 0, np.inf, 0, -0.5, TOP), "its geotransform holds no real grid"),
    "no size": (Affine(0, 0, LEFT, 0, 0, TOP), "its geotransform holds no real grid"),
    "no width": (Affine(0, 0.5, LEFT, 0, -0.5, TOP), "its geotransform holds no real grid"),
    "one line": (Affine(0.5, 0.5, LEFT, 0.5, 0.5, TOP), "its geotransform holds no real grid"),
    "huge": (Affine(1e300, 0, LEFT, 0, -1e300, TOP), "its CRS cannot be brought onto the earth"),
    "a nanometre": (Affine(1e-9, 0, LEFT, 0, -1e-9, TOP), "its pixels would be"),
}


@pytest.mark.parametrize(("transform", "complaint"), NO_GRIDS.values(), ids=NO_GRIDS)
def test_numbers_that_make_no_grid_are_refused(write, transform, complaint):
    path = write("z.tif", transform=transform)
    sentence = told(path, write("a.tif"))
    assert sentence.startswith(f"z.tif: {complaint}")
    assert "gdal_edit.py" in sentence


@pytest.mark.filterwarnings("ignore:.*identity")
def test_an_image_placed_by_rpcs_alone_must_be_orthorectified(write):
    ones = [1.0] * 20
    offsets = {f"{name}_{kind}": 1.0 for name in ("height", "lat", "line", "long", "samp") for kind in ("off", "scale")}
    counts = {f"{name}_{kind}_coeff": ones for name in ("line", "samp") for kind in ("den", "num")}
    path = write(crs=None, transform=Affine.identity(), rpcs=RPC(**offsets, **counts, err_bias=None, err_rand=None))
    assert told(path, path) == ("a.tif is placed by RPCs; orthorectify it first: gdalwarp -rpc -to RPC_DEM=dem.tif.")


# 31, 32: overlap and pixel size


@pytest.mark.parametrize(
    ("east", "south", "size"),
    [(31.5, 31.5, "1 x 1"), (31.5, 0, "1 x 64"), (0, 24.5, "64 x 15")],
)
def test_an_overlap_of_a_few_pixels_shows_nothing(write, east, south, size):
    second = write("b.tif", transform=Affine(0.5, 0, LEFT + east, 0, -0.5, TOP - south))
    assert told(write("a.tif"), second) == (
        f"a.tif and b.tif share only {size} px; at least 16 px on each side must overlap."
    )


@pytest.mark.parametrize("east", [32, 32.25, 1e5, -1e6])
def test_no_overlap_is_no_pair(write, east):
    second = write("b.tif", transform=Affine(0.5, 0, LEFT + east, 0, -0.5, TOP))
    assert told(write("a.tif"), second) == (
        "a.tif and b.tif cover different ground and share no pixel; give two images of one place."
    )


def test_the_smallest_overlap_that_is_judged_is_told(write):
    second = write("b.tif", transform=Affine(0.5, 0, LEFT + 24, 0, -0.5, TOP - 24))
    seen = card(write("a.tif"), second)
    assert seen.overlap == pytest.approx(1 / 16)
    assert "Only the overlap is judged: 6.25 % of the first image." in seen.warnings


def test_inside_each_other_they_share_the_smaller_one(write):
    large = Affine(0.5, 0, LEFT - 20, 0, -0.5, TOP + 20)
    inner = write("a.tif", ground(GRID))
    outer = write("b.tif", ground(large, 200, 200), transform=large)
    for files, overlap in (((inner, outer), 1.0), ((outer, inner), 64 * 64 / 200**2)):
        pair = open_pair(*files)
        assert pair.size == (64, 64)
        assert np.array_equal(pair.before, pair.after)
        assert inspect(pair).overlap == pytest.approx(overlap)


def test_ten_metres_against_half_a_metre_are_told_whichever_comes_first(write):
    coarse = Affine(10, 0, LEFT - 20, 0, -10, TOP + 20)
    fine = write("a.tif", ground(GRID, 640, 640))
    rough = write("b.tif", ground(coarse), transform=coarse)
    onto_fine, onto_rough = card(fine, rough), card(rough, fine)
    assert any("from pixels of 10 m to 0.5 m" in warning for warning in onto_fine.warnings)
    assert any("from pixels of 0.5 m to 10 m" in warning for warning in onto_rough.warnings)
    assert onto_rough.area_m2 == pytest.approx(320**2, rel=3e-3)
    assert any("A pixel is 10 m on the ground" in warning for warning in onto_rough.warnings)
    assert any("expect misses and false alarms" in warning for warning in onto_rough.warnings)


@pytest.mark.parametrize("metres", [0.1, 3, 10, 30])
def test_pixels_that_the_networks_do_not_know_are_warned_of(write, metres):
    grid = Affine(metres, 0, LEFT, 0, -metres, TOP)
    seen = card(write("a.tif", transform=grid), write("b.tif", transform=grid))
    assert any(f"A pixel is {metres:.2g} m on the ground" in warning for warning in seen.warnings)


# 34: shifts, turns and unrelated scenes


@pytest.fixture(scope="module")
def scene():
    return render(compose(5, 320))


def moved(image, columns, rows, degrees=0.0):
    matrix = cv2.getRotationMatrix2D((160, 160), degrees, 1)
    matrix[:, 2] += (columns, rows)
    size = (image.shape[1], image.shape[0])
    return np.asarray(cv2.warpAffine(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101))


def planes(image):
    return np.moveaxis(image, -1, 0)


@pytest.mark.parametrize("columns", [0, 0.5])
def test_half_a_pixel_is_found_and_is_no_matter(write, scene, columns):
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(moved(scene.after, columns, 0))))
    assert seen.shift.sure
    assert seen.shift.columns == pytest.approx(columns, abs=0.15)
    assert seen.warnings == ()


@pytest.mark.parametrize("columns", [3.3, 7, -9])
def test_more_than_six_pixels_are_found_and_warned_of(write, scene, columns):
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(moved(scene.after, columns, 0))))
    assert seen.shift.columns == pytest.approx(columns, abs=0.2)
    warned = [warning for warning in seen.warnings if "register it first" in warning]
    assert bool(warned) == (abs(columns) > MAX_HARMLESS)
    side = "right" if columns > 0 else "left"
    assert all(f"{abs(columns):.0f}" in warning and side in warning for warning in warned)


@pytest.mark.parametrize(("columns", "rows"), [(40, 0), (0, 40), (-40, 0), (25, 0), (30, 30), (0, -90)])
def test_farther_than_is_looked_for_nothing_is_said_to_be_sure(write, scene, columns, rows):
    first = write("a.tif", planes(scene.before))
    pair = open_pair(first, write("b.tif", planes(moved(scene.after, columns, rows))), align=True)
    assert not pair.shift.sure
    assert pair.corrected is None
    assert any(warning.startswith(UNSURE) for warning in inspect(pair).warnings)


@pytest.mark.parametrize("degrees", [2, -2, 3])
def test_a_turn_of_a_few_degrees_is_told_and_not_taken_for_a_shift(write, scene, degrees):
    first = write("a.tif", planes(scene.before))
    pair = open_pair(first, write("b.tif", planes(moved(scene.after, 0, 0, degrees))), align=True)
    assert not pair.shift.sure
    assert pair.corrected is None
    assert any("nothing was moved" in note for note in pair.notes)
    assert any("turned against each other by about" in warning for warning in inspect(pair).warnings)


def test_half_a_degree_is_no_matter(write, scene):
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(moved(scene.after, 0, 0, 0.5))))
    assert seen.shift.sure
    assert seen.shift.turn == 0


def test_where_most_has_really_changed_the_rest_tells_the_shift(write, scene):
    built = moved(scene.after, 2, 1)
    built[:, :192] = noise(height=320, width=192).transpose(1, 2, 0)
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(built)))
    assert seen.shift.sure
    assert (seen.shift.columns, seen.shift.rows) == pytest.approx((2, 1), abs=0.3)


@pytest.mark.parametrize("side", [64, 128, 320])
def test_unrelated_scenes_are_never_said_to_lie_on_each_other(write, scene, side):
    first = write("a.tif", planes(scene.before)[:, :side, :side])
    others = [render(compose(50 + number, 320)).after for number in range(6)]
    others.append(noise(height=320, width=320).transpose(1, 2, 0))
    for other in others:
        seen = card(first, write("b.tif", planes(other)[:, :side, :side]))
        assert not seen.shift.sure
        assert any(warning.startswith(UNSURE) for warning in seen.warnings)


# 35: no data


@pytest.mark.parametrize(
    ("pixels", "profile"),
    [
        (np.zeros((3, 64, 64), np.uint8), {"nodata": 0}),
        (np.full((3, 64, 64), np.nan, np.float32), {}),
        (np.full((3, 64, 64), np.inf, np.float32), {}),
        (np.full((3, 64, 64), -9999, np.float32), {"nodata": -9999}),
    ],
    ids=["all nodata", "all NaN", "all infinite", "all -9999"],
)
def test_an_image_without_any_data_is_no_half_of_a_pair(write, pixels, profile):
    empty, full = write("a.tif", pixels, **profile), write("b.tif", noise(dtype=pixels.dtype))
    for files in ((empty, full), (full, empty), (empty, empty)):
        assert told(*files) == "The two images have no valid pixel in common; give images that overlap."


def test_infinite_and_missing_reals_are_no_data_and_do_not_bend_the_stretch(write):
    holes = reals()
    holes[:, :8], holes[:, 8:16], holes[1, 16:24] = np.inf, -np.inf, np.nan
    pair = open_pair(write("a.tif", holes), write("b.tif", reals(1)))
    assert not pair.valid[:24].any()
    assert pair.valid[24:].all()
    assert 0 < pair.stretch.low < pair.stretch.high < 0.9
    assert not pair.before[:24].any()
    assert (
        "38 % of the common ground has no data on one date or both; nothing is known of it." in inspect(pair).warnings
    )


@pytest.mark.parametrize(
    ("fill", "dtype", "shown"),
    [(-9999, np.float32, "-9999"), (-3.4e38, np.float32, "-3.4e+38"), (-32768, np.int16, "-32768")],
)
def test_a_fill_value_that_is_not_declared_is_not_taken_for_dark_ground(write, fill, dtype, shown):
    holes = (reals() * (1 if dtype == np.float32 else 5000)).astype(dtype)
    holes[:, :8] = fill
    sentence = told(write("b.tif", reals(1)), write("a.tif", holes))
    assert sentence.startswith(f"Many pixels of a.tif are {shown}, which stands for no data but is not declared")
    assert "gdal_edit.py -a_nodata" in sentence
    declared = open_pair(write("c.tif", holes, nodata=holes[0, 0, 0].item()), write("d.tif", reals(2)))
    assert not declared.valid[:8].any()
    assert declared.valid[8:].all()


@pytest.mark.parametrize("number", [b"-99", b"999", b"1e9", b"nan"])
def test_a_nodata_value_that_the_file_cannot_hold_hides_nothing(write, number):
    path = write("a.tif", noise(low=0, high=254), nodata=255)
    content = path.read_bytes()
    assert content.count(b"255\0") == 1
    path.write_bytes(content.replace(b"255\0", number.ljust(4, b"\0")))
    pair = open_pair(path, write("b.tif"))
    assert pair.valid.all()
    assert np.array_equal(planes(pair.before), noise(low=0, high=254))


def test_black_water_that_is_declared_to_be_no_data_is_told_of(write):
    lake = noise()
    lake[:, :20] = 0
    seen = card(write("a.tif", lake, nodata=0), write("b.tif", lake))
    assert seen.nodata_share == pytest.approx(20 / 64)
    assert "31 % of the common ground has no data on one date or both; nothing is known of it." in seen.warnings
    assert card(write("c.tif", lake), write("b.tif", lake)).nodata_share == 0, "undeclared, black is ground"


def test_water_with_a_trace_of_colour_is_ground_even_where_nought_is_no_data(write):
    lake = noise()
    lake[:, :20] = 0
    lake[2, :20] = 3
    assert open_pair(write("a.tif", lake, nodata=0), write("b.tif")).valid.all()


# 36, 37, 38: nothing to compare


@pytest.mark.parametrize(("dtype", "value"), [(np.uint8, 9), (np.uint8, 0), (np.uint16, 900), (np.float32, 0.5)])
def test_an_image_of_one_value_is_said_to_show_nothing(write, dtype, value):
    flat = np.full((3, 64, 64), value, dtype)
    other = reals() if dtype == np.float32 else noise(dtype=dtype)
    seen = card(write("a.tif", flat), write("b.tif", other))
    assert "a.tif shows nothing: its pixels are all but alike; check that it is the right file." in seen.warnings
    assert not any(warning.startswith("b.tif shows nothing") for warning in seen.warnings)
    assert TOO_LITTLE in seen.warnings


def test_one_step_between_two_flat_images_is_not_blown_up_to_black_and_white(write):
    first, second = (
        write(name, np.full((3, 64, 64), value, np.uint16)) for name, value in (("a.tif", 900), ("b.tif", 901))
    )
    pair = open_pair(first, second)
    assert int(pair.after.max()) - int(pair.before.min()) < 20
    assert not any("cloud" in warning for warning in inspect(pair).warnings)


def test_an_image_beside_itself_is_called_identical(write):
    seen = card(write("a.tif"), write("b.tif", noise(seed=ord("a"))))
    assert seen.identical
    assert seen.warnings == (IDENTICAL,)
    assert seen.shift is None


def test_one_pixel_that_differs_is_enough_not_to_be(write):
    large = noise(height=1500, width=1100)
    first = write("a.tif", large)
    large[1, 1333, 777] += 1
    seen = card(first, write("b.tif", large))
    assert not seen.identical
    assert IDENTICAL not in seen.warnings


def test_swapped_dates_are_told_of(write):
    seen = card(write("b_20210619.tif"), write("a_20180504.tif"))
    assert (seen.before.date, seen.after.date) == ("2021-06-19", "2018-05-04")
    assert "The first image is dated 2021-06-19, later than the second (2018-05-04): perhaps they are swapped." in (
        seen.warnings
    )
    assert not any("swapped" in warning for warning in card(write("a_20180504.tif"), write("b_20210619.tif")).warnings)


@pytest.mark.parametrize("name", ["a_20211345.tif", "a_99999999.tif", "a_120210619.tif"])
def test_digits_that_are_no_day_are_no_date(write, name):
    assert open_source(write(name)).date is None


# 39, 40: values and bands

VALUES = {
    "reflectance x 10,000": (noise(dtype=np.uint16, low=300, high=4000), "reflectance x 10,000"),
    "reflectance": (reals(), "reflectance 0-1"),
    "negative integers": (noise(dtype=np.int16, low=-500, high=9000), "digital numbers"),
    "signed bytes": (noise(dtype=np.int8, low=-100, high=100), "digital numbers"),
    "decibels": (reals(low=-25, high=-5, bands=1), "decibels"),
    "32 bits": (noise(dtype=np.uint32, low=0, high=2**32 - 1), "digital numbers"),
    "64 bits": (noise(dtype=np.int64, low=-(2**62), high=2**62), "digital numbers"),
    "large reals": (reals().astype(np.float64) * 1e29, "digital numbers"),
}


@pytest.mark.parametrize(("pixels", "kind"), VALUES.values(), ids=VALUES)
def test_no_kind_of_values_wraps_round_or_goes_black(write, pixels, kind):
    pair = open_pair(write("a.tif", pixels), write("b.tif", pixels[:, ::-1]))
    assert inspect(pair).values == kind
    shown, deep = pair.before[..., 0].astype(float).ravel(), pixels[0].astype(float).ravel()
    assert np.array_equal(shown[np.argsort(deep)], np.sort(shown)), "brighter values are shown no darker"
    assert shown.min() == 0
    assert shown.max() == 255
    assert 90 < shown.mean() < 165
    assert any(str(pixels.dtype) in note for note in pair.notes)


def test_radar_is_told_from_optical_images(write):
    seen = card(write("a.tif", reals(low=-25, high=-5, bands=2)), write("b.tif", reals(1, low=-25, high=-5, bands=2)))
    told = "a.tif holds radar backscatter and is no photograph: buildings and roads are not looked for, but terradelta "
    assert f"{told}radar tells what changed." in seen.warnings
    assert f"{told}radar tells what changed." in seen.picture_warnings


@pytest.mark.parametrize("deep", [noise(dtype=np.uint16, low=300, high=4000), reals()], ids=["uint16", "float32"])
def test_bytes_beside_deeper_values_are_told_of(write, deep):
    seen = card(write("a.tif"), write("b.tif", deep))
    assert any("values of different kinds" in warning for warning in seen.warnings)
    twice = card(write("c.tif", deep), write("d.tif", deep[:, ::-1]))
    assert not any("values of different kinds" in warning for warning in twice.warnings)


def named(path, names):
    with rasterio.open(path, "r+") as file:
        file.descriptions = names
    return path


def test_blue_green_red_by_name_is_read_as_red_green_blue(write):
    pixels = noise()
    first = named(write("a.tif", pixels, photometric="MINISBLACK"), ["blue", "green", "red"])
    pair = open_pair(first, write("b.tif", pixels[::-1]))
    assert np.array_equal(pair.before, pair.after)


SENTINEL_2 = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12"]


def test_of_thirteen_bands_the_visible_ones_are_looked_at(write):
    pixels = noise(bands=13, dtype=np.uint16, low=300, high=4000)
    pair = open_pair(named(write("a.tif", pixels), SENTINEL_2), write("b.tif", pixels[[3, 2, 1]]))
    assert np.array_equal(pair.before, pair.after)
    assert open_source(write("c.tif", pixels)).notes == (
        "c.tif has 13 bands without names, as Sentinel-2 has; 4, 3, 2 are red, green and blue.",
    )


def test_one_band_beside_three_is_grey(write):
    pair = open_pair(write("a.tif", noise(bands=1)), write("b.tif"))
    assert pair.before.shape == pair.after.shape == (64, 64, 3)
    assert np.array_equal(pair.before[..., 0], noise(bands=1)[0])
    assert np.array_equal(pair.before[..., 0], pair.before[..., 2])


@pytest.mark.parametrize("alpha", ["NO", "YES"])
def test_near_infrared_in_place_of_alpha_hides_only_its_noughts_and_that_is_told(write, alpha):
    pixels = noise(bands=4)
    pixels[3, :16] = 0
    pair = open_pair(write("a.tif", pixels, photometric="RGB", alpha=alpha), write("b.tif"))
    assert np.array_equal(planes(pair.before)[:, 16:], pixels[:3, 16:])
    assert pair.valid[16:].all()
    hidden = alpha == "YES"
    assert pair.valid[:16].any() != hidden
    assert any("25 % of the common ground has no data" in warning for warning in inspect(pair).warnings) == hidden


# 41: clouds, snow, glare, seasons


@pytest.mark.parametrize(("dtype", "scale", "white"), [(np.uint8, 1, 250), (np.uint16, 20, 9000)])
def test_nine_tenths_of_cloud_are_told_of_whatever_the_values(write, dtype, scale, white):
    clear = noise(high=120).astype(dtype) * dtype(scale)
    cloudy = clear.copy()
    cloudy[:, :58] = white
    seen = card(write("a.tif", clear), write("b.tif", cloudy))
    assert "91 % of b.tif looks like cloud, snow or glare; what lies below is not seen." in seen.warnings
    assert seen.before.cloud_share < 0.01


def test_snow_on_one_date_is_told_of(write, scene):
    snow = scene.after.copy()
    snow[60:260] = 235 + snow[60:260] // 20
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(snow)))
    assert any("of b.tif looks like cloud, snow or glare" in warning for warning in seen.warnings)
    assert not any("of a.tif looks like" in warning for warning in seen.warnings)


def test_glare_on_a_patch_of_water_is_told_of(write, scene):
    glare = scene.after.copy()
    cv2.circle(glare, (160, 160), 60, (255, 255, 250), -1)
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(glare)))
    assert seen.after.cloud_share == pytest.approx(math.pi * 60**2 / 320**2, rel=0.2)
    assert any("of b.tif looks like" in warning for warning in seen.warnings)


def test_another_season_does_not_hide_that_the_dates_lie_on_each_other(write, scene):
    brown = np.clip(scene.before * np.array([1.3, 0.9, 0.6]) + 12, 0, 255).astype(np.uint8)
    seen = card(write("a.tif", planes(scene.before)), write("b.tif", planes(moved(brown, 1, 0))))
    assert seen.shift.sure
    assert seen.shift.columns == pytest.approx(1, abs=0.2)


# 42: odd sizes

SIZES = [(255, 257), (256, 1000), (251, 509), (16, 16), (17, 19), (31, 33), (1031, 1033)]


@pytest.mark.parametrize(("height", "width"), SIZES)
@pytest.mark.parametrize("tiled", [False, True])
def test_images_of_any_size_are_read_whole_and_in_windows(write, height, width, tiled):
    earlier, later = noise(1, height=height, width=width), noise(2, height=height, width=width)
    tiles = {"tiled": True, "blockxsize": 64, "blockysize": 48} if tiled else {}
    pair = open_pair(write("a.tif", earlier, **tiles), write("b.tif", later, **tiles))
    assert np.array_equal(planes(pair.before), earlier)
    assert np.array_equal(planes(pair.after), later)
    assert pair.valid.all()
    seen = inspect(pair)
    assert seen.area_m2 == pytest.approx(height * width * 0.25, rel=1e-3)
    with pair.reading() as reader:
        for window in blocks(pair.size, 250):
            assert np.array_equal(planes(reader.read(window).after), later[:, window.slices[0], window.slices[1]])


@pytest.mark.parametrize("name", ["png", "webp"])
def test_pictures_of_a_prime_size_are_read_in_windows_too(tmp_path, name):
    pixels = noise(height=131, width=173)
    for stem in "ab":
        Image.fromarray(pixels.transpose(1, 2, 0)).save(tmp_path / f"{stem}.{name}", lossless=True)
    pair = open_pair(tmp_path / f"a.{name}", tmp_path / f"b.{name}")
    with pair.reading() as reader:
        corner = reader.read(Window(100, 150, 31, 23))
    assert np.array_equal(planes(corner.before), pixels[:, 100:, 150:])
    assert inspect(pair).identical


@pytest.mark.parametrize(("height", "width"), [(16, 16), (17, 19), (31, 300)])
def test_on_a_scrap_nothing_is_said_of_a_shift(write, height, width):
    first, second = (
        write(name, noise(seed, height=height, width=width)) for seed, name in enumerate(("a.tif", "b.tif"))
    )
    seen = card(first, second)
    assert seen.shift is None
    assert TOO_LITTLE in seen.warnings
