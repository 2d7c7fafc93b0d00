"""Each statistic against a plain computation on drawn maps."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from skimage.morphology import skeletonize

from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import ObjectFilter
from tools.change.criteria import Criteria, select
from tools.change.statistics.object_statistics import STATISTICS, measure_statistic
from tools.errors import UnknownClassError, UnknownDaysError, UnknownUnitError

LABELS = arrays.arrays(np.uint8, (18, 23), elements=st.sampled_from([0, 0, 0, 1, 2, 2]))
SIDE = 0.5
YEARS = 2.5


@pytest.fixture
def map_of(tmp_path):
    return lambda label, **how: drawn_map(tmp_path, label, **how)


def pixels_of(mask, name):
    ids = mask.ids(mask.whole)
    return [np.argwhere(ids == obj.id) for obj in mask.of(name)]


def outline(pixels):
    """Edges of pixels beyond which there is none of them."""
    here = {tuple(one) for one in pixels.tolist()}
    around = ((0, 1), (1, 0), (0, -1), (-1, 0))
    return sum((row + down, column + right) not in here for row, column in here for down, right in around)


def line(pixels, shape):
    """Length of the skeleton, walked pixel by pixel."""
    mask = np.zeros(shape, bool)
    mask[tuple(pixels.T)] = True
    here = {tuple(one) for one in np.argwhere(np.pad(skeletonize(np.pad(mask, 1)), 1)).tolist()}
    straight = sum((row + down, column + right) in here for row, column in here for down, right in ((0, 1), (1, 0)))
    corners = [
        (row, column, right)
        for row, column in here
        for right in (1, -1)
        if (row + 1, column + right) in here and not {(row + 1, column), (row, column + right)} & here
    ]
    return straight + len(corners) * 2**0.5


def centres(pieces):
    return np.array([piece.mean(0) for piece in pieces])


def spacing(pieces):
    apart = np.linalg.norm(centres(pieces)[:, None] - centres(pieces)[None], axis=-1)
    np.fill_diagonal(apart, np.inf)
    return apart.min(1).mean()


@pytest.mark.slow
@given(LABELS, st.booleans())
@settings(deadline=None)
def test_statistics_are_those_of_a_plain_computation(label, georeferenced):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label, georeferenced=georeferenced)
        side = SIDE if georeferenced else 1.0
        for name in ("building", "road"):
            pieces = pixels_of(mask, name)
            sizes = np.array([len(piece) for piece in pieces]) * side**2
            valid = label.size * (side**2 / 1e4 if georeferenced else 1e-6)
            expected = {
                "total_area": sizes.sum(),
                "density": len(pieces) / valid,
                "yearly_count": len(pieces) / YEARS,
                "yearly_area": sizes.sum() / YEARS,
                "mean_area": sizes.mean() if pieces else None,
                "median_area": np.median(sizes) if pieces else None,
                "smallest_area": sizes.min() if pieces else None,
                "largest_area": sizes.max() if pieces else None,
                "perimeter": np.mean([outline(piece) for piece in pieces]) * side if pieces else None,
                "spacing": spacing(pieces) * side if len(pieces) > 1 else None,
            }
            if name == "road":
                expected["length"] = sum(line(piece, label.shape) for piece in pieces) * side
            for statistic, value in expected.items():
                told = measure_statistic(mask, name, statistic, years=YEARS)
                assert told.value == (None if value is None else pytest.approx(value, rel=2e-3, abs=1e-9)), statistic
                assert told.count == len(pieces)


def test_every_statistic_has_been_computed(map_of):
    label = np.zeros((30, 30), np.uint8)
    label[2:6, 2:20], label[10:20, 3:9], label[20:28, 15:25] = 1, 2, 2
    mask = map_of(label)
    for statistic in STATISTICS:
        told = measure_statistic(mask, "road" if statistic == "length" else "building", statistic, years=1.0)
        assert told.value > 0, statistic
        assert told.method


def test_units_are_those_asked_for(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[2:6, 2:34], label[20:30, 3:13] = 1, 2
    mask = map_of(label)

    def value(name, statistic, unit):
        return measure_statistic(mask, name, statistic, unit).value

    assert value("building", "mean_area", "ft2") == pytest.approx(25 / 0.09290304, rel=2e-3)
    assert value("building", "mean_area", "px") == 100
    assert value("road", "length", "ft") == pytest.approx(value("road", "length", "m") / 0.3048)
    assert value("building", "density", "km2") == pytest.approx(1 / (400 / 1e6), rel=2e-3)
    perimeter = measure_statistic(mask, "building", "perimeter")
    assert (perimeter.value, perimeter.total) == (pytest.approx(20, rel=2e-3), pytest.approx(20, rel=2e-3))
    for statistic, unit in (("mean_area", "m"), ("density", "m"), ("spacing", "ha")):
        with pytest.raises(UnknownUnitError, match=f"{statistic} is not told in {unit}; choose from"):
            value("building", statistic, unit)


def test_a_density_of_a_part_is_over_the_valid_ground_of_that_part(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[2:8, 2:8], label[30:36, 30:36] = 2, 2
    valid = np.ones(label.shape, bool)
    valid[:10, 20:] = False
    told = measure_statistic(map_of(label, valid=valid), "building", "density", criteria=Criteria(within="north"))
    assert told.value == pytest.approx(1 / (600 * 0.25 / 1e4), rel=2e-3)
    assert told.condition == "in the northern half"


@given(LABELS, st.floats(0, 30), st.sampled_from(["north", "south-west", "whole"]), st.booleans())
@settings(deadline=None, max_examples=30)
def test_a_share_is_of_those_without_limits_and_place_or_of_all_objects(label, smallest, part, georeferenced):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label, georeferenced=georeferenced)
        criteria = Criteria(within=part, limits=ObjectFilter(min_area=smallest or None))
        told = measure_statistic(mask, "building", "share", criteria=criteria)
        limited = bool(smallest) or part != "whole"
        among, kept = mask.of("building" if limited else "any"), select(mask, "building", criteria).objects
        assert (told.among, told.among_count) == ("building" if limited else "any", len(among))
        assert told.count == len(kept)
        if among:
            assert told.value == pytest.approx(100 * len(kept) / len(among))
            sizes = [sum(obj.pixels for obj in some) for some in (kept, among)]
            assert told.area_share == pytest.approx(100 * sizes[0] / sizes[1], rel=2e-3)
        else:
            assert told.value is None


def test_what_cannot_be_told_is_refused_with_the_way_out(map_of):
    mask = map_of(np.zeros((20, 20), np.uint8))
    with pytest.raises(UnknownDaysError, match="--date-before and --date-after"):
        measure_statistic(mask, "building", "yearly_count")
    with pytest.raises(UnknownClassError, match="Only roads have a length"):
        measure_statistic(mask, "building", "length")


def test_a_statistic_is_of_the_objects_that_match(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18], label[20:36, 20:36] = 2, 2, 2
    told = measure_statistic(map_of(label), "building", "mean_area", "px", Criteria(limits=ObjectFilter(max_area=20.0)))
    assert (told.value, told.count, told.of) == (40.0, 2, 3)
    none = measure_statistic(map_of(label), "building", "mean_area", criteria=Criteria(limits=ObjectFilter(1e6)))
    assert (none.value, none.count, none.of) == (None, 0, 3)
