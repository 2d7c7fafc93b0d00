import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.alteration.mad import fitted
from tools.alteration.moments import Moments


@given(st.integers(0, 10_000), st.lists(st.integers(1, 199), max_size=6, unique=True), st.floats(-1e4, 1e4))
@settings(max_examples=60, deadline=None)
def test_pieces_give_what_numpy_gives_at_once(seed, cuts, shift):
    rng = np.random.default_rng(seed)
    values, weights = rng.normal(size=(3, 200)) * [[1], [50], [0.01]] + shift, rng.random(200)
    moments = Moments(3)
    for piece in np.split(np.arange(200), sorted(cuts)):
        moments.add(values[:, piece], weights[piece])
    assert moments.weight == pytest.approx(weights.sum())
    assert moments.mean == pytest.approx(np.average(values, axis=1, weights=weights))
    expected = np.cov(values, aweights=weights, ddof=0)
    scale = np.sqrt(np.outer(np.diag(expected), np.diag(expected)))
    assert np.abs((moments.covariance - expected) / scale).max() < 1e-6


def test_pixels_without_weight_do_not_count():
    moments = Moments(2)
    moments.add(np.full((2, 5), 9.0), np.zeros(5))
    assert (moments.covariance == 0).all()
    moments.add(np.array([[1.0, 3.0], [2.0, 2.0]]), np.array([1.0, 1.0]))
    assert moments.mean.tolist() == [2.0, 2.0]
    assert moments.covariance.tolist() == [[1.0, 0.0], [0.0, 0.0]]


def test_a_fit_is_the_same_whatever_the_pieces(monkeypatch):
    rng = np.random.default_rng(0)
    before = rng.normal(size=(3, 5000))
    after = before + rng.normal(0, 0.2, before.shape)
    whole = fitted(before, after, rescaled=True)
    monkeypatch.setattr("tools.alteration.mad.PIECE", 333)
    cut = fitted(before, after, rescaled=True)
    assert cut.correlations == pytest.approx(whole.correlations, abs=1e-9)
    assert cut.squares(before, after) == pytest.approx(whole.squares(before, after), rel=1e-6)
