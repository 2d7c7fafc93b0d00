"""Indices against spyndex and hand-computed values, on rasters written for the purpose."""

import numpy as np
import pytest
import rasterio
import spyndex
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.bands import COLUMNS, FIELD, FOREST, PLACE, ROWS, S2, WATER, band, space, stack, write
from tools.catalogue.judgement_tools import tell_limits
from tools.catalogue.land_tools import compare_index, compute_index
from tools.errors import (
    MissingBandsError,
    ReflectanceError,
    UnknownIndexError,
    UnknownSensorError,
)
from tools.rasters.georeference import Georeference
from tools.spectrum.index_formulas import computed, formula_of
from tools.spectrum.index_tally import Tally
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


def test_ndvi_is_what_the_formula_says(tmp_path, two):
    found = compute_index(space(tmp_path, two), "ndvi", "after")
    forest, field, water = ((n - r) / (n + r) for n, r in ((0.45, 0.04), (0.25, 0.15), (0.01, 0.03)))
    assert found.values.mean == pytest.approx((field + 2 * forest + 2 * water) / 5, abs=1e-4)
    assert found.values.median == pytest.approx(field, abs=2e-3)
    assert {one.name: one.pixels for one in found.classes} == {
        "bare ground or water": 2 * ROWS * 10,
        "sparse vegetation": ROWS * 10,
        "dense vegetation": 2 * ROWS * 10,
    }
    assert found.unknown_share == 0
    assert "Sobrino" in found.method
    assert "(N-R)/(N+R)" in found.method


def test_the_change_is_later_less_earlier_with_areas_on_the_ellipsoid(tmp_path, two):
    workspace = space(tmp_path, two)
    found = compare_index(workspace, "ndvi")
    lost = next(one for one in found.classes if one.name == "less vegetation")
    assert lost.pixels == ROWS * 10
    grid = Georeference("EPSG:32614", PLACE, ROWS, COLUMNS)
    assert lost.area_m2 == pytest.approx(grid.pixel_areas[:, :10].sum())
    assert found.difference.mean == pytest.approx(found.after.mean - found.before.mean, abs=1e-6)
    assert found.difference.mean < 0
    with rasterio.open(workspace.artefacts[found.layer].path) as file:
        values = file.read(1)
        assert file.crs.to_epsg() == 32614
    assert values[0, 0] == pytest.approx(0.1 / 0.4 - 0.41 / 0.49, abs=1e-3)
    assert np.abs(values[:, 10:]).max() < 1e-6


def test_burn_severity_is_earlier_less_later_by_the_published_classes(tmp_path):
    severe = (0.05, 0.06, 0.08, 0.12, 0.25, 0.30)
    before = write(tmp_path / "2020-06-01.tif", stack(FOREST, FOREST))
    after = write(tmp_path / "2020-09-01.tif", stack(severe, FOREST))
    dnbr = (0.45 - 0.07) / 0.52 - (0.12 - 0.30) / 0.42
    assert dnbr > 0.66
    found = compare_index(space(tmp_path, (before, after)), "nbr")
    shares = {one.name: one.share for one in found.classes if one.pixels}
    assert shares == {"high severity": 0.5, "unburned": 0.5}
    assert "Key and Benson" in found.method


def test_water_is_lost_and_gained(tmp_path):
    before = write(tmp_path / "2020-01-01.tif", stack(WATER, WATER, FIELD, FIELD, FIELD))
    after = write(tmp_path / "2021-01-01.tif", stack(WATER, FIELD, WATER, WATER, FIELD))
    found = compare_index(space(tmp_path, (before, after)), "ndwi")
    assert {one.name: one.share for one in found.classes} == {
        "less water": 0.2,
        "in the same class": 0.4,
        "more water": 0.4,
    }


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 10_000), st.sampled_from(["ndvi", "ndwi", "evi", "savi", "nbr", "ndmi", "ndsi", "mndwi", "gndvi"])
)
def test_formulas_are_spyndexs(seed, name):
    rng = np.random.default_rng(seed)
    formula = formula_of(name)
    bands = {key: rng.uniform(0, 1, (3, 4)).astype(np.float32) for key in formula.bands}
    constants = {key: spyndex.constants[key].default for key in formula.constants}
    expected = spyndex.computeIndex(name.upper(), bands | constants)
    assert np.allclose(computed(formula, bands), expected, equal_nan=True)


