"""What cells of a Sentinel-2 scene seem to be used for: which cells are looked at, and where nothing can be told."""

import numpy as np
import pytest
import rasterio
from affine import Affine

import tools.landcover.land_use.land_use as land_use_of
from tests.factories.bands import space
from tools.catalogue.land_tools import classify_landcover, land_cover_transitions
from tools.landcover.datasets.eurosat import CLASSES
from tools.landcover.land_use.land_use import CAUTION, CELL, land_use
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.sensors.registry import SENSORS
from tools.spectrum.reflectance import spectral_date

PLACE = Affine(10, 0, 620_000, 0, -10, 3_350_000)
L1C = [band.name for band in SENSORS["sentinel-2-l1c"].bands]
L2A = [band.name for band in SENSORS["sentinel-2-l2a"].bands]
LANDSAT = ["SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7"]
COMMON = ["blue", "green", "red", "rededge1", "rededge3", "nir", "nir08", "swir16", "swir22"]
BY_NAME = {
    "B01": 0.12, "B02": 0.05, "B03": 0.07, "B04": 0.05, "B05": 0.11, "B06": 0.25, "B07": 0.32, "B08": 0.35, "B8A": 0.36,
    "B09": 0.1, "B10": 0.002, "B11": 0.2, "B12": 0.1,
}  # fmt: skip
"""Of grass."""
WORDS = {
    "annual crop", "forest", "herbaceous vegetation", "highway", "industrial", "pasture", "permanent crop",
    "residential", "river", "sea or lake",
}  # fmt: skip


def scene(path, size=(130, 200), names=L2A, pixel=10.0, named=True, clouds=None, seed=0, numbers=None, **profile):
    """A grassy scene with some grain; `clouds` is a place under cloud."""
    rng = np.random.default_rng(seed)
    grain = rng.uniform(0.9, 1.1, size)
    levels = [BY_NAME.get(name, 0.2) for name in names]
    stack = np.stack([(level * grain * 10_000).round() for level in levels]) if numbers is None else numbers
    if clouds is not None:
        scl = np.full(stack.shape[1:], 4.0)
        scl[clouds] = 9
        stack, names = np.concatenate([stack, scl[None]]), [*names, "SCL"]
    shape = {"count": len(stack), "height": stack.shape[1], "width": stack.shape[2], "dtype": "uint16"}
    place = {} if pixel is None else {
        "crs": "EPSG:32614", "transform": Affine(pixel, 0, 620_000, 0, -pixel, 3_350_000),
    }  # fmt: skip
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **(shape | place | profile)) as file:
        file.write(stack.astype(np.uint16))
        if named:
            file.descriptions = tuple(names)
    return path


@pytest.fixture
def chips(shared):
    folder = shared / "data" / "eurosat_ms"
    if not folder.is_dir():
        pytest.skip("needs the chips of EuroSAT in ../shared/data/eurosat_ms")
    return folder


def opened(tmp_path, *files, **wish):
    return space(tmp_path, files if len(files) == 2 else files * 2, **wish)


def uses_and_method(workspace, date="before"):
    """(uses, method) of a date."""
    pair = workspace.pair()
    return land_use(pair, spectral_date(pair, date, workspace.settings.statement), workspace.area_of_interest(pair))


def test_whole_cells_are_looked_at_and_told_with_their_shares(tmp_path):
    workspace = opened(tmp_path, scene(tmp_path / "2021-06-01.tif"))
    rows, method = uses_and_method(workspace)
    assert sum(row.cells for row in rows) == 2 * 3
    assert sum(row.share for row in rows) == pytest.approx(1)
    assert [row.cells for row in rows] == sorted((row.cells for row in rows), reverse=True)
    assert {row.name for row in rows} <= WORDS
    assert all(row.share == pytest.approx(row.cells / 6) for row in rows)
    assert method.startswith("cells of 64 px (6 of 6), by a classifier learnt from 60 chips of EuroSAT")
    found = classify_landcover(workspace, "before")
    assert (found.uses, found.uses_method) == (rows, method)


def test_a_scene_smaller_than_a_cell_is_one_and_a_tiny_one_is_none(tmp_path):
    small = opened(tmp_path / "a", scene(tmp_path / "small.tif", (40, 50)))
    rows, method = uses_and_method(small)
    assert [row.cells for row in rows] == [1]
    assert "cells of 40 px (1 of 1)" in method
    assert uses_and_method(opened(tmp_path / "b", scene(tmp_path / "tiny.tif", (31, 200)))) == ((), "")
    assert uses_and_method(opened(tmp_path / "c", scene(tmp_path / "least.tif", (32, 32))))[0]


