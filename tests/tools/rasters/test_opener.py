"""One door for files: what may come in, and a sentence for everything that may not."""

import subprocess
import sys

import cv2
import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image
from rasterio.control import GroundControlPoint

from mci_model.prediction import Window
from tools.errors import RasterError
from tools.pairs.common_grid import common_grid
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import open_pair
from tools.rasters.opener import open_source


def whole(path):
    """All values of a file, as a pair of it with itself reads them."""
    source = open_source(path)
    with GridReader(source, common_grid(source, source), Window(0, 0, *source.size)) as reader:
        return reader.read(Window(0, 0, *source.size))


def test_a_geotiff_brings_its_place_date_and_kind(write_raster):
    source = open_source(write_raster(tags={"TIFFTAG_DATETIME": "2020:07:01 10:00:00"}))
    assert source.georeference.crs == "EPSG:32614"
    assert source.georeference.resolution_m == pytest.approx(0.5, rel=1e-3)
    assert (source.date, source.dtype, source.bands, source.colours) == ("2020-07-01", "uint8", 3, (1, 2, 3))
    assert (source.name, source.size, source.notes) == ("a.tif", (32, 32), ())


@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_pictures_come_in_without_a_place(tmp_path, suffix, kind):
    path = tmp_path / f"site_20210304.{suffix}"
    Image.new("RGB", (40, 20), (200, 10, 10)).save(path, kind)
    source = open_source(path)
    assert (source.georeference, source.size, source.date) == (None, (20, 40), "2021-03-04")
    assert abs(int(whole(path).pixels[5, 5, 0]) - 200) < 8


def test_nodata_alpha_and_nan_are_not_valid(write_raster):
    pixels = np.full((3, 32, 32), 100, np.uint8)
    pixels[:, :8] = 0
    assert whole(write_raster("n.tif", pixels, nodata=0)).valid[:8, 2:].sum() == 0
    reals = np.full((3, 32, 32), 0.5, np.float32)
    reals[1, 10:12] = np.nan
    assert whole(write_raster("f.tif", reals)).valid.mean() == pytest.approx(30 / 32)
    alpha = np.full((4, 32, 32), 255, np.uint8)
    alpha[3, :, 16:] = 0
    seen = whole(write_raster("a.tif", alpha - np.uint8(2) * (alpha > 0), photometric="RGB", alpha="YES"))
    assert seen.valid[:, :16].all()
    assert not seen.valid[:, 16:].any()
    assert seen.pixels.shape[2] == 3


def test_an_internal_mask_counts_and_black_below_it_is_ground(write_raster):
    path = write_raster(pixels=np.zeros((3, 32, 32), np.uint8))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as file:
        mask = np.full((32, 32), 255, np.uint8)
        mask[:4] = 0
        file.write_mask(mask)
    valid = whole(path).valid
    assert not valid[:4].any()
    assert valid[4:].all()


@pytest.mark.parametrize(
    ("names", "colours", "told"),
    [
        (["blue", "green", "red", "nir"], (3, 2, 1), False),
        (["B02", "B03", "B04", "B08"], (3, 2, 1), False),
        ([None] * 4, (1, 2, 3), True),
    ],
)
def test_colours_are_found_by_their_names(write_raster, names, colours, told):
    path = write_raster(pixels=np.ones((4, 32, 32), np.uint16))
    with rasterio.open(path, "r+") as file:
        file.descriptions = names
    source = open_source(path)
    assert source.colours == colours
    assert bool(source.notes) == told


def test_two_bands_are_grey_and_something_else(write_raster):
    assert open_source(write_raster(pixels=np.ones((2, 32, 32), np.uint8))).colours == (1,)


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
        open_source(path)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_a_truncated_tiff_is_named_when_its_pixels_are_read(write_raster):
    path = write_raster(pixels=np.random.default_rng(0).integers(0, 255, (3, 128, 128), dtype=np.uint8))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="damaged or cut short"):
        whole(path)


