"""Cloud-Optimised GeoTIFFs: a profile, a warp and a writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from tools.atomic_files import atomic_write, partial_path
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.gdal_errors import warp_errors
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference
from tools.rasters.opener import has_mask


@dataclass(frozen=True, slots=True)
class Warp:
    """A target grid, and how pixels are resampled onto it."""

    crs: str
    transform: Affine
    width: int
    height: int
    resampling: Resampling


def write_cog(
    path: Path,
    profile: dict[str, object],
    fill: Callable[[rasterio.io.DatasetWriter], None],
    warp: Warp | None = None,
    **options: object,
) -> None:
    """Let `fill` write a GeoTIFF, and convert it to a Cloud-Optimised one with overviews, written atomically.

    Args:
        path: output file.
        profile: rasterio profile of the GeoTIFF.
        fill: writes the pixels.
        warp: target grid, where the result is warped.
        options: of GDAL's COG driver.
    """
    draft = partial_path(path.with_name(f"{path.stem}-draft.tif"))

    def write_draft(partial: Path) -> None:
        with without_gdal_warnings(), rasterio.open(partial, "w", driver="GTiff", **profile) as file:
            fill(file)

    def optimise(partial: Path) -> None:
        with without_gdal_warnings(), rasterio.open(draft, driver="GTiff") as file:
            creation_options = {"bigtiff": "IF_SAFER", "num_threads": "ALL_CPUS"} | options
            rasterio.shutil.copy(file, partial, driver="COG", **creation_options)

    try:
        atomic_write(draft, write_draft)
        if warp is not None:
            atomic_write(draft, lambda partial: _write_warped(draft, partial, warp))
        atomic_write(path, optimise)
    finally:
        draft.unlink(missing_ok=True)


def _write_warped(draft: Path, path: Path, warp: Warp) -> None:
    """The draft warped onto another grid; written to disk, since the COG driver reads its source several times."""
    grid = {"crs": warp.crs, "transform": warp.transform, "width": warp.width, "height": warp.height}
    with without_gdal_warnings(), rasterio.open(draft, driver="GTiff") as file:
        profile, masked = file.profile | grid, has_mask(file)
        with (
            warp_errors("The image"),
            WarpedVRT(file, **grid, resampling=warp.resampling, add_alpha=masked) as view,
            rasterio.open(path, "w", **profile) as warped,
        ):
            if file.colorinterp[0] == ColorInterp.palette:
                warped.write_colormap(1, file.colormap(1))
            for window in blocks((warp.height, warp.width), LABEL_BLOCK):
                file_window = FileWindow(window.left, window.top, window.width, window.height)
                pixels = view.read(window=file_window)
                warped.write(pixels[: file.count], window=file_window)
                if masked:
                    warped.write_mask(pixels[file.count], window=file_window)
            warped.colorinterp = file.colorinterp


def map_profile(size: tuple[int, int], georeference: Georeference | None) -> dict[str, object]:
    """The rasterio profile of a map: its grid, compression and tiling."""
    height, width = size
    profile: dict[str, object] = {"height": height, "width": width, "compress": "DEFLATE", "zlevel": 1}
    profile["BIGTIFF"] = "IF_SAFER"
    if min(size) >= 256:
        profile |= {"tiled": True, "blockxsize": 256, "blockysize": 256}
    if georeference is None:
        return profile
    transform: Affine = georeference.transform
    return profile | {"crs": CRS.from_user_input(georeference.crs), "transform": transform}
