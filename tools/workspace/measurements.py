"""What was measured without the network on the pairs of one conversation, each once, under a typed key."""

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
"""A date, or what became of one until the other."""
MOMENTS: tuple[Moment, ...] = get_args(Moment)
NAME_SIGNS = frozenset(string.ascii_lowercase + string.digits + "_")
"""What names of indices are written with."""
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
    """Zones of like spectrum."""

    count: int

    def __str__(self) -> str:
        return f"{ZONES}-{self.count}"


MeasurementKey = IndexKey | CoverKey | ZonesKey
"""What a result is; as text it names the result in files and records: ndvi-change, landcover-after, zones-6."""


def read_key(text: str) -> MeasurementKey:
    """The key that a record names.

    Raises:
        RecordError: nothing is measured under this name.
    """
    name, _, last = text.rpartition("-")
    if name == ZONES and last.isascii() and last.isdigit():
        return ZonesKey(int(last))
    moment = next((one for one in MOMENTS if one == last), None)
    if moment is None or not name or not NAME_SIGNS.issuperset(name):
        raise RecordError(f"The record tells of {text!r}, which this version does not measure; make the run anew.")
    return CoverKey(moment) if name == COVER else IndexKey(name, moment)


class Measurements:
    """Results by pair and key, as the settings have them."""

    def __init__(self) -> None:
        self._results: dict[tuple[str, MeasurementKey], Measured] = {}

    def once(self, pair: str, key: MeasurementKey, measure: Callable[[], Result]) -> Result:
        """The result of a key, measured if it was not yet."""
        if (pair, key) not in self._results:
            self._results[pair, key] = measure()
        return cast("Result", self._results[pair, key])

    def of(self, pair: str) -> dict[MeasurementKey, Measured]:
        """The results of a pair, in the order in which they were measured."""
        return {key: result for (of, key), result in self._results.items() if of == pair}

    def clear(self) -> None:
        """Forget all: they would be others now."""
        self._results.clear()
