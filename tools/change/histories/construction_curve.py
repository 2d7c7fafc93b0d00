"""How many objects appeared, grew, shrank and disappeared between each date and the next, and the ground they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tools.change.histories.object_histories import Event, Interval, ObjectHistory, What
from tools.series.series import decimal_year

GAINS: tuple[What, ...] = ("appeared", "grew")


@dataclass(frozen=True, slots=True)
class IntervalChange:
    """What changed from one date to the next."""

    since: str
    """ISO 8601."""
    until: str
    years: float
    appeared: int
    grew: int
    shrank: int
    disappeared: int
    gained_m2: float | None
    """Ground of what appeared or grew; None where areas are not known."""
    lost_m2: float | None
    """Ground of what disappeared or shrank."""
    appeared_a_year: float
    contradictions: int
    """Of these objects, those that cannot follow what was found before; they are counted nowhere else."""


def interval_change(interval: Interval, histories: Sequence[ObjectHistory], *, areas: bool) -> IntervalChange:
    """What changed in an interval, by the events of linked objects.

    Args:
        interval: its dates.
        histories: all of them.
        areas: whether areas are known.
    """
    years = decimal_year(interval.until) - decimal_year(interval.since)
    events = [one for history in histories for one in history.events if one.until == interval.until]
    sound = [one for one in events if not one.contradicts]
    count = {what: sum(one.what == what for one in sound) for what in ("appeared", "grew", "shrank", "disappeared")}
    gained, lost = (_ground([one for one in sound if (one.what in GAINS) is gain]) for gain in (True, False))
    return IntervalChange(
        interval.since,
        interval.until,
        years,
        **count,
        appeared_a_year=count["appeared"] / years,
        gained_m2=gained if areas else None,
        lost_m2=lost if areas else None,
        contradictions=len(events) - len(sound),
    )


def total(changes: Sequence[IntervalChange]) -> IntervalChange:
    """The sums of all intervals, from the first date to the last."""
    counts = ("years", "appeared", "grew", "shrank", "disappeared", "contradictions")
    sums = {name: sum(getattr(one, name) for one in changes) for name in counts}
    return IntervalChange(
        changes[0].since,
        changes[-1].until,
        **sums,
        gained_m2=_summed([one.gained_m2 for one in changes]),
        lost_m2=_summed([one.lost_m2 for one in changes]),
        appeared_a_year=sums["appeared"] / sums["years"],
    )


def _summed(ground: Sequence[float | None]) -> float | None:
    known = [one for one in ground if one is not None]
    return sum(known) if len(known) == len(ground) else None


def has_passed(history: ObjectHistory) -> bool:
    """Whether an object appeared and is gone again."""
    return not history.stands and any(one.what == "appeared" for one in history.events)


def _ground(events: Sequence[Event]) -> float:
    return float(sum(one.area_m2 or 0.0 for one in events))


def standing(changes: Sequence[IntervalChange]) -> tuple[int, ...]:
    """Objects more than at the first date, at each date from the first on."""
    return (0, *accumulate(one.appeared - one.disappeared for one in changes))
