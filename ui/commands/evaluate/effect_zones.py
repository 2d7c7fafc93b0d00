"""`terradelta evaluate effect-zones`: effects over zones on simulated programmes with known effects."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.commands.evaluate.printing import print_result
from ui.options import Json
from ui.progress import progress_bar


def effect_zones(
    worlds: Annotated[int, typer.Option(help="Worlds with differences of effects, and as many without.", min=1)] = 200,
    strength: Annotated[float, typer.Option(help="How much effects differ.", min=0)] = 1.0,
    by_road: Annotated[bool, typer.Option("--by-road", help="Treatment is likelier near roads, not drawn.")] = False,
    as_json: Json = False,
) -> None:
    """Score effects over zones: coverage of intervals, power, and differences that are found where there are none."""
    from tools.benchmarks.zones.simulated_programme import Programme
    from tools.benchmarks.zones.zone_score import score
    from tools.json_values import to_json

    with progress_bar("judging") as progress:
        result = score(worlds, Programme(strength=strength, drawn=not by_road), progress)
    print_result(to_json(result), as_json=as_json)
