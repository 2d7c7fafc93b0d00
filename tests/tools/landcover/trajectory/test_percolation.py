import numpy as np
import pytest

from tools.landcover.trajectory.percolation import largest_share, percolation


def blobs(seed, share=0.4, side=96, smooth=6):
    """A mask of an autocorrelated field, as the null supposes."""
    generator = np.random.default_rng(seed)
    frequencies = np.hypot(*np.meshgrid(np.fft.rfftfreq(side), np.fft.fftfreq(side)))
    noise = np.fft.rfft2(generator.standard_normal((side, side)))
    field = np.fft.irfft2(noise * np.exp(-((frequencies * smooth) ** 2)), (side, side))
    return field >= np.quantile(field, 1 - share)


@pytest.mark.parametrize(("density", "share", "within"), [(0.55, 0.043, 0.03), (0.65, 0.941, 0.02)])
def test_independent_sites_hang_together_above_the_threshold_alone(density, share, within):
    drawn = [np.random.default_rng(seed).random((256, 256)) < density for seed in range(20)]
    assert np.mean([largest_share(mask, 4) for mask in drawn]) == pytest.approx(share, abs=within)


def test_a_mask_of_the_null_is_seldom_unusual():
    values = [percolation(blobs(seed), draws=19).p_value for seed in range(20)]
    assert sum(value <= 0.05 for value in values) <= 3


def test_a_mask_that_is_all_one_patch_is_unusual():
    snake = np.zeros((96, 96), bool)
    snake[::4] = True
    for row in range(0, 92, 4):
        snake[row : row + 4, 0 if row % 8 else 95] = True
    found = percolation(snake, 4, draws=19)
    assert found.largest_share == 1.0
    assert found.p_value == pytest.approx(1 / 20)
    assert found.expected_share < 0.9


def test_a_class_that_is_nowhere_or_everywhere_has_no_null():
    assert percolation(np.zeros((8, 8), bool)) is None
    assert percolation(np.ones((8, 8), bool)) is None


def test_the_same_seed_gives_the_same_answer():
    mask = blobs(3)
    assert percolation(mask, draws=9) == percolation(mask, draws=9)