def test_division_by_nothing_is_not_known_and_no_warning():
    zero = np.zeros((2, 2), np.float32)
    assert np.isnan(computed(formula_of("ndvi"), {"N": zero, "R": zero})).all()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.integers(0, 999))
def test_a_tally_in_windows_is_that_of_the_whole(cuts, seed):
    values = np.random.default_rng(seed).uniform(-1, 1, 200).astype(np.float32)
    whole, parts = Tally(), Tally()
    whole.add(values)
    for part in np.split(values, np.cumsum(cuts)[np.cumsum(cuts) < 200]):
        parts.add(part)
    one, other = whole.spread(), parts.spread()
    assert one.mean == pytest.approx(other.mean) == pytest.approx(values.mean(), abs=1e-6)
    assert (one.low, one.median, one.high) == (other.low, other.median, other.high)
    assert one.low == pytest.approx(np.quantile(values, 0.05, method="inverted_cdf"), abs=2e-3)
    assert one.deviation == pytest.approx(values.std(), abs=1e-5)


def test_files_tell_scale_and_offset(tmp_path):
    plain = write(tmp_path / "2020-01-01.tif", stack(FOREST))
    scaled = write(
        tmp_path / "2021-01-01.tif", [(one + 0.2) / 2.75e-5 for one in stack(FOREST)], factor=1, scales=(2.75e-5, -0.2)
    )
    found = compare_index(space(tmp_path, (plain, scaled)), "ndvi")
    assert found.difference.mean == pytest.approx(0, abs=2e-3)
    assert any("different rules" in warnings for warnings in found.warnings)


def test_later_baselines_of_sentinel_2_are_brought_down(tmp_path):
    plain = write(tmp_path / "2020-01-01.tif", stack(FOREST))
    raised = [one + 0.1 for one in stack(FOREST)]
    later = write(tmp_path / "2023-01-01.tif", raised, tags={"PROCESSING_BASELINE": "05.09"})
    assert compare_index(space(tmp_path, (plain, later)), "ndvi").difference.mean == pytest.approx(0, abs=1e-4)
    unknown = write(tmp_path / "2024-01-01.tif", raised)
    told = compute_index(space(tmp_path, (plain, unknown)), "ndvi", "after").warnings
    assert any("do not tell their processing baseline" in one for one in told)


def test_told_clouds_are_left_out(tmp_path):
    scl = band(4, 9, 3, 4, 11) / 10_000
    names = (*S2, "SCL")
    before = write(tmp_path / "2020-01-01.tif", [*stack(FOREST), band(4) / 10_000], names)
    after = write(tmp_path / "2021-01-01.tif", [*stack(FOREST), scl], names)
    found = compare_index(space(tmp_path, (before, after)), "ndvi")
    assert found.unknown_share == pytest.approx(0.4)
    assert "product's own band" in found.method
    hidden = write(tmp_path / "2022-01-01.tif", [*stack(FOREST), band(9) / 10_000], names)
    with pytest.raises(ReflectanceError, match="take other dates"):
        compare_index(space(tmp_path, (before, hidden)), "ndvi")


def test_only_the_area_of_interest_counts(tmp_path, two):
    left, top = PLACE @ (0, 0)
    box = f"{left},{top - 400},{left + 100},{top}@EPSG:32614"
    workspace = space(tmp_path, two, area_of_interest=box)
    found = compare_index(workspace, "ndvi")
    assert {one.name: one.share for one in found.classes if one.pixels} == {"less vegetation": 1.0}
    assert "within" in found.method
    workspace.choose(RunSettings())
    again = compare_index(workspace, "ndvi")
    assert next(one.share for one in again.classes if one.name == "less vegetation") == pytest.approx(0.2)


