"""Which hosts may be contacted for imagery, and HTTP sessions that contact no other. Knows no catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from pystac.link import Link
from pystac_client.stac_api_io import StacApiIO
from requests.adapters import HTTPAdapter

from tools.errors import RefusedHostError

KNOWN_HOSTS = frozenset(
    {
        "earth-search.aws.element84.com",
        "sentinel-cogs.s3.us-west-2.amazonaws.com",  # its sentinel-2-l2a
        "e84-earth-search-sentinel-data.s3.us-west-2.amazonaws.com",  # its sentinel-2-c1-l2a
        "planetarycomputer.microsoft.com",
        "sentinel2l2a01.blob.core.windows.net",  # its sentinel-2-l2a
        "landsateuwest.blob.core.windows.net",  # its landsat-c2-l2
        "naipeuwest.blob.core.windows.net",  # its naip
    }
)
"""Hosts that may always be contacted, over https only."""


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """Which hosts may be contacted."""

    own: frozenset[str] = frozenset()
    """Those that the user named, also over http."""

    def check(self, href: str) -> None:
        """Check an address.

        Raises:
            RefusedHostError: it is not an http address, or its host is not on the list.
        """
        try:
            address = urlsplit(href)
        except ValueError:
            address = urlsplit("")
        host = address.hostname or ""
        if address.scheme not in ("http", "https") or not host or "@" in address.netloc or set(href) & set("\\ \t\r\n"):
            raise RefusedHostError(f"{_shown(href)} is no https address, so nothing is read from it; only https is.")
        if host in self.own or (host in KNOWN_HOSTS and address.scheme == "https"):
            return
        if host in KNOWN_HOSTS:
            raise RefusedHostError(f"{host} may be contacted over https only; give an address that starts with https.")
        raise RefusedHostError(
            f"{host} is not among the hosts that may be contacted; if you trust it, add --allow-host {host}."
        )

    def session(self) -> requests.Session:
        """A session that checks the host before each request, redirected ones too."""
        session = requests.Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, GuardedAdapter(self))
        return session


def _shown(href: str) -> str:
    """An address without its query, which may hold secrets."""
    return href.partition("?")[0][:120]


class GuardedAdapter(HTTPAdapter):
    """Checks the host before each request."""

    def __init__(self, hosts: AllowedHosts) -> None:
        self.hosts = hosts
        super().__init__()

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request, if its host may be contacted."""
        self.hosts.check(request.url or "")
        return super().send(request, *args, **kwargs)


class GuardedIO(StacApiIO):
    """Reads links of the API only where that is allowed; pystac alone would open local files too."""

    def __init__(self, hosts: AllowedHosts) -> None:
        super().__init__(max_retries=None)
        self.hosts, self.session = hosts, hosts.session()

    def read_text(self, source: Any, *args: Any, **kwargs: Any) -> str:
        """The target of a link, if its host may be contacted."""
        self.hosts.check(source.to_dict()["href"] if isinstance(source, Link) else str(source))
        return super().read_text(source, *args, **kwargs)
