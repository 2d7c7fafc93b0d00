"""Buildings over many dates, on drawn images whose roofs are known."""

import geopandas as gpd
import pytest

from tests.factories.over_time.town import open_town
from tools.catalogue.over_time.history_tools import object_history
from tools.errors import ResolutionError, SeriesError, UnknownDateError


def test_houses_come_and_go(tmp_path):
    space = open_town(tmp_path)
    found = object_history(space)
    assert found.days == ("2012-06-01", "2014-06-01", "2016-06-01", "2018-06-01")
    assert [(one.appeared, one.disappeared) for one in found.intervals] == [(2, 0), (1, 1), (0, 1)]
    assert (found.total.appeared, found.total.disappeared, found.total.contradictions) == (3, 2, 0)
    assert (found.direct.appeared, found.direct.disappeared) == (2, 1), "c came and went between"
    assert found.passing == 1
    assert found.total.gained_m2 == pytest.approx(3 * 20 * 24 * 0.25, rel=0.01)
    assert found.intervals[0].appeared_a_year == pytest.approx(1.0, rel=0.01)
    table = gpd.read_file(space.artefacts[found.outlines].path)
    assert len(table) == 4
    assert space.artefacts[found.curve].path.exists()
    assert (len(space.pairs), space.current) == (0, None), "the conversation gets no pairs"


def test_a_part_of_the_series(tmp_path):
    found = object_history(open_town(tmp_path), since="2014", until="2016")
    assert found.days == ("2014-06-01", "2016-06-01")
    assert found.total == found.direct


def test_one_date_is_no_history(tmp_path):
    with pytest.raises(UnknownDateError, match="nearest to 2014-06-01; name dates further apart"):
        object_history(open_town(tmp_path), since="2014", until="2014")


def test_many_dates_ask_for_a_span(tmp_path):
    space = open_town(tmp_path, {1990 + 2 * at: "a" for at in range(14)})
    with pytest.raises(SeriesError, match="14 dates are more than the 13"):
        object_history(space)


def test_on_coarse_pixels_no_house_can_be_told(tmp_path):
    with pytest.raises(ResolutionError, match="no house can be told"):
        object_history(open_town(tmp_path, metres=10.0))
