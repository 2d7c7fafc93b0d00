"""How well changes of series are found, on simulated series whose truth is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.benchmarks.series.series_simulation import Kind, Simulated, Simulation, simulate
from tools.series.places.place_changes import PlaceChanges, place_changes
from tools.series.places.place_series import PlaceSeries
from tools.series.statistics.changes import Changes, find_changes, rule_for
from tools.types import Progress

MIN_CHANGE = 0.1
KINDS: tuple[Kind, ...] = ("break", "none", "trend", "dip")
ZONES = 10
"""One in so many of the series is judged as a zone, too."""


@dataclass(frozen=True, slots=True)
class SeriesScore:
    """Shares, 0-1, of simulated series."""

    series: int
    dates: int
    noise: float
    gap_share: float
    break_found: float
    """Of series with a break, those with a change within one clear date of it, of the right sign."""
    only_break_found: float
    """Of these series, those with that change and no other."""
    false_alarms: float
    """Of series without a break, those that are given one."""
    false_alarms_of_trends: float
    """Of series with a trend and no break, likewise."""
    dips_flagged: float
    """Of series with a dip of one date, those in which it is flagged."""
    dips_called_change: float
    """Of these series, those that are given a change."""
    interval_holds: float
    """Of series with a trend and of series without one, those whose 95 % interval holds the true slope."""
    trend_false_alarms: float
    """Of series without a trend, those with p < 0.05."""
    zone_break_found: float
    """As `break_found`, of zones by PELT."""
    zone_false_alarms: float


def score_series(how: Simulation, count: int, seed: int, progress: Progress | None = None) -> SeriesScore:
    """Judge `count` series of each kind."""
    drawn = {kind: simulate(kind, count, how, seed + number) for number, kind in enumerate(KINDS)}
    found = {}
    for done, (kind, series) in enumerate(drawn.items()):
        found[kind] = _changes(series)
        if progress is not None:
            progress(done + 1, len(drawn) + 2)
    right_way = np.sign(found["break"].magnitude) == np.sign(how.break_size)
    hit = near_break(drawn["break"], found["break"].largest) & right_way
    dips = found["dip"].suspect[np.arange(count), drawn["dip"].at]
    holds = [_holds(found[kind], drawn[kind].slope) for kind in ("none", "trend")]
    zones = [_of_zones(drawn[kind]) for kind in ("break", "none")]
    some = np.arange(0, count, ZONES)
    places = np.array([_place(one, drawn["break"].days) for one in zones[0]])
    return SeriesScore(
        count, how.dates, how.noise, how.gap_share,
        float(hit.mean()), float((hit & (found["break"].count == 1)).mean()),
        float((found["none"].count > 0).mean()), float((found["trend"].count > 0).mean()),
        float(dips.mean()), float((found["dip"].count > 0).mean()),
        float(np.concatenate(holds).mean()), float((found["none"].p_value < 0.05).mean()),
        float(near_break(drawn["break"], places, some).mean()), float(np.mean([bool(one.breaks) for one in zones[1]])),
    )  # fmt: skip


def _changes(series: Simulated) -> Changes:
    return find_changes(series.values, series.years, rule_for(series.years, series.values, MIN_CHANGE))


def near_break(
    series: Simulated, found: npt.NDArray[np.int64], rows: npt.NDArray[np.int64] | None = None
) -> npt.NDArray[np.bool_]:
    """(n,) whether the date found lies within one clear date of the first clear date of the new level.

    Args:
        series: what was drawn.
        found: (n,) numbers of dates, -1 for none.
        rows: numbers of the series that are judged; None: all.
    """
    rows = np.arange(len(series.values)) if rows is None else rows
    clear = np.isfinite(series.values[rows])
    rank = np.cumsum(clear, axis=1)
    dates = np.arange(clear.shape[1])
    later = clear & (dates >= series.at[rows][:, None])
    first = np.argmax(later, axis=1)
    places = np.arange(len(rows))
    apart = np.abs(rank[places, np.maximum(found, 0)] - rank[places, first])
    return np.asarray((found >= 0) & later.any(axis=1) & (apart <= 1))


def _holds(found: Changes, slope: float) -> npt.NDArray[np.bool_]:
    return np.asarray((found.slope_low <= slope) & (slope <= found.slope_high))[found.known]


def _of_zones(series: Simulated) -> list[PlaceChanges]:
    told = []
    for row in series.values[::ZONES]:
        values = tuple(None if np.isnan(value) else float(value) for value in row)
        shares = tuple(float(np.isfinite(value)) for value in row)
        told.append(place_changes(PlaceSeries("zone", series.days, values, shares, 1), MIN_CHANGE))
    return told


def _place(one: PlaceChanges, days: tuple[str, ...]) -> int:
    """Number of the date of the largest break; -1: none."""
    largest = max(one.breaks, key=lambda found: abs(found.magnitude), default=None)
    return -1 if largest is None else days.index(largest.day)
