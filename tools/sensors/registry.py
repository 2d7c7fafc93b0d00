"""Every sensor of `tools/sensors/platforms`, and what follows from all of them together. Knows no single sensor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from tools.sensors import platforms
from tools.sensors.sensor import COLOURS, COMMON, CloudBand, LaterBaseline, Sensor, plain_name


def collect() -> dict[str, Sensor]:
    """Sensors by their ids, of every module in the folder of platforms, in the order of their ranks."""
    modules = [import_module(f"{platforms.__name__}.{one.name}") for one in iter_modules(platforms.__path__)]
    found: list[Sensor] = [sensor for module in modules for sensor in module.SENSORS]
    return {sensor.id: sensor for sensor in sorted(found, key=lambda one: (one.rank, one.id))}


SENSORS: dict[str, Sensor] = collect()


def cloud_bands() -> dict[str, CloudBand]:
    """Bands that tell of clouds, by their names in lower case."""
    return {one.clouds.name.lower(): one.clouds for one in SENSORS.values() if one.clouds is not None}


def later_baselines() -> tuple[LaterBaseline, ...]:
    """Rules of later offsets, each once."""
    return tuple(dict.fromkeys(one.later_baseline for one in SENSORS.values() if one.later_baseline is not None))


def of_count(bands: int) -> tuple[Sensor, ...]:
    """Sensors that a file of so many bands without names may be of."""
    return tuple(one for one in SENSORS.values() if one.by_count != "no" and len(one.bands) == bands)


def colour_names() -> tuple[tuple[str, ...], ...]:
    """What bands for red, green and blue are called in descriptions, in lower case.

    A sensor whose names mean another colour to one before it, as B3 is red for Landsat 7 and green for all others, is
    left out.
    """
    names = {key: [COMMON[key]] for key in COLOURS}
    for sensor in SENSORS.values():
        own = {str(one.key): (one.name.lower(), plain_name(one.name)) for one in sensor.colours}
        if not any(name in names[other] for key in own for name in own[key] for other in names if other != key):
            for key, found in own.items():
                names[key] += [name for name in dict.fromkeys(found) if name not in names[key]]
    return tuple(tuple(names[key]) for key in COLOURS)


def band_in_file_name() -> re.Pattern[str]:
    """A band's name, as group `name`, at the end of a file's name without its suffix."""
    layouts = [one.folder for one in SENSORS.values() if one.folder is not None]
    bands = dict.fromkeys([one.bands for one in layouts] + [re.escape(one.name) for one in cloud_bands().values()])
    after = dict.fromkeys(suffix for one in layouts for suffix in one.suffixes)
    end = f"(?:_(?:{'|'.join(map(re.escape, after))}))?" if after else ""
    return re.compile(rf"(?:^|[_.-])(?P<name>{'|'.join(bands)}){end}$", re.IGNORECASE)


def shows_no_ground(stem: str) -> bool:
    """Whether a file that is named like a band shows something else than reflectance or classes."""
    patterns = dict.fromkeys(one.folder.not_ground for one in SENSORS.values() if one.folder is not None)
    return any(re.search(pattern, stem, re.IGNORECASE) for pattern in patterns if pattern is not None)


def refusal(stem: str) -> str | None:
    """What a band file is that must not be read as reflectance, with the way out; None where it may be."""
    rules = dict.fromkeys(one.folder.refused for one in SENSORS.values() if one.folder is not None)
    return next((rule[1] for rule in rules if rule is not None and re.search(rule[0], stem, re.IGNORECASE)), None)


def nodata_of(band: str) -> int:
    """What a file of this band holds where there is no image, by the first sensor that names its files so."""
    for sensor in SENSORS.values():
        if sensor.folder is not None and re.fullmatch(sensor.folder.bands, band, re.IGNORECASE):
            return sensor.nodata
    return 0


def stac_offset(properties: Mapping[str, object]) -> int:
    """What values of a STAC item are raised by, where it tells a later baseline and not that this is taken off.

    Left in, the whole scene would seem to have changed.
    """
    for sensor in SENSORS.values():
        rule = sensor.later_baseline
        if rule is not None and rule.stac_property in properties:
            raised = _number(properties[rule.stac_property]) >= rule.first and not properties.get(rule.stac_taken_off)
            return round((sensor.offset - rule.offset) / sensor.scale) if raised else 0
    return 0


def _number(told: object) -> float:
    """What a catalogue wrote as a number; 0 where it is none."""
    try:
        return float(str(told))
    except ValueError:
        return 0.0
