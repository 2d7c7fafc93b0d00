"""Land cover by spectral rules: each rule on hand-made spectra, on both sides of each threshold, and on files."""

import numpy as np
import pytest
import rasterio

import tools.landcover.spectral_cover as rules
from tests.factories.bands import (
    COLUMNS,
    MEADOW,
    PLACE,
    ROWS,
    S2,
    SNOW,
    SOIL,
    WATER,
    WOODS,
    band,
    space,
    stack,
    write,
)
from tools.catalogue.land_tools import classify_landcover, land_cover_transitions
from tools.errors import MissingBandsError, ReflectanceError
from tools.landcover.spectral_cover import WITH_SWIR, WITHOUT_SWIR, SpectralCover
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference
from tools.spectrum.change_signs import SurfaceState
from tools.spectrum.indices import IndexRequest

ROOF = (0.60, 0.62, 0.63, 0.62, 0.45, 0.40)
"""White: its MNDWI is above 0."""
LIT = (0.0, 0.03, 0.0, 0.0, 0.01, 0.0)
"""Nothing comes back in red and near infrared, but green light does."""
BLACK = (0.0,) * 6
SHADE = (0.02, 0.03, 0.02, 0.09, 0.02, 0.01)
"""Woods in shade, dark and wet."""
GROUNDS = {
    "water": WATER, "snow and ice": SNOW, "trees": WOODS, "low vegetation": MEADOW, "bare or built-up ground": SOIL,
}  # fmt: skip


def named(spectrum, chosen=WITH_SWIR):
    """What rules take one pixel for."""
    bands = {key: np.full((1, 1), value, np.float32) for key, value in zip("BGRN", spectrum[:4], strict=True)}
    bands |= {key: np.full((1, 1), value, np.float32) for key, value in zip(("S1", "S2"), spectrum[4:], strict=True)}
    code = int(chosen.classify({key: bands[key] for key in chosen.bands})[0, 0])
    return chosen.legend.names[code - 1] if code else "unknown"


def pixel(ndvi=None, wet=None, green=0.05, **others):
    """A spectrum by NDVI and MNDWI, or by its bands."""
    nir = others.get("nir", 0.3)
    red = others.get("red", 0.05) if ndvi is None else nir * (1 - ndvi) / (1 + ndvi)
    swir = others.get("swir", 0.2) if wet is None else green * (1 - wet) / (1 + wet)
    return 0.05, green, red, nir, swir, others.get("far", 0.2)


def codes_of(workspace, found):
    """What the map file holds."""
    with without_gdal_warnings(), rasterio.open(workspace.artefacts[found.layer].path) as file:
        return file.read(1)


def shares(found):
    return {one.name: one.share for one in found.classes}


@pytest.mark.parametrize(
    ("spectrum", "name"),
    [
        *((spectrum, name) for name, spectrum in GROUNDS.items()),
        (ROOF, "bare or built-up ground"),
        (LIT, "water"),
        (BLACK, "unknown"),
        (SHADE, "trees"),
        ((0.10, 0.12, 0.12, 0.10, 0.02, 0.01), "water"),
    ],
    ids=[*GROUNDS, "a white roof", "only green light", "no light", "woods in shade", "muddy water"],
)
def test_each_ground_is_told_by_its_spectrum(spectrum, name):
    assert named(spectrum) == name


@pytest.mark.parametrize(
    ("below", "above", "names"),
    [
        (pixel(ndvi=-0.3, wet=-0.02, nir=0.05), pixel(ndvi=-0.3, wet=0.02, nir=0.05), ("bare", "water")),
        (pixel(ndvi=-0.3, wet=0.3, nir=0.108), pixel(ndvi=-0.3, wet=0.3, nir=0.112), ("water", "bare")),
        (pixel(ndvi=0.18, wet=0.3, nir=0.1), pixel(ndvi=0.22, wet=0.3, nir=0.1), ("water", "bare")),
        (pixel(ndvi=0.0, wet=0.38, green=0.8), pixel(ndvi=0.0, wet=0.42, green=0.8), ("bare", "snow")),
        (
            pixel(ndvi=0.0, wet=0.5, green=0.8, nir=0.108),
            pixel(ndvi=0.0, wet=0.5, green=0.8, nir=0.112),
            ("water", "snow"),
        ),
        (pixel(ndvi=0.44, far=0.05), pixel(ndvi=0.46, far=0.05), ("low", "trees")),
        (pixel(ndvi=0.7, far=0.068), pixel(ndvi=0.7, far=0.072), ("trees", "low")),
        (pixel(ndvi=0.34), pixel(ndvi=0.36), ("bare", "low")),
    ],
)
def test_both_sides_of_each_threshold(below, above, names):
    found = named(below), named(above)
    assert all(warning.startswith(name) for warning, name in zip(found, names, strict=True)), found


