"""Sides of the image in questions."""

import pytest

from agent.planning.dialogue.sides import opposites, parts
from agent.planning.dialogue.spelt import best_reading, language_of_turn


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("which changed more, the left or the right half?", ("west", "east")),
        ("left or right??", ("west", "east")),
        ("北部还是南部损失的多?", ("north", "south")),
        ("norte o sur?", ("north", "south")),
        ("est-ce plus au nord ou au sud ?", ("north", "south")),
        ("you are right", None),
        ("did more change in the north-east or in the south-west?", None),
        ("houses in the north and in the east", None),
    ],
)
def test_two_opposite_sides(question, sides):
    assert opposites(question) == sides


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("und rechts?", ["east"]),
        ("how many on the left?", ["west"]),
        ("which ones are not in the south?", ["north"]),
        ("welche sind nicht im Norden?", ["south"]),
        ("is anything left over?", []),
    ],
)
def test_one_side(question, named):
    assert list(parts(best_reading(question, language_of_turn(question)))) == named
