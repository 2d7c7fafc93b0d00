"""What changed in many series, and when: with a season fitted where the dates allow it, else by differences alone.

clear values -> season and trend -> dips that recover -> steps -> first, largest, last; then the trend without season
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.series.statistics.clear_values import (
    ClearValues,
    Flags,
    Times,
    Values,
    clear_values,
    dips,
    noise,
)
from tools.series.statistics.design import MIN_DATES, TREND, Design, design
from tools.series.statistics.least_squares import Reals, robust_fit, slope_widening
from tools.series.statistics.steps import MAX_STEPS, NONE, find_steps
from tools.series.statistics.trend import trends

FALSE_ALARMS = 0.05
"""Share of unchanged series that are given a change, as far as their noise is normal."""
DEVIATIONS = 3.5
"""Standard deviations of a difference beyond which it is no noise."""
MIN_CLEAR_OF_FEW = 3
"""Clear dates below which nothing is told of a short series."""
ROWS = 4096
"""Series that are fitted in one go."""
MAX_THREADS = 4
"""Threads that fit at once, each in some 150 MB for 100 dates."""


@dataclass(frozen=True)
class Rule:
    """What counts as a change."""

    design: Design | None
    """What is fitted beside steps; None: too few dates, differences alone are looked at."""
    min_change: float
    """Units of the values; smaller steps do not count."""
    scene_noise: float = 0.0
    """Standard deviation of one value, by most of the scene; used where a series is too short to tell its own."""

    @property
    def min_clear(self) -> int:
        """Clear dates below which nothing is told."""
        return MIN_CLEAR_OF_FEW if self.design is None else self.design.min_clear


@dataclass(frozen=True)
class Changes:
    """What changed in n series."""

    first: npt.NDArray[np.int64]
    """(n,): number of the first date of a new level; -1: no change, or not known."""
    largest: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]
    magnitude: Reals
    """(n,): of the largest change, with its sign; 0 where there is none, NaN where nothing is known."""
    count: npt.NDArray[np.int64]
    clear: npt.NDArray[np.int64]
    slope: Reals
    """(n,): units a year, without the season."""
    slope_low: Reals
    slope_high: Reals
    p_value: Reals
    known: Flags
    """(n,): whether enough dates are clear."""
    suspect: Flags
    """(n, dates): single values that leave their level and come back, or that nothing after them confirms."""


def rule_for(years: Times, sample: Values, min_change: float) -> Rule:
    """The rule for series of these dates.

    Args:
        years: (dates,).
        sample: (n, dates) of some of the series.
        min_change: units of the values.
    """
    clear = clear_values(sample)
    typical = float(np.median(clear.count[clear.count > 0])) if (clear.count > 0).any() else 0.0
    told = noise(clear)[clear.count > 1]
    return Rule(
        design(years, typical) if len(years) >= MIN_DATES else None,
        min_change,
        float(np.median(told)) if told.size else 0.0,
    )


def find_changes(values: Values, years: Times, rule: Rule) -> Changes:
    """What changed in (n, dates) series, of which NaN is not known."""
    chunks = [values[start : start + ROWS] for start in range(0, len(values), ROWS)] or [values]
    with ThreadPoolExecutor(min(MAX_THREADS, os.cpu_count() or 1)) as threads:
        parts = list(threads.map(lambda chunk: _of_part(chunk, years, rule), chunks))
    names = Changes.__dataclass_fields__
    return Changes(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def _of_part(values: Values, years: Times, rule: Rule) -> Changes:
    clear = clear_values(values)
    known = clear.count >= rule.min_clear
    empty = _nothing(values, clear, known)
    if not known.any():
        return empty
    some = ClearValues(clear.values[known], clear.order[known], clear.count[known])
    told = (
        _of_few(some, values[known], years, rule)
        if rule.design is None
        else _fitted(some, values[known], years, rule, rule.design)
    )
    merged = {}
    for name in Changes.__dataclass_fields__:
        whole = getattr(empty, name).copy()
        if name not in ("clear", "known"):
            whole[known] = getattr(told, name)
        merged[name] = whole
    return Changes(**merged)


def _nothing(values: Values, clear: ClearValues, known: Flags) -> Changes:
    count = len(values)
    none, nan = np.full(count, NONE), np.full(count, np.nan)
    zeros = np.zeros(count, np.int64)
    flags = np.zeros(values.shape, bool)
    return Changes(none, none, none, nan, zeros, clear.count, nan, nan, nan, nan, known, flags)


def _fitted(clear: ClearValues, values: Values, years: Times, rule: Rule, shape: Design) -> Changes:
    """With level, trend and season fitted to each series."""
    columns = shape.columns[clear.order]
    known = clear.known.astype(np.float64)
    filled = np.nan_to_num(clear.values.astype(np.float64))
    rough = robust_fit(filled, known, columns)
    rest = np.where(clear.known, rough.residuals, np.nan).astype(np.float32)
    plain = ClearValues(rest, clear.order, clear.count)
    threshold = np.maximum(DEVIATIONS * np.sqrt(2) * noise(plain), rule.min_change)
    suspect = clear.back(dips(plain, threshold, ends=True))
    kept = clear_values(np.where(suspect, np.nan, values).astype(np.float32))
    columns, known = shape.columns[kept.order], kept.known.astype(np.float64)
    steps = find_steps(np.nan_to_num(kept.values.astype(np.float64)), known, columns, FALSE_ALARMS)
    counts = (steps.place != NONE) & (np.abs(steps.size) >= rule.min_change)
    dates = np.where(counts, np.take_along_axis(kept.order, np.maximum(steps.place, 0), axis=1), NONE)
    season = (steps.base[:, TREND + 1 :] @ shape.season.T).astype(np.float32)
    wider = slope_widening(known, columns)
    return _told(dates, np.where(counts, steps.size, 0.0), values - season, suspect, years, clear, wider)


def _of_few(clear: ClearValues, values: Values, years: Times, rule: Rule) -> Changes:
    """By differences of clear neighbours alone; a value that leaves its level and comes back is passed over."""
    threshold = np.full(len(values), max(rule.min_change, DEVIATIONS * np.sqrt(2) * rule.scene_noise))
    suspect = clear.back(dips(clear, threshold, ends=False))
    kept = clear_values(np.where(suspect, np.nan, values).astype(np.float32))
    change = np.diff(kept.values, axis=1)
    with np.errstate(invalid="ignore"):
        found = np.abs(change) > threshold[:, None]
    dates = np.where(found, kept.order[:, 1:], NONE)
    return _told(dates, np.where(found, np.nan_to_num(change), 0.0), values, suspect, years, clear)


def _told(
    dates: npt.NDArray[np.int64],
    sizes: Reals,
    values: Values,
    suspect: Flags,
    years: Times,
    clear: ClearValues,
    wider: Reals | None = None,
) -> Changes:
    """The changes of series by (n, k) dates, -1 for none, and sizes; trends by values without their season."""
    is_one = dates != NONE
    rows = np.arange(len(dates))
    largest = np.argmax(np.abs(sizes), axis=1)
    first = np.where(is_one, dates, np.iinfo(np.int64).max).min(axis=1)
    trend = trends(np.where(suspect, np.nan, values).astype(np.float32), years, widening=wider)
    some = is_one.any(axis=1)
    return Changes(
        np.where(some, first, NONE),
        np.where(some, dates[rows, largest], NONE),
        dates.max(axis=1),
        np.where(some, sizes[rows, largest], 0.0),
        is_one.sum(axis=1),
        clear.count,
        trend.slope,
        trend.low,
        trend.high,
        trend.p_value,
        np.ones(len(dates), bool),
        suspect,
    )


__all__ = ["FALSE_ALARMS", "MAX_STEPS", "Changes", "Rule", "find_changes", "rule_for"]
