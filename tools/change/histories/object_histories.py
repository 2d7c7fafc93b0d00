"""Objects over more than two dates: what changed from each date to the next, linked where it is the same ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from tools.change.change_map import ChangedObject

What = Literal["appeared", "grew", "shrank", "disappeared"]
SAME_SHARE = 0.5
"""Of the smaller of two outlines, the share that both must cover to be the same object."""


@dataclass(frozen=True, slots=True)
class FoundObject:
    """What was found between two dates."""

    object: ChangedObject
    """Its status is `appeared` or `disappeared`."""
    outline: BaseGeometry
    """All outlines of a series lie in one plane: a CRS, or the pixels of the images."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Two neighbouring dates and the objects that changed between them."""

    since: str
    """ISO 8601."""
    until: str
    found: tuple[FoundObject, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an object between two dates."""

    what: What
    since: str
    until: str
    pixels: int
    area_m2: float | None
    probability: float
    """Mean over its pixels, 0-1."""
    contradicts: bool
    """Whether it cannot follow what was found before: built where one stands already, or gone a second time."""


@dataclass(frozen=True, slots=True)
class ObjectHistory:
    """One object over the dates."""

    id: int
    """From 1, in the order in which they first changed, the larger in front."""
    events: tuple[Event, ...]
    stands: bool
    """Whether it is there at the last date."""
    outline: BaseGeometry
    """All ground that it covered at any date."""


@dataclass(slots=True)
class _Track:
    """An object whose history is being written."""

    ground: BaseGeometry
    """What it covers; where it is gone, what it covered."""
    stands: bool
    ever: BaseGeometry
    events: list[Event] = field(default_factory=list)

    def take(self, event: Event, ground: BaseGeometry) -> None:
        """Write down what happened; it then covers this ground."""
        self.events.append(event)
        self.ever = shapely.union(self.ever, ground)
        self.ground = ground
        self.stands = event.what != "disappeared"


def linked(intervals: Sequence[Interval], reach: float) -> tuple[ObjectHistory, ...]:
    """Link the objects of all intervals.

    What disappears is the object that stands on at least half of the same ground; a part of one makes it shrink. What
    appears beside a larger one that stands, nearer than `reach`, makes that one grow; where one was gone, it is built
    anew; everything else is an object of its own.

    Args:
        intervals: in order of time.
        reach: distance within which two outlines touch, in the unit of their plane.
    """
    tracks: list[_Track] = []
    for interval in intervals:
        found = sorted(interval.found, key=lambda one: -one.object.pixels)
        gone = [one for one in found if one.object.status == "disappeared"]
        for one in gone:
            _disappear(one, interval, tracks)
        before = list(tracks)  # what appears at once does not grow what appears with it
        for one in (one for one in found if one.object.status == "appeared"):
            _appear(one, interval, before, tracks, reach)
    return tuple(
        ObjectHistory(number, tuple(track.events), track.stands, track.ever)
        for number, track in enumerate(tracks, start=1)
    )


def _disappear(found: FoundObject, interval: Interval, tracks: list[_Track]) -> None:
    same = [track for track, shared in _overlaps(found.outline, tracks) if shared >= SAME_SHARE]
    standing = [track for track in same if track.stands]
    if not standing:
        event = _event("disappeared", found, interval, contradicts=bool(same))
        (same[0] if same else _new(tracks, found.outline)).take(event, found.outline)
        return
    for track in standing:
        whole = shapely.intersection(track.ground, found.outline).area >= SAME_SHARE * track.ground.area
        left = track.ground if whole else shapely.difference(track.ground, found.outline)
        track.take(_event("disappeared" if whole else "shrank", found, interval), left)


def _appear(
    found: FoundObject, interval: Interval, before: Sequence[_Track], tracks: list[_Track], reach: float
) -> None:
    same = [track for track, shared in _overlaps(found.outline, before) if shared >= SAME_SHARE]
    standing = [track for track in same if track.stands]
    beside = [] if same else [one for one in before if one.stands and _grows(one.ground, found.outline, reach)]
    if standing or beside:
        track = (standing or beside)[0]
        event = _event("appeared" if standing else "grew", found, interval, contradicts=bool(standing))
        track.take(event, shapely.union(track.ground, found.outline))
    else:
        (same[0] if same else _new(tracks, found.outline)).take(_event("appeared", found, interval), found.outline)


def _grows(ground: BaseGeometry, added: BaseGeometry, reach: float) -> bool:
    return bool(ground.area > added.area and shapely.dwithin(ground, added, reach))


def _overlaps(outline: BaseGeometry, tracks: Sequence[_Track]) -> Iterator[tuple[_Track, float]]:
    """Tracks that share ground with an outline, and the share of the smaller of both; the largest share first."""
    if not tracks:
        return
    grounds = np.array([track.ground for track in tracks])
    places = np.flatnonzero(shapely.intersects(grounds, outline))
    areas = shapely.area(shapely.intersection(grounds[places], outline))
    shares = areas / np.maximum(np.minimum(shapely.area(grounds[places]), outline.area), np.finfo(float).tiny)
    for place in np.argsort(-shares, kind="stable"):
        yield tracks[places[place]], float(shares[place])


def _new(tracks: list[_Track], ground: BaseGeometry) -> _Track:
    track = _Track(ground, stands=False, ever=ground)
    tracks.append(track)
    return track


def _event(what: What, found: FoundObject, interval: Interval, *, contradicts: bool = False) -> Event:
    obj = found.object
    return Event(what, interval.since, interval.until, obj.pixels, obj.area_m2, obj.probability, contradicts)
