"""The effect of an event on a place with every check of it and the verdict that these lead to.

even steps -> two models -> placebos in time and space, controls left out, break dates, a second opinion -> verdict
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.effects.checking.break_dates import consensus_breaks
from tools.effects.checking.checks import Evidence, PreFit, pre_fit, run_checks
from tools.effects.checking.control_weights import control_weights, effective_number, share_among
from tools.effects.checking.placebos import (
    Placebo,
    PlacebosInTime,
    detectable_effect,
    placebos_in_space,
    placebos_in_time,
    rank_p,
    without_each,
)
from tools.effects.checking.second_model import SecondOpinion, second_opinion
from tools.effects.checking.verdicts import Check, Verdict, verdict
from tools.effects.estimate import Effect, Estimated, estimate
from tools.effects.regular_steps import Reals, Steps
from tools.types import Progress


@dataclass(frozen=True)
class Impact:
    """What an event changed in a place."""

    steps: Steps
    estimated: Estimated
    """By the local level, whose effect is told."""
    other: Effect
    """By the local linear trend, which is told beside it."""
    fit: PreFit
    in_time: PlacebosInTime
    in_space: tuple[Placebo, ...]
    left_out: tuple[Placebo, ...]
    weights: Reals
    """(controls,) of a synthetic control."""
    breaks: tuple[str, ...]
    """ISO 8601: when levels begin, found without being told the event."""
    second: SecondOpinion | None
    detectable: float | None
    """Mean effect that would be found in 80 of 100 cases; None: too few placebos."""
    rank_p: float | None
    """Of the place among its controls; None: fewer than two."""
    checks: tuple[Check, ...]
    verdict: Verdict
    reasons: tuple[Check, ...]

    @property
    def effect(self) -> Effect:
        """The effect that is told."""
        return self.estimated.effect


def assess_effect(steps: Steps, progress: Progress | None = None, *, second: bool = True) -> Impact:
    """Estimate an effect and check it.

    Args:
        steps: the place, its controls and the event.
        progress: called with parts done and parts in all.
        second: whether a second opinion is asked for where its package is installed.
    """
    parts = 6
    told = _counting(progress, parts)
    estimated, other = estimate(steps), estimate(steps, "local linear trend").effect
    told()
    in_time = placebos_in_time(steps)
    told()
    in_space = placebos_in_space(steps)
    told()
    left_out = without_each(steps)
    told()
    breaks = consensus_breaks(steps)
    told()
    opinion = second_opinion(steps) if second and steps.controls else None
    told()
    weights = control_weights(steps)
    effect = estimated.effect
    found = Evidence(
        steps, effect, other, pre_fit(estimated, steps), in_time, in_space, left_out, breaks, opinion,
        detectable_effect((*in_time.windows, *in_space)), rank_p(effect, in_space) if in_space else None,
        effective_number(weights) if steps.controls else 0.0, share_among(steps) if steps.controls else None,
    )  # fmt: skip
    checks = run_checks(found)
    outcome, reasons = verdict(checks)
    return Impact(
        steps, estimated, other, found.fit, in_time, in_space, left_out, weights,
        tuple(steps.days[number] for number in breaks), opinion, found.detectable, found.rank_p, checks, outcome,
        reasons,
    )  # fmt: skip


def _counting(progress: Progress | None, parts: int) -> Callable[[], None]:
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, parts)

    return told
