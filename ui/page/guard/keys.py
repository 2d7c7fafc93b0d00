"""Keys by which browsers are known: issued and signed by this server, so that an invented one is none.

The form follows the signed cookies of RFC 6896 without their encryption, as a key tells nothing but whose it is.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

KEY_BYTES = 32
VISITOR, SIGNED_IN = "v", "s"


@dataclass(frozen=True, slots=True)
class VisitorKeys:
    """Issues keys and knows its own again; those of an earlier start of the server are unknown."""

    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(KEY_BYTES))

    def issue(self, *, signed_in: bool = False) -> str:
        """A key that cannot be guessed, `signed_in` for who gave the password."""
        body = f"{SIGNED_IN if signed_in else VISITOR}.{secrets.token_urlsafe(KEY_BYTES)}"
        return f"{body}.{self._signature(body)}"

    def is_own(self, key: str | None) -> bool:
        """Whether a key was issued here."""
        body, _, signature = (key or "").rpartition(".")
        return hmac.compare_digest(signature.encode(), self._signature(body).encode())

    def is_signed_in(self, key: str | None) -> bool:
        """Whether a key was issued here to who gave the password."""
        return self.is_own(key) and (key or "").startswith(f"{SIGNED_IN}.")

    def _signature(self, body: str) -> str:
        return hmac.new(self._secret, body.encode(), hashlib.sha256).hexdigest()
