"""The figures on radar that the command prints, on less ground, and chips that are no such."""

import numpy as np
import pytest

from tests.factories.radar.images import flooded, power
from tools.benchmarks.radar.radar_scenes import LOOKS, write_radar
from tools.benchmarks.radar.radar_score import flagged_unchanged, looks_check, oracles, planted_change, water_agreement
from tools.errors import DatasetFolderError


@pytest.mark.parametrize("oracle", oracles(), ids=lambda one: one.name)
def test_known_values_hold(oracle):
    assert oracle.holds


def test_a_value_that_is_off_does_not_hold():
    assert not type(oracles()[0])("x", 1.0, 1.01).holds


@pytest.mark.parametrize("dates", [2, 6])
def test_unchanged_ground(dates):
    assert 0.009 <= flagged_unchanged(1, dates, 2).share <= 0.011


def test_planted_change_is_found_and_nothing_beside_it():
    planted = planted_change(0, 400)
    assert planted.count == 64
    assert planted.found >= 0.98
    assert planted.mapped_share > 0.8
    assert planted.mapped_beside < 0.005


def test_looks():
    check = looks_check(0)
    assert check.estimated == pytest.approx(LOOKS, rel=0.05)
    assert check.wrong_are_told
    assert not check.right_are_told


def test_water_by_threshold_against_a_label(tmp_path):
    label = np.zeros((1, 128, 128), np.uint8)
    label[0, 30:90, 40:110] = 1
    label[0, :10] = 255
    hundredths = np.round(1000 * np.log10(power(1, flooded()))).astype(np.int16)
    write_radar(tmp_path / "a_S1.tif", hundredths, names=(None, None))
    write_radar(tmp_path / "a_label.tif", label, names=(None,))
    (agreement,) = water_agreement(tmp_path)
    assert agreement.iou > 0.95
    assert agreement.pixels == 118 * 128


def test_folders_without_chips_or_labels(tmp_path):
    with pytest.raises(DatasetFolderError, match=r"holds no NAME_S1\.tif"):
        list(water_agreement(tmp_path))
    write_radar(tmp_path / "a_S1.tif", power())
    with pytest.raises(DatasetFolderError, match=r"a_label\.png would be one"):
        list(water_agreement(tmp_path))
