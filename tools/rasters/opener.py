"""The only place where raster files are opened: format by content, not by name, and never through another file.

Only headers are read here; pixels are read in windows by `grid_reader`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, MaskFlags

from tools.errors import RasterError
from tools.notices import notice
from tools.rasters.emptiness import check_not_empty
from tools.rasters.gdal_errors import (
    GDAL_ERRORS,
    damage_notes,
    damaged,
    gdal_errors,
    has_sound_overviews,
    opened,
    shown,
)
from tools.rasters.georeference import Georeference
from tools.rasters.other_formats import conversion
from tools.rasters.placing import check_transform, place_notes, placed
from tools.sensors.band_names import without_numbering
from tools.sensors.content import Content, told_content
from tools.sensors.image_day import ImageDay, weighed
from tools.sensors.recognition import by_count, by_names
from tools.sensors.registry import named_in
from tools.sensors.sensor import COLOURS

DRIVERS = {
    b"II*\0": "GTiff",
    b"MM\0*": "GTiff",
    b"II+\0": "GTiff",
    b"MM\0+": "GTiff",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
"""Magic bytes of the formats that are read, and the one GDAL driver for each; WebP is recognised in `_driver`."""
MAX_PIXELS = 10**10
"""Pixels above which a GeoTIFF is refused: a few kilobytes can declare more than any disk holds."""
MAX_PICTURE_PIXELS = 10**8
"""The same for PNG, JPEG and WebP, and for each strip or tile of a GeoTIFF: no part of them can be read by itself."""
MIN_SIDE = 16
MAX_BANDS = 16
HEAD = 65_536
"""Bytes at a file's beginning from which its format is recognised, and whether it is an animation."""


@dataclass(frozen=True, slots=True)
class RasterSource:
    """One date by its header: georeference, format, and which bands are read."""

    path: Path
    driver: str
    height: int
    width: int
    bands: int
    dtype: str
    colours: tuple[int, ...]
    """Numbers, from 1, of the bands for red, green and blue, or of the one grey band."""
    nodata: float | None
    georeference: Georeference | None
    date: str | None
    """ISO 8601 day, weighed from the file's tags and its name, or stated by a person."""
    notes: tuple[str, ...] = ()
    """Assumptions that were made."""
    picture_notes: tuple[str, ...] = ()
    """Those of the notes that concern only what is seen on it as a photograph."""
    has_palette: bool = False
    """Whether values are indices into a colour table, as in class maps."""
    stamp: tuple[int, int] | None = None
    """Size and modification time when it was opened; None: changes are not checked."""
    has_overviews: bool = True
    """Whether its overviews, if any, can be read."""
    content: Content | None = None
    """What it holds where it is no photograph; None: a photograph, or a class map."""
    fill: float | None = None
    """A value that is taken for no data where all bands have it, although it is not declared."""
    date_doubted: bool = False
    """Whether the file's tags and its name state days that contradict each other."""

    @property
    def name(self) -> str:
        """File name without its folder, safe to print."""
        return shown(self.path)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.height, self.width

    @property
    def side_m(self) -> float | None:
        """Ground size of a pixel, metres; None without georeference."""
        return None if self.georeference is None else self.georeference.resolution_m

    def check_unchanged(self) -> None:
        """Check that the file is still the one that was opened.

        Raises:
            RasterError: it was removed or replaced.
        """
        try:
            now = _stamp(self.path)
        except OSError as error:
            text = "{name} is not there any more; put it back, or open another pair."
            raise RasterError(notice("file-gone", text, name=self.name)) from error
        if self.stamp is not None and now != self.stamp:
            text = "{name} was changed after it had been opened; open the pair again."
            raise RasterError(notice("file-changed", text, name=self.name))

    @contextmanager
    def reading(self) -> Iterator[rasterio.DatasetReader]:
        """The open file, read only by the driver of its format.

        Raises:
            RasterError: the file was replaced since it was opened, or GDAL fails while it is read.
        """
        try:
            with opened(self.path, self.driver, overviews=self.has_overviews) as (source, _):
                self.check_unchanged()
                yield source
        except GDAL_ERRORS as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # of a file that is written meanwhile: GDAL's own have no number
            self.check_unchanged()
            raise damaged(self.path) from error


