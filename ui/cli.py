"""The command line: reads arguments, calls the agent, prints. Exit codes: 0 done, 2 bad input or usage, 1 a bug."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import Abort, Exit, TyperException

from ui import options
from ui.commands.ask import ask
from ui.commands.assess.app import app as assess_app
from ui.commands.batch import batch
from ui.commands.bench import app as bench_app
from ui.commands.detect import detect, rerun
from ui.commands.effects.effect_zones import effect_zones
from ui.commands.evaluate.app import app as evaluate_app
from ui.commands.fetch import fetch
from ui.commands.index import app as index_app
from ui.commands.mcp import TakesPairs, mcp
from ui.commands.report import report
from ui.commands.stacks.effect import effect
from ui.commands.stacks.parcel_layers import parcel_layers
from ui.commands.stacks.parcels import parcels
from ui.commands.stacks.radar import radar
from ui.commands.stacks.series import series
from ui.commands.views import views
from ui.commands.weights import app as weights_app
from ui.error_table import BAD_INPUT, DONE, STOPPED, explain
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.workspace.run_settings import RunSettings
    from tools.workspace.workspace import Workspace

AUTH = "TERRADELTA_AUTH"
LOCAL = ("127.0.0.1", "localhost", "::1")
app = typer.Typer(help="Ask what changed between two images of one place.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(weights_app, name="weights")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(bench_app, name="bench")
app.add_typer(index_app, name="index")
app.add_typer(assess_app, name="assess")
app.command()(ask)
app.command()(detect)
app.command()(rerun)
app.command("parcel-layers")(parcel_layers)
app.command()(parcels)
app.command()(radar)
app.command()(effect_zones)
app.command()(report)
app.command()(views)
app.command()(series)
app.command()(effect)
app.command()(batch)
app.command()(fetch)
app.command(cls=TakesPairs)(mcp)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"terradelta {version('terradelta')}")
        raise Exit


@app.callback()
def main_options(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Ask what changed between two images of one place."""


@app.command()
def describe(
    before: options.Image,
    after: options.Image,
    out: options.Out = options.FOLDER,
    weights: options.Weights = None,
    backend: options.Backend = None,
    align: options.Align = False,
    resample: options.Resample = None,
    as_json: options.Json = False,
) -> None:
    """Say in one sentence what changed."""
    settings = options.run_settings(align=align, resample=resample)
    _run_tool("describe_change", _workspace(before, after, out, options.predictor(weights, backend), settings), as_json)


@app.command()
def inspect(
    before: options.Image,
    after: options.Image,
    align: options.Align = False,
    resample: options.Resample = None,
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    date_before: options.DateBefore = None,
    date_after: options.DateAfter = None,
    pixel_size: options.PixelSize = None,
    as_json: options.Json = False,
) -> None:
    """Tell what the two images are and whether they can be compared."""
    settings = options.run_settings(
        align=align, resample=resample, sensor=sensor, scale=scale, offset=offset,
        baseline=baseline, date_before=date_before, date_after=date_after, pixel_size=pixel_size,
    )  # fmt: skip
    _run_tool("inspect_pair", _workspace(before, after, options.FOLDER, options.predictor(None), settings), as_json)


def _workspace(before: Path, after: Path, out: Path, predictor: Callable[[], Any], settings: RunSettings) -> Workspace:
    from tools.workspace.workspace import Workspace

    workspace = Workspace(out, predictor, settings=settings)
    workspace.open(before, after)
    return workspace


def _run_tool(name: str, workspace: Workspace, as_json: bool) -> None:
    """Run one tool of the catalogue without a planner."""
    from agent.wording import sentence
    from tools.catalogue import CATALOGUE
    from tools.json_values import to_json

    tool = next(function for function in CATALOGUE if function.__name__ == name)
    with progress_bar("looking") as report:
        workspace.report_to(report)
        result = tool(workspace)
    if as_json:
        print(json.dumps({"result": to_json(result), "artefacts": options.paths(workspace.artefacts)}))
        return
    print(sentence(result))
    options.print_files(workspace.artefacts)
    options.warn(workspace.pair().notes)


@app.command()
def selftest(
    before: options.Image,
    after: options.Image,
    repeats: Annotated[int, typer.Option(help="How often to plant into each date.", min=1)] = 2,
    weights: options.Weights = None,
    backend: options.Backend = None,
    as_json: options.Json = False,
) -> None:
    """Plant known changes into your own pair and tell what the network finds of them."""
    from agent.wording import sentence
    from tools.benchmarks.selftest import selftest as run_selftest
    from tools.json_values import to_json

    settings = options.run_settings(align=False, resample=None)
    load = options.predictor(weights, backend)
    workspace = _workspace(before, after, options.FOLDER, load, settings)
    with progress_bar("planting and looking") as report:
        result = run_selftest(workspace.pair(), load(), repeats, report)
    print(json.dumps(to_json(result)) if as_json else sentence(result))
    options.warn(workspace.pair().notes)


@app.command()
def demo(out: options.Out = options.FOLDER / "demo") -> None:
    """Render a pair of images, ask about it, and compare the answers with the truth."""
    from ui.commands.demo import run_demo

    with progress_bar("looking") as report:
        lines = list(run_demo(out, report))
    print("\n".join(lines))


@app.command()
def chat(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 7860,
    auth: Annotated[
        str | None,
        typer.Option(help="USER:PASSWORD that visitors must give; better set in the environment.", envvar=AUTH),
    ] = None,
    basemap: Annotated[
        str | None, typer.Option(help="Address of a map to lie below, with {z}, {x} and {y}; default: none.")
    ] = None,
    attribution: Annotated[str, typer.Option(help="Whose map that is; most owners ask for it.")] = "",
    secure: Annotated[bool, typer.Option(help="The page is reached over HTTPS alone.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="Name under which the page is reached, beside localhost and numbers; may be repeated."),
    ] = None,
    archive: options.Archive = None,
    llm: options.Llm = None,
    weights: options.Weights = None,
    backend: options.Backend = None,
) -> None:
    """Open the chat page beside a map; stop it with Ctrl-C."""
    from agent import ChangeAgent
    from ui.page.map_values import Basemap
    from ui.page.server import Service, serve

    user, _, password = (auth or "").partition(":")
    if auth is not None and not (user and password):
        raise typer.BadParameter("--auth needs USER:PASSWORD, both not empty.")
    if auth is None and host not in LOCAL:
        print(f"terradelta: anyone who reaches {host} can use the page; set --auth.", file=sys.stderr)
    below = None if basemap is None else Basemap(basemap, attribution)
    names = None if auth is None else (user, password)
    if archive is not None:
        from tools.archive import open_archive

        open_archive(archive)
    service = Service(host, port, names, below, secure=secure, names=tuple(name or ()), archive=archive)
    serve(ChangeAgent.load(llm, weights=weights, backend=backend), service)


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
        explained = explain(error)
        print(f"terradelta: {explained.sentence}", file=sys.stderr)
        return explained.exit_code
    if code == STOPPED:  # Typer turns Ctrl-C into an exit code, and hands it back instead of raising
        print(f"terradelta: {explain(KeyboardInterrupt()).sentence}", file=sys.stderr)
        return STOPPED
    return code if isinstance(code, int) else DONE  # commands that were left by Exit hand its code back, too


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
