"""Which files are the dates of a series: in a folder, in a list, in a manifest, or the bands of one file.

Opens headers of nothing but a single file, whose bands may be dates. Folders of scenes, and files of single bands, are
stacked into one file a date, as pairs of them are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import rasterio

from tools.errors import RasterError, SeriesError
from tools.paths import is_folder
from tools.rasters.band_folder import DRIVERS, band_title, stack_bands, stack_files
from tools.rasters.cog import write_cog
from tools.rasters.gdal_errors import gdal_errors, shown
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.sensors.image_day import day_in

IMAGES = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp", ".jp2")
"""Ends of names, in lower case, of the files of a folder that are taken for images."""
MAX_ENTRIES = 5000
"""Files of a folder, or rows of a manifest, that are looked at."""
WAY_OUT = "write the days into the names as 2021-06-30, or give a CSV file with the columns path,date"


@dataclass(frozen=True, slots=True)
class SceneFile:
    """One date, or a part of it: a file, or one band of a file with a band a date."""

    path: Path
    day: str | None = None
    """ISO 8601, as a manifest or a band's name states it; None: the file tells."""
    band: int | None = None
    """Number, from 1, of the only band that is meant; None: the file is of one date."""


def scene_files(paths: Sequence[Path], scratch: Path) -> tuple[SceneFile, ...]:
    """The files of a series, in the order in which they are listed.

    Args:
        paths: a folder, a manifest, a file with a band a date, or files and folders of a date each.
        scratch: folder for files that are stacked or converted.

    Raises:
        SeriesError: a folder holds no images, or a manifest cannot be read.
        RasterError: a folder of a scene cannot be stacked, or a file cannot be converted.
    """
    if len(paths) != 1:
        return tuple(_of_path(path, scratch) for path in dict.fromkeys(paths))
    (only,) = paths
    if only.suffix.lower() == ".csv":
        return tuple(_of_manifest(only, scratch))
    if is_folder(only):
        return tuple(_of_folder(only, scratch))
    return _bands(only) or (_of_path(only, scratch),)


def _of_path(path: Path, scratch: Path) -> SceneFile:
    """One file or folder of a scene."""
    if is_folder(path):
        return SceneFile(stack_bands(path, scratch))
    return SceneFile(_as_tiff(path, scratch) if path.suffix.lower() == ".jp2" else path)


def _of_folder(folder: Path, scratch: Path) -> Iterator[SceneFile]:
    """Images of a folder, scenes in its subfolders, and files of single bands, those of one name together."""
    entries = sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    if len(entries) > MAX_ENTRIES:
        raise SeriesError(
            f"{shown(folder)} holds {len(entries):,} files, more than {MAX_ENTRIES:,}; give the folder of one place, "
            "or a CSV file with the columns path,date."
        )
    images = [one for one in entries if one.suffix.lower() in IMAGES and one.is_file()]
    scenes = [one for one in entries if is_folder(one) and _holds_images(one)]
    titles: dict[str, list[Path]] = {}
    for path in images:
        titles.setdefault(band_title(path) or str(path), []).append(path)
    if not titles and not scenes:
        raise SeriesError(f"{shown(folder)} holds no images ({', '.join(IMAGES)}) and no folders of scenes; check it.")
    for title, files in titles.items():
        if len(files) > 1:
            yield SceneFile(stack_files(files, title.strip("_.-") or "scene", scratch))
        else:
            yield _of_path(files[0], scratch)
    for scene in scenes:
        yield _of_path(scene, scratch)


def _holds_images(folder: Path) -> bool:
    return any(path.suffix.lower() in DRIVERS for path in folder.rglob("*"))


def _bands(path: Path) -> tuple[SceneFile, ...]:
    """The bands of a file whose names are days; none where not all of them are."""
    if path.suffix.lower() not in (".tif", ".tiff") or not path.is_file():
        return ()
    with gdal_errors(path), without_gdal_warnings(), rasterio.open(path.absolute(), driver="GTiff") as file:
        days = [day_in(name or "") for name in file.descriptions]
    if len(days) < 2 or None in days:
        return ()
    return tuple(SceneFile(path, day, number) for number, day in enumerate(days, 1))


def _of_manifest(path: Path, scratch: Path) -> Iterator[SceneFile]:
    """Rows of a CSV file with the columns `path` and `date`, and perhaps `band`; paths are relative to its folder."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            lacking = {"path", "date"} - set(table.fieldnames or ())
            if lacking:
                raise SeriesError(
                    f"{shown(path)} has no column {' or '.join(sorted(lacking))}; its first line must be path,date."
                )
            rows = list(table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SeriesError(
            f"{shown(path)} cannot be read as a CSV file in UTF-8; check the path and the file."
        ) from error
    if len(rows) > MAX_ENTRIES:
        raise SeriesError(f"{shown(path)} lists {len(rows):,} files, more than {MAX_ENTRIES:,}; give fewer dates.")
    for line, row in enumerate(rows, 2):
        yield _of_row(path, line, row, scratch)


def _of_row(manifest: Path, line: int, row: dict[str, str | None], scratch: Path) -> SceneFile:
    name, day, band = ((row.get(column) or "").strip() for column in ("path", "date", "band"))
    where = f"Line {line} of {shown(manifest)}"
    if not name:
        raise SeriesError(f"{where} names no path; write one row a date: path,date.")
    try:
        stated = date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise SeriesError(f"{where} has the date {day!r}; write it as YYYY-MM-DD.") from error
    if band and not (band.isascii() and band.isdigit() and int(band) > 0):
        raise SeriesError(f"{where} has the band {band!r}; write its number, from 1.")
    found = _of_path(manifest.parent / name, scratch)
    return SceneFile(found.path, stated, int(band) if band else None)


def _as_tiff(path: Path, scratch: Path) -> Path:
    """A JPEG 2000 file as a GeoTIFF of the same name, since no part of it can be read quickly.

    Raises:
        RasterError: it cannot be read.
    """
    made = scratch / f"{path.stem}.tif"
    if made.exists():
        return made
    if not path.is_file():
        raise RasterError(f"{shown(path)} was not found; check the path and the spelling.")
    made.parent.mkdir(parents=True, exist_ok=True)
    with gdal_errors(path), without_gdal_warnings(), rasterio.open(path.absolute(), driver=DRIVERS[".jp2"]) as source:
        grid = {"crs": source.crs, "transform": source.transform, "nodata": source.nodata, "dtype": source.dtypes[0]}
        size = {"height": source.height, "width": source.width, "count": source.count, "BIGTIFF": "IF_SAFER"}

        def fill(file: rasterio.io.DatasetWriter) -> None:
            file.update_tags(SOURCE=shown(path))
            file.descriptions = source.descriptions
            file.scales, file.offsets = source.scales, source.offsets
            for number in range(1, source.count + 1):
                file.write(source.read(number), number)

        write_cog(made, grid | size, fill, compress="DEFLATE")
    return made
