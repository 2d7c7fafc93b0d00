"""What a hostile browser sends, over real HTTP: no file of the server is read, and no visitor reaches another."""

import os
import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest

from tests.factories.served_page import serving
from ui.page.benchmark.http_visitor import PageVisitor
from ui.page.guard.gate import COOKIE, MAX_STREAMS, MESSAGES
from ui.page.visiting.visitor import Quota

pytestmark = pytest.mark.model  # forged texts are asked as questions, too
SECRET = "what only the server may read"


@pytest.fixture(scope="module")
def address():
    with serving(limits=Quota(visitors=400)) as (address, _):
        yield address


@pytest.fixture
def visitor(address):
    with PageVisitor(address) as visitor:
        yield visitor


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    (tmp_path / "link.png").symlink_to(path)
    return path


def forged(path):
    """A path in every form in which Gradio might believe it."""
    file = {"path": str(path), "meta": {"_type": "gradio.FileData"}}
    return [
        str(path),
        file,
        [file],
        file | {"url": f"http://127.0.0.1:9/{path}", "is_stream": True},
        [{"role": "user", "content": file}],
        [{"role": "assistant", "content": [{"type": "file", "file": file}]}],
        [[file, file]],
        {"__type__": "update", "value": file},
    ]


def paths_of(secret):
    return [
        secret,
        secret.parent / "link.png",
        f"{secret.parent}/../{secret.parent.name}/secret.txt",
        secret.as_uri(),
        f"/vsizip/{secret}",
        f"/vsicurl/http://127.0.0.1:9{secret}",
        "http://127.0.0.1:9/secret.txt",
        "/proc/self/environ",
    ]


def controls_of(address):
    with PageVisitor(address) as visitor:
        return visitor.controls


def test_no_control_gives_a_file_of_the_server(address, secret):
    for control, number in controls_of(address).items():
        with PageVisitor(address) as visitor:  # each has as many messages as one browser may send
            for path in paths_of(secret):
                for value in forged(path):
                    joined = visitor.join(number, [value, value])
                    assert joined.status_code in (400, 429) or isinstance(value, str), (control, value)
                    assert SECRET not in joined.text
                assert visitor.join(number, [], {"value": forged(path)[1]}).status_code in (400, 429)
            assert SECRET not in str(visitor.messages())


def test_a_path_as_a_question_stays_a_text(visitor, secret):
    visitor.call("stop")
    visitor.call("tell_sensor", [str(secret)])
    with pytest.raises(RuntimeError, match="not in the list of choices"):
        visitor.call("turn", [str(secret)])
    assert SECRET not in str(visitor.messages())


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file={}",
        "/gradio_api/file/{}",
        "/file={}",
        "/gradio_api/proxy={}",
        "/gradio_api/proxy=http://169.254.169.254/latest",
        "/gradio_api/stream/{}",
        "/gradio_api/deep_link",
        "/gradio_api/info",
        "/gradio_api/app_id",
        "/gradio_api/runs",
        "/gradio_api/token",
        "/gradio_api/vibe-code/",
        "/monitoring",
        "/dev/reload",
        "/static/../../../../..{}",
        "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e{}",
        "/assets/..%2f..%2f..%2f..%2f..{}",
        "/svelte/..%2f..%2f..%2f..{}",
        "/page/..%2f..%2f..{}",
        "/files/1/..%2f..{}",
        "/found/..%2f{}.png",
        "/picture/1/{}",
    ],
)
def test_no_address_gives_a_file_of_the_server(visitor, secret, path):
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        reply = visitor.browser.request(method, path.format(secret))
        assert reply.status_code in (400, 403, 404, 405, 422), (method, path)
        assert SECRET not in reply.text


def test_the_doors_of_gradio_are_shut(visitor):
    for path in (
        "upload",
        "run/ask",
        "api/ask",
        "call/ask",
        "cancel",
        "reset",
        "process_recording",
        "component_server",
    ):
        reply = visitor.browser.post(f"/gradio_api/{path}", json={"data": [], "session_hash": visitor.session})
        assert reply.status_code == 404
        assert reply.json()["detail"] == "There is nothing at this address."


def test_names_of_others_are_not_answered_to(address):
    for host in ("evil.example", "evil.example:7860", "127.0.0.1.evil.example"):
        reply = httpx.get(address, headers={"host": host})
        assert reply.status_code == 421
        assert "set-cookie" not in reply.headers


def test_other_sites_can_ask_nothing(visitor):
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    ):
        assert visitor.browser.put("/upload/before", params={"name": "a.png"}, headers=headers).status_code == 403
        assert visitor.browser.post("/gradio_api/queue/join", headers=headers).status_code == 403
        assert visitor.browser.get("/picture/1/before.png", headers=headers).status_code == 403


def test_a_tab_belongs_to_its_browser(address, visitor):
    visitor.call("refresh")
    with PageVisitor(address) as other:
        other.session = visitor.session
        assert other.join(other.controls["sample"]).status_code == 403
        stream = other.browser.get("/gradio_api/queue/data", params={"session_hash": visitor.session})
        assert stream.status_code == 403
        assert other.browser.get(f"/gradio_api/heartbeat/{visitor.session}").status_code == 403


