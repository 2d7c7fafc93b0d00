"""Reports hold what the record tells and the files show, load nothing, and never pass text on as markup."""

import base64
import json
import re
import shutil
import socket
import sys
import zlib
from types import ModuleType

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

import tools.runs.report
from tests.factories.predictors import KnownMaskPredictor
from tests.factories.report_pages import page_of
from tools.errors import RecordError, ReportError
from tools.runs.exports import export, write
from tools.runs.record import read_record
from tools.runs.report import MAX_ROWS, write_report
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

SHOWN = ("before.png", "after.png", "change-building-road.png")


@pytest.fixture
def report(workspace):
    """A report and what it was made from."""
    assert export(workspace, workspace.pair(), "html").file == "report.html"
    return workspace.folder / "pair1" / "report.html"


def record_of(report):
    return report.with_name("report-record.json")


def changed_record(report, **told):
    path = record_of(report)
    record = json.loads(path.read_text(encoding="utf-8"))
    kept = {name: value for name, value in (record | told).items() if value is not ...}
    path.write_text(json.dumps(kept), encoding="utf-8")
    return path


@pytest.fixture
def drawn(tmp_path, write_raster):
    """A workspace with a pair of drawn labels."""

    def make(label, names=("a.tif", "b.tif"), **settings):
        pixels = np.random.default_rng(4).integers(1, 250, (3, *label.shape), np.uint8)
        paths = [write_raster(name, pixels.copy()) for name in names]
        wish = RunSettings(**settings)
        space = Workspace(tmp_path / "work", lambda: KnownMaskPredictor(label), settings=wish)
        space.open(*paths)
        return space

    return make


def a_house():
    label = np.zeros((64, 64), np.uint8)
    label[10:20, 10:30] = 2
    return label


def test_every_number_of_the_record_is_told(report, sample):
    record, page = read_record(record_of(report)), page_of(report)
    told = {row[0]: row[1] for row in page.rows if len(row) == 2}
    assert record.named.keys() <= told.keys()
    for name, value in record.named.items():
        if isinstance(value, (int, float)):
            assert float(told[name].replace(",", "")) == pytest.approx(value, rel=1e-3)
        else:
            assert told[name] == value
    assert record.named["building.pixels"] == sample.truth["building_pixels"]


def test_the_table_of_classes_says_the_same(report):
    numbers, rows = read_record(record_of(report)).named, page_of(report).rows
    head = next(row for row in rows if row[0] == "class")
    assert head[1:5] == ["objects", "appeared", "disappeared", "m²"]
    for name in ("building", "road"):
        row = next(row for row in rows if row[0] == name)
        keys = ("objects", "appeared", "disappeared", "area_m2", "pixels", "share")
        told = [numbers[f"{name}.{key}"] for key in keys]
        told[-1] *= 100
        assert [float(cell.replace(",", "")) for cell in row[1:]] == pytest.approx(told, rel=1e-3)


def test_every_object_is_in_the_table(report):
    table, rows = pd.read_csv(report.with_name("objects.csv")), page_of(report).rows
    first = next(number for number, row in enumerate(rows) if row[0] == "id")
    assert rows[first] == list(table.columns)
    for row, obj in zip(rows[first + 1 :], table.itertuples(), strict=False):
        assert row[0] == str(obj.id)
        assert row[3] == f"{obj.pixels:,}"
        assert [float(place) for place in row[-2:]] == pytest.approx([obj.longitude, obj.latitude], abs=1e-6)
    assert [row[0] for row in rows[first + 1 : first + 1 + len(table)]] == [str(one) for one in table["id"]]


def test_pictures_are_in_it_byte_for_byte(report):
    pictures = page_of(report).of("img")
    assert [one["alt"] for one in pictures] == ["Before", "After", "What changed"]
    for name, one in zip(SHOWN, pictures, strict=True):
        kind, _, data = one["src"].partition(",")
        assert kind == "data:image/png;base64"
        assert base64.b64decode(data, validate=True) == report.with_name(name).read_bytes()


def test_methods_warnings_and_limits_are_told(report, workspace):
    path = changed_record(report, warnings=["The dates lie 4 px apart.", "Clouds & haze cover 7 %."])
    write_report(path, report)
    record, page = read_record(path), page_of(report)
    assert page.text.count("Warning.") == 2
    assert record.limits == tuple(json.loads(path.read_text(encoding="utf-8"))["limits"]) != ()
    for told in (
        *record.warnings,
        *record.limits,
        *record.methods.values(),
        record.software,
        record.made,
        record.model,
    ):
        assert told in page.text
    for file in record.inputs + record.outputs:
        assert file.sha256 in page.text
    assert "7 buildings appeared" in page.text
    assert "97.0 %" in page.text


