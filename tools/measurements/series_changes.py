"""Changes over the dates of a conversation's series, with their map files, tables and charts, each made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from pyproj import Transformer
from scipy.stats import t as t_distribution

from tools.errors import NoZonesError, UnknownDateError, UnknownZonesError
from tools.notices import notice
from tools.pairs.areas import AreaOfInterest, LeftOut
from tools.paths import file_stem
from tools.series.maps.layers import LAYERS
from tools.series.maps.picture import write_picture
from tools.series.maps.series_map import (
    MIN_CHANGE,
    SeriesFound,
    SeriesRequest,
    changed_zones_first,
    map_series,
    read_places,
)
from tools.series.places.chart import write_chart, write_table
from tools.series.places.place_changes import PlaceChanges, fitted_place, season_of
from tools.series.places.place_series import WHOLE, PlaceSeries
from tools.series.series import SERIES, ImageSeries, bounds
from tools.series.statistics.least_squares import Reals
from tools.workspace.series_access import SeriesKey
from tools.workspace.workspace import Workspace

DEFAULT_INDEX = "ndvi"
UNFITTED = notice("no-season-out", "Too few dates to take the season out, so the difference may be season.")
MAX_NAMED = 8


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """One place over time, drawn."""

    index: str
    place: str
    days: tuple[str, ...]
    """ISO 8601; those with a value."""
    changes: PlaceChanges
    clear_share: float
    """Of the place, 0-1, in the mean of all dates."""
    chart: str
    """Artefact id of the picture."""
    method: str
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it."""
        return (self.chart,)