@pytest.mark.parametrize(
    ("shape", "dtype", "profile", "complaint"),
    [
        ((3, 1, 1), np.uint8, {}, "only 1 x 1 px"),
        ((17, 32, 32), np.uint16, {}, "has 17 bands"),
        ((1, 32, 32), np.complex64, {}, "complex64"),
    ],
)
def test_rasters_of_an_unusable_kind_are_named(write_raster, shape, dtype, profile, complaint):
    with pytest.raises(RasterError, match=complaint):
        open_source(write_raster(pixels=np.ones(shape, dtype), **profile))


def test_a_small_file_that_declares_more_than_any_disk_holds_is_refused(tmp_path):
    shape = {"count": 3, "height": 200_000, "width": 200_000, "dtype": "uint8", "BIGTIFF": "YES"}
    blocks = {"tiled": True, "blockxsize": 4096, "blockysize": 4096}
    place = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}
    with rasterio.open(tmp_path / "bomb.tif", "w", driver="GTiff", sparse_ok=True, **blocks, **shape, **place):
        pass
    assert (tmp_path / "bomb.tif").stat().st_size < 5e6
    with pytest.raises(RasterError, match="more than any scene has"):
        open_source(tmp_path / "bomb.tif")


def test_a_small_png_that_unpacks_to_far_too_much_is_refused(tmp_path):
    cv2.imwrite(str(tmp_path / "wide.png"), np.zeros((12_000, 12_000), np.uint8))
    assert (tmp_path / "wide.png").stat().st_size < 1e6
    with pytest.raises(RasterError, match="must be decoded whole"):
        open_source(tmp_path / "wide.png")


@pytest.mark.parametrize(("numbers", "opens"), [(5, True), (64, True), (65, False)])
def test_few_numbers_of_a_palette_are_classes_and_many_are_colours(write_raster, numbers, opens):
    path = write_raster(pixels=(np.arange(32 * 32, dtype=np.uint16) % numbers).astype(np.uint8).reshape(1, 32, 32))
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {number: (number, 0, 0, 255) for number in range(numbers)})
    assert open_source(path).has_palette
    if opens:
        assert open_pair(path, path).sources[0].colours == (1,)
        return
    with pytest.raises(RasterError, match="-expand rgb"):
        open_pair(path, path)


def test_a_place_by_control_points_alone_is_refused_with_the_way_out(tmp_path):
    points = [GroundControlPoint(row, col, 10 + col / 100, 50 - row / 100) for row in (0, 32) for col in (0, 32)]
    shape = {"count": 3, "height": 32, "width": 32, "dtype": "uint8"}
    with rasterio.open(tmp_path / "g.tif", "w", driver="GTiff", gcps=points, crs="EPSG:4326", **shape) as file:
        file.write(np.ones((3, 32, 32), np.uint8))
    with pytest.raises(RasterError, match="gdalwarp -tps"):
        open_source(tmp_path / "g.tif")


@pytest.mark.parametrize("name", ["/vsicurl/http://127.0.0.1/x.tif", "http://127.0.0.1/x.tif", "/vsimem/x.tif"])
def test_paths_that_are_no_files_are_refused(name):
    from pathlib import Path

    with pytest.raises(RasterError, match=r"not a file|was not found"):
        open_source(Path(name))


def test_a_file_beside_the_image_changes_nothing(write_raster):
    path = write_raster()
    path.with_name("a.tif.aux.xml").write_text(
        '<PAMDataset><SRS>EPSG:4326</SRS><PAMRasterBand band="1"><NoDataValue>101</NoDataValue>'
        "</PAMRasterBand></PAMDataset>",
        encoding="utf-8",
    )
    assert open_source(path).georeference.crs == "EPSG:32614"
    assert whole(path).valid.all()


def test_the_vrt_driver_is_gone():
    code = "import tools, rasterio\nwith rasterio.Env() as gdal: print('VRT' in gdal.drivers())"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"


def test_where_warping_has_brought_it_back_the_door_still_keeps_it_out(write_raster, tmp_path):
    turned = Affine(0.5, 0.01, 620_000, 0.01, -0.5, 3_350_000)
    open_pair(write_raster(), write_raster("b.tif", transform=turned))
    path = tmp_path / "sly.tif"
    path.write_text(f"<VRTDataset><SourceFilename>{tmp_path / 'a.tif'}</SourceFilename></VRTDataset>", encoding="utf-8")
    with pytest.raises(RasterError, match="not an image"):
        open_source(path)
