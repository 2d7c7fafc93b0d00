import pytest

from tools.errors import UnknownSensorError
from tools.sensors.recognition import FileFacts, by_count, by_names, in_order, recognised, requested_sensor
from tools.sensors.registry import SENSORS, named_in


def test_bands_have_the_makers_names_wavelengths_and_resolutions():
    bands = {band.name: band for band in SENSORS["sentinel-2-l2a"].bands}
    assert bands["B04"].key == "R"
    assert 660 < bands["B04"].centre_nm < 670
    assert bands["B8A"].key == "N2"
    assert (bands["B02"].resolution_m, bands["B11"].resolution_m, bands["B01"].resolution_m) == (10, 20, 60)
    assert "B10" not in bands
    assert len(SENSORS["sentinel-2-l1c"].bands) == 13
    assert len(SENSORS["sentinel-2-l2a"].bands) == 12


@pytest.mark.parametrize("written", ["B04", "b4", "B4", "Band 4", "SR_B4", "4"])
def test_a_band_is_known_however_it_is_written(written):
    assert SENSORS["landsat-8-9"].named(written).key == "R"


@pytest.mark.parametrize(
    ("names", "sensor", "numbers"),
    [
        (("B02", "B03", "B04", "B08"), "sentinel-2-l2a", {"B": 1, "G": 2, "R": 3, "N": 4}),
        (("SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6"), "landsat-8-9", {"B": 1, "G": 2, "R": 3, "N": 4, "S1": 5}),
        (("SR_B3", "SR_B4", "SR_B5", "SR_B7"), "landsat-4-7", {"R": 1, "N": 2, "S1": 3, "S2": 4}),
        (("B2", "B3", "B4", "B8", "B11"), "sentinel-2-l2a", {"B": 1, "G": 2, "R": 3, "N": 4, "S1": 5}),
        (("Red", "Green", "Blue", "NIR"), None, {"R": 1, "G": 2, "B": 3, "N": 4}),
        (("nir", "red"), None, {"N": 1, "R": 2}),
        ((None, None, None), None, None),
        (("noise", "more noise"), None, None),
    ],
)
def test_bands_are_recognised_by_their_names(names, sensor, numbers):
    known = by_names(names)
    if numbers is None:
        assert known is None
        return
    assert known.numbers == numbers
    if sensor is not None:
        assert known.sensor.id == sensor


def test_a_person_names_sensor_and_bands():
    sensor, bands = requested_sensor("Sentinel-2-L2A:B08,B04")
    assert sensor.id == "sentinel-2-l2a"
    assert in_order(bands) == {"N": 1, "R": 2}
    with pytest.raises(UnknownSensorError, match="choose from sentinel-2-l1c"):
        requested_sensor("sputnik")
    with pytest.raises(UnknownSensorError, match="it has B1, B2"):
        requested_sensor("landsat-8-9:B99")
    assert in_order(requested_sensor("bands:red,green,-,rededge,nir")[1]) == {"R": 1, "G": 2, "RE1": 4, "N": 5}


def facts(colours=(), names=None, dtype="uint16", side_m=None, texts=("scene",), coverage=()):
    """What a file tells; `coverage` are the bands that hold nothing else."""
    return FileFacts(
        names or (None,) * len(colours), tuple(colours), dtype, side_m, texts,
        lambda number: number in coverage, lambda numbers: [1.0] * len(numbers),
    )  # fmt: skip


RGB = ("red", "green", "blue")


@pytest.mark.parametrize(
    ("colours", "coverage", "numbers", "noted"),
    [
        ((*RGB, "alpha"), (4,), {"R": 1, "G": 2, "B": 3}, None),
        ((*RGB, "alpha"), (), {"R": 1, "G": 2, "B": 3, "N": 4}, "marked as alpha, but holds more than coverage"),
        (
            (*RGB, "undefined"),
            (),
            {"R": 1, "G": 2, "B": 3, "N": 4},
            "Band 4 has no name and is taken for near",
        ),
        ((*RGB, "undefined"), (4,), {"R": 1, "G": 2, "B": 3}, None),
        ((*RGB, "nir", "alpha"), (5,), {"R": 1, "G": 2, "B": 3, "N": 4}, None),
        ((*RGB, "undefined", "undefined", "alpha"), (6,), {"R": 1, "G": 2, "B": 3}, "Bands 4 and 5 have no names"),
        (("blue", "green", "red", "undefined"), (), {"B": 1, "G": 2, "R": 3, "N": 4}, "Band 4 has no name"),
    ],
)
def test_colours_tell_bands_and_alpha_is_near_infrared_only_where_it_holds_more(colours, coverage, numbers, noted):
    known = recognised(facts(colours, coverage=coverage))
    assert known.numbers == numbers
    assert known.note is None if noted is None else noted in known.note


