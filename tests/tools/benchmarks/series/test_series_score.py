"""The simulation holds what it says, and the scores hold what is promised of them."""

import numpy as np
import pytest

from tools.benchmarks.series.series_score import near_break, score_series
from tools.benchmarks.series.series_simulation import Simulation, simulate, write_stack
from tools.series.opening.open_series import open_series

HOW = Simulation(dates=60, years=4.0)


def test_the_same_dice_draw_the_same_series():
    first, again = simulate("break", 20, HOW, 3), simulate("break", 20, HOW, 3)
    assert np.array_equal(first.values, again.values, equal_nan=True)
    assert first.days == again.days
    assert not np.array_equal(first.values, simulate("break", 20, HOW, 4).values, equal_nan=True)


def test_series_hold_what_was_put_into_them():
    plain = simulate("none", 500, HOW, 1)
    broken = simulate("break", 500, HOW, 1)
    assert np.isnan(plain.values).mean() == pytest.approx(0.4, abs=0.02)
    assert (plain.at == -1).all()
    later = np.arange(60) >= broken.at[:, None]
    assert np.nanmean(broken.values[later]) - np.nanmean(broken.values[~later]) == pytest.approx(-0.2, abs=0.05)
    dips = simulate("dip", 100, HOW, 2)
    rows = np.arange(100)
    assert all(np.isfinite(dips.values[rows, dips.at + beside]).all() for beside in (-1, 0, 1))
    assert simulate("trend", 5, HOW, 0).slope == HOW.slope


def test_near_is_within_one_clear_date():
    series = simulate("break", 200, Simulation(dates=30, gap_share=0.0), 0)
    assert near_break(series, series.at).all()
    assert near_break(series, series.at + 1).all()
    assert not near_break(series, series.at + 2).any()
    assert not near_break(series, np.full(200, -1)).any()


def test_breaks_alarms_dips_and_intervals_are_as_good_as_promised():
    found = score_series(HOW, 400, seed=5)
    assert found.break_found >= 0.9
    assert found.only_break_found >= 0.9
    assert max(found.false_alarms, found.false_alarms_of_trends, found.zone_false_alarms) <= 0.05
    assert found.dips_flagged >= 0.9
    assert found.dips_called_change <= 0.05
    assert 0.93 <= found.interval_holds <= 0.97
    assert found.zone_break_found >= 0.9


def test_a_stack_is_a_series_of_files(tmp_path):
    paths = write_stack(tmp_path / "stack", 64, Simulation(dates=5, years=1.0), 0)
    series = open_series([tmp_path / "stack"], tmp_path)
    assert len(paths) == len(series.days) == 5
    assert series.size == (64, 64)
