"""Plan lines: what is written is read again, and what is no line is not taken for one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.planning.parser import words
from agent.planning.parser.lines import BY_TOOL, call_of, line_of, read, write
from agent.planning.plan import DECLINE, SAY, PlannedCall
from tools.catalogue import CATALOGUE

CLASS = {"object_class": st.sampled_from(words.CLASSES)}
SIZE = st.integers(1, 10**6).map(float)
FILTERS = {
    "status": st.sampled_from(["appeared", "disappeared"]),
    "within": st.sampled_from(words.PARTS),
    "min_area": SIZE,
    "max_area": SIZE,
    "min_probability": st.integers(0, 100).map(lambda percent: percent / 100),
    "max_probability": st.integers(0, 100).map(lambda percent: percent / 100),
}
UNIT = {"unit": st.sampled_from(words.UNITS)}
ONE = st.integers(1, 99)
CALLS = st.one_of(
    st.builds(PlannedCall, st.just("count_objects"), st.fixed_dictionaries(CLASS, optional=FILTERS)),
    st.builds(PlannedCall, st.just("measure_area"), st.fixed_dictionaries(CLASS | UNIT, optional=FILTERS)),
    st.builds(
        PlannedCall,
        st.just("find_objects"),
        st.fixed_dictionaries(
            CLASS, optional=FILTERS | {"k": ONE, "order": st.sampled_from(["smallest", "surest"]), "of": ONE}
        ),
    ),
    st.builds(
        PlannedCall,
        st.just("measure_objects"),
        st.fixed_dictionaries(
            CLASS | {"statistic": st.sampled_from(sorted(words.STATISTICS.values()))}, optional=FILTERS | UNIT
        ),
    ),
    st.builds(
        PlannedCall,
        st.just("land_change"),
        st.fixed_dictionaries(
            {"cover": st.sampled_from(words.COVERS)},
            optional={"tell": st.sampled_from(["where", "became", "rate"]), **UNIT},
        ),
    ),
    st.builds(PlannedCall, st.just("describe_object"), st.fixed_dictionaries({"number": ONE | st.just("last")})),
    st.builds(PlannedCall, st.just(SAY), st.fixed_dictionaries({"act": st.sampled_from(words.SAID)})),
    st.builds(
        PlannedCall,
        st.just(DECLINE),
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(words.DECLINED),
                "text": st.text("abc äé房 '-.,?", min_size=1).map(str.strip).filter(bool),
            }
        ),
    ),
)


@given(st.lists(CALLS, min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_is_read_again(plan):
    lines = write(tuple(plan))
    assert lines is not None
    assert read(lines) == tuple(plan)


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("count building new >1ha", {"object_class": "building", "status": "appeared", "min_area": 1e4}),
        ("area road", {"object_class": "road", "unit": "m2"}),
        ("list any p<70 k:all", {"object_class": "any", "max_probability": 0.7, "k": 100}),
        ("count road near:building<1km", {"object_class": "road", "distance_to": "building", "max_distance": 1000.0}),
        ("where building road", {"classes": ["building", "road"]}),
        ("mean building ft2", {"statistic": "mean_area", "object_class": "building", "unit": "ft2"}),
        ("list road by:nearest of:centre", {"object_class": "road", "order": "nearest", "distance_to": "centre"}),
        ("list road dir:north of:3", {"object_class": "road", "direction": "north", "of": 3}),
        (
            "share any near:centre>1km",
            {"statistic": "share", "object_class": "any", "distance_to": "centre", "min_distance": 1000.0},
        ),
        ("pixel 0.3", {"metres": 0.3}),
        ('archive "a new dam" k:3', {"text": "a new dam", "k": 3}),
    ],
)
def test_a_line_means_a_call(line, arguments):
    call = call_of(line)
    assert call is not None
    assert call.arguments == arguments


@pytest.mark.parametrize(
    "line",
    [
        "",
        "count",
        "count houses",
        "count building >100",
        "count building p>120",
        "count building new new",
        "area building parsec",
        'count "all" building',
        "unseen pools",
        "object first",
        "export docx",
        "cover 2012",
        "pixel half",
        "describe; drop",
    ],
)
def test_what_is_no_line_is_refused(line):
    assert call_of(line) is None
    assert read(f"describe ; {line}") is None


def test_every_tool_of_a_line_takes_its_arguments():
    declared = {tool: verb for tool, verb in BY_TOOL.items() if tool not in (SAY, DECLINE)}
    assert {tool for tool in declared if CATALOGUE.get(tool) is None} == set()
    for tool, verb in declared.items():
        assert set(verb.places) <= set(CATALOGUE.get(tool).parameters)


def test_a_tool_without_a_line_cannot_be_written():
    assert line_of(PlannedCall("series_change", {})) is None
    assert write((PlannedCall("describe_change"), PlannedCall("series_change", {}))) is None
