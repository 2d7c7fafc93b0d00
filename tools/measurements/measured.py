"""What was measured on a pair's bands, for its record: numbers by name, methods, warnings; and measuring it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tools.errors import RecordError
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.cover_maps import classify_landcover, find_zones, land_cover_transitions
from tools.measurements.index_maps import compare_index, compute_index
from tools.pairs.pair import ImagePair
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap
from tools.workspace.workspace import Workspace

Measured = IndexMap | IndexChange | LandCover | Transitions
Number = float | int | str | None
NAME = re.compile(r"(?P<index>[a-z0-9_]+)-(?P<what>before|after|change)|zones-(?P<zones>\d+)")
COVER = "landcover"


def measured(workspace: Workspace, pair: ImagePair) -> dict[str, Measured]:
    """Results of a pair by their names, such as "ndvi-change", "landcover-after", "zones-6"."""
    return {name: result for (of, name), result in workspace.measured.items() if of == pair.id}


def numbers(name: str, result: Measured) -> dict[str, Number]:
    """A result as flat numbers."""
    return {f"{name}.{what}": value for what, value in _numbers(result)}


def _numbers(result: Measured) -> Iterator[tuple[str, Number]]:
    yield "unknown.share", result.unknown_share
    if isinstance(result, Transitions):
        yield "changed.pixels", result.changed.pixels
        for part in ("quantity", "exchange", "shift"):
            yield f"{part}.share", getattr(result.components, f"{part}_share")
        for one in result.classes:
            yield f"{one.name}.gain.share", one.gain.share
            yield f"{one.name}.loss.share", one.loss.share
        for cell in result.cells:
            yield f"{cell.before} > {cell.after}.pixels", cell.pixels
            yield f"{cell.before} > {cell.after}.area_m2", cell.area_m2
        return
    if isinstance(result, IndexMap):
        yield from _spread("value", result.values)
    if isinstance(result, IndexChange):
        for what in ("before", "after", "difference"):
            yield from _spread(what, getattr(result, what))
    yield from _classes(result.classes)


def _spread(name: str, spread: Spread) -> Iterator[tuple[str, Number]]:
    yield f"{name}.mean", spread.mean
    yield f"{name}.median", spread.median


def _classes(classes: tuple[ClassArea, ...]) -> Iterator[tuple[str, Number]]:
    for one in classes:
        yield f"{one.name}.pixels", one.pixels
        yield f"{one.name}.area_m2", one.area_m2


def measure_again(workspace: Workspace, pair: ImagePair, name: str) -> Any:
    """The result of a name, worked out if it is not yet.

    Raises:
        RecordError: nothing is measured under this name.
        InputError, ArgumentError: as its tool tells.
    """
    told = NAME.fullmatch(name)
    if told is None:
        raise RecordError(f"The record tells of {name!r}, which this version does not measure; make the run anew.")
    if told["zones"]:
        return find_zones(workspace, pair, int(told["zones"]))
    what: Any = told["what"]
    if told["index"] == COVER:
        change = what == "change"
        return land_cover_transitions(workspace, pair) if change else classify_landcover(workspace, pair, what)
    if what == "change":
        return compare_index(workspace, pair, told["index"])
    return compute_index(workspace, pair, told["index"], what)
