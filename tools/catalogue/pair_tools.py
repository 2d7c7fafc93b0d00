"""The tools that a planner may call: typed functions on a workspace. Their docstrings are what a language model reads.

Names, arguments and defaults are a contract (docs/tools.md). The first argument is injected and never shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from tools.catalogue.archive_tools import find_changes, find_places, find_similar, open_found, recall
from tools.change import objects, selection
from tools.change import summary as change
from tools.change.change_map import ALL_CLASSES, ChangeClass, ObjectClass, Status
from tools.change.objects import ObjectCount
from tools.change.places import Direction, Part
from tools.change.selection import AreaComparison, FoundObjects, Order, Wish
from tools.change.summary import Area, ChangeSummary, Description, Unit
from tools.errors import ResolutionError, UnknownClassError
from tools.explain import certainty, hypotheses
from tools.explain.certainty import Certainty, Limits
from tools.explain.hypotheses import Explanation
from tools.explain.spectral_hypotheses import explain_signs
from tools.landcover.land_cover import LandCover
from tools.landcover.spectral_zones import FEWEST, MOST
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements import cover_maps as cover_layers
from tools.measurements import index_maps as index_layers
from tools.measurements.zonal import ZonalChange
from tools.measurements.zonal import zonal_change as by_zone
from tools.pairs.preflight import PairCard
from tools.runs.exports import ExportFormat, ExportResult, export, show
from tools.spectrum.change_signs import signs_of_change
from tools.spectrum.indices import IndexChange, IndexMap
from tools.types import Date
from tools.workspace.workspace import Workspace

Listing = TypeVar("Listing", ObjectCount, FoundObjects)


def inspect_pair(workspace: Workspace, pair: str | None = None) -> PairCard:
    """Tell what the two images are: size, bands, CRS, ground resolution, dates, overlap, shift, clouds and warnings.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    return workspace.card(workspace.pair(pair))


def describe_change(workspace: Workspace, pair: str | None = None) -> Description:
    """Say in one sentence what changed between the two dates, and how probable any change is.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    return change.describe(workspace.change(workspace.pair(pair)))


def detect_change(
    workspace: Workspace, pair: str | None = None, classes: list[ChangeClass] | None = None
) -> ChangeSummary:
    """Find the pixels that changed, by class, and draw them on the later image.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        classes: Which classes to show; leave out for all.
    """
    wanted = tuple(dict.fromkeys(classes)) if classes is not None else ALL_CLASSES
    if not wanted:
        raise UnknownClassError(f"No class was named; choose from {', '.join(ALL_CLASSES)} or leave classes out.")
    chosen = workspace.pair(pair)
    overlay = show(workspace, chosen, wanted)
    return change.summarise(workspace.change(chosen), wanted, overlay.id)


def count_objects(
    workspace: Workspace,
    object_class: ObjectClass,
    pair: str | None = None,
    status: Status = "any",
    min_area: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None,
) -> ObjectCount:
    """Count the changed buildings or roads and list them with place, area and whether they appeared or disappeared.

    Args:
        object_class: What to count.
        pair: Another pair of this conversation; leave out for the current one.
        status: Count only what appeared or only what disappeared.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
    """
    chosen = workspace.pair(pair)
    return _noted(workspace, objects.count(workspace.change(chosen), object_class, status, min_area))


def measure_area(workspace: Workspace, object_class: ObjectClass, unit: Unit, pair: str | None = None) -> Area:
    """Measure how much area of a class changed. Without georeference the value is in percent.

    Args:
        object_class: What to measure.
        unit: The unit of the value.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return change.measure(workspace.change(workspace.pair(pair)), object_class, unit)


def find_objects(
    workspace: Workspace,
    object_class: ObjectClass = "any",
    pair: str | None = None,
    status: Status = "any",
    within: Part = "whole",
    direction: Direction | None = None,
    of: int | Literal["last", "building", "road"] | None = None,
    order: Order = "largest",
    k: Annotated[int, Field(ge=1, le=100)] = 5,
) -> FoundObjects:
    """List changed objects in a part of the image, or to one side of an object, in an order; each with its place.

    Args:
        object_class: What to list.
        pair: Another pair of this conversation; leave out for the current one.
        status: Only what appeared or only what disappeared.
        within: Part of the image; north is its northern half, north-east that quarter, centre the middle ninth.
        direction: Only what lies this way of another object.
        of: That other object; its number, last for the one spoken of last, or a class for its largest object.
        order: Which come first.
        k: At most so many are listed; all are counted.
    """
    chosen = workspace.pair(pair)
    wish = Wish(object_class, status, within, direction, of, order, k)
    return _noted(workspace, selection.find(workspace.change(chosen), wish, workspace.focus.of(chosen.id)))


