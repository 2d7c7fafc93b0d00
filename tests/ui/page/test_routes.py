"""The page's own addresses over real HTTP: what is theirs, and that nothing else is reached."""

import io

import httpx
import numpy as np
import pytest
from PIL import Image

from tests.factories.served_page import serving
from tools.runs.file_format import FileFormat
from tools.runs.format_registry import FORMATS
from ui.page.guard.gate import COOKIE
from ui.page.map_values import Basemap
from ui.page.panels import files


@pytest.fixture(scope="module")
def place(sample):
    with serving(basemap=Basemap("https://tiles.example.org/{z}/{x}/{y}.png", "(c) someone")) as (address, server):
        keys = {name: server.keys.issue() for name in ("ann", "bob")}
        visitor = server.visitors.enter(keys["ann"])
        pair = visitor.open(sample.before, sample.after)
        visitor.session.workspace.change(pair)
        server.visitors.enter(keys["bob"])
        yield address, server, keys


@pytest.fixture
def ann(place):
    with httpx.Client(base_url=place[0], cookies={COOKIE: place[2]["ann"]}) as client:
        yield client


@pytest.fixture
def bob(place):
    with httpx.Client(base_url=place[0], cookies={COOKIE: place[2]["bob"]}) as client:
        yield client


PATHS = ("/map/1/before/18/59913/107922.png", "/map/1/at?x=-97.7204&y=30.2751", "/picture/1/after.png", "/files/1/csv")


@pytest.mark.parametrize("path", PATHS)
def test_what_is_mine_is_given_to_me_alone(ann, bob, place, path):
    assert ann.get(path).status_code == 200
    assert bob.get(path).status_code == 404
    with httpx.Client(base_url=place[0]) as stranger:
        assert stranger.get(path).status_code == 404
        assert stranger.get(path, headers={"cookie": f"{COOKIE}="}).status_code == 404


def test_tiles_are_pictures_that_may_be_kept(ann):
    reply = ann.get(PATHS[0])
    assert reply.headers["content-type"] == "image/png"
    assert "max-age" in reply.headers["cache-control"]
    assert "private" in reply.headers["cache-control"]
    assert np.asarray(Image.open(io.BytesIO(reply.content))).shape == (256, 256, 4)


@pytest.mark.parametrize(
    "path",
    ["/map/1/before/99/0/0.png", "/map/1/before/18/-1/0.png", "/map/1/before/18/0/0.png", "/map/1/unknown/3/0/0.png"],
)
def test_there_is_nothing_beyond_the_images(ann, path):
    assert ann.get(path).status_code == 204


@pytest.mark.parametrize(
    "path",
    [
        "/map/2/before/18/0/0.png",
        "/map/..%2f..%2fetc/before/18/0/0.png",
        "/picture/1/passwd.png",
        "/files/1/exe",
        "/files/%2e%2e/csv",
        "/files/1/..%2f..%2fpasswd",
        "/page/..%2f..%2fpage.py",
        "/page/../server.py",
    ],
)
def test_names_that_are_none_are_not_found(ann, path):
    assert ann.get(path).status_code in (404, 422)


@pytest.mark.parametrize(
    "path", ["/map/1/secret/18/59913/107922.png", "/map/1/before/x/1/1.png", "/map/1/at?x=nan&y=1"]
)
def test_other_layers_and_numbers_get_a_sentence_or_nothing(ann, path):
    reply = ann.get(path)
    assert reply.status_code in (200, 400, 422)
    assert "Traceback" not in reply.text
    if reply.status_code == 200:
        assert reply.json() is None


def test_an_object_is_told_by_its_place(ann, place):
    thing = (
        place[1]
        .visitors.get(place[2]["ann"])
        .session.workspace.known_change(place[1].visitors.get(place[2]["ann"]).layers().pair)
        .objects[0]
    )
    told = ann.get("/map/1/at", params={"x": thing.lonlat[0], "y": thing.lonlat[1]}).json()
    assert told["id"] == 1
    assert told["attributes"]["status"] == "appeared"
    assert told["outline"]["type"] in ("Polygon", "MultiPolygon")
    assert ann.get("/map/1/at", params={"x": 0, "y": 0}).json() is None


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("csv", b"id,"),
        ("geojson", b"{"),
        ("gpkg", b"SQLite"),
        ("geotiff", b"II"),
        ("html", b"<!doctype"),
        ("pdf", b"%PDF"),
    ],
)
def test_files_are_saved_and_never_opened_in_the_pages_name(ann, kind, begins):
    reply = ann.get(f"/files/1/{kind}", timeout=60)
    assert reply.content.startswith(begins)
    assert reply.headers["content-disposition"].startswith("attachment")
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["content-security-policy"] == "sandbox"


def test_no_class_is_looked_for_because_a_tile_was_asked_for(place, bob, sample):
    visitor = place[1].visitors.get(place[2]["bob"])
    pair = visitor.open(sample.before, sample.after)
    assert bob.get("/map/1/building/18/59913/107922.png").status_code == 204
    assert bob.get("/map/1/at?x=1&y=1").json() is None
    assert bob.get("/files/1/csv").status_code == 404
    assert visitor.session.workspace.known_change(pair) is None


def test_the_page_gives_a_cookie_that_scripts_and_other_sites_do_not_get(place):
    with httpx.Client(base_url=place[0]) as client:
        first = client.get("/")
        told = first.headers["set-cookie"]
        assert told.startswith(f"{COOKIE}=")
        assert len(told.split(";")[0]) > 40
        assert "HttpOnly" in told
        assert "SameSite=Strict" in told
        assert "set-cookie" not in client.get("/").headers


def test_the_page_lets_a_browser_load_nothing_but_the_basemap_from_outside(place):
    policy = httpx.get(place[0]).headers["content-security-policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["img-src"] == "'self' data: blob: https://tiles.example.org"
    assert rules["connect-src"] == rules["default-src"] == "'self'"
    assert "http" not in policy.replace("https://tiles.example.org", "")


def test_a_format_that_is_declared_can_be_taken_away(ann, place, monkeypatch):
    def write(workspace, pair, path):
        path.write_text(pair.id, encoding="utf-8")

    monkeypatch.setitem(FORMATS, "lines", FileFormat("lines", "lines.txt", "its id", "text/x-lines", writer=write))
    assert "files/1/lines" in files(place[1].visitors.enter(place[2]["ann"]))
    reply = ann.get("/files/1/lines")
    assert (reply.text, reply.headers["content-type"].partition(";")[0]) == ("1", "text/x-lines")
    assert 'filename="lines.txt"' in reply.headers["content-disposition"]