def test_a_browser_loads_nothing_for_it(report):
    page, html = page_of(report), report.read_text(encoding="utf-8")
    loads = {"src", "srcset", "href", "data", "poster", "background", "action", "formaction", "style", "ping"}
    for tag, attributes in page.elements:
        assert tag not in {"script", "link", "iframe", "object", "embed", "base", "form", "audio", "video", "svg"}
        for name, value in attributes.items():
            assert name not in loads or value.startswith("data:image/png;base64,")
            assert not name.startswith("on")
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert "http" not in html.replace('http-equiv="Content-Security-Policy"', "")
    policy = page.of("meta")[-1]
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith("default-src 'none'; img-src data:;")


def test_text_from_names_and_captions_is_never_markup(drawn, tmp_path):
    name = "<img src=x onerror=alert(1)>.tif"
    caption = "<script>alert(1)</script> {{ 7 * 7 }} <a href='http://127.0.0.1/'>more</a> & \"so\""
    zone = "<b onclick=alert(1)>west</b>"
    west = shapely.box(620_000, 3_349_968, 620_016, 3_350_000)
    gpd.GeoDataFrame({"name": [zone]}, geometry=[west], crs="EPSG:32614").to_file(tmp_path / "zones.gpkg")
    space = drawn(a_house(), (name, "<b>.tif"), zones=tmp_path / "zones.gpkg")
    export(space, space.pair(), "html")
    report = space.folder / "pair1" / "report.html"
    numbers = json.loads(record_of(report).read_text(encoding="utf-8"))["numbers"]
    write_report(changed_record(report, numbers=numbers | {"caption": caption}), report)
    page = page_of(report)
    assert len(page.of("img")) == 3
    assert not page.of("script")
    assert not page.of("a")
    assert all(tag != "b" or not attributes for tag, attributes in page.elements)
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert f"Change between {name} and <b>.tif" in page.text
    assert caption in page.text
    assert f"zone.{zone}.building.pixels" in page.text
    assert {name, "<b>.tif"} <= {row[1] for row in page.rows if len(row) == 4}


@pytest.mark.parametrize("name", [*SHOWN, "objects.csv"])
@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_files_that_were_changed_or_removed_since_are_refused_by_name(report, name, suffix):
    path, whole = report.with_suffix(f".{suffix}"), report.read_bytes()
    path.write_bytes(whole)
    file = report.with_name(name)
    file.write_bytes(file.read_bytes() + b"\0")
    for _ in ("changed", "removed"):
        with pytest.raises(RecordError, match=f"{re.escape(name)} is gone or was changed"):
            write_report(record_of(report), path)
        assert path.read_bytes() == whole, "the earlier report stays"
        file.unlink(missing_ok=True)
    assert not list(report.parent.glob(".*"))


def test_a_report_can_be_made_where_the_run_was_moved(report, tmp_path):
    moved = shutil.copytree(tmp_path / "work", tmp_path / "elsewhere") / "pair1"
    report_again = moved / "again" / "report.html"
    write_report(moved / "report-record.json", report_again)
    assert report_again.read_bytes() == report.read_bytes()


def test_of_many_objects_the_largest_are_told(drawn):
    label = np.zeros((125, 126), np.uint8)
    rows, columns = np.divmod(np.arange(600), 25)
    for row, column in zip(rows * 5, columns * 5, strict=True):
        label[row : row + 3, column : column + 3] = 2
    label[0:3, 0:4] = 2
    space = drawn(label)
    export(space, space.pair(), "html")
    path = space.folder / "pair1" / "report.html"
    page = page_of(path)
    assert f"The {MAX_ROWS} largest of 600; objects.csv holds all." in page.text
    objects = [row for row in page.rows if len(row) == 10 and row[0] != "id"]
    assert len(objects) == MAX_ROWS == 500
    assert objects[0][3] == "12"
    assert ["building.objects", "600"] in page.rows
    assert len(pd.read_csv(path.with_name("objects.csv"))) == 600


def test_few_objects_need_no_note(report):
    assert "largest of" not in page_of(report).text


def test_where_nothing_changed_there_is_no_table(drawn):
    space = drawn(np.zeros((64, 64), np.uint8))
    export(space, space.pair(), "html")
    page = page_of(space.folder / "pair1" / "report.html")
    assert "Objects" not in page.text
    assert ["building.objects", "0"] in page.rows


def test_without_a_place_there_are_no_square_metres(tmp_path):
    import cv2

    label = a_house()
    for name in "ab":
        cv2.imwrite(str(tmp_path / f"{name}.png"), np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8))
    space = Workspace(tmp_path / "work", lambda: KnownMaskPredictor(label))
    space.open(tmp_path / "a.png", tmp_path / "b.png")
    export(space, space.pair(), "html")
    page = page_of(space.folder / "pair1" / "report.html")
    assert next(row for row in page.rows if row[0] == "building")[1:6] == ["1", "1", "0", "-", "200"]
    assert "None" not in page.text
    assert "nan" not in page.text


def test_another_choice_is_another_report(workspace, report, eyes):
    workspace.choose(RunSettings(min_area=120.0))
    assert not report.exists()
    export(workspace, workspace.pair(), "html")
    page = page_of(report)
    assert "min area: 120" in page.text
    assert int(dict(row for row in page.rows if len(row) == 2)["building.objects"]) == 4
    assert eyes.looks == 1


