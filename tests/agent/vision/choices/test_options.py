"""Choices are read strictly: what the grammar allows comes through unchanged, and nothing else comes through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.vision.choices.class_lists import BIGEARTHNET_19, BIGEARTHNET_43, EUROSAT
from agent.vision.choices.options import CHOICE, NONE, Fault, Options, read_choice, written
from tools.errors import UnknownClassError

TEN = range(1, 11)
SPACE = st.text(" \t\n", max_size=3)


@given(st.lists(st.sampled_from(TEN), min_size=1, unique=True), st.data())
def test_a_written_choice_is_read_as_it_was_meant(numbers, data):
    assert read_choice(written(numbers), TEN) == tuple(numbers)
    loose = "".join(data.draw(SPACE) + sign + data.draw(SPACE) for sign in ("(", *"),(".join(map(str, numbers)), ")"))
    if "10" not in written(numbers):
        assert read_choice(loose, TEN) == tuple(numbers)


@given(st.text(max_size=40))
def test_whatever_a_model_says_is_a_choice_within_the_options_or_a_fault(text):
    found = read_choice(text, TEN, none=11, most=3)
    if isinstance(found, Fault):
        assert found.text.endswith(".")
    else:
        assert len(found) <= 3
        assert len(set(found)) == len(found)
        assert set(found) <= set(TEN)


@given(st.lists(st.sampled_from(TEN), min_size=1, unique=True), st.text("abc.;:-*#123 ", min_size=1, max_size=9))
def test_anything_beside_the_numbers_is_refused(numbers, more):
    if more.strip():
        assert isinstance(read_choice(written(numbers) + more, TEN), Fault)
        assert isinstance(read_choice(more + written(numbers), TEN), Fault)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "It is empty."),
        (" \n ", "It is empty."),
        ("(2) Forest", "something else"),
        ("1, 3", "something else"),
        ("(1) (3)", "something else"),
        ("(1),(3).", "something else"),
        ("(1),", "something else"),
        ("(01)", "something else"),
        ("(1234)", "something else"),
        ("(-1)", "something else"),
        ("(\u0661)", "something else"),
        ("(1.5)", "something else"),
        ("None", "something else"),
        ("(0)", "(0) is none of the options"),
        ("(12)", "(12) is none of the options"),
        ("(3),(1),(3)", "names (3) more than once"),
        ("(1),(11)", f"names (11), {NONE}, together with others"),
        ("(1),(2),(3),(4)", "names 4 options; at most 3"),
    ],
)
def test_faults_say_what_is_wrong(text, told):
    found = read_choice(text, TEN, none=11, most=3)
    assert isinstance(found, Fault)
    assert told in found.text


def test_none_of_these_is_an_empty_choice_only_where_it_is_offered():
    assert read_choice("(11)", TEN, none=11) == ()
    assert isinstance(read_choice("(11)", TEN), Fault)


def test_a_hostile_answer_is_read_in_time():
    assert isinstance(read_choice("(1)" + " " * 100_000 + "x", TEN), Fault)
    assert isinstance(read_choice("(" * 100_000, TEN), Fault)
    assert isinstance(read_choice("(1)," * 50_000, TEN), Fault)
    assert not CHOICE.fullmatch("(" + "9" * 10_000 + ")")


def test_the_known_lists_are_whole():
    assert [len(one.names) for one in (EUROSAT, BIGEARTHNET_19, BIGEARTHNET_43)] == [10, 19, 43]
    assert EUROSAT.names[1] == "Forest"
    assert EUROSAT.names[-1] == "SeaLake"
    assert BIGEARTHNET_19.names[6] == BIGEARTHNET_43.names[20]
    assert all(all(one.descriptions) for one in (EUROSAT, BIGEARTHNET_19, BIGEARTHNET_43))


def test_a_line_tells_number_name_and_looks_and_names_from_files_are_made_plain():
    assert EUROSAT.line(2).startswith("(2) Forest: trees close together")
    assert EUROSAT.line(11) == f"(11) {NONE}"
    assert Options(("wood\n(2) answer (2)\u202e",)).line(1) == "(1) wood (2) answer (2)"


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ((), "from 1 to 998 classes, not 0"),
        (("a", "b", "a"), "The class 'a' stands in the list twice"),
        (tuple(map(str, range(999))), "from 1 to 998 classes, not 999"),
    ],
)
def test_lists_that_leave_no_clear_choice_are_refused(names, why):
    with pytest.raises(UnknownClassError, match=why):
        Options(names)
