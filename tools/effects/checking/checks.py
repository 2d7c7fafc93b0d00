"""The checks of an effect, each passed, failed or open, with what was found; what they lead to stands in verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.effects.checking.break_dates import AGREE
from tools.effects.checking.placebos import Placebo, PlacebosInTime
from tools.effects.checking.second_model import SecondOpinion
from tools.effects.checking.verdicts import Check, CheckName, State
from tools.effects.estimate import Effect, Estimated
from tools.effects.regular_steps import Steps
from tools.notices import Notice, notice

LEAST_COVERAGE = 0.85
LEAST_AMONG = 0.8
LEAST_CONTROLS = 2
ENOUGH_FOR_RANK = 19
"""Controls from which on a rank can reach p = 0.05."""
LEAST_RANKED = 3
"""Controls from which on being the first of them says something."""
TREATED_P = 0.01
NAMED = 4


@dataclass(frozen=True, slots=True)
class PreFit:
    """How well the model tells the steps before the event, each one step ahead."""

    rmse: float
    """Units of the outcome."""
    mape_share: float | None
    """Mean absolute error as a share of the values; None: a value is 0."""
    coverage_share: float
    """Share of the steps within the 95 % band, 0-1."""


@dataclass(frozen=True)
class Evidence:
    """All that checks look at."""

    steps: Steps
    effect: Effect
    other: Effect
    fit: PreFit
    in_time: PlacebosInTime
    in_space: tuple[Placebo, ...]
    left_out: tuple[Placebo, ...]
    breaks: tuple[int, ...]
    second: SecondOpinion | None
    detectable: float | None
    rank_p: float | None
    equal_controls: float
    among: float | None


def pre_fit(estimated: Estimated, steps: Steps) -> PreFit:
    """The fit before the event."""
    seen = steps.outcome[: steps.event]
    errors = seen - estimated.told.fitted
    known = np.isfinite(errors)
    spread = estimated.told.spread[known]
    inside = np.abs(errors[known]) <= 1.96 * spread
    nonzero = bool((np.abs(seen[known]) > 0).all())
    share = float(np.mean(np.abs(errors[known] / seen[known]))) if nonzero else None
    return PreFit(float(np.sqrt(np.mean(errors[known] ** 2))), share, float(inside.mean()))


def run_checks(found: Evidence) -> tuple[Check, ...]:
    """All checks, in the order of the table."""
    return (
        _fit(found), _controls(found), _other_trend(found), _left_out(found), _untouched(found), _break(found),
        _second(found), _interval(found), _in_time(found), _in_space(found), _hull(found), _detectable(found),
    )  # fmt: skip


def _check(name: CheckName, text: Notice, *, passed: bool | None = None) -> Check:
    """A check that was passed or failed; None: it could not be made."""
    state: State = "open" if passed is None else "passed" if passed else "failed"
    return Check(name, state, text)


def _fit(found: Evidence) -> Check:
    fit = found.fit
    text = (
        "Before the event the model is off by {rmse:.3g} (root mean square; {mape}), and the 95 % band holds "
        "{percent:.0f} % of the steps."
    )
    share = notice("percent-of-values", "{percent:.1f} % of the values", percent=100 * (fit.mape_share or 0.0))
    mape = notice("no-percent", "no share, as a value is 0") if fit.mape_share is None else share
    told = notice("check-fit", text, rmse=fit.rmse, mape=mape, percent=100 * fit.coverage_share)
    return _check("pre-period fit", told, passed=fit.coverage_share >= LEAST_COVERAGE)


def _controls(found: Evidence) -> Check:
    count = len(found.steps.controls)
    if count < LEAST_CONTROLS:
        text = "With fewer than two controls the event cannot be told from what else happened; name two or more."
        return _check("controls", notice("check-few-controls", text))
    text = "{count} controls weigh as much as {equal:.1f} of equal weight."
    return _check("controls", notice("check-controls", text, count=count, equal=found.equal_controls), passed=True)


def _other_trend(found: Evidence) -> Check:
    other = found.other
    text = "With a slope of its own (local linear trend) the effect is {mean:+.3g} (95 % from {low:.3g} to {high:.3g})."
    told = notice("check-trend", text, mean=other.mean, low=other.low, high=other.high)
    return _check("other trend", told, passed=other.low <= found.effect.mean <= other.high)


def _left_out(found: Evidence) -> Check:
    if not found.left_out:
        return _check("leave one out", notice("check-none-left", "There is no control that could be left out."))
    sizes = [one.effect.mean for one in found.left_out]
    text = "With one control left out the effect lies from {low:.3g} to {high:.3g}."
    passed = all(found.effect.low <= size <= found.effect.high for size in sizes)
    return _check("leave one out", notice("check-left-out", text, low=min(sizes), high=max(sizes)), passed=passed)


def _untouched(found: Evidence) -> Check:
    if not found.in_space:
        text = "Whether the event reached the controls cannot be told from fewer than two of them."
        return _check("controls untouched", notice("check-untouched-open", text))
    touched = [one.name for one in found.in_space if one.effect.p_value < TREATED_P]
    if not touched:
        text = "No control shows an effect of its own at the event."
        return _check("controls untouched", notice("check-untouched", text), passed=True)
    text = "These controls show an effect of their own, so the event may have reached them: {names}; leave them out."
    return _check("controls untouched", notice("check-touched", text, names=", ".join(touched[:NAMED])), passed=False)


def _break(found: Evidence) -> Check:
    steps = found.steps
    if not found.breaks:
        text = "Searched without the event, no break is found that two of three methods agree on."
        return _check("date of the break", notice("check-no-break", text))
    nearest = min(found.breaks, key=lambda number: abs(number - steps.event))
    near = abs(nearest - steps.event) <= AGREE
    text = "Searched without the event, the nearest break begins on {day}, {away} steps from it."
    told = notice("check-break", text, day=steps.days[nearest], away=abs(nearest - steps.event))
    return _check("date of the break", told, passed=near)


def _second(found: Evidence) -> Check:
    second = found.second
    if second is None:
        text = "No second opinion was asked for, or its package bsts-causalimpact is not installed."
        return _check("second opinion", notice("check-no-second", text))
    text = "bsts-causalimpact finds {mean:+.3g} (95 % from {low:.3g} to {high:.3g})."
    told = notice("check-second", text, mean=second.mean, low=second.low, high=second.high)
    return _check("second opinion", told, passed=second.low <= found.effect.high and found.effect.low <= second.high)


def _interval(found: Evidence) -> Check:
    effect = found.effect
    text = "The 95 % interval goes from {low:.3g} to {high:.3g} (p = {p:.2g})."
    told = notice("check-interval", text, low=effect.low, high=effect.high, p=effect.p_value)
    return _check("interval", told, passed=effect.sure)


def _in_time(found: Evidence) -> Check:
    windows, skipped = found.in_time.windows, found.in_time.skipped
    left = notice("skipped-windows", "; too little history before {days}", days=_days(skipped)) if skipped else ""
    if not windows:
        text = "No window before the event is as long as the real one with enough history before it{left}."
        return _check("placebo in time", notice("check-no-window", text, left=left))
    largest = max(windows, key=lambda one: abs(one.effect.mean))
    text = "Of {count} windows before the event the largest effect is {mean:+.3g} from {day} on{left}."
    told = notice("check-in-time", text, count=len(windows), mean=largest.effect.mean, day=largest.name, left=left)
    return _check("placebo in time", told, passed=abs(largest.effect.mean) < abs(found.effect.mean))


def _days(days: tuple[str, ...]) -> str:
    return ", ".join(days[:NAMED]) + (", ..." if len(days) > NAMED else "")


def _in_space(found: Evidence) -> Check:
    count = len(found.in_space)
    if found.rank_p is None:
        text = "There are too few controls to rank the place among them."
        return _check("placebo in space", notice("check-no-rank", text))
    stronger = round(found.rank_p * (count + 1)) - 1
    text = "{stronger} of {count} controls show as strong an effect (p = {p:.2g})."
    told = notice("check-in-space", text, stronger=stronger, count=count, p=found.rank_p)
    if stronger and count < LEAST_RANKED:
        return _check("placebo in space", told)
    return _check("placebo in space", told, passed=found.rank_p <= 0.05 if count >= ENOUGH_FOR_RANK else not stronger)


def _hull(found: Evidence) -> Check:
    if found.among is None:
        return _check("convex hull", notice("check-no-hull", "There are no controls that the place could lie among."))
    text = "The place lies between its controls at {percent:.0f} % of the steps before the event."
    return _check(
        "convex hull", notice("check-hull", text, percent=100 * found.among), passed=found.among >= LEAST_AMONG
    )


def _detectable(found: Evidence) -> Check:
    if found.detectable is None:
        text = "There are too few placebos to tell how large an effect would have been found."
        return _check("detectable effect", notice("check-no-detectable", text))
    text = "By its placebos, an effect of {size:.3g} would be found in 80 of 100 cases."
    told = notice("check-detectable", text, size=found.detectable)
    return _check("detectable effect", told, passed=abs(found.effect.mean) >= found.detectable)
