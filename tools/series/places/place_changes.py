"""Breaks and trend of the series of one place or zone.

gaps dropped -> season and dips taken out -> breaks (ruptures, every date allowed) -> trend without the season

Breaks are those of Killick, Fearnhead and Eckley (2012), Journal of the American Statistical Association 107, as
ruptures computes them, with the penalty 2 s² ln n per break; s by the median absolute difference of neighbours. A
series that a straight line explains as well is a trend and has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tools.series.places.place_series import PlaceSeries
from tools.series.statistics.changes import DEVIATIONS, rule_for
from tools.series.statistics.clear_values import ClearValues, Flags, clear_values, dips, noise
from tools.series.statistics.design import TREND, Design
from tools.series.statistics.least_squares import Reals, fit, slope_widening
from tools.series.statistics.trend import trends

MIN_SEGMENT = 3
"""Clear dates of a level between two breaks."""
ROUNDS = 2
"""How often season and breaks are found, each without the other: a season fitted across a break is bent by it."""
MIN_FREE = 4
"""Clear dates beyond what is fitted, below which no break is sought."""


@dataclass(frozen=True, slots=True)
class Break:
    """A date from which on a place has another level."""

    day: str
    """ISO 8601: the first clear date of the new level."""
    since_day: str
    """The last clear date before it: the change lies between both."""
    magnitude: float
    """Later level less earlier one, units of the index."""


@dataclass(frozen=True, slots=True)
class PlaceChanges:
    """What changed in one place."""

    place: str
    breaks: tuple[Break, ...]
    slope: float | None
    """Units of the index a year, Theil and Sen, without the season; None: too few clear dates."""
    slope_low: float | None
    """Lower limit at 95 %."""
    slope_high: float | None
    p_value: float | None
    """Of Mann and Kendall's test, two-sided."""
    clear_dates: int
    suspect_dates: tuple[str, ...]
    """Single dates that leave the level and come back, which are no breaks."""
    first_mean: float | None
    """Mean of the first quarter of the clear dates, without the season."""
    last_mean: float | None
    """Of the last quarter."""


@dataclass(frozen=True)
class Fitted:
    """What is drawn beside the values of a place."""

    changes: PlaceChanges
    curve: tuple[float, ...]
    """Level and season at each date; empty where none was fitted."""
    season: tuple[float, ...] | None = None
    """Season alone at each date; None where none was fitted."""


def place_changes(series: PlaceSeries, min_change: float) -> PlaceChanges:
    """The breaks and the trend of a place; breaks below `min_change` do not count."""
    return fitted_place(series, min_change).changes


def fitted_place(series: PlaceSeries, min_change: float) -> Fitted:
    """The same with the curve that was fitted."""
    row, years = series.row, series.years
    rule = rule_for(years, row, min_change)
    clear = clear_values(row)
    count = int(clear.count[0])
    if count < 3:
        empty = PlaceChanges(series.place, (), None, None, None, None, count, (), None, None)
        return Fitted(empty, ())
    shape = rule.design if rule.design is not None and count >= rule.design.columns.shape[1] + MIN_FREE else None
    columns = np.ones((len(years), 1)) if shape is None else shape.columns
    suspect = _suspect(clear, columns, min_change, short=shape is None)
    kept = clear_values(np.where(suspect, np.nan, row).astype(np.float32))
    places, season = _breaks(kept, columns, min_change, shape)
    return _told(series, row - season, kept, places, suspect[0], season[0], columns)


def season_of(series: PlaceSeries, min_change: float) -> Reals | None:
    """(dates,) of the season that was fitted to a place; None where there are too few dates for one."""
    season = fitted_place(series, min_change).season
    return None if season is None else np.array(season)


def _suspect(clear: ClearValues, columns: Reals, min_change: float, *, short: bool) -> Flags:
    rest = _residuals(clear, columns)
    plain = ClearValues(rest.astype(np.float32), clear.order, clear.count)
    threshold = np.maximum(DEVIATIONS * np.sqrt(2) * noise(plain), min_change)
    return clear.back(dips(plain, threshold, ends=not short))


def _residuals(clear: ClearValues, columns: Reals) -> Reals:
    count = int(clear.count[0])
    design = columns[clear.order[0, :count]]
    values = clear.values[:, :count].astype(np.float64)
    told = fit(values, np.ones_like(values), design[None])
    rest = np.full(clear.values.shape, np.nan)
    rest[:, :count] = told.residuals
    return rest