def test_folders_are_not_told(drawn, tmp_path):
    area = tmp_path / "my area.geojson"
    west = shapely.box(620_000, 3_349_980, 620_010, 3_350_000)
    gpd.GeoDataFrame(geometry=[west], crs="EPSG:32614").to_crs("EPSG:4326").to_file(area)
    space = drawn(a_house(), area_of_interest=str(area), assessment=tmp_path / "my sample")
    export(space, space.pair(), "html")
    page = page_of(space.folder / "pair1" / "report.html")
    assert "area of interest: my area.geojson" in page.text
    assert "assessment: my sample" in page.text
    assert str(tmp_path) not in page.text


def test_an_older_record_without_limits_still_reads(report):
    path = changed_record(report, limits=...)
    assert read_record(path).limits == ()
    write_report(path, report)
    page = page_of(report)
    assert "What cannot be seen here" not in page.text
    assert "How it was measured" in page.text


@pytest.mark.parametrize("missing", ["caption", "changed.probability", "valid.pixels", "building.share"])
def test_a_record_without_a_number_of_the_report_is_refused(report, missing):
    numbers = json.loads(record_of(report).read_text(encoding="utf-8"))["numbers"]
    path = changed_record(report, numbers={name: value for name, value in numbers.items() if name != missing})
    whole = report.read_bytes()
    with pytest.raises(RecordError, match="lacks numbers"):
        write_report(path, report)
    assert report.read_bytes() == whole


def test_what_is_no_record_is_refused(tmp_path):
    with pytest.raises(RecordError, match="was not found"):
        write_report(tmp_path / "record.json", tmp_path / "report.html")
    assert not list(tmp_path.iterdir())


def test_a_report_from_a_run_shows_what_the_run_has_written(drawn):
    space = drawn(a_house())
    write(space, space.pair(), "csv")
    record = space.artefacts[export(space, space.pair(), "record").artefact].path
    write_report(record, record.with_name("r.html"))
    page = page_of(record.with_name("r.html"))
    assert not page.of("img"), "no picture was made"
    assert ["building.objects", "1"] in page.rows
    assert "Objects" in page.text


def pdf_pages(data):
    """Pages of a PDF: its objects, also those that are packed."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    texts = [data]
    for stream in packed:
        try:
            texts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in texts)


def test_a_pdf_has_pages(workspace, eyes, pango):
    result = export(workspace, workspace.pair(), "pdf")
    assert result.file == "report.pdf"
    data = workspace.artefacts[result.artefact].path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert 2 <= pdf_pages(data) < 20
    assert len(re.findall(rb"/Subtype\s*/Image", data)) >= len(SHOWN)
    assert eyes.looks == 1


def test_a_pdf_loads_nothing_whatever_a_text_says(workspace, monkeypatch, tmp_path, pango):
    export(workspace, workspace.pair(), "html")
    folder, asked = workspace.folder / "pair1", []
    monkeypatch.setattr(socket.socket, "connect", lambda _, place: asked.append(place))
    picture = (folder / "before.png").as_uri()
    html = f'<img src="http://127.0.0.1:9/x.png"><link rel=stylesheet href="http://127.0.0.1:9/y"><img src="{picture}">'
    monkeypatch.setattr(tools.runs.report, "render", lambda *_: html)
    write_report(folder / "report-record.json", tmp_path / "trapped.pdf")
    assert not asked
    assert not re.findall(rb"/Subtype\s*/Image", (tmp_path / "trapped.pdf").read_bytes())


def test_without_weasyprint_a_sentence_says_what_to_install(workspace, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ReportError, match=r"pip install 'terradelta\[pdf\]'; HTML can be made without it\."):
        export(workspace, workspace.pair(), "pdf")
    nothing_is_left(workspace, "report.pdf")
    assert export(workspace, workspace.pair(), "html").file == "report.html"


def test_without_pango_a_sentence_says_what_to_install(workspace, monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", encoding="utf-8")
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ReportError, match="apt-get install libpango"):
        export(workspace, workspace.pair(), "pdf")
    nothing_is_left(workspace, "report.pdf")


def test_a_pdf_that_fails_half_way_leaves_nothing(workspace, monkeypatch):
    class Failing:
        def __init__(self, **_):
            pass

        def write_pdf(self):
            raise MemoryError("no room for a page")

    fake, urls = ModuleType("weasyprint"), ModuleType("weasyprint.urls")
    fake.HTML, urls.URLFetcher = Failing, lambda **_: None
    monkeypatch.setitem(sys.modules, "weasyprint", fake)
    monkeypatch.setitem(sys.modules, "weasyprint.urls", urls)
    with pytest.raises(MemoryError, match="no room for a page"):
        export(workspace, workspace.pair(), "pdf")
    nothing_is_left(workspace, "report.pdf")


def nothing_is_left(workspace, name):
    assert f"1:{name.rpartition('.')[2]}" not in workspace.artefacts
    assert not list(workspace.folder.rglob(f"*{name}*"))
    assert not list(workspace.folder.rglob(".*"))
