import pytest

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
        ("how many hectares of woodland were lost?", "trees"),
    ],
)
def test_other_land(question, cover):
    assert calls(question) == [("land_change", {"cover": cover})]


@pytest.mark.parametrize("question", ["how much in ha?", "how much is that?", "show me where"])
def test_the_same_land_in_other_words(question):
    assert calls(question, LAKE) == [WATER]


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