def _breaks(kept: ClearValues, columns: Reals, min_change: float, shape: Design | None) -> tuple[list[int], Reals]:
    """Where new levels begin among the clear values, and (1, dates) of the season."""
    count = int(kept.count[0])
    values, design = kept.values[0, :count].astype(np.float64), columns[kept.order[0, :count]]
    season = np.zeros(len(columns))
    if count < 2 * MIN_SEGMENT:
        return [], season[None]
    places: list[int] = []
    for _ in range(ROUNDS if shape is not None else 1):
        if shape is not None:
            levels = _levels(count, places)
            told = fit(values[None], np.ones((1, count)), np.concatenate([design, levels], axis=1)[None])
            season = columns[:, TREND + 1 :] @ told.coefficients[0, TREND + 1 : columns.shape[1]]
        places = _segments(values - season[kept.order[0, :count]], min_change)
    times = design[:, TREND] if shape is not None else kept.order[0, :count].astype(np.float64)
    plain = values - season[kept.order[0, :count]]
    return ([] if _is_trend(plain, times, places) else places), season[None]


def _segments(values: Reals, min_change: float) -> list[int]:
    """Where new levels begin."""
    import ruptures

    spread = float(noise(clear_values(values[None].astype(np.float32)))[0])
    penalty = max(2 * spread**2 * np.log(len(values)), 1e-9)
    ends = ruptures.Pelt(model="l2", jump=1, min_size=MIN_SEGMENT).fit(values[:, None]).predict(pen=penalty)
    return _large(values, ends[:-1], min_change)


def _large(values: Reals, places: Sequence[int], min_change: float) -> list[int]:
    """The breaks without those whose levels lie nearer together than what counts, the smallest left out first."""
    kept = list(places)
    while kept:
        sizes = np.abs(np.diff(_means(values, kept)))
        smallest = int(np.argmin(sizes))
        if sizes[smallest] >= min_change:
            break
        del kept[smallest]
    return kept


def _means(values: Reals, places: Sequence[int]) -> Reals:
    return np.array([part.mean() for part in np.split(values, list(places))])


def _is_trend(values: Reals, times: Reals, places: Sequence[int]) -> bool:
    """Whether a straight line explains the values better than their levels do, by Bayes' information criterion."""
    if not places:
        return False
    count = len(values)
    line = np.polyval(np.polyfit(times, values, 1), times)
    means = _means(values, places)
    levels = np.repeat(means, np.diff([0, *places, count]))
    squares = [max(float(((values - told) ** 2).sum()), 1e-12) for told in (line, levels)]
    numbers = (2, 2 * len(places) + 1)
    scores = [count * np.log(rest / count) + k * np.log(count) for rest, k in zip(squares, numbers, strict=True)]
    return bool(scores[0] < scores[1])


def _levels(count: int, places: Sequence[int]) -> Reals:
    steps = np.arange(count)[:, None] >= np.array(list(places) or [count])[None]
    return np.asarray(steps[:, : len(places)], np.float64)


def _told(
    series: PlaceSeries, plain: Reals, kept: ClearValues, places: Sequence[int], suspect: object, season: Reals,
    columns: Reals,
) -> Fitted:  # fmt: skip
    count = int(kept.count[0])
    order = kept.order[0, :count]
    values = plain[0, order].astype(np.float64)
    means = _means(values, places)
    breaks = tuple(
        Break(series.days[order[place]], series.days[order[place - 1]], float(means[number + 1] - means[number]))
        for number, place in enumerate(places)
    )
    quarter = max(1, count // 4)
    changes = PlaceChanges(
        series.place, breaks, None, None, None, None, series.clear_dates,
        tuple(day for day, flag in zip(series.days, np.asarray(suspect), strict=True) if flag),
        float(values[:quarter].mean()), float(values[-quarter:].mean()),
    )  # fmt: skip
    known = np.zeros((1, len(columns)))
    known[0, order] = 1
    wider = slope_widening(known, columns[None]) if columns.shape[1] > TREND + 1 else None
    trend = trends(np.where(known > 0, plain, np.nan).astype(np.float32), series.years, widening=wider)
    numbers = [float(part[0]) for part in (trend.slope, trend.low, trend.high, trend.p_value)]
    if all(np.isfinite(numbers)):
        slope, low, high, p_value = numbers
        changes = replace(changes, slope=slope, slope_low=low, slope_high=high, p_value=p_value)
    first = np.array([*order[list(places)], len(series.days)]) if places else np.array([len(series.days)])
    levels = means[np.searchsorted(first, np.arange(len(series.days)), side="right")]
    told = tuple(float(one) for one in season) if columns.shape[1] > TREND + 1 else None
    return Fitted(changes, tuple(float(one) for one in levels + season), told)
