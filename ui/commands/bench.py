"""`terradelta bench`: how fast this machine is, printed as JSON. Knows options, no networks and no pixels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from ui.progress import progress_bar

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
Json = Annotated[bool, typer.Option("--json", help="Print the JSON object on one line.")]


@app.callback()
def networks(
    context: typer.Context,
    *,
    repeats: Annotated[int, typer.Option(help="Timings, of which the median is printed.", min=3)] = 10,
    as_json: Json = False,
) -> None:
    """Measure speed and memory of the networks on this machine; `bench scene`: of whole scenes."""
    if context.invoked_subcommand is not None:
        return
    from mci_model.benchmark import benchmark

    _print(benchmark(repeats), digits=3, as_json=as_json)


@app.command()
def scene(
    *,
    side: Annotated[
        Optional[list[int]],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Pixels a side of a scene; once for each. Default: 2048, 8192 and 20480.", min=256),
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes that are compared with one.", min=2)] = 2,
    folder: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Keep the drawn scenes there, and use those that are there; default: they are removed."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure whole scenes, from two files to maps and tables: seconds a Mpx, peak memory, several processes.

    Georeferenced scenes are drawn first; the largest default one takes 3 GB of disk and many minutes. Processes
    share the cores: one alone has all of them already. Other programs spoil the figures, so close them.
    """
    from tools.benchmarks.scene_benchmark import SIDES, benchmark_scenes
    from tools.json_values import to_json

    with progress_bar("measuring") as report:
        result = benchmark_scenes(side or SIDES, workers, folder, report)
    _print(to_json(result), digits=4, as_json=as_json)


@app.command()
def agent(
    *,
    repeats: Annotated[int, typer.Option(help="Times that each question is asked.", min=1)] = 3,
    as_json: Json = False,
) -> None:
    """Measure what the agent adds to a question besides tools and planner, and the planner's time and memory."""
    from agent.evaluation.overhead_benchmark import benchmark_agent
    from tools.json_values import to_json

    _print(to_json(benchmark_agent(repeats)), digits=4, as_json=as_json)


@app.command()
def page(
    *,
    visitors: Annotated[int, typer.Option(help="Who ask at the same time.", min=1)] = 10,
    side: Annotated[int, typer.Option(help="Pixels a side of the pair whose tiles are asked for.", min=512)] = 8192,
    as_json: Json = False,
) -> None:
    """Measure the page on 127.0.0.1: first page, first answer, tiles of a large pair, and many visitors at once.

    It starts a server of its own and stops it in the end. Other programs spoil the figures, so close them.
    """
    from tools.json_values import to_json
    from ui.page.benchmark.page_benchmark import benchmark_page

    _print(to_json(benchmark_page(visitors, side)), digits=3, as_json=as_json)


@app.command()
def archive(
    *,
    cells: Annotated[int, typer.Option(help="Vectors that are searched.", min=1000)] = 100_000,
    folder: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Keep the archive there, and use one that is there; default: it is removed."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure searches in an archive of vectors drawn by lot: milliseconds with and without filters, memory, disk."""
    from tools.benchmarks.archive_benchmark import benchmark_archive
    from tools.json_values import to_json

    with progress_bar("building") as report:
        result = benchmark_archive(cells, folder=folder, progress=report)
    _print(to_json(result), digits=4, as_json=as_json)


@app.command()
def series(
    *,
    dates: Annotated[int, typer.Option(help="Dates of a series.", min=12)] = 60,
    side: Annotated[int, typer.Option(help="Pixels a side of the stack.", min=64)] = 512,
    as_json: Json = False,
) -> None:
    """Measure changes over time: pixels a second beside a loop over pymannkendall, and a stack with its memory."""
    from tools.benchmarks.series.series_benchmark import benchmark_series
    from tools.json_values import to_json

    _print(to_json(benchmark_series(dates, side)), digits=3, as_json=as_json)


@app.command()
def effect(
    *,
    worlds: Annotated[int, typer.Option(help="Worlds with an effect, and as many without, of each kind.", min=2)] = 200,
    size: Annotated[float, typer.Option(help="Of the effect, units of the outcome.")] = -0.1,
    controls: Annotated[int, typer.Option(help="Places that the event did not reach.", min=2)] = 5,
    seed: Annotated[int, typer.Option(help="Of the dice.")] = 0,
    as_json: Json = False,
) -> None:
    """Measure effects in simulated worlds: intervals that hold the truth, power, false alarms, time.

    Where bsts-causalimpact is installed, its intervals and time stand beside them. 200 worlds take some minutes.
    """
    from tools.benchmarks.effects.effect_score import score_effects
    from tools.benchmarks.effects.effect_simulation import World
    from tools.json_values import to_json

    with progress_bar("judging") as report:
        result = score_effects(worlds, World(effect=size, controls=controls), seed, report)
    _print({"worlds": to_json(result)}, digits=4, as_json=as_json)


@app.command()
def parcels(
    *,
    count: Annotated[int, typer.Option(help="Parcels.", min=100)] = 100_000,
    side: Annotated[int, typer.Option(help="Pixels a side of the scene.", min=256)] = 10_000,
    as_json: Json = False,
) -> None:
    """Measure change by parcel: parcels a second beside rasterstats, and a whole answer with its memory."""
    from tools.benchmarks.parcels.parcel_benchmark import benchmark_parcels
    from tools.json_values import to_json

    _print(to_json(benchmark_parcels(count, side)), digits=3, as_json=as_json)


def _print(result: dict[str, Any], *, digits: int, as_json: bool) -> None:
    rounded = json.loads(json.dumps(result), parse_float=lambda text: round(float(text), digits))
    print(json.dumps(rounded, indent=None if as_json else 1))
