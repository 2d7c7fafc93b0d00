"""Values at any dates as even steps of whole months, counted from the event, so that no step mixes before and after.

A step without a value of the place stays open. A step without a value of a control counts for nobody: a control may
have no gap in the model, and filling one would invent what the place is held against.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from tools.errors import EffectError
from tools.notices import Notice, notice

Reals = npt.NDArray[np.float64]
STEPS = (1, 2, 3, 6, 12)
"""Months that a step may last."""
FILLED = 0.7
"""Share of the steps that must have a value of the place: the shortest step with so many is taken."""
MAX_GAPS = 1 / 3
"""Share of the steps with a value of the place at which a control may have none."""
YEAR = 12
MIXED, MIXED_SHARE = 100, 0.02
"""Times the smallest value, and the median, that values of a column may be; and how many may be more than that."""
FULL_CYCLES = 2
"""Years before the event from which on a season is fitted."""
HARMONICS = 2
LEAST_BEFORE = 12
"""Steps with a value before the event that any model needs."""
LEAST_AFTER = 2


@dataclass(frozen=True)
class Steps:
    """A place and its controls at even steps."""

    place: str
    controls: tuple[str, ...]
    days: tuple[str, ...]
    """ISO 8601: the first day of each step."""
    months: int
    """Of a step."""
    outcome: Reals
    """(steps,), NaN where the place or a control has no value."""
    regressors: Reals
    """(steps, controls), without gaps: where a control has none, the outcome does not count."""
    event: int
    """Number of the first step after the event."""
    notes: tuple[Notice, ...] = ()

    @property
    def period(self) -> int:
        """Steps of a year."""
        return YEAR // self.months

    @property
    def harmonics(self) -> int:
        """Of the season that is fitted; 0: too few years before the event, or steps of a year."""
        enough = self.event >= FULL_CYCLES * self.period and self.period > 1
        return min(HARMONICS, self.period // 2) if enough else 0

    @property
    def before(self) -> int:
        """Steps before the event that have a value."""
        return int(np.isfinite(self.outcome[: self.event]).sum())

    @property
    def after(self) -> int:
        """Steps after it that have one."""
        return int(np.isfinite(self.outcome[self.event :]).sum())

    @property
    def least_before(self) -> int:
        """Steps before an event that the model needs: as many again as it has coefficients, and twelve at least."""
        return max(LEAST_BEFORE, 2 * (1 + 2 * self.harmonics + len(self.controls)))

    def cut(self, event: int, end: int) -> Steps:
        """The same steps up to `end` as if the event had been at another one."""
        return replace(
            self, days=self.days[:end], outcome=self.outcome[:end], regressors=self.regressors[:end], event=event
        )

    def without(self, control: str) -> Steps:
        """The same with one control fewer."""
        kept = [number for number, name in enumerate(self.controls) if name != control]
        names = tuple(self.controls[number] for number in kept)
        return replace(self, controls=names, regressors=self.regressors[:, kept])

    def as_if_treated(self, control: str) -> Steps:
        """One control in the place of the place, held against the other controls."""
        others = self.without(control)
        own = self.regressors[:, self.controls.index(control)]
        return replace(others, place=control, outcome=np.where(np.isfinite(self.outcome), own, np.nan))


def regular_steps(
    days: Sequence[str], place: str, values: Mapping[str, Sequence[float | None]], event: str, until: str | None = None
) -> Steps:
    """Even steps of a place and its controls, about an event.

    Args:
        days: ISO 8601, in any order; values of one step are averaged.
        place: name of the column that the effect is sought in.
        values: by name, the place's and the controls', one for each day; None: unknown.
        event: ISO 8601: values from that day on are after it.
        until: ISO 8601: values after that day do not count.

    Raises:
        EffectError: the event lies outside the dates, too little lies before or after it, or values do not fit.
    """
    kept = [number for number, day in enumerate(days) if until is None or day <= until]
    dates = [days[number] for number in kept]
    names = [place, *(name for name in values if name != place)]
    table = np.array([[_real(values[name][number]) for name in names] for number in kept], np.float64)
    table = table.reshape(len(kept), len(names))
    _check_event(dates, table[:, 0], event)
    _check_units(names, table)
    since = np.array([_months_since(day, event) for day in dates])
    months = _step_months(since[np.isfinite(table[:, 0])])
    steps = _binned(names, since // months, table, months, event)
    _check(steps)
    return steps


def _real(value: float | None) -> float:
    return np.nan if value is None else float(value)


def _months_since(day: str, event: str) -> int:
    one, other = date.fromisoformat(day), date.fromisoformat(event)
    return YEAR * (one.year - other.year) + one.month - other.month - (one.day < min(other.day, 28))


def _check_event(days: Sequence[str], outcome: Reals, event: str) -> None:
    known = sorted(day for day, value in zip(days, outcome, strict=True) if np.isfinite(value))
    if not known or not known[0] < event <= known[-1]:
        first, last = (known[0], known[-1]) if known else ("-", "-")
        text = "The event of {event} lies outside the values, which go from {first} to {last}; name a day between."
        raise EffectError(notice("event-outside", text, event=event, first=first, last=last))


def _check_units(names: Sequence[str], table: Reals) -> None:
    for name, column in zip(names, np.abs(table).T, strict=True):
        known = column[np.isfinite(column) & (column > 0)]
        if (
            len(known)
            and (known.max() > MIXED * np.median(known))
            and (known > MIXED * known.min()).mean() > MIXED_SHARE
        ):
            text = "The values of {name} go from {low:.3g} to {high:.3g}, as if units were mixed; give all in one unit."
            raise EffectError(notice("mixed-units", text, name=name, low=float(known.min()), high=float(known.max())))


def _step_months(since: npt.NDArray[np.int64]) -> int:
    """The shortest step of which enough have a value; steps before and after the event are judged together."""
    for months in STEPS:
        found = np.unique(since // months)
        if len(found) >= FILLED * (found[-1] - found[0] + 1):
            return months
    return STEPS[-1]


def _binned(names: Sequence[str], numbers: npt.NDArray[np.int64], table: Reals, months: int, event: str) -> Steps:
    first, last = int(numbers.min()), int(numbers.max())
    means = np.full((last - first + 1, len(names)), np.nan)
    for step in range(first, last + 1):
        rows = table[numbers == step]
        known = np.isfinite(rows)
        total = np.where(known, rows, 0).sum(axis=0)
        means[step - first] = np.where(known.any(axis=0), total / np.maximum(known.sum(axis=0), 1), np.nan)
    notes = tuple(_notes(means, months, len(table)))
    outcome, regressors = _without_gaps(names, means)
    days = tuple(_day_of(step * months, event) for step in range(first, last + 1))
    return Steps(names[0], tuple(names[1:]), days, months, outcome, regressors, -first, notes)


def _without_gaps(names: Sequence[str], means: Reals) -> tuple[Reals, Reals]:
    seen = np.isfinite(means[:, 0])
    for number, name in enumerate(names[1:], 1):
        share = float(np.isnan(means[seen, number]).mean())
        if share > MAX_GAPS:
            text = "The control {name} has no value at {percent:.0f} % of the steps; leave it out, or fill its gaps."
            raise EffectError(notice("control-gaps", text, name=name, percent=100 * share))
    open_steps = np.isnan(means[:, 1:]).any(axis=1)
    filled = np.where(np.isnan(means[:, 1:]), np.nanmean(means[:, 1:], axis=0), means[:, 1:])
    return np.where(open_steps, np.nan, means[:, 0]), filled


def _notes(means: Reals, months: int, dates: int) -> list[Notice]:
    text = "{dates} dates were averaged to {steps} even {months}-month steps, counted from the event."
    told = [notice("even-steps", text, dates=dates, steps=len(means), months=months)]
    seen = np.isfinite(means[:, 0])
    gaps = int((~seen | np.isnan(means[:, 1:]).any(axis=1)).sum())
    if gaps:
        text = "{gaps} of the {steps} steps have no value of the place or of a control and do not count."
        told.append(notice("open-steps", text, gaps=gaps, steps=len(means)))
    return told


def _day_of(months: int, event: str) -> str:
    start = date.fromisoformat(event)
    turn = start.year * YEAR + start.month - 1 + months
    return date(turn // YEAR, turn % YEAR + 1, min(start.day, 28) if months else start.day).isoformat()


def _check(steps: Steps) -> None:
    if steps.before < steps.least_before:
        text = (
            "Only {count} {months}-month steps before the event have a value, and {least} are needed; "
            "give earlier dates or fewer controls."
        )
        told = {"count": steps.before, "months": steps.months, "least": steps.least_before}
        raise EffectError(notice("short-before", text, **told))
    if steps.after < LEAST_AFTER:
        text = "Only {count} steps after the event have a value, and {least} are needed; give later dates."
        raise EffectError(notice("short-after", text, count=steps.after, least=LEAST_AFTER))
    before = slice(None, steps.event)
    columns = [(steps.place, steps.outcome[before]), *zip(steps.controls, steps.regressors[before].T, strict=True)]
    for name, column in columns:
        if np.nanstd(column) <= 1e-9 * max(1e-9, float(np.nanmax(np.abs(column)))):
            text = "The values of {name} do not vary before the event; what is to be compared must vary."
            raise EffectError(notice("constant-values", text, name=name))
