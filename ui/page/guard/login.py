"""Name and password, where the operator set them: asked for on a page of our own, so that the key is as safe as others.

Comparison takes as long for a wrong name as for a wrong password, and tries are counted.
"""

from __future__ import annotations

import hashlib
import secrets
from html import escape
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse, RedirectResponse, Response

from ui.page.guard.keys import VisitorKeys
from ui.page.guard.rate_limit import RateLimit

TRIES, TRIES_A_MINUTE = 5, 5
"""Of one network address."""
ALL_TRIES, ALL_TRIES_A_MINUTE = 60, 60
EVERYONE = ""
WAIT_S = 60
FORM = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>terradelta</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0;
  color-scheme: light dark; }}
form {{ display: grid; gap: 0.8rem; width: min(20rem, 90vw); }}
input, button {{ font: inherit; padding: 0.5rem; width: 100%; box-sizing: border-box; }}
</style></head><body><form method="post" action="login"><h1>terradelta</h1>
<p role="alert">{sentence}</p>
<label>Name <input name="username" autocomplete="username" required maxlength="200"></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button>Login</button></form></body></html>
"""


class Login:
    """Knows the one name and password, and lets in who gives both."""

    def __init__(self, name: str, password: str, keys: VisitorKeys) -> None:
        self._digests, self._keys = (_digest(name), _digest(password)), keys
        self._of_one = RateLimit(TRIES, TRIES_A_MINUTE)
        self._of_all = RateLimit(ALL_TRIES, ALL_TRIES_A_MINUTE)

    def form(self, sentence: str = "", status: int = 200) -> Response:
        """The page that asks."""
        return HTMLResponse(FORM.format(sentence=escape(sentence)), status)

    def answer(self, body: bytes, address: str, cookie: str) -> Response:
        """What becomes of a form that was sent; `cookie` is a Set-Cookie with a place for the key."""
        if not (self._of_one.allows(address) and self._of_all.allows(EVERYONE)):
            refused = self.form("Too many tries; wait a minute, then try again.", 429)
            refused.headers["retry-after"] = str(WAIT_S)
            return refused
        given = parse_qs(body.decode("utf-8", "replace"), max_num_fields=8)
        digests = [_digest(given.get(field, [""])[0]) for field in ("username", "password")]
        right = [secrets.compare_digest(one, other) for one, other in zip(digests, self._digests, strict=True)]
        if not all(right):
            return self.form("Name or password is wrong; try again.", 401)
        let_in = RedirectResponse("./", 303)
        let_in.headers["set-cookie"] = cookie.format(self._keys.issue(signed_in=True))
        return let_in


def _digest(text: str) -> bytes:
    """Texts of any length become as long as each other."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
