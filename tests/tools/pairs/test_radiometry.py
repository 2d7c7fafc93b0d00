import numpy as np
import pytest

from tools.pairs.grid_reader import Values
from tools.pairs.radiometry import cloud_share, common_stretch, stretch_notes

RNG = np.random.default_rng(0)


def values(pixels, valid=None):
    return Values(pixels, np.ones(pixels.shape[:2], bool) if valid is None else valid)


@pytest.mark.parametrize(
    ("pixels", "kind"),
    [
        (RNG.integers(0, 255, (40, 40, 3)).astype(np.uint8), "8-bit colour"),
        (RNG.integers(300, 4000, (40, 40, 3)).astype(np.uint16), "reflectance x 10,000"),
        (RNG.uniform(0.02, 0.6, (40, 40, 3)).astype(np.float32), "reflectance 0-1"),
        (RNG.normal(-14, 4, (40, 40, 1)).astype(np.float32), "decibels"),
        (RNG.integers(-500, 30_000, (40, 40, 3)).astype(np.int16), "digital numbers"),
    ],
)
def test_kinds_of_values_are_told_apart(pixels, kind):
    stretch = common_stretch([values(pixels), values(pixels)])
    assert stretch.kind == kind
    shown = stretch.to_rgb(values(pixels))
    assert shown.shape == (40, 40, 3)
    assert int(shown.max()) - int(shown.min()) > 200
    assert any("radar" in note for note in stretch_notes(stretch, ["float32"])) == (kind == "decibels")


def test_8_bit_colour_stays_as_it_is():
    pixels = RNG.integers(0, 255, (9, 9, 3)).astype(np.uint8)
    stretch = common_stretch([values(pixels), values(pixels)])
    assert np.array_equal(stretch.to_rgb(values(pixels)), pixels)
    assert stretch_notes(stretch, ["uint8"]) == []


def test_one_rule_for_both_dates():
    low, high = (np.full((9, 9, 3), value, np.uint16) for value in (1000, 2000))
    stretch = common_stretch([values(low), values(high)])
    assert stretch.to_rgb(values(low)).max() < stretch.to_rgb(values(high)).min()


def test_what_is_not_valid_is_black_and_tells_nothing():
    pixels = np.full((8, 8, 3), 0.3, np.float32)
    pixels[:4] = np.nan
    pixels[4] = np.inf
    known = np.isfinite(pixels).all(axis=-1)
    stretch = common_stretch([values(pixels, known), values(pixels, known)])
    assert np.isfinite([stretch.low, stretch.high]).all()
    assert not stretch.to_rgb(values(pixels, known))[~known].any()


def test_clouds_are_bright_and_without_colour():
    picture = np.full((10, 10, 3), 90, np.uint8)
    picture[:3] = 250
    picture[3] = (255, 200, 120)
    everywhere = np.ones((10, 10), bool)
    assert cloud_share(picture, everywhere) == pytest.approx(0.3)
    assert cloud_share(picture, ~everywhere) == 0.0
