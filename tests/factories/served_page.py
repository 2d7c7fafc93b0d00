"""The page served on this machine, and visits of it that ask nothing of any other."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from ui.page.server import Server, Service


@contextmanager
def serving(eyes=None, **service) -> Iterator[tuple[str, Server]]:
    """The page, with eyes that know the truth unless others are given."""
    agent, knowing = ChangeAgent(choose_language_model()), eyes or KnownMaskPredictor()
    agent.predictor = lambda: knowing
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Loading beside the first questions would mix up warnings, which are errors here, between threads.
    server = Server(agent, Service(port=port, warm=False, **service))
    thread = threading.Thread(target=server.serve_and_sweep)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.should_exit = True
        thread.join(30)


@contextmanager
def visiting(browser, address, **kind):
    """A page of a browser of its own; what it asks of others, and complaints, are written down.

    Requests are watched, not intercepted: Chromium cancels a download now and then whose request was held.
    """
    context = browser.new_context(viewport={"width": 1400, "height": 950}, **kind)
    page = context.new_page()
    page.outside, page.complaints = [], []
    page.on("request", lambda request: None if ours(request.url, address) else page.outside.append(request.url))
    page.on("console", lambda told: page.complaints.append(_complaint(told)) if told.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#sample")
    yield page
    context.close()


def _complaint(told):
    """What the browser complains of, with the address that it is about."""
    return f"{told.text} {told.location.get('url', '')}".strip()


def ours(url: str, address: str) -> bool:
    """Whether what is asked for lies on this machine."""
    return url.startswith((address, "data:", "blob:"))
