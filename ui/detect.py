"""`terradelta detect`: map the change of a pair of any size. Knows options and words, no pixels."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.progress import progress_bar


class Workers(StrEnum):
    """Who does the work."""

    serial = "serial"
    processes = "processes"
    dask = "dask"


def detect(
    before: Annotated[Path, typer.Argument(help="GeoTIFF, PNG, JPEG or WebP.", show_default=False)],
    after: Annotated[Path, typer.Argument(help="GeoTIFF, PNG, JPEG or WebP.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Folder for pictures and maps.")] = Path("terradelta-out"),
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    align: Annotated[
        bool, typer.Option("--align", help="Move the later date back where it lies up to 3 px off.")
    ] = False,
    aoi: Annotated[
        Optional[str],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Polygon file, or left,bottom,right,top in degrees or with @EPSG:...: count only there."),
    ] = None,
    min_area: Annotated[
        Optional[float],  # noqa: UP045
        typer.Option(help="Leave out smaller objects: square metres, or pixels without a place on earth.", min=0),
    ] = None,
    min_probability: Annotated[
        Optional[float],  # noqa: UP045
        typer.Option(help="Leave out objects that are less probable in the mean.", min=0, max=1),
    ] = None,
    any_resolution: Annotated[
        bool, typer.Option("--any-resolution", help="Look even where pixels are too coarse for houses.")
    ] = False,
    executor: Annotated[
        Workers, typer.Option(help="Who works: this process, several, or a Dask cluster.")
    ] = Workers.serial,
    workers: Annotated[int, typer.Option(help="How many processes.", min=1)] = 2,
    scheduler: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Address of a Dask scheduler; default: a cluster on this machine."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Map what changed: pictures, GeoTIFFs, GeoPackage, GeoJSON, CSV. What was looked at is not looked at again."""
    from agent import ChangeAgent
    from agent.wording import sentence
    from tools.areas import area_of_interest
    from tools.catalogue import detect_change
    from tools.change_map import Choice
    from tools.executors import choose_executor
    from tools.values import to_json

    with progress_bar("looking") as report:
        workspace = ChangeAgent.load(weights=weights).open(before, after, out, report, align=align).workspace
        if executor != Workers.serial:
            workspace.executor = choose_executor(executor.value, weights, workers, scheduler)
        workspace.any_resolution, workspace.choice = any_resolution, Choice(min_area, min_probability)
        workspace.asked = area_of_interest(aoi, workspace.pair()) if aoi else None
        result = detect_change(workspace)
        workspace.export(workspace.pair())
    paths = {artefact.id: str(artefact.path) for artefact in workspace.artefacts.values()}
    if as_json:
        print(json.dumps({"result": to_json(result), "artefacts": paths}))
        return
    print(sentence(result))
    for path in paths.values():
        print(f"  {path}")
    roads = any(row.object_class == "road" and row.pixels for row in result.classes)
    caution = (workspace.predictor.road_caution,) if roads and workspace.predictor.road_caution else ()
    for warning in (*workspace.card(workspace.pair()).warnings, *caution):
        print(f"Warning: {warning}", file=sys.stderr)
