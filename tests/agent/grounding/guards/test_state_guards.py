"""Warnings, missing data and objects at the edge: as results hold them."""

import pytest

from agent.grounding import check


@pytest.mark.parametrize(
    ("truth", "lie"),
    [
        ("No warnings were raised.", "One warning was raised."),
        ("None of the buildings touches the edge of the image.", "Two of the buildings touch the edge of the image."),
        ("The images have no missing data.", "The images have missing data."),
        ("The roads did not change.", "It is not true that roads did not change."),
        ("The images are not identical.", "The images are identical."),
        ("The count is 7.", "The count could never be wrong."),
    ],
)
def test_states_are_told_as_results_hold_them(told, truth, lie):
    steps = list(told.values())
    assert check(truth, steps, [], ["What has changed here?"], []).faults == ()
    assert check(lie, steps, [], ["What has changed here?"], []).faults
