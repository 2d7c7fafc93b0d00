"""`terradelta parcels`: what changed in a person's parcels between two dates."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from ui import options
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.measurements.parcels.parcel_change import ParcelChange
    from tools.workspace.workspace import Workspace

Parcels = Annotated[
    Path,
    typer.Argument(
        help="Polygon file of the parcels (GeoJSON, GeoPackage, Shapefile or its ZIP, KML, KMZ, FlatGeobuf, "
        "GeoParquet), or FILE|layer=NAME.",
        show_default=False,
    ),
]
ParcelId = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--id", help="The column that names the parcels; default: the first that names each once."),
]
Rule = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Judge each parcel by a rule, such as 'vegetation lost > 30 %' or 'building changed > 5 %'."),
]
Kind = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="Rank by this ground: water, trees, vegetation, snow, bare, building, road, any. Default: that of the "
        "rule, else any."
    ),
]
Top = Annotated[int, typer.Option("-k", help="How many parcels are printed; the files hold all.", min=1)]


def parcels(
    before: options.Image,
    after: options.Image,
    parcels: Parcels,
    parcel_id: ParcelId = None,
    rule: Rule = None,
    kind: Kind = None,
    k: Top = 10,
    out: options.Out = options.FOLDER,
    aoi: options.Aoi = None,
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    date_before: options.DateBefore = None,
    date_after: options.DateAfter = None,
    legend: options.Legend = None,
    map_accuracy: options.MapAccuracy = None,
    as_json: options.Json = False,
) -> None:
    """Tell how much of each parcel changed, ranked and judged by a rule, with table, map, GeoPackage and GeoParquet."""
    from agent.wording import told
    from tools.measurements.parcels.parcel_change import ParcelWish, parcel_change
    from tools.workspace.workspace import Workspace

    settings = options.run_settings(
        align=False, resample=None, aoi=aoi, zones=parcels, zone_id=parcel_id, sensor=sensor, scale=scale,
        offset=offset, baseline=baseline, date_before=date_before, date_after=date_after, legend=legend,
        map_accuracy=map_accuracy,
    )  # fmt: skip
    with progress_bar("looking") as report:
        workspace = Workspace(out, options.predictor(None), report, settings=settings)
        pair = workspace.open(before, after)
        found = parcel_change(workspace, pair, ParcelWish(kind, None, rule, k))
    if as_json:
        print(json.dumps(_as_json(workspace, found)))
        return
    print(told(replace(found, left_out=(), notes=())))
    options.print_files([workspace.artefacts[one] for one in (found.table, *found.files)])
    options.warn(found.warnings)


def _as_json(workspace: Workspace, found: ParcelChange) -> dict[str, Any]:
    from tools.json_values import to_json

    whole = to_json(found)
    whole["files"] = [str(workspace.artefacts[one].path) for one in (found.table, *found.files)]
    whole["warnings"] = list(found.warnings)
    return {name: value for name, value in whole.items() if name not in ("table", "left_out", "notes", "pair")}
