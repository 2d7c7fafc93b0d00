"""Rasters: TIFF directories, chunks of PNG, JPEG and WebP, and files that GDAL itself writes with odd content."""

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from PIL import Image
from rasterio.io import MemoryFile

from mci_model.prediction import Window
from tests.fuzzing.mutations import EDGES, dice, mutate_bytes
from tools.errors import ToolError
from tools.pairs.class_maps import colours_of, is_class_pair
from tools.pairs.pair import ImagePair, open_pair
from tools.pairs.preflight import inspect
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.spectrum.reflectance import spectral_date
from tools.tiles.view_files import write_view
from tools.tiles.view_grid import view_grid

SIDE = 64
PLACE = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}
TILES = {"tiled": True, "blockxsize": 32, "blockysize": 32}
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of each TIFF type."""
ODD_TAGS = (256, 257, 258, 259, 262, 273, 277, 278, 279, 282, 284, 317, 320, 322, 323, 324, 325, 330, 338, 339, 347,
            530, 532, 33550, 33922, 34264, 34735, 34736, 34737, 42112, 42113, 50844)  # fmt: skip


def mutated(seed: int, folder: Path) -> Path:
    """A raster in `folder`, a function of the seed."""
    rng = dice("rasters", seed)
    if rng.random() < 0.15:
        return _odd_file(rng, folder)
    name, content = rng.choice(_sound_files())
    path = folder / name
    if rng.random() < 0.25:
        content = mutate_bytes(rng, content)
    elif content[:2] in (b"II", b"MM"):
        content = _mutate_tiff(rng, content)
    elif content[:4] == b"\x89PNG":
        content = _mutate_png(rng, content)
    elif content[:2] == b"\xff\xd8":
        content = _mutate_jpeg(rng, content)
    else:
        content = _mutate_riff(rng, content)
    path.write_bytes(content)
    return path


def attempt(path: Path) -> None:
    """Open it as both dates and beside a sound one; look at it, at its bands and classes, and draw it for the map."""
    sound = path.with_name("sound.tif")
    sound.write_bytes(_sound_files()[0][1])
    pairs = []
    for after in (path, sound):
        with suppress(ToolError):
            pairs.append(open_pair(path, after, name="1"))
    for pair in pairs:
        for use in (inspect, _read, _draw, _classes, lambda one: spectral_date(one, "before")):
            with suppress(ToolError):
                use(pair)


def _read(pair: ImagePair) -> None:
    with pair.reading() as reader:
        reader.read(Window(0, 0, min(256, pair.size[0]), min(256, pair.size[1])))


def _draw(pair: ImagePair) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_view(Path(folder), pair, "before", view_grid(pair))


def _classes(pair: ImagePair) -> None:
    if is_class_pair(pair):
        colours_of(pair, frozenset(range(16)))


@cache
def _sound_files() -> list[tuple[str, bytes]]:
    rng = np.random.default_rng(0)
    pixels = rng.integers(2, 250, (3, SIDE, SIDE)).astype(np.uint8)
    tiffs: list[tuple[np.ndarray, dict[str, Any]]] = [
        (pixels, {}),
        (pixels, {**TILES, "compress": "deflate", "predictor": 2}),
        (pixels, {"compress": "lzw", "interleave": "pixel", "photometric": "RGB"}),
        (pixels, {**TILES, "compress": "jpeg", "photometric": "YCBCR", "interleave": "pixel"}),
        (pixels, {"compress": "zstd", "BIGTIFF": "YES"}),
        (pixels[:1], {"compress": "packbits", "nodata": 0}),
        (pixels.astype(np.float32), {**TILES, "compress": "deflate", "predictor": 3, "nodata": float("nan")}),
        (np.concatenate([pixels] * 2).astype(np.uint16) * 37, {"compress": "deflate", "nodata": 0}),
        (pixels.astype(np.int16) * -3, {"ENDIANNESS": "BIG"}),
        (np.concatenate([pixels, pixels[:1]]), {"photometric": "RGB", "alpha": "YES"}),
        (pixels[:1].astype(np.complex64), {}),
        (pixels[:1], {"nbits": 4}),
    ]
    files = [(f"{number}.tif", _tiff(values, **profile)) for number, (values, profile) in enumerate(tiffs)]
    files += [("palette.tif", _tiff(pixels[:1] % 5, colours={1: (0, 0, 255), 2: (0, 99, 0)}))]
    files += [("overviews.tif", _tiff(pixels, overviews=[2, 4], **TILES)), ("mask.tif", _tiff(pixels, mask=True))]
    files += [("complex.tif", _tiff(pixels[:1].astype(np.complex64), dtype="complex_int16"))]
    return files + _pictures(pixels)


def _pictures(pixels: np.ndarray) -> list[tuple[str, bytes]]:
    colours = Image.fromarray(np.moveaxis(pixels, 0, -1))
    exif = Image.Exif()
    exif[274], exif[306] = 6, "2020:01:01 00:00:00"
    pages = [colours.convert("RGB"), colours.convert("L")]
    kinds: list[tuple[str, Image.Image, dict[str, Any]]] = [
        ("a.png", colours, {}), ("p.png", colours.quantize(16), {}), ("g.png", colours.convert("L"), {}),
        ("m.png", colours.convert("1"), {}), ("t.png", colours.convert("RGBA"), {}), ("a.jpg", colours, {"exif": exif}),
        ("c.jpg", colours.convert("CMYK"), {}), ("q.jpg", colours, {"progressive": True}), ("a.webp", colours, {}),
        ("l.webp", colours, {"lossless": True, "exif": exif}),
        ("pages.tif", pages[0], {"save_all": True, "append_images": pages[1:], "compression": "tiff_lzw"}),
    ]  # fmt: skip
    found = []
    for name, picture, options in kinds:
        buffer = io.BytesIO()
        picture.save(buffer, {"jpg": "JPEG", "tif": "TIFF"}.get(name[-3:], name.rpartition(".")[2].upper()), **options)
        found.append((name, buffer.getvalue()))
    return found


def _tiff(values: np.ndarray, *, colours=None, overviews=(), mask=False, **profile: Any) -> bytes:
    shape = {"count": values.shape[0], "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype}
    with without_gdal_warnings(), MemoryFile() as memory:
        with memory.open(driver="GTiff", **(shape | PLACE | profile)) as file:
            file.write(values)
            if colours:
                file.write_colormap(1, colours)
            if mask:
                file.write_mask(np.where(values[0] > 99, 255, 0).astype(np.uint8))
            if overviews:
                file.build_overviews(overviews)
        return bytes(memory.read())


def _mutate_tiff(rng: Random, content: bytes) -> bytes:
    """Entries of a directory with other tags, types, counts and values; a directory elsewhere; a cut."""
    changed = bytearray(content)
    order = "<" if content[:2] == b"II" else ">"
    big = struct.unpack(f"{order}H", content[2:4])[0] == 43
    entries = _entries(content, order, big=big)
    for _ in range(rng.choice((1, 1, 2, 3))):
        if not entries:
            break
        _change_entry(rng, changed, rng.choice(entries), order, big=big)
    return bytes(changed[: rng.randrange(len(changed))]) if rng.random() < 0.15 else bytes(changed)


def _entries(content: bytes, order: str, *, big: bool) -> list[int]:
    """Where each entry of each directory lies."""
    word, count, size = ("Q", "Q", 20) if big else ("I", "H", 12)
    width, head = struct.calcsize(f"{order}{word}"), struct.calcsize(f"{order}{count}")
    (place,) = struct.unpack_from(f"{order}{word}", content, 8 if big else 4)
    found: list[int] = []
    for _ in range(8):
        if not 0 < place <= len(content) - head:
            break
        (number,) = struct.unpack_from(f"{order}{count}", content, place)
        found += [place + head + size * entry for entry in range(number)]
        after = place + head + size * number
        place = struct.unpack_from(f"{order}{word}", content, after)[0] if after + width <= len(content) else 0
    return found


def _change_entry(rng: Random, changed: bytearray, place: int, order: str, *, big: bool) -> None:
    word = "Q" if big else "I"
    value_at, limit = place + (12 if big else 8), 2 ** (64 if big else 32)
    how = rng.randrange(6)
    if how == 0:
        struct.pack_into(f"{order}H", changed, place, rng.choice(ODD_TAGS))
    elif how == 1:
        struct.pack_into(f"{order}H", changed, place + 2, rng.choice((*SIZES, 0, 14, 99, 65535)))
    elif how == 2:
        struct.pack_into(f"{order}{word}", changed, place + 4, rng.choice(EDGES) % limit)
    elif how == 3:
        near = struct.unpack_from(f"{order}{word}", changed, value_at)[0] + rng.choice((-1, 1, 16, -16, 1000))
        struct.pack_into(f"{order}{word}", changed, value_at, rng.choice((near, *EDGES)) % limit)
    elif how == 4:
        struct.pack_into(f"{order}H", changed, value_at, rng.choice(EDGES) % 65536)
    else:
        (target,) = struct.unpack_from(f"{order}{word}", changed, value_at)
        if target < len(changed) - 8:
            struct.pack_into(
                f"{order}d", changed, target, rng.choice((float("nan"), float("inf"), 0.0, -1e300, 1e-300))
            )


def _mutate_png(rng: Random, content: bytes) -> bytes:
    chunks, place = [], 8
    while place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        chunks.append((content[place + 4 : place + 8], content[place + 8 : place + 8 + length]))
        place += 12 + length
    for _ in range(rng.choice((1, 1, 2))):
        number = rng.randrange(len(chunks))
        kind, data = chunks[number]
        how = rng.randrange(5)
        if how == 0:
            del chunks[number]
        elif how == 1:
            chunks.insert(rng.randrange(len(chunks)), (kind, data))
        elif how == 2:
            chunks[number] = (
                rng.choice((b"tRNS", b"PLTE", b"gAMA", b"iCCP", b"tEXt", b"zTXt", b"acTL", b"IHDR")),
                data,
            )
        else:
            chunks[number] = (kind, mutate_bytes(rng, data))
        if not chunks:
            break
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    ]
    return content[:8] + b"".join(parts)


def _mutate_jpeg(rng: Random, content: bytes) -> bytes:
    """Segments with other lengths, kinds and content."""
    changed, places, place = bytearray(content), [], 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        places.append(place)
        place += 2 + struct.unpack_from(">H", content, place + 2)[0]
    for _ in range(rng.choice((1, 1, 2))):
        start = rng.choice(places)
        length = struct.unpack_from(">H", content, start + 2)[0]
        how = rng.randrange(4)
        if how == 0:
            struct.pack_into(">H", changed, start + 2, rng.choice(EDGES) % 65536)
        elif how == 1:
            changed[start + 1] = rng.choice((0xC0, 0xC2, 0xC4, 0xD9, 0xDB, 0xDD, 0xE0, 0xE1, 0xE2, 0xFE))
        else:
            for _ in range(rng.choice((1, 4, 16))):
                changed[start + 4 + rng.randrange(max(1, length - 2))] = rng.randrange(256)
    return bytes(changed)


def _mutate_riff(rng: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    how = rng.randrange(4)
    if how == 0:
        struct.pack_into("<I", changed, rng.choice((4, 16)), rng.choice(EDGES) % 2**32)
    elif how == 1:
        changed[12:16] = rng.choice((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"EXIF"))
    else:
        for _ in range(rng.choice((1, 4, 16))):
            changed[12 + rng.randrange(len(changed) - 12)] = rng.randrange(256)
    return bytes(changed)


def _odd_file(rng: Random, folder: Path) -> Path:
    """What GDAL writes when asked to: odd places, odd types, tables of colours, sparse files of any size."""
    kinds = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "int64", "uint64", "float32", "float64",
             "complex64", "complex128", "complex_int16")  # fmt: skip
    numbers = [rng.choice((0.5, -0.5, 0.0, 1e-9, 1e12, 180.0, float("nan"), float("inf"))) for _ in range(6)]
    path, sparse = folder / "odd.tif", rng.random() < 0.3
    side = rng.choice((1_000, 30_000, 100_000)) if sparse else rng.choice((1, 15, 16, 17, 64))
    profile: dict[str, Any] = {
        "height": side, "width": rng.choice((side, 16, 64)), "count": rng.choice((1, 2, 3, 4, 6, 13)),
        "dtype": rng.choice(kinds),
        "crs": rng.choice(("EPSG:32614", "EPSG:4326", "EPSG:3857", "EPSG:3413", "+proj=geos +h=35785831", None)),
        "nodata": rng.choice((None, 0)), "sparse_ok": True, "BIGTIFF": "YES", **(TILES if rng.random() < 0.5 else {}),
    }  # fmt: skip
    if rng.random() < 0.5:
        profile["transform"] = Affine(*numbers) if rng.random() < 0.5 else PLACE["transform"]
    try:
        with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **profile) as file:
            if not sparse and profile["dtype"] != "complex_int16":
                file.write(
                    np.random.default_rng(rng.randrange(99)).integers(0, 120, file.shape).astype(file.dtypes[0]), 1
                )
            if rng.random() < 0.2 and profile["dtype"] == "uint8":
                file.write_colormap(1, {1: (1, 2, 3, 0)})
    except (ValueError, TypeError, OSError, rasterio.errors.RasterioError, rasterio._err.CPLE_BaseError):
        path.write_bytes(_tiff(np.zeros((1, 16, 16), np.uint8)))  # what cannot be written is no input
    return path
