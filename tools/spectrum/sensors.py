"""Which band of a file shows which wavelength, and how its numbers become reflectance. Knows no pixels.

Bands are named as their makers name them; `key` is spyndex's short name, by which index formulas ask for them.
Wavelengths are spyndex's; scales are those of the products' specifications, named beside each sensor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import spyndex

from tools.errors import UnknownSensorError


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a sensor."""

    name: str
    key: str | None
    """spyndex's short name; None for bands that no index here uses."""
    centre_nm: float | None
    resolution_m: float | None


@dataclass(frozen=True, slots=True)
class Sensor:
    """A sensor's bands in the order in which files of it usually hold them."""

    id: str
    name: str
    bands: tuple[Band, ...]
    scale: float
    """Reflectance of one step of the whole numbers that its files hold."""
    offset: float
    """Reflectance of the number 0."""
    source: str

    def named(self, name: str) -> Band | None:
        """The band of a name, however it is written: B4, B04, b04, red."""
        wanted = _plain(name)
        return next((band for band in self.bands if wanted in (_plain(band.name), _common(band.key))), None)


def _plain(name: str) -> str:
    """A band's name without what makers and programs write differently."""
    short = re.sub(r"^(?:sr_|toa_|band[\s_-]*)", "", name.strip().lower()).replace(" ", "")
    short = re.sub(r"^(?=\d)", "b", short)
    return re.sub(r"^b0*(?=\d)", "b", short)


COMMON = {
    "A": "coastal", "B": "blue", "G1": "greeni", "G": "green", "Y": "yellow", "R": "red", "RE1": "rededge1",
    "RE2": "rededge2", "RE3": "rededge3", "N": "nir", "N2": "nir08", "WV": "nir09", "S1": "swir16", "S2": "swir22",
}  # fmt: skip
"""Common names, as STAC's electro-optical extension has them."""
ALSO = {"swir1": "S1", "swir2": "S2", "rededge": "RE1", "nearinfrared": "N", "infrared": "N", "nir1": "N"}
"""Other names in use."""


def _common(key: str | None) -> str:
    return COMMON.get(key or "", "?")


def _bands(platform: str, names: str, resolutions: dict[str, float] | float) -> tuple[Band, ...]:
    """Bands from "NAME:KEY" words, in order, with spyndex's wavelengths of a platform."""
    bands = []
    for word in names.split():
        name, _, key = word.partition(":")
        told = getattr(spyndex.bands[key], platform, None) if key else None
        metres = resolutions if isinstance(resolutions, float) else resolutions.get(name)
        bands.append(Band(name, key or None, None if told is None else float(told.wavelength), metres))
    return tuple(bands)


S2_METRES = dict.fromkeys("B02 B03 B04 B08".split(), 10.0) | dict.fromkeys("B05 B06 B07 B8A B11 B12".split(), 20.0)
S2_METRES |= dict.fromkeys("B01 B09 B10".split(), 60.0)
S2_HEAD = "B01:A B02:B B03:G B04:R B05:RE1 B06:RE2 B07:RE3 B08:N"
ESA = "ESA, Sentinel-2 Products Specification Document: digital numbers / 10,000; from baseline 04.00 on less 1,000"
USGS = "USGS, Landsat Collection 2 Level-2 Science Product Guides: 0.0000275 x number - 0.2"
SENSORS: dict[str, Sensor] = {
    sensor.id: sensor
    for sensor in (
        Sensor("sentinel-2-l1c", "Sentinel-2 Level-1C", _bands(
            "sentinel2a", f"{S2_HEAD} B8A:N2 B09:WV B10 B11:S1 B12:S2", S2_METRES), 1e-4, 0.0, ESA),
        Sensor("sentinel-2-l1c-b8a-last", "Sentinel-2 Level-1C, B8A last", _bands(
            "sentinel2a", f"{S2_HEAD} B09:WV B10 B11:S1 B12:S2 B8A:N2", S2_METRES), 1e-4, 0.0, ESA),
        Sensor("sentinel-2-l2a", "Sentinel-2 Level-2A", _bands(
            "sentinel2a", f"{S2_HEAD} B8A:N2 B09:WV B11:S1 B12:S2", S2_METRES), 1e-4, 0.0, ESA),
        Sensor("landsat-8-9", "Landsat 8 and 9", _bands(
            "landsat8", "B1:A B2:B B3:G B4:R B5:N B6:S1 B7:S2", 30.0), 2.75e-5, -0.2, USGS),
        Sensor("landsat-4-7", "Landsat 4, 5 and 7", _bands(
            "landsat7", "B1:B B2:G B3:R B4:N B5:S1 B7:S2", 30.0), 2.75e-5, -0.2, USGS),
        Sensor("planetscope-8", "PlanetScope, 8 bands", _bands(
            "planetscope", "coastal:A blue:B green_i:G1 green:G yellow:Y red:R rededge:RE1 nir:N", 3.0), 1e-4, 0.0,
            "Planet, PlanetScope Product Specification: surface reflectance x 10,000"),
        Sensor("planetscope-4", "PlanetScope, 4 bands", _bands(
            "planetscope", "blue:B green:G red:R nir:N", 3.0), 1e-4, 0.0,
            "Planet, PlanetScope Product Specification: surface reflectance x 10,000"),
        Sensor("naip", "NAIP", _bands("", "red:R green:G blue:B nir:N", 1.0), 1 / 255, 0.0,
               "USDA: 8-bit brightness, not reflectance"),
        Sensor("rgb", "true colour", _bands("", "red:R green:G blue:B", {}), 1 / 255, 0.0,
               "8-bit brightness, not reflectance"),
    )
}  # fmt: skip
BY_COUNT = {
    13: "sentinel-2-l1c",
    12: "sentinel-2-l2a",
    8: "planetscope-8",
    7: "landsat-8-9",
    6: "landsat-4-7",
    3: "rgb",
}
"""What a number of bands usually means, where they have no names."""


