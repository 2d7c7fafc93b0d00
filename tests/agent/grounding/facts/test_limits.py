"""Limits of size, probability and distance as facts."""

import pytest

from agent.grounding.facts.fact import Fact
from agent.grounding.facts.limits import NARROWING, limit, of_limits
from agent.grounding.text.words import AREA, ID, LENGTH, PIXELS, PLAIN, SHARE
from tools.change.change_map import ObjectFilter
from tools.change.shapes.nearness import Nearness

START = Fact(1, 0.0, PLAIN)


@pytest.mark.parametrize("name", sorted(NARROWING))
def test_every_limit_is_a_fact_that_only_a_bound_may_state(name):
    assert all(fact.limit and fact.value == 7.0 for fact in limit(name, 7.0, START))


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (ObjectFilter(min_area=50.0), {(50.0, AREA), (50.0, PIXELS)}),
        (ObjectFilter(min_probability=0.9), {(0.9, SHARE)}),
        (Nearness("road", 30.0), {(30.0, LENGTH), (30.0, PIXELS)}),
        (Nearness(4, min_distance=10.0), {(10.0, LENGTH), (10.0, PIXELS), (4.0, ID)}),
    ],
)
def test_limits_of_a_result_are_facts(limits, told):
    assert {(fact.value, fact.dimension) for fact in of_limits(limits, START)} == told
