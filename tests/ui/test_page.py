"""The page in a real browser: Debian's Chromium, driven by Playwright, against a server on this machine."""

import os
import re
import shutil
import socket
from pathlib import Path

import pytest

from agent import ChangeAgent
from agent.brains import choose_brain
from tests.conftest import KnowingEyes
from tools.exports import previews

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("needs a Chromium browser (apt-get install chromium)", allow_module_level=True)

from playwright.sync_api import expect, sync_playwright

from ui.page import serve


@pytest.fixture(scope="module")
def address():
    agent = ChangeAgent(choose_brain())
    eyes = KnowingEyes()
    agent.predictor = lambda: eyes
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    page = serve(agent, "127.0.0.1", port, wait=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, address):
    page = browser.new_page(viewport={"width": 1400, "height": 950})
    page.outside = []
    page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else page.outside.append(r.url))
    page.goto(address)
    yield page
    page.close()


def ask(page, question):
    page.fill("#question textarea", question)
    page.click("#ask")


def test_a_visitor_uses_the_sample_asks_and_sees_the_change(page):
    page.click("#sample")
    expect(page.locator("#card")).to_contain_text("EPSG:32614", timeout=30_000)
    expect(page.locator("#slider img").first).to_be_visible()
    ask(page, "How many buildings appeared, and how large are they?")
    expect(page.locator("#chat")).to_contain_text("7 changed buildings: 7 appeared, 0 disappeared", timeout=30_000)
    expect(page.locator("#chat")).to_contain_text("count_objects(object_class=building)")
    ask(page, "and the roads?")
    expect(page.locator("#chat")).to_contain_text("Changed roads cover 0 m2", timeout=30_000)
    page.click("button[role=tab]:has-text('Change')")
    picture = page.locator("#overlay img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") >= 256
    page.click("button[role=tab]:has-text('Files')")
    expect(page.locator("#files")).to_contain_text(re.compile(r"change\s*\.tif"))
    assert page.outside == [], "the page works offline"


def test_uploads_that_cannot_be_compared_are_told_and_the_page_lives_on(page, sample, tmp_path):
    (tmp_path / "broken.tif").write_text("no image", encoding="utf-8")
    page.set_input_files("#before input[type=file]", sample.before)
    expect(page.locator("#card")).to_contain_text("give the other image", timeout=30_000)
    page.set_input_files("#after input[type=file]", tmp_path / "broken.tif")
    expect(page.locator("#chat")).to_contain_text("broken.tif is not an image of a known kind", timeout=30_000)
    ask(page, "what has changed?")
    expect(page.locator("#chat")).to_contain_text("There are no images yet", timeout=30_000)


def test_two_visitors_do_not_see_each_other(browser, address, page):
    page.click("#sample")
    expect(page.locator("#card")).to_contain_text("EPSG:32614", timeout=30_000)
    other = browser.new_page()
    other.goto(address)
    ask(other, "what has changed?")
    expect(other.locator("#chat")).to_contain_text("There are no images yet", timeout=30_000)
    other.close()


def test_a_visitor_who_has_gone_leaves_no_files(sample):
    from ui.page import wipe

    agent = ChangeAgent(choose_brain())
    session = agent.open(sample.before, sample.after)
    previews(session.workspace, session.workspace.pair())
    folder = Path(session.workspace.folder)
    assert list(folder.rglob("*.png"))
    wipe(session)
    assert not folder.exists()
    wipe(None)
