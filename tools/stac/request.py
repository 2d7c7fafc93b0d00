"""A request for imagery, parsed and validated. Uses no network."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tools.errors import ImageryError
from tools.rasters.opener import MAX_BANDS

if TYPE_CHECKING:
    from tools.stac.search import Box

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"


@dataclass(frozen=True, slots=True)
class ImageryRequest:
    """A request for imagery of two dates."""

    box: Box
    before: date
    after: date
    collection: str
    api: str = EARTH_SEARCH
    bands: tuple[str, ...] = ("red", "green", "blue")
    resolution: float | None = None
    """Metres per pixel; None for the native pixels of the best scene."""
    days: int = 15
    """Largest distance of scenes from the requested days."""
    cloud: float = 30.0
    """Percent of cloud above which a scene is skipped."""
    hosts: frozenset[str] = frozenset()
    """Hosts that may be contacted besides the known ones."""


def read_request(box: str, before: str, after: str, bands: str, hosts: Iterable[str], **others: Any) -> ImageryRequest:
    """Parse the options of a request.

    Args:
        box: `west,south,east,north` in degrees.
        before: ISO 8601 day.
        after: ISO 8601 day.
        bands: names with commas between them.
        hosts: names of hosts, or addresses on them.
        others: the remaining fields of the request, as they are.

    Raises:
        ImageryError: one of them is invalid; the text says which, and how to correct it.
    """
    days = _day(before, "--before"), _day(after, "--after")
    if days[0] >= days[1]:
        raise ImageryError(f"--before {before} is not earlier than --after {after}; perhaps they are swapped.")
    names = tuple(name.strip() for name in bands.split(","))
    if not all(names) or len(set(names)) < len(names) or len(names) > MAX_BANDS:
        raise ImageryError(f"--bands {bands!r} must be up to {MAX_BANDS} different names, as in red,green,blue.")
    resolution = others.get("resolution")
    if resolution is not None and not 0 < resolution < math.inf:
        raise ImageryError(f"--resolution {resolution:g} is no size of a pixel; give metres, as in 10.")
    own = frozenset(filter(None, (urlsplit(one if "//" in one else f"//{one}").hostname for one in hosts)))
    return ImageryRequest(_box(box), *days, bands=names, hosts=own, **others)


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ImageryError(f"{option} {text!r} is no day; write it as in 2024-06-30.") from error


def _box(text: str) -> Box:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise ImageryError(
            f"--bbox {text!r} is not four numbers with commas: west,south,east,north in degrees."
        ) from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= 90 and -90 <= north <= 90):
        raise ImageryError(f"--bbox {text} reaches outside the world; give west,south,east,north in degrees.")
    if west >= east or south >= north:
        raise ImageryError(
            f"--bbox {text} is empty: west must be less than east and south less than north; "
            "cut an area across the date line in two."
        )
    return west, south, east, north
