import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tools.benchmarks.zones.simulated_programme import Programme, simulated
from tools.benchmarks.zones.zone_score import table_of
from tools.effects.zones.blocks import blocks_of, two_folds


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=20, max_size=80), st.integers(0, 5))
def test_no_block_is_in_both_folds(rows, seed):
    blocks, treated = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    second = two_folds(blocks, treated, seed)
    assert all(len(set(second[blocks == one].tolist())) == 1 for one in set(blocks.tolist()))


def test_folds_hold_as_many_treated_and_untreated_zones():
    world = simulated(Programme(), 2)
    second = two_folds(blocks_of(table_of(world), 0), world.treated, 0)
    for kind in (world.treated, ~world.treated):
        assert abs(int(kind[second].sum()) - int(kind[~second].sum())) <= 6


def test_blocks_lie_together():
    world = simulated(Programme(), 2)
    blocks = blocks_of(table_of(world), 0)
    apart = [np.ptp(world.places[blocks == one], axis=0).max() for one in np.unique(blocks)]
    assert max(apart) < np.ptp(world.places[:, 0]) / 2
