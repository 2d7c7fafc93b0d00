import pytest

from tools.benchmarks.effects.effect_simulation import World, simulate_world
from tools.effects.checking.placebos import detectable_effect, placebos_in_space, placebos_in_time, rank_p
from tools.effects.estimate import estimate


def test_windows_are_as_long_as_the_real_one_and_have_history():
    steps = simulate_world(World(after=18), 0)
    found = placebos_in_time(steps)
    days = [steps.days.index(one.name) for one in found.windows]
    assert all(18 <= start <= steps.event - 18 for start in days)
    assert [steps.days.index(day) for day in found.skipped] == [12, 6]


def test_the_strongest_of_five_has_p_of_a_sixth():
    steps = simulate_world(World(effect=-0.3), 0)
    found = placebos_in_space(steps)
    assert rank_p(estimate(steps).effect, found) == pytest.approx(1 / 6)
    assert rank_p(found[0].effect, found) > 1 / 6
    assert 0 < detectable_effect(found) < 0.3


def test_one_control_has_no_rank():
    assert placebos_in_space(simulate_world(World(controls=1), 0)) == ()
    assert detectable_effect(()) is None
