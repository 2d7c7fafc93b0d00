"""A change map as arrays in memory, with their grid, and as an xarray.DataArray."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt
from affine import Affine
from pyproj import CRS

from mci_model.prediction import Window
from tools.change.change_map import CLASS_IDS, ChangeClass, ChangeMap
from tools.errors import ExtraMissingError, WindowError
from tools.inference.parts import STEPS, UNKNOWN, InterpretedScene
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.georeference import Bounds, Georeference

if TYPE_CHECKING:
    import xarray

MAX_PIXELS = 2**26
"""Pixels that are read at once, such as 8,192 x 8,192: at 10 bytes a pixel, 640 MiB."""
CLASS_NAMES: tuple[ChangeClass, ...] = ("road", "building")
"""Order of the probabilities along their first axis."""
BY_PIXELS = Affine.scale(1, -1)
"""From (column, row) to coordinates where images have no CRS: rows count downwards as negative numbers."""
XarrayValues = Literal["classes", "probability"]


@dataclass(frozen=True, eq=False)
class ChangeArrays:
    """A change map, or a window of it, in memory: 10 bytes per pixel."""

    pair: str
    """Id of the pair."""
    classes: npt.NDArray[np.uint8] = field(repr=False)
    """(H, W) class of change of the objects that count: 0 unchanged, 1 road, 2 building, 255 no data."""
    probability: npt.NDArray[np.float32] = field(repr=False)
    """(2, H, W) probability of changed road and of changed building, 0-1 in steps of 1/250; NaN without data."""
    valid: npt.NDArray[np.bool_] = field(repr=False)
    """(H, W) true where both dates hold data, within the area of interest if there is one."""
    transform: Affine
    """From (column, row) to coordinates in the CRS, or to pixels of the whole image with rows as negative numbers."""
    crs: str | None
    """Authority code such as EPSG:32614 where there is one, else WKT; None where the images have no CRS."""
    bounds: Bounds
    """(left, bottom, right, top) in `units`."""
    units: str
    """Unit of the coordinates: of the CRS, such as metre or degree, or pixel."""

    def to_xarray(self, values: XarrayValues = "classes") -> xarray.DataArray:
        """The classes or the probabilities as a DataArray, laid out as rioxarray reads and writes it.

        Coordinates are `y` and `x` of pixel centres (left out where the grid is rotated), `valid`, and `spatial_ref`
        with CRS and transform, which also stand in the attributes `crs` and `transform`. Arrays are not copied.

        Args:
            values: "classes", with dimensions (y, x), or "probability", with (band, y, x).

        Raises:
            ExtraMissingError: xarray is not installed.

        Examples:
            >>> import terradelta
            >>> with terradelta.open("before.tif", "after.tif") as session:
            ...     changed = session.change_map().to_xarray()
            >>> changed.dims, changed.attrs["crs"]
            (('y', 'x'), 'EPSG:32614')
            >>> changed.where(changed.valid).sel(x=slice(623_000, 623_064)).shape
            (256, 128)
        """
        try:
            import xarray as xr
        except ImportError as error:
            raise ExtraMissingError("DataArrays need an extra: pip install 'terradelta[xarray]'.") from error
        coords = _axes(self) | {"valid": (("y", "x"), self.valid), "spatial_ref": ((), 0, _spatial_ref(self))}
        attrs = {"transform": tuple(self.transform)[:6], "bounds": self.bounds, "axis_units": self.units}
        attrs |= {"crs": self.crs} if self.crs else {}  # netCDF has no value for None
        if values == "classes":
            flags = {"flag_values": [0, 1, 2], "flag_meanings": "unchanged road building", "_FillValue": UNKNOWN}
            array = xr.DataArray(self.classes, coords, ("y", "x"), name="change_class", attrs=attrs | flags)
        else:
            coords |= {"band": list(CLASS_NAMES)}
            array = xr.DataArray(self.probability, coords, ("band", "y", "x"), name="probability", attrs=attrs)
        array.encoding["grid_mapping"] = "spatial_ref"
        return array


def read_arrays(change_map: ChangeMap, interpreted: InterpretedScene, window: Window | None = None) -> ChangeArrays:
    """Read a change map into memory, block by block.

    Args:
        change_map: of the pair, with its filter.
        interpreted: the scene from which it was made.
        window: the part to read; None: all of it.

    Raises:
        WindowError: it does not lie within the images, or holds more than MAX_PIXELS.
    """
    part = _checked(window or change_map.whole, change_map.size)
    classes = np.empty((part.height, part.width), np.uint8)
    probability = np.empty((len(CLASS_NAMES), *classes.shape), np.float32)
    for block in blocks(classes.shape, LABEL_BLOCK):
        block_window = Window(part.top + block.top, part.left + block.left, block.height, block.width)
        classes[block.slices] = change_map.classes(block_window)
        known = classes[block.slices] != UNKNOWN
        layers = interpreted.read(block_window)[[CLASS_IDS[name] for name in CLASS_NAMES]]
        probability[:, *block.slices] = np.where(known, layers / np.float32(STEPS), np.float32(np.nan))
    transform, crs, bounds, units = _grid(change_map.georeference, part)
    return ChangeArrays(change_map.pair, classes, probability, classes != UNKNOWN, transform, crs, bounds, units)


def _checked(window: Window, size: tuple[int, int]) -> Window:
    top, left, height, width = window
    extent = f"top {top}, left {left}, height {height}, width {width}"
    inside = top >= 0 and left >= 0 and top + height <= size[0] and left + width <= size[1]
    if not inside or min(height, width) < 1:
        raise WindowError(f"The window ({extent}) does not lie within the {size[1]} x {size[0]} px of the images.")
    if height * width > MAX_PIXELS:
        raise WindowError(
            f"{width} x {height} px are more than the {MAX_PIXELS:,} px that are read at once; give a window of "
            "(top, left, height, width), or export a geotiff and read that in blocks."
        )
    return window


def _grid(grid: Georeference | None, window: Window) -> tuple[Affine, str | None, Bounds, str]:
    """Transform, CRS, bounds and unit of a window."""
    if grid is None:
        top, left, height, width = window
        return BY_PIXELS @ Affine.translation(left, top), None, (left, -top - height, left + width, -top), "pixel"
    part = grid.part(*window)
    return part.transform, part.crs, part.bounds, CRS.from_user_input(part.crs).axis_info[0].unit_name


def _axes(arrays: ChangeArrays) -> dict[str, Any]:
    """`y` and `x` of pixel centres; none on a rotated grid, on which no row has one y."""
    grid, (height, width) = arrays.transform, arrays.classes.shape
    if grid.b or grid.d:
        return {}
    xs, ys = grid.c + grid.a * (np.arange(width) + 0.5), grid.f + grid.e * (np.arange(height) + 0.5)
    geographic = arrays.units == "degree"
    names = ("longitude", "latitude") if geographic else ("projection_x_coordinate", "projection_y_coordinate")
    return {
        axis: ((axis,), values, {"standard_name": name, "units": arrays.units})
        for axis, values, name in (("y", ys, names[1]), ("x", xs, names[0]))
    }


def _spatial_ref(arrays: ChangeArrays) -> dict[str, str]:
    """CRS and transform as GDAL and rioxarray look for them in a grid mapping of the CF conventions."""
    transform = {"GeoTransform": " ".join(map(repr, arrays.transform.to_gdal()))}
    if arrays.crs is None:
        return transform
    wkt = CRS.from_user_input(arrays.crs).to_wkt()
    return transform | {"crs_wkt": wkt, "spatial_ref": wkt}
