"""Map tiles of a pair: both dates, each class of change, and pixels without data.

Tiles follow the web map scheme (zoom, column, row; 256 px). rio-tiler reads them; they are cut here, since its own
cropping at the edges of an image needs a driver (VRT) that is disabled.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import ColorInterp
from rasterio.windows import Window as FileWindow
from rio_tiler.reader import read

from tools.change.change_map import ANY_ID, CLASS_IDS, ChangedObject, ChangeMap, ObjectClass
from tools.errors import UnknownLayerError
from tools.measurements.cover_maps import UNCHANGED
from tools.outputs.artefacts import Artefact
from tools.outputs.overlay import OTHER, PALETTE, UNKNOWN
from tools.pairs.pair import ImagePair
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.tiles.coarse_views import is_large, write_coarse
from tools.tiles.view_files import view_path, write_cover_view, write_index_view, write_numbers, write_view
from tools.tiles.view_grid import TILE, ViewGrid, view_grid
from tools.types import Date
from tools.workspace.workspace import Workspace

Layer = Literal["before", "after", "building", "road", "any", "unknown"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
MAX_ZOOMED = 4
"""Zoom levels beyond the images' own pixels that are still drawn."""
NO_CLASS = 255
SHADES = ((118, 42, 131), (247, 247, 247), (27, 120, 55))
"""Below 0, 0, above: PRGn of ColorBrewer, distinguishable with any kind of colour vision."""


