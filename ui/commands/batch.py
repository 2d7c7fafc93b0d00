"""`terradelta batch`: many pairs of a list. Knows options and words, no pixels."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from ui import options
from ui.error_table import explain
from ui.progress import progress_bar


class OnError(StrEnum):
    """What a pair that fails does to the others."""

    skip = "skip"
    stop = "stop"


def batch(
    manifest: Annotated[Path, typer.Argument(help="CSV file: before, after and, if wanted, id.", show_default=False)],
    out: options.Out = options.FOLDER,
    workers: options.WorkerCount = 1,
    on_error: Annotated[OnError, typer.Option(help="Go on with the others, or stop.")] = OnError.skip,
    executor: Annotated[
        Optional[options.Workers],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Who works; default: this process, or several where --workers is above 1."),
    ] = None,
    scheduler: options.Scheduler = None,
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
    as_json: options.Json = False,
) -> None:
    """Map the change of every pair of a list; stopped, it goes on where it was. Writes summary.csv."""
    from agent.wording import sentence
    from tools.inference.executors import choose_executor
    from tools.pairs.pair_list import read_manifest
    from tools.runs.batch import run_batch

    settings = options.run_settings(
        align=align, resample=resample, aoi=aoi, zones=zones, zone_id=zone_id, min_area=min_area,
        min_probability=min_probability, any_resolution=any_resolution, regularise=regularise, sensor=sensor,
        scale=scale, offset=offset, baseline=baseline, date_before=date_before, date_after=date_after,
        pixel_size=pixel_size,
    )  # fmt: skip
    kind = executor or (options.Workers.processes if workers > 1 else options.Workers.serial)
    who = choose_executor(kind.value, weights, workers, scheduler, backend)
    with progress_bar("pairs") as report:
        result = run_batch(read_manifest(manifest), out, who, settings, tell, on_error.value, report)
    if as_json:
        options.print_json(result)
        return
    print(sentence(result))
    for failure in result.failures[:20]:
        print(f"  {failure}")
    if len(result.failures) > 20:
        print(f"  and {len(result.failures) - 20} more, in the summary")
    print(f"  summary: {result.summary}")


def tell(error: BaseException) -> str:
    """What went wrong with one pair, in a sentence."""
    return explain(error).sentence
