"""The effect of an event on a place of a conversation's series; controls are named, or chosen from the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.effects.charts import write_counterfactual, write_placebos
from tools.effects.control_choice import beyond_buffer, candidate_cells, likest
from tools.effects.impact import Impact, assess_effect
from tools.effects.regular_steps import regular_steps
from tools.effects.result import AREA, EventEffect, event_effect, write_numbers, write_steps
from tools.errors import EffectError, NoZonesError, UnknownZonesError
from tools.measurements.series_changes import chosen_index
from tools.notices import Notice, notice
from tools.pairs.areas import AreaOfInterest
from tools.paths import file_stem
from tools.series.maps.series_map import SeriesRequest, read_places
from tools.series.places.place_series import PlaceSeries
from tools.series.series import SERIES, ImageSeries, bounds
from tools.workspace.workspace import Workspace

MAX_NAMED = 8


def explain_effect(
    workspace: Workspace,
    event: str,
    place: str | None = None,
    controls: Sequence[str] | None = None,
    until: str | None = None,
    index: str | None = None,
) -> tuple[EventEffect, Impact]:
    """The effect of an event, its files kept.

    Args:
        workspace: with an open series.
        event: a day, a month or a year.
        place: name of a zone; None: the area of interest.
        controls: names of zones; None: the likest before the event, of the zones where there are others, else of
            cells of the map.
        until: last day, month or year that counts.
        index: what is measured; None: what the files hold, else NDVI.

    Raises:
        NoSeriesError: no series is open.
        UnknownDateError: the event is no date.
        UnknownZonesError: there is no such zone.
        EffectError: no effect can be estimated.
        UnknownIndexError, MissingBandsError, ReflectanceError, SeriesError, RasterError: as for `StackReader`.
    """
    series = workspace.over_time.series
    name, first = chosen_index(series, index), bounds(event)[0]
    zones = _zones(workspace, series)
    area = _place(workspace, series, zones, place)
    others = _others(series, zones, area, controls)
    request = SeriesRequest(name, statement=workspace.settings.statement)
    labels = [AREA if place is None else area.name, *(one.name for one in others)]
    read, reader = read_places(series, request, [area, *others], labels)
    kept, note = _chosen(read[0], read[1:], first, named=controls is not None)
    values = {one.place: one.values for one in (read[0], *kept)}
    last = None if until is None else bounds(until)[1]
    found = assess_effect(regular_steps(series.days, labels[0], values, first, last), workspace.progress)
    told = event_effect(found, name, first, (*note, *series.notes, *reader.notes))
    return replace(told, layers=_files(workspace, told, found)), found


def _zones(workspace: Workspace, series: ImageSeries) -> tuple[AreaOfInterest, ...]:
    try:
        return workspace.zones(series.frame)[1].areas
    except NoZonesError:
        return ()


def _place(
    workspace: Workspace, series: ImageSeries, zones: Sequence[AreaOfInterest], name: str | None
) -> AreaOfInterest:
    if name is not None:
        return _named(zones, name)
    area = workspace.area_of_interest(series.frame)
    if area is None:
        text = (
            "Which place the event hit is not known, so there is nothing to hold it against; give an area of interest, "
            "or zones and the name of one."
        )
        raise EffectError(notice("no-treated-place", text))
    return area


def _named(zones: Sequence[AreaOfInterest], name: str) -> AreaOfInterest:
    found = next((zone for zone in zones if zone.name.lower() == name.strip().lower()), None)
    if found is None:
        known = ", ".join(zone.name for zone in zones[:MAX_NAMED]) + (", ..." if len(zones) > MAX_NAMED else "")
        text = "There is no zone {name}; there is {known}."
        raise UnknownZonesError(notice("no-zone", text, name=repr(name[:40]), known=known or "-"))
    return found


def _others(
    series: ImageSeries, zones: Sequence[AreaOfInterest], area: AreaOfInterest, controls: Sequence[str] | None
) -> tuple[AreaOfInterest, ...]:
    if controls is not None:
        return tuple(_named(zones, name) for name in controls)
    among = beyond_buffer(area, [zone for zone in zones if zone.name != area.name])
    return among or candidate_cells(area, series.size)


def _chosen(
    place: PlaceSeries, others: Sequence[PlaceSeries], event: str, *, named: bool
) -> tuple[tuple[PlaceSeries, ...], tuple[Notice, ...]]:
    """The controls, and how they were chosen."""
    if named:
        return tuple(others), ()
    best = likest(place, others, event)
    if not best:
        text = (
            "None of {count} places outside was like this one before {event}, so there is no control; give zones that "
            "the event did not reach."
        )
        raise EffectError(notice("no-like-place", text, count=len(others), event=event))
    by_name = {one.place: one for one in others}
    text = (
        "The controls {names} are the likest of {count} places outside by their values before the event alone; name "
        "others where the event reached one of them."
    )
    told = notice("controls-chosen", text, names=", ".join(one.name for one in best), count=len(others))
    return tuple(by_name[one.name] for one in best), (told,)


def _files(workspace: Workspace, told: EventEffect, found: Impact) -> tuple[str, ...]:
    about = "-".join([told.index, told.place, told.event, told.until, *told.controls])
    stem = file_stem(f"effect-{about}")
    title = f"{told.index.upper()} of {told.place}, event of {told.event}"
    keep = workspace.artefacts.keep
    return (
        keep(SERIES, "series_chart", f"{stem}.png",
             lambda path: write_counterfactual(path, found, told.index.upper(), title), filtered=False).id,
        keep(SERIES, "series_chart", f"{stem}-placebos.png",
             lambda path: write_placebos(path, found, told.index.upper(), title), filtered=False).id,
        keep(SERIES, "series_table", f"{stem}.csv", lambda path: write_steps(path, found), filtered=False).id,
        keep(SERIES, "series", f"{stem}.json", lambda path: write_numbers(path, told, found), filtered=False).id,
    )  # fmt: skip
