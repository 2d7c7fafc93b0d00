"""Tools on what changed: described, drawn, counted, listed, measured. Their docstrings are what a model reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from tools.catalogue.declaration import DEFAULT_K, tool
from tools.change import objects, selection
from tools.change import summary as change
from tools.change.change_map import ChangeMap, ObjectClass, ObjectFilter, Status
from tools.change.criteria import Criteria
from tools.change.objects import ObjectCount
from tools.change.places import Direction, Part
from tools.change.selection import BY_DISTANCE, Extent, FoundObjects, ObjectQuery, Order
from tools.change.shapes.nearness import HOW_NEAR, TO_WHAT, Nearness, NearTo
from tools.change.statistics.comparison import AreaComparison, compare
from tools.change.summary import Area, ChangeSummary, Description, ObjectUnit, Unit
from tools.errors import UnknownClassError, UnknownDistanceError, UnknownObjectError
from tools.measurements.zonal import ZonalChange
from tools.measurements.zonal import zonal_change as by_zone
from tools.pairs.pair import ImagePair
from tools.pairs.preflight import PairCard
from tools.runs.formats.pictures import show
from tools.workspace.workspace import Workspace

Listing = TypeVar("Listing", ObjectCount, FoundObjects)
Size = Annotated[float, Field(ge=0, allow_inf_nan=False)]
NearReference = int | Literal["last", "building", "road", "centre"]
Probability = Annotated[float, Field(ge=0, le=1)]


@tool(ability="tell what the images are", example="What are these two images?", network="never")
def inspect_pair(workspace: Workspace, pair: str | None = None) -> PairCard:
    """Tell what the two images are: size, bands, CRS, ground resolution, dates, overlap, shift, clouds and warnings.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Size, bands, dtype, CRS, bounds, ground resolution, dates, overlap, nodata, kind of values, co-registration
        offset with its confidence, clouds, warnings.
    """
    return workspace.card(workspace.pair(pair))


@tool(
    ability="describe what changed", example="What has changed, in one sentence?", network="always", shows_change=True
)
def describe_change(workspace: Workspace, pair: str | None = None) -> Description:
    """Say in one sentence what changed between the two dates, and how probable any change is.

    Pixels of 5 m or more are too coarse for it; there detect_change with classes any tells change by the bands.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Caption made from the maps, changed yes or no with its probability, whether maps and probability agree; other
        change; the network's own words where the maps show all that they claim, and the part that they speak of.
    """
    return change.describe(workspace.change(workspace.pair(pair)))


@tool(ability="draw where it changed", example="Show me where it changed.", network="always")
def detect_change(
    workspace: Workspace, pair: str | None = None, classes: list[ObjectClass] | None = None
) -> ChangeSummary:
    """Find the pixels that changed, by class, and draw them on the later image.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        classes: Which classes to show, any being what is neither building nor road, or all change by the bands where
            pixels are too coarse for houses; leave out for all.

    Returns:
        Per class pixels, share and m² when georeferenced, and its spread over nine fields; regions of other change
        with the land cover at either date; unknown share; overlay id.
    """
    wanted = None if classes is None else tuple(dict.fromkeys(classes))
    if wanted is not None and not wanted:
        raise UnknownClassError(change.NO_CLASS)
    chosen = workspace.pair(pair)
    change_map = told_change(workspace, chosen, wanted)
    summary = change.summarise(change_map, wanted or change_map.classes_told, "")
    return replace(summary, overlay=show(workspace, chosen, wanted).id)


@tool(
    ability="count changed buildings and roads",
    example="How many buildings changed?",
    network="always",
    shows_change=True,
)
def count_objects(
    workspace: Workspace,
    object_class: ObjectClass,
    pair: str | None = None,
    status: Status = "any",
    min_area: Size | None = None,
    max_area: Size | None = None,
    min_probability: Probability | None = None,
    max_probability: Probability | None = None,
    within: Part = "whole",
    distance_to: NearReference | None = None,
    max_distance: Size | None = None,
    min_distance: Size | None = None,
) -> ObjectCount:
    """Count the changed buildings or roads and list them with place, area and whether they appeared or disappeared.

    Args:
        object_class: What to count; any is all that changed, with ground that is neither building nor road.
        pair: Another pair of this conversation; leave out for the current one.
        status: Count only what appeared or only what disappeared.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
        max_area: Leave out larger objects, likewise.
        min_probability: Leave out less probable objects, 0-1.
        max_probability: Leave out more probable objects, 0-1.
        within: Part of the image in which the centre lies.
        distance_to: To what max_distance and min_distance are measured: an object by its number, last for the one
            spoken of last, all changed objects of a class, or the centre of the image.
        max_distance: Leave out what lies farther from it: metres, or pixels if the images are not georeferenced.
        min_distance: Leave out what lies nearer, likewise.

    Returns:
        Count, how many appeared and disappeared where the network tells, sizes, the filter and the count without it,
        method, list of objects.
    """
    chosen = workspace.pair(pair)
    change_map = told_change(workspace, chosen, (object_class,))
    nearness = nearness_of(workspace, chosen, distance_to, max_distance, min_distance)
    criteria = Criteria(status, within, ObjectFilter(min_area, min_probability, max_area, max_probability), nearness)
    return _noted(workspace, objects.count(change_map, object_class, criteria))


@tool(
    ability="measure changed area, also by zones or parts of the image",
    example="How many hectares of buildings changed?",
    network="always",
    shows_change=True,
)
def measure_area(
    workspace: Workspace,
    object_class: ObjectClass,
    unit: Unit,
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
) -> Area:
    """Measure how much area of a class changed. Without georeference the value is in percent.

    Args:
        object_class: What to measure; any is all that changed, with ground that is neither building nor road.
        unit: The unit of the value.
        pair: Another pair of this conversation; leave out for the current one.
        status: Measure only what appeared or only what disappeared.
        within: Part of the image; whole objects whose centre lies there.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
        max_area: Leave out larger objects, likewise.
        min_probability: Leave out less probable objects, 0-1.
        max_probability: Leave out more probable objects, 0-1.
        distance_to: To what max_distance and min_distance are measured: an object by its number, last for the one
            spoken of last, all changed objects of a class, or the centre of the image.
        max_distance: Leave out what lies farther from it: metres, or pixels if the images are not georeferenced.
        min_distance: Leave out what lies nearer, likewise.

    Returns:
        Value with its unit, pixels, share, the filter, how many objects with and without it, method; calibrated
        interval where nothing is left out.
    """
    chosen = workspace.pair(pair)
    nearness = nearness_of(workspace, chosen, distance_to, max_distance, min_distance)
    criteria = Criteria(status, within, ObjectFilter(min_area, min_probability, max_area, max_probability), nearness)
    change_map = told_change(workspace, chosen, (object_class,))
    return change.measure(change_map, object_class, unit, criteria)


@tool(
    ability="list the largest",
    example="Which are the three largest buildings in the north?",
    network="always",
    shows_change=True,
)
def find_objects(
    workspace: Workspace,
    object_class: ObjectClass = "any",
    pair: str | None = None,
    status: Status = "any",
    within: Part = "whole",
    direction: Direction | None = None,
    of: int | Literal["last", "building", "road"] | None = None,
    order: Order = "largest",
    k: Annotated[int, Field(ge=1, le=100)] = DEFAULT_K,
    rank: Annotated[int, Field(ge=1)] = 1,
    unit: ObjectUnit | None = None,
    extent: Extent | None = None,
    min_area: Size | None = None,
    max_area: Size | None = None,
    min_probability: Probability | None = None,
    max_probability: Probability | None = None,
    distance_to: NearReference | None = None,
    max_distance: Size | None = None,
    min_distance: Size | None = None,
) -> FoundObjects:
    """List changed objects in a part of the image, or to one side of an object, in an order; each with its place.

    Args:
        object_class: What to list; any is all that changed, with ground that is neither building nor road.
        pair: Another pair of this conversation; leave out for the current one.
        status: Only what appeared or only what disappeared.
        within: Part of the image; north is its northern half, north-east that quarter, centre the middle ninth.
        direction: Only what lies this way of another object.
        of: That other object; its number, last for the one spoken of last, or a class for its largest object.
        order: Which come first; nearest and farthest by their distance to distance_to.
        k: At most so many are listed; all are counted.
        rank: Of the first that is listed; 3 with k 1 for the third largest.
        unit: Of areas; leave out for m2.
        extent: Tell the length or the perimeter of each, too.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
        max_area: Leave out larger objects, likewise.
        min_probability: Leave out less probable objects, 0-1.
        max_probability: Leave out more probable objects, 0-1.
        distance_to: To what max_distance and min_distance are measured: an object by its number, last for the one
            spoken of last, all changed objects of a class, or the centre of the image.
        max_distance: Leave out what lies farther from it: metres, or pixels if the images are not georeferenced.
        min_distance: Leave out what lies nearer, likewise.

    Returns:
        How many objects lie there, with and without the filter, pixels, share and m² together, the first `k` with
        number, place and coordinates.
    """
    chosen = workspace.pair(pair)
    limits = ObjectFilter(min_area, min_probability, max_area, max_probability)
    limited = max_distance is not None or min_distance is not None or order not in BY_DISTANCE
    nearness = nearness_of(workspace, chosen, distance_to, max_distance, min_distance) if limited else None
    to = None if distance_to is None else named_object(workspace, chosen, distance_to)
    wish = ObjectQuery(object_class, status, within, direction, of, order, k, limits, nearness, rank, unit, extent, to)
    change_map = told_change(workspace, chosen, (object_class,))
    return _noted(workspace, selection.find(change_map, wish, workspace.focus.of(chosen.id)))


@tool(
    ability="",
    example="Did the north change more than the south?",
    network="always",
    shows_change=True,
)
def compare_areas(
    workspace: Workspace, first: Part, second: Part, object_class: ObjectClass = "any", pair: str | None = None
) -> AreaComparison:
    """Compare the change in two parts of the image: objects, pixels and area of each, and where more changed.

    Args:
        first: One part; north is the northern half, north-east that quarter, centre the middle ninth.
        second: The other part.
        object_class: What to compare; any is all that changed, likewise.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Objects, pixels and m² of both parts, where more changed.
    """
    return compare(told_change(workspace, workspace.pair(pair), (object_class,)), first, second, object_class)


@tool(ability="", example="How much changed in each parcel?", network="always", shows_change=True)
def zonal_change(workspace: Workspace, pair: str | None = None, zones: str | None = None) -> ZonalChange:
    """Tabulate the changed area and the changed objects by class for each zone (parcel, district) a person gave.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        zones: Artefact id of the zones; leave out for those given last.

    Returns:
        Per zone: changed pixels, area, share and objects by class; valid and unknown ground; share of the zone
        within the images.
    """
    return by_zone(workspace, workspace.pair(pair), zones)


def told_change(workspace: Workspace, pair: ImagePair, classes: tuple[ObjectClass, ...] | None) -> ChangeMap:
    """The map that tells change of these classes, of all that can be told where they are None."""
    if classes is not None and set(classes) != {"any"}:
        return workspace.change(pair)
    return workspace.told_change(pair)


def nearness_of(
    workspace: Workspace, pair: ImagePair, to: NearReference | None, high: float | None, low: float | None
) -> Nearness | None:
    """What a tool's arguments say of the distance to others; None where they say nothing.

    Raises:
        UnknownObjectError: a distance to nothing, or to what was not spoken of.
        UnknownDistanceError: to something, but how far is not said.
    """
    if to is None and high is None and low is None:
        return None
    named = named_object(workspace, pair, to)
    if high is None and low is None:
        raise UnknownDistanceError(HOW_NEAR)
    return Nearness(named, high, low)


def named_object(workspace: Workspace, pair: ImagePair, to: NearReference | None) -> NearTo:
    """What distances are measured to.

    Raises:
        UnknownObjectError: nothing is named, or no object was spoken of.
    """
    named = workspace.focus.of(pair.id) if to == "last" else to
    if named is None:
        raise UnknownObjectError(TO_WHAT)
    return named


def _noted(workspace: Workspace, result: Listing) -> Listing:
    """The result; its first object is what "it" means from now on."""
    first = selection.focus(result)
    if first is not None:
        workspace.focus.note(result.pair, first)
    return result
