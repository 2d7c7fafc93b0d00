import pytest

from agent.language.english import ENGLISH
from agent.language.registry import LANGUAGES
from agent.reading.reading import Reading, read
from tests.agent.language.portuguese import PORTUGUESE


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("how many buildings?", ("count",)),
        ("email it", ("mail",)),
        ("send it to my boss by email", ("mail",)),
        ("mail me the report", ("mail",)),
        ("drop the filter", ("undo",)),
        ("remove the limit", ("undo",)),
        ("all sizes", ("undo",)),
        ("ok so whats the real number", ("repeat",)),
        ("what is the actual count", ("repeat",)),
        ("are you sure?", ("doubt",)),
        ("swap the dates", ("swap",)),
        ("where are my files?", ("files",)),
        ("how many square metres?", ("area",)),
    ],
)
def test_what_is_to_be_done(text, acts):
    assert read(text).acts == acts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("did any house get demolished", "disappeared"),
        ("was any building torn down?", "disappeared"),
        ("were houses knocked down?", "disappeared"),
        ("how many new houses?", "appeared"),
        ("how many buildings changed?", None),
    ],
)
def test_what_came_and_what_went(text, status):
    assert read(text).status == status


@pytest.mark.parametrize(
    ("text", "cover", "way"),
    [
        ("has the lake shrunk?", "water", "loss"),
        ("did the lake get smaller?", "water", "loss"),
        ("is there less water?", "water", "loss"),
        ("was anything burnt?", "burnt", None),
        ("has any area burned?", "burnt", None),
        ("was there a fire?", "burnt", None),
        ("did the forest grow?", "trees", "gain"),
    ],
)
def test_land_and_which_way_it_went(text, cover, way):
    found = read(text)
    assert (found.covers, found.way) == ((cover,), way)
    assert found.asks_whether


def test_a_year_is_no_other_number():
    found = read("buildings in total in 2018?")
    assert (found.years, found.numbers, found.object_ids) == ((2018,), (), ())


def test_all_parts_of_one_question():
    found = read("forget the roads. only buildings above 100 m2 in the north")
    assert (found.excluded, found.classes, found.limits.min_area) == (("road",), ("building",), 100.0)
    assert "only" in found.marks
    assert found.unread == ()


def test_whether_a_question_goes_on_from_another():
    assert "opens" in read("and the roads?").marks
    assert "opens" not in read("how many roads and houses?").marks


def test_a_language_without_wordings_is_not_read():
    assert read("quantos edifícios?", PORTUGUESE) == Reading("quantos edifícios?", language="pt")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_nothing_is_read_in_nothing(language):
    found = read("", language)
    assert found == Reading("", language=language.code)


def test_a_question_is_english_unless_its_language_is_told():
    assert read("how many houses?") == read("how many houses?", ENGLISH)


def test_what_is_far_longer_than_a_question_is_not_read():
    assert read("how many houses? " * 36).acts == ()
    assert read("how many houses?").acts == ("count",)
