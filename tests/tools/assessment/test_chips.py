import cv2
import numpy as np
import pytest

from tools.assessment.chips import BESIDE, ChipCutter
from tools.assessment.sampling.drawing import SamplePoint
from tools.errors import AssessmentError
from tools.pairs.pair import open_pair


@pytest.fixture
def cutter(sample):
    return ChipCutter(open_pair(sample.before, sample.after))


def point(cutter, row, column):
    longitude, latitude = cutter.pair.georeference.lonlat(column + 0.5, row + 0.5)
    return SamplePoint(1, -9, -9, 0.0, 0.0, longitude, latitude)


def decoded(chip):
    return cv2.imdecode(np.frombuffer(chip, np.uint8), cv2.IMREAD_COLOR)[..., ::-1]


def test_the_point_is_in_the_middle_of_both_dates(cutter):
    for date, picture in (("before", cutter.pair.before), ("after", cutter.pair.after)):
        chip = decoded(cutter.cut(point(cutter, 100, 60), date, 65))
        assert chip.shape == (65, 65, 3)
        assert (chip == picture[68:133, 28:93]).all()


def test_beyond_the_rim_all_is_grey(cutter):
    chip = decoded(cutter.cut(point(cutter, 0, 0), "after", 65))
    assert (chip[:32] == BESIDE).all()
    assert (chip[32, 32] == cutter.pair.after[0, 0]).all()


def test_a_point_beside_the_images_is_told(cutter):
    with pytest.raises(AssessmentError, match="does not lie in the images"):
        cutter.cut(SamplePoint(1, 5, 5, 0.0, 0.0, 10.0, 50.0), "after", 65)


def test_without_georeference_rows_and_columns_place_it(cutter):
    assert cutter.place(SamplePoint(1, 5, 6, 0.0, 0.0, None, None)) == (5, 6)


def test_pixels_of_a_coarser_map_are_larger(cutter):
    side = cutter.pair.georeference.resolution_m
    assert cutter.pixels_a_point(10 * side) == pytest.approx(10)
    assert cutter.pixels_a_point(None) == 1
