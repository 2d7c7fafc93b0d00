"""Tools that tell one number about changed objects, and distances. Their docstrings are what a model reads."""

from __future__ import annotations

from datetime import date

from tools.catalogue.change_tools import NearReference, Probability, Size, nearness_of, told_change
from tools.catalogue.declaration import tool
from tools.change.change_map import ObjectClass, ObjectFilter, Status
from tools.change.criteria import Criteria
from tools.change.places import Part
from tools.change.statistics.distance import First, ObjectDistance, Other, distance
from tools.change.statistics.object_statistics import ObjectStatistic, Statistic, StatisticUnit, measure_statistic
from tools.pairs.pair import ImagePair
from tools.workspace.workspace import Workspace

DAYS_OF_YEAR = 365.25
ISO_DAY = len("2021-06-30")


@tool(
    ability="tell mean sizes, densities, yearly rates, lengths and spacing",
    example="What is the average size of the changed buildings?",
    network="always",
    shows_change=True,
)
def measure_objects(
    workspace: Workspace,
    object_class: ObjectClass,
    statistic: Statistic,
    unit: StatisticUnit | None = None,
    pair: str | None = None,
    status: Status = "any",
    within: Part = "whole",
    min_area: Size | None = None,
    max_area: Size | None = None,
    min_probability: Probability | None = None,
    max_probability: Probability | None = None,
    distance_to: NearReference | None = None,
    max_distance: Size | None = None,
    min_distance: Size | None = None,
) -> ObjectStatistic:
    """Tell one number about the changed objects: a size, density, yearly rate, length, perimeter, spacing or share.

    Args:
        object_class: Which objects; length is of roads alone.
        statistic: What to tell; density is per ground, yearly is per year between the dates, spacing is the mean
            distance to the nearest other, share is how many of those without limits, part and distance they are.
        unit: Of areas (m2, ha, ...), of the ground of a density (ha, km2, ...), or of lengths (m, km, ft, mi); leave
            out for m2, ha and m.
        pair: Another pair of this conversation; leave out for the current one.
        status: Only what appeared or only what disappeared.
        within: Part of the image in which the centre lies.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
        max_area: Leave out larger objects, likewise.
        min_probability: Leave out less probable objects, 0-1.
        max_probability: Leave out more probable objects, 0-1.
        distance_to: To what max_distance and min_distance are measured: an object by its number, last for the one
            spoken of last, all changed objects of a class, or the centre of the image.
        max_distance: Leave out what lies farther from it: metres, or pixels if the images are not georeferenced.
        min_distance: Leave out what lies nearer, likewise.

    Returns:
        Value with its unit, of how many objects, the sum of perimeters, years between the dates, what a share is of and
        the share of its area, the filter and the count without it, method.
    """
    chosen = workspace.pair(pair)
    nearness = nearness_of(workspace, chosen, distance_to, max_distance, min_distance)
    criteria = Criteria(status, within, ObjectFilter(min_area, min_probability, max_area, max_probability), nearness)
    years = _years(workspace, chosen) if statistic in ("yearly_count", "yearly_area") else None
    change_map = told_change(workspace, chosen, (object_class,))
    return measure_statistic(change_map, object_class, statistic, unit, criteria, years)


@tool(
    ability="",
    example="How far is building 1 from building 2?",
    network="always",
    shows_change=True,
)
def measure_distance(
    workspace: Workspace, first: First, second: Other, object_class: ObjectClass = "any", pair: str | None = None
) -> ObjectDistance:
    """Tell how far two changed objects lie from each other, from outline to outline and from centre to centre.

    Args:
        first: Number of one object, last for the one spoken of last, or largest.
        second: Number of the other, building or road for the nearest of that class, or second_largest.
        object_class: Of the largest ones.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Both objects, metres between their outlines (0 where they touch) and between their centres, method.
    """
    chosen = workspace.pair(pair)
    return distance(told_change(workspace, chosen, None), first, second, workspace.focus.of(chosen.id), object_class)


def _years(workspace: Workspace, pair: ImagePair) -> float | None:
    """Years between the dates of a pair, whichever comes first; None where a day is unknown."""
    card = workspace.card(pair)
    days = [one.date for one in (card.before, card.after)]
    if None in days:
        return None
    first, last = (date.fromisoformat(str(day)[:ISO_DAY]) for day in days)
    return abs((last - first).days) / DAYS_OF_YEAR
