"""The page served on this machine, and a real browser that asks nothing of any other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.factories.served_page import serving, visiting
from ui.page.server import Server
from ui.page.visiting.visitor import Quota

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no request leaves this machine
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[str, Server]]:
    with serving(limits=Quota(visitors=40)) as both:
        yield both


@pytest.fixture(scope="module")
def address(served) -> str:
    return served[0]


@pytest.fixture(scope="module")
def browser():
    """Ends with its module: Playwright keeps an event loop in this thread, beside which no other can run."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("needs a Chromium browser (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, address):
    with visiting(browser, address) as page:
        yield page
        assert page.outside == [], "the page works offline"
        assert page.complaints == []
