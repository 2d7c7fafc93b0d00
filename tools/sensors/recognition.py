"""Recognises the sensor and bands of a file: by band names, by the user's statement, by band count. Knows no pixels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.errors import UnknownSensorError
from tools.sensors.registry import SENSORS, of_count
from tools.sensors.sensor import COMMON, Band, Sensor

OTHER_NAMES = {"swir1": "S1", "swir2": "S2", "rededge": "RE1", "nearinfrared": "N", "infrared": "N", "nir1": "N"}
"""Other common names in use."""


@dataclass(frozen=True, slots=True)
class KnownBands:
    """Which bands a file holds."""

    sensor: Sensor | None
    """None where bands have names, but not those of a known sensor."""
    numbers: dict[str, int]
    """Band numbers in the file, from 1, by spyndex's short names."""
    recognised_by: str
    """How they were recognised, as a phrase."""


def requested_sensor(text: str) -> tuple[Sensor, tuple[Band, ...]]:
    """The sensor that a user named, and its bands in the file's order: "landsat-8-9", "sentinel-2-l2a:B02,B03,B04,B08".

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
    """Bands by their names in the file; None where these are not recognised."""
    if not any(descriptions):
        return None
    best: KnownBands | None = None
    most = 0
    for sensor in _candidates([name for name in descriptions if name]):
        matches = [None if name is None else sensor.named(name) for name in descriptions]
        numbers = {band.key: at for at, band in enumerate(matches, 1) if band is not None and band.key}
        named = sum(band is not None for band in matches)
        if best is None or named > most:
            most = named
            best = KnownBands(sensor, numbers, f"its band names are those of {sensor.name}")
    common = _by_common_names(descriptions)
    if best is None or len(common) >= len(best.numbers):
        best = KnownBands(None, common, "its bands are named by their colours")
    return best if best.numbers else None


def _candidates(names: Sequence[str]) -> tuple[Sensor, ...]:
    """Sensors that claim these band names, the most certain first; all, where none does."""
    claims = {sensor.id: sensor.claim(names) for sensor in SENSORS.values()}
    claimed = sorted((sensor for sensor in SENSORS.values() if claims[sensor.id]), key=lambda one: -claims[one.id])
    return tuple(claimed or SENSORS.values())


def _by_common_names(descriptions: Sequence[str | None]) -> dict[str, int]:
    keys = {name: key for key, name in COMMON.items()} | OTHER_NAMES
    words = [re.sub(r"[\s_-]", "", (name or "").lower()) for name in descriptions]
    return {keys[word]: at for at, word in reversed(list(enumerate(words, 1))) if word in keys}


def in_order(bands: Sequence[Band]) -> dict[str, int]:
    """Band numbers of bands that are stored in this order."""
    return {band.key: at for at, band in enumerate(bands, 1) if band.key}


def by_count(bands: int, dtype: str, means: Callable[[tuple[int, ...]], Sequence[float]]) -> Sensor | None:
    """The likely sensor of a file without band names; None where the band count does not suggest one.

    Args:
        bands: number of bands.
        dtype: data type, which distinguishes some sensors with equal band counts.
        means: returns the mean of each of these bands; used where only an always dark band identifies the order.
    """
    fitting = [one for one in of_count(bands) if one.dtype in (None, dtype)]
    fitting = [one for one in fitting if one.dtype is not None] or fitting
    ordered = {one.number(one.dark_band): one for one in reversed(fitting) if one.dark_band is not None}
    if len(ordered) < 2:
        return fitting[0] if fitting else None
    numbers = tuple(sorted(ordered))
    dark = dict(zip(numbers, means(numbers), strict=True))
    return min((one for one in fitting if one.dark_band), key=lambda one: dark[one.number(str(one.dark_band))])
