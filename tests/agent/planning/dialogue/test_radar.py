"""Questions on radar, in five languages: what is asked of the tool, and what goes on to others."""

import pytest

from agent.planning.dialogue.radar import plan
from agent.planning.plan import PastTurn, PlannedCall

NOTHING = ()


def planned(question, past=(), otherwise=NOTHING):
    return plan(question, past, lambda _, __: otherwise)


def asked(question, past=()):
    (call,) = planned(question, past)
    assert call.tool == "radar_change"
    return call.arguments["about"]


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("what changed under the clouds?", "change"),
        ("What does the radar show?", "change"),
        ("which ground got darker?", "change"),
        ("was it flooded?", "flood"),
        ("how many hectares were inundated?", "flood"),
        ("is there new water?", "flood"),
        ("did the river spread?", "flood"),
        ("how many hectares are likely open water now?", "water"),
        ("how much water was there before?", "water"),
        ("how sure are you?", "certainty"),
        ("can I trust this?", "certainty"),
        ("¿se inundó la zona?", "flood"),
        ("¿qué cambió bajo las nubes?", "change"),
        ("¿cuánta agua hay ahora?", "water"),
        ("y a-t-il eu une inondation ?", "flood"),
        ("qu'est-ce qui a changé sous les nuages ?", "change"),
        ("combien d'eau y a-t-il maintenant ?", "water"),
        ("Wurde es überschwemmt?", "flood"),
        ("Was hat sich unter den Wolken verändert?", "change"),
        ("Wie viel Wasser ist jetzt da?", "water"),
        ("被洪水淹没了吗?", "flood"),
        ("云下有什么变化?", "change"),
        ("现在有多少水面?", "water"),
    ],
)
def test_what_is_asked_of_radar(question, about):
    assert asked(question) == about


FLOOD = PastTurn("was it flooded?", (PlannedCall("radar_change", {"about": "flood"}),))
LOOKS = PastTurn("what changed with 4.4 looks?", (PlannedCall("radar_change", {"about": "change", "looks": 4.4}),))


@pytest.mark.parametrize(
    ("question", "about"),
    [("and where?", "flood"), ("how many hectares?", "flood"), ("and before?", "water"), ("show me", "flood")],
)
def test_what_leans_on_the_question_before(question, about):
    assert asked(question, (FLOOD,)) == about


def test_looks_that_are_stated_stay():
    (call,) = planned("what changed, with 4.4 looks?")
    assert call.arguments["looks"] == 4.4 or call.arguments["about"] == "certainty"
    (later,) = planned("was it flooded?", (LOOKS,))
    assert later.arguments == {"about": "flood", "looks": 4.4}


@pytest.mark.parametrize("tool", ["detect_change", "describe_change", "land_change", "compare_index", "measure_area"])
def test_tools_for_photographs_are_replaced(tool):
    (call,) = planned("tell me more", otherwise=(PlannedCall(tool, {}),))
    assert call.tool == "radar_change"


@pytest.mark.parametrize("question", ["how many buildings appeared?", "were new roads built under the clouds?"])
def test_buildings_and_roads_go_to_the_tools_that_refuse_them(question):
    count = (PlannedCall("count_objects", {"object_class": "building"}),)
    assert planned(question, otherwise=count) == count


@pytest.mark.parametrize("tool", ["inspect_pair", "swap_dates", "list_files", "select_pair"])
def test_what_any_pair_allows_stays(tool):
    assert planned("do that", otherwise=(PlannedCall(tool, {}),)) == (PlannedCall(tool, {}),)


def test_exports_are_the_maps_that_are_there():
    calls = planned("export it", otherwise=(PlannedCall("export_result", {"format": "geotiff"}),))
    assert [call.tool for call in calls] == ["radar_change", "list_files"]


def test_small_talk_stays_small_talk():
    assert planned("thank you!") == ()
