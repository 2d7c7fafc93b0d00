"""The one door through which raster files come in: by content, not by name, and never by way of another file."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from pyproj.exceptions import CRSError
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from tools.errors import RasterError
from tools.georeference import Georeference

DRIVERS = {
    b"II*\0": "GTiff",
    b"MM\0*": "GTiff",
    b"II+\0": "GTiff",
    b"MM\0+": "GTiff",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
"""Magic bytes of the formats that are read, and the one GDAL driver for each; WebP is told apart in `_driver`."""
LARGEST_BYTES = 2_000_000_000
"""Decoded size above which a file is refused before it is read: a few kilobytes can declare forty gigabytes."""
SMALLEST_SIDE = 16
BAND_COUNTS = (1, 3, 4)
DATE_IN_NAME = re.compile(r"(?<!\d)(19|20)(\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True)
class Raster:
    """One date: pixels with their place, their kind and where they are valid."""

    name: str
    """File name without its folder."""
    pixels: npt.NDArray[np.generic]
    """(H, W, bands), the first three being red, green and blue where there are three."""
    valid: npt.NDArray[np.bool_]
    """(H, W): false where the file holds no data."""
    dtype: str
    bands: int
    georeference: Georeference | None
    date: str | None
    """ISO 8601 day, from the file's tags or else its name."""

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.valid.shape[0], self.valid.shape[1]


def open_raster(path: Path) -> Raster:
    """Read a GeoTIFF, PNG, JPEG or WebP file whole.

    Raises:
        RasterError: the file is missing, empty, of another kind, damaged, too large, too small, has an unusable number
            of bands, or holds no valid pixel; the text says which, and what to do.
    """
    driver = _driver(path)
    try:
        with quiet(), rasterio.open(path, driver=driver) as source:
            _check_header(path, source)
            pixels = np.moveaxis(source.read(), 0, -1)
            valid = _valid(source, pixels)
            raster = Raster(
                path.name,
                pixels[..., : _colours(source)],
                valid,
                source.dtypes[0],
                source.count,
                _georeference(path, source),
                _date(path, source),
            )
    except (RasterioError, OSError, ValueError) as error:
        raise RasterError(
            f"{path.name} is damaged or cut short and cannot be read; copy or download it again."
        ) from error
    if not valid.any():
        raise RasterError(f"{path.name} holds no valid pixel (all nodata); give an image of the place itself.")
    return raster


def _driver(path: Path) -> str:
    """The GDAL driver for the file's first bytes."""
    if str(path).startswith(("/vsi", "http:", "https:")):
        raise RasterError(f"{path} is not a file on this machine; download it and give its path.")
    if not path.is_file():
        raise RasterError(f"{path.name} was not found; check the path and the spelling.")
    with path.open("rb") as file:
        head = file.read(16)
    if not head:
        raise RasterError(f"{path.name} is empty (0 bytes); copy or download it again.")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    for magic, driver in DRIVERS.items():
        if head.startswith(magic):
            return driver
    raise RasterError(f"{path.name} is not an image of a known kind; give a GeoTIFF, PNG, JPEG or WebP file.")


@contextmanager
def quiet() -> Iterator[None]:
    """A picture without a place is an ordinary input here, not something to warn of."""
    with warnings.catch_warnings(), rasterio.Env(GDAL_PAM_ENABLED="NO", GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        yield


def _check_header(path: Path, source: rasterio.DatasetReader) -> None:
    size = f"{source.width} x {source.height} px"
    needed = source.width * source.height * source.count * np.dtype(source.dtypes[0]).itemsize
    if needed > LARGEST_BYTES:
        raise RasterError(
            f"{path.name} ({size}, {source.count} bands) needs {needed / 1e9:.1f} GB; cut out the part of interest."
        )
    if min(source.width, source.height) < SMALLEST_SIDE:
        raise RasterError(f"{path.name} is only {size}; give images of at least {SMALLEST_SIDE} px on each side.")
    if source.count not in BAND_COUNTS:
        raise RasterError(
            f"{path.name} has {source.count} bands; give 1 (grey), 3 (red, green, blue) or 4, "
            "for example a true-colour copy made with gdal_translate -b."
        )
    if np.dtype(source.dtypes[0]).kind not in "uif":
        raise RasterError(f"{path.name} holds {source.dtypes[0]} values; give integers or real numbers.")


def _colours(source: rasterio.DatasetReader) -> int:
    """How many bands are colours: red, green and blue, or one grey."""
    return 3 if source.count >= 3 else 1


def _valid(source: rasterio.DatasetReader, pixels: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    valid = np.ones(pixels.shape[:2], bool)
    if source.nodata is not None and not math.isnan(source.nodata):
        valid &= ~(pixels == source.nodata).all(axis=-1)
    if pixels.dtype.kind == "f":
        valid &= np.isfinite(pixels).all(axis=-1)
    if ColorInterp.alpha in source.colorinterp:
        valid &= pixels[..., source.colorinterp.index(ColorInterp.alpha)].astype(bool)
    elif any(MaskFlags.per_dataset in flags for flags in source.mask_flag_enums):
        valid &= source.dataset_mask() > 0
    return valid


def _georeference(path: Path, source: rasterio.DatasetReader) -> Georeference | None:
    if source.crs is None or source.transform.is_identity:
        return None
    authority = source.crs.to_authority()
    crs = ":".join(authority) if authority else source.crs.to_wkt()
    grid = Georeference(crs, source.transform, source.height, source.width)
    try:
        lonlat = grid.lonlat(grid.width / 2, grid.height / 2)
    except CRSError:
        lonlat = (math.inf, math.inf)
    if not all(map(math.isfinite, lonlat)):
        raise RasterError(
            f"{path.name}: its CRS cannot be brought onto the earth; assign the right one with gdal_edit.py."
        )
    return grid


def _date(path: Path, source: rasterio.DatasetReader) -> str | None:
    stamp = source.tags().get("TIFFTAG_DATETIME", "")
    try:
        return datetime.strptime(stamp[:10], "%Y:%m:%d").date().isoformat()
    except ValueError:
        found = DATE_IN_NAME.search(path.stem)
        return f"{found[1]}{found[2]}-{found[3]}-{found[4]}" if found else None
