import pytest

from tools.benchmarks.effects.effect_score import score_effects
from tools.benchmarks.effects.effect_simulation import World, simulate_world


def test_worlds_repeat_with_their_seed():
    first, again, other = (simulate_world(World(), seed) for seed in (1, 1, 2))
    assert (first.regressors == again.regressors).all()
    assert not (first.regressors == other.regressors).all()


@pytest.mark.slow
def test_a_large_effect_is_supported_and_none_is_not():
    for score in score_effects(2, World(effect=-0.3), 0):
        assert score.supported == 1
        assert score.null_supported == 0
        assert score.null_supported + score.null_not_supported + score.null_inconclusive == pytest.approx(1)
