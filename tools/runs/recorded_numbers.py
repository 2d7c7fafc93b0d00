"""Numbers of a run as typed rows, each with its subject; and as the flat names that they have in record.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.change.change_map import ALL_CLASSES, ObjectClass
from tools.errors import RecordError
from tools.measurements.measured import Number
from tools.workspace.measurements import MeasurementKey, read_key

ZONE = "zone"
NAMES: tuple[ObjectClass, ...] = (*ALL_CLASSES, "any")
"""Classes that numbers are of."""


@dataclass(frozen=True, slots=True)
class OfPair:
    """The pair as a whole."""

    part: str = ""
    """Which pixels of it; empty where the quantity says so."""

    def __str__(self) -> str:
        return self.part


@dataclass(frozen=True, slots=True)
class OfClass:
    """A class of change."""

    name: ObjectClass

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class OfZone:
    """A class of change in a zone."""

    zone: str
    name: ObjectClass

    def __str__(self) -> str:
        return f"{ZONE}.{self.zone}.{self.name}"


@dataclass(frozen=True, slots=True)
class OfMeasured:
    """A part of a measurement on the bands."""

    key: MeasurementKey
    part: str

    def __str__(self) -> str:
        return f"{self.key}.{self.part}"


Subject = OfPair | OfClass | OfZone | OfMeasured


@dataclass(frozen=True, slots=True)
class RecordedNumber:
    """One number of a run."""

    subject: Subject
    quantity: str
    value: Number

    @property
    def name(self) -> str:
        """Name in record.json: building.objects, zone.west.road.pixels, ndvi-change.after.mean, caption."""
        return f"{self.subject}.{self.quantity}".removeprefix(".")


def flat(numbers: Iterable[RecordedNumber]) -> dict[str, Number]:
    """Values by their names in record.json, so that two runs can be compared."""
    return {number.name: number.value for number in numbers}


def rows(named: Mapping[str, Number]) -> Iterator[RecordedNumber]:
    """Typed rows from the result of `flat`, also for names that this version does not write."""
    for name, value in named.items():
        subject, _, quantity = name.rpartition(".")
        yield RecordedNumber(_subject(subject), quantity, value)


def _subject(text: str) -> Subject:
    read = _read_subject(text)
    return read if str(read) == text else OfPair(text)


def _read_subject(text: str) -> Subject:
    named = next((name for name in NAMES if name == text), None)
    if named is not None:
        return OfClass(named)
    head, _, rest = text.partition(".")
    zone, _, last = rest.rpartition(".")
    of_zone = next((name for name in NAMES if name == last), None)
    if head == ZONE and of_zone is not None:
        return OfZone(zone, of_zone)
    try:
        return OfMeasured(read_key(head), rest)
    except RecordError:
        return OfPair(text)
