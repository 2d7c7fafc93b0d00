"""One door for files: what may come in, and a sentence for everything that may not."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image

from tools.errors import RasterError
from tools.raster_opener import open_raster


def test_a_geotiff_brings_its_place_date_and_kind(write_raster):
    raster = open_raster(write_raster(tags={"TIFFTAG_DATETIME": "2020:07:01 10:00:00"}))
    assert raster.georeference.crs == "EPSG:32614"
    assert raster.georeference.resolution_m == pytest.approx(0.5, rel=1e-3)
    assert (raster.date, raster.dtype, raster.bands) == ("2020-07-01", "uint8", 3)
    assert raster.pixels.shape == (32, 32, 3)
    assert raster.valid.all()


@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_pictures_come_in_without_a_place(tmp_path, suffix, kind):
    Image.new("RGB", (40, 20), (200, 10, 10)).save(tmp_path / f"site_20210304.{suffix}", kind)
    raster = open_raster(tmp_path / f"site_20210304.{suffix}")
    assert raster.georeference is None
    assert raster.size == (20, 40)
    assert raster.date == "2021-03-04"
    assert abs(int(raster.pixels[5, 5, 0]) - 200) < 8


def test_nodata_alpha_and_nan_are_not_valid(write_raster):
    pixels = np.full((3, 32, 32), 100, np.uint8)
    pixels[:, :8] = 0
    assert open_raster(write_raster("n.tif", pixels, nodata=0)).valid[:8, 2:].sum() == 0
    reals = np.full((3, 32, 32), 0.5, np.float32)
    reals[1, 10:12] = np.nan
    assert open_raster(write_raster("f.tif", reals)).valid.mean() == pytest.approx(30 / 32)
    alpha = np.full((4, 32, 32), 255, np.uint8)
    alpha[3, :, 16:] = 0
    seen = open_raster(write_raster("a.tif", alpha - np.uint8(2) * (alpha > 0), photometric="RGB", alpha="YES"))
    assert seen.valid[:, :16].all()
    assert not seen.valid[:, 16:].any()
    assert seen.pixels.shape[2] == 3


BAD = {
    "missing": (lambda path: path, "was not found"),
    "empty": (lambda path: path.write_bytes(b""), r"empty \(0 bytes\)"),
    "text": (lambda path: path.write_text("hello, I am a text file", encoding="utf-8"), "not an image of a known kind"),
    "vrt": (
        lambda path: path.write_text("<VRTDataset rasterXSize='9'></VRTDataset>", encoding="utf-8"),
        "not an image",
    ),
    "magic only": (lambda path: path.write_bytes(b"II*\0\x08\0\0\0"), "damaged or cut short"),
    "png header only": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n0000"), "damaged or cut short"),
}


@pytest.mark.parametrize(("make", "complaint"), BAD.values(), ids=BAD)
def test_files_that_are_no_images_get_one_sentence(tmp_path, make, complaint):
    path = tmp_path / "x.tif"
    make(path)
    with pytest.raises(RasterError, match=complaint) as caught:
        open_raster(path)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_a_truncated_tiff_is_named(write_raster):
    path = write_raster(pixels=np.random.default_rng(0).integers(0, 255, (3, 128, 128), dtype=np.uint8))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="damaged or cut short"):
        open_raster(path)


@pytest.mark.parametrize(
    ("shape", "dtype", "profile", "complaint"),
    [
        ((3, 1, 1), np.uint8, {}, "only 1 x 1 px"),
        ((2, 32, 32), np.uint8, {}, "has 2 bands"),
        ((13, 32, 32), np.uint16, {}, "has 13 bands"),
        ((1, 32, 32), np.complex64, {}, "complex64"),
    ],
)
def test_rasters_of_an_unusable_kind_are_named(write_raster, shape, dtype, profile, complaint):
    with pytest.raises(RasterError, match=complaint):
        open_raster(write_raster(pixels=np.ones(shape, dtype), **profile))


def test_a_raster_without_any_data_is_named(write_raster):
    path = write_raster()
    with rasterio.open(path, "r+") as file:
        file.write(np.zeros((3, 32, 32), np.uint8))
        file.nodata = 0
    with pytest.raises(RasterError, match="no valid pixel"):
        open_raster(path)


def test_a_small_file_that_declares_gigabytes_is_refused_before_reading(tmp_path):
    shape = {"count": 3, "height": 60_000, "width": 60_000, "dtype": "uint8"}
    place = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}
    with rasterio.open(tmp_path / "bomb.tif", "w", driver="GTiff", sparse_ok=True, tiled=True, **shape, **place):
        pass
    assert (tmp_path / "bomb.tif").stat().st_size < 5e6
    with pytest.raises(RasterError, match="GB"):
        open_raster(tmp_path / "bomb.tif")


@pytest.mark.parametrize("name", ["/vsicurl/http://127.0.0.1/x.tif", "http://127.0.0.1/x.tif", "/vsimem/x.tif"])
def test_paths_that_are_no_files_are_refused(name):
    from pathlib import Path

    with pytest.raises(RasterError, match=r"not a file|was not found"):
        open_raster(Path(name))


def test_a_file_beside_the_image_changes_nothing(write_raster):
    path = write_raster()
    path.with_name("a.tif.aux.xml").write_text(
        '<PAMDataset><SRS>EPSG:4326</SRS><PAMRasterBand band="1"><NoDataValue>101</NoDataValue>'
        "</PAMRasterBand></PAMDataset>",
        encoding="utf-8",
    )
    raster = open_raster(path)
    assert raster.georeference.crs == "EPSG:32614"
    assert raster.valid.all()


def test_the_vrt_driver_is_gone():
    with rasterio.Env() as environment:
        assert "VRT" not in environment.drivers()
