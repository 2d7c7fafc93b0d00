"""A folder with one file per band, as Sentinel-2 and Landsat are delivered, stacked into one GeoTIFF. Knows no pair.

band files by name -> the finest grid -> every band resampled onto it -> one file with names, baseline and date
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from tools.errors import RasterError
from tools.paths import is_folder
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.cog import write_cog
from tools.rasters.gdal_errors import gdal_errors, shown
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.sensors import registry
from tools.sensors.image_day import day_in
from tools.sensors.sensor import LaterBaseline

DRIVERS = {".jp2": "JP2OpenJPEG", ".tif": "GTiff", ".tiff": "GTiff"}
MIN_BANDS = 3
"""A folder with fewer bands is not taken for a scene."""
MAX_PIXELS = 10**9


@dataclass(frozen=True, slots=True)
class BandFile:
    """One band."""

    name: str
    path: Path
    metres: float
    """Pixel size, in the units of the file's CRS."""

    @property
    def of_classes(self) -> bool:
        """Whether its values are categories, which are resampled to the nearest and never averaged."""
        return self.name.lower() in registry.cloud_bands()


def band_files(folder: Path) -> tuple[BandFile, ...]:
    """The bands in a folder and its subfolders, each at its finest resolution, sorted by name.

    Raises:
        RasterError: there are fewer than three, or one cannot be read.
    """
    found = _finest(sorted(_named_files(folder.rglob("*"))))
    if len(found) < MIN_BANDS:
        raise RasterError(
            f"{shown(folder)} holds {len(found)} files that are named like bands (..._B04.tif, ..._B08_10m.jp2, "
            "..._SR_B4.TIF); give such a folder, or one file with all bands."
        )
    return found


def _finest(named: Iterable[tuple[Path, str]]) -> tuple[BandFile, ...]:
    """Each band at its finest resolution, sorted by name."""
    finest: dict[str, BandFile] = {}
    for path, name in named:
        with without_gdal_warnings(), _opened(path) as file:
            band = BandFile(name, path, abs(file.transform.a))
        if name not in finest or band.metres < finest[name].metres:
            finest[name] = band
    return tuple(sorted(finest.values(), key=lambda one: (one.of_classes, _order(one.name))))


def one_file(path: Path, out: Path) -> Path:
    """The file itself, or, for a folder, its bands stacked into one file in `out`; errors as for `stack_bands`."""
    return stack_bands(path, out) if is_folder(path) else path


def stack_bands(folder: Path, out: Path) -> Path:
    """Write the bands of a folder as one GeoTIFF, on the grid of the finest band; an existing file is reused.

    Args:
        folder: of one scene: a SAFE folder, a Landsat product, or any folder with one file per band.
        out: folder for the result.

    Returns:
        The file. Its name includes the folder's name, so that date and processing baseline can be read from it.

    Raises:
        RasterError: it holds too few bands, or files that cannot be read or cover other ground.
    """
    bands = band_files(folder)
    return _stacked(bands, out / f"{_title(folder, bands)}.tif", _tags(folder, bands))


def stack_files(paths: Iterable[Path], title: str, out: Path) -> Path:
    """The same of files of one date that lie among others, each named like a band.

    Args:
        paths: the files; two bands are enough for an index.
        title: what they are called together, with the date.
        out: folder for the result.

    Raises:
        RasterError: they cannot be read, or cover other ground.
    """
    bands = _finest(_named_files(sorted(paths)))
    return _stacked(bands, out / f"{title}.tif", {"SOURCE": f"{len(bands)} band files", "PRODUCT": title})


def band_title(path: Path) -> str | None:
    """What the name of a band's file is without the band; None where it does not end in a band's name."""
    match = registry.band_in_file_name().search(path.stem) if path.suffix.lower() in DRIVERS else None
    return None if match is None else path.stem[: match.start()]


