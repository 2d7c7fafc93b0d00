"""Files that are broken, hostile or odd: each gets one sentence with the way out, or is read and what is odd is told.

Numbers in comments are those of the list of bad inputs that every release is tried with.
"""

import os
import re
import shutil
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image

from mci_model.prediction import Window
from tools.errors import RasterError
from tools.pairs.common_grid import common_grid
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.rasters.gdal_errors import MAX_NAME_CHARS
from tools.rasters.opener import open_source
from tools.runs.formats.pictures import previews
from tools.workspace.workspace import Workspace

RNG = np.random.default_rng(0)
PLACE = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}


def noise(bands=3, height=64, width=64, dtype=np.uint8, most=250):
    return RNG.integers(2, most, (bands, height, width)).astype(dtype)


def write(path, pixels, **profile):
    """A georeferenced GeoTIFF with exactly these pixels."""
    shape = {"count": pixels.shape[0], "height": pixels.shape[1], "width": pixels.shape[2], "dtype": pixels.dtype}
    with rasterio.open(path, "w", driver="GTiff", **(PLACE | shape | profile)) as file:
        file.write(pixels)
    return path


def whole(path):
    """All values of a file, as a pair of it with itself reads them."""
    source = open_source(path)
    with GridReader(source, common_grid(source, source), Window(0, 0, *source.size)) as reader:
        return reader.read(Window(0, 0, *source.size))


def read_all(path):
    """Everything that is done with a file before a network sees it."""
    pair = open_pair(path, path)
    return inspect(pair), pair.whole


def told(path):
    """The one sentence that a person gets instead of an image."""
    with pytest.raises(RasterError, match=r"\.$") as caught:
        read_all(path)
    sentence = str(caught.value)
    assert sentence.isprintable(), "no line breaks and no marks that turn text"
    assert len(sentence) < 300
    return sentence


@pytest.fixture
def good(tmp_path):
    return write(tmp_path / "good.tif", noise())


# 1, 2, 17, 20: what is no image


NO_IMAGES = {
    "html.tif": b"<!DOCTYPE html><html><head><title>404 Not Found</title></head></html>",
    "svg.png": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "pdf.png": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "moving.gif": b"GIF89a\x10\0\x10\0\x80\0\0",
    "short.tif": b"I",
}


@pytest.mark.parametrize("name", NO_IMAGES)
def test_what_is_no_image_is_known_by_its_content_not_its_name(tmp_path, name):
    (tmp_path / name).write_bytes(NO_IMAGES[name])
    assert told(tmp_path / name) == (f"{name} is not an image of a known kind; give a GeoTIFF, PNG, JPEG or WebP file.")
    assert [path.name for path in tmp_path.iterdir()] == [name], "nothing is unpacked"


def test_a_file_of_no_bytes_is_called_empty(tmp_path):
    (tmp_path / "a.tif").touch()
    assert told(tmp_path / "a.tif") == "a.tif is empty (0 bytes); copy or download it again."


def test_an_image_under_another_ending_is_read_as_what_it_is(tmp_path):
    picture = noise(height=20, width=30)
    Image.fromarray(np.moveaxis(picture, 0, -1)).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.tif")
    assert open_source(tmp_path / "a.tif").driver == "PNG"
    assert np.array_equal(np.moveaxis(whole(tmp_path / "a.tif").pixels, -1, 0), picture)


# 3, 4, 5: broken TIFFs

DAMAGED = "is damaged or cut short and cannot be read; copy or download it again."


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_a_tiff_cut_short_is_refused_wherever_it_was_cut(tmp_path, share):
    path = write(tmp_path / "a.tif", noise(height=600, width=600))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert told(path) == f"a.tif {DAMAGED}"


@pytest.mark.parametrize("compress", ["deflate", "lzw", "zstd"])
def test_a_damaged_block_in_the_middle_is_told_and_not_read_as_black(tmp_path, compress):
    tiles = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": compress}
    path = write(tmp_path / "a.tif", noise(height=640, width=640), **tiles)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle - 2000 : middle + 2000] = b"\xff" * 4000
    path.write_bytes(content)
    assert told(path) == f"a.tif {DAMAGED}"


def directory(content):
    """Where the first directory of a little-endian TIFF lies, and how many entries it has."""
    place = struct.unpack("<I", content[4:8])[0]
    return place, struct.unpack("<H", content[place : place + 2])[0]


