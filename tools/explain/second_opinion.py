"""Numbers of results held against the same computed anew: pass, warn or fail, with the difference."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["pass", "warn", "fail"]
VERDICTS: tuple[Verdict, ...] = ("pass", "warn", "fail")
"""From the best to the worst."""
SAME, NEAR = 0.005, 0.05
"""Relative difference up to which a number passes, and up to which it is warned of; above, it fails."""
ONE_OFF = 1.0
"""Difference of a count that is warned of, however few there are."""
UNCHECKED = frozenset(
    "id pair box centre lonlat bounds seconds k rank number filter interval_level unsure_below fit_resolution_m "
    "assumed_pixel_m objects regions where shown nearness".split()
)
"""Fields that hold no measurement, or one that is held by another field."""
LABELS = ("object_class", "name", "half", "part", "index")
"""Fields by which the rows of a table are told apart."""


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """A number that was told, and the same computed anew."""

    tool: str
    name: str
    """Fields that lead to it, such as `before.area_m2`."""
    told: float
    again: float
    difference: float
    """Relative to the larger of both, 0-1."""
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Verification:
    """The numbers of the last answer, computed anew from the files by another code path."""

    pair: str | None
    """The current one; None where a series is open alone."""
    verdict: Verdict
    """The worst of all checks."""
    checks: tuple[NumberCheck, ...]
    """The worst first."""
    told_by: str
    """What computed the network for the answer: name, version and processor; empty where no network was needed."""
    again_by: str
    """What computed it anew."""
    by_outlines: int
    """How many areas were also computed from outlines on the ellipsoid, instead of from pixels."""
    unchecked: tuple[str, ...]
    """Tools of the answer that measure nothing."""


def verification(
    pair: str | None, checks: Sequence[NumberCheck], told_by: str, again_by: str, unchecked: Sequence[str]
) -> Verification:
    """The checks of an answer, the worst first."""
    ordered = sorted(checks, key=lambda one: (-VERDICTS.index(one.verdict), -one.difference))
    worst: Verdict = ordered[0].verdict if ordered else "pass"
    outlines = sum(one.name == OUTLINES for one in ordered)
    return Verification(pair, worst, tuple(ordered), told_by, again_by, outlines, tuple(unchecked))


OUTLINES = "area of outlines"
"""Name of the check of an area by outlines."""


def compared(tool: str, told: Any, again: Any) -> Iterator[NumberCheck]:
    """All numbers of a result beside those of the same call made anew; one that is missing there is 0."""
    second = dict(numbers(again))
    for name, value in numbers(told):
        yield check(tool, name, value, second.get(name, 0.0))


def check(tool: str, name: str, told: float, again: float) -> NumberCheck:
    """One number beside itself."""
    larger, apart = max(abs(told), abs(again)), abs(told - again)
    difference = apart / larger if larger else 0.0
    counted = float(told).is_integer() and float(again).is_integer()
    near = difference <= NEAR or (counted and apart <= ONE_OFF)
    return NumberCheck(
        tool, name, told, again, difference, "pass" if difference <= SAME else "warn" if near else "fail"
    )


def numbers(value: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a result with the fields that lead to it."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield name, float(value)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in UNCHECKED:
                yield from numbers(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))
    elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        for row in value:
            yield from numbers(row, f"{name}[{_label(row)}]")


def _label(row: Any) -> str:
    return next((str(getattr(row, label)) for label in LABELS if hasattr(row, label)), "")