@pytest.mark.parametrize(
    ("spectrum", "name"),
    [
        (WATER, "water"),
        (WOODS, "vegetation"),
        (MEADOW, "vegetation"),
        (SOIL, "bare or built-up ground"),
        (SNOW, "bare or built-up ground"),
        (ROOF, "bare or built-up ground"),
        (pixel(ndvi=-0.3, nir=0.108, green=0.2), "water"),
        (pixel(ndvi=-0.3, nir=0.112, green=0.2), "bare or built-up ground"),
        (pixel(ndvi=-0.3, nir=0.05, green=0.04), "bare or built-up ground"),
        (pixel(ndvi=0.36, nir=0.3, green=0.1), "vegetation"),
        (pixel(ndvi=0.34, nir=0.3, green=0.1), "bare or built-up ground"),
        (BLACK, "unknown"),
    ],
)
def test_without_short_waves_there_are_three_classes(spectrum, name):
    assert named(spectrum, WITHOUT_SWIR) == name


def test_every_class_is_put_at_its_pixels_with_areas_on_the_ellipsoid(tmp_path):
    files = [
        write(tmp_path / f"{year}-06-01.tif", stack(*grounds))
        for year, grounds in ((2020, tuple(GROUNDS.values())), (2021, tuple(reversed(GROUNDS.values()))))
    ]
    workspace = space(tmp_path, files)
    found = classify_landcover(workspace, "before")
    expected = band(1, 2, 3, 4, 5)
    assert (codes_of(workspace, found) == expected).all()
    assert (codes_of(workspace, classify_landcover(workspace, "after")) == 6 - expected).all()
    areas = Georeference("EPSG:32614", PLACE, ROWS, COLUMNS).pixel_areas
    assert len(found.classes) == 5
    for one in found.classes:
        assert one.pixels == ROWS * COLUMNS / 5
        here = expected == 1 + list(GROUNDS).index(one.name)
        assert one.area_m2 == pytest.approx(areas[here].sum(), rel=1e-6)
    assert sum(one.area_m2 for one in found.classes) == pytest.approx(areas.sum(), rel=1e-6)
    assert (found.date, found.unknown_share, found.uses) == ("before", 0, ())
    assert "Xu 2006" in found.method
    assert "its band names are those of Sentinel-2" in found.method
    assert any("cannot tell bare ground from buildings" in told for told in found.warnings)


def test_the_largest_class_comes_first_and_absent_ones_are_left_out(tmp_path):
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(WATER, SOIL, SOIL, SOIL, MEADOW)) for n in (0, 1)]
    found = classify_landcover(space(tmp_path, files), "after")
    assert shares(found) == {"bare or built-up ground": 0.6, "water": 0.2, "low vegetation": 0.2}
    assert found.classes[0].name == "bare or built-up ground"


def test_without_a_place_on_earth_pixels_are_told_and_no_areas(tmp_path):
    files = [
        write(tmp_path / f"202{n}-06-01.tif", stack(WATER, MEADOW), crs=None, transform=None, nodata=None)
        for n in (0, 1)
    ]
    found = classify_landcover(space(tmp_path, files), "before")
    assert {one.name: (one.pixels, one.area_m2) for one in found.classes} == {
        "water": (1000, None),
        "low vegetation": (1000, None),
    }


def test_told_clouds_and_gaps_are_not_known(tmp_path):
    names = (*S2, "SCL")
    scl = [band(4, 9, 4, 4, 4) / 10_000]
    grounds = stack(WOODS, WOODS, WATER, (0.0,) * 6, MEADOW)
    before = write(tmp_path / "2020-06-01.tif", [*grounds, *scl], names, nodata=0)
    after = write(tmp_path / "2021-06-01.tif", [*stack(WOODS), band(4) / 10_000], names)
    workspace = space(tmp_path, (before, after))
    found = classify_landcover(workspace, "before")
    assert found.unknown_share == pytest.approx(0.4)
    assert (codes_of(workspace, found)[0, 5::10] == [3, 0, 1, 0, 4]).all()
    assert shares(found) == pytest.approx({"trees": 1 / 3, "water": 1 / 3, "low vegetation": 1 / 3})


def test_a_date_under_clouds_alone_is_refused_and_leaves_nothing_behind(tmp_path):
    names = (*S2, "SCL")
    files = [
        write(tmp_path / f"202{n}-06-01.tif", [*stack(WOODS), band(cloud) / 10_000], names)
        for n, cloud in enumerate((9, 4))
    ]
    workspace = space(tmp_path, files)
    with pytest.raises(ReflectanceError, match="take other dates"):
        classify_landcover(workspace, "before")
    assert not workspace.measurements.of("1")
    assert not list(workspace.artefacts)
    assert not list((tmp_path / "out").rglob("*.tif"))
    assert shares(classify_landcover(workspace, "after")) == {"trees": 1.0}


