"""When a season is fitted, and with how many harmonics."""

import numpy as np
import pytest

from tools.series.statistics.design import design


@pytest.mark.parametrize(
    ("dates", "span", "clear", "harmonics"),
    [(11, 3.0, 11, 0), (12, 0.9, 12, 0), (12, 1.0, 12, 1), (40, 3.0, 15, 1), (40, 3.0, 25, 2)],
)
def test_a_season_needs_a_year_and_twelve_dates(dates, span, clear, harmonics):
    made = design(np.linspace(2019, 2019 + span, dates), clear)
    assert made.harmonics == harmonics
    assert made.columns.shape == (dates, 2 + 2 * harmonics)
    assert made.min_clear > made.columns.shape[1]


def test_a_season_turns_with_the_calendar():
    made = design(np.array([2019.0, *np.linspace(2019.2, 2020.8, 12), 2021.0]), 14)
    assert made.season[0] == pytest.approx(made.season[-1], abs=1e-9)
