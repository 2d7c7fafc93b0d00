"""The tool that writes files. Its docstring is what a model reads."""

from __future__ import annotations

from tools.catalogue.change_tools import Probability, Size
from tools.catalogue.declaration import tool
from tools.change.change_map import ObjectFilter
from tools.runs.exports import ExportFormat, ExportResult, export
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
) -> ExportResult:
    """Write what was found to a file: map, polygons, table, picture, or the record of the run.

    Args:
        format: Kind of file; csv for spreadsheets, xlsx for Excel, kml for Google Earth, record for JSON.
        pair: Another pair of this conversation; leave out for the current one.
        min_area: Only objects of at least this size: square metres, or pixels if not georeferenced; tables alone.
        max_area: Only objects of at most this size, likewise.
        min_probability: Only objects of at least this probability, 0-1, likewise.

    Returns:
        Artefact id, file name, what it holds, of which objects.
    """
    return export(workspace, workspace.pair(pair), format, ObjectFilter(min_area, min_probability, max_area))
