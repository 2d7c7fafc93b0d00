"""Filters, references, claims and files of changed objects, each in several wordings."""

import pytest

from agent.planning.dialogue import objects
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PlannedCall
from agent.reading.reading import read
from tests.factories.questions.read_plans import COUNTED, LIMITED, calls, held, turn

ROADS = turn("how many roads?", "count_objects", object_class="road")


def counts(**arguments):
    return [("count_objects", {"object_class": "building"} | arguments)]


@pytest.mark.parametrize(
    "question",
    ["only those 90 % sure", "just the ones with at least 90% confidence", "only those you are 90 percent sure of"],
)
def test_only_sure_ones(question):
    assert calls(question, COUNTED) == counts(min_probability=0.9)


@pytest.mark.parametrize("question", ["and below 50?", "and smaller than 50?", "what about under 50?"])
def test_a_new_size_takes_the_place_of_the_one_before(question):
    assert calls(question, LIMITED) == counts(max_area=50.0)


@pytest.mark.parametrize(
    "question",
    ["skip anything under 50 m2", "ignore the ones smaller than 50 m2", "leave out those below 50 m2"],
)
def test_what_is_skipped_leaves_the_larger(question):
    assert calls(question, COUNTED) == counts(min_area=50.0)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("kml?", "kml"),
        ("export it as kml", "kml"),
        ("can I have a kmz for google earth?", "kml"),
        ("shapefile", "shapefile"),
        ("save as shp", "shapefile"),
        ("give me a shapefile", "shapefile"),
    ],
)
@pytest.mark.parametrize("history", [(), (COUNTED,)], ids=["first", "later"])
def test_files_of_formats_that_the_trained_planner_does_not_know(question, name, history):
    assert calls(question, *history) == [("export_result", {"format": name})]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("give me a shapefile of the buildings", "shapefile"),
        ("export those as GPKG please", "gpkg"),
        ("exporte-les en kml", "kml"),
        ("por favor, exportalos en excel", "xlsx"),
    ],
)
def test_files_of_the_objects_that_are_named_or_were_spoken_of(question, name):
    assert calls(question, COUNTED) == [("export_result", {"format": name, "object_class": "building"})]


def test_files_hold_the_sizes_in_force():
    assert calls("export as geojson and kml", LIMITED) == [
        ("export_result", {"format": "geojson", "min_area": 100.0}),
        ("export_result", {"format": "kml", "min_area": 100.0}),
    ]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("confirm that 25 were built", "building"),
        ("is it true that 25 houses were built?", "building"),
        ("the report says 25 new buildings, correct?", "building"),
    ],
)
def test_what_is_asserted_is_counted(question, kind):
    assert calls(question) == counts(object_class=kind, status="appeared")


@pytest.mark.parametrize("question", ["so zero houses?", "so no houses?", "so there are none, no buildings?"])
def test_that_there_are_none_is_counted(question):
    assert calls(question, COUNTED) == counts()


@pytest.mark.parametrize(
    "question", ["buildings in total in 2018?", "how many buildings stood in 2018 in total?", "all houses in 2018?"]
)
def test_a_year_is_no_pair(question):
    assert calls(question) == counts()


@pytest.mark.parametrize(
    "question", ["did any house get demolished", "was any building torn down?", "were houses knocked down?"]
)
@pytest.mark.parametrize(
    "history",
    [(), (COUNTED,), (turn("?", "measure_objects", object_class="building", statistic="mean_area"),)],
    ids=["first", "count", "mean"],
)
def test_what_was_demolished_is_counted(question, history):
    assert calls(question, *history) == counts(status="disappeared")


@pytest.mark.parametrize(
    "question",
    ["ok so whats the real number", "what is the actual count", "tell me the final number", "what's the true figure?"],
)
def test_the_number_is_told_again(question):
    assert calls(question, LIMITED) == counts(min_area=100.0)


@pytest.mark.parametrize(
    "question",
    [
        "forget the roads. only buildings above 100 m2",
        "never mind the roads. just buildings over 100 m2",
        "ignore the roads, only houses larger than 100 m2",
    ],
)
def test_another_class_with_a_filter(question):
    assert calls(question, ROADS) == counts(min_area=100.0)


@pytest.mark.parametrize("dropped", ["drop the filter", "remove the limit", "without the filter", "all sizes"])
def test_filters_stay_until_they_are_dropped(dropped):
    talk = ["list them", "what is their total area?"]
    assert held(talk[0], first=[LIMITED])[0][1] == {"object_class": "building", "min_area": 100.0, "k": 20}
    assert held(*talk, first=[LIMITED])[0][1] == {"object_class": "building", "min_area": 100.0, "unit": "m2"}
    assert held(*talk, dropped, first=[LIMITED])[0][1] == {"object_class": "building", "unit": "m2"}


