"""Looks estimated where nothing changed, whatever the ground looks like, and what is told of stated ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage, special

from tools.errors import RadarError
from tools.radar.looks import LooksEstimate, chosen, estimated, looks_of_variance


def speckle(looks, shape=(2, 2, 192, 192), seed=0):
    return np.random.default_rng(seed).gamma(looks, 1 / looks, shape)


@settings(max_examples=10, deadline=None)
@given(st.floats(1, 40), st.integers(0, 100))
def test_drawn_looks_are_found(looks, seed):
    assert estimated([speckle(looks, seed=seed)]).looks == pytest.approx(looks, rel=0.06)


def test_texture_of_the_ground_does_not_matter():
    texture = np.random.default_rng(1).lognormal(0, 1, (2, 192, 192))
    assert estimated([speckle(4.4) * texture]).looks == pytest.approx(4.4, rel=0.05)


def test_a_flood_over_a_third_of_the_ground_does_not_matter():
    power = speckle(4.4)
    power[1, :, 30:150, 20:120] *= 0.05
    assert estimated([power]).looks == pytest.approx(4.4, rel=0.06)


@given(st.floats(0.5, 100))
def test_the_variance_of_the_log_ratio_is_twice_the_trigamma_function(looks):
    assert looks_of_variance(2 * float(special.polygamma(1, looks))) == pytest.approx(looks, rel=0.01)


def test_a_mean_of_neighbours_is_seen_as_a_filter():
    plain, filtered = speckle(4.4), ndimage.uniform_filter(speckle(4.4), (0, 0, 3, 3))
    assert not estimated([plain]).is_filtered
    assert estimated([filtered]).is_filtered
    assert not LooksEstimate(4.4, 0.6, 100).is_filtered, "as Sentinel-1 GRD is"
    assert not LooksEstimate(30, 0.2, 100).is_filtered, "as a product averaged to larger pixels is"


def test_too_little_ground_tells_nothing():
    assert estimated([speckle(4.4, (2, 1, 20, 20))]) is None
    power = speckle(4.4)
    power[..., ::2, :] = np.nan
    assert estimated([power]) is None
    with pytest.raises(RadarError, match="state them"):
        chosen(None, None)
    assert chosen(4.4, None)[1] == ("Too little ground is known to check the number of looks that was stated.",)


@pytest.mark.parametrize(
    ("stated", "effect"), [(4.0, None), (5.0, None), (8.8, "unchanged ground counts as changed"), (2.0, "is missed")]
)
def test_doubts_on_stated_looks(stated, effect):
    looks, warnings = chosen(stated, LooksEstimate(4.4, 0.1, 100))
    assert looks == stated
    assert bool(warnings) == (effect is not None)
    assert all(effect in warning for warning in warnings)


def test_looks_that_would_flag_nearly_all_are_refused():
    with pytest.raises(RadarError, match=r"100 looks were stated, but the images show about 4\.4"):
        chosen(100.0, LooksEstimate(4.4, 0.1, 100))