class MapLayers:
    """Layers of one pair; several threads may ask for tiles."""

    def __init__(
        self,
        workspace: Workspace,
        pair: ImagePair,
        room: Callable[[], int] | None = None,
        *,
        coarse_first: bool = False,
    ) -> None:
        """Show a pair.

        Args:
            workspace: that it is open in.
            pair: the pair.
            room: bytes that files for the map may still take; None: as many as the disk has.
            coarse_first: show a large pair coarsely until another process has written its view files.
        """
        self.coarse_first = coarse_first and is_large(pair)
        self.workspace, self.pair, self._room = workspace, pair, room
        self._writing: dict[str, threading.Lock] = {
            name: threading.Lock() for name in ("before", "after", "coarse", "numbers", "index")
        }

    @cached_property
    def grid(self) -> ViewGrid:
        """Grid and zoom levels of the map."""
        return view_grid(self.pair)

    def tile(self, layer: Layer, zoom: int, column: int, row: int) -> bytes | None:
        """A tile as PNG with transparency; None where the pair shows nothing.

        Raises:
            UnknownLayerError: there is no such layer.
            RasterError: an image is damaged.
            RoomError: the files for the map would take more room than there is.
        """
        if layer not in LAYERS:
            raise UnknownLayerError(f"There is no layer {layer!r}; choose from {', '.join(LAYERS)}.")
        if not 0 <= zoom <= self.grid.zoom + MAX_ZOOMED:
            return None
        # Long images have more tiles than a world map; a tile never shows less than a pixel.
        tile_count = 2**zoom if self.grid.placed else max(self.grid.width, self.grid.height)
        if not (0 <= column < tile_count and 0 <= row < tile_count):
            return None
        if layer == "before" or layer == "after":
            return _rendered(self._read(self._view(layer), (zoom, column, row), 4, "bilinear"))
        shown = self._change_map.other if layer == "any" else self._change_map
        if shown is None:
            return None
        numbers = self._read(self._numbers(shown), (zoom, column, row), 1, "nearest")
        return None if numbers is None else _rendered(_painted(shown, layer, numbers[0].astype(np.uint32)))

    @property
    def measured(self) -> tuple[Artefact, ...]:
        """Map files of computed indices, land cover and change by radar."""
        kinds = ("index", "cover", "radar_classes")
        return tuple(one for one in self.workspace.artefacts.of(self.pair.id) if one.kind in kinds)

    @property
    def files(self) -> tuple[Artefact, ...]:
        """All files of measurements, with tables and pictures, for download."""
        kinds = ("index", "cover", "cover_table", "flow", "radar", "radar_classes", "radar_picture")
        return tuple(one for one in self.workspace.artefacts.of(self.pair.id) if one.kind in kinds)

    def measured_tile(self, name: str, zoom: int, column: int, row: int) -> bytes | None:
        """A tile of a measurement, as `tile`; `name` is that of its map file without the suffix.

        Raises:
            UnknownLayerError: there is no measurement of that name.
        """
        artefact = next((one for one in self.measured if one.path.stem == name), None)
        if artefact is None:
            raise UnknownLayerError(f"There is no layer {name!r} here.")
        if not 0 <= zoom <= self.grid.zoom + MAX_ZOOMED:
            return None
        write_view_of = write_index_view if artefact.kind == "index" else write_cover_view
        with self._writing["index"]:
            path = write_view_of(artefact.path, self.pair.size, self.pair.georeference, self.grid)
        values = self._read(path, (zoom, column, row), 1, "nearest")
        if values is None:
            return None
        if artefact.kind == "index":
            return _rendered(_shaded(values[0].astype(np.float32), index_reach(name)))
        return _rendered(_tabled(values[0], _colour_table(path)))

    def at(self, x: float, y: float) -> ChangedObject | None:
        """The changed object at a position: longitude and latitude, or column and row; None where none counts."""
        column, row = self.grid.pixel(x, y)
        if not (0 <= column < self.grid.width and 0 <= row < self.grid.height):  # also false for NaN
            return None
        with without_gdal_warnings(), rasterio.open(self._numbers(self._change_map), driver="GTiff") as file:
            number = int(file.read(1, window=FileWindow(int(column), int(row), 1, 1))[0, 0])
        return next((obj for obj in self._change_map.objects if obj.id == number), None)

    @property
    def _change_map(self) -> ChangeMap:
        return self.workspace.told_change(self.pair)

    @property
    def folder(self) -> Path:
        """Where the files for the map lie."""
        return self.workspace.folder / f"pair{self.pair.id}"

    def is_fine(self, date: Date) -> bool:
        """Whether tiles of a date are as sharp as the image."""
        return not self.coarse_first or view_path(self.folder, date).exists()

    def _view(self, date: Date) -> Path:
        if not self.is_fine(date):
            with self._writing["coarse"]:
                return write_coarse(self.folder, self.pair, date, self.grid)
        with self._writing[date]:
            room = None if self._room is None else self._room()
            return write_view(self.folder, self.pair, date, self.grid, room)

    def _numbers(self, shown: ChangeMap) -> Path:
        with self._writing["numbers"]:
            return write_numbers(shown, self.grid)

    def _read(
        self, path: Path, tile: tuple[int, int, int], bands: int, how: Literal["bilinear", "nearest"]
    ) -> npt.NDArray[np.generic] | None:
        """(bands, 256, 256) of a file, zeros (NaN for floats) beyond it; with four bands the last one is opacity."""
        left, top, right, bottom = self.grid.tile(*tile)
        step = (right - left) / TILE
        columns, rows = _overlap(left, right, self.grid.width, step), _overlap(top, bottom, self.grid.height, step)
        if columns is None or rows is None:
            return None
        (first, width), (above, height) = columns, rows
        window = FileWindow(left + first * step, top + above * step, width * step, height * step)
        with without_gdal_warnings(), rasterio.open(path, driver="GTiff") as file:
            inside = _scaled(_within(window, self.grid), file.width / self.grid.width, file.height / self.grid.height)
            image = read(file, window=inside, height=height, width=width, resampling_method=how)
        beyond = np.nan if image.array.dtype.kind == "f" else 0
        whole = np.full((bands, TILE, TILE), beyond, image.array.dtype)
        place = np.s_[above : above + height, first : first + width]
        whole[: image.count, *place] = image.array.data
        if bands == 4:
            whole[3, *place] = image.mask
        return whole


