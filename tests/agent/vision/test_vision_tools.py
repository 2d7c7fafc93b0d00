"""Tools that a multimodal model has a say in: it proposes over HTTP, and what was measured stands whatever it says."""

import pytest
from pydantic import ValidationError

from agent.loop.toolbox import toolbox
from agent.models.language_models import choose_language_model
from agent.session import Session
from agent.vision.ask_image import Vision
from agent.vision.change_proposals import CHANGES, ChangeReading
from agent.vision.cover_proposals import LandCoverReading
from agent.vision.vision_tools import tools_with_vision
from agent.wording import sentence
from tests.factories.bands import WOODS, space, stack, write
from tests.factories.class_rasters import pair_of_classes, patches
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.scripted import ScriptedModel
from tests.factories.language_models.vision_models import say, vision
from tests.factories.seven_bands import LAKE, NAMES, flooded, two_dates
from tools.catalogue import judgement_tools, land_tools
from tools.errors import ClassMapError, MissingBandsError, RasterError
from tools.explain.hypotheses import Explanation
from tools.landcover.land_cover import LandCover
from tools.landcover.spectral_cover import WITH_SWIR
from tools.workspace.measurements import CoverKey
from tools.workspace.workspace import Workspace

WATER, SNOW, TREES = (1 + WITH_SWIR.legend.names.index(name) for name in ("water", "snow and ice", "trees"))
LOST, WATER_GAINED, BURNT = (
    1 + CHANGES.names.index(name) for name in ("vegetation or forest lost", "water gained", "burnt")
)
GROVE = (*WOODS[:4], 0.36, *WOODS[4:])
"""Woods with the narrow near infrared, which the six pictures need."""


@pytest.fixture
def workspace(tmp_path):
    """Woods and a lake; later two lakes."""
    return space(tmp_path, two_dates(tmp_path, (GROVE, LAKE), (LAKE, LAKE)))


def blind():
    """A model that must not be asked."""
    return Vision(ScriptedModel(lines=[], seen=[], offered=[]), "blind")


def tool(workspace, seen_by, name):
    return next(one for one in toolbox(workspace, seen_by) if one.name == name)


def called(workspace, seen_by, name, **arguments):
    """What a tool of the box gives back."""
    call = {"name": name, "args": arguments, "id": "1", "type": "tool_call"}
    return tool(workspace, seen_by, name).invoke(call)


def test_classes_that_a_model_names_are_held_against_the_measured_cover(workspace):
    both = f"({TREES}),({SNOW})"
    with openai_server(*say(both, both)) as (url, asked):
        message = called(workspace, vision(url), "classify_landcover", date="before")
    reading = message.artifact
    assert isinstance(reading, LandCoverReading)
    assert [(one.name, one.status, one.share) for one in reading.proposals] == [
        ("trees", "supported", 0.5), ("snow and ice", "contradicted", 0.0),
    ]  # fmt: skip
    assert [one.name for one in reading.unnamed] == ["water"]
    assert reading.cover is workspace.measurements.of("1")[CoverKey("before")]
    assert reading.pair == "1"
    assert "Likely, since it is measured as well: trees: measured on 10" in sentence(reading)
    assert len(asked) == 2
    options = [line for line in asked[0]["messages"][1]["content"][-1]["text"].splitlines() if line.startswith("(")]
    assert options[:5] == [f"({number}) {name}" for number, name in enumerate(WITH_SWIR.legend.names, 1)]
    assert str(workspace.folder) not in message.content


def test_the_other_date_has_its_own_reading(workspace):
    with openai_server(*say(f"({WATER})", f"({WATER})")) as (url, _):
        reading = called(workspace, vision(url), "classify_landcover", date="after").artifact
    assert [(one.name, one.status, one.share) for one in reading.proposals] == [("water", "supported", 1.0)]
    assert reading.cover.date == "after"
    assert reading.unnamed == ()


def test_when_the_server_is_down_the_measured_cover_is_told_with_a_warning(workspace, nowhere):
    plain = land_tools.classify_landcover(workspace, "before")
    found = called(workspace, vision(nowhere), "classify_landcover", date="before").artifact
    assert isinstance(found, LandCover)
    assert found.classes == plain.classes
    assert found.warnings[:-1] == plain.warnings
    assert "did not answer" in found.warnings[-1]
    assert "check its server" in found.warnings[-1]
    assert found.warnings[-1] in sentence(found)
    assert workspace.measurements.of("1")[CoverKey("before")] == plain, "the failure is not kept"


def test_an_answer_outside_the_form_takes_nothing_away(workspace):
    with openai_server(*say("trees", "snow, I think")) as (url, _):
        found = called(workspace, vision(url), "classify_landcover", date="before").artifact
    assert {one.name for one in found.classes} == {"trees", "water"}
    assert "did not answer in the form that it was told twice" in found.warnings[-1]


def test_class_maps_are_not_shown_to_a_model(tmp_path):
    numbers, eye = patches(1, 2, 3), blind()
    maps = pair_of_classes(tmp_path, numbers, numbers)
    found = called(maps, eye, "classify_landcover", date="after").artifact
    assert isinstance(found, LandCover)
    assert {one.name for one in found.classes} == {"class 1", "class 2", "class 3"}
    with pytest.raises(ClassMapError, match="maps of classes, not pictures"):
        called(maps, eye, "explain_change")
    (tmp_path / "b").mkdir()
    named = pair_of_classes(tmp_path / "b", patches(10, 80), patches(10, 80), legend="worldcover")
    assert called(named, eye, "classify_landcover", date="after").artifact.classes
    assert eye.model.seen == []


