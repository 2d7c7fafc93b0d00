"""`terradelta series`: when, where and by how much an index changed over three dates or more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from ui import options
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.measurements.series_changes import SeriesChart, SeriesZones
    from tools.series.maps.series_map import SeriesFound
    from tools.series.places.place_changes import PlaceChanges
    from tools.workspace.workspace import Workspace

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="A folder, images or folders of one date each, a file with a band a date, or a CSV file with the columns "
        "path,date and perhaps band.",
        show_default=False,
    ),
]
Index = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="Spectral index or band: ndvi, nbr, ndwi, red, nir, ... Default: what the files hold, else ndvi."
    ),
]
MinChange = Annotated[float, typer.Option(help="Steps below this, in units of the index, do not count.", min=0)]
Since = Annotated[Optional[str], typer.Option(help="First date that counts: 2019, 2019-05 or 2019-05-31.")]  # noqa: UP045
Until = Annotated[Optional[str], typer.Option(help="Last date that counts, written likewise.")]  # noqa: UP045
Place = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Draw the chart of a zone by its name, or of LONGITUDE,LATITUDE; default: of the whole place."),
]


def series(
    paths: Paths,
    index: Index = None,
    out: options.Out = options.FOLDER,
    min_change: MinChange = 0.1,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    aoi: options.Aoi = None,
    zones: options.Zones = None,
    zone_id: options.ZoneId = None,
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    as_json: options.Json = False,
) -> None:
    """Tell when, where and by how much an index changed over three dates or more, with maps and charts."""
    from tools.measurements.series_changes import series_change, series_zones
    from tools.workspace.workspace import Workspace

    settings = options.run_settings(
        align=False, resample=None, aoi=aoi, zones=zones, zone_id=zone_id, sensor=sensor, scale=scale, offset=offset,
        baseline=baseline,
    )  # fmt: skip
    with progress_bar("looking") as report:
        workspace = Workspace(out, options.predictor(None), report, settings=settings)
        workspace.open_series(paths)
        found = series_change(workspace, index, since, until, min_change)
        chart = _chart(workspace, found.change.index, place)
        table = None if zones is None else series_zones(workspace, found.change.index)
    if as_json:
        print(json.dumps(_as_json(workspace, found, table)))
        return
    _print(workspace, found, chart, table)


def _chart(workspace: Workspace, index: str, place: str | None) -> SeriesChart:
    from tools.measurements.series_changes import series_chart

    try:
        longitude, latitude = (float(part) for part in (place or "").split(","))
    except ValueError:
        return series_chart(workspace, index, place)
    return series_chart(workspace, index, None, longitude, latitude)


def _print(workspace: Workspace, found: SeriesFound, chart: SeriesChart, table: SeriesZones | None) -> None:
    from dataclasses import replace

    from agent.wording import told

    print(told(replace(found.change, warnings=())))
    print(told(replace(chart, warnings=())))
    if table is not None:
        print(told(replace(table, notes=())))
    options.print_files(workspace.artefacts.of("series"))
    options.warn(found.change.warnings)


def _as_json(workspace: Workspace, found: SeriesFound, table: SeriesZones | None) -> dict[str, Any]:
    from tools.series.maps.layers import LAYERS

    change = found.change
    layers = {layer.name: change.layers[1 + number] for number, layer in enumerate(LAYERS)}
    return {
        "dates": list(change.days),
        "index": change.index,
        "clear_share": [round(share, 4) for share in change.clear_share],
        "suspect_dates": list(change.suspect_dates),
        "layers": {name: str(workspace.artefacts[artefact].path) for name, artefact in layers.items()},
        "changed_share": round(change.changed_share, 6),
        "zones": None if table is None else [_zone(row) for row in table.rows],
        "method": change.method,
        "warnings": list(dict.fromkeys([*change.warnings, *(() if table is None else table.warnings)])),
    }


def _zone(row: PlaceChanges) -> dict[str, Any]:
    return {
        "id": row.place,
        "breaks": [{"date": one.day, "magnitude": one.magnitude} for one in row.breaks],
        "slope_per_year": row.slope,
        "p_value": row.p_value,
        "clear_dates": row.clear_dates,
    }
