"""Arguments and options that several commands share, and how results are printed. Knows words, no pixels."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from tools.outputs.artefacts import Artefact

if TYPE_CHECKING:
    from tools.workspace.run_settings import RunSettings

FOLDER = Path("terradelta-out")

# Typer reads Optional[...] on every version of Python.
Image = Annotated[
    Path, typer.Argument(help="GeoTIFF, PNG, JPEG or WebP; or a folder with a file a band.", show_default=False)
]
Series = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option(
        "--series",
        help="Ask about three dates or more: a folder, a CSV file of path,date, or a file with a band a date; may be "
        "given again.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Out = Annotated[Path, typer.Option(help="Folder for pictures, maps and tables.")]
Llm = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="PROVIDER:MODEL, or the URL of an OpenAI-compatible server; default: the embedded planner."),
]
Weights = Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones (.safetensors).")]  # noqa: UP045
Backend = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        envvar="TERRADELTA_BACKEND",
        help="What computes the network on a processor: torch, onnxruntime, openvino, or auto: the fastest of those "
        "installed that agree with torch, measured at first use. Default: auto.",
    ),
]
Align = Annotated[bool, typer.Option("--align", help="Move the later date back where it lies up to 3 px off.")]
Resample = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Bring both dates to square pixels of so many metres; the network learnt from 0.5."),
]
Aoi = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="Polygon file (of a layer: FILE|layer=NAME), or left,bottom,right,top in degrees or with @EPSG:...: count "
        "only there."
    ),
]
Sensor = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="What took the images, for spectral indices: sentinel-2-l2a, landsat-8-9, ...; with their bands where the "
        "files hold others: sentinel-2-l2a:B02,B03,B04,B08; or bands alone: bands:green,red,nir. Default: the files "
        "tell."
    ),
]
Scale = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Reflectance per number, such as 0.0001, where the files do not tell; or two: before,after."),
]
Offset = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Reflectance of the number 0, such as -0.1 (or -1000 in numbers); or two: before,after."),
]
Baseline = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Sentinel-2 processing baseline, such as 05.09, which tells the offset; or two: before,after."),
]
DateBefore = Annotated[Optional[str], typer.Option(help="Day of the earlier image, YYYY-MM-DD; default: its file.")]  # noqa: UP045
DateAfter = Annotated[Optional[str], typer.Option(help="Day of the later image, YYYY-MM-DD; default: its file.")]  # noqa: UP045
PixelSize = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Side of a pixel in metres, assumed where the images are not georeferenced.", min=0),
]
Legend = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="The images are class maps with this legend: worldcover, esri, dynamic-world, corine, or a JSON or CSV "
        "file of values and names. Default: the images tell."
    ),
]
MapAccuracy = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(
        help="Share of pixels that are right on each land-cover map; without it 0.95 is assumed.", min=0, max=1
    ),
]
Assessment = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(help="Folder of a map's assessment, made by terradelta assess areas: answers tell its areas, too."),
]
Archive = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(help="Archive of pairs to search, made by terradelta index add."),
]
Zones = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(
        help="Polygon file (GeoJSON, GeoPackage, Shapefile or its ZIP, KML, KMZ, FlatGeobuf, GeoParquet), or "
        "FILE|layer=NAME: tabulate change for each polygon."
    ),
]
ZoneId = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--id", help="The column that names the zones; default: the first that names each once."),
]
MinArea = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Leave out smaller objects: square metres, or pixels if not georeferenced.", min=0),
]
MinProbability = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Leave out objects that are less probable in the mean.", min=0, max=1),
]
AnyResolution = Annotated[
    bool, typer.Option("--any-resolution", help="Look even where pixels are too coarse for houses.")
]
Regularise = Annotated[bool, typer.Option("--regularise", help="Draw outlines of buildings with right angles.")]
WorkerCount = Annotated[int, typer.Option(help="How many processes.", min=1)]
Scheduler = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Address of a Dask scheduler; default: a cluster on this machine."),
]


class Workers(StrEnum):
    """Who does the work."""

    serial = "serial"
    processes = "processes"
    dask = "dask"


Who = Annotated[Workers, typer.Option("--executor", help="Who works: this process, several, or a Dask cluster.")]


def run_settings(
    *,
    align: bool,
    resample: float | None,
    aoi: str | None = None,
    zones: Path | None = None,
    zone_id: str | None = None,
    min_area: float | None = None,
    min_probability: float | None = None,
    any_resolution: bool = False,
    regularise: bool = False,
    sensor: str | None = None,
    scale: str | None = None,
    offset: str | None = None,
    baseline: str | None = None,
    date_before: str | None = None,
    date_after: str | None = None,
    pixel_size: float | None = None,
    legend: str | None = None,
    map_accuracy: float | None = None,
    assessment: Path | None = None,
    archive: Path | None = None,
    remember: bool = False,
) -> RunSettings:
    """Settings of a run from the options of the same names; what a command does not offer has its default."""
    from tools.workspace.run_settings import RunSettings

    return RunSettings(
        align=align,
        resample=resample,
        area_of_interest=aoi,
        zones=zones,
        zone_id=zone_id,
        min_area=min_area,
        min_probability=min_probability,
        any_resolution=any_resolution,
        regularise=regularise,
        sensor=sensor,
        scale=scale,
        offset=offset,
        baseline=baseline,
        date_before=date_before,
        date_after=date_after,
        pixel_size_m=pixel_size,
        legend=legend,
        map_accuracy=map_accuracy,
        assessment=assessment,
        archive=archive,
        remember=remember,
    )


def predictor(weights: Path | None, backend: str | None = None) -> Callable[[], Any]:
    """Loads the network when it is first needed."""

    def load() -> Any:
        from mci_model import load_predictor

        return load_predictor(weights, backend=backend)

    return load


def print_json(value: Any) -> None:
    """One JSON object on stdout."""
    from tools.json_values import to_json

    print(json.dumps(to_json(value)))


def print_files(artefacts: Iterable[Artefact]) -> None:
    """Where files lie."""
    for artefact in artefacts:
        print(f"  {artefact.kind}: {artefact.path}")


def paths(artefacts: Iterable[Artefact]) -> dict[str, str]:
    """Where files lie, by their ids."""
    return {artefact.id: str(artefact.path) for artefact in artefacts}


def warn(warnings: Sequence[str]) -> None:
    """What to beware of, on stderr."""
    for warning in warnings:
        print(f"Warning: {warning}", file=sys.stderr)