@dataclass(frozen=True, slots=True)
class SeriesZones:
    """Zones over time, those that changed first in front."""

    index: str
    zones: str
    """Artefact id of the zones."""
    rows: tuple[PlaceChanges, ...]
    table: str
    """Artefact id of the table of their values."""
    method: str
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about features that became no zones, and about the series."""
        return (*(one.told("zone") for one in self.left_out), *self.notes)

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it."""
        return (self.table,)


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a series."""

    since: str
    """ISO 8601: its first date."""
    until: str
    """Its last date."""
    clear_dates: int
    mean: float
    """Of the index, without the season where one is fitted."""


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """Two periods of a series held against each other."""

    index: str
    place: str
    first: Period
    second: Period
    difference: float
    """Second less first."""
    low: float
    """Lower limit of the difference at 95 %."""
    high: float
    sure: bool
    """Whether the limits leave out 0."""
    method: str
    warnings: tuple[str, ...]


def series_change(
    workspace: Workspace,
    index: str | None = None,
    since: str | None = None,
    until: str | None = None,
    min_change: float = MIN_CHANGE,
) -> SeriesFound:
    """When, where and by how much an index changed, with map files.

    Raises:
        NoSeriesError: no series is open.
        UnknownDateError: a period holds fewer than three dates.
        UnknownIndexError, MissingBandsError, ReflectanceError, SeriesError, RasterError: as for `StackReader`.
    """
    whole = workspace.over_time.series
    series = whole if since is None and until is None else whole.between(since, until)
    name = chosen_index(series, index)
    key = SeriesKey(name, since, until, min_change)
    return workspace.over_time.once(key, lambda: _mapped(workspace, series, key))


def chosen_index(series: ImageSeries, index: str | None) -> str:
    """The index asked for; where none is, the one that the files hold, else NDVI."""
    if index is not None:
        return index.strip().lower()
    content = series.scenes[0].source.content
    return content.index if content is not None and content.index is not None else DEFAULT_INDEX


def _mapped(workspace: Workspace, series: ImageSeries, key: SeriesKey) -> SeriesFound:
    stem = "-".join(filter(None, [key.index, key.since, key.until]))
    names = [f"{stem}-{layer.name}.tif" for layer in LAYERS]
    folder = workspace.folder / SERIES
    paths = [folder / name for name in names]
    folder.mkdir(parents=True, exist_ok=True)
    request = replace(_request(workspace, series, key.index, key.min_change), zones=_zones(workspace, series))
    ids = tuple(f"{SERIES}:{name}" for name in names)
    found = map_series(series, request, paths, ids, workspace.progress)
    for path in paths:
        workspace.artefacts.keep(SERIES, "series", path.name, lambda _: None, filtered=False)
    picture = workspace.artefacts.keep(
        SERIES, "series_chart", f"{stem}-maps.png",
        lambda path: write_picture(path, paths, series.days, key.index), filtered=False,
    )  # fmt: skip
    return replace(found, change=replace(found.change, layers=(picture.id, *ids)))


def _request(workspace: Workspace, series: ImageSeries, index: str, min_change: float) -> SeriesRequest:
    area = workspace.area_of_interest(series.frame)
    return SeriesRequest(index, min_change, workspace.settings.statement, area)


def _zones(workspace: Workspace, series: ImageSeries) -> tuple[AreaOfInterest, ...]:
    try:
        return workspace.zones(series.frame)[1].areas
    except NoZonesError:
        return ()


def series_zones(workspace: Workspace, index: str | None = None) -> SeriesZones:
    """The breaks and trends of all zones, those that broke first in front; errors as for `series_change`.

    Raises:
        NoZonesError: no zones were given.
    """
    series = workspace.over_time.series
    artefact, given = workspace.zones(series.frame)
    found = series_change(workspace, index)
    stem = f"{found.change.index}-zones-{artefact.id.partition(':')[2]}"
    table = workspace.artefacts.keep(
        SERIES, "series_table", f"{stem}.csv", lambda path: write_table(path, found.zones), filtered=False
    )
    return SeriesZones(
        found.change.index, artefact.id, changed_zones_first(found.zone_changes), table.id, PLACE_METHOD,
        given.left_out, found.change.warnings,
    )  # fmt: skip


PLACE_METHOD = (
    "mean of the clear pixels; season by harmonics, breaks by PELT (ruptures) with the penalty 2 s² ln n, slope by "
    "Theil-Sen, p by Mann-Kendall"
)


def series_chart(
    workspace: Workspace,
    index: str | None = None,
    zone: str | None = None,
    longitude: float | None = None,
    latitude: float | None = None,
) -> SeriesChart:
    """The chart of the whole place, of a zone, or of the pixel at a position, with its values as a table.

    Raises:
        UnknownZonesError: there is no such zone, or the position lies outside.
        NoSeriesError, UnknownIndexError, MissingBandsError, ReflectanceError, SeriesError, RasterError: as for
            `series_change`.
    """
    series = workspace.over_time.series
    name = chosen_index(series, index)
    place, notes = _place(workspace, series, name, zone, longitude, latitude)
    fitted = fitted_place(place, MIN_CHANGE)
    stem = f"{name}-{file_stem(place.place, 60)}"
    title = f"{name.upper()} of {'the whole place' if place.place == WHOLE else place.place}"
    chart = workspace.artefacts.keep(
        SERIES,
        "series_chart",
        f"{stem}.png",
        lambda path: write_chart(path, place, fitted, name, title),
        filtered=False,
    )
    workspace.artefacts.keep(
        SERIES, "series_table", f"{stem}.csv", lambda path: write_table(path, [place]), filtered=False
    )
    days = tuple(day for day, value in zip(place.days, place.values, strict=True) if value is not None)
    share = float(np.mean(place.clear_share))
    return SeriesChart(name, place.place, days, fitted.changes, share, chart.id, PLACE_METHOD, notes)


def _place(
    workspace: Workspace, series: ImageSeries, index: str, zone: str | None, longitude: float | None,
    latitude: float | None,
) -> tuple[PlaceSeries, tuple[str, ...]]:  # fmt: skip
    """One place, and warnings."""
    area: AreaOfInterest | None
    if longitude is not None and latitude is not None:
        area = _position(series, longitude, latitude)
    elif zone is not None:
        area = _zone(workspace.zones(series.frame)[1].areas, zone)
    else:
        area = workspace.area_of_interest(series.frame)
    request = _request(workspace, series, index, MIN_CHANGE)
    name = WHOLE if area is None or (zone is None and longitude is None) else area.name
    places, reader = read_places(series, request, [area], [name])
    return places[0], (*series.notes, *reader.notes)


def _zone(areas: Sequence[AreaOfInterest], name: str) -> AreaOfInterest:
    found = next((area for area in areas if area.name.lower() == name.strip().lower()), None)
    if found is None:
        known = ", ".join(area.name for area in areas[:MAX_NAMED]) + (", ..." if len(areas) > MAX_NAMED else "")
        text = "There is no zone {name}; there is {known}."
        raise UnknownZonesError(notice("no-zone", text, name=repr(name[:40]), known=known))
    return found


def _position(series: ImageSeries, longitude: float, latitude: float) -> AreaOfInterest:
    """The pixel at a position."""
    grid = series.georeference
    if grid is None:
        text = "The images do not tell where they lie, so a position cannot be found on them."
        raise UnknownZonesError(notice("no-position", text))
    x, y = Transformer.from_crs("EPSG:4326", grid.crs, always_xy=True).transform(longitude, latitude)
    column, row = (~grid.transform) @ (x, y)
    if not (0 <= column < series.width and 0 <= row < series.height):
        text = "{place} lies outside the images; give a position within them."
        raise UnknownZonesError(notice("position-outside", text, place=f"{latitude:g}, {longitude:g}"))
    left, top = int(column), int(row)
    return AreaOfInterest(f"{latitude:.5f}, {longitude:.5f}", shapely.box(left, top, left + 1, top + 1))


def compare_periods(
    workspace: Workspace,
    first: tuple[str, str],
    second: tuple[str, str],
    index: str | None = None,
    zone: str | None = None,
) -> PeriodComparison:
    """The mean of two periods, without the season, and the interval of their difference.

    Raises:
        UnknownDateError: a period holds fewer than two clear dates.
        NoSeriesError, UnknownZonesError, UnknownIndexError, MissingBandsError, ReflectanceError, SeriesError,
            RasterError: as for `series_chart`.
    """
    series = workspace.over_time.series
    name = chosen_index(series, index)
    place, notes = _place(workspace, series, name, zone, None, None)
    plain, fitted = without_season(place)
    periods, values = [], []
    for since, until in (first, second):
        low, high = bounds(since)[0], bounds(until)[1]
        inside = [number for number, day in enumerate(place.days) if low <= day <= high and np.isfinite(plain[number])]
        if len(inside) < 2:
            text = "Only {count} clear dates lie from {since} to {until}; the dates go from {first} to {last}."
            told = {"since": since, "until": until, "first": place.days[0], "last": place.days[-1]}
            raise UnknownDateError(notice("few-clear-dates", text, count=len(inside), **told))
        values.append(plain[inside])
        periods.append(Period(place.days[inside[0]], place.days[inside[-1]], len(inside), float(values[-1].mean())))
    difference, reach = _difference(values[0], values[1])
    method = f"means of clear dates{', season taken out' if fitted else ''}; 95 % interval of Welch's t"
    caution = () if fitted else (UNFITTED,)
    return PeriodComparison(
        name, place.place, periods[0], periods[1], difference, difference - reach, difference + reach,
        abs(difference) > reach, method, (*notes, *caution),
    )  # fmt: skip


def without_season(place: PlaceSeries) -> tuple[Reals, bool]:
    """(dates,) values without the season, NaN in gaps; and whether a season was fitted."""
    season = season_of(place, MIN_CHANGE)
    values = place.row[0].astype(np.float64)
    return (values, False) if season is None else (values - season, True)


def _difference(first: Reals, second: Reals) -> tuple[float, float]:
    """Second less first, and half of its 95 % interval."""
    parts = [values.var(ddof=1) / len(values) for values in (first, second)]
    total = max(sum(parts), 1e-12)
    free = total**2 / max(sum(p**2 / (len(v) - 1) for p, v in zip(parts, (first, second), strict=True)), 1e-24)
    return float(second.mean() - first.mean()), float(t_distribution.ppf(0.975, max(free, 1)) * np.sqrt(total))
