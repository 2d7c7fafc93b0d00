"""Roads of one date alone are changed roads, in whichever order the dates come."""

import numpy as np
import torch

from mci_model.inference.road_change import TOLERANCE, road_changes, with_roads
from mci_model.settings import BACKGROUND, BUILDING, ROAD


def logits(*streets, size=40):
    """(1, 40, 40): sure of streets of 3 cells' width that begin in these columns."""
    drawn = torch.full((1, size, size), -9.0)
    for column in streets:
        drawn[:, :, column : column + 3] = 9.0
    return drawn


def test_a_road_of_the_later_date_alone_appeared():
    (found,) = road_changes(torch.cat([logits(5), logits(5, 20)]))
    assert found.changed.shape == (160, 160)
    assert found.changed[:, 84:88].min() > 0.99
    assert found.appeared[:, 84:88].min() > 0.99
    assert found.changed[:, :60].max() < 0.01


def test_swapped_dates_swap_what_appeared_and_nothing_else():
    dice = torch.randn(4, 32, 32, generator=torch.Generator().manual_seed(0))
    given, swapped = road_changes(dice), road_changes(torch.cat(dice.chunk(2)[::-1]))
    for one, other in zip(given, swapped, strict=True):
        assert np.array_equal(one.changed, other.changed)
        assert np.allclose(one.appeared, 1 - other.appeared, atol=1e-6)


def test_a_road_that_lies_a_little_beside_itself_is_the_same():
    beside = TOLERANCE // 2
    (found,) = road_changes(torch.cat([logits(20), logits(20 + beside)]))
    assert found.changed.max() < 0.05
    (found,) = road_changes(torch.cat([logits(20), logits(20 + 2 * TOLERANCE)]))
    assert found.changed.max() > 0.9


def test_buildings_keep_their_probability():
    dice = np.random.default_rng(0)
    classes = dice.dirichlet((1, 1, 1), (16, 16)).transpose(2, 0, 1).astype(np.float32)
    road = dice.random((16, 16), np.float32)
    result = with_roads(classes, road)
    assert np.array_equal(result[BUILDING], classes[BUILDING])
    assert np.allclose(result.sum(0), 1, atol=1e-6)
    assert (result >= 0).all()
    share = classes[ROAD] / (classes[ROAD] + classes[BACKGROUND])
    assert np.allclose(result[ROAD], np.maximum(share, road) * (1 - classes[BUILDING]), atol=1e-6)