@dataclass(frozen=True, slots=True)
class KnownBands:
    """Which bands a file holds."""

    sensor: Sensor | None
    """None where bands are named, but by no sensor that is known."""
    numbers: dict[str, int]
    """Band numbers in the file, from 1, by spyndex's short names."""
    told_by: str
    """How they were recognised, in words."""


def wanted_sensor(text: str) -> tuple[Sensor, tuple[Band, ...]]:
    """A sensor a person named, and its bands in the file's order: "landsat-8-9", "sentinel-2-l2a:B02,B03,B04,B08".

    Raises:
        UnknownSensorError: there is no such sensor, or it has no such band.
    """
    name, _, listed = text.partition(":")
    sensor = SENSORS.get(name.strip().lower())
    if sensor is None:
        raise UnknownSensorError(f"There is no sensor {name!r} here; choose from {', '.join(SENSORS)}.")
    if not listed:
        return sensor, sensor.bands
    bands = [sensor.named(word) for word in listed.split(",")]
    if None in bands:
        names = ", ".join(band.name for band in sensor.bands)
        raise UnknownSensorError(f"{listed!r} names a band that {sensor.name} has not; it has {names}.")
    return sensor, tuple(band for band in bands if band is not None)


def by_names(descriptions: Sequence[str | None]) -> KnownBands | None:
    """Bands by what the file calls them; None where that tells nothing."""
    if not any(descriptions):
        return None
    best: KnownBands | None = None
    most = 0
    for sensor in _candidates([name for name in descriptions if name]):
        found = [None if name is None else sensor.named(name) for name in descriptions]
        numbers = {band.key: at for at, band in enumerate(found, 1) if band is not None and band.key}
        named = sum(band is not None for band in found)
        if best is None or named > most:
            most = named
            best = KnownBands(sensor, numbers, f"its band names are those of {sensor.name}")
    common = _by_common_names(descriptions)
    if best is None or len(common) >= len(best.numbers):
        best = KnownBands(None, common, "its bands are named by their colours")
    return best if best.numbers else None


def _candidates(names: Sequence[str]) -> tuple[Sensor, ...]:
    """Sensors whose names these may be: B4 is red for Sentinel-2 and Landsat 8, but B5 is not the same for both."""
    plain = {_plain(name) for name in names}
    landsat = any(name.lower().startswith("sr_") for name in names)
    padded = any(re.match(r"b0\d", name.lower()) for name in names)
    if not landsat and (padded or plain & {"b8", "b8a", "b9", "b11", "b12"}):
        return tuple(SENSORS[name] for name in ("sentinel-2-l2a", "sentinel-2-l1c"))
    if landsat or plain & {"b5", "b6", "b7"}:
        older = "b6" not in plain and {"b5", "b7"} <= plain
        return (SENSORS["landsat-4-7" if older else "landsat-8-9"],)
    return tuple(SENSORS.values())


def _by_common_names(descriptions: Sequence[str | None]) -> dict[str, int]:
    keys = {name: key for key, name in COMMON.items()} | ALSO
    words = [re.sub(r"[\s_-]", "", (name or "").lower()) for name in descriptions]
    return {keys[word]: at for at, word in reversed(list(enumerate(words, 1))) if word in keys}


def in_order(bands: Sequence[Band]) -> dict[str, int]:
    """Band numbers of bands that lie in this order."""
    return {band.key: at for at, band in enumerate(bands, 1) if band.key}