def test_level_2a_is_told_with_a_caution_and_level_1c_without(tmp_path):
    later = uses_and_method(opened(tmp_path / "a", scene(tmp_path / "l2a.tif")))[1]
    assert later.endswith(f". {CAUTION}")
    plain = scene(tmp_path / "l1c.tif", names=L1C, named=False)
    method = uses_and_method(opened(tmp_path / "b", plain))[1]
    assert method
    assert CAUTION not in method
    said = scene(tmp_path / "said.tif", names=L1C)
    assert CAUTION not in uses_and_method(opened(tmp_path / "c", said, sensor="sentinel-2-l1c"))[1]


def test_names_of_level_1c_tell_level_1c(tmp_path):
    assert CAUTION not in uses_and_method(opened(tmp_path, scene(tmp_path / "named.tif", names=L1C)))[1]


@pytest.mark.parametrize(
    ("names", "pixel"),
    [(LANDSAT, 10.0), (COMMON, 10.0), ([name for name in L2A if name != "B07"], 10.0), (L2A, 20.0), (L2A, 2.5)],
    ids=["Landsat", "an unnamed sensor", "a band missing", "coarser", "finer"],
)
def test_other_sensors_bands_and_pixels_have_no_use(tmp_path, names, pixel):
    raised = (np.full((len(names), 64, 64), 0.3) + 0.2) / 2.75e-5 if names is LANDSAT else None
    workspace = opened(tmp_path, scene(tmp_path / "a.tif", names=names, pixel=pixel, numbers=raised))
    assert uses_and_method(workspace) == ((), "")
    found = classify_landcover(workspace, "after")
    assert (found.uses, found.uses_method) == ((), "")
    assert found.classes


def test_without_a_place_on_earth_the_sensor_alone_tells(tmp_path):
    rows, method = uses_and_method(opened(tmp_path, scene(tmp_path / "unplaced.tif", pixel=None)))
    assert sum(row.cells for row in rows) == 6
    assert method


def test_cells_with_clouds_or_gaps_are_left_out(tmp_path):
    path = scene(tmp_path / "cloudy.tif", clouds=np.s_[70:72, 10:12])
    rows, method = uses_and_method(opened(tmp_path / "a", path))
    assert sum(row.cells for row in rows) == 5
    assert sum(row.share for row in rows) == pytest.approx(1), "of the cells that were looked at"
    assert "(5 of 6)" in method
    hidden = scene(tmp_path / "hidden.tif", clouds=np.s_[:, ::64])
    clear = scene(tmp_path / "clear.tif", clouds=np.s_[:0])
    assert uses_and_method(opened(tmp_path / "b", hidden, clear)) == ((), "")


def test_only_cells_within_the_area_of_interest_count(tmp_path):
    path = scene(tmp_path / "a.tif")
    left, top = PLACE @ (CELL, 0)
    box = f"{left - 20},{top - 10 * CELL - 20},{left + 10 * CELL + 20},{top + 20}@EPSG:32614"
    rows, method = uses_and_method(opened(tmp_path, path, area_of_interest=box))
    assert [row.cells for row in rows] == [1], "the middle one of the upper row"
    assert "(1 of 6)" in method
    part = f"{left},{top - 300},{left + 300},{top}@EPSG:32614"
    assert uses_and_method(opened(tmp_path / "b", path, area_of_interest=part)) == ((), "")


def test_of_large_scenes_every_so_many_th_cell_is_looked_at(tmp_path, monkeypatch):
    workspace = opened(tmp_path, scene(tmp_path / "a.tif"))
    for most, looked in ((6, 6), (5, 3), (2, 2), (1, 1)):
        monkeypatch.setattr(land_use_of, "MAX_CELLS", most)
        rows, method = uses_and_method(workspace)
        assert sum(row.cells for row in rows) == looked
        assert f"({looked} of 6)" in method


def test_change_of_land_cover_needs_no_use(tmp_path):
    found = land_cover_transitions(opened(tmp_path, scene(tmp_path / "a.tif"), scene(tmp_path / "b.tif", seed=1)))
    assert found.known.pixels == 130 * 200


def test_real_chips_are_told_for_what_they_are(chips, tmp_path):
    """Chips that were learnt from, as the cells of one scene."""
    grid = (("Forest", "Forest", "SeaLake"), ("AnnualCrop", "Forest", "SeaLake"))
    counted = {"forest": 3, "sea or lake": 2, "annual crop": 1}
    files = {name: sorted((chips / name).glob("*.tif")) for name in CLASSES}
    rows = []
    for line in grid:
        parts = []
        for name in line:
            with without_gdal_warnings(), rasterio.open(files[name].pop(0)) as file:
                parts.append(file.read())
        rows.append(np.concatenate(parts, axis=2))
    mosaic = np.concatenate(rows, axis=1)
    told_rows, method = uses_and_method(opened(tmp_path, scene(tmp_path / "mosaic.tif", named=False, numbers=mosaic)))
    assert {row.name: row.cells for row in told_rows} == counted
    assert CAUTION not in method
