"""`terradelta evaluate radar`: tests of speckle, drawn change, stated looks, and water labelled by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.commands.evaluate.printing import print_result
from ui.options import Json
from ui.progress import progress_bar


def radar(
    chips: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(help="Folder of NAME_S1.tif (VV, VH) with NAME_label.png, 1 water, 255 unknown."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the dice for speckle.")] = 0,
    as_json: Json = False,
) -> None:
    """Score change by radar: known values, unchanged and planted ground, wrong looks, water labelled by hand."""
    from tools.benchmarks.radar.radar_score import radar_score
    from tools.json_values import to_json

    with progress_bar("judging") as progress:
        result = radar_score(chips, seed, progress)
    print_result(to_json(result), as_json=as_json)
