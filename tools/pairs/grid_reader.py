"""Reading one date in windows of the pair's grid: values as the file has them, and where they are valid.

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
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.pairs.common_grid import PairGrid
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource, damaged, has_mask

FINER = 1.5
"""How many times finer than the grid an image must be for its pixels to be averaged, not interpolated."""


@dataclass(frozen=True)
class Values:
    """A window of one date."""

    pixels: npt.NDArray[np.generic]
    """(H, W, 3 or 1), of the file's own kind."""
    valid: npt.NDArray[np.bool_]
    """(H, W): false where the file holds no data."""


class GridReader:
    """Reads one date of a pair; open it in a `with` block, one a thread."""

    def __init__(self, source: RasterSource, grid: PairGrid, part: Window | None, *, of_classes: bool = False) -> None:
        """Read `source` on `grid`.

        Args:
            source: the file.
            grid: the pair's grid.
            part: the grid's part of the file, where both have the same pixels; None where it must be warped.
            of_classes: values are names of classes, of which the nearest is taken and none is averaged.
        """
        self.source, self.grid, self.part, self.of_classes = source, grid, part, of_classes
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

    def sketch(self, most: int) -> Values:
        """The whole grid with at most `most` pixels a side, every so many-th pixel."""
        height, width = self.grid.size
        step = max(1, -(-max(height, width) // most))
        shape = (-(-height // step), -(-width // step))
        if self.part is None:
            with self._warped(shape) as small:
                return self._values(small, FileWindow(0, 0, shape[1], shape[0]))
        window = FileWindow(self.part.left, self.part.top, width, height)
        return self._values(self._view, window, shape)

    def _warped(self, shape: tuple[int, int]) -> WarpedVRT:
        place, there = self.grid.georeference, self.source.georeference
        assert place is not None
        assert there is not None
        height, width = self.grid.size
        finer = place.resolution_m * width / shape[1] > FINER * there.resolution_m and not self.of_classes
        resampling = Resampling.average if finer else Resampling.bilinear
        if self.of_classes:
            resampling = Resampling.nearest
        return WarpedVRT(
            self._file,
            src_transform=there.transform,
            src_crs=_unwrapped(there),
            crs=CRS.from_user_input(place.crs),
            transform=place.transform @ Affine.scale(width / shape[1], height / shape[0]),
            height=shape[0],
            width=shape[1],
            resampling=resampling,
            # A grid that lies turned would be taken for a coarser one, and blurred.
            **({} if finer else {"XSCALE": "1", "YSCALE": "1"}),
            add_alpha=self.source.nodata is None and not has_mask(self._file),
        )

    def _values(self, file: Any, window: FileWindow, shape: tuple[int, int] | None = None) -> Values:
        try:
            # Band by band: several at once are warped for the window alone, and come out otherwise in another one.
            pixels = np.stack([file.read(band, window=window, out_shape=shape) for band in self.source.colours])
            valid = file.dataset_mask(window=window, out_shape=shape) > 0
        except (RasterioError, OSError, ValueError) as error:
            raise damaged(self.source.path) from error
        pixels = np.moveaxis(pixels, 0, -1)
        if pixels.dtype.kind == "f":
            valid &= np.isfinite(pixels).all(axis=-1)
        return Values(pixels, valid)

    def _cut(self, window: Window) -> Values:
        """A window of a picture that was decoded whole, once."""
        assert self.part is not None
        if self._whole is None:
            part = self.part
            self._whole = self._values(self._view, FileWindow(part.left, part.top, part.width, part.height))
        return Values(self._whole.pixels[window.slices], self._whole.valid[window.slices])


def _unwrapped(there: Georeference) -> CRS:
    """The CRS of a file; where its longitudes run beyond 180 degrees, one that gives them so."""
    left, _, right, _ = there.bounds
    crs = CRS.from_user_input(there.crs)
    if crs.is_geographic and (right > 180 or left < -180):
        middle = (left + right) / 2
        return CRS.from_string(f"{crs.to_proj4()} +lon_wrap={middle:.6f} +type=crs")
    return crs
