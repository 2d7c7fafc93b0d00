"""Values in units of results as facts."""

import pytest

from agent.grounding.facts.fact import Fact
from agent.grounding.facts.units import with_unit
from agent.grounding.text.words import AREA, PLAIN, SHARE


@pytest.mark.parametrize(
    ("value", "unit", "expected"), [(2.0, "ha", (20_000.0, AREA)), (48.0, "percent", (0.48, SHARE))]
)
def test_values_are_held_in_the_dimension_of_answers(value, unit, expected):
    first, beside = with_unit(value, [value / 2], unit, Fact(1, 0.0, PLAIN), "mean")
    assert (first.value, first.dimension) == pytest.approx(expected)
    assert first.role == "mean"
    assert (beside.value, beside.scoped) == (pytest.approx(expected[0] / 2), True)


def test_no_value_is_no_fact():
    assert list(with_unit(None, (), "ha", Fact(1, 0.0, PLAIN), "")) == []
