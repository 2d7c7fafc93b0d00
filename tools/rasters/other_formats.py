"""Formats that are recognised but not read, each with the command that converts it. Knows no pixels."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

TO_TIFF = "gdal_translate {file} {stem}.tif"
VARIABLES = "gdalinfo {file} lists its variables, gdal_translate {driver}:{file}:VARIABLE {stem}.tif takes one out"


@dataclass(frozen=True, slots=True)
class OtherFormat:
    """A format by the bytes at the beginning of its files."""

    magic: bytes
    words: str
    """Name of the format, with its article."""
    remedy: str = f"convert it to a GeoTIFF first: {TO_TIFF}"
    """What to do; `{file}`, `{stem}` and `{driver}` are filled in, quoted for a shell."""
    driver: str = ""
    at: int = 0
    """Position of the magic bytes."""


OTHER_FORMATS = (
    OtherFormat(b"\0\0\0\x0cjP  ", "a JPEG 2000 file"),
    OtherFormat(b"\xff\x4f\xff\x51", "a JPEG 2000 file"),
    OtherFormat(b"EHFA_HEADER_TAG", "an ERDAS Imagine file"),
    OtherFormat(b"\x89HDF\r\n\x1a\n", "a NetCDF or HDF5 file", VARIABLES, "NETCDF"),
    *(OtherFormat(b"CDF" + version, "a NetCDF file", VARIABLES, "NETCDF") for version in (b"\1", b"\2", b"\5")),
    OtherFormat(b"\x0e\x03\x13\x01", "an HDF4 file", "gdalinfo {file} lists its parts; gdal_translate takes one out"),
    OtherFormat(b"PK\x03\x04", "a zip archive", "unpack it first and give what is in it: unzip {file}"),
    OtherFormat(b"\x1f\x8b", "a gzip archive", "unpack it first and give what is in it: tar -xzf {file}"),
    OtherFormat(b"ustar", "a tar archive", "unpack it first and give what is in it: tar -xf {file}", at=257),
    OtherFormat(b"NITF", "a NITF file"),
    OtherFormat(b"GRIB", "a GRIB file"),
    OtherFormat(b"msid", "a MrSID file"),
    OtherFormat(b"ftypheic", "a HEIC picture", "save it as JPEG or PNG first", at=4),
    OtherFormat(b"ftypavif", "an AVIF picture", "save it as JPEG or PNG first", at=4),
)
SUFFIXES = {
    ".dat": "an ENVI raster", ".bsq": "an ENVI raster", ".bil": "a raw raster", ".bip": "a raw raster",
    ".hdr": "the header of a raw raster, not its pixels", ".asc": "an ASCII grid", ".ecw": "an ECW file",
    ".jp2": "a JPEG 2000 file", ".img": "a raster of another format", ".nc": "a NetCDF file", ".hgt": "an SRTM tile",
    ".bmp": "a BMP file", ".adf": "an ArcInfo grid",
}  # fmt: skip
"""Formats without magic bytes, by the ends of names."""


def conversion(name: str, head: bytes) -> str | None:
    """What a file is that is not read, and what to do, as the end of a sentence; None where that is not known.

    Args:
        name: its name without its folder.
        head: its first bytes.
    """
    known = next((one for one in OTHER_FORMATS if head[one.at :].startswith(one.magic)), None)
    stem, dot, ending = name.rpartition(".")
    if known is None:
        words = SUFFIXES.get(dot + ending.lower())
        known = None if words is None else OtherFormat(b"", words)
    if known is None:
        return None
    file, base = (shlex.quote(text) for text in (name, stem or name))
    return f"{known.words}, which is not read; {known.remedy.format(file=file, stem=base, driver=known.driver)}."
