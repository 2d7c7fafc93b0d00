"""Units told apart by the values, and turned into power."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.errors import RadarError
from tools.radar.acquisitions.backscatter import is_calibrated, to_power, unit_of

POWER = np.random.default_rng(0).gamma(4.4, 0.1 / 4.4, 1000)
DECIBELS = 10 * np.log10(POWER)


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        (POWER.astype(np.float32), "power"),
        (POWER - 0.002, "power"),
        (DECIBELS, "decibels"),
        (np.round(DECIBELS).astype(np.int16), "decibels"),
        (np.round(100 * DECIBELS).astype(np.int16), "hundredths of decibels"),
        (np.round(1000 * np.sqrt(POWER)).astype(np.uint16), "amplitude"),
    ],
)
def test_the_values_tell_their_unit(values, unit):
    assert unit_of(values, "a.tif") == unit


@pytest.mark.parametrize(
    ("values", "unit"), [(DECIBELS, "decibels"), (100 * DECIBELS.astype(np.int32), "hundredths of decibels")]
)
def test_decibels_become_the_power_they_were(values, unit):
    power = to_power(values, unit)
    assert np.nanmedian(np.abs(10 * np.log10(power) - (values if unit == "decibels" else values / 100))) < 1e-4


@given(st.floats(0.001, 100))
def test_a_scale_of_amplitude_is_squared(factor):
    amplitude = np.array([1.0, 2.0]) * factor
    power = to_power(amplitude, "amplitude")
    assert power[1] / power[0] == pytest.approx(4, rel=1e-5)


@pytest.mark.parametrize("unit", ["power", "decibels", "amplitude"])
def test_zeros_nan_and_impossible_values_are_unknown(unit):
    values = np.array([0.0, np.nan, np.inf, -1e6])
    unknown = np.isnan(to_power(values, unit))
    assert unknown[:3].all()
    assert unknown[3] == (unit != "amplitude")


def test_what_is_all_alike_is_no_backscatter():
    with pytest.raises(RadarError, match="all its numbers are alike or missing"):
        unit_of(np.full(9, 0.1), "a.tif")


def test_only_plausible_power_is_calibrated():
    assert is_calibrated(to_power(POWER, "power"), "power")
    assert not is_calibrated(to_power(1e6 * POWER, "power"), "power")
    assert not is_calibrated(to_power(POWER, "amplitude"), "amplitude")
