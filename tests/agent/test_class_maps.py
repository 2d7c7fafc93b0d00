"""Conversations on class maps and on bands: asked in words, answered by numbers, and still known after a restart."""

import numpy as np
import pytest

from agent.change_agent import ChangeAgent
from agent.loop.toolbox import run_call
from agent.models.language_models import choose_language_model
from agent.session import Session
from agent.wording import sentence
from tests.factories.bands import MEADOW, S2, SOIL, WATER, WOODS, band, stack, write
from tests.factories.class_rasters import patches
from tests.factories.class_rasters import write as write_classes
from tools.catalogue.change_tools import inspect_pair
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

COLOURS = {1: (0, 0, 255, 255), 2: (0, 120, 0, 255), 3: (200, 200, 0, 255)}
NO_PICTURES = "These are maps of classes, not pictures; ask what became what, or give the images."


def no_predictor():
    pytest.fail("no network is needed")


@pytest.fixture
def maps(tmp_path):
    """Two maps of three classes, with a palette; a hundred pixels become class 3."""
    before = patches(1, 2, 3)
    after = before.copy()
    after[:10, :10] = 3
    files = [
        write_classes(tmp_path / f"cover-{year}.tif", one, colours=COLOURS)
        for year, one in ((2019, before), (2021, after))
    ]
    space = Workspace(tmp_path / "maps", no_predictor)
    space.open(*files)
    return space, int((before != after).sum())


@pytest.fixture
def bands(tmp_path):
    space = Workspace(tmp_path / "bands", no_predictor)
    grounds = (WOODS, MEADOW, SOIL, WATER, WATER), (SOIL, MEADOW, SOIL, WATER, WATER)
    space.open(*(write(tmp_path / f"202{n}-06-01.tif", stack(*one)) for n, one in enumerate(grounds)))
    return space


@pytest.mark.model
def test_what_became_what_is_told_of_class_maps(maps):
    space, changed = maps
    answer = Session(choose_language_model(), space).ask("what became what?")
    (step,) = answer.steps
    assert step.tool == "land_cover_transitions"
    assert step.result.changed.pixels == changed
    assert answer.text.startswith("Between the two dates 0.")
    assert "class 1 to class 3" in answer.text
    assert answer.text.endswith("[1]")
    assert [one.id for one in answer.overlays] == [f"1:landcover-change.{end}" for end in ("tif", "svg", "csv")]
    assert answer.model == "not used"


def test_houses_are_not_counted_on_class_maps(maps):
    space, _ = maps
    answer = Session(choose_language_model(), space).ask("how many buildings?")
    assert answer.text == NO_PICTURES
    assert answer.overlays == ()
    assert answer.model == "not used"


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("count_objects", {"object_class": "building"}),
        ("measure_area", {"object_class": "road", "unit": "m2"}),
        ("detect_change", {}),
        ("describe_change", {}),
        ("find_objects", {}),
        ("compare_areas", {"first": "north", "second": "south"}),
        ("explain_change", {}),
        ("assess_certainty", {}),
        ("export_result", {"format": "png"}),
        ("export_result", {"format": "html"}),
    ],
)
def test_whatever_needs_pictures_is_refused_with_one_sentence(maps, tool, arguments):
    space, _ = maps
    step = run_call(space, tool, arguments, 1)
    assert step.error == NO_PICTURES
    assert step.result is None


def test_class_maps_are_told_without_a_network(maps):
    space, changed = maps
    cover = run_call(space, "classify_landcover", {"date": "after"}, 1)
    assert {one.name for one in cover.result.classes} == {"class 1", "class 2", "class 3"}
    assert sum(one.pixels for one in cover.result.classes) == 48 * 48
    assert run_call(space, "land_cover_transitions", {}, 2).result.changed.pixels == changed
    assert run_call(space, "export_result", {"format": "html"}, 3).error is None
    assert "--sensor" in run_call(space, "compute_index", {"index": "ndvi", "date": "after"}, 4).error


def test_a_legend_changes_the_words(maps, tmp_path):
    space, changed = maps
    (tmp_path / "names.json").write_text('{"1": "water", "2": "wood", "3": "town"}', encoding="utf-8")
    space.choose(RunSettings(legend=str(tmp_path / "names.json")))
    found = run_call(space, "land_cover_transitions", {}, 1).result
    assert found.changed.pixels == changed
    assert {one.name for one in found.classes} == {"water", "wood", "town"}


def test_class_maps_are_not_said_to_show_nothing(maps):
    space, _ = maps
    assert not any("shows nothing" in told for told in inspect_pair(space).warnings)


def test_zones_are_asked_for_in_words(bands):
    answer = Session(choose_language_model(), bands).ask("Cluster the ground into 4 zones")
    assert [(step.tool, step.arguments) for step in answer.steps] == [("find_zones", {"zones": 4})]
    assert "zone 1 (like trees) to zone 3 (like bare or built-up ground)" in answer.text
    assert [one.id for one in answer.overlays] == [f"1:zones-4.{end}" for end in ("tif", "svg", "csv")]


def test_a_count_of_zones_that_is_none_is_a_sentence(bands):
    answer = Session(choose_language_model(), bands).ask("Cluster the ground into 20 zones")
    assert "12" in answer.text
    assert "kwargs" not in answer.text
    assert "invoking" not in answer.text


@pytest.mark.parametrize("clouds", [None, 9], ids=["colours alone", "under clouds"])
def test_where_nothing_could_be_measured_it_is_not_said_that_nothing_changed(tmp_path, clouds):
    names = ("blue", "green", "red") if clouds is None else (*S2, "SCL")
    scl = [] if clouds is None else [band(clouds) / 10_000]
    files = [
        write(tmp_path / f"202{n}-06-01.tif", [*stack(one), *scl][: len(names)], names)
        for n, one in enumerate((WOODS, SOIL))
    ]
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*files)
    step = run_call(space, "explain_change", {}, 1)
    assert step.error or "Nothing changed" not in sentence(step.result)


def test_what_became_of_the_woods_is_told_by_bands(bands):
    answer = Session(choose_language_model(), bands).ask("What did the forest become?")
    assert "4.00 ha became bare or built-up ground" in answer.text
    assert "ground under trees lost" in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    "question", ["compute the NDVI of the after image", "What did the forest become?"], ids=["an index", "transitions"]
)
def test_what_was_measured_is_known_after_a_restart(bands, question):
    said = Session(choose_language_model(), bands).ask(question)
    agent = ChangeAgent(choose_language_model())
    agent.predictor = no_predictor
    again = agent.resume(bands.folder)
    (step,) = again.steps
    assert step.result == said.steps[0].result
    assert np.isclose(step.result.unknown_share, 0)


def test_the_conversation_goes_on_after_a_restart(bands):
    Session(choose_language_model(), bands).ask("What did the forest become?")
    agent = ChangeAgent(choose_language_model())
    agent.predictor = no_predictor
    answer = agent.resume(bands.folder).ask("What did the forest become?")
    assert [step.number for step in answer.steps] == [2]
    assert "4.00 ha became bare or built-up ground" in answer.text
