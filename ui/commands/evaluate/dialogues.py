"""`terradelta evaluate dialogues`: answers of whole dialogues held against what they must and must not hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.commands.evaluate.printing import print_result
from ui.options import Llm
from ui.progress import progress_bar


def dialogues(
    file: Annotated[Path, typer.Argument(help="JSON lines: a pair, and turns with patterns.", show_default=False)],
    llm: Llm = None,
    weights: Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones.")] = None,
    answers: Annotated[
        Optional[Path], typer.Option(help="Write every answer with its judgement, a JSON line each.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Hold dialogues with the agent and judge each answer right, wrong or evasive."""
    from agent import ChangeAgent
    from agent.evaluation.dialogues.score import score

    agent = ChangeAgent.load(llm, weights=weights)
    with progress_bar("asking") as progress:
        result = score(file, agent, progress)
    if answers is not None:
        lines = [json.dumps(asdict(one), ensure_ascii=False) for one in result.judged]
        answers.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print_result(result.report(), as_json=as_json)
