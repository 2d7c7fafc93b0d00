"""`terradelta detect` and `terradelta rerun`: map the change of a pair of any size, and do it again from its record."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from ui import options
from ui.error_table import BAD_INPUT
from ui.progress import progress_bar


def detect(
    before: options.Image,
    after: options.Image,
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
    executor: options.Who = options.Workers.serial,
    workers: options.WorkerCount = 2,
    scheduler: options.Scheduler = None,
    as_json: options.Json = False,
) -> None:
    """Map what changed: pictures, GeoTIFFs, GeoPackage, GeoJSON, CSV. What was looked at is not looked at again."""
    from agent.wording import told
    from tools.inference.executors import choose_executor
    from tools.json_values import to_json
    from tools.runs.run import run
    from tools.workspace.workspace import Workspace

    settings = options.run_settings(
        align=align, resample=resample, aoi=aoi, zones=zones, zone_id=zone_id, min_area=min_area,
        min_probability=min_probability, any_resolution=any_resolution, regularise=regularise, sensor=sensor,
        scale=scale, offset=offset, baseline=baseline, date_before=date_before, date_after=date_after,
        pixel_size=pixel_size,
    )  # fmt: skip
    who = None
    if executor != options.Workers.serial:
        who = choose_executor(executor.value, weights, workers, scheduler, backend)
    with progress_bar("looking") as report:
        workspace = Workspace(out, options.predictor(weights, backend), report, who, settings)
        result = run(workspace, before, after)
    if as_json:
        report_json = {"result": to_json(result.summary), "counts": to_json(result.counts, most=0)}
        report_json |= {"zones": to_json(result.zones), "artefacts": options.paths(workspace.artefacts)}
        print(json.dumps(report_json))
        return
    for part in (result.summary, *result.counts, *((result.zones,) if result.zones else ())):
        print(told(part))
    options.print_files(workspace.artefacts.of(result.summary.pair))
    options.warn(result.warnings)


def rerun(
    record: Annotated[Path, typer.Argument(help="record.json of an earlier run.", show_default=False)],
    out: Annotated[Path | None, typer.Option(help="Folder for the files of this run; default: none are kept.")] = None,
    weights: options.Weights = None,
    backend: options.Backend = None,
    as_json: options.Json = False,
) -> None:
    """Make a recorded run again and compare the numbers; exit code 2 where they differ."""
    from tools.runs.rerun import rerun as run_again

    with tempfile.TemporaryDirectory(prefix="terradelta-") as spare, progress_bar("looking") as report:
        again = run_again(record, out or Path(spare), options.predictor(weights, backend), report)
    if as_json:
        options.print_json(again)
    else:
        for difference in again.differences:
            print(f"{difference.name}: {difference.recorded} then, {difference.now} now")
        if not again.differences:
            print(f"All {again.compared} numbers are the same.")
    for note in again.notes:
        print(f"Note: {note}", file=sys.stderr)
    if again.differences:
        print(f"terradelta: {len(again.differences)} of {again.compared} numbers differ.", file=sys.stderr)
        raise typer.Exit(BAD_INPUT)
