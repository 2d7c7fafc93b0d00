"""Headers of every response: what a browser may do with it, and that no other site may use it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders


def set_safe_headers(headers: MutableHeaders, policy: str) -> None:
    """Set them where a response has none of its own, and take away what tells too much.

    Args:
        headers: of the response.
        policy: Content-Security-Policy of responses that have none of their own.
    """
    headers.setdefault("Content-Security-Policy", policy)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    for name in ("access-control-allow-origin", "access-control-allow-credentials", "server"):
        del headers[name]
