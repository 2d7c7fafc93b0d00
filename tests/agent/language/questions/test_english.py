"""Words of English questions that are easily taken for others."""

import pytest

from agent.language.questions.english import ENGLISH_QUESTIONS
from agent.reading.reading import read


@pytest.mark.parametrize("act", ["mail", "undo", "repeat", "doubt", "count", "export", "describe", "compare", "halves"])
def test_acts_are_known(act):
    assert act in ENGLISH_QUESTIONS.acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("the area of the buildings", ("area",)),
        ("text", ("mail",)),
        ("what changed?", ("describe",)),
        ("Hi, what are these images?", ("hello", "inspect")),
        ("where is it?", ("where",)),
        ("why?", ("why",)),
        ("show it on a map", ("draw",)),
        ("list them", ("list",)),
        ("which half changed most?", ("halves",)),
    ],
)
def test_acts_by_their_words(text, acts):
    assert read(text).acts == acts


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("on average", "mean_area"),
        ("the median size", "median_area"),
        ("the total area", "total_area"),
        ("how many per hectare", "density"),
        ("per year", "yearly"),
        ("how far apart are they", "spacing"),
    ],
)
def test_statistics_by_their_words(text, statistic):
    assert read(text).statistics == (statistic,)


@pytest.mark.parametrize("text", ["burn ratio", "normalized burn ratio of the later image"])
def test_the_burn_ratio_is_no_fire(text):
    assert "burnt" not in read(text).covers


@pytest.mark.parametrize("text", ["new buildings", "buildings that were built", "houses that went up"])
def test_what_appeared(text):
    assert read(text).status == "appeared"


def test_a_built_up_area_was_not_built():
    assert read("built-up area").status is None
