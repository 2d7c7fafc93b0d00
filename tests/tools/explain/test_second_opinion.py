"""Numbers beside the same computed anew."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.explain.second_opinion import VERDICTS, check, compared, numbers, verification


@dataclass(frozen=True)
class Row:
    name: str
    pixels: int
    id: int = 7


@dataclass(frozen=True)
class Found:
    count: int
    area_m2: float | None
    sure: bool = True
    rows: tuple[Row, ...] = ()
    lonlat: tuple[float, float] = (11.5, 48.2)


FOUND = Found(3, 100.0, rows=(Row("north", 12), Row("south", 8)))


def test_numbers_are_measurements_with_the_fields_that_lead_to_them():
    assert dict(numbers(FOUND)) == {"count": 3, "area_m2": 100.0, "rows[north].pixels": 12, "rows[south].pixels": 8}
    assert dict(numbers(Found(3, None))) == {"count": 3}


@pytest.mark.parametrize(
    ("told", "again", "verdict"),
    [
        (100.0, 100.0, "pass"),
        (100.0, 100.4, "pass"),
        (100.0, 101.0, "warn"),
        (100.0, 110.0, "fail"),
        (3, 4, "warn"),
        (3, 5, "fail"),
        (0.0, 0.0, "pass"),
        (0.0, 2.5, "fail"),
    ],
)
def test_a_number_passes_is_warned_of_or_fails(told, again, verdict):
    assert check("tool", "count", told, again).verdict == verdict


@given(told=st.floats(-1e9, 1e9), again=st.floats(-1e9, 1e9))
def test_a_check_is_symmetric_and_a_number_agrees_with_itself(told, again):
    one, other = check("tool", "x", told, again), check("tool", "x", again, told)
    assert (one.difference, one.verdict) == (other.difference, other.verdict)
    assert check("tool", "x", told, told).verdict == "pass"


def test_what_is_missing_the_second_time_is_none():
    checks = {one.name: one for one in compared("tool", FOUND, Found(3, None, rows=FOUND.rows[:1]))}
    assert checks["area_m2"].again == 0.0
    assert checks["rows[south].pixels"].verdict == "fail"


def test_the_worst_check_gives_the_verdict_and_comes_first():
    checks = [check("a", "x", 1.5, 1.5), check("b", "x", 3, 9), check("c", "x", 100.0, 101.0)]
    told = verification("1", checks, "torch", "torch", ())
    assert (told.verdict, [one.verdict for one in told.checks]) == ("fail", list(reversed(VERDICTS)))
    assert verification("1", checks[:1], "", "", ()).verdict == "pass"