def compare_areas(
    workspace: Workspace, first: Part, second: Part, object_class: ObjectClass = "any", pair: str | None = None
) -> AreaComparison:
    """Compare the change in two parts of the image: objects, pixels and area of each, and where more changed.

    Args:
        first: One part; north is the northern half, north-east that quarter, centre the middle ninth.
        second: The other part.
        object_class: What to compare.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return selection.compare(workspace.change(workspace.pair(pair)), first, second, object_class)


def explain_change(workspace: Workspace, pair: str | None = None) -> Explanation:
    """Offer causes that would fit the measured change, as hypotheses with their evidence.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    chosen = workspace.pair(pair)
    try:
        return hypotheses.explain(workspace.change(chosen), workspace.card(chosen))
    except ResolutionError:
        if not index_layers.possible_indices(workspace, chosen):
            raise
    return explain_signs(signs_of_change(chosen, index_layers.wish(workspace, chosen)))


def assess_certainty(workspace: Workspace, pair: str | None = None) -> Certainty:
    """Tell how sure the change found is: probabilities, unsure objects, missing data, warnings.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    chosen = workspace.pair(pair)
    return certainty.certainty(workspace.change(chosen), workspace.card(chosen), workspace.predictor.road_caution)


def tell_limits(workspace: Workspace, pair: str | None = None) -> Limits:
    """Tell what can and cannot be seen in these images: classes, smallest object, fitting ground resolution.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    eyes, asked = workspace.predictor, workspace.pair(pair)
    allowed, card = index_layers.possible_indices(workspace, asked), workspace.card(asked)
    return certainty.limits(card, eyes.road_caution, tells_direction=eyes.tells_direction, indices=allowed)


def zonal_change(workspace: Workspace, pair: str | None = None, zones: str | None = None) -> ZonalChange:
    """Tabulate the changed area and the changed objects by class for each zone (parcel, district) a person gave.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        zones: Artefact id of the zones; leave out for those given last.
    """
    return by_zone(workspace, workspace.pair(pair), zones)


def compute_index(workspace: Workspace, index: str, date: Date, pair: str | None = None) -> IndexMap:
    """Compute a spectral index at one date: how its values are spread, and the area of its published classes.

    Args:
        index: Name of the index in lower case, such as ndvi, ndwi, ndbi, nbr, ndmi, ndsi, evi or savi.
        date: Which date.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return index_layers.compute_index(workspace, workspace.pair(pair), index, date)


def compare_index(workspace: Workspace, index: str, pair: str | None = None) -> IndexChange:
    """Tell how a spectral index changed between the dates: vegetation (ndvi), water (ndwi), fire (nbr), snow and more.

    Args:
        index: Name of the index in lower case, such as ndvi, ndwi, ndbi, nbr, ndmi, ndsi, evi or savi.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return index_layers.compare_index(workspace, workspace.pair(pair), index)


def classify_landcover(workspace: Workspace, date: Date, pair: str | None = None) -> LandCover:
    """Tell the land cover at one date: water, snow, trees, low vegetation, bare or built-up ground, with their shares.

    Args:
        date: Which date.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return cover_layers.classify_landcover(workspace, workspace.pair(pair), date)


def land_cover_transitions(workspace: Workspace, pair: str | None = None) -> Transitions:
    """Tabulate which land cover became which between the dates, in square metres and shares, unchanged included.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
    """
    return cover_layers.land_cover_transitions(workspace, workspace.pair(pair))


def find_zones(
    workspace: Workspace, zones: Annotated[int, Field(ge=FEWEST, le=MOST)] = 6, pair: str | None = None
) -> Transitions:
    """Group the ground into zones of like spectrum, without any class list, and tabulate what moved between them.

    Args:
        zones: How many zones, 2 to 12.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return cover_layers.find_zones(workspace, workspace.pair(pair), zones)


def export_result(workspace: Workspace, format: ExportFormat, pair: str | None = None) -> ExportResult:
    """Write what was found to a file: map, polygons, table, picture, or the record of the run.

    Args:
        format: Kind of file; csv for spreadsheets, record for JSON.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return export(workspace, workspace.pair(pair), format)


def _noted(workspace: Workspace, result: Listing) -> Listing:
    """The result; its first object is what "it" means from now on."""
    first = selection.focus(result)
    if first is not None:
        workspace.focus.note(result.pair, first)
    return result


ToolFunction = Callable[..., Any]
CATALOGUE: tuple[ToolFunction, ...] = (
    inspect_pair,
    describe_change,
    detect_change,
    count_objects,
    measure_area,
    find_objects,
    compare_areas,
    zonal_change,
    compute_index,
    compare_index,
    classify_landcover,
    land_cover_transitions,
    find_zones,
    find_changes,
    find_places,
    find_similar,
    open_found,
    recall,
    explain_change,
    assess_certainty,
    tell_limits,
    export_result,
)
