from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PastTurn, PlannedCall
from tests.factories.questions.read_plans import COUNTED, LIMITED, turn

LAKE = turn("has the lake shrunk?", "land_change", cover="water")
FILE = turn("kml?", "export_result", format="kml")


def test_nothing_was_spoken_of_at_first():
    topic = Topic.of([])
    assert topic == Topic()
    assert not topic.is_land
    assert (topic.object_class, topic.filters) == (None, {})


def test_the_last_call_of_each_kind_is_kept():
    topic = Topic.of([COUNTED, LIMITED, LAKE, FILE])
    assert (topic.last, topic.objects, topic.filtered) == (FILE.plan[0], LIMITED.plan[0], LIMITED.plan[0])
    assert topic.is_land
    assert Topic.of([LIMITED, LAKE]).is_land
    assert not Topic.of([LAKE, LIMITED]).is_land


def test_turns_without_a_plan_change_no_topic():
    assert Topic.of([LIMITED, PastTurn("thanks", ())]) == Topic.of([LIMITED])


def test_filters_are_those_of_the_last_objects():
    told = turn("?", "find_objects", object_class="road", min_area=5.0, within="north", pair="2", k=3)
    assert Topic.of([LIMITED, told]).filters == {"min_area": 5.0, "within": "north", "pair": "2"}
    assert Topic.of([LIMITED, COUNTED]).filters == {}


def test_the_class_is_one_alone():
    assert Topic.of([turn("?", "detect_change", classes=["road"])]).object_class == "road"
    assert Topic.of([turn("?", "detect_change", classes=["building", "road"])]).object_class is None
    assert Topic(objects=PlannedCall("measure_area", {"unit": "ha"})).object_class is None


def test_a_map_that_is_drawn_drops_no_filter_and_another_class_has_none():
    drawn = PastTurn("draw them", (PlannedCall("detect_change", {"classes": ["building"]}),))
    roads = PastTurn("show the roads", (PlannedCall("detect_change", {"classes": ["road"]}),))
    large = PastTurn("over 200", (PlannedCall("count_objects", {"object_class": "building", "min_area": 200.0}),))
    assert Topic.of([large, drawn]).filters == {"min_area": 200.0}
    assert Topic.of([large, roads]).filters == {}
