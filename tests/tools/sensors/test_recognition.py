import pytest

from tools.errors import UnknownSensorError
from tools.sensors.recognition import by_names, in_order, requested_sensor
from tools.sensors.registry import SENSORS


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
