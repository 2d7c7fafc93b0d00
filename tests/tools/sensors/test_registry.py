"""What follows from all sensors together."""

import pytest

from tools.sensors import registry
from tools.sensors.registry import SENSORS


def test_sensors_come_in_the_order_of_their_ranks():
    assert list(SENSORS) == [
        "sentinel-2-l1c", "sentinel-2-l1c-b8a-last", "sentinel-2-l2a", "landsat-8-9", "landsat-4-7", "hls-l30",
        "hls-s30", "hls-6", "planetscope-8", "planetscope-4", "worldview-8", "modis", "naip", "rgb",
    ]  # fmt: skip
    assert len({sensor.rank for sensor in SENSORS.values()}) == len(SENSORS)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("T31UDQ_20200601T105031_B02_10m", "B02"),
        ("LC08_L2SP_199026_20200601_02_T1_SR_B4", "SR_B4"),
        ("x-qa_pixel", "qa_pixel"),
        ("SCL_20m", "SCL"),
        ("B8A", "B8A"),
        ("x_B02_30m", None),
        ("photo", None),
    ],
)
def test_band_names_at_the_end_of_file_names(stem, name):
    found = registry.band_in_file_name().search(stem)
    assert (found and found["name"]) == name


def test_what_is_no_ground_and_what_is_refused():
    assert registry.shows_no_ground("MSK_DETFOO_B08")
    assert registry.shows_no_ground("LC08_L2SP_T1_ST_B10")
    assert not registry.shows_no_ground("LC08_L2SP_T1_SR_B4")
    assert "take Level 2" in registry.refusal("LC08_L1TP_199026_B4")
    assert registry.refusal("LC08_L2SP_199026_SR_B4") is None