def test_only_the_area_of_interest_counts(tmp_path):
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(*GROUNDS.values())) for n in (0, 1)]
    left, top = PLACE @ (0, 0)
    workspace = space(tmp_path, files, area_of_interest=f"{left},{top - 400},{left + 150},{top}@EPSG:32614")
    found = classify_landcover(workspace, "after")
    assert shares(found) == pytest.approx({"water": 2 / 3, "snow and ice": 1 / 3})
    assert found.unknown_share == pytest.approx(0.7)
    assert not codes_of(workspace, found)[:, 15:].any()
    assert f"within {left}" in found.method


@pytest.mark.parametrize("side", [7, 16, 41])
def test_windows_of_any_size_give_the_same_cover(tmp_path, monkeypatch, side):
    rng = np.random.default_rng(side)
    noisy = [one + rng.uniform(0, 0.1, (ROWS, COLUMNS)) for one in stack(*GROUNDS.values())]
    files = [write(tmp_path / f"202{n}-06-01.tif", noisy) for n in (0, 1)]
    whole = space(tmp_path / "whole", files)
    first = classify_landcover(whole, "before")
    monkeypatch.setattr(rules, "READ_BLOCK", side)
    parted = space(tmp_path / "parted", files)
    again = classify_landcover(parted, "before")
    assert len(first.classes) > 2
    assert (codes_of(whole, first) == codes_of(parted, again)).all()
    assert [(one.name, one.pixels) for one in first.classes] == [(one.name, one.pixels) for one in again.classes]
    assert [one.area_m2 for one in first.classes] == pytest.approx([one.area_m2 for one in again.classes], rel=1e-6)


def test_both_dates_are_told_by_the_rules_that_the_poorer_one_allows(tmp_path):
    rich = write(tmp_path / "2020-06-01.tif", stack(WOODS, WATER))
    poor = write(tmp_path / "2021-06-01.tif", stack(WOODS, SOIL)[:4], S2[:4])
    workspace = space(tmp_path, (rich, poor))
    assert shares(classify_landcover(workspace, "before")) == {"trees": 0.5, "water": 0.5}
    assert shares(classify_landcover(workspace, "after")) == {"vegetation": 0.5, "bare or built-up ground": 0.5}
    found = land_cover_transitions(workspace)
    assert {(one.before, one.after): one.pixels for one in found.cells} == {
        ("vegetation", "vegetation"): 1000,
        ("water", "bare or built-up ground"): 1000,
    }
    assert "McFeeters" in found.method


def test_colours_alone_are_refused_with_a_way_out(tmp_path):
    files = [write(tmp_path / f"202{n}-01-01.tif", stack(WOODS)[2::-1], ("red", "green", "blue")) for n in (0, 1)]
    workspace = space(tmp_path, files)
    for work in (lambda: classify_landcover(workspace, "after"), lambda: land_cover_transitions(workspace)):
        with pytest.raises(MissingBandsError, match="needs Near-Infrared") as error:
            work()
        assert "give images with near infrared, or two class rasters, or ask a multimodal model (--vision)" in str(
            error.value
        )
    with pytest.raises(MissingBandsError, match="which the after image has not"):
        classify_landcover(workspace, "after")


def test_dates_of_two_sensors_are_told_in_the_warnings(tmp_path):
    landsat = ("SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7")
    files = (
        write(tmp_path / "2020-06-01.tif", stack(WOODS, WATER)),
        write(tmp_path / "2021-06-01.tif", [(one + 0.2) / 2.75e-5 for one in stack(WOODS, SOIL)], landsat, factor=1),
    )
    workspace = space(tmp_path, files)
    found = land_cover_transitions(workspace)
    assert {(one.before, one.after) for one in found.cells} == {
        ("trees", "trees"),
        ("water", "bare or built-up ground"),
    }
    assert any("different sensors" in warning for warning in found.warnings)
    cover = SpectralCover(workspace.pair(), IndexRequest(), ("after",))
    assert "Collection 2" in cover.method
    assert not any("different sensors" in warning for warning in cover.warnings)


def test_names_and_colours_of_classes_are_all_different():
    for chosen in (WITH_SWIR, WITHOUT_SWIR):
        assert len(set(chosen.legend.names)) == len(chosen.legend.classes)
        assert len({one.colour for one in chosen.legend.classes}) == len(chosen.legend.classes)


def test_water_is_what_the_signs_of_change_call_water():
    rng = np.random.default_rng(3)
    bands = {key: rng.uniform(0, 0.3, (200, 200)).astype(np.float32) for key in WITH_SWIR.bands}
    by_rules = WITH_SWIR.classify(bands) == 1
    assert 0.01 < by_rules.mean() < 0.5
    assert (by_rules == SurfaceState(bands).water)[WITH_SWIR.classify(bands) != 2].all()
