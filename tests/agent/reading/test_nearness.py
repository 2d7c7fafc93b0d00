"""Distances to something, in the words of five languages."""

import pytest

from agent.planning.dialogue.spelt import best_reading, language_of_turn


def near(question):
    return best_reading(question, language_of_turn(question)).near


@pytest.mark.parametrize(
    ("question", "to", "metres"),
    [
        ("How many new houses within 50 m of the road?", "road", 50),
        ("which buildings are closer than 100 feet to a road?", "road", 30.48),
        ("buildings larger than 200 m2 within 0.1 km of the nearest road", "road", 100),
        ("is there anything within 30 m of it?", "last", 30),
        ("houses less than 15 metres away from building 3", 3, 15),
        ("any new buildings near the road?", "road", 50),
        ("¿Cuántas casas hay a menos de 50 m de la carretera?", "road", 50),
        ("¿Hay edificios nuevos cerca de la carretera?", "road", 50),
        ("Combien de maisons à moins de 30 m d'une route ?", "road", 30),
        ("Quelles maisons près de la route ?", "road", 50),
        ("Wie viele Häuser liegen innerhalb von 40 m von der Straße?", "road", 40),
        ("Gibt es neue Häuser in der Nähe der Straße?", "road", 50),
        ("how many are within 200 m of the centre of the image?", "centre", 200),
        ("Wie viele liegen höchstens 200 m von der Bildmitte entfernt?", "centre", 200),
        ("距离道路50米以内有多少新建筑?", "road", 50),
        ("道路周围30米内的房子有多少?", "road", 30),
    ],
)
def test_what_lies_within_a_distance(question, to, metres):
    found = near(question)
    assert (found.to, found.max_distance, found.min_distance) == (to, pytest.approx(metres), None)


@pytest.mark.parametrize(
    "question",
    [
        "houses more than 100 m from the road",
        "casas a más de 100 m de la carretera",
        "les maisons à plus de 100 m de la route",
        "Häuser weiter als 100 m von der nächsten Straße",
        "离道路超过100米以外的房子",
    ],
)
def test_what_lies_beyond_a_distance(question):
    found = near(question)
    assert (found.to, found.max_distance, found.min_distance) == ("road", None, 100)


@pytest.mark.parametrize(
    ("question", "to"),
    [
        ("which of them have no other house within 30 m?", "building"),
        ("any new houses with nothing else within 30 m?", "same"),
        ("new houses not within 30 m of a road", "road"),
        ("Welche haben kein anderes Haus im Umkreis von 30 m?", "building"),
        ("¿Qué casas no tienen ninguna otra casa a menos de 30 m?", "building"),
        ("Quelles maisons n'ont aucune autre maison à moins de 30 m ?", "building"),
        ("哪些新房子30米内没有其他房子?", "building"),
    ],
)
def test_nothing_within_a_distance(question, to):
    found = near(question)
    assert (found.to, found.max_distance, found.min_distance) == (to, None, 30)


@pytest.mark.parametrize(
    "question",
    [
        "which house is closest to the centre of the village?",
        "welches Haus liegt am nächsten zum Zentrum des Dorfes?",
        "¿qué casa está más cerca del centro del pueblo?",
    ],
)
def test_the_middle_of_something_else_is_not_that_of_the_image(question):
    found = near(question)
    assert found is None or found.to != "centre"


@pytest.mark.parametrize("question", ["houses within 50 m of the river", "new houses near the river?"])
def test_a_distance_to_what_no_tool_detects_is_read_and_limits_nothing(question):
    found = near(question)
    assert found.to is None
    assert found.arguments == {}
    assert "river" in found.text


@pytest.mark.parametrize(
    "question",
    ["how many m of road in the north?", "at least 200 m of road", "houses larger than 50 m2", "near the top?"],
)
def test_other_lengths_and_places_are_no_distance(question):
    assert near(question) is None
