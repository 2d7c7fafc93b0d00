"""Land cover from class maps given as the two images of a pair: their values become codes of one legend.

Implements `tools.landcover.land_cover.CoverMaps`; `tools.pairs.class_maps` decides whether two images are class maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from mci_model.prediction import Window
from tools.errors import LegendError
from tools.landcover.land_cover import Codes, Legend
from tools.landcover.legends import coding_of, numbered, recognised
from tools.landcover.published_legends import PUBLISHED, Coding
from tools.notices import notice, term
from tools.number_format import plural
from tools.pairs.areas import AreaOfInterest
from tools.pairs.class_maps import MAX_VALUES, class_reader, colours_of, numbers_in, occurring, whole_numbers
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.opener import RasterSource
from tools.types import DATES, Date

MAX_LISTED_VALUES = 8
NUMBERS_ALONE = notice(
    "numbers-alone",
    "Nothing tells what the numbers of the class maps mean, so classes are named by their numbers; say it with "
    "--legend, one of {legends}, or a JSON or CSV file of values and names.",
    legends=", ".join(PUBLISHED),
)
ZERO = notice(
    "zero-as-class", "0 is counted as a class; where it stands for no data, declare it: gdal_edit.py -a_nodata 0."
)


@dataclass(frozen=True)
class ClassRasters:
    """Class maps of both dates."""

    pair: ImagePair
    coding: Coding
    method: str
    warnings: tuple[str, ...]
    area: AreaOfInterest | None = None
    """Area of interest; None: the whole pair."""

    @property
    def legend(self) -> Legend:
        """The classes of the codes."""
        return self.coding.legend

    def read(self, dates: Sequence[Date]) -> Iterator[tuple[Window, tuple[Codes, ...]]]:
        """Windows that cover the pair's grid, with the codes of each of `dates`.

        Raises:
            RasterError: a file is damaged.
        """
        with ExitStack() as stack:
            readers = [stack.enter_context(class_reader(self.pair, date)) for date in dates]
            for window in blocks(self.pair.size, READ_BLOCK):
                yield window, tuple(self._codes(reader, window) for reader in readers)

    def _codes(self, reader: GridReader, window: Window) -> Codes:
        pixels, valid = numbers_in(reader, window)
        if self.area is not None:
            valid = valid & self.area.inside(window)
        values = np.array(sorted(self.coding.values), np.int64)
        codes = np.array([self.coding.values[value] for value in values.tolist()], np.uint8)
        places = np.searchsorted(values, pixels).clip(max=len(values) - 1)
        return np.where(valid & (values[places] == pixels), codes[places], 0).astype(np.uint8)


def class_rasters(pair: ImagePair, legend: str | None, area: AreaOfInterest | None = None) -> ClassRasters:
    """The two images of a pair as class maps.

    Args:
        pair: both images hold one band of integers.
        legend: as `tools.landcover.legends.coding_of` reads it; None: recognised from the files, or classes
            are named by number.
        area: area of interest; None: the whole pair.

    Raises:
        LegendError: the images are not class maps, the legend is unknown, or lacks values of the files.
        RasterError: a file is damaged.
    """
    for source in pair.sources:
        _check(source)
    values = [occurring(pair, date) for date in DATES]
    coding, recognised_by, warnings = _coding(pair, legend, values)
    method = (
        "classes of the files, of the nearest pixel where their grids differ, by the legend "
        f"{coding.legend.name} ({recognised_by}); {coding.legend.source}"
    )
    return ClassRasters(pair, coding, method, (*warnings, *_cautions(pair, coding)), area)


def _cautions(pair: ImagePair, coding: Coding) -> Iterator[str]:
    if coding.caution:
        yield coding.caution
    for source in pair.sources:
        if source.nodata is not None and source.nodata in coding.values:
            yield notice(
                "class-as-no-data",
                "{name} declares {value:g} as no data, which stands for {cover}; none is known there.",
                name=source.name,
                value=source.nodata,
                cover=term("cover", coding.legend.classes[coding.values[int(source.nodata)] - 1].name),
            )


def _check(source: RasterSource) -> None:
    if not whole_numbers(source):
        raise LegendError(
            notice(
                "no-class-map",
                "{name} is no class map: it holds {bands} of {dtype}; give files with one band of whole numbers, each "
                "of which stands for a class.",
                name=source.name,
                bands=notice(
                    "number-of-bands", "{count} {noun}", count=source.bands, noun=plural("band", source.bands)
                ),
                dtype=source.dtype,
            )
        )


def _no_map(source: RasterSource) -> str:
    return notice(
        "no-map",
        "{name} holds more than {most} different values, as pictures do; give maps of classes, or tell with --legend "
        "which value is which class.",
        name=source.name,
        most=MAX_VALUES,
    )


def _coding(pair: ImagePair, legend: str | None, values: Sequence[frozenset[int]]) -> tuple[Coding, str, list[str]]:
    """The legend, how it was recognised, and warnings."""
    occurring_values = values[0] | values[1]
    if legend is not None:
        coding = coding_of(legend)
        _check_values(pair, coding, values)
        return coding, "a person said so", []
    for source, present in zip(pair.sources, values, strict=True):
        if len(present) > MAX_VALUES:
            raise LegendError(_no_map(source))
    colours = colours_of(pair, occurring_values)
    match = recognised(occurring_values, colours, [source.name for source in pair.sources])
    if match is not None:
        return match[0], f"recognised by {match[1]}", []
    zero = [ZERO] if 0 in occurring_values else []
    return numbered(occurring_values, colours), "nothing tells its names", [NUMBERS_ALONE, *zero]


def _check_values(pair: ImagePair, coding: Coding, values: Sequence[frozenset[int]]) -> None:
    for source, present in zip(pair.sources, values, strict=True):
        undefined = sorted(value for value in present if not coding.covers([value]))
        if undefined:
            listed = ", ".join(map(str, undefined[:MAX_LISTED_VALUES])) + (
                ", ..." if len(undefined) > MAX_LISTED_VALUES else ""
            )
            raise LegendError(
                notice(
                    "values-without-names",
                    "{name} holds values that the legend {legend} does not have: {listed}. Name the right one with "
                    "--legend, or give it a JSON or CSV file with a name for each value.",
                    name=source.name,
                    legend=coding.legend.name,
                    listed=listed,
                )
            )
