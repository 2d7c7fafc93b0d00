import pytest

from agent.planning.dialogue.land import of_houses
from agent.planning.plan import PlannedCall
from tests.factories.questions.read_plans import COUNTED, calls, turn

LAKE = turn("has the lake shrunk?", "land_change", cover="water")
WATER, BURNT = ("land_change", {"cover": "water"}), ("land_change", {"cover": "burnt"})


@pytest.mark.parametrize("question", ["has the lake shrunk?", "did the lake get smaller?", "is there less water?"])
def test_a_lake_that_may_have_shrunk(question):
    assert calls(question) == [WATER]


@pytest.mark.parametrize("question", ["was anything burnt?", "has any area burned?", "was there a fire?"])
def test_ground_that_may_have_burnt(question):
    assert calls(question) == [BURNT]


@pytest.mark.parametrize(
    ("question", "cover"),
    [
        ("was any forest cut down?", "trees"),
        ("did the glacier retreat?", "snow"),
        ("is there more vegetation?", "vegetation"),
        ("was woodland lost?", "trees"),
    ],
)
def test_other_land(question, cover):
    assert calls(question) == [("land_change", {"cover": cover})]


@pytest.mark.parametrize(
    ("question", "aspects"),
    [
        ("how much is that?", {}),
        ("how much in ha?", {"unit": "ha"}),
        ("and in acres?", {"unit": "acre"}),
        ("how many percent less is that?", {}),
        ("show me where", {"tell": "where"}),
        ("north or south?", {"tell": "where"}),
        ("and per year?", {"tell": "rate"}),
        ("no, per year, in ha/yr", {"tell": "rate"}),
        ("what is there now instead?", {"tell": "became"}),
        ("I asked only about the north", {"within": "north"}),
        ("und in welcher Himmelsrichtung vor allem?", {"tell": "where"}),
        ("y cuanto por año?", {"tell": "rate"}),
    ],
)
def test_the_land_spoken_of_stays_the_subject(question, aspects):
    assert calls(question, LAKE) == [("land_change", {"cover": "water"} | aspects)]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("how many hectares of woodland were lost?", {"cover": "trees", "unit": "ha"}),
        ("where did the vegetation loss happen?", {"cover": "vegetation", "tell": "where"}),
        ("que hay ahora en lugar del bosque?", {"cover": "trees", "tell": "became"}),
        ("nein, nur den Wald meinte ich. Norden oder Süden?", {"cover": "trees", "tell": "where"}),
        ("减少的森林变成了什么?", {"cover": "trees", "tell": "became"}),
        ("did the city grow, yes or no", {"cover": "built"}),
        ("et les surfaces bâties ?", {"cover": "built"}),
    ],
)
def test_land_that_is_named_is_the_subject(question, wanted):
    assert calls(question, COUNTED, LAKE) == [("land_change", wanted)]


@pytest.mark.parametrize("question", ["export it as a shapefile", "exportalo a kml porfa", "shapefile?"])
def test_files_hold_the_land_spoken_of(question):
    name = "kml" if "kml" in question else "shapefile"
    assert calls(question, LAKE) == [("export_result", {"format": name, "cover": "water"})]


def test_the_ground_is_asked_whether_it_is_drier():
    assert calls("is it drier than before?") == [("compare_index", {"index": "ndmi"})]


@pytest.mark.parametrize(
    "question", ["was the forest cut to build houses?", "did any woods have to go for the houses?"]
)
def test_what_gave_way_to_houses_is_told_by_transitions(question):
    assert calls(question) == [("land_cover_transitions", {})]


def test_a_fire_is_told_from_a_loss_of_another_cause():
    assert calls("was it destroyed by fire?") == [BURNT, ("explain_change", {})]


@pytest.mark.parametrize(
    "question",
    [
        "what is the ndwi of the lake?",
        "why did the lake shrink?",
        "how much water is there in the first image?",
        "find lakes that shrank in the archive",
        "how many buildings by the lake?",
    ],
)
def test_what_other_tools_do(question):
    assert WATER not in (calls(question) or [])


def test_objects_are_no_land():
    assert calls("how much in ha?", COUNTED)[0][0] == "measure_area"


@pytest.mark.parametrize(
    ("aspects", "tool", "arguments"),
    [
        ({}, "measure_area", {"object_class": "building", "unit": "m2"}),
        ({"unit": "ha"}, "measure_area", {"object_class": "building", "unit": "ha"}),
        ({"tell": "where"}, "detect_change", {"classes": ["building"]}),
        (
            {"tell": "rate", "unit": "ha"},
            "measure_objects",
            {"object_class": "building", "statistic": "yearly_area", "unit": "ha"},
        ),
    ],
)
def test_built_up_ground_is_houses_where_these_are_seen(aspects, tool, arguments):
    assert of_houses(PlannedCall("land_change", {"cover": "built"} | aspects)) == PlannedCall(tool, arguments)
    asked = of_houses(PlannedCall("land_change", {"cover": "built"}), asks_whether=True)
    assert asked == PlannedCall("count_objects", {"object_class": "building"})
    water = PlannedCall("land_change", {"cover": "water"})
    assert of_houses(water) == water


def test_land_in_two_units():
    made = calls("how much green was lost, in ha and in percent of the scene?")
    assert [call[1].get("unit") for call in made] == ["ha", "percent"]


def test_land_of_both_dates_goes_on_from_the_land_before():
    water = turn("how did the lake change?", "land_change", cover="water")
    assert calls("what was its area in both years then?", water) == [("land_change", {"cover": "water"})]


def test_what_was_gained_goes_on_from_what_was_lost():
    lost = turn("how much vegetation was lost?", "land_change", cover="vegetation")
    assert calls("and gained?", lost) == [("land_change", {"cover": "vegetation"})]
    assert calls("what share of the image is that?", lost)[0][1]["unit"] == "percent"


@pytest.mark.parametrize("question", ["what was the NDVI before?", "what was the changed area before that?"])
def test_a_number_of_then_is_no_question_of_what_was_there(question):
    assert ("land_change", {"cover": "built", "tell": "became"}) not in (calls(question) or [])


def test_a_limit_after_land_is_one_of_the_objects_before():
    land = turn("what was there before?", "land_change", cover="built", tell="became")
    made = calls("ignore everything under 80 %, how many in the east?", COUNTED, land)
    assert made == [("count_objects", {"object_class": "building", "within": "east", "min_probability": 0.8})]
