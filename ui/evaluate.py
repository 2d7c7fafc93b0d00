"""`terradelta evaluate`: scores on data sets, printed as a table or as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from ui.progress import progress_bar

app = typer.Typer(help="Score eyes and brain on data sets.", no_args_is_help=True, rich_markup_mode=None)
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


@app.command()
def pairs(
    dataset: Annotated[
        Path, typer.Argument(help="Folder in the LEVIR-MCI or SPLIT/{A,B,label} layout.", show_default=False)
    ],
    split: Annotated[str, typer.Option(help="Which split.")] = "test",
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Score masks, objects, probabilities and captions against what people labelled."""
    from mci_model import load_predictor
    from mci_model.datasets import PairFolder
    from mci_model.evaluation.captions import has_java
    from mci_model.evaluation.pairs import evaluate_pairs, report

    folder = PairFolder(dataset, split)
    predictor = load_predictor(weights)
    with progress_bar("judging") as shown:
        tally = evaluate_pairs(predictor, folder, shown)
    for reason in tally.skipped.values():
        print(f"Skipped: {reason}", file=sys.stderr)
    if tally.said and not has_java():
        print("Without Java METEOR is left out: apt-get install default-jre-headless", file=sys.stderr)
    _print(report(tally, folder, predictor), as_json=as_json)


@app.command()
def roads(
    images: Annotated[Path, typer.Argument(help="Folder of SET/image and SET/label.", show_default=False)],
    count: Annotated[int, typer.Option(help="How many pairs to make.", min=1)] = 200,
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Score changed roads on pairs made of single images with road masks that no training saw."""
    from mci_model import load_predictor
    from mci_model.evaluation.roads import evaluate_roads
    from mci_model.training.hybrids import RoadImages

    predictor, held_out = load_predictor(weights), RoadImages(images, held_out=True)
    with progress_bar("judging") as shown:
        result = evaluate_roads(predictor, held_out, count, shown)
    _print(result, as_json=as_json)


@app.command()
def gallery(
    dataset: Annotated[Path, typer.Argument(help="Folder of the data set.", show_default=False)],
    out: Annotated[Path, typer.Argument(help="Folder for the pictures.", show_default=False)],
    split: Annotated[str, typer.Option(help="Which split.")] = "test",
    count: Annotated[int, typer.Option(help="How many pictures.", min=1)] = 20,
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
) -> None:
    """Write pictures of before, after, truth and mask with both sentences, to be looked at."""
    from mci_model import load_predictor
    from mci_model.datasets import PairFolder
    from mci_model.evaluation.gallery import write_gallery

    with progress_bar("drawing") as shown:
        for path in write_gallery(load_predictor(weights), PairFolder(dataset, split), out, count, shown):
            print(path)


@app.command()
def planner(
    questions: Annotated[
        Path, typer.Argument(help="JSON lines: question, history, accepted plans.", show_default=False)
    ],
    as_json: Json = False,
) -> None:
    """Score the embedded planner on questions with accepted plans."""
    from agent.embedded_brain import shipped_planner
    from agent.planner_score import score

    result = asdict(score(questions, shipped_planner()))
    result.pop("wrong")
    _print(result, as_json=as_json)


def _print(result: dict[str, Any], *, as_json: bool) -> None:
    rounded = json.loads(json.dumps(result), parse_float=lambda text: round(float(text), 4))
    print(json.dumps(rounded, indent=None if as_json else 1))
