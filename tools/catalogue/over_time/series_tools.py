"""Tools on a series of more than two dates. Their docstrings are what a model reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tools.catalogue.conversation_tools import CurrentPair
from tools.catalogue.declaration import tool
from tools.measurements import series_changes
from tools.measurements.series_changes import PeriodComparison, SeriesChart, SeriesZones
from tools.series.maps.series_map import SeriesChange
from tools.workspace.workspace import Workspace

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]


@tool(
    ability="tell when and how much an index changed over many dates",
    example="How did the vegetation change over all dates of the series?",
    network="never",
)
def series_change(
    workspace: Workspace, index: str | None = None, since: str | None = None, until: str | None = None
) -> SeriesChange:
    """Tell when, where and by how much an index changed over all dates of the open series, and whether it has a trend.

    Args:
        index: Name of an index or a band in lower case, such as ndvi, nbr, ndwi, red or nir; leave out for what the
            files hold, else ndvi.
        since: First date that counts, such as 2019, 2019-05 or 2019-05-31; leave out for all.
        until: Last date that counts, likewise.

    Returns:
        Dates with their clear shares, suspect dates, share and area that changed, the dates on which most changed,
        shares with a falling or rising trend, breaks and trend of the whole, method, map files: first, largest and
        last change, magnitude, count, clear dates, slope, p.
    """
    return series_changes.series_change(workspace, index, since, until).change


@tool(
    ability="draw the chart of a place or zone over time",
    example="Show the chart of this place over time.",
    network="never",
)
def series_chart(
    workspace: Workspace,
    index: str | None = None,
    zone: str | None = None,
    longitude: Longitude | None = None,
    latitude: Latitude | None = None,
) -> SeriesChart:
    """Draw the chart of the whole place, of a zone, or of a position over all dates of the open series.

    Args:
        index: Name of an index or a band in lower case; leave out for what the files hold, else ndvi.
        zone: Name of a zone that a person gave; leave out for the whole place.
        longitude: Of a position, degrees; only together with latitude.
        latitude: Of a position, degrees.

    Returns:
        Clear dates, breaks with date and magnitude, slope a year with its 95 % limits and p, suspect dates, chart id,
        table id.
    """
    return series_changes.series_chart(workspace, index, zone, longitude, latitude)


@tool(
    ability="tell which zones changed first",
    example="Which parcels changed first over time?",
    network="never",
)
def series_zones(workspace: Workspace, index: str | None = None) -> SeriesZones:
    """Tell for each zone (parcel, district) when it changed over the dates of the open series; the first in front.

    Args:
        index: Name of an index or a band in lower case; leave out for what the files hold, else ndvi.

    Returns:
        Per zone: breaks with date and magnitude, slope a year with its 95 % limits and p, clear dates, suspect dates;
        table id.
    """
    return series_changes.series_zones(workspace, index)


@tool(ability="compare periods", example="Compare 2019-2020 with 2021-2022.", network="never")
def compare_periods(
    workspace: Workspace,
    first_since: str,
    first_until: str,
    second_since: str,
    second_until: str,
    index: str | None = None,
    zone: str | None = None,
) -> PeriodComparison:
    """Compare the mean of an index in two periods of the open series, the season taken out, with an interval.

    Args:
        first_since: First date of the first period, such as 2019, 2019-05 or 2019-05-31.
        first_until: Its last date.
        second_since: First date of the second period.
        second_until: Its last date.
        index: Name of an index or a band in lower case; leave out for what the files hold, else ndvi.
        zone: Name of a zone that a person gave; leave out for the whole place.

    Returns:
        Mean and clear dates of both periods, their difference with its 95 % limits, whether it is sure, method.
    """
    first, second = (first_since, first_until), (second_since, second_until)
    return series_changes.compare_periods(workspace, first, second, index, zone)


@tool(ability="", example="Open the images of 2019-05 and 2021-05 as a pair.", network="never")
def open_dates(workspace: Workspace, before: str, after: str) -> CurrentPair:
    """Make the images of two dates of the open series the current pair, which all other tools are then about.

    Args:
        before: The earlier date: a day, a month or a year; the nearest image is taken.
        after: The later date, likewise.

    Returns:
        The id of the pair, which is the current one from then on, and the names of its files.
    """
    pair = workspace.open_dates(before, after)
    return CurrentPair(pair.id, pair.sources[0].name, pair.sources[1].name)
