"""A map of change as Cloud-Optimised GeoTIFFs: classes, and probabilities. QGIS opens them as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.enums import ColorInterp, Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.atomic_files import in_one_piece
from tools.change_map import CLASS_IDS, ChangeMap
from tools.labelling import LABEL_BLOCK
from tools.overlay import PALETTE
from tools.pairs import blocks
from tools.quiet import quiet
from tools.raster_opener import has_mask
from tools.scene_map import map_profile
from tools.scene_parts import STEPS, UNKNOWN, SeenScene


@dataclass(frozen=True, slots=True)
class Warp:
    """Another grid, and how pixels come onto it."""

    crs: str
    transform: Affine
    width: int
    height: int
    resampling: Resampling


Read = Callable[[Window], npt.NDArray[np.uint8]]


def write_classes(path: Path, found: ChangeMap, tags: dict[str, str]) -> None:
    """The class ids of the objects that count, with a colour table; 255 is no data."""
    colours = {CLASS_IDS[name]: (*colour, 255) for name, colour in PALETTE.items()} | {0: (255, 255, 255, 255)}
    told = {"CLASSES": "0 unchanged, 1 road, 2 building, 255 no data"} | tags

    def finish(file: rasterio.io.DatasetWriter) -> None:
        file.write_colormap(1, colours)
        file.set_band_description(1, "class of change")
        file.update_tags(**told)

    _write(path, found, 1, lambda window: found.classes(window)[None], finish)


def write_probabilities(path: Path, found: ChangeMap, seen: SeenScene, tags: dict[str, str]) -> None:
    """Probability of changed road and of changed building, times 250 (scale 0.004); 255 is no data."""

    def read(window: Window) -> npt.NDArray[np.uint8]:
        classes, road, building, _ = seen.read(window)
        return np.where(classes == UNKNOWN, UNKNOWN, np.stack([road, building])).astype(np.uint8)

    def finish(file: rasterio.io.DatasetWriter) -> None:
        file.scales = (1 / STEPS,) * 2
        for band, name in ((1, "road"), (2, "building")):
            file.set_band_description(band, f"probability of changed {name}")
        file.update_tags(**tags)

    _write(path, found, 2, read, finish)


def _write(
    path: Path, found: ChangeMap, bands: int, read: Read, finish: Callable[[rasterio.io.DatasetWriter], None]
) -> None:
    """Write 8-bit bands of a map."""
    profile = map_profile(found.size, found.georeference) | {"count": bands, "dtype": "uint8", "nodata": UNKNOWN}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        finish(file)
        for window in blocks(found.size, LABEL_BLOCK):
            file.write(read(window), window=FileWindow(window.left, window.top, window.width, window.height))

    write_cog(path, profile, fill, compress="DEFLATE", overview_resampling="nearest")


def write_cog(
    path: Path,
    profile: dict[str, object],
    fill: Callable[[rasterio.io.DatasetWriter], None],
    warp: Warp | None = None,
    **options: object,
) -> None:
    """Let `fill` write a GeoTIFF, and turn it into a Cloud-Optimised one with overviews, which appears whole.

    Args:
        path: where to.
        profile: of the GeoTIFF, as rasterio takes it.
        fill: writes it.
        warp: where the result lies on another grid.
        options: of GDAL's COG driver.
    """
    draft = path.with_name(f".{path.stem}.draft.tif")

    def write_draft(partial: Path) -> None:
        with quiet(), rasterio.open(partial, "w", driver="GTiff", **profile) as file:
            fill(file)

    def optimise(partial: Path) -> None:
        with quiet(), rasterio.open(draft, driver="GTiff") as file:
            told = {"bigtiff": "IF_SAFER", "num_threads": "ALL_CPUS"} | options
            rasterio.shutil.copy(file, partial, driver="COG", **told)

    try:
        in_one_piece(draft, write_draft)
        if warp is not None:
            in_one_piece(draft, lambda partial: _write_warped(draft, partial, warp))
        in_one_piece(path, optimise)
    finally:
        draft.unlink(missing_ok=True)


def _write_warped(draft: Path, path: Path, warp: Warp) -> None:
    """The draft on another grid; written out, since the COG driver reads its source several times over."""
    place = {"crs": warp.crs, "transform": warp.transform, "width": warp.width, "height": warp.height}
    with quiet(), rasterio.open(draft, driver="GTiff") as file:
        profile, masked = file.profile | place, has_mask(file)
        with (
            WarpedVRT(file, **place, resampling=warp.resampling, add_alpha=masked) as view,
            rasterio.open(path, "w", **profile) as warped,
        ):
            if file.colorinterp[0] == ColorInterp.palette:
                warped.write_colormap(1, file.colormap(1))
            for window in blocks((warp.height, warp.width), LABEL_BLOCK):
                there = FileWindow(window.left, window.top, window.width, window.height)
                pixels = view.read(window=there)
                warped.write(pixels[: file.count], window=there)
                if masked:
                    warped.write_mask(pixels[file.count], window=there)
            warped.colorinterp = file.colorinterp
