"""`terradelta evaluate series`: changes over time found in simulated series whose truth is known."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ui.commands.evaluate.printing import print_result
from ui.progress import progress_bar


def series(
    dates: Annotated[int, typer.Option(help="Dates of a series.", min=12)] = 60,
    years: Annotated[float, typer.Option(help="Years from the first to the last.", min=1)] = 4.0,
    noise: Annotated[float, typer.Option(help="Standard deviation of a value, index units.", min=0)] = 0.03,
    gaps: Annotated[float, typer.Option(help="Share of cloudy dates, 0-1.", min=0, max=0.9)] = 0.4,
    size: Annotated[float, typer.Option(help="Of a break, index units.")] = -0.2,
    count: Annotated[int, typer.Option(help="Series of each kind.", min=10)] = 2000,
    seed: Annotated[int, typer.Option(help="Of the dice.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Score break dates, false alarms, dips and intervals of trends on simulated series."""
    from tools.benchmarks.series.series_score import score_series
    from tools.benchmarks.series.series_simulation import Simulation

    how = Simulation(dates, years, noise, gaps, size)
    with progress_bar("judging") as progress:
        result = score_series(how, count, seed, progress)
    print_result(asdict(result), as_json=as_json)
