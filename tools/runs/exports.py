"""Results of a pair as files, each written once. Knows no network and no planner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from tools.change.change_map import NO_FILTER, ObjectFilter, SizeUnit
from tools.errors import UnknownFormatError
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.runs.format_registry import FORMATS, asked, of_every_run
from tools.workspace.workspace import Workspace

ExportFormat = Literal["geotiff", "geojson", "gpkg", "csv", "kml", "shapefile", "xlsx", "png", "html", "pdf", "record"]
"""Formats that a user may request, closed for the schema that language models read; a test holds it to them."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file with results."""

    pair: str
    format: ExportFormat
    artefact: str
    """Its id."""
    file: str
    """Its name, without a folder."""
    holds: str
    """What is in it, in words."""
    filter: ObjectFilter = NO_FILTER
    """Which objects it holds, of those that count."""
    filter_unit: SizeUnit = "m2"
    """In which the areas of the filter are."""


def write(workspace: Workspace, pair: ImagePair, name: str) -> Artefact:
    """Write the kind of file that has this name; errors as for `FileFormat.write`."""
    return FORMATS[name].write(workspace, pair)


def write_all(workspace: Workspace, pair: ImagePair) -> None:
    """Write every file of a run that the pair can have."""
    for one in of_every_run():
        if one.fits(pair):
            one.write(workspace, pair)


def export(workspace: Workspace, pair: ImagePair, format_name: str, limits: ObjectFilter = NO_FILTER) -> ExportResult:
    """Write the results in the requested format; with limits, only the objects that they keep.

    Raises:
        UnknownFormatError: there is no such format, or the pair cannot be written so.
        ReportError: PDF cannot be made here.
    """
    chosen = asked().get(format_name)
    if chosen is None:
        raise UnknownFormatError(f"There is no format {format_name!r}; choose from {', '.join(asked())}.")
    artefact = chosen.write(workspace, pair) if limits.keeps_all else chosen.write_some(workspace, pair, limits)
    return ExportResult(
        pair=pair.id,
        format=cast("ExportFormat", chosen.name),
        artefact=artefact.id,
        file=artefact.path.name,
        holds=chosen.holds,
        filter=limits,
        filter_unit="px" if pair.georeference is None else "m2",
    )
