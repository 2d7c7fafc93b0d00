"""Folders with a file a band, as Sentinel-2 and Landsat are delivered: real JPEG 2000 and GeoTIFF files."""

import numpy as np
import pytest
import rasterio
from affine import Affine

from tools.catalogue.land_tools import compare_index, compute_index
from tools.errors import RasterError
from tools.rasters.band_folder import band_files, one_file, stack_bands
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

SIDE = 240


def band(path, value, metres, driver="GTiff", dtype="uint16", side=SIDE, crs="EPSG:32631"):
    """A constant, or values along the columns, of a scene of `side` pixels of 10 m."""
    count = side * 10 // metres
    values = np.broadcast_to(np.asarray(value), (count, count)).astype(dtype)
    options = {"QUALITY": "100", "REVERSIBLE": "YES"} if driver == "JP2OpenJPEG" else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    place = Affine(metres, 0, 500_000, 0, -metres, 5_400_000)
    shape = {"count": 1, "height": count, "width": count, "dtype": dtype, "crs": crs, "transform": place}
    with without_gdal_warnings(), rasterio.open(path, "w", driver=driver, **shape, **options) as file:
        file.write(values, 1)


def safe(folder, day, red, infrared, baseline="0510", **others):
    """A Level-2A product with bands at their own resolutions, and red at a coarser one as well."""
    name = f"S2A_MSIL2A_{day}T105031_N{baseline}_R051_T31UDQ_{day}T150000.SAFE"
    data = folder / name / "GRANULE" / "L2A_T31UDQ" / "IMG_DATA"
    stem = f"T31UDQ_{day}T105031"
    band(data / "R10m" / f"{stem}_B04_10m.jp2", red, 10, "JP2OpenJPEG")
    band(data / "R10m" / f"{stem}_B08_10m.jp2", infrared, 10, "JP2OpenJPEG")
    band(data / "R10m" / f"{stem}_B03_10m.jp2", 1500, 10, "JP2OpenJPEG")
    band(data / "R20m" / f"{stem}_B04_20m.jp2", 9999, 20, "JP2OpenJPEG")
    band(data / "R20m" / f"{stem}_B11_20m.jp2", others.get("swir", 2000), 20, "JP2OpenJPEG")
    band(data / "R20m" / f"{stem}_SCL_20m.jp2", others.get("scl", 4), 20, "JP2OpenJPEG", "uint8")
    band(data.parent / "QI_DATA" / "MSK_DETFOO_B08.jp2", 1, 10, "JP2OpenJPEG", "uint8")
    return folder / name


def test_the_finest_file_of_each_band_is_taken_in_the_order_of_names(tmp_path):
    found = band_files(safe(tmp_path, "20200601", 1400, 5000))
    assert [(one.name, one.metres) for one in found] == [
        ("B03", 10), ("B04", 10), ("B08", 10), ("B11", 20), ("SCL", 20),
    ]  # fmt: skip


def test_coarser_bands_come_onto_the_finest_grid_and_classes_are_not_mixed(tmp_path):
    half = np.where(np.arange(SIDE // 2) < SIDE // 4, 4, 9)
    path = stack_bands(safe(tmp_path, "20200601", 1400, 5000, scl=half), tmp_path / "out")
    with without_gdal_warnings(), rasterio.open(path) as file:
        assert (file.count, file.height, file.width) == (5, SIDE, SIDE)
        assert file.descriptions == ("B03", "B04", "B08", "B11", "SCL")
        assert file.tags()["PROCESSING_BASELINE"] == "05.10"
        assert (file.read(2) == 1400).all()
        assert (file.read(4) == 2000).all()
        assert set(np.unique(file.read(5))) == {4, 9}


def test_a_pair_of_folders_is_asked_about_with_offset_and_clouds(tmp_path):
    cloudy = np.where(np.arange(SIDE // 2) < SIDE // 4, 4, 9)
    first = safe(tmp_path, "20200601", 1400, 5000, scl=cloudy)
    second = safe(tmp_path, "20210601", 3000, 4000)
    space = Workspace(tmp_path / "work", lambda: None, settings=RunSettings())
    pair = space.open(first, second)
    assert [source.date for source in pair.sources] == ["2020-06-01", "2021-06-01"]
    found = compare_index(space, "ndvi")
    assert found.before.mean == pytest.approx((0.4 - 0.04) / (0.4 + 0.04), abs=1e-4)  # 1,000 taken off
    assert found.after.mean == pytest.approx((0.3 - 0.2) / (0.3 + 0.2), abs=1e-4)
    assert found.unknown_share == pytest.approx(0.5)
    assert compute_index(space, "mndwi", "after").unknown_share == 0


def test_a_folder_is_put_together_once(tmp_path):
    folder = safe(tmp_path, "20200601", 1400, 5000)
    first = one_file(folder, tmp_path / "out")
    stamp = first.stat().st_mtime_ns
    assert one_file(folder, tmp_path / "out") == first
    assert first.stat().st_mtime_ns == stamp
    assert one_file(first, tmp_path / "elsewhere") == first


def test_landsat_surface_reflectance_without_its_temperature(tmp_path):
    stem = "LC08_L2SP_199026_20200601_20200825_02_T1"
    folder = tmp_path / stem
    for name, value in {"SR_B3": 9000, "SR_B4": 9000, "SR_B5": 20000, "ST_B10": 40000, "QA_PIXEL": 21824}.items():
        band(folder / f"{stem}_{name}.TIF", value, 30)
    assert [one.name for one in band_files(folder)] == ["SR_B3", "SR_B4", "SR_B5", "QA_PIXEL"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"photo.tif": "EPSG:32631"}, "0 files that are named like bands"),
        ({"a_B02.tif": "EPSG:32631", "a_B03.tif": "EPSG:32631", "a_B04.tif": "EPSG:32632"}, "not of the same scene"),
        ({f"LC08_L1TP_1_B{number}.TIF": "EPSG:32631" for number in (2, 3, 4)}, "holds no reflectance"),
    ],
)
def test_folders_that_are_no_scene_are_refused(tmp_path, files, told):
    for name, crs in files.items():
        band(tmp_path / "scene" / name, 1000, 10, crs=crs, side=64)
    with pytest.raises(RasterError, match=told):
        stack_bands(tmp_path / "scene", tmp_path / "out")
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


def test_a_band_cut_short_is_told_and_leaves_nothing(tmp_path):
    folder = safe(tmp_path, "20200601", np.arange(SIDE) + 1000, 5000)
    broken = next(folder.rglob("*B04_10m.jp2"))
    broken.write_bytes(broken.read_bytes()[:40])
    with pytest.raises(RasterError, match="damaged"):
        stack_bands(folder, tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.tif"))
