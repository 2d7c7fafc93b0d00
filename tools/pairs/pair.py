"""Two dates of one place made comparable: one grid, one valid mask, 8-bit colour, read in windows. Knows no network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.checksum import file_sha256
from mci_model.prediction import Window
from tools.errors import PairError, RasterError
from tools.pairs.common_grid import PairGrid, common_grid, on_one_side
from tools.pairs.grid_reader import GridReader, Values
from tools.pairs.radiometry import Stretch, common_stretch, stretch_notes, undeclared_fill
from tools.pairs.registration import MAX_CORRECTED, Shift, estimate_shift
from tools.pairs.resampling import resampled
from tools.rasters.blocks import blocks
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource, open_source, palette_of_colours
from tools.types import Pixels

SKETCH_SIDE = 1024
"""Pixels a side of the sketch from which values are judged; smaller images are their own sketch."""
REGISTERED_SIDE, REGISTERED_PARTS = 512, 3
"""Parts of the scene, along each side, on which the shift between the dates is estimated."""
MAX_CLASSES = 64
"""Different numbers of a palette up to which they are taken for classes."""


@dataclass(frozen=True)
class PairPart:
    """A window of both dates."""

    before: Pixels
    """(H, W, 3) RGB 0-255."""
    after: Pixels
    valid: npt.NDArray[np.bool_]
    """(H, W): true where both dates hold data."""


@dataclass(frozen=True)
class ImagePair:
    """Two images of one place on one grid. Pixels stay in the files until they are asked for."""

    id: str
    sources: tuple[RasterSource, RasterSource]
    """The files, before and after."""
    grid: PairGrid
    stretch: Stretch
    corrected: tuple[float, float] | None
    """Columns and rows by which the second date is moved back; None where it is left as it lies."""
    notes: tuple[str, ...] = ()
    """What was done to make them comparable, and what to beware of."""

    def __getstate__(self) -> dict[str, object]:
        """What other processes get: the fields, and none of the pixels that have been read."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.grid.size

    @property
    def georeference(self) -> Georeference | None:
        """Where the grid lies."""
        return self.grid.georeference

    @property
    def coarsest_m(self) -> float | None:
        """Ground size of a pixel of the coarser image as its file has it, metres; None where no place is told."""
        told = [source.georeference for source in self.sources]
        return max((grid.resolution_m for grid in told if grid is not None), default=None)

    @contextmanager
    def reading(self) -> Iterator[PairReader]:
        """Both files, open; one reader a thread."""
        first = GridReader(self.sources[0], self.grid, self.grid.first)
        second = GridReader(self.sources[1], self.grid, self.grid.second)
        with first, second:
            yield PairReader(self, first, second)

    @cached_property
    def whole(self) -> PairPart:
        """All of both dates at once."""
        with self.reading() as reader:
            return reader.read(Window(0, 0, *self.size))

    @property
    def before(self) -> Pixels:
        """(H, W, 3) RGB of the whole earlier date."""
        return self.whole.before

    @property
    def after(self) -> Pixels:
        """(H, W, 3) RGB of the whole later date."""
        return self.whole.after

    @property
    def valid(self) -> npt.NDArray[np.bool_]:
        """(H, W) where both dates hold data."""
        return self.whole.valid

    @cached_property
    def fingerprints(self) -> tuple[str, str]:
        """SHA-256 of both files.

        Raises:
            RasterError: a file was removed or replaced since the pair was opened.
        """
        return _checksum(self.sources[0]), _checksum(self.sources[1])

    @cached_property
    def shift(self) -> Shift | None:
        """How far the dates lie apart, as they are read; None where there is too little to tell."""
        with self.reading() as reader:
            parts = (reader.read(window) for window in _spread(self.size))
            return estimate_shift((part.before, part.after, part.valid) for part in parts)


class PairReader:
    """Windows of an open pair."""

    def __init__(self, pair: ImagePair, first: GridReader, second: GridReader) -> None:
        self.pair, self._first, self._second = pair, first, second

    def read(self, window: Window) -> PairPart:
        """Both dates in a window of the grid.

        Raises:
            RasterError: a file is damaged there.
        """
        stretch = self.pair.stretch
        earlier = self._first.read(window)
        before = stretch.to_rgb(earlier)
        if self.pair.corrected is None:
            later = self._second.read(window)
            after, seen = stretch.to_rgb(later), later.valid
        else:
            after, seen = self._moved(window, *self.pair.corrected)
        valid = earlier.valid & seen
        return PairPart(before, after, valid)

    def sketches(self, most: int = SKETCH_SIDE) -> tuple[Values, Values]:
        """Both dates with at most `most` pixels a side."""
        return self._first.sketch(most), self._second.sketch(most)

    def _moved(self, window: Window, columns: float, rows: float) -> tuple[Pixels, npt.NDArray[np.bool_]]:
        """The later date in a window, moved back by a shift."""
        rim = int(np.ceil(max(abs(columns), abs(rows)))) + 1
        height, width = self.pair.size
        top, left = max(0, window.top - rim), max(0, window.left - rim)
        bottom = min(height, window.top + window.height + rim)
        right = min(width, window.left + window.width + rim)
        values = self._second.read(Window(top, left, bottom - top, right - left))
        matrix = np.array([[1, 0, columns + window.left - left], [0, 1, rows + window.top - top]], np.float32)
        size, inverse = (window.width, window.height), cv2.WARP_INVERSE_MAP
        picture = cv2.warpAffine(self.pair.stretch.to_rgb(values), matrix, size, flags=cv2.INTER_LINEAR | inverse)
        known = cv2.warpAffine(values.valid.astype(np.uint8) * 255, matrix, size, flags=cv2.INTER_LINEAR | inverse)
        return np.asarray(picture, np.uint8), np.asarray(known == 255, bool)


