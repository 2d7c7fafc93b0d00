"""Learning rates rise, then fall to their floor."""

import pytest

from mci_model.training.rate_schedule import warmed_cosine


def test_a_rate_rises_and_falls_to_its_floor():
    rates = [warmed_cosine(step, 100, 10, 0.02) for step in range(101)]
    assert rates[0] == pytest.approx(0.1, abs=1e-3)
    assert max(rates) == rates[9] or max(rates) == rates[10]
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[50] == pytest.approx(0.51)
    assert rates[100] == pytest.approx(0.02)
    assert warmed_cosine(0, 0, 1, 0.5) == 1
