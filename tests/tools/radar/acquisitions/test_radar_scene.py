"""Dates on one grid: cut, ordered, read as power in windows that tile the whole."""

import numpy as np
import pytest

from mci_model.prediction import Window
from tests.factories.radar.images import SIDE, pair, power
from tools.benchmarks.radar.radar_scenes import write_radar
from tools.errors import PairError, RadarError
from tools.radar.acquisitions.radar_scene import open_scene, radar_request


def test_windows_tile_the_whole(tmp_path):
    scene = open_scene(pair(tmp_path))
    with scene.reading() as reader:
        whole = reader.read(Window(0, 0, *scene.size))
        part = reader.read(Window(17, 40, 30, 50))
    assert whole.shape == (2, 2, SIDE, SIDE)
    assert np.array_equal(part, whole[:, :, 17:47, 40:90])


def test_dates_that_lie_apart_by_whole_pixels_are_cut_to_what_they_share(tmp_path):
    values = power()
    first = write_radar(tmp_path / "radar_2021-07-01.tif", values)
    second = write_radar(
        tmp_path / "radar_2021-07-13.tif", values[:, 5:100, 9:], origin=(500_090.0, 5_300_000.0 - 50.0)
    )
    third = write_radar(tmp_path / "radar_2021-07-25.tif", values[:, :, :90])
    scene = open_scene([first, second, third])
    with scene.reading() as reader:
        read = reader.read(Window(0, 0, *scene.size))
    assert scene.size == (95, 81)
    for date in read:
        assert np.allclose(date, values[:, 5:100, 9:90], rtol=1e-6)
    assert any("Only the ground that all dates cover" in note for note in scene.notes)


def test_more_dates_are_put_in_the_order_of_their_days(tmp_path):
    files = [write_radar(tmp_path / f"radar_2021-07-0{day}.tif", power(day)) for day in (3, 1, 2)]
    scene = open_scene(files)
    assert scene.days == ("2021-07-01", "2021-07-02", "2021-07-03")
    assert "The files were put in the order of their days." in scene.notes


def test_two_dates_stay_as_they_were_given(tmp_path):
    before, after = pair(tmp_path)
    scene = open_scene([after, before])
    assert scene.days == ("2021-07-13", "2021-07-01")
    assert any("perhaps they are swapped" in note for note in scene.notes)


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_bands_without_names_the_brighter_one_is_vv(tmp_path, swapped):
    values = [power(seed)[::-1] if swapped else power(seed) for seed in (1, 2)]
    files = [
        write_radar(tmp_path / f"s1_2021-07-0{day}.tif", one, names=(None, None)) for day, one in enumerate(values, 1)
    ]
    scene = open_scene(files)
    assert scene.polarisations == ("VV", "VH")
    with scene.reading() as reader:
        read = reader.read(Window(0, 0, *scene.size))
    assert (read[:, 0].mean() > read[:, 1].mean()).all()
    assert any("is taken for VV" in note for note in scene.notes)


def test_bands_that_are_stated_count(tmp_path):
    files = [
        write_radar(tmp_path / f"s1_2021-07-0{day}.tif", power(day), names=("a", "b")) for day in (1, 2)
    ]  # fmt: skip
    assert set(open_scene(files, radar_request("hv,hh")).polarisations) == {"HV", "HH"}


def test_an_angle_beside_the_polarisations_is_left_out(tmp_path):
    angle = np.full((1, SIDE, SIDE), 38.0)
    files = [
        write_radar(tmp_path / f"s1_2021-07-0{day}.tif", np.concatenate([power(day), angle]), ("VV", "VH", "angle"))
        for day in (1, 2)
    ]
    assert open_scene(files).polarisations == ("VV", "VH")


def test_a_strip_in_common_is_too_little(tmp_path):
    before, _ = pair(tmp_path)
    after = write_radar(tmp_path / "radar_2021-07-14.tif", power(3), origin=(500_000.0 + 10 * (SIDE - 5), 5_300_000.0))
    with pytest.raises(PairError, match="share only 5 x 128 px"):
        open_scene([before, after])


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_dates_than_two(tmp_path, count):
    with pytest.raises(RadarError, match="give two or more"):
        open_scene(pair(tmp_path)[:count])
