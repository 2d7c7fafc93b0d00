"""The registry of all sensors in `tools/sensors/platforms`, and look-ups over them. Names no single sensor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules

from tools.sensors import platforms
from tools.sensors.sensor import CloudBand, LaterBaseline, Sensor


def collect() -> dict[str, Sensor]:
    """Sensors by their ids, of every module in `platforms`, ordered by rank."""
    modules = [import_module(f"{platforms.__name__}.{one.name}") for one in iter_modules(platforms.__path__)]
    sensors: list[Sensor] = [sensor for module in modules for sensor in module.SENSORS]
    return {sensor.id: sensor for sensor in sorted(sensors, key=lambda one: (one.rank, one.id))}


SENSORS: dict[str, Sensor] = collect()


def cloud_bands() -> dict[str, CloudBand]:
    """Cloud mask bands, by their names in lower case."""
    return {one.clouds.name.lower(): one.clouds for one in SENSORS.values() if one.clouds is not None}


def later_baselines() -> tuple[LaterBaseline, ...]:
    """Distinct rules of offsets that depend on the processing baseline."""
    return tuple(dict.fromkeys(one.later_baseline for one in SENSORS.values() if one.later_baseline is not None))


def of_count(bands: int) -> tuple[Sensor, ...]:
    """Sensors that a file with this many unnamed bands may be from."""
    return tuple(one for one in SENSORS.values() if one.by_count != "no" and len(one.bands) == bands)


def named_in(texts: Sequence[str]) -> tuple[Sensor, ...]:
    """Sensors that a file's name or its tags tell, those of the first text that tells any."""
    for text in texts:
        told = tuple(one for one in SENSORS.values() if one.in_text and re.search(one.in_text, text, re.IGNORECASE))
        if told:
            return told
    return ()


def band_in_file_name() -> re.Pattern[str]:
    """A band's name, as group `name`, at the end of a file's name without its suffix."""
    layouts = [one.folder for one in SENSORS.values() if one.folder is not None]
    bands = dict.fromkeys([one.bands for one in layouts] + [re.escape(one.name) for one in cloud_bands().values()])
    after = dict.fromkeys(suffix for one in layouts for suffix in one.suffixes)
    end = f"(?:_(?:{'|'.join(map(re.escape, after))}))?" if after else ""
    return re.compile(rf"(?:^|[_.-])(?P<name>{'|'.join(bands)}){end}$", re.IGNORECASE)


def shows_no_ground(stem: str) -> bool:
    """Whether a file with a band name holds neither reflectance nor classes."""
    patterns = dict.fromkeys(one.folder.not_ground for one in SENSORS.values() if one.folder is not None)
    return any(re.search(pattern, stem, re.IGNORECASE) for pattern in patterns if pattern is not None)


def refusal(stem: str) -> str | None:
    """Why a band file must not be read as reflectance, with the way out; None where it may be."""
    rules = dict.fromkeys(one.folder.refused for one in SENSORS.values() if one.folder is not None)
    return next((rule[1] for rule in rules if rule is not None and re.search(rule[0], stem, re.IGNORECASE)), None)


def nodata_of(band: str) -> int:
    """The no-data value of a band file, by the first sensor whose file names match."""
    for sensor in SENSORS.values():
        if sensor.folder is not None and re.fullmatch(sensor.folder.bands, band, re.IGNORECASE):
            return sensor.nodata
    return 0


def stac_offset(properties: Mapping[str, object]) -> int:
    """The offset of a STAC item's values, where its baseline has one and it is not marked as removed.

    Left in, the whole scene would seem to have changed.
    """
    for sensor in SENSORS.values():
        rule = sensor.later_baseline
        if rule is not None and rule.stac_property in properties:
            has_offset = _number(properties[rule.stac_property]) >= rule.first and not properties.get(
                rule.stac_offset_removed
            )
            return round((sensor.offset - rule.offset) / sensor.scale) if has_offset else 0
    return 0


def _number(value: object) -> float:
    """A catalogue's value as a number; 0 where it is not numeric."""
    try:
        return float(str(value))
    except ValueError:
        return 0.0
