"""Buildings and roads over many dates in words."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.grounding.checker import check
from agent.wording import sentence
from agent.wording.words import Words
from tools.catalogue.over_time.history_tools import ObjectsOverTime
from tools.change.histories.construction_curve import IntervalChange, total

FIRST = IntervalChange("2012-05-14", "2015-08-02", 3.22, 23, 2, 0, 1, 4200.0, 150.0, 7.143, 0)
SECOND = IntervalChange("2015-08-02", "2019-08-02", 4.0, 8, 0, 1, 0, 1300.0, 40.0, 2.0, 1)
TOTAL = total([FIRST, SECOND])
FOUND = ObjectsOverTime(
    "building", ("2012-05-14", "2015-08-02", "2019-08-02"), (FIRST, SECOND), TOTAL, replace(TOTAL, appeared=29), 1,
    "series:a", "series:b", "series:c", "m", (),
)  # fmt: skip


def test_it_is_told_from_all_to_each_interval():
    assert sentence(FOUND) == (
        "From 2012-05-14 to 2019-08-02 (3 dates), 31 buildings appeared (5,500 m²) and 1 disappeared (190 m²). From"
        " date to date: 2012-05-14 to 2015-08-02, 23 appeared (7.14 a year) and 1 disappeared; 2015-08-02 to"
        " 2019-08-02, 8 appeared (2 a year) and 0 disappeared. Of those that stood, 2 were extended and 1 became"
        " smaller. 1 that appeared was gone again at the last date. The intervals contradict each other on 1 object,"
        " which would have been built or gone twice; it is counted once. Held against each other, the first and the"
        " last date alone show 29 that appeared and 1 that disappeared."
    )


def test_two_dates_have_one_interval():
    two = replace(FOUND, days=FOUND.days[:2], intervals=(FIRST,), total=FIRST, direct=FIRST, passing=0)
    assert sentence(two) == (
        "From 2012-05-14 to 2015-08-02 (2 dates), 23 buildings appeared (4,200 m²) and 1 disappeared (150 m²). 2"
        " that stood were extended."
    )


def test_of_many_intervals_the_busiest_are_told():
    many = tuple(replace(FIRST, since=f"{2000 + at}-01-01", until=f"{2001 + at}-01-01", appeared=at) for at in range(9))
    told = sentence(replace(FOUND, intervals=many, total=total(many)))
    assert "The intervals with most change: 2006-01-01 to 2007-01-01, 6 appeared" in told
    assert "2001-01-01 to 2002-01-01" not in told


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "zh"])
@pytest.mark.parametrize("object_class", ["building", "road"])
def test_every_language_tells_every_number(code, object_class):
    told = sentence(replace(FOUND, object_class=object_class), Words.of(code))
    for number in ("31", "23", "8", "29", "2012-05-14"):
        assert number in told
    assert "{" not in told


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "zh"])
def test_where_nothing_changed_it_is_said(code):
    still = replace(FIRST, appeared=0, grew=0, disappeared=0, gained_m2=0.0, lost_m2=0.0)
    told = sentence(replace(FOUND, intervals=(still, still), total=still, direct=still, passing=0), Words.of(code))
    assert "{" not in told


def test_its_sentences_pass_the_checker():
    step = Step("object_history", {"object_class": "building"}, FOUND, None, 0.0, 1)
    told = sentence(FOUND)
    assert check(told, [step], [], ["When were the buildings built?"], []).faults == ()


def test_another_number_does_not():
    step = Step("object_history", {"object_class": "building"}, FOUND, None, 0.0, 1)
    assert check("57 buildings appeared.", [step], [], ["How many?"], []).faults