def test_a_directory_that_leads_to_itself_does_not_hang(good):
    pixels, content = whole(good).pixels, bytearray(good.read_bytes())
    place, entries = directory(content)
    struct.pack_into("<I", content, place + 2 + 12 * entries, place)
    good.write_bytes(content)
    assert np.array_equal(whole(good).pixels, pixels)


@pytest.mark.parametrize("place", [0, 4, 10**6, 2**32 - 1])
def test_a_directory_that_lies_nowhere_is_damage(good, place):
    content = bytearray(good.read_bytes())
    struct.pack_into("<I", content, 4, place)
    good.write_bytes(content)
    assert told(good) == f"good.tif {DAMAGED}"


def strips_at(path, place):
    """Let all strips of a TIFF begin at one place."""
    content = bytearray(path.read_bytes())
    start, entries = directory(content)
    for entry in range(start + 2, start + 2 + 12 * entries, 12):
        tag, _, count, values = struct.unpack_from("<HHII", content, entry)
        if tag == 273:
            assert count > 1
            content[values : values + 4 * count] = struct.pack("<I", place) * count
    path.write_bytes(content)
    return path


def test_strips_that_overlap_are_read_within_the_file(tmp_path):
    path = strips_at(write(tmp_path / "a.tif", noise(), blockysize=8), 8)
    rows = whole(path).pixels
    assert np.array_equal(rows[:8], rows[8:16]), "all strips are the same bytes of this file"


def test_strips_that_lie_beyond_the_file_are_damage(tmp_path):
    assert told(strips_at(write(tmp_path / "a.tif", noise(), blockysize=8), 10**6)) == f"a.tif {DAMAGED}"


# 6 to 11: too much, too little


def declare(path, height, width, count=3, **profile):
    """A TIFF that declares pixels and holds none."""
    shape = {"count": count, "height": height, "width": width, "dtype": "uint8", "sparse_ok": True}
    with rasterio.open(path, "w", driver="GTiff", **(PLACE | shape | profile)):
        pass
    return path


def test_forty_gigabytes_in_a_small_sparse_bigtiff_are_refused(tmp_path):
    tiles = {"tiled": True, "blockxsize": 4096, "blockysize": 4096, "BIGTIFF": "YES"}
    path = declare(tmp_path / "a.tif", 200_000, 200_000, **tiles)
    assert path.stat().st_size < 5e6
    assert path.read_bytes()[:4] == b"II+\0"
    assert told(path) == ("a.tif declares 200000 x 200000 px, more than any scene has; cut out the part of interest.")


def test_a_tiff_in_one_huge_tile_is_refused_before_it_is_unpacked(tmp_path):
    path = declare(tmp_path / "a.tif", 12_000, 12_000, tiled=True, blockxsize=12_000, blockysize=12_000)
    assert path.stat().st_size < 1e5
    assert told(path) == (
        "a.tif keeps 12000 x 12000 px in one piece, which must be decoded whole; "
        "make a tiled GeoTIFF of it: gdal_translate -of COG."
    )


