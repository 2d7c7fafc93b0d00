"""What names and tags of a radar file tell: polarisation of each band, pass, relative orbit, time of day.

Knows no pixels. Sources: Sentinel-1 product naming (ESA, "Sentinel-1 Product Specification"), OPERA RTC-S1 file naming
(NASA JPL), STAC's satellite extension.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tools.notices import notice

Pass = Literal["ascending", "descending"]
POLARISATIONS = ("VV", "VH", "HH", "HV")
TOKEN = re.compile(r"(?<![a-z0-9])(vv|vh|hh|hv)(?![a-z0-9])", re.IGNORECASE)
"""A polarisation as a word of a name: `sigma0_VV_db`, `..._VH.tif`."""
PRODUCT = re.compile(
    r"S1(?P<unit>[A-D])_(?:IW|EW|S\d|SM)_\w{3,4}_\w{4}_\d{8}T(?P<time>\d{6})_\d{8}T\d{6}_(?P<orbit>\d{6})_",
    re.IGNORECASE,
)
"""Name of an ESA product, with its absolute orbit."""
FIRST_ORBIT = {"A": 73, "B": 27}
"""Absolute orbits less these, in cycles of 175, are relative ones; others are not told by names."""
CYCLE = 175
TIME = re.compile(r"(?<!\d)(?:19|20)\d{6}T(\d{6})(?!\d)")
BURST = re.compile(r"(?<![a-z0-9])T(\d{3})-\d{6}-IW\d(?![a-z0-9])", re.IGNORECASE)
"""Track and burst in a name of OPERA."""
ORBIT_WORD = re.compile(r"(?:rel(?:ative)?[-_]?orb(?:it)?|orbit|track|ron)[-_ ]?(\d{1,3})(?!\d)", re.IGNORECASE)
ASCENDING = re.compile(r"(?<![a-z])asc(?:ending)?(?![a-z])", re.IGNORECASE)
DESCENDING = re.compile(r"(?<![a-z])d(?:e?sc|esc)(?:ending)?(?![a-z])", re.IGNORECASE)
ORBIT_TAGS = frozenset(
    "relativeorbit relativeorbitnumber relativeorbitnumberstart satrelativeorbit tracknumber relorbit".split()
)
PASS_TAGS = frozenset("pass orbitdirection orbitpropertiespass satorbitstate orbitpassdirection orbitpass".split())
MOST_SECONDS = 600
"""Seconds of the day between dates of one relative orbit: repeats pass within one minute, cuts take a few more."""
DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Geometry:
    """From where a radar image was taken, as far as it is told."""

    passes: Pass | None = None
    orbit: int | None = None
    """Relative orbit, 1 to 175."""
    second: int | None = None
    """Of the day, UTC."""

    def differs(self, other: Geometry) -> str | None:
        """How another image's geometry is another one, in words; None where nothing says so."""
        if self.passes and other.passes and self.passes != other.passes:
            return notice("passes", "{one} and {other} pass", one=self.passes, other=other.passes)
        if self.orbit and other.orbit and self.orbit != other.orbit:
            return notice("orbits", "relative orbits {one} and {other}", one=str(self.orbit), other=str(other.orbit))
        if self.second is None or other.second is None:
            return None
        apart = abs(self.second - other.second)
        if min(apart, DAY_SECONDS - apart) > MOST_SECONDS:
            one, two = _clock(self.second), _clock(other.second)
            return notice("clocks", "{one} and {other} UTC, which one orbit never has", one=one, other=two)
        return None

    @property
    def is_told(self) -> bool:
        """Whether pass, orbit or time is known."""
        return any(one is not None for one in (self.passes, self.orbit, self.second))


def geometry_of(stem: str, tags: Mapping[str, str]) -> Geometry:
    """The geometry that a file's name and tags tell.

    Args:
        stem: the file's name without its suffix.
        tags: of the file.
    """
    plain = {re.sub(r"[^a-z]", "", name.lower()): value for name, value in tags.items()}
    orbits = [plain[name] for name in plain if name in ORBIT_TAGS]
    passes = [plain[name] for name in plain if name in PASS_TAGS]
    time = TIME.search(stem)
    return Geometry(
        _pass_in(" ".join(passes)) or _pass_in(stem),
        _orbit_in_tags(orbits) or _orbit_in_name(stem),
        None if time is None else _second(time[1]),
    )


def polarisations_of(descriptions: Sequence[str | None], stem: str) -> tuple[str | None, ...]:
    """The polarisation of each band: by its description, or of a file of one band by its name."""
    told = tuple(polarisation_in(name or "") for name in descriptions)
    return (polarisation_in(stem),) if told == (None,) else told


def polarisation_in(text: str) -> str | None:
    """The polarisation that a name tells, in upper case; None where it tells none or several."""
    found = {match[1].upper() for match in TOKEN.finditer(text.replace("_", " "))}
    return found.pop() if len(found) == 1 else None


def without_polarisation(stem: str) -> str:
    """A file's name without the word for its polarisation, alike for all bands of one date."""
    return re.sub(r"[ _.-]+", "_", TOKEN.sub("", stem.replace("_", " ")).strip(" .-")).lower()


def _pass_in(text: str) -> Pass | None:
    up, down = ASCENDING.search(text), DESCENDING.search(text)
    if bool(up) == bool(down):
        return None
    return "ascending" if up else "descending"


def _orbit_in_tags(values: Sequence[str]) -> int | None:
    numbers = [int(value) for value in values if re.fullmatch(r"\s*\d{1,3}\s*", value)]
    return _in_cycle(numbers[0]) if numbers else None


def _orbit_in_name(stem: str) -> int | None:
    product = PRODUCT.search(stem)
    if product is not None and product["unit"].upper() in FIRST_ORBIT:
        return (int(product["orbit"]) - FIRST_ORBIT[product["unit"].upper()]) % CYCLE + 1
    stated = BURST.search(stem) or ORBIT_WORD.search(stem)
    return None if stated is None else _in_cycle(int(stated[1]))


def _in_cycle(orbit: int) -> int | None:
    return orbit if 1 <= orbit <= CYCLE else None


def _second(clock: str) -> int:
    hours, minutes, seconds = (int(clock[place : place + 2]) for place in (0, 2, 4))
    return (3600 * hours + 60 * minutes + seconds) % DAY_SECONDS


def _clock(second: int) -> str:
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}"
