"""`terradelta evaluate any`: change that is neither building nor road."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.commands.evaluate.printing import print_result
from ui.options import Json
from ui.progress import progress_bar


def any_change(
    dataset: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(help="Folder of captioned pairs, SPLIT/{A,B,label}; needs --cover.", show_default=False),
    ] = None,
    cover: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option(help="Folder of land-cover images, {image,label}; can be repeated.", show_default=False),
    ] = None,
    changes: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option(
            help="Folder of pairs with labels of any change, {A,B,label}, or NAME_{before,after}.tif of many bands "
            "with NAME_label.png; can be repeated."
        ),
    ] = None,
    split: Annotated[str, typer.Option(help="Which split.")] = "test",
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Score change of any kind: planted ground, unchanged pairs under two lights, labelled data sets."""
    from mci_model import load_predictor
    from mci_model.data.labelled_pairs import PairFolder
    from tools.benchmarks.any_change_score import evaluate_any_change

    if (dataset is None) != (not cover) or (dataset is None and not changes):
        raise typer.BadParameter("Give DATASET together with --cover, or --changes, or all of them.")
    unchanged = None if dataset is None else PairFolder(dataset, split)
    with progress_bar("judging") as progress:
        result = evaluate_any_change(load_predictor(weights), unchanged, cover or [], changes or [], progress=progress)
    print_result(result, as_json=as_json)