def test_missing_bands_are_named_with_what_is_possible(tmp_path):
    rgb = [write(tmp_path / f"202{n}-01-01.tif", stack(FOREST)[2::-1], ("red", "green", "blue")) for n in (0, 1)]
    with pytest.raises(MissingBandsError, match=r"NDVI needs Near-Infrared .* possible here: vari, ngrdi, gli"):
        compare_index(space(tmp_path, rgb), "ndvi")
    assert compare_index(space(tmp_path, rgb), "vari").difference.mean == 0


def test_names_that_are_none_and_formulas_are_refused(tmp_path, two):
    workspace = space(tmp_path, two)
    for hostile in ("ndwii", "(N-R)/(N+R)", "__import__('os')", "", "kndvi"):
        with pytest.raises(UnknownIndexError, match=r"There is no spectral index|needs more than bands"):
            compute_index(workspace, hostile, "before")
    assert not list((tmp_path / "out").rglob("*.tif"))


def test_numbers_that_are_no_reflectance_are_refused(tmp_path):
    percent = [write(tmp_path / f"202{n}-01-01.tif", stack(FOREST), dtype="float32", factor=100) for n in (0, 1)]
    with pytest.raises(ReflectanceError, match="State what holds: --scale and --offset"):
        compute_index(space(tmp_path, percent), "ndvi", "before")
    stated = compute_index(space(tmp_path, percent, scale="0.01"), "ndvi", "before")
    assert stated.values.mean == pytest.approx(0.41 / 0.49, abs=1e-3)


def test_unknown_bands_are_asked_for_and_a_person_may_tell(tmp_path):
    five = [write(tmp_path / f"202{n}-01-01.tif", stack(FOREST)[:5], (None,) * 5) for n in (0, 1)]
    with pytest.raises(ReflectanceError, match="say it with --sensor"):
        compute_index(space(tmp_path, five), "ndvi", "before")
    declared = space(tmp_path, five, sensor="sentinel-2-l2a:B02,B03,B04,B08,B11")
    assert compute_index(declared, "ndvi", "before").values.mean == pytest.approx(0.41 / 0.49, abs=1e-3)
    with pytest.raises(UnknownSensorError, match="no sensor 'sputnik' here; choose from sentinel-2-l1c"):
        compute_index(space(tmp_path, five, sensor="sputnik"), "ndvi", "before")
    with pytest.raises(ReflectanceError, match="has 5 bands"):
        compute_index(space(tmp_path, five, sensor="sentinel-2-l2a"), "ndvi", "before")


def test_both_orders_of_thirteen_bands_are_told_by_the_dark_one(tmp_path):
    bright, dark = 0.3, 0.001
    for order, place in ((9, "sentinel-2-l1c-b8a-last"), (10, "sentinel-2-l1c")):
        values = [np.full((ROWS, COLUMNS), bright) for _ in range(13)]
        values[order] = np.full((ROWS, COLUMNS), dark)
        files = [write(tmp_path / f"20{order}{n}-01-01.tif", values, (None,) * 13) for n in (0, 1)]
        from tools.pairs.pair import open_pair
        from tools.spectrum.reflectance import spectral_date

        assert spectral_date(open_pair(*files), "before").bands.sensor.id == place


def test_real_scenes_are_read_as_what_they_are(shared, tmp_path):
    files = [shared / "data" / "oscd" / f"brasilia_{date}.tif" for date in ("before", "after")]
    workspace = space(tmp_path, files)
    found = compare_index(workspace, "ndvi")
    assert found.difference.mean == pytest.approx(found.after.mean - found.before.mean, abs=1e-4)
    assert 0.2 < found.before.mean < 0.6
    assert sum(one.share for one in found.classes) == pytest.approx(1)


def test_limits_tell_which_indices_both_dates_allow(tmp_path, two, eyes, workspace):
    seen = Workspace(tmp_path / "seen", lambda: eyes)
    seen.open(*two)
    assert set(tell_limits(seen).indices) >= {"ndvi", "ndwi", "nbr", "ndmi"}
    assert "ndvi" not in tell_limits(workspace).indices
