import pytest

from agent.grounding.text.place_words import places
from agent.grounding.text.reading import read
from agent.grounding.text.sentences import readable


def claims(text):
    return [claim for parsed in read(readable(text)) for claim in parsed.claims]


def statements(text):
    return [statement for parsed in read(readable(text)) for statement in parsed.statements]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Buildings cover 894 m2 and roads 10 m2", ["building", "road"]),
        ("894 m2 of houses and 10 m2 of streets", ["building", "road"]),
        (
            "Changed pixels: villas 3,574 px (5.45 % of the valid area, 894 m2); highways 10 px",
            ["building"] * 3 + ["road"],
        ),
        ("7 buildings but no roads; 894 m2 in total", ["building", "building"]),
        ("Roads changed. They cover 894 m2.", ["road"]),
        ("The highway area is 894 m2", ["road"]),
        ("The images are 256 px wide", [None]),
        ("Everything that changed covers 894 m2", ["total"]),
        ("7 images of roads", ["image"]),
    ],
)
def test_the_class_of_a_number_is_the_nearest_word(text, kinds):
    assert [claim.kind for claim in claims(text)] == kinds


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("7 appeared, 0 disappeared", ["appeared", "disappeared"]),
        ("7 new houses and 2 demolished ones", ["appeared", "disappeared"]),
        ("7 buildings appeared or changed", [None]),
        ("7 buildings", [None]),
    ],
)
def test_the_sign_of_a_number_is_that_of_its_clause(text, signs):
    assert [claim.sign for claim in claims(text)] == signs


def test_numbers_of_objects_are_names_and_bind_what_follows():
    first, size, second, other = claims("building 1 (157 m2); building 2 (139 m2)")
    assert (first.named, second.named) == (True, True)
    assert (size.object_id, other.object_id) == (1, 2)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Buildings disappeared.", False),
        ("No building disappeared.", True),
        ("None of the buildings disappeared.", True),
        ("The buildings never disappeared.", True),
        ("Neither buildings nor roads changed.", True),
        ("The buildings weren\u2019t removed.", True),
        ("Not only buildings appeared.", False),
        ("0 buildings disappeared.", True),
        ("without new roads", True),
        ("Roads: none.", True),
    ],
)
def test_denial_is_understood(text, denied):
    assert [statement.denied for statement in statements(text)] in ([denied], [denied, denied])


@pytest.mark.parametrize(
    "text",
    [
        "Did buildings disappear?",
        "I can count changed buildings.",
        "Would you like me to measure new roads?",
        "Whether buildings disappeared is not known.",
        "Buildings may have disappeared.",
    ],
)
def test_questions_offers_and_doubts_state_nothing(text):
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the northwest and the south-eastern quarter", ("north-west", "south-east")),
        ("the northern half", ("north",)),
        ("at the top left, on the right side", ("top left", "right")),
        ("upper-right corner", ("top right",)),
        ("in the middle", ("centre",)),
        ("specks left out of the right file, on top of it", ()),
    ],
)
def test_places_are_read(text, expected):
    assert places(text) == expected
