"""Classes that a model reads from the pictures of a date are held against measured land cover."""

import base64

import pytest

from agent.vision.choices import Spent
from agent.vision.cover_proposals import NOTICE, read_land_cover
from agent.wording import sentence
from tests.factories.bands import FOREST, space, stack, write
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.vision_models import say, vision
from tests.factories.seven_bands import two_dates
from tools.errors import UnknownClassError
from tools.landcover.land_cover import CoverClass, LandCover, Legend
from tools.rasters.png import png
from tools.spectrum.index_tally import ClassArea
from tools.spectrum.pseudo_image_files import date_pictures

LEGEND = Legend(
    "test", tuple(CoverClass(name, (0, 0, 0)) for name in ("water", "trees", "snow", "bare ground")), "none"
)


def cover(workspace, classes, date="before", unknown=0.0):
    """Land cover as it would be measured."""
    rows = tuple(ClassArea(name, round(2000 * share), share, 200_000 * share) for name, share in classes.items())
    return LandCover(workspace.pair().id, date, rows, unknown, "by hand", "1:cover.tif", ("Beware.",))


def read(workspace, measured, *answers, legend=LEGEND):
    with openai_server(*say(*answers)) as (url, asked):
        return read_land_cover(workspace, vision(url), measured, legend), [one["messages"] for one in asked]


@pytest.fixture
def workspace(tmp_path):
    return space(tmp_path, two_dates(tmp_path))


def test_each_class_is_held_against_its_measured_share(workspace):
    measured = cover(workspace, {"trees": 0.5, "water": 0.495, "bare ground": 0.005})
    reading, _ = read(workspace, measured, "(2),(3),(4)", "(2),(3),(4)")
    assert [(one.name, one.status, one.share) for one in reading.proposals] == [
        ("trees", "supported", 0.5), ("snow", "contradicted", 0.0), ("bare ground", "contradicted", 0.005),
    ]  # fmt: skip
    assert [one.name for one in reading.unnamed] == ["water"]
    assert reading.cover is measured
    assert reading.proposals[0].layer == "1:cover.tif"
    text = sentence(reading)
    assert "looking at 6 pictures of the earlier date, names these classes." in text
    assert "Likely, since it is measured as well: trees: measured on 10 ha (50 %)." in text
    assert "Refused by measurement: snow: measured nowhere; bare ground: measured on 0.10 ha (0.50 %), less" in text
    assert "Measured, though the model did not name it: water on 9.90 ha (49.5 %)." in text
    assert NOTICE in text
    assert text.endswith("Beware.")
    assert reading.spent == Spent(2, 2, 2, None)


@pytest.mark.parametrize("date", ["before", "after"])
def test_the_six_pictures_of_that_date_are_sent_with_the_legends_classes(workspace, date):
    _, (first, _) = read(workspace, cover(workspace, {"water": 1.0}, date), "(1)", "(1)")
    *pictures, text = first[1]["content"]
    sent = [base64.b64decode(one["image_url"]["url"].partition("base64,")[2]) for one in pictures]
    assert sent == [png(view.picture) for view in date_pictures(workspace.pair(), date)]
    assert text["text"].splitlines()[-5:] == [
        "(1) water",
        "(2) trees",
        "(3) snow",
        "(4) bare ground",
        "(5) none of these",
    ]


def test_no_class_is_an_answer(workspace):
    reading, requests = read(workspace, cover(workspace, {"water": 0.9}, unknown=0.1), "(5)")
    assert len(requests) == 1
    assert "names no class." in sentence(reading)
    assert "10 % of the pixels are not known." in sentence(reading)


def test_where_nothing_is_known_nothing_is_stated(workspace):
    reading, _ = read(workspace, cover(workspace, {}, unknown=1.0), "(1)", "(1)")
    assert reading.proposals[0].status == "not testable"
    assert "Likely" not in sentence(reading)


def test_where_bands_are_missing_the_colours_are_shown(tmp_path):
    files = [write(tmp_path / f"202{n}.tif", stack(FOREST)[:3], ("blue", "green", "red")) for n in (0, 1)]
    workspace = space(tmp_path, files)
    reading, (first, _) = read(workspace, cover(workspace, {"trees": 1.0}), "(2)", "(2)")
    assert len(first[1]["content"]) == 2
    assert "looking at one picture" in sentence(reading)


def test_a_legend_with_a_class_twice_is_refused_before_a_model_is_asked(workspace):
    twice = Legend("twice", (LEGEND.classes[0], LEGEND.classes[0]), "none")
    with openai_server() as (url, asked), pytest.raises(UnknownClassError, match="stands in the list twice"):
        read_land_cover(workspace, vision(url), cover(workspace, {"water": 1.0}), twice)
    assert asked == []
