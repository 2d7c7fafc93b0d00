from dataclasses import replace

import pytest

from agent.answer import Step
from agent.change_agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from ui.page import panels
from ui.page.map_values import Basemap, map_json
from ui.page.map_view import map_view
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors

HOSTILE = '<img src=x onerror="alert(1)">.tif'


@pytest.fixture
def visitor():
    agent, eyes = ChangeAgent(choose_language_model()), KnownMaskPredictor()
    agent.predictor = lambda: eyes
    everyone = Visitors(agent, Quota())
    yield everyone.enter("one")
    everyone.close()


def test_without_images_every_panel_says_what_to_do(visitor):
    assert "Drop a before" in panels.card(visitor)
    assert "Drop a before" in panels.dates(visitor)
    assert panels.objects(visitor) == []
    assert "Ask what changed" in panels.objects_note(visitor)
    assert "Ask what changed" in panels.files(visitor)
    assert map_json(map_view(visitor)) == {"empty": True}


def test_names_are_data_wherever_they_are_shown(visitor, sample, tmp_path):
    path = tmp_path / HOSTILE
    path.write_bytes(sample.before.read_bytes())
    pair = visitor.open(path, sample.after)
    visitor.session.workspace.pairs.add(replace(pair, notes=(HOSTILE,)))
    for shown in (panels.card(visitor), panels.dates(visitor)):
        assert "&lt;img src=x" in shown
        assert "<img src=x" not in shown
    step = Step("find_changes", {"text": "<script>"}, {"a": "</pre><script>"}, None, 0.1, 1)
    assert "<script>" not in panels.evidence([step], {})


def test_the_card_tells_what_to_beware_of(visitor, write_raster):
    import numpy as np

    same = np.random.default_rng(0).integers(0, 255, (3, 64, 64), np.uint8)
    visitor.open(write_raster("a.tif", same.copy()), write_raster("b.tif", same.copy()))
    assert "td-warn" in panels.card(visitor)


def test_rows_and_files_follow_what_was_found(visitor, sample):
    pair = visitor.open(sample.before, sample.after)
    assert panels.objects(visitor) == []
    visitor.session.workspace.change(pair)
    rows = panels.objects(visitor)
    assert [row[0] for row in rows] == list(range(1, 8))
    assert all(len(row) == len(panels.HEADERS) == len(panels.KINDS) for row in rows)
    assert "7 of 7 objects count" in panels.objects_note(visitor)
    assert 'href="files/1/pdf"' in panels.files(visitor)


def test_the_map_is_told_layers_and_words(visitor, sample):
    pair = visitor.open(sample.before, sample.after)
    assert map_view(visitor).layers == ("before", "after")
    visitor.session.workspace.change(pair)
    visitor.selected = 2
    view = map_view(visitor, Basemap("https://x/{z}/{x}/{y}", "me"))
    assert view.layers == ("before", "after", "building", "road", "unknown")
    assert view.selected.attributes["object"] == "building 2"
    assert "7 changed buildings and 0 changed roads" in view.words
    assert view.to_json()["basemap"] == {"url": "https://x/{z}/{x}/{y}", "attribution": "me"}
    west, south, east, north = view.bounds
    longitude, latitude = visitor.session.workspace.change(pair).objects[0].lonlat
    assert west < longitude < east
    assert south < latitude < north
    assert view.area is None
    visitor.choose(area_of_interest=f"{west},{south},{longitude},{north}")
    visitor.session.workspace.change(pair)
    view = map_view(visitor)
    assert view.area["type"] == "Polygon"
    assert [entry.layer for entry in view.legend] == ["building", "road", "unknown"]


def test_a_step_of_the_conversation_is_rendered_once(visitor, monkeypatch):
    rendered, made = [], panels._step
    monkeypatch.setattr(panels, "_step", lambda step: rendered.append(step.number) or made(step))
    steps = [Step("inspect_pair", {}, {"a": number}, None, 0.1, number) for number in (1, 2, 3)]
    first = panels.evidence(steps[:2], visitor.evidence)
    assert panels.evidence(steps[:2], visitor.evidence) == first
    whole = panels.evidence(steps, visitor.evidence)
    assert rendered == [1, 2, 3]
    assert [f'id="evidence-{number}"' in whole for number in (1, 2, 3)] == [True] * 3


def test_the_map_is_one_object_for_the_script(visitor, sample):
    pair = visitor.open(sample.before, sample.after)
    visitor.session.workspace.change(pair)
    told = map_json(map_view(visitor))
    assert set(told) == {
        "pair", "placed", "bounds", "zoom", "version", "names", "layers", "legend", "area", "selected", "found",
        "opened", "words", "basemap",
    }  # fmt: skip
    assert told["legend"][0] == {
        "layer": "building", "label": "changed building", "colour": told["legend"][0]["colour"], "classes": None,
        "measured": False,
    }  # fmt: skip
    assert told["legend"][0]["colour"].startswith("#")
