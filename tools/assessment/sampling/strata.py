"""A map as strata: how many pixels and how much ground each of its classes covers, and the class of each pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.assessment.sampling.map_classes import Names, class_names
from tools.errors import AssessmentError
from tools.pairs.class_maps import whole_numbers
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.gdal_errors import READ_ERRORS, damaged
from tools.rasters.opener import RasterSource, open_source

MOST_VALUES, MOST_STRATA = 20_000, 64
"""Different values of a map, and classes, above which it is none of classes."""
NO_CLASS = -1


@dataclass(frozen=True, slots=True)
class Stratum:
    """One class of the map."""

    name: str
    values: tuple[int, ...]
    """In the file."""
    pixels: int
    area_m2: float | None
    """None without georeference."""


@dataclass(frozen=True)
class StratifiedMap:
    """A map and its classes."""

    source: RasterSource
    strata: tuple[Stratum, ...]
    """The largest first; those that the map declares and does not show have no pixel."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the classes."""
        return tuple(stratum.name for stratum in self.strata)

    @property
    def pixels(self) -> int:
        """Of all classes."""
        return sum(stratum.pixels for stratum in self.strata)

    @property
    def weights(self) -> tuple[float, ...]:
        """Share of each class of the mapped ground; of the pixels where areas are not known."""
        sizes = [stratum.pixels if stratum.area_m2 is None else stratum.area_m2 for stratum in self.strata]
        return tuple(size / sum(sizes) for size in sizes)

    @property
    def size_spread(self) -> float:
        """By how much the largest pixel exceeds the smallest in ground size, as a share; 0 without georeference."""
        grid = self.source.georeference
        if grid is None:
            return 0.0
        rows = np.array([0, grid.height // 2, grid.height - 1])
        areas = grid.areas_at(rows, np.full(3, grid.width // 2))
        return float(areas.max() / areas.min()) - 1

    def read(self) -> Iterator[tuple[Window, npt.NDArray[np.int64]]]:
        """Windows that cover the map, row by row, with the number of each pixel's stratum; `NO_CLASS` where none.

        Raises:
            RasterError: the file is damaged.
        """
        values = np.array([value for stratum in self.strata for value in stratum.values], np.int64)
        numbers = np.repeat(np.arange(len(self.strata)), [len(stratum.values) for stratum in self.strata])
        order = np.argsort(values)
        values, numbers = values[order], numbers[order]
        for window, pixels, valid in _windows(self.source):
            places = np.searchsorted(values, pixels).clip(max=len(values) - 1)
            yield window, np.where(valid & (values[places] == pixels), numbers[places], NO_CLASS)


def stratified(path: Path, legend: str | None = None) -> StratifiedMap:
    """The classes of a map file, each with its pixels and area; the file is read once.

    Args:
        path: GeoTIFF (or PNG) with one band of whole numbers.
        legend: as `tools.assessment.sampling.map_classes.class_names` takes it.

    Raises:
        RasterError: the file cannot be used.
        LegendError: there is no such legend.
        AssessmentError: it is no map of two classes or more.
    """
    source = open_source(path)
    if not whole_numbers(source):
        raise AssessmentError(
            f"{source.name} is no map of classes: it holds {source.bands} band(s) of {source.dtype}; "
            "give a map with one band of whole numbers, each of which stands for a class."
        )
    tally = _tally(source)
    names = class_names(source, frozenset(tally), legend)
    strata = _strata(source, tally, names)
    shown = sum(stratum.pixels > 0 for stratum in strata)
    if shown < 2:
        raise AssessmentError(
            f"{source.name} holds {shown} class(es); a sample is drawn by class, so give a map with two or more."
        )
    if len(strata) > MOST_STRATA:
        raise AssessmentError(
            f"{source.name} holds {len(strata)} classes, more than the {MOST_STRATA} a sample can be drawn by; merge "
            "classes with a legend that gives several values one name."
        )
    return StratifiedMap(source, strata)


def _tally(source: RasterSource) -> dict[int, tuple[int, float]]:
    """Pixels and square metres (0 without georeference) of each value."""
    tally: dict[int, tuple[int, float]] = {}
    for window, pixels, valid in _windows(source):
        values, places = np.unique(pixels[valid], return_inverse=True)
        counts = np.bincount(places, minlength=len(values))
        grid = source.georeference
        ground = None if grid is None else grid.part(*window).pixel_areas[valid]
        areas = np.zeros(len(values)) if ground is None else np.bincount(places, ground, len(values))
        for value, count, area in zip(values.tolist(), counts.tolist(), areas.tolist(), strict=True):
            known = tally.get(value, (0, 0.0))
            tally[value] = known[0] + count, known[1] + area
        if len(tally) > MOST_VALUES:
            raise AssessmentError(f"{source.name} holds more than {MOST_VALUES:,} values; give a map of classes.")
    return tally


def _strata(source: RasterSource, tally: dict[int, tuple[int, float]], names: Names) -> tuple[Stratum, ...]:
    """Values of one name are one class."""
    found: dict[str, list[int]] = {}
    for value, name in sorted(names.items()):
        if name is not None:
            found.setdefault(name, []).append(value)
    nothing = (0, 0.0)
    strata = [
        Stratum(
            name,
            tuple(values),
            sum(tally.get(value, nothing)[0] for value in values),
            None if source.georeference is None else sum(tally.get(value, nothing)[1] for value in values),
        )
        for name, values in found.items()
    ]
    return tuple(sorted(strata, key=lambda stratum: -stratum.pixels))


def _windows(source: RasterSource) -> Iterator[tuple[Window, npt.NDArray[np.int64], npt.NDArray[np.bool_]]]:
    """Windows with their values, and where these are data."""
    with source.reading() as file:
        for window in blocks(source.size, READ_BLOCK):
            place = FileWindow(window.left, window.top, window.width, window.height)
            try:
                pixels, mask = file.read(1, window=place), file.read_masks(1, window=place)
            except READ_ERRORS as error:
                raise damaged(source.path) from error
            yield window, pixels.astype(np.int64), mask > 0