def png(width, height, depth, *, data=None, extra=b""):
    """A grey PNG, black unless told otherwise."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    row = b"\0" * (1 + (width * depth + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush() if data is None else data
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("side", "depth"), [(20_000, 1), (12_000, 8)])
def test_a_png_that_unpacks_to_far_too_much_is_refused(tmp_path, side, depth):
    (tmp_path / "a.png").write_bytes(png(side, side, depth))
    assert (tmp_path / "a.png").stat().st_size < 2e5
    assert told(tmp_path / "a.png") == (
        f"a.png ({side} x {side} px) is too large for a PNG file, which must be decoded whole; "
        "make a tiled GeoTIFF of it: gdal_translate -of COG."
    )


def test_a_png_that_claims_more_than_it_holds_is_damage(tmp_path):
    (tmp_path / "a.png").write_bytes(png(5000, 5000, 8, data=zlib.compress(b"\0" * 99)))
    assert told(tmp_path / "a.png") == f"a.png {DAMAGED}"


def test_sixty_five_thousand_bands_are_refused_at_once(tmp_path):
    path = declare(tmp_path / "a.tif", 16, 16, count=65_000, interleave="pixel")
    assert told(path) == (
        "a.tif has 65000 bands; give at most 16, for example a true-colour copy made with gdal_translate -b."
    )


@pytest.mark.parametrize(("height", "width"), [(1, 1), (3, 100_000), (100_000, 3), (15, 16)])
def test_less_than_sixteen_pixels_a_side_show_nothing(tmp_path, height, width):
    assert told(write(tmp_path / "a.tif", np.ones((3, height, width), np.uint8))) == (
        f"a.tif is only {width} x {height} px; give images of at least 16 px on each side."
    )


def test_a_long_strip_that_is_just_wide_enough_is_read_to_its_end(tmp_path):
    pixels = noise(height=100_000, width=16)
    pair = open_pair(write(tmp_path / "a.tif", pixels), write(tmp_path / "b.tif", pixels))
    assert inspect(pair).identical
    with pair.reading() as reader:
        end = reader.read(Window(99_990, 0, 10, 16))
    assert np.array_equal(np.moveaxis(end.before, -1, 0), pixels[:, -10:])


# 12 to 15: ways to another file


@pytest.mark.parametrize("magic", [b"", b"II*\0"])
def test_a_vrt_named_tif_reads_no_other_file(good, magic):
    path = good.with_name("sly.tif")
    vrt = (
        "<VRTDataset rasterXSize='64' rasterYSize='64'><VRTRasterBand dataType='Byte' band='1'><SimpleSource>"
        f"<SourceFilename>{good}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    path.write_bytes(magic + vrt.encode())
    assert "sly.tif" in told(path)


def test_a_vrt_that_reaches_for_the_network_is_only_text(tmp_path):
    (tmp_path / "a.tif").write_text("<VRTDataset><SourceFilename>/vsicurl/http://127.0.0.1/x.tif</SourceFilename>")
    assert "a.tif is not an image of a known kind" in told(tmp_path / "a.tif")


VIRTUAL = [
    *("/vsicurl/http://127.0.0.1/x.tif", "/vsis3/bucket/x.tif", "/vsizip/x.zip/x.tif", "/vsistdin/", "/vsimem/x.tif"),
    *("/vsisubfile/0_100,{good}", "/vsigzip/{good}", "http://127.0.0.1/x.tif", "https://127.0.0.1/x.tif"),
]
NOT_PATHS = [
    *("<VRTDataset rasterXSize='9'></VRTDataset>", "GTIFF_RAW:{good}", "GTIFF_DIR:1:{good}", "WMS:http://127.0.0.1/"),
    *("NETCDF:{good}:band", "PG:dbname=x", "s3://bucket/x.tif", "file://{good}", "zip://{good}!x.tif", "{good}:1"),
    *("//vsicurl/http://127.0.0.1/x.tif", "{good}/../../good.tif/", "~/x.tif", "$HOME/x.tif", "*.tif"),
]


@pytest.mark.parametrize("text", VIRTUAL)
def test_paths_that_gdal_would_follow_elsewhere_are_no_files(good, text):
    sentence = told(Path(text.format(good=good)))
    assert sentence.endswith("is not a file on this machine; download it and give its path.")


@pytest.mark.parametrize("text", NOT_PATHS)
def test_addresses_and_commands_are_only_names_of_files_that_are_not_there(good, text):
    assert told(Path(text.format(good=good))).endswith("was not found; check the path and the spelling.")


@pytest.mark.parametrize("name", ["GTIFF_DIR:1:good.tif", "GTIFF_RAW:good.tif", "good.tif:1", "good.tif!x"])
def test_a_file_whose_name_is_a_command_to_gdal_is_read_itself(good, monkeypatch, name):
    monkeypatch.chdir(good.parent)
    own = write(good.with_name("own.tif"), noise())
    own.rename(good.with_name(name))
    assert np.array_equal(whole(Path(name)).pixels, whole(good.with_name(name)).pixels)
    assert not np.array_equal(whole(Path(name)).pixels, whole(good).pixels)


@pytest.mark.parametrize("text", ["/dev/zero", "/dev/stdin", ".", "", "/"])
def test_devices_and_folders_are_not_read(text):
    assert told(Path(text)).endswith("is a folder or a device, not a file; give an image file.")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.tif")
    assert told(tmp_path / "pipe.tif").startswith("pipe.tif is a folder or a device")


def test_what_the_system_refuses_to_read_is_told_with_its_reason():
    if not Path("/proc/self/mem").exists():
        pytest.skip("needs Linux")
    assert told(Path("/proc/self/mem")) == "mem cannot be opened (Input/output error); check its name and rights."


# 16: files beside the image


def test_files_beside_a_geotiff_change_nothing(good):
    before, pixels = open_source(good), whole(good)
    good.with_name("good.tif.aux.xml").write_text(
        "<PAMDataset><SRS>EPSG:4326</SRS><GeoTransform>0,1,0,0,0,-1</GeoTransform><Metadata>"
        "<MDI key='TIFFTAG_DATETIME'>1999:01:01</MDI></Metadata><PAMRasterBand band='1'>"
        f"<NoDataValue>{pixels.pixels[0, 0, 0]}</NoDataValue><Description>blue</Description></PAMRasterBand>"
        "</PAMDataset>"
    )
    good.with_name("good.tfw").write_text("9\n0\n0\n-9\n0\n0\n")
    good.with_name("good.prj").write_text('GEOGCS["x"]')
    for name in ("good.tif.msk", "good.tif.ovr", "good.msk", "good.ovr"):
        write(good.with_name(name), np.zeros((1, 64, 64), np.uint8))
    assert open_source(good) == before
    assert np.array_equal(whole(good).pixels, pixels.pixels)
    assert whole(good).valid.all()


def test_overviews_beside_a_large_geotiff_are_not_what_the_sketch_shows(tmp_path):
    path = write(tmp_path / "a.tif", noise(height=1600, width=1600))
    write(tmp_path / "a.tif.ovr", np.zeros((3, 800, 800), np.uint8))
    with open_pair(path, path).reading() as reader:
        assert reader.sketches()[0].pixels.mean() > 100


@pytest.mark.parametrize(
    ("name", "world"), [("a.png", "a.pgw"), ("a.png", "a.wld"), ("a.jpg", "a.jgw"), ("a.tif", "a.tfw")]
)
def test_a_world_file_alone_places_nothing(tmp_path, name, world):
    Image.fromarray(np.moveaxis(noise(), 0, -1)).save(tmp_path / name)
    (tmp_path / world).write_text("0.5\n0\n0\n-0.5\n620000\n3350000\n")
    (tmp_path / f"{name}.aux.xml").write_text(
        "<PAMDataset><SRS>EPSG:32614</SRS><GeoTransform>620000,1,0,3350000,0,-1</GeoTransform></PAMDataset>"
    )
    assert open_source(tmp_path / name).georeference is None


# 18: several pictures in one file, pictures for print, pictures turned


def frames():
    return [Image.fromarray(np.moveaxis(noise(), 0, -1)) for _ in range(3)]


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_of_an_animation_nobody_knows_which_picture_is_meant(tmp_path, name):
    first, *others = frames()
    first.save(tmp_path / name, save_all=True, append_images=others)
    assert told(tmp_path / name) == (f"{name} is an animation; save the one picture that is meant, and give that.")


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_a_still_picture_of_the_same_format_is_no_animation(tmp_path, name):
    frames()[0].save(tmp_path / name, lossless=True, exif=b"Exif\0\0")
    assert open_source(tmp_path / name).notes == ()


def test_of_several_pages_the_first_is_read_and_that_is_told(tmp_path):
    first, *others = frames()
    first.save(tmp_path / "a.tif", save_all=True, append_images=others)
    assert open_source(tmp_path / "a.tif").notes == ("a.tif holds 3 pages; only the first is read.",)
    assert np.array_equal(whole(tmp_path / "a.tif").pixels, np.asarray(first))


def test_overviews_and_masks_inside_a_geotiff_are_no_pages(tmp_path):
    path = write(tmp_path / "a.tif", noise(height=256, width=256))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as file:
        file.build_overviews([2, 4])
        file.write_mask(np.full((256, 256), 255, np.uint8))
    assert open_source(path).notes == ()


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_colours_for_print_become_colours_of_a_screen_and_that_is_told(tmp_path, name):
    cyan = np.zeros((64, 64, 4), np.uint8)
    cyan[..., 0] = 255
    Image.fromarray(cyan, "CMYK").save(tmp_path / name)
    assert whole(tmp_path / name).pixels[9, 9] == pytest.approx([0, 255, 255], abs=6)
    assert open_source(tmp_path / name).notes == (
        f"{name} is made for print (CMYK); its colours are brought to RGB by rule of thumb.",
    )


@pytest.mark.parametrize(("orientation", "notes"), [(1, 0), (3, 1), (6, 1)])
def test_a_photo_taken_with_the_camera_turned_is_told_of(tmp_path, orientation, notes):
    exif = Image.Exif()
    exif[0x112] = orientation
    frames()[0].resize((96, 64)).save(tmp_path / "a.jpg", exif=exif)
    source = open_source(tmp_path / "a.jpg")
    assert source.size == (64, 96)
    assert len(source.notes) == notes
    assert all("the camera turned and is read as it is stored, not upright" in note for note in source.notes)


# 19: kinds of PNG


def test_colour_numbers_of_a_palette_png_are_not_taken_for_grey(tmp_path):
    frames()[0].quantize(16).save(tmp_path / "a.png")
    assert told(tmp_path / "a.png") == (
        "a.png holds colour numbers of a palette; make colours of them first: gdal_translate -expand rgb."
    )


def test_a_16_bit_png_keeps_its_depth_and_is_stretched(tmp_path):
    deep = noise(bands=1, dtype=np.uint16, most=60_000)[0]
    Image.fromarray(deep).save(tmp_path / "a.png")
    assert np.array_equal(whole(tmp_path / "a.png").pixels[..., 0], deep)
    pair = open_pair(tmp_path / "a.png", tmp_path / "a.png")
    assert any("uint16" in note for note in pair.notes)
    assert pair.before.min() == 0
    assert pair.before.max() == 255


@pytest.mark.parametrize(("kind", "bands"), [("RGBA", 3), ("LA", 1)])
@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif"])
def test_transparent_pixels_are_no_data_and_half_transparent_ones_are(tmp_path, kind, bands, name):
    if (kind, name) == ("LA", "a.webp"):
        pytest.skip("WebP knows no grey")
    pixels = np.moveaxis(noise(bands=len(kind)), 0, -1).copy()
    pixels[:32, :, -1], pixels[32:48, :, -1], pixels[48:, :, -1] = 0, 128, 255
    Image.fromarray(pixels, kind).save(tmp_path / name, lossless=True)
    seen = whole(tmp_path / name)
    assert seen.pixels.shape == (64, 64, bands)
    assert not seen.valid[:32].any()
    assert seen.valid[32:].all()
    assert np.array_equal(seen.pixels[48:], pixels[48:, :, :bands])
    card = inspect(open_pair(tmp_path / name, tmp_path / name))
    assert card.nodata_share == 0.5
    assert "50 % of the common ground has no data on one date or both; nothing is known of it." in card.warnings


def test_two_values_of_a_one_bit_picture_are_not_taken_for_ground(tmp_path):
    Image.fromarray(noise()[0] > 99).save(tmp_path / "a.png")
    card = inspect(open_pair(tmp_path / "a.png", tmp_path / "a.png"))
    assert "a.png shows nothing: its pixels are all but alike; check that it is the right file." in card.warnings


# 21: odd names

ODD_NAMES = {
    "newline": "a\nb.tif",
    "right to left": "a\u202efit.tif",
    "colour code": "\x1b[31mred.tif",
    "shell": "; rm -rf ~ $(id) `id`.tif",
    "quotes": '"it\'s".tif',
    "emoji": "\N{HOUSE BUILDING}\ufe0f.tif",
    "option": "-of.tif",
    "braces": "{error}%s%n.tif",
    "mark-up": "<img src=x onerror=alert(1)>.tif",
    "url": "a%20b?c=d&e#f.tif",
    "long": "x" * 251 + ".tif",
}


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
def test_a_file_of_an_odd_name_is_read_and_told_on_one_line(good, name):
    odd = good.with_name(name)
    shutil.copy(good, odd)
    assert np.array_equal(whole(odd).pixels, whole(good).pixels)
    shown = inspect(open_pair(odd, good)).before.file
    assert shown.isprintable()
    assert len(shown) <= MAX_NAME_CHARS
    assert shown.endswith(name[-4:])
    odd.write_bytes(b"no image")
    assert told(odd).startswith(f"{shown} is not an image")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("x" * 300 + ".tif", "cannot be opened (File name too long); check its name and rights."),
        ("a\0b.tif", "was not found; check the path and the spelling."),
    ],
)
def test_names_that_no_file_can_have_are_told(tmp_path, name, complaint):
    assert told(tmp_path / name).endswith(complaint)


def test_a_name_that_is_not_utf_8_must_be_changed(good):
    odd = good.with_name("caf\udce9.tif")
    try:
        shutil.copy(good, odd)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert told(odd).endswith(": its name is not written in UTF-8; give it another name.")


# 22, 23: the same name twice, links


def test_pairs_of_equal_file_names_stay_two_pairs(tmp_path, eyes):
    workspace = Workspace(tmp_path / "work", lambda: eyes)
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        files = [write(tmp_path / folder / name, noise()) for name in ("before.tif", "after.tif")]
        workspace.open(*files)
    first, second = workspace.pairs
    assert (first.id, second.id) == ("1", "2")
    assert workspace.pair("1") is first
    assert workspace.pair("2") is second
    assert first.fingerprints != second.fingerprints
    assert not np.array_equal(first.before, second.before)
    shown = {previews(workspace, pair)[0].path for pair in workspace.pairs}
    assert len({path.read_bytes() for path in shown}) == 2, "neither picture overwrites the other"


def test_a_link_is_read_as_what_it_leads_to(good):
    link = good.with_name("link.tif")
    link.symlink_to(good)
    assert open_source(link).name == "link.tif"
    assert np.array_equal(whole(link).pixels, whole(good).pixels)


@pytest.mark.parametrize(
    ("target", "complaint"),
    [
        ("/etc/passwd", "link.tif is not an image of a known kind; give a GeoTIFF, PNG, JPEG or WebP file."),
        ("gone.tif", "link.tif was not found; check the path and the spelling."),
        ("link.tif", "link.tif was not found; check the path and the spelling."),
        (".", "link.tif is a folder or a device, not a file; give an image file."),
    ],
)
def test_a_link_to_what_is_no_image_shows_nothing_of_it(tmp_path, target, complaint):
    (tmp_path / "link.tif").symlink_to(target)
    assert told(tmp_path / "link.tif") == complaint


# 24: files that change while they are in use

USES = {
    "pixels": lambda pair: pair.whole,
    "card": inspect,
    "shift": lambda pair: pair.shift,
    "fingerprints": lambda pair: pair.fingerprints,
}
CHANGED = "good.tif was changed after it had been opened; open the pair again."


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_file_removed_after_it_was_opened_is_missed_by_name(good, tmp_path, use):
    pair = open_pair(good, write(tmp_path / "b.tif", noise()))
    good.unlink()
    with pytest.raises(RasterError, match=r"^good\.tif is not there any more; put it back, or open another pair\.$"):
        use(pair)


REPLACEMENTS = {
    "other pixels": noise(),
    "fewer pixels": noise(height=20, width=20),
    "fewer bands": noise(bands=1),
    "another kind of values": noise(dtype=np.uint16),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("pixels", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_a_file_replaced_after_it_was_opened_is_not_taken_for_the_old_one(good, tmp_path, pixels, use):
    pair = open_pair(good, write(tmp_path / "b.tif", noise()))
    write(good, pixels)
    os.utime(good, (2e9, 2e9))
    with pytest.raises(RasterError, match=f"^{re.escape(CHANGED)}$"):
        use(pair)


def test_a_file_replaced_by_another_format_is_noticed_too(good, tmp_path):
    pair = open_pair(good, write(tmp_path / "b.tif", noise()))
    frames()[0].save(good, "PNG")
    with pytest.raises(RasterError, match=f"^{re.escape(CHANGED)}$"):
        inspect(pair)


def test_bad_files_leave_neither_open_files_nor_memory_behind(tmp_path):
    if not Path("/proc/self/statm").exists():
        pytest.skip("needs Linux")
    broken = write(tmp_path / "a.tif", noise(height=600, width=600))
    broken.write_bytes(broken.read_bytes()[:500_000])
    wide = declare(tmp_path / "b.tif", 16, 16, count=5_000)

    def held():
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return sum(1 for _ in Path("/proc/self/fd").iterdir()), pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    for round_ in range(24):
        if round_ == 4:  # caches are filled by now
            files, mebibytes = held()
        told(broken)
        told(wide)
    assert held()[0] == files
    assert held()[1] < mebibytes + 24
