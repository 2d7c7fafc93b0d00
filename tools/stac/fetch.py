"""Imagery of two dates, fetched through a STAC API into two mosaics on one grid. Knows no change.

The best scene of each date comes first; where it has cloud or no data, the next best fill in, block by block.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import rasterio
import rasterio.shutil
from rasterio.errors import RasterioError

from tools.atomic_files import atomic_write
from tools.errors import ImageryError
from tools.rasters.blocks import blocks
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.opener import MIN_SIDE
from tools.sensors.registry import cloud_bands
from tools.stac.request import ImageryRequest
from tools.stac.result import FetchedImage, FetchedPair, UsedScene

if TYPE_CHECKING:
    from odc.geo.geobox import GeoBox

    from tools.stac.search import Catalogue, CatalogueItem, CheckedItem
    from tools.types import Progress

MAX_PIXELS = 10**8
BLOCK = 2048
MAX_SCENES = 20
"""Scenes per date that are used; more fill hardly any gaps."""
CLEAR_WARNED_BELOW = 0.5
NODATA = 0
METRES_PER_DEGREE = 111_320


def fetch_pair(request: ImageryRequest, out: Path, report: Progress | None = None) -> FetchedPair:
    """Write `before.tif` and `after.tif` into a folder, both or neither.

    Args:
        request: area, days and source.
        out: the folder; made where it is missing.
        report: called with (done, total) blocks.

    Raises:
        ImageryError: nothing fits, the API or its images cannot be read, the area is too large, or all is cloud.
        RefusedHostError: something lies on a host that may not be contacted.
    """
    try:
        import odc.stac  # noqa: F401

        from tools.stac.hosts import AllowedHosts
        from tools.stac.search import Catalogue
    except ImportError as error:
        raise ImageryError("Fetching imagery needs an extra: pip install 'terradelta[stac]'.") from error
    catalogue = Catalogue(request.api, AllowedHosts(request.hosts))
    dates = [_Mosaic(request, catalogue, day) for day in (request.before, request.after)]
    grid = _grid(request, dates[0].checked(dates[0].scenes[0]))
    with TemporaryDirectory(prefix="terradelta-") as folder:
        drafts = [Path(folder) / "before.tif", Path(folder) / "after.tif"]
        for number, (mosaic, draft) in enumerate(zip(dates, drafts, strict=True)):
            mosaic.write(grid, draft, _part_progress(number, report))
        paths = out / "before.tif", out / "after.tif"
        atomic_write(paths[0], lambda first: atomic_write(paths[1], lambda second: _cogs(drafts, (first, second))))
    before, after = (mosaic.image(path) for mosaic, path in zip(dates, paths, strict=True))
    masked_by = ", ".join(sorted({mask for mosaic in dates for mask in mosaic.masks if mask})) or None
    height, width = grid.shape
    return FetchedPair(before, after, _crs_name(grid), height, width, masked_by, tuple(_notes(dates)))


def _crs_name(grid: GeoBox) -> str:
    epsg = grid.crs.to_epsg() if grid.crs else None
    return f"EPSG:{epsg}" if epsg else str(grid.crs)


def _part_progress(number: int, report: Progress | None) -> Progress:
    """Progress on one of the two dates, reported as progress on both."""
    return lambda done, total: report(number * total + done, 2 * total) if report else None


def _cogs(drafts: Sequence[Path], paths: Sequence[Path]) -> None:
    for draft, path in zip(drafts, paths, strict=True):
        with without_gdal_warnings():
            rasterio.shutil.copy(draft, path, driver="COG", compress="DEFLATE")


def _grid(request: ImageryRequest, scene: CheckedItem) -> GeoBox:
    """The grid of both files: the best early scene's own pixels, or square ones of the requested size in its CRS.

    Raises:
        ImageryError: it has too many pixels or too few.
    """
    from odc.geo import geom
    from odc.geo.geobox import GeoBox

    header = scene.header
    area = geom.box(*request.box, "EPSG:4326")
    own = GeoBox(header.shape, header.transform, header.crs)
    if request.resolution is None:
        grid = own.enclosing(area)
    else:
        crs = "utm" if own.crs and own.crs.geographic else own.crs
        grid = GeoBox.from_geopolygon(area, resolution=request.resolution, crs=crs)
    height, width = grid.shape
    if height * width > MAX_PIXELS:
        metres = abs(grid.resolution.x) * (METRES_PER_DEGREE if grid.crs and grid.crs.geographic else 1)
        coarser = math.ceil(metres * math.sqrt(height * width / MAX_PIXELS) * 1.01 * 10) / 10
        raise ImageryError(
            f"The area is {width} x {height} px, more than {MAX_PIXELS:,} px in all; "
            f"give a smaller --bbox or --resolution {coarser:g}."
        )
    if min(height, width) < MIN_SIDE:
        raise ImageryError(f"The area is only {width} x {height} px; give a --bbox of {MIN_SIDE} px or more a side.")
    return grid


class _Mosaic:
    """The mosaic of one of the two dates."""

    def __init__(self, request: ImageryRequest, catalogue: Catalogue, day: date) -> None:
        self.request, self._catalogue, self.day = request, catalogue, day
        first, last = _days(request, day)
        candidates = catalogue.scenes(request.collection, request.box, day, (first, last))
        self.scenes = [scene for scene in candidates if scene.cloud is None or scene.cloud <= request.cloud][
            :MAX_SCENES
        ]
        self.span = f"from {first} to {last}"
        self.masks: set[str | None] = set()
        self._checked: dict[str, CheckedItem] = {}
        self._pixels_by_scene, self._total_pixels = Counter[str](), 0
        if not candidates:
            raise ImageryError(
                f"{request.collection} has no scene of this area {self.span}; "
                "give more --days, or check --collection and --bbox."
            )
        if not self.scenes:
            lowest = min(scene.cloud for scene in candidates if scene.cloud is not None)
            raise ImageryError(
                f"All {len(candidates)} scenes {self.span} are cloudier than {request.cloud:g} %; "
                f"give --cloud {math.ceil(lowest)} or more, or more --days."
            )

    def checked(self, scene: CatalogueItem) -> CheckedItem:
        """A scene after its check, which is done once."""
        if scene.id not in self._checked:
            self._checked[scene.id] = self._catalogue.check(scene, self.request.bands)
        return self._checked[scene.id]

    def write(self, grid: GeoBox, draft: Path, report: Progress) -> None:
        """Write the mosaic to a plain GeoTIFF.

        Raises:
            ImageryError: an image cannot be read, or no pixel is clear.
        """
        dtype = self.checked(self.scenes[0]).header.dtype
        shape = {"height": grid.shape[0], "width": grid.shape[1], "count": len(self.request.bands), "dtype": dtype}
        georeference = {"crs": grid.crs.to_wkt() if grid.crs else None, "transform": grid.affine, "nodata": NODATA}
        layout = {"tiled": True, "compress": "DEFLATE", "bigtiff": "IF_SAFER", "photometric": "MINISBLACK"}
        with (
            without_gdal_warnings(),
            rasterio.open(draft, "w", driver="GTiff", **shape, **georeference, **layout) as file,
        ):
            windows = list(blocks((grid.shape[0], grid.shape[1]), BLOCK))
            for done, window in enumerate(windows, 1):
                rows, columns = window.slices
                file.write(self._block(grid[rows, columns], dtype), window=_of_file(rows, columns))
                report(done, len(windows))
            self._total_pixels = grid.shape[0] * grid.shape[1]
            if not self._pixels_by_scene:
                raise ImageryError(
                    f"In all {len(self.scenes)} scenes {self.span} the area is cloud or no data; "
                    "give more --days or another date."
                )
            file.descriptions = self.request.bands
            file.update_tags(**self._tags())

    def _block(self, part: GeoBox, dtype: str) -> npt.NDArray[Any]:
        """(bands, height, width) of a part of the grid, from as many scenes as needed."""
        values = np.full((len(self.request.bands), *part.shape), NODATA, dtype)
        missing = np.ones(part.shape, bool)
        for scene in self.scenes:
            checked = self.checked(scene)
            if checked.header.dtype != dtype:
                raise ImageryError(
                    f"{scene.id} holds {checked.header.dtype}, {self.scenes[0].id} {dtype}; give fewer --days."
                )
            self.masks.add(checked.mask.band.name if checked.mask else None)
            pixels, clear = _read(checked, part)
            fresh = clear & missing
            values[:, fresh] = pixels[:, fresh]
            missing &= ~fresh
            self._pixels_by_scene.update({scene.id: int(fresh.sum())} if fresh.any() else {})
            if not missing.any():
                break
        return values

    def _used(self) -> list[UsedScene]:
        """The scenes that contributed pixels, the largest share first."""
        known = {scene.id: scene for scene in self.scenes}
        return [
            UsedScene(name, known[name].moment.date().isoformat(), known[name].cloud, count / self._total_pixels)
            for name, count in self._pixels_by_scene.most_common()
        ]

    def _tags(self) -> dict[str, str]:
        used = self._used()
        best = next(scene for scene in self.scenes if scene.id == used[0].id)
        return {
            "TIFFTAG_DATETIME": best.moment.strftime("%Y:%m:%d %H:%M:%S"),
            "STAC_API": self.request.api,
            "STAC_COLLECTION": self.request.collection,
            "STAC_ITEMS": " ".join(scene.id for scene in used),
            "CLOUD_MASK": ", ".join(sorted(mask or "none" for mask in self.masks)),
        }

    def image(self, path: Path) -> FetchedImage:
        """The written image as a value."""
        used = self._used()
        return FetchedImage(str(path), used[0].date, sum(scene.share for scene in used), tuple(used))


def _days(request: ImageryRequest, day: date) -> tuple[date, date]:
    """First and last day of the scenes for a date; where both ranges overlap, each date gets the nearer half."""
    first, last = day - timedelta(request.days), day + timedelta(request.days)
    middle = request.before + (request.after - request.before) / 2
    if day == request.before:
        return first, min(last, max(middle, day))
    return max(first, min(middle + timedelta(1), day)), last


def _of_file(rows: slice, columns: slice) -> Any:
    return rasterio.windows.Window.from_slices(rows, columns)


def _read(scene: CheckedItem, part: GeoBox) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]:
    """A scene on a part of the grid.

    Returns:
        (bands, height, width) values, none of which equals the no-data value; (height, width) clear pixels.
    """
    values = np.stack([_load(scene, band, part, "bilinear") for band in scene.bands])
    clear = _has_data(values, scene.header.nodata)
    if scene.mask and scene.mask_band:
        clear &= ~scene.mask.hidden(_load(scene, scene.mask_band, part, "nearest"))
    if scene.offset:
        values = (np.maximum(values, scene.offset) - scene.offset).astype(values.dtype)
    smallest = 1 if values.dtype.kind in "ui" else np.finfo(values.dtype).tiny
    values[values == NODATA] = smallest
    return values, clear


def _load(scene: CheckedItem, band: str, part: GeoBox, resampling: str) -> npt.NDArray[Any]:
    """(height, width) values of one band; pixels that are on the grid already are not resampled."""
    import odc.stac

    from tools.stac.search import reading_env

    href = scene.item.assets[band.partition(".")[0]].href
    try:
        with without_gdal_warnings(), reading_env(href):
            loaded = odc.stac.load([scene.item], [band], geobox=part, resampling=resampling, groupby="id")
    except (RasterioError, OSError) as error:
        raise ImageryError(f"{scene.id} broke off while it was read; check the network and try again.") from error
    return np.asarray(loaded[band].values[0])


def _has_data(values: npt.NDArray[Any], nodata: float | None) -> npt.NDArray[np.bool_]:
    """(height, width) mask of valid pixels; where no no-data value is declared, black in all bands is invalid."""
    if nodata is None:
        return np.asarray((values != NODATA).any(axis=0) & np.isfinite(values).all(axis=0), bool)
    return np.asarray((np.isfinite(values) & (values != nodata)).all(axis=0), bool)


def _notes(dates: Sequence[_Mosaic]) -> Iterable[str]:
    """Warnings about the mosaics."""
    names = ("before.tif", "after.tif")
    if any(None in mosaic.masks for mosaic in dates):
        bands = " or ".join(mosaic.name for mosaic in cloud_bands().values())
        yield (
            f"{dates[0].request.collection} has no band that tells clouds ({bands}), so none were taken out; "
            "look at the images before you trust what changed."
        )
    for name, mosaic in zip(names, dates, strict=True):
        image = mosaic.image(Path(name))
        if image.clear < CLEAR_WARNED_BELOW:
            yield f"Only {image.clear:.0%} of {name} is clear; more --days may fill the rest."
        if len(image.scenes) > 1:
            yield f"{name} is put together from {len(image.scenes)} scenes, from {_range(image)}."


def _range(image: FetchedImage) -> str:
    days = sorted(scene.date for scene in image.scenes)
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
