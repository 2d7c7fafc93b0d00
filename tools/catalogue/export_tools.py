"""The tool that writes files. Its docstring is what a model reads."""

from __future__ import annotations

from tools.catalogue.declaration import tool
from tools.runs.exports import ExportFormat, ExportResult, export
from tools.workspace.workspace import Workspace


@tool(
    ability="write maps and tables",
    example="Save it as a GeoPackage.",
    network="as far as known",
    current_pair_only=True,
)
def export_result(workspace: Workspace, format: ExportFormat, pair: str | None = None) -> ExportResult:
    """Write what was found to a file: map, polygons, table, picture, or the record of the run.

    Args:
        format: Kind of file; csv for spreadsheets, record for JSON.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Artefact id, file name, what it holds.
    """
    return export(workspace, workspace.pair(pair), format)