def test_what_cannot_be_measured_is_not_read_either(tmp_path):
    names = ("red", "green", "blue")
    files = [write(tmp_path / f"202{n}.tif", stack(WOODS)[2::-1], names) for n in (0, 1)]
    with pytest.raises(MissingBandsError, match="Land cover needs Near-Infrared"):
        called(space(tmp_path, files), blind(), "classify_landcover", date="after")


def test_a_file_that_is_gone_is_told_before_a_model_is_paid(workspace):
    workspace.pair().sources[0].path.unlink()
    with pytest.raises(RasterError, match=r"2020-06-01\.tif is not there any more"):
        called(workspace, blind(), "classify_landcover", date="before")


def test_a_file_that_is_gone_is_told_when_a_cause_is_asked_for(workspace):
    workspace.pair().sources[0].path.unlink()
    with pytest.raises(RasterError, match=r"2020-06-01\.tif is not there any more"):
        called(workspace, blind(), "explain_change")


def test_changes_that_a_model_names_are_held_against_the_indices(tmp_path):
    both = f"({WATER_GAINED}),({BURNT})"
    flooding = space(tmp_path, flooded(tmp_path))
    with openai_server(*say(both, both)) as (url, asked):
        reading = called(flooding, vision(url), "explain_change").artifact
    assert isinstance(reading, ChangeReading)
    assert [(one.name, one.status) for one in reading.proposals] == [
        ("water gained", "supported"), ("burnt", "contradicted"),
    ]  # fmt: skip
    assert reading.pictures == 16
    assert len(asked) == 2


def test_when_the_server_is_down_causes_that_fit_the_signs_are_told(tmp_path, nowhere):
    flooding = space(tmp_path, flooded(tmp_path))
    found = called(flooding, vision(nowhere), "explain_change").artifact
    plain = judgement_tools.explain_change(flooding)
    assert isinstance(found, Explanation)
    assert (found.hypotheses, found.seen_by) == (plain.hypotheses, "indices")
    assert found.hypotheses
    assert found.notice.startswith(plain.notice)
    assert "did not answer" in found.notice
    assert "did not answer" in sentence(found)


def test_images_without_such_bands_are_explained_by_the_network(sample, tmp_path, eyes):
    houses = Workspace(tmp_path / "houses", lambda: eyes)
    houses.open(sample.before, sample.after)
    eye = blind()
    found = called(houses, eye, "explain_change").artifact
    assert isinstance(found, Explanation)
    assert found.seen_by == "network"
    assert (eyes.looks, eye.model.seen) == (1, [])


def test_a_model_is_offered_the_same_tools_whether_they_see_or_not(workspace):
    plain = {one.name: one for one in toolbox(workspace)}
    both = {one.name: one for one in toolbox(workspace, blind())}
    assert set(both) - set(plain) == {"ask_image"}
    assert list(plain) == [name for name in both if name != "ask_image"]
    assert set(tools_with_vision(blind())) == {"classify_landcover", "explain_change"}
    for name, one in plain.items():
        assert both[name].description == one.description
        assert both[name].args_schema.model_json_schema() == one.args_schema.model_json_schema()


def test_arguments_are_as_strict_as_those_of_the_catalogue(workspace):
    for arguments, why in (
        ({}, "Field required"), ({"date": "yesterday"}, "should be 'before' or 'after'"),
        ({"date": "after", "path": "/etc/passwd"}, "Extra inputs are not permitted"),
    ):  # fmt: skip
        with pytest.raises(ValidationError, match=why):
            tool(workspace, blind(), "classify_landcover").args_schema.model_validate(arguments)


@pytest.mark.model
def test_a_conversation_tells_the_reading_with_its_map_and_no_network(workspace):
    with openai_server(*say(f"({TREES})", f"({TREES})")) as (url, _):
        answer = Session(choose_language_model(), workspace, vision(url)).ask(
            "classify the land cover of the before image"
        )
    assert [step.tool for step in answer.steps] == ["classify_landcover"]
    assert "Likely, since it is measured as well: trees" in answer.text
    assert [one.id for one in answer.overlays] == ["1:landcover-before.tif"]
    assert answer.model == "not used"


@pytest.mark.model
def test_a_conversation_goes_on_when_the_server_is_down(workspace, nowhere):
    answer = Session(choose_language_model(), workspace, vision(nowhere)).ask(
        "classify the land cover of the before image"
    )
    assert answer.text.startswith("Land cover at the earlier date: ")
    assert "did not answer" in answer.text
    assert [one.id for one in answer.overlays] == ["1:landcover-before.tif"]


def test_bands_of_one_image_are_named_as_its_maker_names_them(workspace):
    with openai_server(*say(f"({WATER})", f"({WATER})")) as (url, asked):
        called(workspace, vision(url), "classify_landcover", date="after")
    *pictures, text = asked[0]["messages"][1]["content"]
    assert len(pictures) == 6
    assert all(f". {name}: " in text["text"] for name in NAMES)
