"""When a place broke away from its controls, sought without being told the event: what several searches agree on.

controls and season taken out beside the best single step -> PELT, binary segmentation and a moving window (ruptures)
-> breaks that at least two of the three place within a few steps of each other
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tools.effects.regular_steps import Reals, Steps

AGREE = 3
"""Steps within which two searches mean the same break, and within which a break is that of the event."""
VOTES = 2
SHORTEST = 4
"""Steps of a level."""
WINDOW = 24
MOST = 4
"""Breaks that are sought."""


def consensus_breaks(steps: Steps) -> tuple[int, ...]:
    """Numbers of the steps from which on the place has another level beside its controls, in order."""
    known = np.flatnonzero(np.isfinite(steps.outcome))
    if len(known) < 4 * SHORTEST:
        return ()
    plain, rest, spread = _without_regressors(steps, known)
    penalty = 2 * spread**2 * np.log(len(known)) * _dependence(rest)
    found = [_search(name, plain, max(penalty, 1e-12)) for name in ("pelt", "binary", "window")]
    return tuple(int(known[place]) for place in _agreed(found))


def _without_regressors(steps: Steps, known: npt.NDArray[np.int64]) -> tuple[Reals, Reals, float]:
    """Values without controls and season, what the best step leaves of them, and the spread of that."""
    design = np.concatenate([np.ones((len(known), 1)), _season(steps)[known], steps.regressors[known]], axis=1)
    values = steps.outcome[known]
    fits = []
    for place in range(SHORTEST, len(known) - SHORTEST):
        both = np.concatenate([design, (np.arange(len(known)) >= place)[:, None]], axis=1)
        coefficients = np.linalg.lstsq(both, values, rcond=None)[0]
        rest = values - both @ coefficients
        fits.append((float(rest @ rest), coefficients, rest))
    squares, coefficients, rest = min(fits, key=lambda fit: fit[0])
    free = max(1, len(known) - design.shape[1] - 1)
    return values - design @ coefficients[:-1], rest, float(np.sqrt(squares / free))


def _season(steps: Steps) -> Reals:
    turn = 2 * np.pi * np.arange(len(steps.days)) / steps.period
    waves = [wave(number * turn) for number in range(1, steps.harmonics + 1) for wave in (np.cos, np.sin)]
    return np.array(waves).T.reshape(len(steps.days), -1)


def _dependence(rest: Reals) -> float:
    """By how much neighbours that depend on each other raise the variance of a mean."""
    around = rest - rest.mean()
    one = float(np.clip((around[1:] @ around[:-1]) / max(float(around @ around), 1e-12), 0, 0.9))
    return (1 + one) / (1 - one)


def _search(name: str, values: Reals, penalty: float) -> list[int]:
    import ruptures

    column = values[:, None]
    if name == "pelt":
        ends = ruptures.Pelt(model="l2", jump=1, min_size=SHORTEST).fit(column).predict(pen=penalty)
    elif name == "binary":
        ends = ruptures.Binseg(model="l2", jump=1, min_size=SHORTEST).fit(column).predict(pen=penalty)
    else:
        width = min(WINDOW, len(values) // 3)
        ends = ruptures.Window(width=width, model="l2", jump=1, min_size=SHORTEST).fit(column).predict(pen=penalty)
    return [int(end) for end in ends[:-1]]


def _agreed(found: list[list[int]]) -> list[int]:
    """Places of PELT, else of binary segmentation, that another search confirms."""
    kept: list[int] = []
    for number, places in enumerate(found[:VOTES]):
        for place in places:
            votes = sum(any(abs(place - other) <= AGREE for other in others) for others in found[number:])
            if votes >= VOTES and all(abs(place - one) > AGREE for one in kept):
                kept.append(place)
    return sorted(kept)[:MOST]
