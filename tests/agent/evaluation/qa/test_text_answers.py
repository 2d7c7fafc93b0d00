"""What a text says, in the wordings of the templates and in those of language models."""

import pytest

from agent.evaluation.qa.text_answers import places_in, text_value
from agent.wording import ABILITIES


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "14 changed buildings: 12 appeared, 2 disappeared, the largest in the top. Touching ones count as one. [1]",
            14,
        ),
        ("No changed building was found. [1]", 0),
        ("1 changed building, it lies in the top left. [2]", 1),
        ("1,204 changed roads and three new houses. [1]", 3),
        ("Buildings changed: 7.", 7),
        ("Changed pixels: buildings none; roads 108 px (0.16 % of the valid area). [1]", 0),
        ("There are 7 of them.", 7),
        ('The network says: "seven houses are built." The probability of any change is 97 %. [1]', None),
        ("Changed buildings cover 14,423 px (22.0 % of the valid area). [1]", None),
        ("2 changed roads. [1]", None),
    ],
)
def test_counts_stand_beside_what_is_counted(text, count):
    assert text_value(text, "number", "building") == count


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [
        ("14 changed buildings: 12 appeared, 2 disappeared. [1]", "appeared", 12),
        ("14 changed buildings: 12 appeared, 2 disappeared. [1]", "disappeared", 2),
        ("3 buildings that appeared, the largest in the top. [1]", "appeared", 3),
        ("No changed building was found. [1]", "disappeared", 0),
        ("14 changed buildings, the largest in the top. [1]", "appeared", None),
    ],
)
def test_what_came_is_told_from_what_went(text, form, count):
    assert text_value(text, form, "building") == count


@pytest.mark.parametrize(
    ("text", "name", "percent"),
    [
        ("Changed buildings cover 5.25 % of the valid area, in 90 % of cases between 4 and 6 %. [1]", "building", 5.25),
        ("Changed pixels: buildings 100 px (5 % of the valid area), 40 % in the top; roads none. [1]", "building", 5),
        ("Changed pixels: buildings 100 px (5 % of the valid area), 40 % in the top; roads none. [1]", "road", 0),
        ("Buildings take 5 percent and roads 2 percent.", "road", 2),
        ("Changed objects cover 7.1 % of the valid area. [1]", "any", 7.1),
        ("Changed buildings cover 14,423 px. [1]", "building", None),
    ],
)
def test_shares_stand_beside_their_unit(text, name, percent):
    assert text_value(text, "percent", name) == percent


LISTED = (
    "3 changed buildings, 1,500 px together, the largest first: building 4 (900 px, in the top right, 97 % probable)."
)


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        (LISTED, "pixels", 900),
        (LISTED, "place", "north-east"),
        ("1 changed building: building 1 (400 px, in the centre, over 99 % probable).", "pixels", 400),
        ("1 changed building: building 1 (400 px, in the centre, over 99 % probable).", "place", "centre"),
        ("Changed buildings cover 1,500 px, in 90 % of cases between 900 and 2,000 px.", "pixels", None),
        ("Changed pixels: buildings 1,500 px, 60 % in the top and 40 % in the left.", "place", None),
        ("Changed pixels: buildings 1,500 px, 60 % in the top and 40 % in the left.", "field", "north"),
        ("Changed pixels: roads 9 px, 60 % in the top and 40 % in the left.", "field", None),
        ("More changed building ground lies in the southern half: the northern half 1 object, 9 px.", "half", "south"),
        ("Equally much changed in both: the northern half 1 object; the southern half 1 object.", "half", None),
    ],
)
def test_the_largest_and_places(text, form, value):
    assert text_value(text, form, "building") == value


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Yes, there are 7.", "building", True),
        ("No changed building was found. [1]", "building", False),
        ("7 changed buildings. [1]", "building", True),
        ("7 changed buildings. [1]", "road", None),
        ("Changed pixels: buildings 9 px (1 % of the valid area); roads none. [1]", "road", False),
        ("Changed roads cover 0 % of the valid area. [1]", "road", False),
        ('The network says: "no." The probability of any change is over 99 %. [1]', "any", True),
        ('The network says: "no." The probability of any change is over 99 %. [1]', "building", None),
        ('The network says: "the scene is the same." The probability of any change is under 1 %. [1]', "road", False),
        ("The buildings have not changed.", "building", False),
    ],
)
def test_yes_and_no(text, name, said):
    assert text_value(text, "yes_no", name) is said


@pytest.mark.parametrize(
    ("text", "declined"),
    [
        (ABILITIES, True),
        ("I cannot compute spectral indices in this version.", True),
        ("The tools only see buildings and roads.", True),
        ("The colour of the roofs cannot be determined.", True),
        ("14 changed objects. [1]", False),
        ("The roofs are red.", False),
        ("Whether the two dates lie on each other cannot be told: they look unlike.", False),
    ],
)
def test_declining_is_said(text, declined):
    assert (text_value(text, "nothing", "any") == "declined") is declined


def test_places_have_one_name():
    text = "top left, upper-right, north-western, southeast, the middle, bottom, eastern"
    assert places_in(text) == ["north-west", "north-east", "north-west", "south-east", "centre", "south", "east"]
