"""Changes of an index over all dates of a series: map files, numbers, and the series of places, in one pass.

windows of all dates -> clouds and what lies outside left out -> changes of each pixel -> files, tally and places
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mci_model.prediction import Window
from tools.notices import notice
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import blocks
from tools.sensors.statement import AS_THE_FILES_TELL, Statement
from tools.series.maps.layers import LAYERS, write_layers
from tools.series.maps.tally import ChangedOn, SeriesTally
from tools.series.places.place_changes import PlaceChanges, place_changes
from tools.series.places.place_series import WHOLE, PlaceSeries, PlaceTally
from tools.series.series import ImageSeries
from tools.series.stack_reader import StackReader
from tools.series.statistics.changes import FALSE_ALARMS, Changes, Rule, find_changes, rule_for
from tools.series.statistics.clear_values import Flags
from tools.types import Progress

MIN_CHANGE = 0.1
"""Units of an index from which on a step counts, where no one says otherwise."""
MAX_VALUES = 8_000_000
"""Values of all dates of a window, of which a few copies are held."""
OUTER, SMALLEST = 512, 64
"""Pixels a side: of the blocks in which windows lie, so that blocks of files are decoded once; and of a window."""
SKETCH_SIDE = 64
SUSPECT_SHARE = 0.1
"""Share of the clear pixels of a date that leave their level for it alone, from which on the date is suspect."""
MOST_DATES = 5


@dataclass(frozen=True)
class SeriesRequest:
    """What is asked of a series."""

    index: str = "ndvi"
    """An index of spyndex's catalogue or a band by its common name, in lower case."""
    min_change: float = MIN_CHANGE
    """Units of the index; smaller steps do not count."""
    statement: Statement = AS_THE_FILES_TELL
    area: AreaOfInterest | None = None
    zones: tuple[AreaOfInterest, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """When, where and by how much an index changed."""

    index: str
    long_name: str
    days: tuple[str, ...]
    """ISO 8601, in order."""
    clear_share: tuple[float, ...]
    """Of the pixels, 0-1, at each date."""
    suspect_dates: tuple[str, ...]
    """Dates on which many pixels leave their level and come back at once: clouds or haze that no mask found."""
    known_share: float
    """Of the pixels, 0-1, those with enough clear dates."""
    changed_share: float
    """Of these, 0-1."""
    changed_area_m2: float | None
    lower_share: float
    """Of the changed pixels, 0-1, those whose largest change is a fall."""
    first_day: str | None
    """The earliest date on which a hundredth of the changed pixels changed first."""
    most_changed: tuple[ChangedOn, ...]
    """The dates on which most changed, by the largest change of each pixel, the largest first."""
    median_slope: float | None
    """Units of the index a year, of the middle pixel."""
    falling_share: float
    """Of the known pixels, 0-1, with a falling trend (p < 0.05)."""
    rising_share: float
    whole: PlaceChanges
    """Breaks and trend of the mean of all pixels."""
    min_change: float
    method: str
    layers: tuple[str, ...]
    """Artefact ids of the map files."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class SeriesFound:
    """What one pass over a series finds."""

    change: SeriesChange
    whole: PlaceSeries
    zones: tuple[PlaceSeries, ...]
    zone_changes: tuple[PlaceChanges, ...]


def map_series(
    series: ImageSeries,
    request: SeriesRequest,
    paths: Sequence[Path] | None,
    layers: Sequence[str] = (),
    progress: Progress | None = None,
) -> SeriesFound:
    """Find the changes of a series.

    Args:
        series: the dates.
        request: the index, and what counts as a change.
        paths: of the map files, in the order of `LAYERS`; None: none are written.
        layers: artefact ids of these.
        progress: called with windows done and windows in all.

    Raises:
        UnknownIndexError, MissingBandsError, ReflectanceError, SeriesError, RasterError: as for `StackReader`.
    """
    reader = StackReader(series, request.index, request.statement)
    sketch = reader.sketch(SKETCH_SIDE)
    rule = rule_for(series.years, sketch.reshape(len(sketch), -1).T, request.min_change)
    tally = SeriesTally(series.days, series.georeference)
    places = PlaceTally([request.area, *request.zones], [WHOLE, *(zone.name for zone in request.zones)], series.days)

    def go(write: Callable[[Window, Changes], None]) -> None:
        with _steps(series, progress) as windows, reader.reading():
            for window in windows:
                values = reader.read(window)
                places.add(window, values)
                inside = _inside(request.area, window)
                values = np.where(inside, values, np.nan)
                found = find_changes(values.reshape(len(values), -1).T, series.years, rule)
                tally.add(window, values, found, inside)
                write(window, found)

    if paths is None:
        go(_unwritten)
    else:
        write_layers(paths, series.size, series.georeference, series.days, _tags(reader, request), go)
    return _found(series, reader, request, rule, tally, places.series(), tuple(layers))


def read_places(
    series: ImageSeries, request: SeriesRequest, areas: Sequence[AreaOfInterest | None], names: Sequence[str]
) -> tuple[tuple[PlaceSeries, ...], StackReader]:
    """The series of places alone; windows in which none of them lies are not read. Errors as for `StackReader`."""
    reader = StackReader(series, request.index, request.statement)
    places = PlaceTally(areas, names, series.days)
    whole = any(area is None for area in areas)
    with reader.reading():
        for window in _windows(series):
            if whole or any(area.touches(window) for area in areas if area is not None):
                places.add(window, reader.read(window))
    return places.series(), reader


def _unwritten(_window: Window, _found: Changes) -> None:
    """No map files are asked for."""


def _windows(series: ImageSeries) -> Iterator[Window]:
    """Windows whose values of all dates take a bounded room, those of one block of the files one after the other."""
    side = int(np.sqrt(MAX_VALUES / len(series.days)))
    side = OUTER if side >= OUTER else 256 if side >= 256 else 128 if side >= 128 else SMALLEST
    for outer in blocks(series.size, OUTER):
        for inner in blocks((outer.height, outer.width), side):
            yield inner._replace(top=outer.top + inner.top, left=outer.left + inner.left)


@contextmanager
def _steps(series: ImageSeries, progress: Progress | None) -> Iterator[Iterator[Window]]:
    windows = list(_windows(series))

    def each() -> Iterator[Window]:
        for done, window in enumerate(windows):
            if progress is not None:
                progress(done, len(windows))
            yield window
        if progress is not None:
            progress(len(windows), len(windows))

    yield each()


def _inside(area: AreaOfInterest | None, window: Window) -> Flags:
    return np.ones((window.height, window.width), bool) if area is None else area.inside(window)


def _tags(reader: StackReader, request: SeriesRequest) -> dict[str, str]:
    days = reader.series.days
    return {
        "INDEX": reader.index,
        "DATES": f"{len(days)}, {days[0]} to {days[-1]}",
        "MIN_CHANGE": f"{request.min_change:g}",
    }


def _found(
    series: ImageSeries, reader: StackReader, request: SeriesRequest, rule: Rule, tally: SeriesTally,
    places: tuple[PlaceSeries, ...], layers: tuple[str, ...],
) -> SeriesFound:  # fmt: skip
    whole, *zones = places
    suspect = tuple(day for day, share in zip(series.days, tally.suspect_share, strict=True) if share >= SUSPECT_SHARE)
    changed_m2 = None if series.georeference is None else tally.changed_m2
    change = SeriesChange(
        reader.index, reader.long_name, series.days, tally.clear_share, suspect, tally.known / max(1, tally.pixels),
        tally.share(tally.changed), changed_m2, tally.lower / max(1, tally.changed), tally.first_day,
        tally.dates(MOST_DATES), tally.median_slope, tally.share(tally.falling), tally.share(tally.rising),
        place_changes(whole, request.min_change), request.min_change, method_of(rule), layers,
        (*series.notes, *reader.notes, *_cautions(series, rule, tally)),
    )  # fmt: skip
    found = tuple(place_changes(zone, request.min_change) for zone in zones)
    return SeriesFound(change, whole, tuple(zones), found)


def method_of(rule: Rule) -> str:
    """How changes are told from noise."""
    if rule.design is None:
        return (
            "differences of neighbouring clear dates beyond 3.5 standard deviations of the scene's noise and "
            f"{rule.min_change:g}; too few dates for a season"
        )
    season = f"a season of {rule.design.harmonics} harmonics" if rule.design.harmonics else "no season"
    return (
        f"steps of at least {rule.min_change:g} beside a trend and {season}, fitted by least squares to each pixel; "
        f"sup-F test, {100 * FALSE_ALARMS:g} % false alarms a pixel"
    )


def _cautions(series: ImageSeries, rule: Rule, tally: SeriesTally) -> Iterator[str]:
    if rule.design is None:
        yield notice(
            "no-season-fitted",
            "With {count} dates no season is fitted, so a difference may be season; from 12 dates over a year on it is "
            "taken out. What the last date alone shows is not confirmed by a later one.",
            count=len(series.days),
        )
    elif not rule.design.harmonics:
        yield notice("short-span", "The dates span less than a year, so the season cannot be told from change.")
    cloudy = [day for day, share in zip(series.days, tally.clear_share, strict=True) if share == 0]
    if cloudy:
        shown = ", ".join(cloudy[:3]) + (", ..." if len(cloudy) > 3 else "")
        text = "Nothing is clear on {count} of the {all} dates ({days})."
        yield notice("cloudy-dates", text, count=len(cloudy), all=len(series.days), days=shown)
    if tally.known == 0:
        text = "No pixel has the {least} clear dates that are needed, so nothing is told of change."
        yield notice("too-few-clear", text, least=rule.min_clear)


def changed_zones_first(found: Sequence[PlaceChanges]) -> tuple[PlaceChanges, ...]:
    """Zones by their first break, those without one last."""
    return tuple(sorted(found, key=lambda one: one.breaks[0].day if one.breaks else "9999"))


__all__ = [
    "LAYERS",
    "MIN_CHANGE",
    "SeriesChange",
    "SeriesFound",
    "SeriesRequest",
    "changed_zones_first",
    "map_series",
    "read_places",
]
