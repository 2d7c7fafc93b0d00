"""Multispectral files of the field: the right index, or a question back, and every assumption told in the answer."""

import numpy as np
import pytest
from rasterio.enums import ColorInterp

from agent.wording import sentence
from tests.factories.field import (
    BARE,
    BEFORE,
    FOREST,
    NDVI_BARE,
    NDVI_FOREST,
    RGB,
    SIDE,
    grounds,
    opened,
    pair,
    write,
)
from tools.catalogue.land_tools import compare_index
from tools.errors import MissingBandsError, ReflectanceError

SIX = ("B", "G", "R", "N", "S1", "S2")
LATER = (NDVI_FOREST + NDVI_BARE) / 2
COLLECTION_2 = {"factor": 1 / 2.75e-5, "add": (0.2 / 2.75e-5,) * 2, "side_m": 30.0, "nodata": 0}


def ndvi(folder, files, **settings):
    return compare_index(opened(folder, files, **settings), "ndvi")


def is_right(found):
    assert found.before.mean == pytest.approx(NDVI_FOREST, abs=0.01)
    assert found.after.mean == pytest.approx(LATER, abs=0.01)


ALPHA = (*RGB, ColorInterp.alpha)


def test_coverage_in_an_alpha_band_is_no_near_infrared(tmp_path):
    data = np.concatenate([grounds("RGB", BARE) * 500, np.full((1, SIDE, SIDE), 255.0)])
    data[:, :10] = 0
    files = [
        write(tmp_path / f"{day}.tif", data, 0.5, "uint8", colours=ALPHA, photometric="RGB", alpha="YES")
        for day in "ab"
    ]
    with pytest.raises(MissingBandsError, match=r"NDVI needs Near-Infrared.*possible here: vari"):
        ndvi(tmp_path, files)
    assert "VARI" in sentence(compare_index(opened(tmp_path / "vari", files), "vari"))


def test_near_infrared_that_is_marked_as_alpha_keeps_its_ndvi_and_that_is_told(tmp_path):
    options = {"side_m": 0.6, "dtype": "uint8", "colours": ALPHA, "photometric": "RGB", "alpha": "YES"}
    found = ndvi(tmp_path, pair(tmp_path, ("R", "G", "B", "N"), factor=700, **options))
    is_right(found)
    assert "Band 4 is marked as alpha, but holds more than coverage" in sentence(found)


def test_colours_outrank_the_number_of_bands(tmp_path):
    colours = (*RGB, ColorInterp.undefined)
    files = pair(tmp_path, ("R", "G", "B", "N"), side_m=3.0, colours=colours, photometric="RGB")
    found = ndvi(tmp_path, files)
    is_right(found)
    assert "Band 4 has no name and is taken for near infrared" in sentence(found)


def test_unnamed_bands_of_a_drone_are_asked_about_and_may_be_named(tmp_path):
    files = pair(tmp_path, ("G", "R", "RE", "N"), side_m=2.0)
    with pytest.raises(ReflectanceError, match="Nothing tells for sure what is in the 4 bands"):
        ndvi(tmp_path, files)
    is_right(ndvi(tmp_path / "named", files, sensor="bands:green,red,rededge,nir"))


@pytest.mark.parametrize(
    "names",
    [
        ("blue", "green", "red", "nir08", "swir16", "swir22"),
        ("blue", "green", "red", "nir", "swir_1", "swir_2"),
        ("B2", "B3", "B4", "B5", "B6", "B7"),
        ("Blue", "Green", "Red", "NIR_Narrow", "SWIR1", "SWIR2"),
    ],
)
def test_landsats_numbers_are_scaled_by_any_names(tmp_path, names):
    found = ndvi(tmp_path, pair(tmp_path, SIX, names=names, **COLLECTION_2))
    is_right(found)
    assert ("Landsat's Collection 2" in sentence(found)) == (names[0] != "B2")


def test_landsats_name_tells_its_scale(tmp_path):
    names = ("blue", "green", "red", "nir", "swir1", "swir2")
    found = ndvi(tmp_path, pair(tmp_path, SIX, stem="LT05_stack", names=names, **COLLECTION_2))
    is_right(found)
    assert "state another" not in sentence(found)


