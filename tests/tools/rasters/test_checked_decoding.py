"""Decoding in a process of its own: sound files pass; what others would wait or die for is refused in a sentence."""

import subprocess
import sys
import zlib

import numpy as np
import pytest
import rasterio

from tools.errors import RasterError
from tools.rasters import checked_decoding
from tools.rasters.checked_decoding import check_decodable
from tools.rasters.gdal_warnings import without_gdal_warnings

pytestmark = pytest.mark.slow


def write(path, values, **profile):
    shape = {"count": values.shape[0], "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **shape, **profile) as file:
        file.write(values)
    return path


def refused(path, **limits):
    with pytest.raises(RasterError, match=r"\.$") as caught:
        check_decodable(path, **limits)
    return str(caught.value)


def test_a_sound_file_passes(write_raster):
    check_decodable(write_raster())


def test_damage_in_the_last_band_is_found(tmp_path):
    values = np.random.default_rng(0).integers(0, 255, (5, 512, 512)).astype(np.uint8)
    path = write(tmp_path / "a.tif", values, interleave="band", compress="deflate")
    content = bytearray(path.read_bytes())
    content[-3_000:-2_000] = bytes(1_000)
    path.write_bytes(content)
    assert refused(path) == "a.tif is damaged or cut short and cannot be read; copy or download it again."


def test_what_the_opener_refuses_is_refused_with_its_sentence(tmp_path):
    (tmp_path / "naïve\n.tif").write_bytes(b"no image")
    assert refused(tmp_path / "naïve\n.tif") == (
        "naïve\ufffd.tif is not an image of a known kind; give a GeoTIFF, PNG, JPEG or WebP file."
    )


def test_a_file_that_unpacks_to_more_than_the_memory_is_refused(tmp_path):
    path = write(tmp_path / "a.tif", np.zeros((3, 8_000, 8_000), np.uint8), compress="deflate", blockysize=8_000)
    assert path.stat().st_size < 300_000
    assert refused(path, megabytes=400) == ("a.tif takes more than 400 MB to decode; save it anew, tiled and smaller.")


def test_a_file_that_takes_too_long_is_refused(tmp_path):
    path = write(tmp_path / "a.tif", np.zeros((16, 5_000, 5_000), np.uint8), compress="lzma", tiled=True)
    assert refused(path, seconds=0) == "a.tif takes longer than 0 s to decode; save it anew, tiled and smaller."


def test_a_process_that_gives_no_sign_is_ended(write_raster, monkeypatch):
    monkeypatch.setattr(checked_decoding, "CHILD", "import time; time.sleep(600)")
    monkeypatch.setattr(checked_decoding, "STARTING_S", 0.5)
    assert "takes longer than 0.5 s" in refused(write_raster(), seconds=0.5)


def test_a_decoder_that_crashes_ends_its_own_process_alone(write_raster, monkeypatch):
    monkeypatch.setattr(checked_decoding, "CHILD", "import os; os.abort()")
    assert "is damaged" in refused(write_raster())


def test_a_large_image_is_refused_before_it_is_decoded(tmp_path):
    path = write(tmp_path / "a.tif", np.zeros((1, 1_000, 2_000), np.uint8), compress="deflate")
    assert refused(path, megapixels=1.5) == (
        "a.tif is 2000 x 1000 px; here images of up to 1.5 million pixels can be opened: cut out the part of interest."
    )


def test_no_secret_of_the_environment_is_handed_on(write_raster, monkeypatch):
    monkeypatch.setenv("TERRADELTA_AUTH", "secret")
    monkeypatch.setattr(checked_decoding, "CHILD", "import os, sys; sys.exit('secret' in os.environ.values())")
    check_decodable(write_raster())


def test_a_bomb_of_a_png_is_refused(tmp_path):
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    rows = zlib.compress(bytes(10_001 * 9_000), 9)
    head = (10_000).to_bytes(4, "big") + (9_000).to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + parts)
    assert (tmp_path / "a.png").stat().st_size < 100_000
    assert "up to 50 million pixels" in refused(tmp_path / "a.png", megapixels=50)


def test_the_child_starts_where_no_module_of_the_working_folder_is_taken(tmp_path, write_raster, monkeypatch):
    path = write_raster()
    (tmp_path / "rasterio.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    check_decodable(path)
    assert subprocess.run([sys.executable, "-c", "import rasterio"], check=False).returncode == 9
