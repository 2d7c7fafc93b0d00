"""Reads one date in windows of the pair's grid: values as stored in the file, and where they are valid.

The second date is warped while it is read, window by window (GDAL's warped VRT, which reads no file but this one).
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import MaskFlags, Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.pairs.common_grid import PairGrid
from tools.rasters.gdal_errors import READ_ERRORS, damaged, warp_errors
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource, has_mask

AVERAGE_FROM = 1.5
"""Ratio of pixel sizes, grid to image, from which pixels are averaged, not interpolated."""


@dataclass(frozen=True)
class Values:
    """A window of one date."""

    pixels: npt.NDArray[np.generic]
    """(H, W, 3 or 1), in the file's own data type."""
    valid: npt.NDArray[np.bool_]
    """(H, W): false where the file holds no data."""
    each: npt.NDArray[np.bool_] | None = None
    """(H, W, bands): where each band holds data, of a reader that was asked for it; None: as `valid`."""

    @property
    def whole(self) -> npt.NDArray[np.bool_]:
        """(H, W): where all bands hold data."""
        return self.valid if self.each is None else np.asarray(self.valid & self.each.all(axis=-1))


class GridReader:
    """Reads one date of a pair; open it in a `with` block, one a thread."""

    def __init__(
        self,
        source: RasterSource,
        grid: PairGrid,
        part: Window | None,
        *,
        of_classes: bool = False,
        band_by_band: bool = False,
    ) -> None:
        """Read `source` on `grid`.

        Args:
            source: the file.
            grid: the pair's grid.
            part: the grid as a window of the file, where pixels coincide; None where it must be warped.
            of_classes: values are categories, which are resampled to the nearest and never averaged.
            band_by_band: tell for each band where it holds data; else a pixel counts where any band does.
        """
        self.source, self.grid, self.part, self.of_classes = source, grid, part, of_classes
        self.band_by_band = band_by_band
        self._stack = ExitStack()
        self._file: Any = None
        self._view: Any = None
        self._whole: Values | None = None

    def __enter__(self) -> GridReader:
        self._file = self._view = self._stack.enter_context(self.source.reading())
        if self.part is None:
            self._view = self._stack.enter_context(self._warped(self.grid.size))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def read(self, window: Window) -> Values:
        """The values in a window of the grid.

        Raises:
            RasterError: the file is damaged there.
        """
        if self.source.driver != "GTiff" and self.part is not None:
            return self._cut(window)
        top, left = (self.part.top, self.part.left) if self.part is not None else (0, 0)
        return self._values(self._view, FileWindow(left + window.left, top + window.top, window.width, window.height))

    def sketch(self, max_side: int) -> Values:
        """The whole grid with at most `max_side` pixels a side, by regular subsampling."""
        height, width = self.grid.size
        step = max(1, -(-max(height, width) // max_side))
        shape = (-(-height // step), -(-width // step))
        if self.part is None:
            with self._warped(shape) as small:
                return self._values(small, FileWindow(0, 0, shape[1], shape[0]))
        window = FileWindow(self.part.left, self.part.top, width, height)
        return self._values(self._view, window, shape)

    def _warped(self, shape: tuple[int, int]) -> WarpedVRT:
        target, own = self.grid.georeference, self.source.georeference
        assert target is not None
        assert own is not None
        height, width = self.grid.size
        averaged = target.resolution_m * width / shape[1] > AVERAGE_FROM * own.resolution_m and not self.of_classes
        resampling = Resampling.average if averaged else Resampling.bilinear
        if self.of_classes:
            resampling = Resampling.nearest
        with warp_errors(self.source.name):
            return WarpedVRT(
                self._file,
                src_transform=own.transform,
                src_crs=_unwrapped(own),
                crs=CRS.from_user_input(target.crs),
                transform=target.transform @ Affine.scale(width / shape[1], height / shape[0]),
                height=shape[0],
                width=shape[1],
                resampling=resampling,
                # GDAL would take a rotated grid for a coarser one, and blur it.
                **({} if averaged else {"XSCALE": "1", "YSCALE": "1"}),
                **self._no_data(),
                # GDAL would fill a band's gap from around it, where other bands have data there.
                **({"UNIFIED_SRC_NODATA": "NO"} if self.band_by_band else {}),
            )

    def _no_data(self) -> dict[str, Any]:
        """What the warped view is told of missing data: what the file declares, else the undeclared fill value."""
        if self.source.nodata is not None or has_mask(self._file):
            return {"add_alpha": False}
        fill = self.source.fill
        return {"add_alpha": True} if fill is None else {"src_nodata": fill, "nodata": fill, "add_alpha": False}

    def _values(self, file: Any, window: FileWindow, shape: tuple[int, int] | None = None) -> Values:
        try:
            # Band by band: several at once are warped per window, and results would depend on the window.
            pixels = np.stack([file.read(band, window=window, out_shape=shape) for band in self.source.colours])
            known = self._known(file, window, shape)
        except READ_ERRORS as error:
            raise damaged(self.source.path) from error
        pixels = np.moveaxis(pixels, 0, -1)
        if self.source.fill is not None:
            known = known & (pixels != self.source.fill)
        valid = np.asarray(known.any(axis=-1), bool)
        if self.band_by_band:
            return Values(pixels, valid, known & np.isfinite(pixels))
        if pixels.dtype.kind == "f":
            valid &= np.isfinite(pixels).all(axis=-1)
        return Values(pixels, valid)

    def _known(self, file: Any, window: FileWindow, shape: tuple[int, int] | None) -> npt.NDArray[np.bool_]:
        """(H, W, bands or 1) where each band that is read holds data; one mask where the file has but one."""
        bands = self.source.colours
        if len(bands) == 1 or not any(MaskFlags.nodata in flags for flags in file.mask_flag_enums):
            return np.asarray(file.read_masks(bands[0], window=window, out_shape=shape)[..., None] > 0)
        masks = [file.read_masks(band, window=window, out_shape=shape) for band in bands]
        return np.stack(masks, axis=-1) > 0

    def _cut(self, window: Window) -> Values:
        """A window of an image that is decoded whole, once."""
        assert self.part is not None
        if self._whole is None:
            part = self.part
            self._whole = self._values(self._view, FileWindow(part.left, part.top, part.width, part.height))
        each = None if self._whole.each is None else self._whole.each[window.slices]
        return Values(self._whole.pixels[window.slices], self._whole.valid[window.slices], each)


def _unwrapped(grid: Georeference) -> CRS:
    """The CRS of a file; where its longitudes exceed 180 degrees, one wrapped around its own centre."""
    left, _, right, _ = grid.bounds
    crs = CRS.from_user_input(grid.crs)
    if crs.is_geographic and (right > 180 or left < -180):
        middle = (left + right) / 2
        return CRS.from_string(f"{crs.to_proj4()} +lon_wrap={middle:.6f} +type=crs")
    return crs
