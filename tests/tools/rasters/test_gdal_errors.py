"""What GDAL complains of: pixels that can be read are read, with a note, and what cannot is refused in one sentence."""

import errno
import io
from contextlib import suppress

import numpy as np
import pytest
import rasterio
from PIL import Image

from mci_model.prediction import Window
from tools.errors import RasterError
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.opener import open_source

PIXELS = np.random.default_rng(5).integers(2, 250, (3, 300, 300)).astype(np.uint8)
BESIDE = "is damaged beside its pixels"


def shown_by(path):
    """The first date of a pair of a file with itself, as (3, H, W)."""
    pair = open_pair(path, path)
    inspect(pair)
    with pair.reading() as reader:
        return np.moveaxis(reader.read(Window(0, 0, *pair.size)).before, -1, 0)


def picture(**options):
    buffer = io.BytesIO()
    Image.fromarray(np.moveaxis(PIXELS, 0, -1)).save(buffer, **options)
    return buffer.getvalue()


@pytest.fixture
def with_overviews(tmp_path, write_raster):
    pixels = np.tile(PIXELS, (1, 5, 5))
    path = write_raster("overviews.tif", pixels=pixels.copy(), tiled=True, blockxsize=256, blockysize=256)
    with rasterio.open(path, "r+") as file:
        before = path.stat().st_size
        file.build_overviews([2, 4, 8])
    assert path.stat().st_size > before
    return path


@pytest.mark.parametrize("cut", [10, 100, 2_000, 20_000, 100_000, 600_000])
def test_a_file_whose_overviews_are_cut_short_is_read_without_them(with_overviews, cut):
    whole = shown_by(with_overviews)
    with_overviews.write_bytes(with_overviews.read_bytes()[:-cut])
    assert np.array_equal(shown_by(with_overviews), whole)
    assert open_source(with_overviews).notes == (
        "The overviews of overviews.tif are damaged or cut short; its pixels are read without them.",
    )


def test_a_sound_file_with_overviews_has_no_note(with_overviews):
    assert open_source(with_overviews).notes == ()
    assert open_source(with_overviews).has_overviews


def test_the_first_page_of_a_file_cut_in_half_is_read(tmp_path):
    first = Image.fromarray(np.moveaxis(PIXELS, 0, -1))
    first.save(tmp_path / "pages.tif", save_all=True, append_images=[first, first])
    whole = shown_by(tmp_path / "pages.tif")
    content = (tmp_path / "pages.tif").read_bytes()
    (tmp_path / "cut.tif").write_bytes(content[: len(content) // 2])
    assert np.array_equal(shown_by(tmp_path / "cut.tif"), whole)
    assert any(BESIDE in note for note in open_source(tmp_path / "cut.tif").notes)


@pytest.mark.parametrize("place", [2, 4, 8, 10, 11, 14])
def test_a_photograph_with_damaged_exif_is_read(tmp_path, place):
    exif = Image.Exif()
    exif[274], exif[271] = 1, "Maker" * 20
    content = bytearray(picture(format="JPEG", exif=exif))
    (tmp_path / "whole.jpg").write_bytes(content)
    start = content.index(b"Exif\0\0") + 6
    content[start + place : start + place + 2] = b"\x7f\x2d"
    (tmp_path / "damaged.jpg").write_bytes(content)
    assert np.array_equal(shown_by(tmp_path / "damaged.jpg"), shown_by(tmp_path / "whole.jpg"))


def test_a_complaint_about_one_file_is_not_held_against_the_next(tmp_path, write_raster):
    (tmp_path / "cut.jpg").write_bytes(picture(format="JPEG")[:5_000])
    sound = write_raster("sound.tif")
    with pytest.raises(RasterError, match=r"^cut.jpg is damaged or cut short"):
        shown_by(tmp_path / "cut.jpg")
    assert open_source(sound).notes == ()


def test_complex_integers_of_radar_are_refused_as_other_complex_numbers(tmp_path):
    shape = {"count": 1, "height": 32, "width": 32, "dtype": "complex_int16"}
    with without_gdal_warnings(), rasterio.open(tmp_path / "radar.tif", "w", driver="GTiff", **shape) as file:
        file.write(np.ones((1, 32, 32), np.complex64))
    with pytest.raises(RasterError, match=r"^radar.tif holds complex_int16 values; give .* of radar the amplitude\.$"):
        open_source(tmp_path / "radar.tif")


@pytest.mark.parametrize("place", range(8, 400, 8))
def test_tags_that_lie_are_told_in_one_sentence_or_read(write_raster, place):
    path = write_raster("lies.tif", tiled=True, blockxsize=16, blockysize=16, photometric="RGB")
    content = bytearray(path.read_bytes())
    content[place : place + 4] = b"\xff\xff\0\0"
    path.write_bytes(content)
    with suppress(RasterError):
        shown_by(path)


@pytest.mark.parametrize("side", [64, 2048])
def test_a_large_file_that_holds_next_to_nothing_is_refused_at_once(tmp_path, side):
    shape = {"count": 3, "height": 30_000, "width": 30_000, "dtype": "uint8", "sparse_ok": True, "tiled": True}
    shape |= {"blockxsize": side, "blockysize": side}
    with (
        without_gdal_warnings(),
        rasterio.open(tmp_path / "a.tif", "w", driver="GTiff", **shape),
    ):
        pass
    with pytest.raises(RasterError, match=r"^a.tif declares 30000 x 30000 px in [\d,]+ kB, so nearly all .* is empty"):
        open_source(tmp_path / "a.tif")


def test_a_large_file_of_one_value_is_none_of_them(tmp_path):
    shape = {"count": 1, "height": 6_000, "width": 6_000, "dtype": "uint8", "compress": "deflate", "tiled": True}
    with without_gdal_warnings(), rasterio.open(tmp_path / "a.tif", "w", driver="GTiff", **shape) as file:
        file.write(np.full((1, 6_000, 6_000), 7, np.uint8))
    assert (tmp_path / "a.tif").stat().st_size < 100_000
    assert open_source(tmp_path / "a.tif").size == (6_000, 6_000)


def test_a_disk_that_fills_up_while_a_file_is_read_is_not_told_as_damage_of_it(write_raster):
    def write():
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"), open_source(write_raster()).reading():
        write()