def test_an_offset_at_one_date_is_warned_of_and_may_be_stated(tmp_path):
    names = ("blue", "green", "red", "nir", "swir16", "swir22")
    files = pair(tmp_path, SIX, add=(0, 1000), right=(FOREST, FOREST), names=names, nodata=0)
    found = ndvi(tmp_path, files)
    assert found.warnings[0].startswith("Even the darkest numbers of the later date lie about 1,0")
    assert "--baseline" in found.warnings[0]
    for stated in ({"baseline": "02.12,05.09"}, {"offset": "0,-0.1"}, {"offset": "0,-1000", "scale": "10000"}):
        found = ndvi(tmp_path / str(stated), files, **stated)
        assert found.difference.mean == pytest.approx(0, abs=0.01)
        assert not any("darkest" in warning for warning in found.warnings)


def test_digital_numbers_that_are_stored_as_reals(tmp_path):
    names = ("B02", "B03", "B04", "B08", "B11", "B12")
    files = pair(tmp_path, SIX, names=names, dtype="float64", tags={"PROCESSING_BASELINE": "02.14"})
    found = ndvi(tmp_path, files)
    is_right(found)
    assert "real numbers beyond 150, which are taken for digital numbers" in sentence(found)
    is_right(ndvi(tmp_path / "stated", files, scale="0.0001"))


def test_a_drones_own_scale_may_be_stated(tmp_path):
    files = pair(tmp_path, ("R", "G", "B", "N", "RE"), factor=65_535, side_m=0.08, names=None)
    stated = ndvi(tmp_path, files, sensor="bands:red,green,blue,nir,rededge", scale="65535")
    is_right(stated)
    assert "a person" in stated.method


def test_bands_beside_red_green_and_blue_that_nothing_names_are_not_guessed(tmp_path):
    colours = (*RGB, ColorInterp.undefined, ColorInterp.undefined)
    files = pair(tmp_path, ("R", "G", "B", "N", "RE"), side_m=0.08, colours=colours, photometric="RGB")
    with pytest.raises(MissingBandsError, match=r"Bands 4 and 5 have no names.*--sensor bands:green,red,rededge,nir"):
        ndvi(tmp_path, files)


def test_a_stack_of_six_bands_of_hls_is_no_landsat(tmp_path):
    files = pair(tmp_path, SIX, dtype="int16", side_m=30.0, nodata=-9999)
    found = ndvi(tmp_path, files)
    is_right(found)
    assert "Nothing names the 6 bands; by their number they are taken for those of HLS" in sentence(found)


@pytest.mark.parametrize("told", [None, (1e-4, 0.0)])
def test_modis_by_its_names(tmp_path, told):
    names = [f"sur_refl_b0{number}" for number in range(1, 8)]
    order = ("R", "N", "B", "G", "X", "S1", "S2")
    files = pair(tmp_path, order, names=names, dtype="int16", side_m=463.3, nodata=-28672, scales=told)
    is_right(ndvi(tmp_path, files))


def test_eight_bands_of_two_metres_are_taken_for_worldview_and_that_is_told(tmp_path):
    files = pair(tmp_path, ("A", "B", "G", "Y", "R", "RE", "N", "N2"), side_m=2.0, nodata=0)
    found = ndvi(tmp_path, files)
    is_right(found)
    assert "WorldView-2 and 3" in sentence(found)
    assert sentence(found).count("Nothing names the 8 bands") == 1, "told once for both dates"


def test_numbers_that_would_be_negative_reflectance_are_refused_with_the_way_out(tmp_path):
    names = ("B02", "B03", "B04", "B08", "B11", "B12")
    files = pair(tmp_path, SIX, names=names, tags={"PROCESSING_BASELINE": "05.09"})
    with pytest.raises(ReflectanceError, match=r"half of a band would lie below -0\.0.*--offset"):
        ndvi(tmp_path, files)
    is_right(ndvi(tmp_path / "stated", files, offset="0"))


def test_what_is_stated_is_in_the_record(tmp_path):
    from tools.runs.exports import write as export
    from tools.runs.record import read_record

    names = ("blue", "green", "red", "nir", "swir16", "swir22")
    space = opened(
        tmp_path, pair(tmp_path, SIX, add=(0, 1000), names=names), baseline="02.12,05.09", any_resolution=False
    )
    compare_index(space, "ndvi")
    record = read_record(export(space, space.pair(), "record").path)
    assert record.run_settings.baseline == "02.12,05.09"
    assert record.run_settings.statement.baseline_of("after") == pytest.approx(5.09)
    assert BEFORE in record.input("before").path
