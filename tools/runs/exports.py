"""Pictures, maps and tables of a workspace's pairs as files, each written once. Knows no network and no planner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from tools.change.change_map import ALL_CLASSES, ChangeClass
from tools.errors import ResolutionError, UnknownFormatError
from tools.outputs.artefacts import Artefact
from tools.outputs.map_files import write_classes, write_probabilities
from tools.outputs.overlay import draw, legend, with_legend
from tools.outputs.vectors import write_csv, write_geojson, write_gpkg
from tools.pairs.pair import ImagePair
from tools.pairs.preview import preview
from tools.rasters.png import write_png
from tools.runs.record import write_record
from tools.runs.report import write_report
from tools.types import Pixels
from tools.workspace.workspace import Workspace

ExportFormat = Literal["geotiff", "geojson", "gpkg", "csv", "png", "html", "pdf", "record"]


FileKind = Literal["geotiff", "probability", "gpkg", "geojson", "csv", "record"]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file that holds what was found."""

    pair: str
    format: ExportFormat
    artefact: str
    """Its id."""
    file: str
    """Its name, without a folder."""
    holds: str
    """What is in it, in words."""


Pictures = Callable[[], tuple[Pixels, Pixels]]


def previews(workspace: Workspace, pair: ImagePair, pictures: Pictures | None = None) -> tuple[Artefact, Artefact]:
    """Both dates as pictures; `pictures` gives them where they are at hand."""
    both, keep = pictures or cache(lambda: preview(pair)), workspace.artefacts.keep
    return (
        keep(pair.id, "before", "before.png", lambda path: write_png(path, both()[0])),
        keep(pair.id, "after", "after.png", lambda path: write_png(path, both()[1])),
    )


def show(workspace: Workspace, pair: ImagePair, wanted: tuple[ChangeClass, ...] = ALL_CLASSES) -> Artefact:
    """Draw the change of the wanted classes and write it as picture and as map file; the picture's artefact."""
    found = workspace.change(pair)
    entries = legend(found, wanted)
    stem = "-".join(("change", *sorted(wanted)))
    both = cache(lambda: preview(pair))  # large scenes are read from end to end for it
    previews(workspace, pair, both)
    write(workspace, pair, "geotiff")

    def draw_it(path: Path) -> None:
        write_png(path, with_legend(draw(both()[1], found, wanted), entries))

    return workspace.artefacts.keep(pair.id, "overlay", f"{stem}.png", draw_it, entries)


def write(workspace: Workspace, pair: ImagePair, kind: FileKind) -> Artefact:
    """Write one of the files that GIS programs and scripts read."""
    name, writer = WRITERS[kind]
    return workspace.artefacts.keep(pair.id, kind, name, lambda path: writer(workspace, pair, path))


def write_all(workspace: Workspace, pair: ImagePair) -> None:
    """Write every file that the pair can have; the record last, since it tells of the others."""
    placed = pair.georeference is not None
    for kind in ("geotiff", "probability", "gpkg", *(("geojson",) if placed else ()), "csv", "record"):
        write(workspace, pair, kind)


def export(workspace: Workspace, pair: ImagePair, wanted: ExportFormat) -> ExportResult:
    """Write what was found in a format of choice.

    Raises:
        UnknownFormatError: the pair cannot be written so.
    """
    if wanted == "geojson" and pair.georeference is None:
        raise UnknownFormatError("GeoJSON needs a place on earth, which the images do not tell; take gpkg or csv.")
    if wanted == "html" or wanted == "pdf":
        artefact = report(workspace, pair, wanted)
    else:
        artefact = show(workspace, pair) if wanted == "png" else write(workspace, pair, wanted)
    return ExportResult(pair.id, wanted, artefact.id, artefact.path.name, HOLDS[wanted])


def report(workspace: Workspace, pair: ImagePair, kind: Literal["html", "pdf"]) -> Artefact:
    """Write a report, and first what it is made from: pictures, the table of objects, and a record that names them.

    Raises:
        ReportError: PDF cannot be made here.
    """
    try:
        show(workspace, pair)
        write(workspace, pair, "csv")
    except ResolutionError:  # what was measured on the bands is told all the same; the record refuses if nothing was
        previews(workspace, pair)
    record = workspace.artefacts.folder / f"pair{pair.id}" / "report-record.json"

    def make(path: Path) -> None:
        write_record(record, workspace, pair)
        write_report(record, path)

    return workspace.artefacts.keep(pair.id, kind, f"report.{kind}", make)


HOLDS: dict[str, str] = {
    "geotiff": "the class of change at each pixel",
    "geojson": "the changed objects as polygons in degrees",
    "gpkg": "the changed objects as polygons",
    "csv": "the changed objects as a table",
    "png": "the later image with what changed",
    "html": "a report with pictures, numbers, methods and limits, in one file",
    "pdf": "the same report as PDF",
    "record": "all numbers with inputs, settings and checksums, for terradelta rerun",
}


def _tags(workspace: Workspace, pair: ImagePair) -> dict[str, str]:
    """What a map file tells of how it was made."""
    before, after = pair.fingerprints
    wish = workspace.settings
    return {
        "SOFTWARE": f"terradelta {version('terradelta')}",
        "MODEL": workspace.predictor.name,
        "WEIGHTS_SHA256": workspace.predictor.sha256,
        "BEFORE_SHA256": before,
        "AFTER_SHA256": after,
        "MIN_AREA": str(wish.min_area),
        "MIN_PROBABILITY": str(wish.min_probability),
        "AREA_OF_INTEREST": workspace.change(pair).area_of_interest or "all",
    }


def _classes(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    write_classes(path, workspace.change(pair), _tags(workspace, pair))


def _probabilities(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    write_probabilities(path, workspace.change(pair), workspace.seen(pair), _tags(workspace, pair))


Writer = Callable[[Workspace, ImagePair, Path], None]
WRITERS: dict[FileKind, tuple[str, Writer]] = {
    "geotiff": ("change.tif", _classes),
    "probability": ("probability.tif", _probabilities),
    "gpkg": ("objects.gpkg", lambda workspace, pair, path: write_gpkg(path, workspace.outlines(pair))),
    "geojson": ("objects.geojson", lambda workspace, pair, path: write_geojson(path, workspace.outlines(pair))),
    "csv": ("objects.csv", lambda workspace, pair, path: write_csv(path, workspace.outlines(pair))),
    "record": ("record.json", lambda workspace, pair, path: write_record(path, workspace, pair)),
}
