"""Measurements without the network on the pairs of one conversation, cached under typed keys."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar, cast, get_args

from tools.errors import RecordError
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.radar.radar_change import RadarChange
from tools.spectrum.indices import IndexChange, IndexMap

Moment = Literal["before", "after", "change"]
"""A date, or the change between both."""
MOMENTS: tuple[Moment, ...] = get_args(Moment)
INDEX_NAME_CHARS = frozenset(string.ascii_lowercase + string.digits + "_")
"""Characters of index names."""
COVER, ZONES, RADAR = "landcover", "zones", "radar"
ESTIMATED = "estimated"
"""In the place of looks that no one stated."""
Measured = IndexMap | IndexChange | LandCover | Transitions | RadarChange
Result = TypeVar("Result", IndexMap, IndexChange, LandCover, Transitions, RadarChange)


@dataclass(frozen=True, slots=True)
class IndexKey:
    """A spectral index."""

    index: str
    """Its name in lower case."""
    moment: Moment

    def __str__(self) -> str:
        return f"{self.index}-{self.moment}"


@dataclass(frozen=True, slots=True)
class CoverKey:
    """Land cover."""

    moment: Moment

    def __str__(self) -> str:
        return f"{COVER}-{self.moment}"


@dataclass(frozen=True, slots=True)
class ZonesKey:
    """Zones of similar spectrum."""

    count: int

    def __str__(self) -> str:
        return f"{ZONES}-{self.count}"


@dataclass(frozen=True, slots=True)
class RadarKey:
    """Change of radar backscatter."""

    looks: float | None
    """None: estimated."""
    alpha: float
    """Level of the test."""

    def __str__(self) -> str:
        return f"{RADAR}_{ESTIMATED if self.looks is None else f'{self.looks:g}'}-{self.alpha:g}"


MeasurementKey = IndexKey | CoverKey | ZonesKey | RadarKey
"""Identifies a result; its text names it in files and records: ndvi-change, landcover-after, zones-6,
radar_estimated-0.01."""


def read_key(text: str) -> MeasurementKey:
    """The key for its text in a record.

    Raises:
        RecordError: there is no measurement of this name.
    """
    if text.startswith(f"{RADAR}_"):
        return _radar_key(text)
    name, _, last = text.rpartition("-")
    if name == ZONES and last.isascii() and last.isdigit():
        return ZonesKey(int(last))
    moment = next((one for one in MOMENTS if one == last), None)
    if moment is None or not name or not INDEX_NAME_CHARS.issuperset(name):
        raise _unknown(text)
    return CoverKey(moment) if name == COVER else IndexKey(name, moment)


def _radar_key(text: str) -> RadarKey:
    looks, _, alpha = text.removeprefix(f"{RADAR}_").partition("-")
    try:
        return RadarKey(None if looks == ESTIMATED else float(looks), float(alpha))
    except ValueError as error:
        raise _unknown(text) from error


def _unknown(text: str) -> RecordError:
    return RecordError(f"The record tells of {text!r}, which this version does not measure; make the run anew.")


class Measurements:
    """Results by pair and key, for the current settings."""

    def __init__(self) -> None:
        self._results: dict[tuple[str, MeasurementKey], Measured] = {}

    def once(self, pair: str, key: MeasurementKey, measure: Callable[[], Result]) -> Result:
        """The result of a key, measured at first use."""
        if (pair, key) not in self._results:
            self._results[pair, key] = measure()
        return cast("Result", self._results[pair, key])

    def of(self, pair: str) -> dict[MeasurementKey, Measured]:
        """The results of a pair, in the order in which they were measured."""
        return {key: result for (of, key), result in self._results.items() if of == pair}

    def clear(self) -> None:
        """Forget all results, because the settings have changed."""
        self._results.clear()
