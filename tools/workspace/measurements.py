"""Measurements without the network on the pairs of one conversation, cached under typed keys."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar, cast, get_args

from tools.errors import RecordError
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.spectrum.indices import IndexChange, IndexMap

Moment = Literal["before", "after", "change"]
"""A date, or the change between both."""
MOMENTS: tuple[Moment, ...] = get_args(Moment)
INDEX_NAME_CHARS = frozenset(string.ascii_lowercase + string.digits + "_")
"""Characters of index names."""
COVER, ZONES = "landcover", "zones"
Measured = IndexMap | IndexChange | LandCover | Transitions
Result = TypeVar("Result", IndexMap, IndexChange, LandCover, Transitions)


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


MeasurementKey = IndexKey | CoverKey | ZonesKey
"""Identifies a result; its text names it in files and records: ndvi-change, landcover-after, zones-6."""


def read_key(text: str) -> MeasurementKey:
    """The key for its text in a record.

    Raises:
        RecordError: there is no measurement of this name.
    """
    name, _, last = text.rpartition("-")
    if name == ZONES and last.isascii() and last.isdigit():
        return ZonesKey(int(last))
    moment = next((one for one in MOMENTS if one == last), None)
    if moment is None or not name or not INDEX_NAME_CHARS.issuperset(name):
        raise RecordError(f"The record tells of {text!r}, which this version does not measure; make the run anew.")
    return CoverKey(moment) if name == COVER else IndexKey(name, moment)


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
