"""Reports of pairs on which no house can be seen: what was measured on the bands, with pictures and tables of it."""

import base64
import csv
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from tests.factories.bands import files_of
from tests.factories.class_rasters import pair_of_classes, patches
from tests.factories.predictors import no_predictor
from tests.factories.report_pages import page_of
from tools.catalogue.land_tools import classify_landcover, compare_index, find_zones, land_cover_transitions
from tools.errors import RecordError, ResolutionError
from tools.runs.exports import export
from tools.runs.record import NOT_LOOKED, read_record
from tools.runs.report import FLOW_TITLES, write_report
from tools.workspace.workspace import Workspace

TITLE = FLOW_TITLES["landcover-change"]


def reported(space, wanted="html"):
    result = export(space, space.pair(), wanted)
    return space.artefacts[result.artefact].path


def flow_of(page, title):
    return next(one["src"] for one in page.of("img") if one["alt"] == title)


def rows_after(page, head):
    start = next(number for number, row in enumerate(page.rows) if row[: len(head)] == head)
    return page.rows[start + 1 :]


def test_the_picture_of_what_became_what_is_in_it_byte_for_byte(coarse):
    land_cover_transitions(coarse)
    page = page_of(reported(coarse))
    assert [one["alt"] for one in page.of("img")] == ["Before", "After", TITLE]
    kind, _, data = flow_of(page, TITLE).partition(",")
    assert kind == "data:image/svg+xml;base64"
    picture = base64.b64decode(data, validate=True)
    assert picture == coarse.artefacts["1:landcover-change.svg"].path.read_bytes()
    ET.fromstring(picture)


def test_the_table_of_what_became_what_is_that_of_the_file(coarse):
    found = land_cover_transitions(coarse)
    page = page_of(reported(coarse))
    with coarse.artefacts["1:landcover-change.csv"].path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    told = rows_after(page, ["before", "after", "pixels", "m²", "% of the known pixels"])[: len(table)]
    assert [(row[0], row[1]) for row in told] == [(row["before"], row["after"]) for row in table]
    for row, cell in zip(told, found.cells, strict=True):
        assert int(row[2].replace(",", "")) == cell.pixels
        assert float(row[3].replace(",", "")) == pytest.approx(cell.area_m2, rel=1e-3)
        assert float(row[4]) == pytest.approx(100 * cell.share, rel=1e-3)
    assert "Of the known pixels 20 % are a difference in amounts, 0 % exchange between two classes" in page.text


def test_houses_are_not_told_of_and_that_is_said(coarse):
    classify_landcover(coarse, "after")
    path = reported(coarse)
    page, record = page_of(path), read_record(path.with_name("report-record.json"))
    assert NOT_LOOKED in page.text
    assert "The network says" not in page.text
    assert "Network: not used." in page.text
    assert "Objects" not in page.text
    assert not [row for row in page.rows if row[0] in ("building", "road")]
    told = {row[0]: row[1] for row in page.rows if len(row) == 2}
    assert record.named.keys() <= told.keys()
    assert told["landcover-after.water.pixels"] == "800"
    assert record.methods["landcover-after"] in page.text
    for warning in record.warnings:
        assert warning in page.text
    assert TITLE not in page.text, "land cover of one date has no flow"


def test_zones_have_a_flow_of_their_own(coarse):
    find_zones(coarse, 3)
    land_cover_transitions(coarse)
    page = page_of(reported(coarse))
    titles = [one["alt"] for one in page.of("img")][2:]
    assert sorted(titles) == sorted([TITLE, "Zones of like spectrum: what moved where"])
    assert "zone 1 (like" in page.text
    pictures = {flow_of(page, title) for title in titles}
    assert len(pictures) == 2


def test_a_browser_loads_nothing_for_it(coarse):
    land_cover_transitions(coarse)
    path = reported(coarse)
    page, html = page_of(path), path.read_text(encoding="utf-8")
    assert not {tag for tag, _ in page.elements} & {"script", "link", "iframe", "object", "svg", "a"}
    assert all(one["src"].startswith("data:image/") for one in page.of("img"))
    assert "http" not in html.replace('http-equiv="Content-Security-Policy"', "")
    picture = base64.b64decode(flow_of(page, TITLE).partition(",")[2]).decode("utf-8")
    assert not re.search(r"<script|href=|url\((?!#)|<image|<foreignObject", picture)
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", ["landcover-change.svg", "landcover-change.csv"])
def test_a_file_that_was_changed_since_is_refused_by_name(coarse, name):
    land_cover_transitions(coarse)
    path = reported(coarse)
    file = path.with_name(name)
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(RecordError, match=f"{re.escape(name)} is gone or was changed"):
        write_report(path.with_name("report-record.json"), path)


def test_where_nothing_was_measured_there_is_no_report(coarse):
    with pytest.raises(ResolutionError, match="no house can be told on it"):
        export(coarse, coarse.pair(), "html")
    assert not (coarse.folder / "pair1" / "report.html").exists()


def test_houses_and_land_cover_stand_in_one_report(fine):
    space, _ = fine
    land_cover_transitions(space)
    compare_index(space, "ndvi")
    page = page_of(reported(space))
    assert [one["alt"] for one in page.of("img")] == ["Before", "After", "What changed", TITLE]
    assert next(row for row in page.rows if row[0] == "building")[1] == "1"
    told = {row[0]: row[1] for row in page.rows if len(row) == 2}
    assert told["building.pixels"] == "100"
    assert told["landcover-change.changed.pixels"] == "400"
    assert NOT_LOOKED not in page.text


def test_without_a_place_there_are_no_square_metres(tmp_path):
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*files_of(tmp_path, crs=None, transform=None))
    land_cover_transitions(space)
    page = page_of(reported(space))
    rows = rows_after(page, ["before", "after", "pixels"])[:4]
    assert [row[3] for row in rows] == ["-"] * 4
    assert "nan" not in page.text
    assert "None" not in page.text


def test_names_of_classes_are_never_markup(tmp_path):
    evil = "<img src=x onerror=alert(1)> & {{ 7 * 7 }}"
    (tmp_path / "names.json").write_text(f'{{"1": "{evil}", "2": "wood"}}', encoding="utf-8")
    before = patches(1, 2)
    space = pair_of_classes(tmp_path, before, np.roll(before, 8, axis=0), legend=str(tmp_path / "names.json"))
    land_cover_transitions(space)
    page = page_of(reported(space))
    assert len(page.of("img")) == 3
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert evil in page.text
    picture = base64.b64decode(flow_of(page, TITLE).partition(",")[2]).decode("utf-8")
    assert "<img" not in picture
    ET.fromstring(picture)


def test_the_folder_of_a_legend_is_not_told(tmp_path):
    (tmp_path / "names.csv").write_text("1,water\n2,wood\n", encoding="utf-8")
    space = pair_of_classes(tmp_path, patches(1, 2), patches(1, 2), legend=str(tmp_path / "names.csv"))
    land_cover_transitions(space)
    page = page_of(reported(space))
    assert "names.csv" in page.text
    assert str(tmp_path) not in page.text


def test_a_pdf_holds_the_flow_too(coarse, pango):
    land_cover_transitions(coarse)
    data = reported(coarse, "pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def test_the_network_looks_once_where_the_pixels_allow_it(fine):
    space, eyes = fine
    land_cover_transitions(space)
    reported(space)
    assert eyes.looks == 1
