"""Objects related to each other: distances, the nearest, ranks, sides, a number of each."""

import pytest

from agent.planning.dialogue.relations import plan
from agent.planning.dialogue.topic import Topic
from agent.reading.reading import read
from tests.factories.questions.read_plans import COUNTED, LIMITED, calls, turn

LARGEST = turn("the largest?", "find_objects", object_class="building", order="largest", k=1)
TWO = turn("the two largest?", "find_objects", object_class="building", order="largest", k=2)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("how far apart are the two biggest houses?", "largest", "second_largest"),
        ("wie weit liegen die zwei größten auseinander?", "largest", "second_largest"),
        ("how far is the nearest one from the largest one", "largest", "building"),
        ("what is the distance between the largest building and the one closest to it?", "largest", "building"),
        ("a que distancia esta la mas grande de la carretera mas cercana?", "largest", "road"),
    ],
)
def test_distances_of_the_largest(question, first, second):
    assert calls(question, COUNTED) == [
        ("measure_distance", {"first": first, "second": second, "object_class": "building"})
    ]


def test_distances_of_what_was_spoken_of():
    assert calls("how far is it from the nearest road?", LARGEST) == [
        ("measure_distance", {"first": "last", "second": "road"})
    ]
    assert calls("nein, die Entfernung zwischen den beiden in Metern", TWO) == [
        ("measure_distance", {"first": "largest", "second": "second_largest", "object_class": "building"})
    ]


@pytest.mark.parametrize(
    "question",
    ["which house is closest to the road?", "¿qué casa está más cerca de la carretera?", "离道路最近的房子是哪个?"],
)
def test_the_nearest_to_something(question):
    (call,) = calls(question)
    assert call[0] == "find_objects"
    assert call[1] | {"k": 1} == {"object_class": "building", "distance_to": "road", "order": "nearest", "k": 1}


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("third largest?", 3),
        ("wie groß ist das zweitgrößte Haus?", 2),
        ("la deuxième plus grande maison ?", 2),
        ("第三大的房子多大?", 3),
    ],
)
def test_ranks(question, rank):
    (call,) = calls(question, COUNTED)
    assert call == ("find_objects", {"object_class": "building", "order": "largest", "k": 1, "rank": rank})


@pytest.mark.parametrize("question", ["left or right??", "which changed more, the left or the right half?"])
def test_two_sides_are_compared_for_the_class_spoken_of(question):
    assert calls(question, COUNTED) == [
        ("compare_areas", {"object_class": "building", "first": "west", "second": "east"})
    ]


def test_sizes_on_two_sides_are_two_means():
    mean = {"object_class": "building", "statistic": "mean_area"}
    assert calls("are the houses in the left bigger than in the right?") == [
        ("measure_objects", mean | {"within": side}) for side in ("west", "east")
    ]


@pytest.mark.parametrize("question", ["list the roads with their length", "how long is each of the roads?"])
def test_a_length_of_each(question):
    assert calls(question) == [("find_objects", {"object_class": "road", "extent": "length", "k": 20})]


@pytest.mark.parametrize(
    "question", ["are there more buildings or fewer than before?", "so fewer houses than before, right?"]
)
def test_more_or_fewer_than_before_is_a_count(question):
    assert calls(question) == [("count_objects", {"object_class": "building"})]


def test_sides_are_counted_where_a_filter_is_in_force():
    filters = {"object_class": "building", "min_area": 100.0}
    assert calls("left or right?", LIMITED) == [
        ("count_objects", filters | {"within": side}) for side in ("west", "east")
    ]


def test_a_question_without_a_relation_is_planned_by_others():
    reading = read("how many houses changed?")
    assert plan(reading, Topic(), {"object_class": "building"}) is None


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("which quarter has most new houses?", ()),
        ("by quarter please: NW, NE, SW, SE", (COUNTED,)),
        ("welches Viertel hat die meisten neuen Häuser?", ()),
        ("quel quart a le plus de nouvelles maisons ?", ()),
    ],
)
def test_quarters_one_by_one(question, history):
    made = calls(question, *history)
    assert [call[1]["within"] for call in made] == ["north-west", "north-east", "south-west", "south-east"]
    assert {call[0] for call in made} == {"count_objects"}
    assert {call[1]["object_class"] for call in made} == {"building"}


def test_quarters_of_land_that_was_spoken_of():
    land = turn("how much wood was lost?", "land_change", cover="trees")
    made = calls("and in each quarter?", land)
    assert {call[0] for call in made} == {"land_change"}
    assert {call[1]["cover"] for call in made} == {"trees"}
    assert {call[0] for call in calls("which quarter changed most?", land)} == {"count_objects"}


def test_two_quarters_are_compared():
    assert calls("compare the north-west quarter with the south-east one", COUNTED) == [
        ("compare_areas", {"first": "north-west", "second": "south-east"})
    ]


@pytest.mark.parametrize(
    "question",
    [
        "what percentage of the whole area changed?",
        "Wie viel Prozent der Fläche haben sich verändert?",
        "quel pourcentage de l'image a changé ?",
        "¿qué porcentaje de la imagen cambió?",
    ],
)
def test_how_much_of_the_image_changed_is_about_all_that_did(question):
    land = turn("any trees gone?", "land_change", cover="trees")
    assert calls(question, land) == [("measure_area", {"object_class": "any", "unit": "percent"})]


def test_a_share_and_a_yearly_rate_of_all_that_changed():
    made = calls("what percentage of the whole area changed, and how much is that per year?")
    assert [call[0] for call in made] == ["measure_area", "measure_objects"]


@pytest.mark.parametrize(
    "question", ["is the road in the south-east still there?", "¿la carretera del sureste sigue ahí?"]
)
def test_what_still_stands_is_asked_of_what_disappeared(question):
    assert calls(question) == [
        ("count_objects", {"object_class": "road", "status": "disappeared", "within": "south-east"})
    ]


def test_the_size_of_the_scene_stands_on_its_card():
    assert calls("what area did you look at, in acres?") == [("inspect_pair", {})]


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of the new houses are larger than 200 m²?",
        "Wie viel Prozent der neuen Häuser sind größer als 200 m²?",
        "Quel pourcentage des nouveaux bâtiments dépasse 200 m² ?",
        "¿Qué porcentaje de los edificios nuevos supera 200 m²?",
        "新建筑中大于200平方米的占多少比例?",
    ],
)
def test_a_share_of_objects_is_no_share_of_the_image(question):
    limited = {"object_class": "building", "min_area": 200.0, "status": "appeared"}
    assert calls(question) == [("measure_objects", limited | {"statistic": "share"})]


def test_the_middle_of_the_image_is_a_place_to_measure_from():
    (call,) = calls("which new house is closest to the centre of the image?")
    assert call[1] | {"k": 1} == {"object_class": "building", "distance_to": "centre", "order": "nearest", "k": 1}
