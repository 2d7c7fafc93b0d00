"""`terradelta mcp`: the tools for any client of the Model Context Protocol. Knows options, no protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from typer.core import TyperCommand

from ui import options


class TakesPairs(TyperCommand):
    """A command whose `--pair` takes two values and may be given again, which Typer has no annotation for."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        next(parameter for parameter in self.params if parameter.name == "pair").nargs = 2


Pairs = Annotated[
    Optional[list[Any]],  # noqa: UP045
    typer.Option(
        help="The earlier and the later image; may be given again, the first is the current one.",
        metavar="BEFORE AFTER",
        show_default=False,
    ),
]


def mcp(
    pair: Pairs = None,
    series: options.Series = None,
    out: options.Out = options.FOLDER,
    weights: options.Weights = None,
    backend: options.Backend = None,
    align: options.Align = False,
    resample: options.Resample = None,
    aoi: options.Aoi = None,
    zones: options.Zones = None,
    zone_id: options.ZoneId = None,
    min_area: options.MinArea = None,
    min_probability: options.MinProbability = None,
    any_resolution: options.AnyResolution = False,
    regularise: options.Regularise = False,
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    date_before: options.DateBefore = None,
    date_after: options.DateAfter = None,
    pixel_size: options.PixelSize = None,
    legend: options.Legend = None,
    map_accuracy: options.MapAccuracy = None,
    assessment: options.Assessment = None,
    archive: options.Archive = None,
) -> None:
    """Serve the tools over the Model Context Protocol, on standard input and output, until the client leaves."""
    from tools.workspace.workspace import Workspace

    serve = _server()
    settings = options.run_settings(
        align=align, resample=resample, aoi=aoi, zones=zones, zone_id=zone_id, min_area=min_area,
        min_probability=min_probability, any_resolution=any_resolution, regularise=regularise, sensor=sensor,
        scale=scale, offset=offset, baseline=baseline, date_before=date_before, date_after=date_after,
        pixel_size=pixel_size, legend=legend,
        map_accuracy=map_accuracy, assessment=assessment, archive=archive,
    )  # fmt: skip
    if not pair and not series:
        raise typer.BadParameter("Missing option '--pair' or '--series'.")
    workspace = Workspace(out, options.predictor(weights, backend), settings=settings)
    if series:
        workspace.open_series(series)
    for before, after in pair or ():
        workspace.open(Path(before), Path(after))
    if pair:
        workspace.pairs.select("1")  # not the last one, as in a conversation: no one has spoken of it yet
    serve(workspace)


def _server() -> Any:
    """What serves; loaded before anything is opened, so that a missing part is reported first."""
    from mci_model.errors import MissingPartError

    try:
        import mcp.server  # noqa: F401 - the extra [mcp]
    except ImportError as error:
        raise MissingPartError("Serving over MCP needs an extra: pip install 'terradelta[mcp]'.") from error
    from ui.mcp_server import serve

    return serve
