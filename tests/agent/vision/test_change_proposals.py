"""Changes that a model proposes over HTTP are held against the indices; only what is measured is stated."""

import base64

import pytest

from agent.vision.change_proposals import LOOKS, NOTICE, PART_MEASURED, read_change
from agent.vision.choices import Price, Spent
from agent.wording import sentence
from tests.factories.bands import FIELD, FOREST, WATER, space, stack, write
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.vision_models import say, vision
from tests.factories.seven_bands import WOODS, flooded, two_dates
from tools.errors import RasterError, ToolError
from tools.rasters.png import png
from tools.spectrum.change_signs import RULES
from tools.spectrum.pseudo_image_files import make_views

LOST, WATER_GAINED, BURNT = 1, 3, 5
"""Numbers of options."""
CLEARED = (*FIELD[:4], 0.26, *FIELD[4:])


def read(tmp_path, files, *answers, price=None, **wish):
    """The reading, and the messages of each request."""
    workspace = space(tmp_path, files, **wish)
    with openai_server(*say(*answers)) as (url, asked):
        reading = read_change(workspace, vision(url), workspace.pair(), price)
    return reading, [one["messages"] for one in asked], workspace


def test_a_measured_proposal_is_likely_and_another_is_refused(tmp_path):
    both = f"({WATER_GAINED}),({BURNT})"
    reading, _, workspace = read(tmp_path, flooded(tmp_path), both, both)
    water, fire = reading.proposals
    assert (water.name, water.status) == ("water gained", "supported")
    assert water.share == pytest.approx(0.2)
    assert water.area_m2 == pytest.approx(40_000, rel=0.01)
    assert workspace.artefacts[water.layer].path.name == "mndwi-change.tif"
    assert (fire.name, fire.status, fire.share) == ("burnt", "contradicted", 0.0)
    assert [one.name for one in reading.unnamed] == ["vegetation or forest lost"]
    text = sentence(reading)
    assert "Likely, since it is measured as well: water gained: MNDWI tells water at the later date only on 4" in text
    assert "(20 %)" in text
    dark = "where it is dry at both dates and dark at the later one on 0 ha (0 %), less than 1 %"
    assert f"Refused by measurement: burnt: NBR fell by 0.27 or more {dark}" in text
    assert "Measured, though the model did not name it: vegetation or forest lost on 4" in text
    assert NOTICE in text
    assert "2 calls of the model, 2 tokens in and 2 out" in text
    assert text.index("Likely") < text.index("Refused")


def test_the_opposite_that_was_measured_is_told(tmp_path):
    files = two_dates(tmp_path, (CLEARED, CLEARED), (WOODS, CLEARED))
    reading, _, _ = read(tmp_path, files, f"({LOST})", f"({LOST})")
    assert reading.proposals[0].status == "contradicted"
    assert "rather vegetation gained on 10" in reading.proposals[0].measured


def test_sixteen_pictures_of_both_dates_are_sent_with_the_kinds_of_change(tmp_path):
    reading, (first, second), workspace = read(tmp_path, flooded(tmp_path), f"({LOST})", f"({LOST})")
    *pictures, text = first[1]["content"]
    views = make_views(workspace.pair())
    sent = [base64.b64decode(one["image_url"]["url"].partition("base64,")[2]) for one in pictures]
    assert sent == [png(view.picture) for view in views]
    assert f"Picture 16, both dates compared: {views[-1].legend}." in text["text"]
    assert text["text"].splitlines()[-10].startswith("(1) vegetation or forest lost: felled")
    assert text["text"].endswith("(10) none of these")
    assert reading.pictures == 16
    assert second[:2] == first


def test_no_change_is_an_answer_and_measured_change_is_told_all_the_same(tmp_path):
    reading, requests, _ = read(tmp_path, flooded(tmp_path), "(10)")
    assert len(requests) == 1
    assert reading.proposals == ()
    text = sentence(reading)
    assert "proposes no change." in text
    assert "Measured, though the model did not name it: vegetation or forest lost on 4" in text


def test_what_the_model_takes_back_is_told(tmp_path):
    reading, _, _ = read(tmp_path, flooded(tmp_path), f"({WATER_GAINED}),({BURNT})", f"({WATER_GAINED})")
    assert reading.withdrawn == ("burnt",)
    assert "On a second look it took back burnt." in sentence(reading)


def test_where_bands_are_missing_colours_are_shown_and_such_proposals_are_not_stated(tmp_path):
    names = ("blue", "green", "red", "nir")
    grounds = ((2020, (FOREST,) * 5), (2021, (WATER, *(FOREST,) * 4)))
    files = [write(tmp_path / f"{year}-06-01.tif", stack(*one)[:4], names) for year, one in grounds]
    both = f"({WATER_GAINED}),({BURNT})"
    reading, (first, _), _ = read(tmp_path, files, both, both)
    *pictures, text = first[1]["content"]
    assert len(pictures) == reading.pictures == 2
    assert "Bands of" not in text["text"]
    assert [(one.name, one.status) for one in reading.proposals] == [
        ("water gained", "supported"),
        ("burnt", "not testable"),
    ]
    assert "Not testable here, and so not stated: burnt: it needs Short-wave Infrared (SWIR) 2" in sentence(reading)


def test_where_nothing_tells_the_bands_no_proposal_is_stated(tmp_path):
    files = [write(tmp_path / f"202{n}.tif", stack(FOREST)[:5], (None,) * 5) for n in (0, 1)]
    reading, _, _ = read(tmp_path, files, f"({LOST})", f"({LOST})")
    assert reading.proposals[0].status == "not testable"
    assert "--sensor" in reading.proposals[0].measured
    assert "Likely" not in sentence(reading)


def test_only_the_area_asked_for_is_measured_and_that_is_said(tmp_path):
    files = flooded(tmp_path)
    box = "620000,3349600,620100,3350000@EPSG:32614"
    reading, _, _ = read(tmp_path, files, f"({WATER_GAINED})", f"({WATER_GAINED})", area_of_interest=box)
    assert reading.proposals[0].share == 1.0
    assert PART_MEASURED in reading.warnings
    assert "within" in reading.method


def test_money_is_told_where_a_price_was(tmp_path):
    price = Price(1_000_000, 2_000_000)
    reading, _, _ = read(tmp_path, flooded(tmp_path), f"({LOST})", f"({LOST})", price=price)
    assert reading.spent == Spent(2, 2, 2, 6.0)
    assert "at a cost of 6." in sentence(reading)


def test_a_damaged_file_is_told_before_a_model_is_paid(tmp_path):
    files = flooded(tmp_path)
    workspace = space(tmp_path, files)
    files[1].unlink()
    with openai_server() as (url, asked), pytest.raises(RasterError, match="is not there any more"):
        read_change(workspace, vision(url), workspace.pair())
    assert asked == []


def test_a_model_outside_the_form_is_an_error(tmp_path):
    with pytest.raises(ToolError, match="did not answer in the form"):
        read(tmp_path, flooded(tmp_path), "water", "more water")


def test_every_kind_of_change_has_a_line_for_the_model():
    assert list(LOOKS) == [rule.name for rule in RULES]
