"""What to beware of in dates that are compared, and how fine the bands of a sensor are."""

from dataclasses import replace

import pytest

from tests.factories.bands import FOREST, S2, stack, write
from tools.catalogue.land_tools import compare_index
from tools.pairs.pair import open_pair
from tools.sensors.statement import Statement
from tools.spectrum.reflectance import SAME_SEASON, comparison_warnings, finest_m, spectral_date
from tools.workspace.workspace import Workspace

LANDSAT = ("SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7")
PLANET = ("blue", "green", "red", "nir")


@pytest.fixture
def found(tmp_path):
    """A date of Sentinel-2, as it is read."""
    pair = open_pair(*(write(tmp_path / f"202{n}-06-01.tif", stack(FOREST)) for n in (0, 1)))
    return spectral_date(pair, "before")


def seasons(found, *days):
    return [
        told for told in comparison_warnings([replace(found, day=day) for day in days]) if "apart in the year" in told
    ]


@pytest.mark.parametrize(
    ("days", "apart"),
    [
        (("2020-06-01", "2021-06-01"), None),
        (("2021-06-01", "2022-07-16"), None),
        (("2021-06-01", "2022-07-17"), 46),
        (("2021-07-17", "2019-06-01"), 46),
        (("2021-12-20", "2022-01-10"), None),
        (("2021-01-10", "2021-12-20"), None),
        (("2021-12-01", "2022-02-01"), 62),
        (("2021-01-01", "2021-07-02"), 182),
        (("2021-01-01", "2021-07-03"), 182),
        (("2020-02-29", "2021-03-01"), None),
        ((None, "2021-06-01"), None),
        ((None, None), None),
        (("2021-06-01",), None),
    ],
)
def test_days_far_apart_in_the_year_are_told_whatever_the_year(found, days, apart):
    warning = seasons(found, *days)
    assert SAME_SEASON == 45
    if apart is None:
        assert warning == []
    else:
        assert warning == [
            f"The dates lie {apart} days apart in the year, so that change of plants, snow and water may be season."
        ]


def test_days_are_those_of_the_files(tmp_path):
    files = [write(tmp_path / f"{day}.tif", stack(FOREST)) for day in ("2020-01-15", "2021-07-15")]
    pair = open_pair(*files)
    dates = [spectral_date(pair, date) for date in ("before", "after")]
    assert [one.day for one in dates] == ["2020-01-15", "2021-07-15"]
    assert any("181 days apart" in told for told in comparison_warnings(dates))
    space = Workspace(tmp_path / "out", lambda: None)
    space.open(*files)
    assert any("181 days apart" in told for told in compare_index(space, "ndvi").warnings)


def test_other_sensors_and_other_scales_are_told(tmp_path):
    files = (
        write(tmp_path / "2020-06-01.tif", stack(FOREST)),
        write(tmp_path / "2021-06-01.tif", [(one + 0.2) / 2.75e-5 for one in stack(FOREST)], LANDSAT, factor=1),
    )
    pair = open_pair(*files)
    first, second = (spectral_date(pair, date) for date in ("before", "after"))
    sensors, rules = comparison_warnings([first, second])
    assert sensors == (
        "The dates are of different sensors (Sentinel-2 Level-2A and Landsat 8 and 9), whose bands are not quite alike."
    )
    assert rules.startswith("The two dates were scaled by different rules (ESA")
    assert comparison_warnings([first]) == comparison_warnings([first, first]) == ()


def test_notes_of_both_dates_are_told_once(found):
    noted = replace(found, notes=("Rough.",))
    assert comparison_warnings([noted, noted]) == ("Rough.",)
    unknown = replace(found, bands=replace(found.bands, sensor=None))
    assert "(unknown and Sentinel-2 Level-2A)" in comparison_warnings([unknown, found])[0]


@pytest.mark.parametrize(
    ("names", "sensor", "metres"),
    [
        (S2, None, 10.0),
        (("B04", "B08"), "planetscope-4:red,nir", 3.0),
        (PLANET, None, None),
        ((None,) * 5, None, None),
        ((None,) * 5, "sputnik", None),
        ((None,) * 6, None, 30.0),
        ((None,) * 4, "naip", 1.0),
    ],
)
def test_the_finest_band_tells_how_much_can_be_seen(tmp_path, names, sensor, metres):
    numbers = stack(FOREST)[: len(names)]
    if names == (None,) * 6:
        numbers = [(one + 0.2) / 2.75 * 10 for one in numbers]
    if sensor == "naip":
        files = [write(tmp_path / f"202{n}.tif", numbers, names, dtype="uint8", factor=255) for n in (0, 1)]
    else:
        files = [write(tmp_path / f"202{n}.tif", numbers, names, crs=None, transform=None) for n in (0, 1)]
    assert finest_m(open_pair(*files), Statement(sensor)) == metres


def test_of_two_sensors_the_coarser_one_counts(tmp_path):
    files = (
        write(tmp_path / "2020-06-01.tif", stack(FOREST)),
        write(tmp_path / "2021-06-01.tif", [(one + 0.2) / 2.75e-5 for one in stack(FOREST)], LANDSAT, factor=1),
    )
    assert finest_m(open_pair(*files)) == finest_m(open_pair(*reversed(files))) == 30.0
