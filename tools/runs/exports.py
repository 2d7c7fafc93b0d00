"""Results of a pair as files, each written once. Knows no network and no planner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from tools.change.change_map import MIN_BAND_PIXELS, NO_FILTER, ObjectClass, ObjectFilter, SizeUnit, Status
from tools.change.places import Part
from tools.change.shapes.nearness import Nearness
from tools.errors import UnknownFormatError
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import Cover
from tools.notices import notice
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.runs.file_format import EVERY_OBJECT, LAND_HOLDS, FileFormat, WantedObjects
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
    object_class: ObjectClass = "any"
    """Of which class its objects are to be."""
    status: Status = "any"
    within: Part = "whole"
    """In which part of the image their centre lies."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that did not matter."""
    count: int | None = None
    """How many objects or pieces of land it holds; None where it lists none."""
    cover: Cover | None = None
    """The kind of land of which it holds what was lost and gained; None where it holds changed objects."""
    lost: Ground | None = None
    gained: Ground | None = None
    """Of this land, in the pieces that it holds."""
    smallest_pixels: int | None = None
    """Smaller pieces of land are left out."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that the areas of land assume; None where none is assumed."""


def write(workspace: Workspace, pair: ImagePair, name: str) -> Artefact:
    """Write the kind of file that has this name; errors as for `FileFormat.write`."""
    return FORMATS[name].write(workspace, pair)


def write_all(workspace: Workspace, pair: ImagePair) -> None:
    """Write every file of a run that the pair can have."""
    for one in of_every_run():
        if one.fits(pair):
            one.write(workspace, pair)


def export(
    workspace: Workspace, pair: ImagePair, format_name: str, wanted: WantedObjects = EVERY_OBJECT
) -> ExportResult:
    """Write the results in the requested format; a table of objects holds only those that are wanted.

    A format that lists no objects is written as a whole, whatever class or status is wanted.

    Raises:
        UnknownFormatError: there is no such format, the pair cannot be written so, or sizes are limited in a format
            that lists no objects.
        UnknownStatusError: the change map does not tell what appeared.
        ReportError: PDF cannot be made here.
    """
    chosen = _asked_format(format_name)
    some = chosen.lists_objects or not wanted.limits.keeps_all or wanted.nearness is not None
    artefact = chosen.write_some(workspace, pair, wanted) if some else chosen.write(workspace, pair)
    return ExportResult(
        pair=pair.id,
        format=cast("ExportFormat", chosen.name),
        artefact=artefact.id,
        file=artefact.path.name,
        holds=chosen.holds,
        filter=wanted.limits,
        filter_unit="px" if pair.georeference is None else "m2",
        object_class=wanted.object_class,
        status=wanted.status,
        within=wanted.part,
        nearness=wanted.nearness,
        count=len(wanted.within(workspace, pair)) if chosen.lists_objects else None,
    )


def export_land(workspace: Workspace, pair: ImagePair, format_name: str, cover: Cover) -> ExportResult:
    """Write what a kind of land lost and gained, as polygons and tables.

    Raises:
        UnknownFormatError: there is no such format, it is no table, or the pair cannot be written so.
        MissingBandsError, LegendError, ReflectanceError, UnknownSensorError, PairError: as for `land_change`.
    """
    chosen = _asked_format(format_name)
    artefact, found = chosen.write_land(workspace, pair, cover)
    return ExportResult(
        pair=pair.id,
        format=cast("ExportFormat", chosen.name),
        artefact=artefact.id,
        file=artefact.path.name,
        holds=LAND_HOLDS,
        filter_unit="px" if pair.georeference is None else "m2",
        count=len(found.table),
        cover=cover,
        lost=found.lost,
        gained=found.gained,
        smallest_pixels=MIN_BAND_PIXELS,
        assumed_pixel_m=workspace.settings.pixel_size_m if pair.georeference is None else None,
    )


def _asked_format(name: str) -> FileFormat:
    if name not in asked():
        text = "There is no format {name}; choose from {names}."
        raise UnknownFormatError(notice("no-format", text, name=repr(name), names=", ".join(asked())))
    return asked()[name]