def test_keys_that_were_not_issued_here_open_nothing(address):
    for key in ("", "ann", "v.abc.def", "x" * 5000):
        with httpx.Client(base_url=address, headers={"cookie": f"{COOKIE}={key}"}) as browser:
            reply = browser.post("/gradio_api/queue/join", json={})
            assert reply.status_code == 403
            assert "reload the page" in reply.json()["detail"]
            assert browser.put("/upload/before", params={"name": "a.png"}, content=b"x").status_code == 403
            issued = browser.get("/").headers["set-cookie"]
            assert key == "" or f"={key};" not in issued, "no key but the server's own is kept"


def test_streams_and_messages_of_one_browser_are_limited(address):
    with PageVisitor(address) as visitor:
        told = [visitor.join(visitor.controls["whole"]).status_code for _ in range(2 * MESSAGES)]
        assert told.count(429) > MESSAGES // 2
        assert told[0] == 200
    with PageVisitor(address) as other:
        assert other.join(other.controls["whole"]).status_code == 200, "others are not"
        streams = [
            other.browser.stream("GET", f"/gradio_api/heartbeat/tab{number}") for number in range(MAX_STREAMS + 1)
        ]
        opened = [stream.__enter__() for stream in streams]
        assert [reply.status_code for reply in opened] == [200] * MAX_STREAMS + [429]
        for stream in streams:
            stream.__exit__(None, None, None)


def test_every_response_has_its_rules(visitor):
    for path in ("/", "/page/map.js", "/theme.css", "/nothing", "/login", "/map/1/at?x=1&y=1", "/config"):
        headers = visitor.browser.get(path).headers
        assert "default-src" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


@pytest.mark.slow
def test_ten_thousand_requests_and_absurd_tiles_leave_the_page_standing(visitor):
    visitor.call("sample")
    for number in range(10_000):
        zoom, far = number % 60, 10 ** (number % 19)
        if number % 10 == 0:
            reply = visitor.browser.get(f"/map/1/before/{zoom}/{far}/{-far}.png")
            assert reply.status_code == 204
        else:
            assert visitor.browser.get("/nothing").status_code == 404
    assert visitor.browser.get("/map/1/before/99999999999999999999/1/1.png").status_code in (204, 422)
    assert visitor.browser.get("/picture/1/after.png").status_code == 200


@pytest.fixture
def guarded():
    with serving(auth=("ann", "sécret"), secure=True) as (address, server):
        yield address, server


def log_in(browser, name, password):
    return browser.post("/login", data={"username": name, "password": password})


def test_nothing_is_given_before_the_password(guarded):
    with httpx.Client(base_url=guarded[0]) as browser:
        assert browser.get("/").headers["location"] == "./login"
        browser.cookies.set(COOKIE, guarded[1].keys.issue())
        for path in (
            "/config",
            "/map/1/at?x=1&y=1",
            "/files/1/csv",
            "/gradio_api/queue/data",
            "/gradio_api/heartbeat/x",
        ):
            assert browser.get(path).status_code == 401, path
        assert browser.post("/gradio_api/queue/join", json={}).status_code == 401
        assert browser.put("/upload/before", params={"name": "a.png"}, content=b"x").status_code == 401
        assert log_in(browser, "ann", "wrong").status_code == 401
        assert log_in(browser, "", "").status_code == 401
        right = log_in(browser, "ann", "sécret")
        assert right.status_code == 303
        told = right.headers["set-cookie"]
        assert all(part in told for part in ("HttpOnly", "SameSite=Strict", "Secure"))
        key = told.split(";")[0].partition("=")[2]
        assert httpx.get(guarded[0], headers={"cookie": f"{COOKIE}={key}"}).status_code == 200


def test_passwords_cannot_be_guessed_in_bulk(guarded):
    with httpx.Client(base_url=guarded[0]) as browser:
        told = [log_in(browser, "ann", str(number)).status_code for number in range(20)]
        assert told[:5] == [401] * 5
        assert told[6:] == [429] * 14
        late = log_in(browser, "ann", "sécret")
        assert late.status_code == 429, "also the right one waits"
        assert int(late.headers["retry-after"]) > 0
        assert "wait a minute" in late.text


def test_sigterm_deletes_what_visitors_gave(tmp_path, sample):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from ui.cli import main; main()", "chat", "--port", str(port)]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as page:
        visitor = waiting_for(f"http://127.0.0.1:{port}", page)
        with visitor:
            assert visitor.upload("before", sample.before).status_code == 200
            (kept,) = tmp_path.glob(f"terradelta-page-*/*/uploads/*/{sample.before.name}")
            page.send_signal(signal.SIGTERM)
            code = page.wait(60)
    assert code == 128 + signal.SIGTERM
    assert not kept.exists()
    assert not list(tmp_path.glob("terradelta-page-*"))


def waiting_for(address, page):
    end = time.monotonic() + 120
    while True:
        try:
            return PageVisitor(address)
        except httpx.TransportError:
            assert page.poll() is None, page.stderr.read()
            assert time.monotonic() < end
            time.sleep(0.2)
