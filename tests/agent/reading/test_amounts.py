"""Amounts in words before a unit are read as digits."""

import pytest

from agent.language.chinese import CHINESE
from agent.language.english import ENGLISH
from agent.language.french import FRENCH
from agent.language.german import GERMAN
from agent.language.spanish import SPANISH
from agent.reading.reading import read


@pytest.mark.parametrize(
    ("question", "language", "square_metres"),
    [
        ("objects larger than half a hectare", ENGLISH, 5000.0),
        ("only those bigger than two acres", ENGLISH, 2 * 4046.8564224),
        ("Objekte größer als ein halber Hektar", GERMAN, 5000.0),
        ("los de más de media hectárea", SPANISH, 5000.0),
        ("ceux de plus de un demi-hectare", FRENCH, 5000.0),
        ("大于半公顷的", CHINESE, 5000.0),
    ],
)
def test_halves_and_number_words_count(question, language, square_metres):
    assert read(question, language).limits.min_area == pytest.approx(square_metres)


def test_number_words_without_a_unit_of_ground_stay():
    assert read("are there two new houses?").claim.number == 2
