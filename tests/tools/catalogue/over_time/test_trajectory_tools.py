"""Land cover over many dates, from class maps whose truth is known."""

import numpy as np
import pytest

from tests.factories.class_rasters import write
from tools.catalogue.over_time.trajectory_tools import describe_trajectory
from tools.errors import SeriesError, UnknownDateError
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

TREES, BUILT = 10, 50
SIDE = 64


def town(columns):
    """Trees, and a town that has grown over so many columns."""
    numbers = np.full((SIDE, SIDE), TREES, np.uint8)
    numbers[:, :columns] = BUILT
    return numbers


@pytest.fixture
def opened(tmp_path):
    def open_maps(*maps, **settings):
        files = [write(tmp_path / f"cover_{2017 + at}-07-01.tif", one) for at, one in enumerate(maps)]
        space = Workspace(tmp_path / "work", lambda: None, settings=RunSettings(legend="WorldCover", **settings))
        space.open_series(files)
        return space

    return open_maps


def test_a_town_that_grows_evenly(opened):
    found = describe_trajectory(opened(town(8), town(16), town(24), town(32)))
    assert found.days == ("2017-07-01", "2018-07-01", "2019-07-01", "2020-07-01")
    shares = {one.name: one.shares for one in found.classes}
    assert shares["built-up"] == pytest.approx((1 / 8, 1 / 4, 3 / 8, 1 / 2))
    assert shares["tree cover"] == pytest.approx((7 / 8, 3 / 4, 5 / 8, 1 / 2))
    assert found.path.sinuosity == pytest.approx(1.0, abs=1e-9), "two classes move on a line"
    (rate,) = found.rates
    assert (rate.before, rate.after) == ("tree cover", "built-up")
    assert rate.yearly_share == pytest.approx(1 / 8, rel=0.01)
    (until,) = found.until
    lost = (1 / 8) * 3 / (7 / 8 + 3 / 4 + 5 / 8)
    assert until.years == pytest.approx(1 / lost, rel=0.01)
    assert until.noise_years > 0
    assert [one.patches.count for one in found.patterns] == [1, 1]


def test_where_nothing_changed_there_is_no_end_and_no_rate(opened):
    found = describe_trajectory(opened(town(8), town(8), town(8)))
    assert (found.rates, found.until, found.path.arc, found.path.sinuosity) == ((), (), 0.0, None)


def test_the_class_whose_pattern_is_told_may_be_named(opened):
    space = opened(town(8), town(16), town(24))
    assert describe_trajectory(space, "tree").cover == "tree cover"
    with pytest.raises(SeriesError, match='no land cover "snow" here; there are'):
        describe_trajectory(space, "snow")


def test_two_dates_are_no_trajectory(opened):
    space = opened(town(8), town(16), town(24))
    with pytest.raises(UnknownDateError, match="2 of the 3 dates lie from 2018"):
        describe_trajectory(space, since="2018")


def test_the_conversation_gets_no_pairs(opened):
    space = opened(town(8), town(16), town(24))
    describe_trajectory(space)
    assert (len(space.pairs), space.current) == (0, None)


def test_accuracy_that_is_told_counts(opened):
    maps = (town(8), town(16), town(24))
    sure = describe_trajectory(opened(*maps, map_accuracy=0.99))
    assert (sure.accuracy, sure.assumed) == (0.99, False)
    assert sure.rates[0].noise_share < describe_trajectory(opened(*maps)).rates[0].noise_share
