"""Objects linked over dates: what stands on the same ground is one object."""

from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tools.change.change_map import ChangedObject
from tools.change.histories.object_histories import FoundObject, Interval, linked

DAYS = ("2012-06-01", "2014-06-01", "2016-06-01", "2018-06-01")


def found(status, left, top, width=10, height=10, number=1):
    shape = shapely.box(left, top, left + width, top + height)
    size = width * height
    box = (top, left, top + height, left + width)
    centre = (left + width / 2, top + height / 2)
    return FoundObject(
        ChangedObject(number, "building", status, size, size / 4, centre, None, box, 0.9, touches_edge=False), shape
    )


def over(*steps):
    """Histories of objects found in neighbouring intervals, and what happened, each with its last date."""
    intervals = [Interval(DAYS[at], DAYS[at + 1], tuple(step)) for at, step in enumerate(steps)]
    histories = linked(intervals, 1.5)
    return histories, [[(one.what, one.until[:4], one.contradicts) for one in history.events] for history in histories]


def test_a_house_comes_and_goes():
    histories, events = over([found("appeared", 0, 0)], [], [found("disappeared", 1, 0)])
    assert events == [[("appeared", "2014", False), ("disappeared", "2018", False)]]
    assert not histories[0].stands


def test_two_houses_far_apart_are_two():
    histories, _ = over([found("appeared", 0, 0)], [found("appeared", 40, 0)])
    assert [(one.id, one.stands) for one in histories] == [(1, True), (2, True)]


def test_a_smaller_one_beside_it_is_growth_and_a_larger_one_a_house_of_its_own():
    _, events = over([found("appeared", 0, 0)], [found("appeared", 10, 0, width=4)])
    assert events == [[("appeared", "2014", False), ("grew", "2016", False)]]
    histories, _ = over([found("appeared", 0, 0)], [found("appeared", 10, 0, width=12)])
    assert len(histories) == 2


def test_houses_of_one_row_that_appear_at_once_are_houses():
    histories, _ = over([found("appeared", 0, 0), found("appeared", 10, 0, width=4)])
    assert len(histories) == 2


def test_what_grew_goes_as_one():
    histories, events = over(
        [found("appeared", 0, 0)], [found("appeared", 10, 0, width=4)], [found("disappeared", 0, 0, width=14)]
    )
    assert [one[0] for one in events[0]] == ["appeared", "grew", "disappeared"]
    assert histories[0].outline.area == pytest.approx(140)


def test_a_part_that_goes_makes_it_smaller():
    histories, events = over([found("appeared", 0, 0)], [found("disappeared", 0, 0, width=3)])
    assert events == [[("appeared", "2014", False), ("shrank", "2016", False)]]
    assert histories[0].stands


def test_one_that_stood_at_first_may_go_and_be_built_anew():
    histories, events = over([found("disappeared", 0, 0)], [found("appeared", 0, 1)])
    assert events == [[("disappeared", "2014", False), ("appeared", "2016", False)]]
    assert histories[0].stands


def test_a_house_that_is_replaced_between_two_dates():
    _, events = over([found("disappeared", 0, 0), found("appeared", 1, 1)])
    assert events == [[("disappeared", "2014", False), ("appeared", "2014", False)]]


def test_what_is_built_or_gone_twice_contradicts():
    _, built = over([found("appeared", 0, 0)], [found("appeared", 1, 0)])
    assert built == [[("appeared", "2014", False), ("appeared", "2016", True)]]
    _, gone = over([found("disappeared", 0, 0)], [found("disappeared", 1, 0)])
    assert gone == [[("disappeared", "2014", False), ("disappeared", "2016", True)]]


def test_a_row_that_goes_at_once_takes_all_of_its_houses():
    histories, _ = over([found("appeared", 0, 0), found("appeared", 12, 0)], [found("disappeared", 0, 0, width=22)])
    assert [one.stands for one in histories] == [False, False]


def test_without_objects_there_is_no_history():
    assert over([], [], [])[0] == ()


@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(["appeared", "disappeared"]), st.integers(0, 60), st.integers(2, 12)), max_size=5
        ),
        min_size=1,
        max_size=3,
    )
)
def test_each_object_is_told_and_what_stands_alternates(steps):
    given_steps = [[found(status, left, 0, width=width) for status, left, width in step] for step in steps]
    histories, _ = over(*given_steps)
    events = [one for history in histories for one in history.events]
    assert len(events) >= sum(len(step) for step in steps), "nothing that was found is dropped"
    for history in histories:
        sound = [one.what for one in history.events if not one.contradicts and one.what in ("appeared", "disappeared")]
        assert all(a != b for a, b in pairwise(sound)), "built and gone take turns"
        assert history.stands is (history.events[-1].what != "disappeared")
