import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.effects.regular_steps import regular_steps
from tools.errors import EffectError

MONTHS = [f"{2015 + month // 12}-{month % 12 + 1:02d}-01" for month in range(48)]
WAVE = [0.5 + 0.1 * np.sin(month) for month in range(48)]


def steps(values=WAVE, control=WAVE[::-1], event="2017-06-01", days=MONTHS, until=None):
    return regular_steps(days, "place", {"place": values, "control": control}, event, until)


def test_steps_are_months_from_the_event_on():
    found = steps()
    assert (found.months, found.event, found.days[found.event]) == (1, 29, "2017-06-01")
    np.testing.assert_allclose(found.outcome, WAVE)


def test_no_step_mixes_before_and_after():
    days = [*MONTHS, "2017-06-20"]
    found = steps([*WAVE, 9.0], [*WAVE, 0.5], "2017-06-15", days)
    assert found.days[found.event] == "2017-06-15"
    assert found.outcome[found.event] == pytest.approx((9.0 + WAVE[30]) / 2)
    assert found.outcome[found.event - 1] == pytest.approx(WAVE[29])


def test_a_gap_of_a_control_counts_for_the_place_too():
    control = [None if month == 5 else value for month, value in enumerate(WAVE)]
    found = steps(control=control)
    assert np.isnan(found.outcome[5])
    assert np.isfinite(found.regressors).all()
    assert "1 of the 48 steps" in found.notes[1]


def test_uneven_dates_take_longer_steps():
    found = regular_steps(MONTHS[::3], "place", {"place": WAVE[::3], "control": WAVE[1::3]}, "2018-06-01")
    assert found.months == 3


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"event": "2030-01-01"}, "lies outside the values"),
        ({"event": "2015-01-01"}, "lies outside the values"),
        ({"event": "2015-07-01"}, "Only 6 1-month steps before the event"),
        ({"event": "2018-12-01"}, "Only 1 steps after the event"),
        ({"values": [0.5] * 48}, "The values of place do not vary"),
        ({"control": [0.5] * 48}, "The values of control do not vary"),
        ({"control": [value if month % 2 else None for month, value in enumerate(WAVE)]}, "has no value at 50 %"),
        ({"values": [value * (10_000 if month % 9 == 0 else 1) for month, value in enumerate(WAVE)]}, "units"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(given, told):
    with pytest.raises(EffectError, match=told):
        steps(**given)


@given(st.permutations(range(48)))
def test_the_order_of_rows_does_not_matter(order):
    found = steps([WAVE[n] for n in order], [WAVE[47 - n] for n in order], days=[MONTHS[n] for n in order])
    np.testing.assert_allclose(found.outcome, WAVE)
