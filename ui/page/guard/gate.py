"""The gate before the application: each request is one of the page's own, from a browser that is known, or refused.

Plain ASGI, so that streams pass through unbuffered. The order is that of OWASP's checklist for a local web server: name
(DNS rebinding), origin (requests of other sites), address, key, password, message.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, RedirectResponse, Response

from ui.errors import MessageError
from ui.page.guard.addresses import Address, address_of, is_from_here, is_own_host
from ui.page.guard.keys import VisitorKeys
from ui.page.guard.login import Login
from ui.page.guard.messages import MAX_BODY, read_message
from ui.page.guard.rate_limit import RateLimit
from ui.page.guard.response_headers import set_safe_headers

COOKIE = "terradelta"
MAX_SESSIONS = 20_000
"""Tabs whose browser is remembered."""
MAX_STREAMS = 24
"""Open streams of one browser; a tab has two."""
MESSAGES, MESSAGES_A_MINUTE = 60, 300
"""Of one browser."""

OTHER_TAB = "This tab belongs to another browser; reload the page."

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Rules:
    """How strict the gate is."""

    names: frozenset[str]
    """Of this machine; numeric addresses are always answered to."""
    policy: str
    """Content-Security-Policy of every response that has none of its own."""
    secure: bool = False
    """Whether cookies travel over HTTPS alone."""


class Gate:
    """Lets the page's own requests through to the application, and gives every response its headers."""

    def __init__(self, app: App, keys: VisitorKeys, rules: Rules, login: Login | None = None) -> None:
        self.app, self.keys, self.rules, self.login = app, keys, rules, login
        self._sessions: OrderedDict[str, str] = OrderedDict()
        """Which browser a tab belongs to."""
        self._streams: dict[str, int] = {}
        self._messages = RateLimit(MESSAGES, MESSAGES_A_MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, self._with_headers(send))
        else:  # the page has no web sockets
            await send({"type": "websocket.close", "code": 1008})

    def is_connected(self, key: str) -> bool:
        """Whether a browser has a tab open."""
        return key in self._streams

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, address = Headers(scope=scope), address_of(scope["method"], scope["path"])
        key = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        refusal = self._refusal(headers, address, key)
        if refusal is not None:
            await refusal(scope, receive, send)
        elif address is Address.LOGIN:
            await (await self._login(scope, receive))(scope, receive, send)
        elif address is Address.PAGE and not self.keys.is_own(key):
            await self.app(scope, receive, self._with_key(send))
        elif address is Address.JOIN:
            await self._join(scope, receive, send, key or "")
        elif address is Address.STREAM:
            await self._stream(scope, receive, send, key or "")
        else:
            await self.app(scope, receive, send)

    def _refusal(self, headers: Headers, address: Address | None, key: str | None) -> Response | None:
        """Why a request is not let through; None where it is."""
        if not is_own_host(headers.get("host", ""), self.rules.names):
            return _sentence(421, "This page does not answer to that name; whoever runs it can add it by --name.")
        if not is_from_here(headers):
            return _sentence(403, "Another site asked for this; open the page itself.")
        if address is None:
            return _sentence(404, "There is nothing at this address.")
        if address in (Address.PART, Address.LOGIN):
            return None
        if self.login is not None and not self.keys.is_signed_in(key):
            asked = address is Address.PAGE
            return RedirectResponse("./login", 303) if asked else _sentence(401, "Log in first, on the page itself.")
        if address is not Address.PAGE and not self.keys.is_own(key):
            missing = address is Address.THEIRS
            return _sentence(
                404 if missing else 403, "This browser is not known here; allow cookies and reload the page."
            )
        return None

    async def _login(self, scope: Scope, receive: Receive) -> Response:
        if self.login is None:
            return RedirectResponse("./", 303)
        if scope["method"] != "POST":
            return self.login.form()
        body = await _body(receive)
        client = scope.get("client") or ("", 0)
        return self.login.answer(body, str(client[0]), self._cookie())

    async def _join(self, scope: Scope, receive: Receive, send: Send, key: str) -> None:
        """Hand on a message, written anew from what was understood of it."""
        body = await _body(receive)
        try:
            message = read_message(body)
        except MessageError as error:
            await _sentence(400, str(error))(scope, receive, send)
            return
        if not self._belongs(message.session_hash, key):
            await _sentence(403, OTHER_TAB)(scope, receive, send)
        elif not self._messages.allows(key):
            await _sentence(429, "Too many messages; wait a moment.")(scope, receive, send)
        else:
            await self.app(*_rewritten(scope, message.model_dump_json().encode(), receive), send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send, key: str) -> None:
        """Hand on a stream of answers, to the browser that asked."""
        path, query = scope["path"], parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=8)
        session = path.rpartition("/")[2] if "heartbeat" in path else query.get("session_hash", [""])[0]
        if not self._belongs(session, key):
            await _sentence(403, OTHER_TAB)(scope, receive, send)
        elif self._streams.get(key, 0) >= MAX_STREAMS:
            await _sentence(429, "Too many tabs are open; close some.")(scope, receive, send)
        else:
            self._streams[key] = self._streams.get(key, 0) + 1
            try:
                await self.app(scope, receive, send)
            finally:
                self._streams[key] -= 1
                if not self._streams[key]:
                    del self._streams[key]

    def _belongs(self, session: str, key: str) -> bool:
        """Whether a tab is this browser's; the first browser that names a tab has it."""
        owner = self._sessions.setdefault(session, key)
        self._sessions.move_to_end(session)
        if len(self._sessions) > MAX_SESSIONS:
            self._sessions.popitem(last=False)
        return owner == key

    def _with_headers(self, send: Send) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                set_safe_headers(MutableHeaders(scope=message), self.rules.policy)
            await send(message)

        return with_headers

    def _with_key(self, send: Send) -> Send:
        async def with_key(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", self._cookie().format(self.keys.issue()))
            await send(message)

        return with_key

    def _cookie(self) -> str:
        """Set-Cookie with a place for the key."""
        return f"{COOKIE}={{}}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if self.rules.secure else ''}"


def _sentence(status: int, sentence: str) -> Response:
    return JSONResponse({"detail": sentence}, status)


async def _body(receive: Receive) -> bytes:
    """The body of a request, no more of it than one byte beyond the largest message of the page."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY or message["type"] == "http.disconnect" or not message.get("more_body", False):
            return bytes(body[: MAX_BODY + 1])


def _rewritten(scope: Scope, body: bytes, receive: Receive) -> tuple[Scope, Receive]:
    """A request with another body."""
    given, lengths = False, (b"content-length", b"transfer-encoding")
    kept = [(name, value) for name, value in scope["headers"] if name not in lengths]

    async def replayed() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return {**scope, "headers": [*kept, (b"content-length", str(len(body)).encode())]}, replayed
