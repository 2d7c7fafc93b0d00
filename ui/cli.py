"""The command line: reads arguments, calls the agent, prints. Exit codes: 0 done, 2 bad input or usage, 1 a bug."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Optional

import typer
from typer.exceptions import Abort, Exit, TyperException

from ui.detect import detect
from ui.edge import BAD_INPUT, DONE, STOPPED, explain
from ui.evaluate import app as evaluate_app
from ui.fetch import fetch
from ui.progress import progress_bar
from ui.weights import app as weights_app

app = typer.Typer(help="Ask what changed between two images of one place.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(weights_app, name="weights")
app.add_typer(evaluate_app, name="evaluate")
app.command()(detect)
app.command()(fetch)

Image = Annotated[Path, typer.Argument(help="GeoTIFF, PNG, JPEG or WebP.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Out = Annotated[Path, typer.Option(help="Folder for pictures and maps.")]
Llm = Annotated[
    Optional[str],  # noqa: UP045 - typer reads this form on every version
    typer.Option(help="PROVIDER:MODEL, or the URL of an OpenAI-compatible server; default: the embedded brain."),
]
Weights = Annotated[Optional[Path], typer.Option(help="Other weights than the embedded ones (.safetensors).")]  # noqa: UP045
Align = Annotated[bool, typer.Option("--align", help="Move the later date back where it lies up to 3 px off.")]
FOLDER = Path("terradelta-out")


@app.command()
def ask(
    before: Image,
    after: Image,
    question: Annotated[str, typer.Argument(help="In plain words.", show_default=False)],
    out: Out = FOLDER,
    llm: Llm = None,
    weights: Weights = None,
    align: Align = False,
    as_json: Json = False,
) -> None:
    """Answer a question about two images."""
    from agent import ChangeAgent

    with progress_bar("looking") as report:
        session = ChangeAgent.load(llm, weights=weights).open(before, after, out, report, align=align)
        answer = session.ask(question)
    if as_json:
        print(json.dumps({name: value for name, value in answer.record.items() if name != "question"}))
        return
    print(answer.text)
    for artefact in answer.overlays:
        print(f"  {artefact.kind}: {artefact.path}")
    _warn(answer.warnings)


@app.command()
def describe(
    before: Image,
    after: Image,
    out: Out = FOLDER,
    weights: Weights = None,
    align: Align = False,
    as_json: Json = False,
) -> None:
    """Say in one sentence what changed."""
    _run_tool("describe_change", before, after, out, weights, align, as_json)


@app.command()
def inspect(before: Image, after: Image, align: Align = False, as_json: Json = False) -> None:
    """Tell what the two images are and whether they can be compared."""
    _run_tool("inspect_pair", before, after, FOLDER, None, align, as_json)


def _run_tool(
    name: str, before: Path, after: Path, out: Path, weights: Path | None, align: bool, as_json: bool
) -> None:
    """Run one tool of the catalogue without a planner."""
    from agent import ChangeAgent
    from agent.wording import sentence
    from tools.catalogue import CATALOGUE
    from tools.values import to_json

    tool = next(function for function in CATALOGUE if function.__name__ == name)
    with progress_bar("looking") as report:
        workspace = ChangeAgent.load(weights=weights).open(before, after, out, report, align=align).workspace
        result = tool(workspace)
    paths = {artefact.id: str(artefact.path) for artefact in workspace.artefacts.values()}
    if as_json:
        print(json.dumps({"result": to_json(result), "artefacts": paths}))
        return
    print(sentence(result))
    for path in paths.values():
        print(f"  {path}")
    _warn(workspace.pair().notes)


def _warn(warnings: Sequence[str]) -> None:
    for warning in warnings:
        print(f"Warning: {warning}", file=sys.stderr)


@app.command()
def selftest(
    before: Image,
    after: Image,
    repeats: Annotated[int, typer.Option(help="How often to plant into each date.", min=1)] = 2,
    weights: Weights = None,
    as_json: Json = False,
) -> None:
    """Plant known changes into your own pair and tell what the network finds of them."""
    from agent import ChangeAgent
    from agent.wording import sentence
    from tools.selftest import selftest as run_selftest
    from tools.values import to_json

    workspace = ChangeAgent.load(weights=weights).open(before, after).workspace
    with progress_bar("planting and looking") as report:
        result = run_selftest(workspace.pair(), workspace.predictor, repeats, report)
    print(json.dumps(to_json(result)) if as_json else sentence(result))
    _warn(workspace.pair().notes)


@app.command()
def bench(
    repeats: Annotated[int, typer.Option(help="Timings of which the median is told.", min=3)] = 10,
    as_json: Json = False,
) -> None:
    """Measure speed and memory of the networks on this machine."""
    from mci_model.benchmark import benchmark

    result = json.loads(json.dumps(benchmark(repeats)), parse_float=lambda text: round(float(text), 3))
    print(json.dumps(result, indent=None if as_json else 1))


@app.command()
def demo(out: Out = FOLDER / "demo") -> None:
    """Render a pair of images, ask about it, and compare the answers with the truth."""
    from ui.demo import run_demo

    with progress_bar("looking") as report:
        lines = list(run_demo(out, report))
    print("\n".join(lines))


@app.command()
def chat(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 7860,
    llm: Llm = None,
    weights: Weights = None,
) -> None:
    """Open the chat page; stop it with Ctrl-C."""
    from agent import ChangeAgent
    from ui.page import serve

    serve(ChangeAgent.load(llm, weights=weights), host, port)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    try:
        code = app(list(arguments), standalone_mode=False)
    except Exit as stop:
        return stop.exit_code
    except Abort:
        return STOPPED
    except TyperException as error:
        print(f"terradelta: {error.format_message()} See terradelta --help.", file=sys.stderr)
        return BAD_INPUT
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the edge: every exception becomes a sentence here
        told = explain(error)
        print(f"terradelta: {told.sentence}", file=sys.stderr)
        return told.exit_code
    if code == STOPPED:  # Typer turns Ctrl-C into an exit code, and hands it back instead of raising
        print(f"terradelta: {explain(KeyboardInterrupt()).sentence}", file=sys.stderr)
        return STOPPED
    return DONE


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
