"""What is told of a window: direction by means, holes closed, and the same whatever the window is cut from."""

import numpy as np
import pytest

from tools.radar.window_changes import BRIGHTER, DARKER, MIXED, RIM, UNCHANGED, UNKNOWN, judged, smoothed

LOOKS = 4.4


def drawn(factors, dates=2, seed=0, side=64):
    """Power of which the middle of the last dates is so many times as bright, by band."""
    power = np.random.default_rng(seed).gamma(LOOKS, 0.1 / LOOKS, (dates, len(factors), side, side))
    power[dates // 2 :, :, 20:44, 20:44] *= np.array(factors)[:, None, None]
    return power.astype(np.float32)


@pytest.mark.parametrize(
    ("factors", "code"), [((20, 20), BRIGHTER), ((0.05, 0.05), DARKER), ((20, 0.05), MIXED), ((0.05,), DARKER)]
)
@pytest.mark.parametrize("dates", [2, 6])
def test_the_direction_of_the_change(factors, code, dates):
    found = judged(drawn(factors, dates), LOOKS, 0.01)
    inside = found.direction[24:40, 24:40]
    assert (inside == code).mean() > 0.99
    assert (found.direction[:10] == UNCHANGED).mean() > 0.95
    assert (found.last[24:40, 24:40] == dates // 2).mean() > 0.9


def test_holes_are_closed_and_dated_as_their_neighbours():
    found = judged(drawn((4, 4), 6), LOOKS, 0.01)
    middle = slice(22, 42), slice(22, 42)
    assert found.closed[middle].mean() > found.flagged[middle].mean()
    assert ((found.first > 0) == found.closed).all()
    assert (found.count[found.closed] >= 1).all()
    assert (found.first <= found.last).all()


def test_unknown_pixels_stay_unknown_and_touch_nothing():
    power = drawn((0.05, 0.05))
    power[0, 0, 30:34, 30:34] = np.nan
    found = judged(power, LOOKS, 0.01)
    assert (found.direction[30:34, 30:34] == UNKNOWN).all()
    assert not found.closed[30:34, 30:34].any()
    assert np.isnan(smoothed(power)[0, 0, 30:34, 30:34]).all()
    assert np.isfinite(smoothed(power)[0, 0, 29, 29])


def test_a_window_with_its_rim_is_judged_as_in_the_whole():
    power = drawn((0.2, 0.2), 4)
    whole, part = judged(power, LOOKS, 0.01), judged(power[..., 10:50, 12:52], LOOKS, 0.01)
    inner, outer = slice(RIM, 40 - RIM), (slice(10 + RIM, 50 - RIM), slice(12 + RIM, 52 - RIM))
    for name in ("direction", "first", "last", "count", "closed"):
        assert np.array_equal(getattr(part, name)[inner, inner], getattr(whole, name)[outer]), name


def test_a_bright_roof_beside_water_does_not_outweigh_it():
    power = np.full((1, 1, 15, 15), 0.01, np.float32)
    power[0, 0, 7, 7] = 100.0
    assert smoothed(power)[0, 0, 7, 8] < 0.02
