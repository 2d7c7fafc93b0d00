"""Which value of a map stands for which class: by its own tags, a legend, its dates, or the plain numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import rasterio

from tools.landcover.legends import coding_of, recognised
from tools.landcover.published_legends import Coding
from tools.rasters.opener import RasterSource
from tools.types import Colour

UNKNOWN_NAMES = frozenset({"unknown", "no data", "nodata"})
"""Names of values in a map's tags that are no class."""
NO_CHANGE = "no change"
DATE = "YYYYMMDD"
"""How the legend of a map of dates begins."""
MOST_DECLARED = 24
"""Declared classes above which only those that occur may be labelled."""
BETWEEN_CLASSES = re.compile(r",\s+(?=-?\d+\s)")
CLASS = re.compile(r"\s*(-?\d+)\s+(.+?)\s*")
Names = dict[int, str | None]
"""The class of each value; None where it stands for no class."""


def class_names(source: RasterSource, values: frozenset[int], legend: str | None) -> Names:
    """The class of each value that occurs, and of those that the map or its legend declares beside them.

    What is declared may be labelled although the map shows none of it: a road that the map has missed.

    Args:
        source: the map.
        values: that occur in it.
        legend: as `tools.landcover.legends.coding_of` reads it; None: the map tells, or classes are named by number.

    Raises:
        LegendError: there is no such legend.
    """
    if legend is not None:
        return _coded(values, coding_of(legend))
    with source.reading() as file:
        tags, colours = file.tags(), _colours(file)
    if tags.get("LEGEND", "").startswith(DATE):
        return {value: _year(value) for value in values}
    told = _told(tags.get("CLASSES", ""))
    if told and values <= told.keys():
        return _few(told, values)
    match = recognised(values, colours, [source.name])
    return {value: f"class {value}" for value in values} if match is None else _coded(values, match[0])


def _coded(values: frozenset[int], coding: Coding) -> Names:
    """By a legend; values that it does not know are named by number."""
    names = coding.legend.names
    known: Names = {value: names[code - 1] for value, code in coding.values.items()}
    unknown: Names = dict.fromkeys(coding.unknown)
    return _few({value: f"class {value}" for value in values} | known | unknown, values)


def _few(names: Names, values: frozenset[int]) -> Names:
    """All that are declared, where they are few enough to choose from; else those that occur."""
    if len(set(names.values())) <= MOST_DECLARED:
        return names
    return {value: names[value] for value in values}


def _told(text: str) -> Names:
    """The classes that a map tells, such as "0 unchanged, 1 road, 2 building, 255 no data"."""
    found = [CLASS.fullmatch(part) for part in BETWEEN_CLASSES.split(text)]
    named = [(int(one[1]), one[2]) for one in found if one is not None]
    return {value: None if name.lower() in UNKNOWN_NAMES else name for value, name in named}


def _year(value: int) -> str | None:
    """A class of a map of dates: the year of a change."""
    if value < 0:
        return None
    return NO_CHANGE if value == 0 else f"changed in {value // 10_000}"


def _colours(file: rasterio.DatasetReader) -> Mapping[int, Colour]:
    try:
        table = file.colormap(1)
    except ValueError:  # it has none
        return {}
    return {value: (red, green, blue) for value, (red, green, blue, *_) in table.items()}
