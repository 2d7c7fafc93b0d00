"""Two dates of one scene made comparable: one grid, one valid mask, 8-bit colour, read in windows. Knows no network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.checkpoints.checksum import file_sha256
from mci_model.prediction import Window
from tools.errors import PairError, RasterError
from tools.notices import notice
from tools.pairs.common_grid import PairGrid, common_grid, on_one_side
from tools.pairs.grid_reader import GridReader, Values
from tools.pairs.radiometry import (
    MAX_CLASSES,
    Stretch,
    common_stretch,
    other_than_brightness,
    stretch_notes,
    undeclared_fill,
    unsigned_fill,
)
from tools.pairs.registration import Shift, estimate_shift, why_unmoved
from tools.pairs.resampling import resampled
from tools.rasters.blocks import blocks
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource, open_source, palette_of_colours
from tools.sensors.content import MAX_BANDS, Content
from tools.sensors.image_day import DOUBT
from tools.sensors.statement import stated_day
from tools.types import Pixels

SKETCH_SIDE = 1024
"""Pixels a side of the subsampled sketch from which value statistics are taken; smaller images are read whole."""
REGISTERED_SIDE, REGISTERED_PARTS = 512, 3
"""Pixels a side of the windows on which the co-registration offset is estimated, and windows along each side."""
StatedDays = tuple[str | None, str | None]
"""ISO 8601 days of both dates, each None where none is stated."""


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
    """Two images of one scene on one grid. Pixels are read only when needed."""

    id: str
    sources: tuple[RasterSource, RasterSource]
    """The files, before and after."""
    grid: PairGrid
    stretch: Stretch
    corrected: tuple[float, float] | None
    """Columns and rows by which the second date is shifted back; None where it is not corrected."""
    notes: tuple[str, ...] = ()
    """What was done to make them comparable, and warnings."""
    picture_notes: tuple[str, ...] = ()
    """Those of the notes that concern only what is seen on the images as photographs."""

    def __getstate__(self) -> dict[str, object]:
        """The state that is pickled for other processes: the fields, without cached pixels."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.grid.size

    @property
    def georeference(self) -> Georeference | None:
        """The georeference of the grid."""
        return self.grid.georeference

    @property
    def coarsest_m(self) -> float | None:
        """Native ground size of a pixel of the coarser image, metres; None where no image is georeferenced."""
        georeferences = [source.georeference for source in self.sources]
        return max((grid.resolution_m for grid in georeferences if grid is not None), default=None)

    @contextmanager
    def reading(self) -> Iterator[PairReader]:
        """Both files, open; use one reader per thread."""
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
        """The co-registration offset of the dates, as read; None where there is too little to compare."""
        with self.reading() as reader:
            parts = (reader.read(window) for window in _registration_windows(self.size))
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
            after, later_valid = stretch.to_rgb(later), later.valid
        else:
            after, later_valid = self._moved(window, *self.pair.corrected)
        valid = earlier.valid & later_valid
        return PairPart(before, after, valid)

    def sketches(self, max_side: int = SKETCH_SIDE) -> tuple[Values, Values]:
        """Both dates with at most `max_side` pixels a side."""
        return self._first.sketch(max_side), self._second.sketch(max_side)

    def _moved(self, window: Window, columns: float, rows: float) -> tuple[Pixels, npt.NDArray[np.bool_]]:
        """The later date in a window, shifted back by its offset."""
        rim = int(np.ceil(max(abs(columns), abs(rows)))) + 1
        height, width = self.pair.size
        top, left = max(0, window.top - rim), max(0, window.left - rim)
        bottom = min(height, window.top + window.height + rim)
        right = min(width, window.left + window.width + rim)
        values = self._second.read(Window(top, left, bottom - top, right - left))
        matrix = np.array([[1, 0, columns + window.left - left], [0, 1, rows + window.top - top]], np.float32)
        size, inverse = (window.width, window.height), cv2.WARP_INVERSE_MAP
        picture = cv2.warpAffine(self.pair.stretch.to_rgb(values), matrix, size, flags=cv2.INTER_LINEAR | inverse)
        valid = cv2.warpAffine(values.valid.astype(np.uint8) * 255, matrix, size, flags=cv2.INTER_LINEAR | inverse)
        return np.asarray(picture, np.uint8), np.asarray(valid == 255, bool)


