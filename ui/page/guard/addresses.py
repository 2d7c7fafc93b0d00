"""Which names the page answers to, which sites may ask, and which addresses it has; all else is refused."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable, Mapping
from enum import Enum
from ipaddress import ip_address

SESSION = r"[A-Za-z0-9_-]{1,64}"


class Address(Enum):
    """What an address of the page is for."""

    PAGE = "the page itself"
    PART = "scripts, styles and fonts, the same for everyone"
    LOGIN = "name and password"
    THEIRS = "what belongs to one visitor"
    UPLOAD = "an image, on its way in"
    JOIN = "a message of a control"
    STREAM = "answers to messages, as they come"


ADDRESSES: tuple[tuple[str, str, Address], ...] = (
    ("GET", r"/", Address.PAGE),
    ("GET", r"/(page|assets|static|svelte)/.+", Address.PART),
    ("GET", r"/(theme\.css|favicon\.ico|robots\.txt|manifest\.json)", Address.PART),
    ("GET", r"/gradio_api/(startup-events|theme\.css)", Address.PART),
    ("GET", r"/login", Address.LOGIN),
    ("POST", r"/login", Address.LOGIN),
    ("GET", r"/(map|picture|found|files)/.+", Address.THEIRS),
    ("GET", r"/config", Address.THEIRS),
    ("PUT", r"/upload/(before|after)", Address.UPLOAD),
    ("POST", r"/gradio_api/queue/join", Address.JOIN),
    ("GET", r"/gradio_api/queue/data", Address.STREAM),
    ("GET", rf"/gradio_api/heartbeat/{SESSION}", Address.STREAM),
)
"""(method, path, what for). Gradio has more: uploads, files, proxies, calls by name; none of them is needed here."""
_COMPILED = tuple((method, re.compile(path), purpose) for method, path, purpose in ADDRESSES)


def address_of(method: str, path: str) -> Address | None:
    """What an address is for; None where the page has no such address."""
    wanted = "GET" if method == "HEAD" else method
    return next((purpose for verb, form, purpose in _COMPILED if verb == wanted and form.fullmatch(path)), None)


def own_names(host: str, more: Iterable[str] = ()) -> frozenset[str]:
    """Names of this machine to which the page answers beside its numeric addresses."""
    return frozenset(name.lower() for name in ("localhost", host, socket.gethostname(), *more))


def is_own_host(header: str, names: frozenset[str]) -> bool:
    """Whether the page may answer a request for this Host.

    A site of others can point its own name at this machine (DNS rebinding), but never a numeric address.
    """
    name = _host_of(header)
    return name in names or _is_number(name)


def is_from_here(headers: Mapping[str, str]) -> bool:
    """Whether a request comes from the page itself, by what browsers say of it; other programs say nothing."""
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2].lower() != headers.get("host", "").lower():
        return False
    foreign = headers.get("sec-fetch-site", "none") in ("cross-site", "same-site")
    return not foreign or headers.get("sec-fetch-mode") == "navigate"


def _host_of(header: str) -> str:
    """A Host header without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
