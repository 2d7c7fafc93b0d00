"""How stored numbers become reflectance: as a person states, as the file tells, or by the rule of its sensor.

What was assumed is told in notes. Knows no files and no pixels, only a few statistics of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tools.errors import ReflectanceError
from tools.notices import notice
from tools.sensors.registry import later_baselines
from tools.sensors.sensor import LaterBaseline, Sensor
from tools.sensors.statement import Statement
from tools.types import Date

BASELINE = r"(?:^|[^\d])0?(\d{1,2}\.\d{2})(?:[^\d]|$)"
"""A processing baseline in a tag."""
MAX_BRIGHT, MIN_BRIGHT = 1.6, 0.002
"""Range of the 99th percentile of reflectance; outside it the scale must be wrong."""
MIN_MEDIAN = -0.06
"""Median reflectance of a band below which scale or offset must be wrong."""
NUMBERS_FROM = 150.0
"""99th percentile from which real numbers are taken for digital numbers: reflectance in percent stays below."""
USUAL_SCALE = 1e-4
COLLECTION_2 = (2.75e-5, -0.2)
"""Scale and offset of Landsat's Collection 2, by which reflectance 0 is the number 7,273."""
COLLECTION_2_FROM, COLLECTION_2_SIDE_M = 6000.0, 15.0
"""Darkest number, and pixel side, from which numbers of no named sensor are taken for Collection 2."""
SENTINEL_2_SIDES_M = (9.0, 61.0)
STATED = notice("stated", "a person stated it")
BRIGHTNESS = notice("brightness", "8-bit brightness")
REALS = notice("reals-as-reflectance", "real numbers are taken for reflectance")
WHOLES = notice("numbers-as-reflectance", "whole numbers are taken for reflectance x 10,000")
OWN_SCALE = notice("own-scale", "the file's own scale and offset")
OF_COLLECTION_2 = notice("of-collection-2", "the numbers are those of Landsat's Collection 2")
ROUGH = notice(
    "rough-thresholds",
    "The images hold 8-bit brightness, not reflectance: thresholds of indices are rough for them.",
)
NO_SENSOR = notice(
    "no-sensor-told",
    "The files do not tell their sensor, so their numbers are taken for reflectance x 10,000; state another scale "
    "with --scale and --offset.",
)


@dataclass(frozen=True, slots=True)
class Scaling:
    """Reflectance is `scale` times a number plus `offset`."""

    scale: float
    offset: float
    by: str
    """Their source, as a phrase."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class NumberFacts:
    """What is known of the numbers of a date."""

    name: str
    """The file's name."""
    date: str | None
    """ISO 8601."""
    dtype: str
    sensor: Sensor | None
    own: Sequence[tuple[float, float]]
    """Scale and offset that the file declares for each band that is used."""
    tags: Mapping[str, str]
    side_m: float | None
    darkest: float
    """1st percentile of the numbers of all bands used."""
    brightest: float
    """99th percentile."""


def scaling(facts: NumberFacts, statement: Statement, date: Date) -> Scaling:
    """How the numbers of a date are scaled.

    Raises:
        ReflectanceError: the file declares different scales for its bands.
        StatementError: what is stated cannot be so.
    """
    found, scale, baseline = _told(facts), statement.scale_of(date), statement.baseline_of(date)
    if baseline is not None:
        rule = later_baselines()[0]
        usual = scale or (found.scale if found.scale < 1 else USUAL_SCALE)
        by = notice("stated-baseline", "a person stated it (baseline {baseline})", baseline=f"{baseline:05.2f}")
        found = Scaling(usual, rule.offset if baseline >= rule.first else 0.0, by)
    if scale is not None and baseline is None:
        same = np.isclose(scale, found.scale, rtol=1e-6)
        found = Scaling(scale, found.offset if same else 0.0, STATED)
    offset = statement.offset_of(date, found.scale)
    return found if offset is None else replace(found, offset=offset, by=STATED, notes=())


