"""The numbers of class maps on a pair's grid, and whether a pair's numbers are those of class maps. Knows no legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rasterio.enums import ColorInterp

from mci_model.prediction import Window
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import MAX_CLASSES, ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.opener import RasterSource
from tools.types import DATES, Colour, Date

Numbers = npt.NDArray[np.int64]
MAX_VALUES = MAX_CLASSES
"""Different values above which numbers are a picture's, not a class map's."""
TOO_MANY = 4096
"""Different values at which there is no need to look for more."""
FEW_VALUES = 8
"""So few that single steps between them tell nothing."""
LOOKED_AT, LOOKS = 256, 3
"""Pixels a side of the parts, and parts along each side, in which neighbours are compared."""
ALIKE = 0.5
"""Share of neighbours that are of one class, at the least: a map has patches, a photograph has grain."""
SMOOTH = 0.6
"""Share of other neighbours that are one step of grey apart, above which there is a slope and not a border."""


def is_class_pair(pair: ImagePair) -> bool:
    """Whether both images are class maps, as far as numbers tell.

    A class map holds one band of few whole numbers. With a colour table that is enough; without, its numbers lie in
    patches, and from patch to patch they do not only climb by single steps, as greys of a blurred picture do.

    Raises:
        RasterError: a file is damaged.
    """
    if not all(whole_numbers(source) for source in pair.sources):
        return False
    looks = [_Looks(pair, date) for date in DATES]
    if len(np.union1d(looks[0].values, looks[1].values)) == 1:
        return False
    tables = [has_colour_table(source) for source in pair.sources]
    return all(seen.few and (table or seen.in_patches) for seen, table in zip(looks, tables, strict=True))


class _Looks:
    """Parts of one date, spread over the scene, in full detail: a sketch may hold numbers of averaged overviews."""

    def __init__(self, pair: ImagePair, date: Date) -> None:
        with class_reader(pair, date) as reader:
            self._parts = [numbers_in(reader, window) for window in _spread(pair.size)]
        self.values = np.unique(np.concatenate([pixels[valid] for pixels, valid in self._parts]))

    @property
    def few(self) -> bool:
        """Whether there are numbers, and no more than classes."""
        return 0 < len(self.values) <= MAX_VALUES

    @property
    def in_patches(self) -> bool:
        """Whether neighbours are mostly of one class, and others are not just the next shade."""
        ranks = [np.where(valid, np.searchsorted(self.values, pixels), -1) for pixels, valid in self._parts]
        steps = np.concatenate([_steps(one.astype(np.int64)) for one in ranks])
        if not steps.size or (steps == 0).mean() < ALIKE:
            return False
        borders = steps[steps > 0]
        return len(self.values) <= FEW_VALUES or not borders.size or bool((borders == 1).mean() <= SMOOTH)


def _steps(ranks: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Steps of rank between neighbours, side by side and one above the other; -1 has none."""
    pairs = (ranks[:, 1:], ranks[:, :-1]), (ranks[1:], ranks[:-1])
    return np.concatenate([np.abs(one - other)[(one >= 0) & (other >= 0)] for one, other in pairs])


def _spread(size: tuple[int, int]) -> Iterator[Window]:
    sides = [min(LOOKED_AT, extent) for extent in size]
    starts = [
        np.unique(np.linspace(0, extent - side, LOOKS).round().astype(int)).tolist()
        for extent, side in zip(size, sides, strict=True)
    ]
    for top in starts[0]:
        for left in starts[1]:
            yield Window(top, left, sides[0], sides[1])


def occurring(pair: ImagePair, date: Date) -> frozenset[int]:
    """All numbers of a date; reading ends at `TOO_MANY`."""
    found: set[int] = set()
    with class_reader(pair, date) as reader:
        for window in blocks(pair.size, READ_BLOCK):
            pixels, valid = numbers_in(reader, window)
            found.update(np.unique(pixels[valid]).tolist())
            if len(found) >= TOO_MANY:
                break
    return frozenset(found)


def whole_numbers(source: RasterSource) -> bool:
    """Whether a file holds one band of whole numbers."""
    return source.bands == 1 and np.dtype(source.dtype).kind in "ui"


def class_reader(pair: ImagePair, date: Date) -> GridReader:
    """A date's numbers on the pair's grid, none of them averaged."""
    later = date == "after"
    source = replace(pair.sources[later], colours=(1,))
    return GridReader(source, pair.grid, pair.grid.second if later else pair.grid.first, of_classes=True)


def numbers_in(reader: GridReader, window: Window) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """(h, w) numbers in a window, and where there are any.

    Raises:
        RasterError: the file is damaged there.
    """
    values = reader.read(window)
    return values.pixels[..., 0].astype(np.int64), values.valid


def has_colour_table(source: RasterSource) -> bool:
    """Whether a file tells a colour for each number."""
    with source.reading() as file:
        return bool(file.colorinterp[0] == ColorInterp.palette)


def colours_of(pair: ImagePair, values: frozenset[int]) -> dict[int, Colour]:
    """Colours of numbers in the files' colour tables, where both agree."""
    first, second = (_colour_table(source) for source in pair.sources)
    return {value: first[value] for value in values if value in first and first[value] == second.get(value)}


def _colour_table(source: RasterSource) -> dict[int, Colour]:
    with source.reading() as file:
        table = file.colormap(1) if file.colorinterp[0] == ColorInterp.palette else {}
    return {value: (red, green, blue) for value, (red, green, blue, *_) in table.items()}
