"""A folder with one file a band, as Sentinel-2 and Landsat are delivered, made one GeoTIFF. Knows names, no pair.

files by their names -> the finest grid among them -> every band on it -> one file with names, baseline and date
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from tools.errors import RasterError
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.cog import write_cog
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.opener import DATE_IN_NAME, damaged, shown
from tools.sensors import registry
from tools.sensors.sensor import LaterBaseline

DRIVERS = {".jp2": "JP2OpenJPEG", ".tif": "GTiff", ".tiff": "GTiff"}
FEWEST = 3
"""Bands below which a folder is no scene."""
MAX_PIXELS = 10**9


@dataclass(frozen=True, slots=True)
class BandFile:
    """One band."""

    name: str
    path: Path
    metres: float
    """Side of a pixel, in the units of the file's CRS."""

    @property
    def of_classes(self) -> bool:
        """Whether its values are names, of which the nearest is taken and none is averaged."""
        return self.name.lower() in registry.cloud_bands()


def band_files(folder: Path) -> tuple[BandFile, ...]:
    """The bands in a folder and its folders, each at its finest, in the order of their names.

    Raises:
        RasterError: there are fewer than three, or one cannot be read.
    """
    finest: dict[str, BandFile] = {}
    for path, name in sorted(_named(folder)):
        with without_gdal_warnings(), _opened(path) as file:
            found = BandFile(name, path, abs(file.transform.a))
        if name not in finest or found.metres < finest[name].metres:
            finest[name] = found
    if len(finest) < FEWEST:
        raise RasterError(
            f"{shown(folder)} holds {len(finest)} files that are named like bands (..._B04.tif, ..._B08_10m.jp2, "
            "..._SR_B4.TIF); give such a folder, or one file with all bands."
        )
    return tuple(sorted(finest.values(), key=lambda one: (one.of_classes, _order(one.name))))


def one_file(path: Path, out: Path) -> Path:
    """The file itself, or, of a folder, its bands made one file in `out`; errors as for `stack_bands`."""
    return stack_bands(path, out) if path.is_dir() else path


def stack_bands(folder: Path, out: Path) -> Path:
    """Write the bands of a folder as one GeoTIFF, on the grid of the finest; where it stands already it is taken.

    Args:
        folder: of one scene: a SAFE folder, a Landsat product, or any with a file for each band.
        out: folder for the result.

    Returns:
        The file. Its name holds what the folder's holds, so that date and processing baseline are told by it.

    Raises:
        RasterError: it holds too few bands, or files that cannot be read or lie elsewhere.
    """
    bands = band_files(folder)
    path = out / f"{_title(folder, bands)}.tif"
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    finest = min(bands, key=lambda one: one.metres)
    with without_gdal_warnings(), _opened(finest.path) as grid:
        _check(grid, bands)
        profile = {
            "count": len(bands), "height": grid.height, "width": grid.width, "transform": grid.transform,
            "crs": grid.crs, "dtype": _dtype(bands), "nodata": registry.nodata_of(finest.name),
            "BIGTIFF": "IF_SAFER", "tiled": True, "interleave": "band",
        }  # fmt: skip
        write_cog(path, profile, lambda file: _fill(file, bands, _tags(folder, bands)), compress="DEFLATE")
    return path


def _named(folder: Path) -> Iterator[tuple[Path, str]]:
    """Files that are named like bands, with the band's name."""
    pattern = registry.band_in_file_name()
    for path in folder.rglob("*"):
        match = pattern.search(path.stem) if path.suffix.lower() in DRIVERS and path.is_file() else None
        if not match or registry.shows_no_ground(path.stem) or path.is_symlink():
            continue
        if refused := registry.refusal(path.stem):
            raise RasterError(f"{shown(path)} {refused}")
        yield path, match["name"].upper()


def _order(name: str) -> tuple[float, str]:
    """B2 before B10, and B8A after B8."""
    number = re.search(r"\d+", name)
    return (float(number[0]) + 0.5 * name.endswith("A") if number else 0.0, name)


def _title(folder: Path, bands: tuple[BandFile, ...]) -> str:
    """The folder's name, with the date where only the files tell it."""
    name = folder.resolve().name.removesuffix(".SAFE")
    told = DATE_IN_NAME.search(bands[0].path.stem)
    return name if DATE_IN_NAME.search(name) or not told else f"{name}-{told[0]}"


def _tags(folder: Path, bands: tuple[BandFile, ...]) -> dict[str, str]:
    """Where it is from, and the processing baseline where a name or the metadata tells it."""
    tags = {"SOURCE": f"{len(bands)} band files of {shown(folder)}"}
    told = next((told for rule in registry.later_baselines() if (told := _baseline(folder, rule))), None)
    return tags if told is None else tags | {"PROCESSING_BASELINE": told}


def _baseline(folder: Path, rule: LaterBaseline) -> str | None:
    named = re.search(rule.in_name, folder.resolve().name)
    if named:
        return f"{named[1]}.{named[2]}"
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(folder.glob(rule.metadata)))
    return next((told[1] for text in texts if (told := re.search(rule.in_metadata, text))), None)


def _opened(path: Path) -> rasterio.DatasetReader:
    """A band, as nothing but the format that its name says."""
    try:
        return rasterio.open(path.absolute(), driver=DRIVERS[path.suffix.lower()])
    except rasterio.errors.RasterioIOError as error:
        raise damaged(path) from error


def _check(grid: rasterio.DatasetReader, bands: tuple[BandFile, ...]) -> None:
    if grid.crs is None:
        raise RasterError(f"{shown(Path(grid.name))} is not georeferenced; its bands cannot be put together.")
    if grid.width * grid.height > MAX_PIXELS:
        raise RasterError(f"{shown(Path(grid.name))} declares more pixels than any scene has; cut out a part.")
    for band in bands:
        with _opened(band.path) as file:
            if file.count != 1 or file.crs != grid.crs or rasterio.coords.disjoint_bounds(file.bounds, grid.bounds):
                raise RasterError(f"{shown(band.path)} is not of the same scene as {shown(Path(grid.name))}.")


def _dtype(bands: tuple[BandFile, ...]) -> str:
    """The kind that holds the values of all bands."""
    kinds = []
    for band in bands:
        with _opened(band.path) as file:
            kinds.append(np.dtype(file.dtypes[0]))
    return str(np.result_type(*kinds))


def _fill(file: rasterio.io.DatasetWriter, bands: tuple[BandFile, ...], tags: dict[str, str]) -> None:
    file.update_tags(**tags)
    for number, band in enumerate(bands, 1):
        file.set_band_description(number, band.name)
        place = {"crs": file.crs, "transform": file.transform, "width": file.width, "height": file.height}
        with ExitStack() as stack:
            source = stack.enter_context(_opened(band.path))
            resampling = Resampling.nearest if band.of_classes else Resampling.bilinear
            view = stack.enter_context(WarpedVRT(source, **place, resampling=resampling))
            for window in blocks((file.height, file.width), READ_BLOCK):
                there = FileWindow(window.left, window.top, window.width, window.height)
                try:
                    file.write(view.read(1, window=there), number, window=there)
                except rasterio.errors.RasterioIOError as error:
                    raise damaged(band.path) from error
