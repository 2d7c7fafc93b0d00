"""Class maps on a pair's grid: their values, and whether a pair's images are class maps at all. Knows no legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rasterio.enums import ColorInterp

from mci_model.prediction import Window
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import ImagePair
from tools.pairs.radiometry import MAX_CLASSES
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.opener import RasterSource
from tools.types import DATES, Colour, Date

Numbers = npt.NDArray[np.int64]
MAX_VALUES = MAX_CLASSES
"""Distinct values above which an image is a photograph, not a class map."""
MAX_COUNTED_VALUES = 4096
"""Distinct values at which counting stops."""
FEW_VALUES = 8
"""So few values that single steps between them say nothing."""
SAMPLE_SIDE, SAMPLES_PER_SIDE = 256, 3
"""Pixels a side of the sample windows, and windows along each side, in which neighbours are compared."""
MIN_EQUAL_SHARE = 0.5
"""Minimum share of neighbours of one class: a class map has patches, a photograph has noise."""
MAX_STEP_SHARE = 0.6
"""Share of the other neighbours that differ by one rank, above which values form a gradient and not a border."""


def is_class_pair(pair: ImagePair) -> bool:
    """Whether both images are class maps, judged by their values.

    A class map holds one band of few integers. With a colour table that is enough; without, its values must form
    patches, and must not change from patch to patch by single steps only, as the greys of a blurred image do.

    Raises:
        RasterError: a file is damaged.
    """
    if not all(whole_numbers(source) for source in pair.sources):
        return False
    samples = [_SampledNumbers(pair, date) for date in DATES]
    if len(np.union1d(samples[0].values, samples[1].values)) == 1:
        return False
    tables = [has_colour_table(source) for source in pair.sources]
    return all(sample.few and (table or sample.in_patches) for sample, table in zip(samples, tables, strict=True))


class _SampledNumbers:
    """Sample windows of one date at full resolution: a sketch may hold values of averaged overviews."""

    def __init__(self, pair: ImagePair, date: Date) -> None:
        with class_reader(pair, date) as reader:
            self._parts = [numbers_in(reader, window) for window in _sample_windows(pair.size)]
        self.values = np.unique(np.concatenate([pixels[valid] for pixels, valid in self._parts]))

    @property
    def few(self) -> bool:
        """Whether there are values, and few enough for classes."""
        return 0 < len(self.values) <= MAX_VALUES

    @property
    def in_patches(self) -> bool:
        """Whether most neighbours are equal, and the others are not just one rank apart."""
        ranks = [np.where(valid, np.searchsorted(self.values, pixels), -1) for pixels, valid in self._parts]
        steps = np.concatenate([_rank_steps(one.astype(np.int64)) for one in ranks])
        if not steps.size or (steps == 0).mean() < MIN_EQUAL_SHARE:
            return False
        borders = steps[steps > 0]
        return len(self.values) <= FEW_VALUES or not borders.size or bool((borders == 1).mean() <= MAX_STEP_SHARE)


def _rank_steps(ranks: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Absolute rank differences of horizontal and vertical neighbours; rank -1 is left out."""
    pairs = (ranks[:, 1:], ranks[:, :-1]), (ranks[1:], ranks[:-1])
    return np.concatenate([np.abs(one - other)[(one >= 0) & (other >= 0)] for one, other in pairs])


def _sample_windows(size: tuple[int, int]) -> Iterator[Window]:
    sides = [min(SAMPLE_SIDE, extent) for extent in size]
    starts = [
        np.unique(np.linspace(0, extent - side, SAMPLES_PER_SIDE).round().astype(int)).tolist()
        for extent, side in zip(size, sides, strict=True)
    ]
    for top in starts[0]:
        for left in starts[1]:
            yield Window(top, left, sides[0], sides[1])


def occurring(pair: ImagePair, date: Date) -> frozenset[int]:
    """All distinct values of a date; reading ends at `MAX_COUNTED_VALUES`."""
    values: set[int] = set()
    with class_reader(pair, date) as reader:
        for window in blocks(pair.size, READ_BLOCK):
            pixels, valid = numbers_in(reader, window)
            values.update(np.unique(pixels[valid]).tolist())
            if len(values) >= MAX_COUNTED_VALUES:
                break
    return frozenset(values)


def whole_numbers(source: RasterSource) -> bool:
    """Whether a file holds one band of integers, and its name does not tell that they are elevations or the like."""
    return source.bands == 1 and np.dtype(source.dtype).kind in "ui" and source.content is None


def class_reader(pair: ImagePair, date: Date) -> GridReader:
    """A reader of a date's values on the pair's grid, resampled to the nearest."""
    later = date == "after"
    source = replace(pair.sources[later], colours=(1,))
    return GridReader(source, pair.grid, pair.grid.second if later else pair.grid.first, of_classes=True)


def numbers_in(reader: GridReader, window: Window) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """(h, w) values in a window, and where they are valid.

    Raises:
        RasterError: the file is damaged there.
    """
    values = reader.read(window)
    return values.pixels[..., 0].astype(np.int64), values.valid


def has_colour_table(source: RasterSource) -> bool:
    """Whether a file has a colour table."""
    with source.reading() as file:
        return bool(file.colorinterp[0] == ColorInterp.palette)


def colours_of(pair: ImagePair, values: frozenset[int]) -> dict[int, Colour]:
    """Colours of values in the files' colour tables, where both agree."""
    first, second = (_colour_table(source) for source in pair.sources)
    return {value: first[value] for value in values if value in first and first[value] == second.get(value)}


def _colour_table(source: RasterSource) -> dict[int, Colour]:
    with source.reading() as file:
        try:
            table = file.colormap(1) if file.colorinterp[0] == ColorInterp.palette else {}
        except ValueError:  # the file says that it has a table, and has none
            table = {}
    return {value: (red, green, blue) for value, (red, green, blue, *_) in table.items()}
