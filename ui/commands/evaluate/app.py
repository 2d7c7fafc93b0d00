"""`terradelta evaluate`: scores on data sets, printed as a table or as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.commands.evaluate.any_change import any_change
from ui.commands.evaluate.dialogues import dialogues
from ui.commands.evaluate.effect_zones import effect_zones
from ui.commands.evaluate.landcover import landcover
from ui.commands.evaluate.printing import print_result
from ui.commands.evaluate.radar import radar
from ui.commands.evaluate.retrieval import retrieval
from ui.commands.evaluate.series import series
from ui.options import Llm
from ui.progress import progress_bar

app = typer.Typer(help="Score networks, planner and answers on data sets.", no_args_is_help=True, rich_markup_mode=None)
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
    from mci_model.data.labelled_pairs import PairFolder
    from mci_model.evaluation.captions import has_java
    from mci_model.evaluation.pairs import evaluate_pairs, report

    folder = PairFolder(dataset, split)
    predictor = load_predictor(weights)
    with progress_bar("judging") as progress:
        tally = evaluate_pairs(predictor, folder, progress)
    for reason in tally.skipped.values():
        print(f"Skipped: {reason}", file=sys.stderr)
    if tally.captions and not has_java():
        print("Without Java METEOR is left out: apt-get install default-jre-headless", file=sys.stderr)
    print_result(report(tally, folder, predictor), as_json=as_json)


@app.command()
def roads(
    images: Annotated[Path, typer.Argument(help="Folder of SET/image and SET/label.", show_default=False)],
    count: Annotated[int, typer.Option(help="How many pairs to make.", min=1)] = 200,
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Score changed roads on pairs made of single images with road masks that no training saw."""
    from mci_model import load_predictor
    from mci_model.data.hybrids import RoadImages
    from mci_model.evaluation.roads import evaluate_roads

    predictor, held_out = load_predictor(weights), RoadImages(images, held_out=True)
    with progress_bar("judging") as progress:
        result = evaluate_roads(predictor, held_out, count, progress)
    print_result(result, as_json=as_json)


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
    from mci_model.data.labelled_pairs import PairFolder
    from mci_model.evaluation.gallery import write_gallery

    with progress_bar("drawing") as progress:
        for path in write_gallery(load_predictor(weights), PairFolder(dataset, split), out, count, progress):
            print(path)


@app.command()
def planner(
    questions: Annotated[
        Path, typer.Argument(help="JSON lines: question, history, accepted plans.", show_default=False)
    ],
    llm: Llm = None,
    as_json: Json = False,
) -> None:
    """Score the embedded planner, or a language model's plans, on questions with accepted plans."""
    from agent.evaluation.model_plans import model_planner
    from agent.evaluation.planner_score import score
    from agent.models.embedded import shipped_planner
    from agent.models.language_models import choose_language_model

    result = asdict(score(questions, shipped_planner() if llm is None else model_planner(choose_language_model(llm))))
    result.pop("wrong")
    print_result(result, as_json=as_json)


@app.command()
def grounding(
    sentences: Annotated[
        Path, typer.Argument(help="JSON lines: sentences, and whether each is a lie.", show_default=False)
    ],
    weights: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Look at the drawn pair with these, instead of knowing what was drawn."),
    ] = None,
    failures: Annotated[Optional[Path], typer.Option(help="Write what was judged wrongly, a JSON line each.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Score the checker of answers: lies that pass, and honest sentences that are refused."""
    from agent.evaluation.grounding_score import score
    from mci_model import load_predictor

    result = score(sentences, None if weights is None else lambda: load_predictor(weights))
    if failures is not None:
        wrong = [
            line.model_dump(by_alias=True) | {"filled": text, "faults": faults} for line, text, faults in result.wrong
        ]
        failures.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in wrong), encoding="utf-8")
    told = asdict(result)
    told.pop("wrong")
    print_result(told, as_json=as_json)


@app.command()
def qa(
    dataset: Annotated[
        Path, typer.Argument(help="Folder in the LEVIR-MCI or SPLIT/{A,B,label} layout.", show_default=False)
    ],
    split: Annotated[str, typer.Option(help="Which split.")] = "test",
    limit: Annotated[Optional[int], typer.Option(help="At most so many pairs, drawn by dice.", min=1)] = None,  # noqa: UP045
    llm: Llm = None,
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,  # noqa: UP045
    seed: Annotated[int, typer.Option(help="Of the dice for pairs and wordings.")] = 0,
    failures: Annotated[Optional[Path], typer.Option(help="Write what was answered wrongly, a JSON line each.")] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Ask the agent what the true masks answer, with the true and with the predicted mask."""
    from agent.evaluation.qa.score import examine, report
    from agent.models.language_models import choose_language_model
    from mci_model import load_predictor
    from mci_model.data.labelled_pairs import PairFolder
    from ui.commands.evaluate.qa_table import qa_table

    folder, language_model = PairFolder(dataset, split), choose_language_model(llm)
    with progress_bar("asking") as progress:
        done = examine(folder, language_model, lambda: load_predictor(weights), limit, seed, progress)
    for reason in done.skipped.values():
        print(f"Skipped: {reason}", file=sys.stderr)
    if failures is not None:
        wrong = [json.dumps(outcome.to_json()) for outcome in done.outcomes if not outcome.right]
        failures.write_text("".join(f"{line}\n" for line in wrong), encoding="utf-8")
    result = report(done)
    if as_json:
        print_result(result, as_json=True)
    else:
        print(qa_table(result))


app.command("any")(any_change)
app.command()(dialogues)
app.command()(effect_zones)
app.command()(landcover)
app.command()(radar)
app.command()(retrieval)
app.command()(series)