def test_a_trained_plan_takes_the_sizes_in_force_for_the_same_class():
    topic, plan = Topic.of([LIMITED]), (PlannedCall("measure_area", {"object_class": "building"}),)
    kept = objects.in_force(plan, read("how large are the buildings?"), topic)
    assert kept[0].arguments == {"object_class": "building", "min_area": 100.0}
    assert objects.in_force(plan, read("drop the filter"), topic) == plan
    roads = (PlannedCall("measure_area", {"object_class": "road"}),)
    assert objects.in_force(roads, read("how large are the roads?"), topic) == roads


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("how large is building 3?", [("describe_object", {"number": 3})]),
        ("houses 2 and 5", [("describe_object", {"number": 2}), ("describe_object", {"number": 5})]),
        ("what is the distance between buildings 2 and 5?", [("measure_distance", {"first": 2, "second": 5})]),
        ("how far is building 3 from road 5?", [("measure_distance", {"first": 3, "second": 5})]),
        ("how far is it from building 4?", [("measure_distance", {"first": "last", "second": 4})]),
    ],
)
def test_objects_by_number(question, plan):
    assert calls(question, COUNTED) == plan


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("what is the average size of the new houses?", {"statistic": "mean_area", "status": "appeared"}),
        ("median size of the buildings in square feet", {"statistic": "median_area", "unit": "ft2"}),
        ("how many buildings changed per hectare?", {"statistic": "density", "unit": "ha"}),
        ("how many buildings per km2?", {"statistic": "density", "unit": "km2"}),
        ("how many houses were built per year?", {"statistic": "yearly_count", "status": "appeared"}),
        ("how many km of road are new?", {"object_class": "road", "statistic": "length", "unit": "km",
                                          "status": "appeared"}),
        ("what is the perimeter of the buildings?", {"statistic": "perimeter"}),
        ("how far apart are the houses?", {"statistic": "spacing"}),
    ],
)  # fmt: skip
def test_numbers_about_many_objects(question, arguments):
    assert calls(question) == [("measure_objects", {"object_class": "building"} | arguments)]


def test_both_classes_are_compared():
    assert calls("is that more than the roads?", COUNTED) == [*counts(), *counts(object_class="road")]


@pytest.mark.parametrize("question", ["total changed area in m2", "how large is the changed ground in m2?"])
def test_changed_ground_is_of_all_classes(question):
    assert calls(question, LIMITED) == [("measure_area", {"object_class": "any", "unit": "m2"})]


def test_halves_are_compared():
    assert [one[1] for one in calls("which half changed most?")] == [
        {"object_class": "any", "first": "north", "second": "south"},
        {"object_class": "any", "first": "east", "second": "west"},
    ]


@pytest.mark.parametrize("question", ["what is the ndvi?", "how many buildings changed?", "what can you not see?"])
def test_what_others_plan(question):
    assert calls(question) is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many houses within 30 m of the road?", {"distance_to": "road", "max_distance": 30.0}),
        ("how many of them are more than 20 m from a road?", {"distance_to": "road", "min_distance": 20.0}),
        ("combien de maisons à moins de 30 m de la route ?", {"distance_to": "road", "max_distance": 30.0}),
    ],
)
def test_a_distance_limits_what_counts(question, wanted):
    assert calls(question, COUNTED) == counts(**wanted)


def test_a_distance_stays_in_force_until_it_is_dropped():
    near = turn("near?", "count_objects", object_class="building", distance_to="road", max_distance=30.0)
    filters = {"object_class": "building", "distance_to": "road", "max_distance": 30.0}
    assert calls("which is the largest?", near) == [("find_objects", filters | {"order": "largest", "k": 1})]
    assert calls("forget the distance, how many?", near) == counts()


def test_a_distance_to_what_no_tool_sees_is_no_filter():
    assert calls("how many houses within 50 m of the river?") == counts()


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("so all of them are over 50 m2?", "smallest"),
        ("are all of them below 400 m2?", "largest"),
        ("are they all at least 80 % sure?", "unsurest"),
    ],
)
def test_whether_all_keep_a_limit_is_asked_of_the_first(question, order):
    assert calls(question, COUNTED) == [("find_objects", {"object_class": "building", "order": order, "k": 1})]


def test_a_count_and_an_area_in_one_question():
    made = calls("how many houses are new and what area do they cover?")
    assert [call[0] for call in made] == ["count_objects", "measure_area"]


def test_a_list_in_another_unit():
    listed = turn("the three largest?", "find_objects", object_class="any", order="largest", k=3)
    assert calls("and in acres?", listed) == [
        ("find_objects", {"object_class": "any", "order": "largest", "k": 3, "unit": "acre"})
    ]


def test_sizes_of_each_are_a_list():
    assert calls("how big is each of them?", COUNTED) == [("find_objects", {"object_class": "building", "k": 20})]


def test_a_number_and_the_first_in_an_order():
    made = calls("average footprint and the smallest one?", COUNTED)
    assert [call[0] for call in made] == ["measure_objects", "find_objects"]


def test_a_stated_size_takes_the_place_of_the_limit_in_force():
    assert calls("now 200 m2 instead", LIMITED)[0][1]["min_area"] == 200.0


def test_the_whole_image_drops_the_part():
    north = turn("in the north?", "count_objects", object_class="building", within="north", min_area=100.0)
    assert "within" not in calls("and in the whole image?", north)[0][1]


def test_a_verb_of_leaving_out_is_no_thing_that_cannot_be_seen():
    made = calls("ok ditch everything under 80% pls, how many left in the east?", COUNTED)
    assert made == [("count_objects", {"object_class": "building", "within": "east", "min_probability": 0.8})]
