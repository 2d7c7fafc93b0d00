"""How well effects are found in simulated worlds: whether intervals hold the truth, what is called supported, time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from tools.benchmarks.effects.effect_simulation import ERRORS, Errors, World, simulate_world
from tools.effects.checking.second_model import second_opinion
from tools.effects.estimate import estimate
from tools.effects.impact import assess_effect
from tools.types import Progress

NULLS = ("supported", "not supported", "inconclusive")


@dataclass(frozen=True, slots=True)
class EffectScore:
    """Shares, 0-1, of worlds with one kind of errors."""

    errors: Errors
    worlds: int
    effect: float
    interval_holds: float
    """Of the worlds with an effect, those whose 95 % interval holds it."""
    interval_width: float
    """In the median."""
    supported: float
    """Of the worlds with an effect, those in which it is called supported: the power."""
    null_interval_excludes: float
    """Of the worlds without one, those whose interval leaves out 0."""
    null_supported: float
    """Of these, those in which an effect is called supported: false alarms."""
    null_not_supported: float
    null_inconclusive: float
    estimate_seconds: float
    """Of one estimate."""
    checks_seconds: float
    """Of one estimate with all its checks, the second opinion among them where it is installed."""
    second_interval_holds: float | None
    """As `interval_holds`, of `causal_impact`; None: it is not installed."""
    second_seconds: float | None
    """Of one estimate by `causal_impact`."""


def score_effects(count: int, how: World, seed: int, progress: Progress | None = None) -> tuple[EffectScore, ...]:
    """Judge `count` worlds with the effect and as many without it, of each kind of errors."""
    return tuple(_scored(count, how, seed, progress))


def _scored(count: int, how: World, seed: int, progress: Progress | None) -> Iterator[EffectScore]:
    for number, errors in enumerate(ERRORS):
        judged = []
        for world in range(count):
            judged.append(_world(replace(how, errors=errors), seed + world))
            if progress is not None:
                progress(number * count + world + 1, count * len(ERRORS))
        yield _summed(errors, how, judged)


@dataclass(frozen=True, slots=True)
class _Judged:
    holds: bool
    width: float
    supported: bool
    null_excludes: bool
    null_verdict: str
    estimate_seconds: float
    checks_seconds: float
    second_holds: bool | None
    second_seconds: float


def _world(how: World, seed: int) -> _Judged:
    steps, null = simulate_world(how, seed), simulate_world(replace(how, effect=0.0), seed)
    started = time.perf_counter()
    effect = estimate(steps).effect
    estimated = time.perf_counter()
    second = second_opinion(steps)
    asked = time.perf_counter()
    found = assess_effect(steps)
    checked = time.perf_counter()
    without = assess_effect(null)
    return _Judged(
        effect.low <= how.effect <= effect.high, effect.high - effect.low, found.verdict == "supported",
        without.effect.sure, without.verdict, estimated - started, checked - asked,
        None if second is None else second.low <= how.effect <= second.high, asked - estimated,
    )  # fmt: skip


def _summed(errors: Errors, how: World, judged: list[_Judged]) -> EffectScore:
    def share(name: str) -> float:
        return float(np.mean([getattr(one, name) for one in judged]))

    verdicts = [one.null_verdict for one in judged]
    none, not_so, unclear = (verdicts.count(name) / len(verdicts) for name in NULLS)
    installed = judged[0].second_holds is not None
    return EffectScore(
        errors, len(judged), how.effect, share("holds"), float(np.median([one.width for one in judged])),
        share("supported"), share("null_excludes"), none,
        not_so,
        unclear, share("estimate_seconds"), share("checks_seconds"),
        share("second_holds") if installed else None, share("second_seconds") if installed else None,
    )  # fmt: skip