def _stacked(bands: tuple[BandFile, ...], path: Path, tags: dict[str, str]) -> Path:
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    finest = min(bands, key=lambda one: one.metres)
    with without_gdal_warnings(), _opened(finest.path) as grid:
        _check(grid, bands)
        profile = {
            "count": len(bands), "height": grid.height, "width": grid.width, "transform": grid.transform,
            "crs": grid.crs, "dtype": _dtype(bands), "nodata": _nodata(grid, finest),
            "BIGTIFF": "IF_SAFER", "tiled": True, "interleave": "band",
        }  # fmt: skip
        write_cog(path, profile, lambda file: _fill(file, bands, tags), compress="DEFLATE")
    return path


def _named_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Files whose names end in a band name, with that band name."""
    pattern = registry.band_in_file_name()
    for path in paths:
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
    """The folder's name, with the date where only the file names include it."""
    name = folder.resolve().name.removesuffix(".SAFE")
    day = day_in(bands[0].path.stem)
    return name if day is None or day_in(name) is not None else f"{name}-{day}"


def _tags(folder: Path, bands: tuple[BandFile, ...]) -> dict[str, str]:
    """The source, and the processing baseline where a name or the metadata states it."""
    tags = {"SOURCE": f"{len(bands)} band files of {shown(folder)}", "PRODUCT": shown(bands[0].path)}
    baseline = next((baseline for rule in registry.later_baselines() if (baseline := _baseline(folder, rule))), None)
    return tags if baseline is None else tags | {"PROCESSING_BASELINE": baseline}


def _baseline(folder: Path, rule: LaterBaseline) -> str | None:
    in_name = re.search(rule.in_name, folder.resolve().name)
    if in_name:
        return f"{in_name[1]}.{in_name[2]}"
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(folder.glob(rule.metadata)))
    return next((match[1] for text in texts if (match := re.search(rule.in_metadata, text))), None)


def _opened(path: Path) -> rasterio.DatasetReader:
    """A band file, opened only by the driver for its extension."""
    with gdal_errors(path):
        return rasterio.open(path.absolute(), driver=DRIVERS[path.suffix.lower()])


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
    """The data type that can represent the values of all bands."""
    dtypes = []
    for band in bands:
        with _opened(band.path) as file:
            dtypes.append(np.dtype(file.dtypes[0]))
    return str(np.result_type(*dtypes))


def _nodata(file: rasterio.DatasetReader, band: BandFile) -> float:
    """The no-data value that a band file declares, else that of its sensor."""
    return registry.nodata_of(band.name) if file.nodata is None else file.nodata


def _view(source: rasterio.DatasetReader, band: BandFile, file: rasterio.io.DatasetWriter) -> WarpedVRT:
    """A band on the grid of the file, with the file's no-data value where the band holds no data."""
    grid = {"crs": file.crs, "transform": file.transform, "width": file.width, "height": file.height}
    if band.of_classes:
        return WarpedVRT(source, **grid, resampling=Resampling.nearest)
    missing = {"src_nodata": _nodata(source, band), "nodata": file.nodata}
    return WarpedVRT(source, **grid, **missing, resampling=Resampling.bilinear)


def _scaling(bands: tuple[BandFile, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Scale and offset of each band, as its file declares them."""
    found = []
    for band in bands:
        with _opened(band.path) as source:
            found.append((source.scales[0], source.offsets[0]))
    scales, offsets = zip(*found, strict=True)
    return scales, offsets


def _fill(file: rasterio.io.DatasetWriter, bands: tuple[BandFile, ...], tags: dict[str, str]) -> None:
    file.update_tags(**tags)
    file.scales, file.offsets = _scaling(bands)
    for number, band in enumerate(bands, 1):
        file.set_band_description(number, band.name)
        with ExitStack() as stack:
            source = stack.enter_context(_opened(band.path))
            view = stack.enter_context(_view(source, band, file))
            for window in blocks((file.height, file.width), READ_BLOCK):
                file_window = FileWindow(window.left, window.top, window.width, window.height)
                with gdal_errors(band.path):
                    values = view.read(1, window=file_window)
                file.write(values, number, window=file_window)