def open_source(path: Path, most_bands: int = MAX_BANDS) -> RasterSource:
    """Read the header of a GeoTIFF, PNG, JPEG or WebP file of at most so many bands.

    Raises:
        RasterError: the file is missing, empty, of another format, damaged, too large or too small, or has unusable
            bands or a georeference that must be resolved first; the text says which, and what to do.
    """
    driver = _driver(path)
    path = path.absolute()  # a relative path such as GTIFF_DIR:1:other.tif would make GDAL read another file
    with gdal_errors(path):
        stamp = _stamp(path)
        sound = has_sound_overviews(path, driver)
        with opened(path, driver) as (source, complains):
            _check_shape(path, source, most_bands)
            check_transform(shown(path), source)
            taken, place = weighed(path.stem, source.tags()), placed(shown(path), path, source)
            colours, notes = _colours(path, source, place)
            return RasterSource(
                path,
                driver,
                source.height,
                source.width,
                source.count,
                source.dtypes[0],
                colours,
                source.nodata,
                place,
                taken.day,
                (
                    *damage_notes(path, complains=complains, overviews=sound),
                    *_stored_notes(path, source),
                    *place_notes(shown(path), path, source, place),
                    *_day_notes(path, taken),
                    *notes,
                ),
                has_palette=source.colorinterp[0] == ColorInterp.palette,
                stamp=stamp,
                has_overviews=sound,
                date_doubted=taken.note is not None,
                picture_notes=notes,
                content=_content(path, source),
            )


def palette_of_colours(path: Path) -> RasterError:
    """The error for an image whose pixels are palette indices of colours, not of classes."""
    return RasterError(
        f"{shown(path)} holds colour numbers of a palette; make colours of them first: gdal_translate -expand rgb."
    )


