"""Parts of a series by their dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.over_time.series import days, ndvi_folder, seasonal
from tools.errors import UnknownDateError
from tools.series.opening.open_series import open_series
from tools.series.series import bounds, decimal_year

WHEN = days(12)


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    folder = tmp_path_factory.mktemp("series")
    return open_series([ndvi_folder(folder / "stack", WHEN, seasonal(WHEN))], folder)


def test_years_months_and_days_are_spans(series):
    assert bounds("2020") == ("2020-01-01", "2020-12-31")
    assert bounds("2020-02") == ("2020-02-01", "2020-02-29")
    assert bounds("2020-12") == ("2020-12-01", "2020-12-31")
    assert bounds("2020-02-03") == ("2020-02-03", "2020-02-03")
    part = series.between("2020", "2020")
    assert {day[:4] for day in part.days} == {"2020"}


@pytest.mark.parametrize("text", ["20-13", "last year", "2020-02-30", "2020-1-1-1", ""])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UnknownDateError, match="is no date; write 2021-06-30, 2021-06 or 2021"):
        bounds(text)


def test_a_part_needs_three_dates_too(series):
    with pytest.raises(UnknownDateError, match=r"1 of the 12 dates lie from .* changes over time need 3"):
        series.between(WHEN[0], WHEN[0])


def test_the_nearest_date_is_taken_and_none_that_lies_years_away(series):
    assert series.nearest(WHEN[3]) == WHEN[3]
    assert series.nearest(WHEN[3], {WHEN[3]}) in (WHEN[2], WHEN[4])
    with pytest.raises(UnknownDateError, match="No date lies near 2030"):
        series.nearest("2030")


@given(st.dates().map(str), st.dates().map(str))
def test_later_days_are_later_years(first, second):
    assert (decimal_year(first) < decimal_year(second)) == (first < second)
