"""Changes over many dates in words: every language fills every sentence, and numbers are those of the result."""

from dataclasses import replace

import pytest

from agent.wording import sentence
from agent.wording.words import CODES, Words
from tools.measurements.series_changes import Period, PeriodComparison, SeriesChart, SeriesZones
from tools.series.maps.series_map import SeriesChange
from tools.series.maps.tally import ChangedOn
from tools.series.places.place_changes import Break, PlaceChanges

BROKEN = PlaceChanges(
    "west", (Break("2020-05-01", "2020-04-01", -0.25),), -0.05, -0.08, -0.02, 0.0004, 30, ("2019-08-01",), 0.6, 0.4
)
STEADY = PlaceChanges("east", (), 0.001, -0.01, 0.012, 0.8, 30, (), 0.6, 0.6)
EMPTY = PlaceChanges("whole", (), None, None, None, None, 2, (), None, None)
DAYS = ("2019-01-01", "2020-05-01", "2021-06-01")
CHANGE = SeriesChange(
    "ndvi", "NDVI", DAYS, (1.0, 0.5, 1.0), ("2019-08-01",), 0.9, 0.25, 120_000.0, 0.9, "2020-05-01",
    (ChangedOn("2020-05-01", 100, 0.2, 100_000.0, 1.0), ChangedOn("2021-06-01", 20, 0.05, 20_000.0, 0.0)),
    -0.04, 0.3, 0.1, BROKEN, 0.1, "steps", (), ("A warning.",),
)  # fmt: skip
CHART = SeriesChart("ndvi", "whole", DAYS, BROKEN, 0.8, "series:ndvi-whole.png", "means", ())
ZONES = SeriesZones("ndvi", "zones:a", (BROKEN, STEADY), "series:a.csv", "means", ())
PERIODS = PeriodComparison(
    "ndvi", "whole", Period("2019-01-01", "2019-12-01", 12, 0.6), Period("2020-01-01", "2020-12-01", 10, 0.5),
    -0.1, -0.12, -0.08, True, "means", (),
)  # fmt: skip
ALL = (
    CHANGE, replace(CHANGE, changed_share=0.0, most_changed=(), first_day=None, known_share=1.0),
    replace(CHANGE, whole=EMPTY, suspect_dates=(), falling_share=0.0, rising_share=0.0, changed_area_m2=None),
    CHART, replace(CHART, changes=STEADY, place="east"), replace(CHART, changes=EMPTY, days=()),
    ZONES, replace(ZONES, rows=(STEADY,)), PERIODS, replace(PERIODS, sure=False, low=-0.2, high=0.01),
)  # fmt: skip


def test_a_change_is_told_with_dates_shares_and_trend():
    assert sentence(CHANGE) == (
        "NDVI at 3 dates from 2019-01-01 to 2021-06-01: 25 % of the ground with enough clear dates changed, 12 ha. "
        "Most changed on 2020-05-01 (20 %, to a lower level) and 2021-06-01 (5 %, to a higher level); the first "
        "change of all was seen on 2020-05-01. The mean falls by 0.050 a year (95 %: -0.080 to -0.020, p below "
        "0.001). 30 % of the ground has a falling trend, 10 % a rising one (p below 0.05). Suspect is 2019-08-01: "
        "values leave their level there and come back at once, which is no change. 10 % of the ground has too few "
        "clear dates to tell. A warning."
    )


def test_a_chart_tells_its_breaks_and_zones_their_order():
    assert "It fell by 0.25, seen on 2020-05-01 (last clear before: 2020-04-01)." in sentence(CHART)
    assert sentence(ZONES).startswith("NDVI: 1 of 2 zones have a break. In the order of time: west fell by 0.25")
    assert "One zone has a falling trend: west with -0.050 a year." in sentence(ZONES)
    assert "none of 1 zones has a break" in sentence(replace(ZONES, rows=(STEADY,)))


def test_a_difference_that_is_not_sure_is_told_so():
    assert "It is lower by 0.100 (95 %: -0.120 to -0.080)." in sentence(PERIODS)
    assert "The difference of -0.100 is not sure" in sentence(ALL[-1])


@pytest.mark.parametrize("code", CODES)
def test_each_language_tells_all_of_it(code):
    for result in ALL:
        text = sentence(result, Words.of(code))
        assert text
        assert "{" not in text
