"""What goes with answers on land cover: its map, table and picture, and no network that nobody needed."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.loop.evidence import pictures, warnings, weights_used
from agent.loop.toolbox import run_call
from agent.vision.change_proposals import read_change
from agent.vision.cover_proposals import read_land_cover
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.vision_models import say, vision
from tests.factories.seven_bands import LAKE, WOODS, flooded, two_dates
from tools.measurements.cover_maps import classify_landcover, legend_of
from tools.workspace.workspace import Workspace


def no_predictor():
    pytest.fail("no network is needed")


@pytest.fixture
def workspace(tmp_path):
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*two_dates(tmp_path, (WOODS, LAKE), (LAKE, LAKE)))
    return space


def ids(found):
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("tool", "arguments", "shown"),
    [
        ("compute_index", {"index": "ndvi", "date": "after"}, ["ndvi-after.tif"]),
        ("compare_index", {"index": "nbr"}, ["nbr-change.tif"]),
        ("classify_landcover", {"date": "before"}, ["landcover-before.tif"]),
        ("land_cover_transitions", {}, [f"landcover-change.{end}" for end in ("tif", "svg", "csv")]),
        ("find_zones", {"zones": 2}, [f"zones-2.{end}" for end in ("tif", "svg", "csv")]),
        ("explain_change", {}, []),
        ("inspect_pair", {}, []),
    ],
)
def test_what_was_measured_is_shown_with_its_table_and_picture(workspace, tool, arguments, shown):
    step = run_call(workspace, tool, arguments, 1)
    assert step.error is None
    assert ids(pictures(workspace, [step])) == [f"1:{name}" for name in shown]
    assert weights_used(workspace, [step]) == "not used"
    card = workspace.card(workspace.pair())
    of_pictures = () if tool == "inspect_pair" else card.picture_warnings
    assert warnings(workspace, [step]) == [one for one in card.warnings if one not in of_pictures]


def test_several_steps_show_each_file_once(workspace):
    steps = [run_call(workspace, "land_cover_transitions", {}, number) for number in (1, 2)]
    steps.append(run_call(workspace, "classify_landcover", {"date": "after"}, 3))
    assert ids(pictures(workspace, steps)) == [
        "1:landcover-change.tif", "1:landcover-change.svg", "1:landcover-change.csv", "1:landcover-after.tif",
    ]  # fmt: skip


def test_a_file_that_another_choice_took_away_is_not_shown(workspace):
    step = run_call(workspace, "land_cover_transitions", {}, 1)
    workspace.choose(workspace.settings)
    assert pictures(workspace, [step]) == ()


def test_a_models_reading_shows_the_measured_map(workspace):
    pair = workspace.pair()
    cover = classify_landcover(workspace, pair, "before")
    with openai_server(*say("(3)", "(3)")) as (url, _):
        reading = read_land_cover(workspace, vision(url), cover, legend_of(workspace, pair, "before"))
    step = Step("classify_landcover", {"date": "before"}, reading, None, 0.0, 1)
    assert ids(pictures(workspace, [step])) == ["1:landcover-before.tif"]
    assert weights_used(workspace, [step]) == "not used"
    card = workspace.card(pair)
    assert warnings(workspace, [step]) == [one for one in card.warnings if one not in card.picture_warnings]


def test_a_models_changes_show_the_indices_that_they_were_held_against(tmp_path):
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*flooded(tmp_path))
    both = "(3),(5)"
    with openai_server(*say(both, both)) as (url, _):
        reading = read_change(space, vision(url), space.pair())
    step = Step("explain_change", {}, reading, None, 0.0, 1)
    assert ids(pictures(space, [step])) == ["1:mndwi-change.tif", "1:nbr-change.tif"]
    assert weights_used(space, [step]) == "not used"
    untestable = replace(reading, proposals=tuple(replace(one, layer=None) for one in reading.proposals))
    assert pictures(space, [replace(step, result=untestable)]) == ()


def test_steps_that_failed_needed_no_network(workspace):
    step = run_call(workspace, "count_objects", {"object_class": "building"}, 1)
    assert "no house can be told" in step.error
    assert weights_used(workspace, [step]) == "not used"
    assert pictures(workspace, [step]) == ()


def test_a_report_of_bands_alone_needed_no_network(workspace):
    loads = []
    workspace._load = lambda: loads.append(1) or _Named()
    steps = [run_call(workspace, "land_cover_transitions", {}, 1)]
    steps.append(run_call(workspace, "export_result", {"format": "html"}, 2))
    assert [step.error for step in steps] == [None, None]
    assert weights_used(workspace, steps) == "not used"
    assert loads == []


class _Named:
    name, sha256, road_caution = "a network", "0" * 64, ""
