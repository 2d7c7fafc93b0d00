"""The labelling page over HTTP: what it gives, what it keeps, and what it refuses."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.factories.assessment.assessed_maps import rows_of, write_rows
from tests.factories.assessment.labelled_sample import sample_of
from tools.assessment.labels import LabelBook
from tools.errors import AssessmentError
from tools.pairs.pair import open_pair
from ui.labelling.server import make_app
from ui.labelling.task import labelling_task


@pytest.fixture
def site(sample, tmp_path):
    _, folder, pair = sample_of(sample, tmp_path)
    task = labelling_task(folder, pair)
    with TestClient(make_app(task), base_url="http://127.0.0.1:7870") as client:
        client.task = task
        yield client


def give(site, label, person="anna", point=1, **how):
    return site.put(f"/labels/{person}/{point}", json={"label": label}, **how)


def test_a_label_is_on_disk_when_it_is_answered(site):
    assert give(site, "building").json() == {"labelled": 1}
    again = LabelBook(site.task.folder, site.task.plan.classes, site.task.points)
    assert again.of("anna") == {1: "building"}
    assert site.get("/labels/anna").json() == {"labels": {"1": "building"}}
    assert give(site, None).json() == {"labelled": 0}


def test_the_page_is_told_the_classes_but_not_what_the_map_says(site):
    told = site.get("/task").json()
    assert [one["name"] for one in told["classes"]] == ["building", "road", "unchanged"]
    assert [one["key"] for one in told["classes"]] == ["1", "2", "3"]
    assert told["points"] == list(range(1, 1 + site.task.plan.points))
    give(site, "road", person="ben")
    assert site.get("/task").json()["people"] == [{"name": "ben", "count": 1}]


def test_pictures_differ_by_date_and_zoom(site):
    chips = {site.get(f"/chips/1/{date}/{zoom}.png").content for date in ("before", "after") for zoom in range(3)}
    assert len(chips) == 6
    assert all(chip.startswith(b"\x89PNG") for chip in chips)


@pytest.mark.parametrize(
    "address", ["/chips/999/before/0.png", "/chips/1/never/0.png", "/chips/1/before/3.png", "/chips/1/before/-1.png",
                "/chips/x/before/0.png", "/plan.json", "/../plan.json", "/labels", "/static/label.js"]
)  # fmt: skip
def test_there_is_nothing_else(site, address):
    assert site.get(address).status_code == 404


@pytest.mark.parametrize("label", ["castle", "", "Building", "cannot  tell", "x" * 300, 3, ["building"], {"a": 1}])
def test_labels_that_are_no_class_are_refused(site, label):
    assert give(site, label).status_code == 400
    assert not (site.task.folder / "labels").exists()


@pytest.mark.parametrize("body", [b"", b"{}", b'{"label": "road", "more": 1}', b"[" * 600, b"\xff", b"x" * 5000])
def test_bodies_that_are_no_label_are_refused(site, body):
    answer = site.put("/labels/anna/1", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 413)


def test_names_and_points_that_are_none_are_refused(site):
    for person in ("..", "a%2Fb", "a b", "-a", "%00"):
        assert give(site, "road", person=person).status_code in (400, 404), person
    assert give(site, "road", point=999).status_code == 400
    assert not (site.task.folder / "labels").exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_other_sites_change_nothing(site, headers, status):
    answer = site.put(
        "/labels/anna/1", content=b'{"label": "road"}', headers={"Content-Type": "application/json"} | headers
    )
    assert answer.status_code == status
    assert not (site.task.folder / "labels").exists()


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_change_nothing(site, method):
    assert site.request(method, "/labels/anna/1", json={"label": "road"}).status_code == 405


def test_every_answer_forbids_the_browser_what_the_page_does_not_need(site):
    for address in ("/", "/task", "/nothing", "/chips/1/before/0.png"):
        headers = site.get(address).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], address
        assert headers["X-Frame-Options"] == "DENY"
        assert "access-control-allow-origin" not in headers


def test_a_full_disk_is_told_and_the_label_is_not_taken(site, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tools.assessment.labels.atomic_write", full)
    answer = give(site, "road")
    assert answer.status_code == 400
    assert "No space left" in answer.json()["detail"]
    assert site.get("/labels/anna").json() == {"labels": {}}


def test_a_sample_beside_the_images_is_refused_before_anyone_labels(sample, tmp_path):
    _, folder, _ = sample_of(sample, tmp_path)
    rows = rows_of(folder / "sample.csv")
    write_rows(folder / "sample.csv", [rows[0] | {"longitude": "0"}, *rows[1:]])
    with pytest.raises(AssessmentError, match="does not lie in the images"):
        labelling_task(folder, open_pair(sample.before, sample.after))
