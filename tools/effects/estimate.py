"""The size of an effect: what was seen after the event less what would have been without it, with limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.effects.regular_steps import Reals, Steps
from tools.effects.structural import Forecast, Trend, forecast


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect by one model; limits at 95 %."""

    model: str
    mean: float
    """Units of the outcome, at a step after the event that has a value, in the mean."""
    low: float
    high: float
    cumulative_difference: float
    """Sum over these steps."""
    cumulative_low: float
    cumulative_high: float
    relative_share: float | None
    """Of what would have been; None where that may be 0."""
    relative_low_share: float | None
    relative_high_share: float | None
    expected_mean: float
    """Mean of what would have been."""
    p_value: float
    """Two-sided probability of what was seen, or more, without the event."""

    @property
    def sure(self) -> bool:
        """Whether the limits leave out 0."""
        return self.low > 0 or self.high < 0

    @property
    def strength(self) -> float:
        """Size over half the width of its interval: what effects of different places are ranked by."""
        return abs(self.mean) / max((self.high - self.low) / 2, 1e-12)


@dataclass(frozen=True)
class Estimated:
    """An effect with what it was computed from."""

    effect: Effect
    told: Forecast

    @property
    def limits(self) -> tuple[Reals, Reals]:
        """(steps after the event,) twice: limits of what would have been at each step, at 95 %."""
        return self.told.limits(np.eye(len(self.told.mean)))


def estimate(steps: Steps, trend: Trend = "local level") -> Estimated:
    """The effect of the event.

    Args:
        steps: the place, its controls and the event.
        trend: of the model.
    """
    told = forecast(steps, trend)
    seen = np.isfinite(steps.outcome[steps.event :])
    count = int(seen.sum())
    weights = (seen / count)[None]
    observed = float(steps.outcome[steps.event :][seen].mean())
    expected = float(told.mean[seen].mean())
    lowest, highest = (float(limit[0]) for limit in told.limits(weights))
    below = float(told.below(weights, np.array([observed]))[0])
    mean, low, high = observed - expected, observed - highest, observed - lowest
    effect = Effect(
        trend, mean, low, high, mean * count, low * count, high * count,
        *_relative(observed, expected, lowest, highest), expected, min(1.0, 2 * min(below, 1 - below)),
    )  # fmt: skip
    return Estimated(effect, told)


def _relative(
    observed: float, expected: float, lowest: float, highest: float
) -> tuple[float | None, float | None, float | None]:
    if lowest <= 0 <= highest:
        return None, None, None
    shares = [observed / value - 1 for value in (expected, lowest, highest)]
    return shares[0], min(shares[1:]), max(shares[1:])
