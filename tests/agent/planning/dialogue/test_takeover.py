import pytest

from tests.factories.questions.read_plans import COUNTED, LIMITED, calls, turn


@pytest.mark.parametrize("question", ["email it", "send it to my boss by email", "mail me the report", "print it out"])
def test_nothing_is_called_for_what_cannot_be_done(question):
    assert calls(question, COUNTED) == []


@pytest.mark.parametrize("question", ["how many swimming pools?", "how many cars are there?", "count the solar panels"])
def test_nothing_is_called_for_what_cannot_be_seen(question):
    assert calls(question) == []


@pytest.mark.parametrize("question", ["thanks", "thank you!", "hello"])
def test_nothing_is_called_for_courtesies(question):
    assert calls(question, COUNTED) == []


@pytest.mark.parametrize("question", ["swap the dates", "the other way round", "the images are reversed"])
def test_dates_are_swapped(question):
    assert calls(question) == [("swap_dates", {})]


@pytest.mark.parametrize("question", ["where are my files?", "which files did you write?", "where did you save it?"])
def test_files_are_listed(question):
    assert calls(question, COUNTED) == [("list_files", {})]


@pytest.mark.parametrize("question", ["go back to pair 1", "switch to pair 1", "change to pair 1"])
def test_another_pair_is_chosen(question):
    assert calls(question) == [("select_pair", {"pair": "1"})]


@pytest.mark.parametrize(
    "question",
    [
        "verify these numbers",
        "can you double-check that please?",
        "recalculate it another way",
        "Rechne das bitte noch mal nach.",
        "comprueba esos números",
        "vérifie ces chiffres stp",
        "请复核",
        "再算一遍",
    ],
)
def test_numbers_are_computed_anew(question):
    assert calls(question, COUNTED) == [("verify_numbers", {})]


@pytest.mark.parametrize("question", ["verify that 25 houses were built", "did you verify it with the cadastre?"])
def test_a_claim_or_a_doubt_is_no_wish_for_that(question):
    assert ("verify_numbers", {}) not in (calls(question, COUNTED) or [])


def test_a_pixel_size_is_assumed_and_what_was_asked_is_told_again():
    assert calls("assume 0.5 m per pixel") == [("assume_pixel_size", {"metres": 0.5})]
    assert calls("assume 0.5 m per pixel", LIMITED)[1] == ("count_objects", LIMITED.plan[0].arguments)


def test_searches_are_left_to_the_trained_planner():
    assert calls("find similar pairs with buildings above 100 m2") is None
    found = turn("find new houses", "find_changes", text="new houses")
    assert calls("only those 90 % sure", found) is None


def test_a_recap_calls_nothing_once_something_was_found():
    assert calls("summarize what we found so far", COUNTED) == []


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("pourquoi ces bâtiments ?", "explain_change"),
        ("¿qué ha cambiado?", "describe_change"),
        ("Was hat sich verändert?", "describe_change"),
    ],
)
def test_plain_questions_in_other_languages(question, tool):
    assert calls(question)[0][0] == tool


def test_several_tasks_in_another_language_keep_their_order():
    tools = [name for name, _ in calls("Compte les bâtiments et exporte en csv")]
    assert tools == ["count_objects", "export_result"]


def test_a_question_in_another_language_may_name_a_pair():
    assert calls("Combien de bâtiments dans la paire 11 ?") == [
        ("count_objects", {"object_class": "building", "pair": "11"})
    ]


def test_a_number_about_many_objects_may_be_of_another_pair():
    assert calls("what is the average size of the buildings in pair 2?") == [
        ("measure_objects", {"object_class": "building", "statistic": "mean_area", "pair": "2"})
    ]


@pytest.mark.parametrize(
    "question",
    [
        "what was there before they built?",
        "what did the new houses replace?",
        "was stand da vorher?",
        "qu'y avait-il avant ?",
        "¿qué había antes ahí?",
        "以前那里是什么",
    ],
)
def test_what_was_there_before_is_told_of_built_up_ground(question):
    assert calls(question) == [("land_change", {"cover": "built", "tell": "became"})]


def test_one_class_of_a_description():
    described = turn("what changed?", "describe_change")
    assert calls("what about roads?", described) == [("detect_change", {"classes": ["road"]})]


def test_a_size_is_no_measure_held_against_where_more_is_asked():
    land = turn("how much water?", "land_change", cover="water")
    assert calls("只保留大于5公顷的变化图斑,有多少个?", land) == [
        ("count_objects", {"object_class": "any", "min_area": 50_000.0})
    ]


@pytest.mark.parametrize("question", ["which crop grows there?", "Welche Feldfrucht stand da?", "is more planned?"])
def test_more_that_no_image_tells(question):
    assert calls(question, COUNTED) == []