def open_pair(
    before: Path, after: Path, *, name: str | None = None, align: bool = False, resample: float | None = None
) -> ImagePair:
    """Open two files as a pair; only headers and a sketch are read.

    Args:
        before: the earlier date.
        after: the later date; it is brought onto the grid of the earlier one where they differ.
        name: what to call the pair.
        align: move the later date back where it surely lies up to three pixels off.
        resample: bring both dates to pixels of so many metres a side.

    Raises:
        RasterError: one of the files cannot be used.
        PairError: they do not overlap, nothing tells how they would, or they share no valid pixel.
    """
    first, second = on_one_side(open_source(before), open_source(after))
    grid = common_grid(first, second)
    if resample is not None:
        grid = resampled(grid, resample)
    draft = ImagePair(name or before.stem, (first, second), grid, Stretch("8-bit colour", 0, 255), None)
    with draft.reading() as reader:
        sketches = reader.sketches()
    for source, sketch in zip((first, second), sketches, strict=True):
        _check_fill(source, sketch)
        _check_palette(source, sketch)
    stretch = common_stretch(sketches)
    notes = [*first.notes, *second.notes, *grid.notes, *_date_notes(first, second)]
    notes += stretch_notes(stretch, (first.dtype, second.dtype))
    pair = ImagePair(draft.id, draft.sources, grid, stretch, None, tuple(notes))
    if not (sketches[0].valid & sketches[1].valid).any() and not _any_valid(pair):
        raise PairError("The two images have no valid pixel in common; give images that overlap.")
    return _aligned(pair) if align else pair


def _check_fill(source: RasterSource, sketch: Values) -> None:
    """Refuse a file whose fill value, being undeclared, would count as the darkest ground and spoil the stretch."""
    fill = undeclared_fill(sketch)
    if fill is not None:
        raise RasterError(
            f"Many pixels of {source.name} are {fill:g}, which stands for no data but is not declared; "
            f"declare it: gdal_edit.py -a_nodata {fill:.9g}."
        )


def _check_palette(source: RasterSource, sketch: Values) -> None:
    """Refuse pictures that save colours by number; class maps do so, too, but have few."""
    if source.has_palette and len(np.unique(sketch.pixels[sketch.valid])) > MAX_CLASSES:
        raise palette_of_colours(source.path)


def _aligned(pair: ImagePair) -> ImagePair:
    """The pair with its shift corrected, where it is sure and small enough; its notes say what was done."""
    shift = pair.shift
    if shift is not None and shift.turn:
        return _with(pair, f"The dates seem turned by about {shift.turn:.0f} degrees, so nothing was moved.")
    if shift is None or not shift.sure:
        return _with(pair, "The shift between the dates cannot be told for sure, so nothing was moved.")
    if shift.pixels > MAX_CORRECTED:
        offset = f"The co-registration offset is {shift.pixels:.1f} px"
        return _with(pair, f"{offset}, too large to be corrected here; register the images first.")
    moved = (shift.columns, shift.rows)
    note = f"The second image was moved back by {shift.columns:.2f} columns and {shift.rows:.2f} rows."
    return ImagePair(pair.id, pair.sources, pair.grid, pair.stretch, moved, (*pair.notes, note))


def _with(pair: ImagePair, note: str) -> ImagePair:
    return ImagePair(pair.id, pair.sources, pair.grid, pair.stretch, pair.corrected, (*pair.notes, note))


def _date_notes(first: RasterSource, second: RasterSource) -> list[str]:
    if first.date and second.date and first.date > second.date:
        return [
            f"The first image is dated {first.date}, later than the second ({second.date}): perhaps they are swapped."
        ]
    return []


def _any_valid(pair: ImagePair) -> bool:
    with pair.reading() as reader:
        return any(reader.read(window).valid.any() for window in blocks(pair.size))


def _spread(size: tuple[int, int]) -> Iterator[Window]:
    """Up to three by three windows, evenly spread over the scene."""
    sides = [min(REGISTERED_SIDE, extent) for extent in size]
    starts = [
        sorted({round(place * (extent - side) / (REGISTERED_PARTS - 1)) for place in range(REGISTERED_PARTS)})
        for extent, side in zip(size, sides, strict=True)
    ]
    for top in starts[0]:
        for left in starts[1]:
            yield Window(top, left, sides[0], sides[1])


def _checksum(source: RasterSource) -> str:
    source.check_unchanged()
    return file_sha256(source.path)
