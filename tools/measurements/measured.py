"""Measurements on a pair's bands, for its record: their numbers, and how to compute them again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.cover_maps import classify_landcover, find_zones, land_cover_transitions
from tools.measurements.index_maps import compare_index, compute_index
from tools.measurements.radar_maps import radar_change
from tools.pairs.pair import ImagePair
from tools.radar.radar_change import RadarChange
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap
from tools.workspace.measurements import CoverKey, Measured, MeasurementKey, RadarKey, ZonesKey
from tools.workspace.workspace import Workspace

Number = float | int | str | None


@dataclass(frozen=True, slots=True)
class MeasuredNumber:
    """One number of a result."""

    part: str
    """The subject: a class, a transition, or a distribution of values."""
    quantity: str
    """The unit or statistic: pixels, area_m2, share, mean, median."""
    value: Number


def numbers(result: Measured) -> Iterator[MeasuredNumber]:
    """A result as numbers, in the order of the report."""
    yield MeasuredNumber("unknown", "share", result.unknown_share)
    if isinstance(result, Transitions):
        yield from _of_transitions(result)
        return
    if isinstance(result, RadarChange):
        yield from _of_radar(result)
        return
    if isinstance(result, IndexMap):
        yield from _spread("value", result.values)
    if isinstance(result, IndexChange):
        for what in ("before", "after", "difference"):
            yield from _spread(what, getattr(result, what))
    yield from _classes(result.classes)


def _of_transitions(result: Transitions) -> Iterator[MeasuredNumber]:
    yield MeasuredNumber("changed", "pixels", result.changed.pixels)
    for part in ("quantity", "exchange", "shift"):
        yield MeasuredNumber(part, "share", getattr(result.components, f"{part}_share"))
    for one in result.classes:
        yield MeasuredNumber(f"{one.name}.gain", "share", one.gain.share)
        yield MeasuredNumber(f"{one.name}.loss", "share", one.loss.share)
    for cell in result.cells:
        yield MeasuredNumber(f"{cell.before} > {cell.after}", "pixels", cell.pixels)
        yield MeasuredNumber(f"{cell.before} > {cell.after}", "area_m2", cell.area_m2)


def _of_radar(result: RadarChange) -> Iterator[MeasuredNumber]:
    yield MeasuredNumber("looks", "value", result.looks)
    yield MeasuredNumber("flagged", "share", result.flagged_share)
    water = result.water
    parts = {name: getattr(result, name) for name in ("changed", "brighter", "darker", "mixed")}
    if water is not None:
        parts |= {f"water.{name}": getattr(water, name) for name in ("before", "after", "appeared", "gone", "passed")}
    for name, ground in parts.items():
        yield MeasuredNumber(name, "pixels", ground.pixels)
        yield MeasuredNumber(name, "area_m2", ground.area_m2)


def _spread(part: str, spread: Spread) -> Iterator[MeasuredNumber]:
    yield MeasuredNumber(part, "mean", spread.mean)
    yield MeasuredNumber(part, "median", spread.median)


def _classes(classes: tuple[ClassArea, ...]) -> Iterator[MeasuredNumber]:
    for one in classes:
        yield MeasuredNumber(one.name, "pixels", one.pixels)
        yield MeasuredNumber(one.name, "area_m2", one.area_m2)


def measure_again(workspace: Workspace, pair: ImagePair, key: MeasurementKey) -> Measured:
    """The result of a key, computed if it is not stored yet.

    Raises:
        InputError, ArgumentError: as its tool.
    """
    if isinstance(key, RadarKey):
        return radar_change(workspace, pair, looks=key.looks, alpha=key.alpha)
    if isinstance(key, ZonesKey):
        return find_zones(workspace, pair, key.count)
    if isinstance(key, CoverKey):
        if key.moment == "change":
            return land_cover_transitions(workspace, pair)
        return classify_landcover(workspace, pair, key.moment)
    if key.moment == "change":
        return compare_index(workspace, pair, key.index)
    return compute_index(workspace, pair, key.index, key.moment)