def open_pair(
    before: Path,
    after: Path,
    *,
    name: str | None = None,
    align: bool = False,
    resample: float | None = None,
    days: StatedDays = (None, None),
) -> ImagePair:
    """Open two files as a pair; only headers and a sketch are read.

    Args:
        before: the earlier date.
        after: the later date; it is warped onto the grid of the earlier one where they differ.
        name: id of the pair.
        align: shift the later date back where its offset is certain and at most three pixels.
        resample: pixel size, metres, to which both dates are resampled.
        days: when the images were taken, as a person states it.

    Raises:
        StatementError: a stated day is none.
        RasterError: one of the files cannot be used.
        PairError: they do not overlap, lack the georeference to find out, or share no valid pixel.
    """
    opened = [
        _dated(open_source(path), stated_day(option, day))
        for path, option, day in zip((before, after), ("--date-before", "--date-after"), days, strict=True)
    ]
    first, second = on_one_side(*opened)
    grid = common_grid(first, second)
    if resample is not None:
        grid = resampled(grid, resample)
    draft = ImagePair(name or before.stem, (first, second), grid, Stretch("8-bit colour", 0, 255), None)
    with draft.reading() as reader:
        sketches = reader.sketches()
    for source, sketch in zip((first, second), sketches, strict=True):
        _check_fill(source, sketch)
        _check_palette(source, sketch)
    first, second = _filled(first, *sketches), _filled(second, *reversed(sketches))
    first, second = (_with_content(source, sketch) for source, sketch in zip((first, second), sketches, strict=True))
    if (first, second) != draft.sources:
        draft = replace(draft, sources=(first, second))
        with draft.reading() as reader:
            sketches = reader.sketches()
    stretch = common_stretch(sketches)
    seen = [*first.picture_notes, *second.picture_notes, *stretch_notes(stretch, (first.dtype, second.dtype))]
    told = [note for note in (*first.notes, *second.notes) if note not in seen]
    notes = (*_date_notes(first, second), *told, *grid.notes, *seen)
    pair = ImagePair(draft.id, draft.sources, grid, stretch, None, tuple(dict.fromkeys(notes)), tuple(seen))
    if not (sketches[0].valid & sketches[1].valid).any() and not _any_valid(pair):
        raise PairError("The two images have no valid pixel in common; give images that overlap.")
    return _aligned(pair) if align else pair


def _dated(source: RasterSource, day: str | None) -> RasterSource:
    """The source with the day that a person states, which leaves no doubt."""
    if day is None:
        return source
    notes = tuple(note for note in source.notes if DOUBT not in note)
    return replace(source, date=day, date_doubted=False, notes=notes)


def _check_fill(source: RasterSource, sketch: Values) -> None:
    """Refuse a file with an undeclared fill value, which would count as the darkest ground and distort the stretch."""
    fill = undeclared_fill(sketch)
    if fill is not None:
        raise RasterError(
            f"Many pixels of {source.name} are {fill:g}, which stands for no data but is not declared; "
            f"declare it: gdal_edit.py -a_nodata {fill:.9g}."
        )


def _filled(source: RasterSource, sketch: Values, other: Values) -> RasterSource:
    """The source with an undeclared fill value of an unsigned type, which is told in a note."""
    found = None if source.nodata is not None or source.has_palette else unsigned_fill(sketch, other)
    if found is None:
        return source
    fill, share = found
    note = notice(
        "filled",
        "{share:.3g} % of {name} is {fill:g} in all bands, which is taken for no data although the file does not "
        "declare it; if that is wrong, declare the right value: gdal_edit.py -a_nodata VALUE.",
        share=100 * share,
        name=source.name,
        fill=fill,
    )
    return replace(source, fill=fill, notes=(*source.notes, note))


def _with_content(source: RasterSource, sketch: Values) -> RasterSource:
    """The source with what its numbers are, where neither names nor units tell and they are no brightness."""
    if source.content is not None or source.bands > MAX_BANDS:
        return source
    kind = other_than_brightness(sketch)
    return source if kind is None else replace(source, content=Content(kind))


def _check_palette(source: RasterSource, sketch: Values) -> None:
    """Refuse images of palette colours; class maps have a palette, too, but few values."""
    if source.has_palette and len(np.unique(sketch.pixels[sketch.valid])) > MAX_CLASSES:
        raise palette_of_colours(source.path)


def _aligned(pair: ImagePair) -> ImagePair:
    """The pair with its offset corrected, where that is certain and small enough; its notes say what was done."""
    shift = pair.shift
    unmoved = why_unmoved(shift)
    if unmoved is not None:
        return _with(pair, unmoved)
    assert shift is not None
    text = "The second image was moved back by {columns:.2f} columns and {rows:.2f} rows."
    note = notice("moved-back", text, columns=shift.columns, rows=shift.rows)
    return replace(_with(pair, note), corrected=(shift.columns, shift.rows))


def _with(pair: ImagePair, note: str) -> ImagePair:
    return replace(pair, notes=(*pair.notes, note))


def _date_notes(first: RasterSource, second: RasterSource) -> list[str]:
    if first.date and second.date and first.date > second.date:
        text = "The first image is dated {first}, later than the second ({second}): perhaps they are swapped."
        return [notice("dates-swapped", text, first=first.date, second=second.date)]
    return []


def _any_valid(pair: ImagePair) -> bool:
    with pair.reading() as reader:
        return any(reader.read(window).valid.any() for window in blocks(pair.size))


def _registration_windows(size: tuple[int, int]) -> Iterator[Window]:
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
