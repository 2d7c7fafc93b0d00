"""Signs of change on drawn ground: each is seen where it is, and not where something else looks alike to one index."""

import numpy as np
import pytest

from tests.factories.bands import BURN, COLUMNS, FIELD, FOREST, PLACE, ROWS, S2, SNOW, WATER, band, seen, stack, write
from tools.errors import ReflectanceError
from tools.pairs.pair import open_pair
from tools.rasters.georeference import Georeference
from tools.spectrum.change_signs import BURNT, RULES, SurfaceState, signs_of_change
from tools.spectrum.index_formulas import formula_of
from tools.spectrum.indices import IndexRequest

TOWN = (0.12, 0.14, 0.16, 0.20, 0.26, 0.24)
DRY = (0.05, 0.07, 0.06, 0.38, 0.42, 0.20)
GAINED, LOST = "vegetation gained", "vegetation or forest lost"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (FOREST, FIELD, {LOST, "moisture lost", "ground built up or laid bare"}),
        (FIELD, FOREST, {GAINED}),
        (FOREST, BURN, {LOST, "burnt", "moisture lost", "ground built up or laid bare"}),
        (FOREST, WATER, {LOST, "water gained"}),
        (WATER, FOREST, {GAINED, "water lost"}),
        (FIELD, WATER, {LOST, "water gained"}),
        (FOREST, SNOW, {"snow gained"}),
        (SNOW, FOREST, {"snow lost"}),
        (WATER, SNOW, {"snow gained"}),
        (SNOW, WATER, {"snow lost"}),
        (FOREST, DRY, {"moisture lost", "ground built up or laid bare"}),
        (FOREST, FOREST, set()),
        (WATER, WATER, set()),
        (SNOW, SNOW, set()),
        (TOWN, TOWN, set()),
    ],
)
def test_each_ground_shows_its_own_signs(tmp_path, before, after, expected):
    shares, _ = seen(tmp_path, (before,), (after,))
    assert set(shares) == expected
    assert set(shares.values()) <= {1.0}


def test_shares_and_areas_are_of_the_known_ground(tmp_path):
    shares, found = seen(tmp_path, (FOREST, FOREST, FOREST, WATER, FIELD), (FIELD, FOREST, FOREST, WATER, WATER))
    assert shares[LOST] == pytest.approx(0.4)
    assert shares["water gained"] == pytest.approx(0.2)
    grid = Georeference("EPSG:32614", PLACE, ROWS, COLUMNS)
    assert found.of("water gained").ground.area_m2 == pytest.approx(grid.pixel_areas[:, -10:].sum())
    assert found.of("water gained").rule == "MNDWI tells water at the later date only"
    assert "Xu 2006" in found.method
    assert "McFeeters" not in found.method
    assert "Key and Benson" in found.method


def test_told_clouds_do_not_count(tmp_path):
    names, scl = (*S2, "SCL"), [band(4, 4, 4, 4, 9) / 10_000]
    files = [
        write(tmp_path / "2020-06-01.tif", [*stack(FOREST, FOREST, FOREST, FOREST, FOREST), *scl], names),
        write(tmp_path / "2021-06-01.tif", [*stack(FIELD, FOREST, FOREST, FOREST, FIELD), *scl], names),
    ]
    found = signs_of_change(open_pair(*files), IndexRequest())
    assert found.of(LOST).ground.share == pytest.approx(0.25)


def test_without_short_waves_the_rest_is_measured_and_what_is_missing_is_told(tmp_path):
    shares, found = seen(tmp_path, (FOREST, FOREST), (FIELD, WATER), S2[:4])
    assert shares == {LOST: 1.0, "water gained": 0.5}
    assert found.of("water gained").index == "ndwi"
    burnt = found.of("burnt")
    assert (burnt.index, burnt.ground) == (None, None)
    assert "it needs Short-wave Infrared (SWIR) 2" in burnt.unmeasured
    assert "which not both images have" in burnt.unmeasured


def test_a_pair_of_colours_only_has_nothing_measured(tmp_path):
    files = [write(tmp_path / f"202{n}.tif", stack(FOREST)[:3], ("blue", "green", "red")) for n in (0, 1)]
    assert all(
        one.ground is None and one.unmeasured for one in signs_of_change(open_pair(*files), IndexRequest()).signs
    )


def test_bands_that_nothing_names_are_an_error_that_says_so(tmp_path):
    files = [write(tmp_path / f"202{n}.tif", stack(FOREST)[:5], (None,) * 5) for n in (0, 1)]
    with pytest.raises(ReflectanceError, match="--sensor"):
        signs_of_change(open_pair(*files), IndexRequest())


def test_where_light_is_all_swallowed_nothing_is_known(tmp_path):
    black = tuple(0.0 for _ in FOREST)
    _, found = seen(tmp_path, (FOREST, FOREST), (black, FOREST))
    assert found.of(LOST).ground.pixels == 0
    assert found.of(LOST).ground.share == 0


def test_rules_name_real_indices_and_their_opposites():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names) == 9
    assert all(formula_of(name) for rule in RULES for name in rule.indices)
    assert all(rule.opposite in (*names, None) for rule in RULES)
    assert BURNT == 0.27


def test_a_date_without_the_bands_shows_no_snow_and_no_water():
    bare = SurfaceState({"R": np.full((2, 2), 0.1, np.float32)})
    assert not bare.snow.any()
    assert not bare.water.any()
