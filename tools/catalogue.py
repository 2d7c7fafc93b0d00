"""The tools that a planner may call: typed functions on a workspace. Their docstrings are what a language model reads.

Names, arguments and defaults are a contract (docs/tools.md). The first argument is injected and never shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools import change, objects
from tools.change import Area, ChangeSummary, Description, Unit
from tools.change_map import ALL_CLASSES, ChangeClass, ObjectClass, Status
from tools.errors import UnknownClassError
from tools.exports import ExportFormat, ExportResult, export, show
from tools.objects import ObjectCount
from tools.preflight import PairCard
from tools.workspace import Workspace
from tools.zones import ZonalChange
from tools.zones import zonal_change as by_zone


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
    min_area: float | None = None,
) -> ObjectCount:
    """Count the changed buildings or roads and list them with place, area and whether they appeared or disappeared.

    Args:
        object_class: What to count.
        pair: Another pair of this conversation; leave out for the current one.
        status: Count only what appeared or only what disappeared.
        min_area: Leave out smaller objects: square metres, or pixels if the images are not georeferenced.
    """
    return objects.count(workspace.change(workspace.pair(pair)), object_class, status, min_area)


def measure_area(workspace: Workspace, object_class: ObjectClass, unit: Unit, pair: str | None = None) -> Area:
    """Measure how much area of a class changed. Without georeference the value is in percent.

    Args:
        object_class: What to measure.
        unit: The unit of the value.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return change.measure(workspace.change(workspace.pair(pair)), object_class, unit)


def zonal_change(workspace: Workspace, pair: str | None = None, zones: str | None = None) -> ZonalChange:
    """Tabulate the changed area and the changed objects by class for each zone (parcel, district) a person gave.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        zones: Artefact id of the zones; leave out for those given last.
    """
    return by_zone(workspace, workspace.pair(pair), zones)


def export_result(workspace: Workspace, format: ExportFormat, pair: str | None = None) -> ExportResult:
    """Write what was found to a file: map, polygons, table, picture, or the record of the run.

    Args:
        format: Kind of file; csv for spreadsheets, record for JSON.
        pair: Another pair of this conversation; leave out for the current one.
    """
    return export(workspace, workspace.pair(pair), format)


ToolFunction = Callable[..., Any]
CATALOGUE: tuple[ToolFunction, ...] = (
    inspect_pair,
    describe_change,
    detect_change,
    count_objects,
    measure_area,
    zonal_change,
    export_result,
)
