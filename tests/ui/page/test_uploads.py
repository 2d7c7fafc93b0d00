"""Images on their way in, over real HTTP."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.factories.served_page import serving
from ui.errors import UploadError
from ui.page.benchmark.http_visitor import PageVisitor
from ui.page.uploads import MAX_UPLOAD, safe_name
from ui.page.visiting.visitor import Quota


@pytest.fixture(scope="module")
def place():
    with serving(limits=Quota(visitors=60, megabytes=3)) as both:
        yield both


@pytest.fixture
def visitor(place):
    with PageVisitor(place[0]) as visitor:
        yield visitor


def folder_of(place, visitor):
    return place[1].visitors.get(visitor.browser.cookies["terradelta"]).folder


def put(visitor, name, content=b"x", date="before", **headers):
    return visitor.browser.put(f"/upload/{date}", params={"name": name}, content=content, headers=headers)


def test_both_images_become_a_pair_of_the_visitor(place, visitor, sample):
    visitor.open(sample.before, sample.after)
    assert visitor.browser.get("/picture/1/before.png").status_code == 200
    kept = sorted(path.name for path in (folder_of(place, visitor) / "uploads").rglob("*.tif"))
    assert kept == sorted([sample.before.name, sample.after.name])


@pytest.mark.slow
def test_twenty_visitors_with_the_same_files_are_all_served(place, sample):
    def opened(_):
        with PageVisitor(place[0]) as visitor:
            visitor.open(sample.before, sample.after)
            return visitor.browser.get("/picture/1/after.png").status_code

    with ThreadPoolExecutor(20) as crowd:
        assert list(crowd.map(opened, range(20))) == [200] * 20


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.tif", "a.tif"),
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\images\\before.TIF", "before.tif"),
        ("<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"),
        ("a\x00b\n.tif", "a_b_.tif"),
        (".png", "image.png"),
        ("..png", "image.png"),
        ("x" * 5000 + ".jpeg", "x" * 120 + ".jpeg"),
        ("карта 2018.tif", "карта 2018.tif"),
    ],
)
def test_names_are_kept_as_plain_ones(name, kept):
    assert safe_name(name) == kept


@pytest.mark.parametrize("name", ["a.vrt", "passwd", "", "..", "a.tif.exe", "a.gpkg", "file.svg"])
def test_what_is_no_image_by_its_name_is_refused(name, visitor):
    with pytest.raises(UploadError, match="end with"):
        safe_name(name)
    reply = put(visitor, name)
    assert reply.status_code == 400
    assert "choose one of them" in reply.json()["detail"]


def test_what_is_too_large_is_refused_before_it_comes_and_leaves_nothing(place, visitor, sample):
    reply = put(visitor, "a.tif", b"0" * 3_500_000)
    assert reply.status_code == 413
    assert "delete your data first" in reply.json()["detail"]

    def more_than_was_said():
        for _ in range(40):
            yield b"0" * 100_000

    assert put(visitor, "a.tif", more_than_was_said()).status_code == 413
    assert not list((folder_of(place, visitor) / "uploads").glob("*"))
    assert put(visitor, "a.tif", sample.before.read_bytes()).status_code == 200


def test_two_gigabytes_are_refused_at_once(place, visitor):
    import socket

    host, port = place[0].removeprefix("http://").split(":")
    cookie = visitor.browser.cookies["terradelta"]
    with socket.create_connection((host, int(port)), 20) as line:
        line.sendall(
            f"PUT /upload/before?name=a.tif HTTP/1.1\r\nHost: {host}\r\nCookie: terradelta={cookie}\r\n"
            f"Content-Length: {4 * MAX_UPLOAD}\r\n\r\n".encode()
        )
        told = b""
        while b"500 MB" not in told and (more := line.recv(65536)):
            told += more
        assert b"500 MB" in told


@pytest.mark.parametrize("content", [b"no image", b"II*\0" + b"\xff" * 500, b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
def test_what_is_no_image_is_refused_at_its_own_box_and_leaves_nothing(place, visitor, content):
    reply = put(visitor, "a.tif", content)
    assert reply.status_code == 400
    assert reply.json()["detail"].startswith("a.tif ")
    assert not list((folder_of(place, visitor) / "uploads").glob("*"))


def test_an_empty_file_is_no_image(visitor):
    assert "empty" in put(visitor, "a.tif", b"").json()["detail"]


def test_a_date_that_is_none_is_no_address(visitor):
    assert put(visitor, "a.tif", date="now").status_code == 404
    assert visitor.browser.put("/upload/before", content=b"x").status_code == 422
