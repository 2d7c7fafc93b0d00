import numpy as np

from tests.factories.ground.land import POND, land_space
from tools.measurements.cover_maps import land_cover_transitions
from tools.measurements.land.from_to import FromTo, from_to

CODES = FromTo(("water", "trees", "bare"))


def test_a_code_is_a_class_before_and_one_after():
    assert CODES.count == 10
    assert [CODES.classes(code) for code in (1, 2, 4, 9)] == [
        ("water", "water"), ("water", "trees"), ("trees", "water"), ("bare", "bare"),
    ]  # fmt: skip


def test_lost_and_gained_are_the_codes_that_leave_and_enter_classes():
    assert np.flatnonzero(CODES.lost({"water"})).tolist() == [2, 3]
    assert np.flatnonzero(CODES.gained({"water"})).tolist() == [4, 7]
    assert not CODES.lost({"water", "trees", "bare"}).any()


def test_the_raster_has_the_classes_of_its_legend(tmp_path):
    made = land_space(tmp_path, POND)
    found = land_cover_transitions(made, made.pair())
    codes = from_to(made, found)
    assert {cell.before for cell in found.cells} <= set(codes.names)
