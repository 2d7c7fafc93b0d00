import numpy as np
import pytest

from mci_model.prediction import Window
from tests.factories.bands import FIELD, SNOW, WATER
from tests.factories.ground.land import CLEARING, POND, SIDE, land, land_dates, write_land
from tools.alteration.band_layers import write_layers
from tools.alteration.band_scene import NO_CLOUD_BAND, BandScene
from tools.errors import MissingBandsError, ReflectanceError
from tools.inference.parts import STEPS, UNKNOWN
from tools.pairs.pair import open_pair

WHOLE = Window(0, 0, SIDE, SIDE)


def layers_of(folder, dates, **how):
    folder.mkdir(parents=True, exist_ok=True)
    scene = BandScene(open_pair(*write_land(folder / "files", dates, **how)))
    return write_layers(folder / "bands.tif", scene)


def marked(layers):
    likely = layers.read(WHOLE)[0]
    return (likely >= STEPS / 2) & (likely != UNKNOWN)


def test_a_clearing_and_a_pond_are_marked_and_little_else(tmp_path):
    layers = layers_of(tmp_path, land_dates(CLEARING, POND))
    seen, planted = marked(layers), np.zeros((SIDE, SIDE), bool)
    for place, _ in (CLEARING, POND):
        planted[place] = True
        assert seen[place].mean() > 0.9
    assert (seen & ~planted).sum() < 0.15 * planted.sum()
    assert layers.doubts == ()


def test_the_cover_at_either_date_is_told_by_published_rules(tmp_path):
    layers = layers_of(tmp_path, land_dates(CLEARING, POND))
    _, before, after = layers.read(WHOLE)
    names = np.array(["", *layers.covers])
    for (place, _), became in ((CLEARING, "bare or built-up ground"), (POND, "water")):
        assert (names[before[place]] == "trees").mean() > 0.8
        assert (names[after[place]] == became).mean() > 0.8


@pytest.mark.parametrize(("gain", "offset"), [(1.0, 0.0), (1.25, 0.0), (0.8, 0.02)])
def test_another_light_on_the_same_ground_is_no_change(tmp_path, gain, offset):
    layers = layers_of(tmp_path, land_dates(gain=gain, offset=offset))
    assert marked(layers).mean() < 0.003
    assert layers.doubts == ()


def test_the_same_file_twice_is_no_change(tmp_path):
    date = land()
    assert not marked(layers_of(tmp_path, [date, date])).any()


def test_blocks_leave_no_trace(tmp_path, monkeypatch):
    dates = land_dates(CLEARING, POND)
    whole = layers_of(tmp_path / "whole", dates).read(WHOLE)
    monkeypatch.setattr("tools.alteration.band_layers.SIDE", 37)
    cut = layers_of(tmp_path / "cut", dates).read(WHOLE)
    assert np.array_equal(whole, cut)


def test_of_a_large_scene_spots_are_fitted_and_they_do_not_depend_on_blocks(tmp_path, monkeypatch):
    dates = land_dates(CLEARING, POND)
    monkeypatch.setattr("tools.alteration.band_scene.WHOLE_SIDE", 100)
    monkeypatch.setattr("tools.alteration.band_scene.SPOTS", 4)
    monkeypatch.setattr("tools.alteration.band_scene.SPOT_SIDE", 32)
    files = write_land(tmp_path / "files", dates)
    spots = list(BandScene(open_pair(*files)).sample_windows())
    assert len(spots) == 16
    assert {window.height for window in spots} == {32}
    assert max(window.top + window.height for window in spots) == SIDE
    whole = layers_of(tmp_path / "whole", dates)
    assert marked(whole)[CLEARING[0]].mean() > 0.9
    monkeypatch.setattr("tools.alteration.band_layers.SIDE", 50)
    assert np.array_equal(whole.read(WHOLE), layers_of(tmp_path / "cut", dates).read(WHOLE))


def test_clouds_that_the_mask_tells_are_unknown_and_never_change(tmp_path):
    dates = land_dates(CLEARING)
    dates[1][:, 100:130, 20:60] = 0.9
    clear = np.full((SIDE, SIDE), 4)
    clouds = clear.copy()
    clouds[100:130, 20:60] = 9
    layers = layers_of(tmp_path, dates, extra=(clear, clouds))
    assert (layers.read(WHOLE)[0][100:130, 20:60] == UNKNOWN).all()
    assert not marked(layers)[100:130, 20:60].any()
    assert marked(layers)[CLEARING[0]].mean() > 0.9
    assert NO_CLOUD_BAND not in layers.notes
    assert NO_CLOUD_BAND in layers_of(tmp_path / "without", dates).notes


def test_snow_at_one_date_is_unknown(tmp_path):
    layers = layers_of(tmp_path, land_dates(CLEARING, (np.s_[110:150, 100:150], SNOW)))
    assert (layers.read(WHOLE)[0][112:148, 102:148] == UNKNOWN).all()
    assert marked(layers)[CLEARING[0]].mean() > 0.9


def test_where_more_than_half_may_have_changed_nothing_is_certain(tmp_path):
    flood = (np.s_[:110, :], WATER)
    (doubt,) = layers_of(tmp_path, land_dates(flood)).doubts[-1:]
    assert doubt.startswith("More than half of the ground (")
    assert "cannot be told for certain" in doubt


def test_dates_of_two_places_agree_too_little(tmp_path):
    rng = np.random.default_rng(0)
    dates = [np.repeat(np.repeat(rng.uniform(0.05, 0.4, (6, 40, 40)), 4, 1), 4, 2) for _ in range(2)]
    doubts = layers_of(tmp_path, dates).doubts
    assert any(doubt.startswith("The bands of the two dates agree too little (correlation 0.") for doubt in doubts)


def test_a_date_of_one_colour_is_told_as_telling_nothing(tmp_path):
    flat = np.broadcast_to(np.array(FIELD)[:, None, None], (6, SIDE, SIDE))
    assert layers_of(tmp_path, [land(0), flat]).doubts


def test_too_few_known_pixels_are_an_error_with_a_way_out(tmp_path):
    cloudy = np.full((SIDE, SIDE), 9)
    cloudy[:9, :9] = 4
    with pytest.raises(ReflectanceError, match=r"Only 81 pixels are known at both dates.*less cloud"):
        layers_of(tmp_path, land_dates(CLEARING), extra=(cloudy, cloudy))


def test_without_near_infrared_the_bands_tell_nothing(tmp_path):
    files = write_land(tmp_path, [date[:3] for date in land_dates()], names=("blue", "green", "red"))
    with pytest.raises(MissingBandsError, match="near infrared"):
        BandScene(open_pair(*files))


def test_four_bands_are_enough(tmp_path):
    dates = [date[:4] for date in land_dates(CLEARING)]
    layers = layers_of(tmp_path, dates, names=("B02", "B03", "B04", "B08"))
    assert layers.covers == ("water", "vegetation", "bare or built-up ground")
    assert marked(layers)[CLEARING[0]].mean() > 0.9
