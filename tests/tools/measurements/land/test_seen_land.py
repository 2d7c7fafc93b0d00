"""How land changed by the regions that a network sees, on drawn ground of which the truth is known."""

import numpy as np
import pytest

from mci_model.prediction import Ground
from mci_model.settings import BUILDING
from tests.factories.ground.seen_ground import BUILDINGS, PLANTS, SIDE, opened, seen_space
from tests.factories.predictors import KnownMaskPredictor
from tools.errors import MissingBandsError
from tools.measurements.land.land_change import Wish
from tools.measurements.land.seen_land import told_land_change


@pytest.fixture
def space(tmp_path):
    return seen_space(tmp_path)


def told(space, cover, **wish):
    return told_land_change(space, space.pair(), cover, Wish(**wish))


@pytest.mark.parametrize("cover", ["trees", "vegetation"])
def test_a_clearing_is_lost_vegetation(space, cover):
    found = told(space, cover)
    assert found.lost.pixels == pytest.approx(1600, abs=12)
    assert (found.gained.pixels, found.before, found.after, found.noise) == (0, None, None, None)
    assert [part.name for part in found.became] == ["bare ground"]
    assert found.lost_where[0].place == "top left"
    assert found.seen.probability == pytest.approx(0.9, abs=0.01)


def test_a_flood_is_gained_water_of_what_was_bare(space):
    found = told(space, "water")
    assert found.gained.pixels == pytest.approx(1500, abs=12)
    assert found.net.pixels == found.gained.pixels - found.lost.pixels > 0
    assert [part.name for part in found.came_from] == ["bare ground"]


def test_ground_that_changed_without_another_cover_is_told_apart(space):
    assert told(space, "water").seen.unclear.pixels == pytest.approx(900, abs=12)


def test_a_part_of_the_image_is_measured_alone(space):
    found = told(space, "vegetation", within="south")
    assert (found.lost.pixels, found.seen.probability) == (0, None)
    assert told(space, "vegetation", within="north").lost.pixels == told(space, "vegetation").lost.pixels


def with_a_house(folder, likely, after=BUILDINGS):
    """A house of 1,000 px on what were plants, with this probability of any change and this cover at the later date."""
    label = np.zeros((SIDE, SIDE), np.uint8)
    label[100:120, 100:150] = BUILDING
    cover = np.full((2, SIDE, SIDE), PLANTS, np.uint8)
    cover[1][label > 0] = after
    return opened(folder, KnownMaskPredictor(label, ground=Ground(np.where(label > 0, likely, 0).astype("f4"), cover)))


def test_ground_under_what_was_built_is_lost(tmp_path):
    found = told(with_a_house(tmp_path, 0.9), "vegetation")
    assert (found.lost.pixels, found.gained.pixels, found.seen.unclear.pixels) == (1000, 0, 0)
    assert [part.name for part in found.became] == ["buildings"]
    assert found.seen.probability == pytest.approx(0.9, abs=0.01)


@pytest.mark.parametrize(
    ("likely", "after"), [(0.1, BUILDINGS), (0.9, PLANTS)], ids=["no change seen", "no other cover seen"]
)
def test_ground_under_what_was_built_is_lost_only_where_the_network_sees_it(tmp_path, likely, after):
    found = told(with_a_house(tmp_path, likely, after), "vegetation")
    assert (found.lost.pixels, found.seen.unclear.pixels) == (0, 0)


def test_it_rests_on_the_network(space):
    assert told(space, "water").rests_on_network
    assert told(space, "water").layers == ()


@pytest.mark.parametrize("cover", ["burnt", "snow"])
def test_what_the_network_does_not_tell_needs_bands(space, cover):
    with pytest.raises(MissingBandsError):
        told(space, cover)


def test_a_network_that_sees_no_ground_tells_no_land(tmp_path):
    eyes = KnownMaskPredictor(np.zeros((SIDE, SIDE), np.uint8))
    blind = opened(tmp_path, eyes)
    with pytest.raises(MissingBandsError):
        told(blind, "water")
