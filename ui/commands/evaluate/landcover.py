"""The command `terradelta evaluate landcover`: how well land cover is classified, on scenes that people labelled."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from ui.options import FOLDER, Json
from ui.progress import progress_bar

if TYPE_CHECKING:
    from agent.evaluation.landcover.score import Judge, TokenCount
    from agent.vision.choices import Price
    from tools.landcover.datasets import SceneFolder

ANSWERS = FOLDER / "landcover-answers.jsonl"
MAX_REASONS = 5
"""Why a judge refused; further ones are in the JSON."""


class Views(StrEnum):
    """What a multimodal model is shown."""

    rgb = "rgb"
    all = "all"


class Classes(StrEnum):
    """How many classes of BigEarthNet are distinguished."""

    nineteen = "19"
    fortythree = "43"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked."""

    name: str
    """With all on which the answers depend: kept answers are found by it."""
    judge: Judge
    tokens: Callable[[], tuple[int, int]] | None = None
    """Tells tokens read and written so far."""


def landcover(
    dataset: Annotated[Path, typer.Argument(help="Folder of EuroSAT or BigEarthNet.", show_default=False)],
    split: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="train, validation, test or all; default: test of BigEarthNet, all of EuroSAT."),
    ] = None,
    llm: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            help="A multimodal model: PROVIDER:MODEL, or the URL of an OpenAI-compatible server; default: the "
            "classifier that needs none."
        ),
    ] = None,
    views: Annotated[Views, typer.Option(help="Show --llm true colour only, or pictures of all bands.")] = Views.all,
    nomenclature: Annotated[Classes, typer.Option(help="Number of classes of BigEarthNet.")] = Classes.nineteen,
    limit: Annotated[Optional[int], typer.Option(help="At most so many images, drawn by dice.", min=1)] = None,  # noqa: UP045
    seed: Annotated[int, typer.Option(help="Of the dice.")] = 0,
    cache: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help=f"Keep answers here, and go on from them; default: with --llm {ANSWERS}, else none."),
    ] = None,
    price: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="IN,OUT: what a million tokens read and a million written cost, to sum up the cost."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Score land cover of scenes against what people labelled, beside simple baselines."""
    from agent.evaluation.landcover.score import ScoreOptions, score
    from agent.vision.choices.token_usage import parse_price
    from tools.landcover.datasets import open_scenes

    prices = None if price is None else parse_price(price)
    scenes = open_scenes(dataset, split, 43 if nomenclature is Classes.fortythree else 19)
    for note in scenes.notes:
        print(f"Note: {note}", file=sys.stderr)
    asked = _judge(scenes, llm, views)
    kept = cache or (ANSWERS if llm else None)
    with progress_bar("judging") as progress:
        found = score(scenes, asked.judge, ScoreOptions(asked.name, limit, seed, asked.tokens), kept, progress)
    for reason in found.skipped.values():
        print(f"Skipped: {reason}", file=sys.stderr)
    for reason, count in list(found.refusals.items())[:MAX_REASONS]:
        print(f"Refused ({count}): {reason}", file=sys.stderr)
    _print(asdict(found) | _cost(found.tokens, prices), as_json=as_json)


def _judge(scenes: SceneFolder, llm: str | None, views: Views) -> Asked:
    """Who is asked: the classifier that needs no network, or a multimodal model."""
    if llm is None:
        from tools.landcover.land_use.scene_classes import shipped
        from tools.landcover.land_use.scene_cover import classify_scene

        return Asked(f"the offline classifier {shipped().digest}", partial(classify_scene, classes=scenes.classes))
    from agent.models.language_models import choose_language_model
    from agent.vision.ask_image import Vision
    from agent.vision.scene_reading import SceneReader

    language_model = choose_language_model(llm)
    reader = SceneReader(
        Vision(language_model.model, language_model.name), scenes.classes, single=scenes.single, shown=views.value
    )
    return Asked(f"{language_model.name}, {views} views, {len(scenes.classes)} classes", reader, reader.tokens)


def _cost(tokens: TokenCount | None, price: Price | None) -> dict[str, float]:
    return {} if tokens is None or price is None else {"cost": price.of(tokens.read, tokens.written)}


def _print(result: dict[str, Any], *, as_json: bool) -> None:
    from ui.commands.evaluate.landcover_table import landcover_table

    rounded = json.loads(json.dumps(result), parse_float=lambda text: round(float(text), 4))
    print(json.dumps(rounded) if as_json else landcover_table(rounded))
