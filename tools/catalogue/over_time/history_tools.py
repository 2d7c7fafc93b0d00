"""The tool on buildings and roads over many dates. Its docstring is what a model reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tools.catalogue.declaration import tool
from tools.change.change_map import ChangeClass, ChangedObject, ChangeMap
from tools.change.histories.construction_curve import IntervalChange, has_passed, interval_change, total
from tools.change.histories.history_files import history_table, write_curve, write_events
from tools.change.histories.object_histories import FoundObject, Interval, ObjectHistory, linked
from tools.errors import SeriesError
from tools.notices import notice
from tools.outputs.vectors import write_gpkg
from tools.pairs.pair import ImagePair
from tools.rasters.georeference import Georeference
from tools.series.series import SERIES
from tools.workspace.workspace import Workspace

MOST_DATES = 13
"""More are not looked at in one answer: each date costs a run of the network."""
TOUCHING_PX = 1.5
"""Pixels within which two outlines touch."""
METHOD = (
    "the network on each date and the next; objects of different dates that share half of the smaller one are one "
    "object; a smaller one that touches one that stands is its growth"
)


@dataclass(frozen=True, slots=True)
class ObjectsOverTime:
    """Buildings or roads over the dates of a series."""

    object_class: ChangeClass
    days: tuple[str, ...]
    """ISO 8601; those that were compared."""
    intervals: tuple[IntervalChange, ...]
    """From each date to the next."""
    total: IntervalChange
    """Sums of the intervals, from the first date to the last."""
    direct: IntervalChange
    """What the first and the last date show, held against each other without those between."""
    passing: int
    """Objects that appeared and were gone again at the last date."""
    curve: str
    """Artefact id of the chart."""
    table: str
    """Artefact id of the table of events."""
    outlines: str
    """Artefact id of the outlines with their histories."""
    method: str
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it."""
        return (self.curve, self.table, self.outlines)


@tool(
    ability="tell the history of buildings or roads over many dates",
    example="How many buildings appeared each year over the whole series?",
    network="always",
)
def object_history(
    workspace: Workspace, object_class: ChangeClass = "building", since: str | None = None, until: str | None = None
) -> ObjectsOverTime:
    """Tell when buildings or roads appeared, grew, shrank and disappeared over the dates of the open series.

    Args:
        object_class: building or road.
        since: First date that counts, such as 2019, 2019-05 or 2019-05-31; leave out for all.
        until: Last date that counts, likewise.

    Returns:
        For each interval of neighbouring dates how many appeared, grew, shrank and disappeared, ground gained and lost
        (m2), contradictions; their sums; the same of the first and the last date held against each other; objects that
        came and went; ids of chart, table of events and outlines.
    """
    days = _days(workspace, since, until)
    spans = [*pairwise(days), (days[0], days[-1])]
    align, resample = workspace.settings.align, workspace.settings.resample
    pairs = [workspace.read_dates(*span, align=align, resample=resample) for span in spans]
    grid = pairs[0].georeference
    found = [_interval(workspace, pair, span, object_class, grid) for pair, span in zip(pairs, spans, strict=True)]
    histories = linked(found[:-1], TOUCHING_PX * _pixel(grid))
    changes = [interval_change(one, histories, areas=grid is not None) for one in found[:-1]]
    curve, table, outlines = _files(workspace, object_class, changes, histories, grid)
    return ObjectsOverTime(
        object_class=object_class,
        days=days,
        intervals=tuple(changes),
        total=total(changes),
        direct=interval_change(found[-1], linked(found[-1:], 0.0), areas=grid is not None),
        passing=sum(has_passed(one) for one in histories),
        curve=curve,
        table=table,
        outlines=outlines,
        method=METHOD,
        warnings=tuple(dict.fromkeys(text for pair in pairs[:-1] for text in workspace.warnings(pair))),
    )


def _days(workspace: Workspace, since: str | None, until: str | None) -> tuple[str, ...]:
    """The dates from the one nearest to `since` to the one nearest to `until`."""
    first, last = workspace.over_time.days_near(since, until)
    chosen = tuple(day for day in workspace.over_time.series.days if first <= day <= last)
    if len(chosen) > MOST_DATES:
        text = "{count} dates are more than the {most} that are compared at once; name a first and a last date."
        raise SeriesError(notice("history-dates", text, count=len(chosen), most=MOST_DATES))
    return chosen


def _files(
    workspace: Workspace,
    object_class: ChangeClass,
    changes: Sequence[IntervalChange],
    histories: Sequence[ObjectHistory],
    grid: Georeference | None,
) -> tuple[str, str, str]:
    """Artefact ids of chart, table and outlines."""
    first, last = changes[0].since, changes[-1].until
    keep, stem = workspace.artefacts.keep, f"{object_class}s-{first}-{last}"
    title = f"{object_class.capitalize()}s, {first} to {last}"

    def outlined(path: Path) -> None:
        write_gpkg(path, history_table(histories, grid and grid.crs))

    return (
        keep(SERIES, "series_chart", f"{stem}-curve.png", lambda path: write_curve(path, changes, title)).id,
        keep(SERIES, "series_table", f"{stem}-events.csv", lambda path: write_events(path, histories)).id,
        keep(SERIES, "series", f"{stem}.gpkg", outlined).id,
    )


def _pixel(grid: Georeference | None) -> float:
    """Side of a pixel in the unit of outlines."""
    return 1.0 if grid is None else math.hypot(grid.transform.a, grid.transform.d)


def _interval(
    workspace: Workspace,
    pair: ImagePair,
    span: tuple[str, str],
    object_class: ChangeClass,
    grid: Georeference | None,
) -> Interval:
    """What changed in a pair, with outlines in the CRS of `grid`."""
    change = workspace.change(pair)
    changed = {obj.id: obj for obj in _directed(change, object_class)}
    table = workspace.outlines(pair)
    table = table if table.crs is None or grid is None else table.to_crs(grid.crs)
    outlined = zip(table["id"], table.geometry, strict=True)
    found = tuple(FoundObject(changed[number], outline) for number, outline in outlined if number in changed)
    return Interval(*span, found)


def _directed(change: ChangeMap, object_class: ChangeClass) -> tuple[ChangedObject, ...]:
    """What appeared and what disappeared; errors as for `ChangeMap.with_status`."""
    return (*change.with_status(object_class, "appeared"), *change.with_status(object_class, "disappeared"))
