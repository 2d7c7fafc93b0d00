"""What changed is asked of the bands where pixels are too coarse for the network, and the answer says so."""

import pytest

from agent.loop.evidence import pictures, warnings, weights_used
from agent.models.embedded import EmbeddedModel
from agent.models.language_models import LanguageModel
from agent.planning.plan import PlannedCall
from agent.session import Session
from tests.factories.bands import SNOW
from tests.factories.ground.land import CLEARING, POND, land_dates, land_space, write_land
from tests.factories.over_time.town import open_town


def no_predictor():
    pytest.fail("no network is needed")


def planned(*calls):
    return LanguageModel(EmbeddedModel(planner=lambda: lambda question, history: calls), "scripted")


DESCRIBE = planned(PlannedCall("describe_change"))


def test_what_changed_is_answered_by_the_bands_the_largest_first(tmp_path):
    space = land_space(tmp_path, CLEARING, POND, load=no_predictor)
    answer = Session(DESCRIBE, space).ask("What has changed?")
    assert [(step.tool, step.arguments) for step in answer.steps] == [("detect_change", {"classes": ["any"]})]
    assert answer.text.startswith("By the bands of the two dates, ")
    assert "ha of trees became bare or built-up ground in the north-west" in answer.text
    assert answer.text.index("bare or built-up") < answer.text.index("became water")
    assert "too coarse to tell buildings and roads" in answer.text
    assert "network" not in answer.text
    assert answer.model == "not used"


def test_no_change_is_said_only_as_of_the_bands(tmp_path):
    space = land_space(tmp_path, load=no_predictor, gain=1.1)
    text = Session(DESCRIBE, space).ask("Did anything change?").text
    assert text.startswith("No: by the bands of the two dates, no change was found. The pixels are too coarse")


def test_doubts_come_before_numbers(tmp_path):
    space = land_space(tmp_path, ((slice(0, 110), slice(0, 160)), SNOW[::-1]), load=no_predictor)
    assert Session(DESCRIBE, space).ask("What has changed?").text.startswith(("More than half", "The bands of the two"))


def test_another_pair_of_the_conversation_can_be_meant(tmp_path):
    space = land_space(tmp_path, CLEARING, load=no_predictor)
    space.open(*write_land(tmp_path / "second", land_dates(seed=5)))
    answer = Session(planned(PlannedCall("describe_change", {"pair": "1"})), space).ask("And in the first pair?")
    assert answer.steps[0].arguments == {"classes": ["any"], "pair": "1"}
    assert answer.steps[0].result.pair == "1"


def test_without_a_pair_nothing_is_put_in_the_place_of_a_call(tmp_path):
    space = land_space(tmp_path, load=no_predictor)
    answer = Session(planned(PlannedCall("describe_change", {"pair": "9"})), space).ask("And pair 9?")
    assert answer.steps[0].tool == "describe_change"
    assert answer.steps[0].error


@pytest.mark.parametrize("tool", ["find_objects", "count_objects", "compare_areas", "assess_certainty"])
def test_pictures_of_the_bands_go_with_other_questions_and_no_weights(tmp_path, tool):
    space = land_space(tmp_path, CLEARING, load=no_predictor)
    arguments = {
        "count_objects": {"object_class": "any"},
        "compare_areas": {"first": "north", "second": "south"},
    }.get(tool, {})
    (step,) = Session(planned(PlannedCall(tool, arguments)), space).ask("?").steps
    assert step.error is None
    assert "change-any.png" in [one.path.name for one in pictures(space, [step])]
    assert weights_used(space, [step]) == "not used"
    card = space.card(space.pair())
    assert not set(warnings(space, [step])) & set(card.picture_warnings)


def test_single_houses_that_pixels_are_too_coarse_for_are_followed_by_what_the_bands_tell(tmp_path):
    space = land_space(tmp_path, CLEARING, load=no_predictor)
    counted = planned(PlannedCall("count_objects", {"object_class": "building"}))
    answer = Session(counted, space).ask("Any new construction?")
    assert [(step.tool, step.error is None) for step in answer.steps] == [
        ("count_objects", False), ("detect_change", True)
    ]  # fmt: skip


def test_of_a_series_of_photographs_the_buildings_are_told(tmp_path):
    answer = Session(planned(), open_town(tmp_path)).ask("What changed over the years?")
    assert [step.tool for step in answer.steps] == ["series_change", "object_history"]
    assert answer.text.startswith("NDVI needs Near-Infrared (NIR)")
    assert "From 2012-06-01 to 2018-06-01 (4 dates), 3 buildings appeared (360 m²) and 2 disappeared" in answer.text


def test_a_zone_of_such_a_series_is_not_the_whole(tmp_path):
    answer = Session(planned(), open_town(tmp_path)).ask("Show the chart of zone A1")
    assert [step.tool for step in answer.steps] == ["series_chart"]


def test_what_went_is_told_among_all_that_changed(tmp_path):
    space = land_space(tmp_path, CLEARING, load=no_predictor)
    gone = planned(PlannedCall("find_objects", {"within": "north", "status": "disappeared"}))
    answer = Session(gone, space).ask("What disappeared in the north?")
    assert [(step.arguments, step.error) for step in answer.steps] == [({"within": "north"}, None)]
    assert "trees became bare" in answer.text
