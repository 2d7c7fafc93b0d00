"""Conversations on the effect of an event, over a drawn series: a corner of the place steps down, the rest does not."""

import json

import numpy as np
import pytest

from agent.change_agent import ChangeAgent
from tests.factories.over_time.series import days, ndvi_folder, seasonal, zones_file
from tools.workspace.run_settings import RunSettings

pytestmark = pytest.mark.model

EVENT, CORNER = "2021-07", 6
"""The step, and pixels a side of the corner that it is in."""


def drawn(folder, size):
    """Monthly NDVI of five years, with weather that all share and weather of each block of pixels."""
    when = days(60, years=4.92, first="2018-01-15")
    dice = np.random.default_rng(0)
    values = seasonal(when, noise=0.02) + 0.01 * dice.normal(0, 1, 60).cumsum()[:, None, None]
    for top in range(0, 24, CORNER):
        for left in range(0, 24, CORNER):
            values[:, top : top + CORNER, left : left + CORNER] += dice.normal(0, 0.015, (60, 1, 1))
    values[np.array(when) >= f"{EVENT}-01", :CORNER, :CORNER] += size
    return ndvi_folder(folder / "series", when, values)


def corner(folder):
    """A file of the corner."""
    path = zones_file(folder / "corner.geojson")
    table = json.loads(path.read_text(encoding="utf-8"))
    del table["features"][1:]
    geometry = table["features"][0]["geometry"]
    left, top = geometry["coordinates"][0][0]
    side = 10 * CORNER
    geometry["coordinates"] = [
        [[left, top], [left + side, top], [left + side, top - side], [left, top - side], [left, top]]
    ]
    path.write_text(json.dumps(table), encoding="utf-8")
    return path


@pytest.fixture
def session(tmp_path):
    def opened(size=-0.2, *, area=True):
        settings = RunSettings(area_of_interest=str(corner(tmp_path)) if area else None)
        return ChangeAgent.load().open_series([drawn(tmp_path, size)], tmp_path / "out", settings=settings)

    return opened


def test_an_effect_is_told_with_its_checks_and_charts(session):
    with session() as talk:
        answer = talk.ask(f"Was it the fire in {EVENT}, or would it have happened anyway?")
        step = answer.steps[0]
        assert step.tool == "explain_effect"
        assert step.result.verdict == "supported", answer.text
        assert step.result.effect.low <= -0.2 <= step.result.effect.high
        assert f"Since {EVENT}-01, NDVI of the area of interest was 0." in answer.text
        assert " lower than 5 controls would have led to expect (95 % from -0." in answer.text
        assert "Verdict on an effect of the event: supported." in answer.text
        assert "✓ placebo in time" in answer.text
        assert "the likest of" in answer.text
        assert len(step.result.layers) == 4


def test_nothing_is_called_an_effect_where_there_is_none(session):
    with session(0.0) as talk:
        answer = talk.ask(f"War es das Feuer {EVENT}?")
        assert answer.steps[0].result.verdict != "supported"
        assert "gestützt" in answer.text or "entscheiden" in answer.text


def test_what_is_missing_is_asked_for(session):
    with session() as talk:
        assert "name its day, month or year" in talk.ask("did the smelter cause it?").text
    with session(area=False) as talk:
        assert "give an area of interest" in talk.ask(f"was it the fire in {EVENT}?").text


def test_two_dates_tell_no_cause(tmp_path):
    with ChangeAgent.load().session(tmp_path) as talk:
        assert "Two dates cannot tell" in talk.ask("did the smelter cause it?").text
        assert "需要事件前后" in talk.ask("是因为那座矿山吗?").text