def _told(facts: NumberFacts) -> Scaling:
    """Scale and offset as the file tells them, or by the rule of its sensor."""
    if any(one != (1.0, 0.0) for one in facts.own):
        return _declared(facts)
    if facts.dtype == "uint8":
        return Scaling(1 / 255, 0.0, BRIGHTNESS, (ROUGH,))
    if np.dtype(facts.dtype).kind != "f":
        return _of_numbers(facts)
    if facts.brightest < NUMBERS_FROM:
        return Scaling(1.0, 0.0, REALS)
    found = _of_numbers(facts)
    note = notice(
        "large-reals",
        "The files hold real numbers beyond {limit:.0f}, which are taken for digital numbers, as whole ones; "
        "state another scale with --scale and --offset.",
        limit=NUMBERS_FROM,
    )
    return replace(found, notes=(note, *found.notes))


def _declared(facts: NumberFacts) -> Scaling:
    if len(set(facts.own)) > 1:
        raise ReflectanceError(
            notice(
                "different-scales",
                "The bands of {name} declare different scales and offsets; bring them to one, or state it with "
                "--scale and --offset.",
                name=facts.name,
            )
        )
    return Scaling(*facts.own[0], OWN_SCALE)


def _of_numbers(facts: NumberFacts) -> Scaling:
    """Scale and offset of digital numbers."""
    sensor = facts.sensor
    if sensor is None:
        return _of_unknown(facts)
    rule = sensor.later_baseline
    if rule is None:
        return Scaling(sensor.scale, sensor.offset, sensor.source)
    baseline = _baseline(facts, rule)
    if baseline is None:
        note = notice(
            "no-baseline",
            "The files do not tell their processing baseline; from {first} on {offset:,.0f} would have to be taken "
            "off: state it with --baseline or --offset.",
            first=f"{rule.first:05.2f}",
            offset=-rule.offset / sensor.scale,
        )
        return Scaling(sensor.scale, sensor.offset, sensor.source, (note,) if _may_be_later(facts, rule) else ())
    offset = rule.offset if baseline >= rule.first else sensor.offset
    return Scaling(sensor.scale, offset, f"{sensor.source} ({baseline:.2f})")


def _of_unknown(facts: NumberFacts) -> Scaling:
    """Scale and offset of numbers whose sensor nothing tells, with what was assumed."""
    fine = facts.side_m is not None and facts.side_m < COLLECTION_2_SIDE_M
    if facts.darkest >= COLLECTION_2_FROM and not fine:
        scale, offset = COLLECTION_2
        note = notice(
            "as-collection-2",
            "Hardly a number of the files lies below {limit:,.0f}, as in Landsat's Collection 2, whose rule is taken "
            "(reflectance = {scale:.7f} x number - {offset:g}); state others with --scale, --offset.",
            limit=COLLECTION_2_FROM,
            scale=scale,
            offset=-offset,
        )
        return Scaling(scale, offset, OF_COLLECTION_2, (note,))
    rule = later_baselines()[0]
    low, high = SENTINEL_2_SIDES_M
    notes = [NO_SENSOR]
    if (facts.side_m is None or low <= facts.side_m <= high) and _may_be_later(facts, rule):
        later = notice(
            "were-they-later",
            "Were they Sentinel-2's of baseline {first} or later, {offset:,.0f} would have to be taken off: state the "
            "--baseline.",
            first=f"{rule.first:05.2f}",
            offset=-rule.offset / USUAL_SCALE,
        )
        notes.append(later)
    return Scaling(USUAL_SCALE, 0.0, WHOLES, tuple(notes))


def _baseline(facts: NumberFacts, rule: LaterBaseline) -> float | None:
    """The processing baseline, from a tag or the file's name."""
    for text in [value for name, value in facts.tags.items() if "BASELINE" in name.upper()] + [facts.name]:
        match = re.search(f"{BASELINE}|{rule.in_name}", text)
        if match:
            return float(match[1]) if match[1] else float(f"{match[2]}.{match[3]}")
    return None


def _may_be_later(facts: NumberFacts, rule: LaterBaseline) -> bool:
    """Whether a file may have a baseline with the offset: dated since its introduction, or undated."""
    return facts.date is None or facts.date >= rule.since
