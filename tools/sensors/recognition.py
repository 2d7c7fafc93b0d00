"""Which sensor took a file, and which band is which: by names, by a person's word, by their number. Knows no pixels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.errors import UnknownSensorError
from tools.sensors.registry import SENSORS, of_count
from tools.sensors.sensor import COMMON, Band, Sensor

ALSO = {"swir1": "S1", "swir2": "S2", "rededge": "RE1", "nearinfrared": "N", "infrared": "N", "nir1": "N"}
"""Other common names in use."""


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
    """Sensors whose names these may be, the surest first; all, where none claims them."""
    claims = {sensor.id: sensor.claim(names) for sensor in SENSORS.values()}
    sure = sorted((sensor for sensor in SENSORS.values() if claims[sensor.id]), key=lambda one: -claims[one.id])
    return tuple(sure or SENSORS.values())


def _by_common_names(descriptions: Sequence[str | None]) -> dict[str, int]:
    keys = {name: key for key, name in COMMON.items()} | ALSO
    words = [re.sub(r"[\s_-]", "", (name or "").lower()) for name in descriptions]
    return {keys[word]: at for at, word in reversed(list(enumerate(words, 1))) if word in keys}


def in_order(bands: Sequence[Band]) -> dict[str, int]:
    """Band numbers of bands that lie in this order."""
    return {band.key: at for at, band in enumerate(bands, 1) if band.key}


def by_count(bands: int, dtype: str, means: Callable[[tuple[int, ...]], Sequence[float]]) -> Sensor | None:
    """The sensor that a file without band names is usually of; None where its number of bands tells nothing.

    Args:
        bands: how many it has.
        dtype: kind of its numbers, by which some sensors with as many bands are told.
        means: gives the mean of each band with these numbers, where only a band that is always dark tells the order.
    """
    fitting = [one for one in of_count(bands) if one.dtype in (None, dtype)]
    fitting = [one for one in fitting if one.dtype is not None] or fitting
    ordered = {one.number(one.dark_band): one for one in reversed(fitting) if one.dark_band is not None}
    if len(ordered) < 2:
        return fitting[0] if fitting else None
    numbers = tuple(sorted(ordered))
    dark = dict(zip(numbers, means(numbers), strict=True))
    return min((one for one in fitting if one.dark_band), key=lambda one: dark[one.number(str(one.dark_band))])
