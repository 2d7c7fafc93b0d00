"""A labelling session in a real browser: keys, resuming, a second person, and a server that is gone."""

from __future__ import annotations

import pytest

from tests.factories.assessment.labelled_sample import labelling, sample_of
from tests.factories.served_page import ours
from tools.assessment.labels import LabelBook

pytest.importorskip("playwright")
from playwright.sync_api import expect

WAIT = 30_000


@pytest.fixture
def served_sample(sample, tmp_path):
    path, folder, pair = sample_of(sample, tmp_path)
    with labelling(folder, pair) as (address, task):
        yield address, task, path, folder


@pytest.fixture
def opened(browser, served_sample):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    outside, page.complaints = [], []
    page.on("request", lambda request: None if ours(request.url, served_sample[0]) else outside.append(request.url))
    page.on("console", lambda told: page.complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(served_sample[0])
    yield page
    assert outside == [], "the page works offline"
    assert page.complaints == []
    page.context.close()


def begin(page, name):
    page.fill("#name", name)
    page.press("#name", "Enter")
    expect(page.locator("#work")).to_be_visible(timeout=WAIT)


def press(page, key, count):
    """Press a key, and wait until that many points are labelled."""
    page.keyboard.press(key)
    expect(page.locator("#count")).to_contain_text(f"{count} of", timeout=WAIT)


def test_a_person_labels_by_keys_and_goes_on_where_she_stopped(opened, served_sample, tmp_path):
    _, task, _, folder = served_sample
    begin(opened, "anna")
    expect(opened.locator("#before")).to_have_js_property("complete", value=True, timeout=WAIT)
    assert opened.locator("#before").evaluate("one => one.naturalWidth") == 65
    press(opened, "1", 1)
    press(opened, "3", 2)
    press(opened, "0", 3)
    assert list(LabelBook(folder, task.plan.classes, task.points).of("anna").values()) == [
        "building", "unchanged", "cannot tell",
    ]  # fmt: skip
    opened.reload()
    expect(opened.locator("#people")).to_contain_text("anna (3)")
    begin(opened, "anna")
    expect(opened.locator("#place")).to_have_text("Point 4")


def test_labels_are_seen_changed_and_taken_back(opened, served_sample):
    begin(opened, "anna")
    press(opened, "1", 1)
    opened.keyboard.press("ArrowLeft")
    expect(opened.locator("#classes button[data-label=building]")).to_have_attribute("aria-pressed", "true")
    press(opened, "2", 1)
    expect(opened.locator("#said")).to_contain_text("Point 1 is saved: road")  # the count is the same as before
    opened.keyboard.press("ArrowLeft")
    expect(opened.locator("#place")).to_have_text("Point 1")
    expect(opened.locator("#classes button[data-label=road]")).to_have_attribute("aria-pressed", "true")
    press(opened, "Backspace", 0)
    assert served_sample[1].book.of("anna") == {}


def test_the_buttons_work_as_the_keys_do_and_zoom_shows_more(opened, served_sample):
    begin(opened, "ben")
    opened.click("#classes button[data-label=road]")
    expect(opened.locator("#said")).to_contain_text("Point 1 is saved: road")
    opened.keyboard.press("-")
    expect(opened.locator("#after")).to_have_attribute("src", "chips/2/after/1.png")
    opened.keyboard.press("+")
    expect(opened.locator("#after")).to_have_attribute("src", "chips/2/after/0.png")


def test_the_end_is_told_and_a_second_person_begins_anew(opened, served_sample):
    _, task, _, _ = served_sample
    for person in ("anna", "ben"):
        begin(opened, person)
        for count in range(1, task.plan.points + 1):
            press(opened, "1", count)
        expect(opened.locator("#said")).to_contain_text("All points are labelled")
        opened.reload()
    assert {person: len(task.book.of(person)) for person in task.book.people} == {
        "anna": task.plan.points,
        "ben": task.plan.points,
    }


def test_a_name_that_is_none_is_told(opened):
    opened.fill("#name", "../x")
    opened.press("#name", "Enter")
    expect(opened.locator("#problem")).to_be_visible(timeout=WAIT)
    opened.fill("#name", "a b")
    opened.press("#name", "Enter")
    expect(opened.locator("#problem")).to_contain_text("letters, digits")
    opened.complaints.clear()  # of what was refused


def test_what_cannot_be_saved_is_told_and_stays_unlabelled(opened, served_sample, monkeypatch):
    begin(opened, "anna")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tools.assessment.labels.atomic_write", full)
    opened.keyboard.press("1")
    expect(opened.locator("#problem")).to_contain_text("No space left", timeout=WAIT)
    expect(opened.locator("#place")).to_have_text("Point 1")
    monkeypatch.undo()
    press(opened, "1", 1)
    expect(opened.locator("#problem")).to_be_hidden()
    opened.complaints.clear()
