"""Plans as lines of text: what is written is read again, and what is no plan is not taken for one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.planning.learned.plan_lines import CLASSES, DATES, FORMATS, INDICES, UNITS, VALUES, grammar, read, write
from agent.planning.plan import PlannedCall

COUNT = st.integers(1, 99)
PAIR = st.one_of(st.just({}), st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True).map(lambda name: {"pair": name}))
CHOICES = {
    "object_class": st.sampled_from(CLASSES),
    "unit": st.sampled_from(UNITS),
    "date": st.sampled_from(DATES),
    "index": st.sampled_from(INDICES),
    "format": st.sampled_from(FORMATS),
    "k": COUNT,
}


@st.composite
def calls(draw):
    tool = draw(st.sampled_from(sorted(VALUES)))
    arguments = {name: draw(CHOICES[name]) for name, _ in VALUES[tool]}
    if tool == "detect_change" and (classes := draw(st.sets(st.sampled_from(["building", "road"])))):
        arguments["classes"] = sorted(classes)
    if tool == "count_objects" and draw(st.booleans()):
        arguments["min_area"] = float(draw(COUNT))
    if tool == "find_changes":
        arguments["text"] = draw(st.text("abc äé房 '-.,?", min_size=1).map(str.strip).filter(bool))
    return PlannedCall(tool, arguments | draw(PAIR))


@given(st.lists(calls(), max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_is_read_again(plan):
    assert read(write(tuple(plan))) == tuple(plan)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "count_objects",
        "count_objects tree",
        "count_objects building road",
        "measure_area building",
        "measure_area m2 building",
        "detect_change any",
        "find_changes 5",
        'count_objects building "houses"',
        "find_similar many",
        "delete_files building",
        "none\ncount_objects building",
        "count_objects building; rm -rf /",
    ],
)
def test_what_is_no_plan_is_not_taken_for_one(text):
    assert read(text) is None


def test_the_grammar_knows_every_tool_and_value():
    rules = grammar()
    for tool, values in VALUES.items():
        assert f'"{tool}"' in rules
        for _, allowed in values:
            assert all(f'"{value}"' in rules for value in allowed)


def test_a_line_holds_what_the_adapter_was_taught():
    plan = (PlannedCall("export_result", {"format": "png", "object_class": "road", "min_area": 90.0}),)
    assert read(write(plan)) == (PlannedCall("export_result", {"format": "png"}),)