GREY = ("gray", *("undefined",) * 12)


@pytest.mark.parametrize(
    ("bands", "dtype", "side_m", "sensor"),
    [
        (13, "uint16", 10.0, "sentinel-2-l1c"),
        (12, "uint16", None, "sentinel-2-l2a"),
        (7, "uint16", 30.0, "landsat-8-9"),
        (7, "int16", 463.3, "modis"),
        (6, "uint16", 30.0, "landsat-4-7"),
        (6, "int16", 30.0, "hls-6"),
        (6, "uint16", 0.08, None),
        (6, "uint16", 10.0, None),
        (8, "uint16", 2.0, "worldview-8"),
        (8, "uint16", 3.0, "planetscope-8"),
        (8, "uint16", None, None),
        (4, "uint16", 3.0, "planetscope-4"),
        (4, "uint16", 2.0, None),
        (4, "uint16", None, None),
        (4, "uint8", 0.6, "naip"),
        (5, "uint16", 0.08, None),
    ],
)
def test_a_number_of_bands_suggests_a_sensor_only_with_its_type_and_pixels_and_is_told(bands, dtype, side_m, sensor):
    found = by_count(bands, dtype, side_m, lambda numbers: [1.0] * len(numbers))
    assert (found and found.id) == sensor
    known = recognised(facts(GREY[:bands], dtype=dtype, side_m=side_m))
    assert (known and known.sensor.id) == sensor
    if known is not None:
        assert f"Nothing names the {bands} bands; by their number they are taken for those of" in known.note


@pytest.mark.parametrize(
    ("text", "sensor"),
    [
        ("LT05_L2SP_199026_19900601_02_T1", "landsat-4-7"),
        ("LE07_stack", "landsat-4-7"),
        ("LC08_L2SP_199026_20200601", "landsat-8-9"),
        ("LANDSAT_9", "landsat-8-9"),
        ("HLS.L30.T10SEG.2020199T184508.v2.0", "hls-l30"),
        ("HLS.S30.T10SEG.2020199T184508.v2.0", "hls-s30"),
        ("S2A_MSIL1C_20230601T110621_N0509", "sentinel-2-l1c"),
        ("S2B_MSIL2A_20230601T110621_N0509", "sentinel-2-l2a"),
        ("sentinel-2b", "sentinel-2-l2a"),
        ("MOD09A1.A2019185.h18v04", "modis"),
        ("m_3712212_nw_10_060_20200524", "naip"),
        ("alert05_site", None),
        ("ortho_2019", None),
    ],
)
def test_names_of_products_tell_the_sensor(text, sensor):
    found = named_in((text,))
    assert (found[0].id if found else None) == sensor


def test_the_products_name_decides_what_band_names_leave_open():
    numbers = ("B02", "B03", "B04", "B05", "B06", "B07")
    assert by_names(numbers, named_in(("HLS.L30.x",))).numbers["N"] == 4
    assert "N" not in by_names(numbers).numbers, "Sentinel-2's B05 is red edge"
    assert by_names(("B4", "B5"), named_in(("LT05_x",))).numbers == {"N": 1, "S1": 2}
    assert by_names(("SR_B4", "SR_B5"), named_in(("sentinel-2 look-alike",))).sensor.family == "Landsat"
    assert by_names(("blue", "red", "nir"), named_in(("LC08_x",))).sensor.id == "landsat-8-9"


def test_the_narrow_near_infrared_stands_in_for_a_missing_one():
    known = recognised(facts(("gray", "undefined", "undefined"), names=("red", "nir08", "swir16")))
    assert known.numbers == {"R": 1, "N2": 2, "S1": 3, "N": 2}
    both = recognised(facts(("gray", "undefined", "undefined"), names=("red", "nir", "nir08")))
    assert both.numbers == {"R": 1, "N": 2, "N2": 3}


def test_names_that_fit_several_sensors_are_asked_about():
    assert by_names(("B1", "B2", "B3", "B4")) is None


def test_names_add_to_colours():
    known = recognised(facts((*RGB, "undefined", "undefined"), names=(None, None, None, "NIR", "Red edge")))
    assert known.numbers == {"R": 1, "G": 2, "B": 3, "N": 4, "RE1": 5}
