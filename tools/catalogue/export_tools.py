"""The tool that writes files. Its docstring is what a model reads."""

from __future__ import annotations

from tools.catalogue.change_tools import NearReference, Probability, Size, nearness_of
from tools.catalogue.declaration import tool
from tools.change.change_map import ObjectClass, ObjectFilter, Status
from tools.change.places import Part
from tools.measurements.land.land_change import Cover
from tools.runs.exports import ExportFormat, ExportResult, export, export_land
from tools.runs.file_format import WantedObjects
from tools.workspace.workspace import Workspace


@tool(
    ability="write maps and tables",
    example="Save it as a GeoPackage.",
    network="as far as known",
    current_pair_only=True,
)
def export_result(
    workspace: Workspace,
    format: ExportFormat,
    pair: str | None = None,
    min_area: Size | None = None,
    max_area: Size | None = None,
    min_probability: Probability | None = None,
    max_probability: Probability | None = None,
    object_class: ObjectClass = "any",
    status: Status = "any",
    within: Part = "whole",
    cover: Cover | None = None,
    distance_to: NearReference | None = None,
    max_distance: Size | None = None,
    min_distance: Size | None = None,
) -> ExportResult:
    """Write what was found to a file: map, polygons, table, picture, or the record of the run.

    Args:
        format: Kind of file; csv for spreadsheets, xlsx for Excel, kml for Google Earth, record for JSON.
        pair: Another pair of this conversation; leave out for the current one.
        min_area: Only objects of at least this size: square metres, or pixels if not georeferenced; tables alone.
        max_area: Only objects of at most this size, likewise.
        min_probability: Only objects of at least this probability, 0-1, likewise.
        max_probability: Only objects of at most this probability, 0-1, likewise.
        object_class: Only objects of this class, in tables of objects; other files show all.
        status: Only what appeared or disappeared, likewise.
        within: Only objects whose centre lies in this part of the image, likewise.
        cover: In place of objects, polygons of what this kind of land lost and gained; tables alone.
        distance_to: To what max_distance and min_distance are measured, as for find_objects; tables alone.
        max_distance: Leave out what lies farther from it: metres, or pixels if not georeferenced.
        min_distance: Leave out what lies nearer, likewise.

    Returns:
        Artefact id, file name, what it holds, of which objects, how many of them.
    """
    if cover is not None:
        return export_land(workspace, workspace.pair(pair), format, cover)
    chosen = workspace.pair(pair)
    nearness = nearness_of(workspace, chosen, distance_to, max_distance, min_distance)
    limits = ObjectFilter(min_area, min_probability, max_area, max_probability)
    return export(workspace, chosen, format, WantedObjects(limits, object_class, status, within, nearness))