def _overlap(low: float, high: float, extent: int, step: float) -> tuple[int, int] | None:
    """First pixel and pixels of a tile that lie over an image, along one side; None where none does."""
    first, last = round((max(low, 0.0) - low) / step), round((min(high, float(extent)) - low) / step)
    return (first, last - first) if last > first else None


def _within(window: FileWindow, grid: ViewGrid) -> FileWindow:
    """The window without the part of a pixel by which rounding may extend it beyond the image."""
    left, top = max(0.0, window.col_off), max(0.0, window.row_off)
    right, bottom = min(grid.width, window.col_off + window.width), min(grid.height, window.row_off + window.height)
    return FileWindow(left, top, right - left, bottom - top)


def _scaled(window: FileWindow, across: float, down: float) -> FileWindow:
    """A window of the grid in pixels of a coarser file; both factors are 1 for a file on the grid itself."""
    return FileWindow(window.col_off * across, window.row_off * down, window.width * across, window.height * down)


def _painted(
    change_map: ChangeMap, layer: ObjectClass | Literal["unknown"], numbers: npt.NDArray[np.uint32]
) -> npt.NDArray[np.uint8]:
    """(4, h, w): a class in its colour, transparent elsewhere."""
    classes = change_map.to_classes(numbers)
    paints = {name: (CLASS_IDS[name], PALETTE[name]) for name in CLASS_IDS}
    class_id, colour = (paints | {"any": (ANY_ID, OTHER), "unknown": (NO_CLASS, UNKNOWN)})[layer]
    painted = np.zeros((4, *classes.shape), np.uint8)
    painted[:, classes == class_id] = np.array([*colour, 255], np.uint8)[:, None]
    return painted


def index_reach(name: str) -> float:
    """The value with full colour: half the range of an index for a change, the whole range for a date."""
    return 0.5 if name.endswith("-change") else 1.0


def _shaded(values: npt.NDArray[np.float32], reach: float) -> npt.NDArray[np.uint8]:
    """(4, h, w): purple below 0, green above, white between; transparent without data."""
    known = np.isfinite(values)
    places = np.nan_to_num(np.clip(values / reach, -1, 1))
    stops = [np.interp(places, (-1, 0, 1), channel) for channel in zip(*SHADES, strict=True)]
    return np.stack([*stops, np.where(known, 255, 0)]).round().astype(np.uint8)


def _colour_table(path: Path) -> dict[int, tuple[int, int, int, int]]:
    """RGBA colours by value; empty where the file has no colour table."""
    with without_gdal_warnings(), rasterio.open(path, driver="GTiff") as file:
        return dict(file.colormap(1)) if file.colorinterp[0] == ColorInterp.palette else {}


def _tabled(numbers: npt.NDArray[np.generic], colours: dict[int, tuple[int, int, int, int]]) -> npt.NDArray[np.uint8]:
    """(4, h, w): each number in its colour; transparent without data or without change of class."""
    table = np.zeros((int(max(colours, default=0)) + 1, 4), np.uint8)
    for number, colour in colours.items():
        table[number] = (0, 0, 0, 0) if colour[:3] == UNCHANGED else colour
    table[0] = 0
    painted: npt.NDArray[np.uint8] = table[np.minimum(numbers.astype(np.int64), len(table) - 1)]
    return painted.transpose(2, 0, 1)


def _rendered(pixels: npt.NDArray[np.generic] | None) -> bytes | None:
    """PNG of (4, h, w); by OpenCV, since GDAL warns of missing georeferences and filters are not per thread."""
    if pixels is None:
        return None
    red, green, blue, opacity = pixels.astype(np.uint8)
    encoded_ok, encoded = cv2.imencode(".png", np.dstack([blue, green, red, opacity]), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    assert encoded_ok, "PNG takes every 8-bit array of four channels"
    return encoded.tobytes()
