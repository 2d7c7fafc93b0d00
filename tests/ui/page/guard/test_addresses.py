import pytest

from ui.page.guard.addresses import Address, address_of, is_from_here, is_own_host, own_names


@pytest.mark.parametrize(
    ("method", "path", "purpose"),
    [
        ("GET", "/", Address.PAGE),
        ("HEAD", "/", Address.PAGE),
        ("GET", "/assets/index.js", Address.PART),
        ("GET", "/map/1/before/3/1/1.png", Address.THEIRS),
        ("PUT", "/upload/after", Address.UPLOAD),
        ("POST", "/gradio_api/queue/join", Address.JOIN),
        ("GET", "/gradio_api/heartbeat/abc123", Address.STREAM),
        ("POST", "/", None),
        ("DELETE", "/upload/before", None),
        ("PUT", "/upload/../etc", None),
        ("GET", "/gradio_api/file=/etc/passwd", None),
        ("GET", "/gradio_api/proxy=http://169.254.169.254/", None),
        ("POST", "/gradio_api/upload", None),
        ("POST", "/gradio_api/run/ask", None),
        ("POST", "/gradio_api/cancel", None),
        ("GET", "/gradio_api/app_id", None),
        ("GET", "/gradio_api/runs", None),
        ("GET", "/gradio_api/heartbeat/../app_id", None),
        ("GET", "/monitoring", None),
    ],
)
def test_the_page_has_no_address_but_its_own(method, path, purpose):
    assert address_of(method, path) is purpose


NAMES = own_names("0.0.0.0", ["maps.example.org"])


@pytest.mark.parametrize("host", ["localhost:7860", "127.0.0.1", "[::1]:7860", "192.168.1.20:80", "Maps.Example.org"])
def test_own_names_and_numbers_are_answered_to(host):
    assert is_own_host(host, NAMES)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "", "127.0.0.1.evil.example", "localhost.evil"])
def test_names_of_others_are_not(host):
    assert not is_own_host(host, NAMES)


@pytest.mark.parametrize(
    ("headers", "here"),
    [
        ({}, True),
        ({"origin": "http://localhost:7860", "host": "localhost:7860"}, True),
        ({"origin": "https://evil.example", "host": "localhost:7860"}, False),
        ({"origin": "http://localhost:9999", "host": "localhost:7860"}, False),
        ({"origin": "null", "host": "localhost:7860"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, True),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, False),
    ],
)
def test_requests_of_other_sites_are_known(headers, here):
    assert is_from_here(headers) is here
