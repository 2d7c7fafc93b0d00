"""Which questions on objects are planned by their reading."""

import pytest

from agent.planning.dialogue.recognised import formats, is_mine
from agent.planning.dialogue.topic import Topic
from agent.reading.reading import read
from tests.factories.questions.read_plans import COUNTED


@pytest.mark.parametrize(
    "question",
    [
        "how sure are you about the big one?",
        "list the 3 buildings",
        "how many stood there before?",
        "houses within 30 m of the road",
        "only those above 100 m2",
        "kml?",
    ],
)
def test_what_the_trained_planner_does_not_know_is_read(question):
    assert is_mine(read(question), Topic.of([COUNTED]))


@pytest.mark.parametrize("question", ["what is the ndvi?", "what is the crs?", "why did it change?"])
def test_other_tasks_are_left_to_it(question):
    assert not is_mine(read(question), Topic.of([COUNTED]))


def test_a_picture_is_a_file_only_where_it_is_to_be_written():
    assert formats(read("save a png")) == ("png",)
    assert formats(read("what is in the picture?")) == ()