def _stamp(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _driver(path: Path) -> str:
    """The GDAL driver for the file's first bytes."""
    if str(path).startswith(("http:", "https:")) or str(path.absolute()).startswith("/vsi"):
        raise RasterError(f"{path} is not a file on this machine; download it and give its path.")
    head = _head(path)
    if not head:
        raise RasterError(f"{shown(path)} is empty (0 bytes); copy or download it again.")
    if _is_animated(head):
        raise RasterError(f"{shown(path)} is an animation; save the one picture that is meant, and give that.")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    for magic, driver in DRIVERS.items():
        if head.startswith(magic):
            return driver
    if (other := conversion(shown(path), head)) is not None:
        raise RasterError(f"{shown(path)} is {other}")
    raise RasterError(f"{shown(path)} is not an image of a known kind; give a GeoTIFF, PNG, JPEG or WebP file.")


def _head(path: Path) -> bytes:
    """The file's first bytes; only regular files are opened, for a pipe or a device may never end."""
    try:
        if not path.exists():
            raise RasterError(f"{shown(path)} was not found; check the path and the spelling.")
        if not path.is_file():
            raise RasterError(f"{shown(path)} is a folder or a device, not a file; give an image file.")
        str(path).encode("utf-8")
        with path.open("rb") as file:
            return file.read(HEAD)
    except UnicodeEncodeError as error:
        raise RasterError(f"{shown(path)}: its name is not written in UTF-8; give it another name.") from error
    except OSError as error:
        raise RasterError(f"{shown(path)} cannot be opened ({error.strerror}); check its name and rights.") from error


def _is_animated(head: bytes) -> bool:
    """Whether a PNG or WebP file is an animation, of which GDAL would read the first frame or none."""
    if head.startswith(b"\x89PNG"):
        return b"acTL" in head.split(b"IDAT", 1)[0]
    return head[8:16] == b"WEBPVP8X" and bool(head[20:21]) and bool(head[20] & 2)


def _check_shape(path: Path, source: rasterio.DatasetReader, most_bands: int) -> None:
    size = f"{source.width} x {source.height} px"
    _check_size(path, source, size)
    if min(source.width, source.height) < MIN_SIDE:
        raise RasterError(f"{shown(path)} is only {size}; give images of at least {MIN_SIDE} px on each side.")
    if source.count > most_bands:
        raise RasterError(
            f"{shown(path)} has {source.count} bands; give at most {most_bands}, "
            "for example a true-colour copy made with gdal_translate -b."
        )
    if source.dtypes[0].startswith("complex") or np.dtype(source.dtypes[0]).kind not in "uif":
        raise RasterError(
            f"{shown(path)} holds {source.dtypes[0]} values; give integers or real numbers, of radar the amplitude."
        )
    check_not_empty(path, source)


def _check_size(path: Path, source: rasterio.DatasetReader, size: str) -> None:
    """Refuse files that declare implausible sizes, or that must be decoded in blocks larger than memory."""
    pixels = source.width * source.height
    if source.driver == "GTiff" and pixels > MAX_PIXELS:
        raise RasterError(f"{shown(path)} declares {size}, more than any scene has; cut out the part of interest.")
    if source.driver != "GTiff" and pixels > MAX_PICTURE_PIXELS:
        raise RasterError(
            f"{shown(path)} ({size}) is too large for a {source.driver} file, which must be decoded whole; "
            "make a tiled GeoTIFF of it: gdal_translate -of COG."
        )
    rows, columns = source.block_shapes[0]
    if rows * columns > MAX_PICTURE_PIXELS:
        raise RasterError(
            f"{shown(path)} keeps {columns} x {rows} px in one piece, which must be decoded whole; "
            "make a tiled GeoTIFF of it: gdal_translate -of COG."
        )


def _colours(
    path: Path, source: rasterio.DatasetReader, place: Georeference | None
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Which bands are red, green and blue, or which one is grey; and what was assumed."""
    interpretations = source.colorinterp
    rgb = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
    if all(kind in interpretations for kind in rgb):
        return tuple(interpretations.index(kind) + 1 for kind in rgb), ()
    if interpretations[0] == ColorInterp.palette:
        if source.driver != "GTiff" or source.count > 1:
            raise palette_of_colours(path)
        return (1,), ()
    named = by_names(without_numbering(source.descriptions), named_in((path.stem,)))
    if named is not None and all(key in named.numbers for key in COLOURS):
        return tuple(named.numbers[key] for key in COLOURS), ()
    unmasked = [place + 1 for place, kind in enumerate(interpretations) if kind != ColorInterp.alpha]
    if len(unmasked) < 3:
        return (unmasked[0],), ()
    side = None if place is None else place.resolution_m
    sensor = by_count(len(unmasked), source.dtypes[0], side, lambda numbers: [0.0] * len(numbers))
    if sensor is not None and len(unmasked) > len(COLOURS):
        numbers = tuple(unmasked[sensor.number(band.name) - 1] for band in sensor.colours)
        text = "{name} has {count} bands without names, as {family} has; {numbers} are red, green and blue."
        told = {"name": shown(path), "family": sensor.family, "numbers": ", ".join(map(str, numbers))}
        return numbers, (notice("bands-by-number", text, count=len(unmasked), **told),)
    text = "{name} does not name its bands; the first three are taken as red, green and blue."
    return tuple(unmasked[:3]), (notice("first-three-bands", text, name=shown(path)),) if len(unmasked) > 3 else ()


def _content(path: Path, source: rasterio.DatasetReader) -> Content | None:
    """What its name and units tell that it holds instead of a photograph; a colour table is one of classes."""
    if source.colorinterp[0] == ColorInterp.palette:
        return None
    return told_content(path.stem, source.descriptions, source.units)


def _stored_notes(path: Path, source: rasterio.DatasetReader) -> Iterator[str]:
    """Notes on content of the file beyond the one upright RGB image that is read."""
    if len(source.subdatasets) > 1:
        text = "{name} holds {count} pages; only the first is read."
        yield notice("pages", text, name=shown(path), count=len(source.subdatasets))
    if source.tags().get("EXIF_Orientation", "1") != "1":
        text = (
            "{name} was taken with the camera turned and is read as it is stored, not upright; "
            "if the other image stands otherwise, save both upright first."
        )
        yield notice("camera-turned", text, name=shown(path))
    if source.tags(ns="IMAGE_STRUCTURE").get("SOURCE_COLOR_SPACE", "").startswith("CMYK"):
        text = "{name} is made for print (CMYK); its colours are brought to RGB by rule of thumb."
        yield notice("for-print", text, name=shown(path))


def _day_notes(path: Path, taken: ImageDay) -> tuple[str, ...]:
    return () if taken.note is None else (notice("of-file", "{name} {note}", name=shown(path), note=taken.note),)


def has_mask(source: rasterio.DatasetReader) -> bool:
    """Whether the file marks its valid pixels by a mask or an alpha band."""
    return any(MaskFlags.per_dataset in flags for flags in source.mask_flag_enums)
