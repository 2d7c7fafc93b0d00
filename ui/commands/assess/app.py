"""`terradelta assess`: a sample of a map, its labels, and the map's areas with standard errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from ui import options

if TYPE_CHECKING:
    from tools.assessment.assessment import Assessment
    from tools.assessment.sampling.plan import Plan

app = typer.Typer(
    help="Assess a map: draw a sample, label it, and estimate areas with standard errors.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
OUT = Path("assessment")
PORT = 7870
Map = Annotated[Path, typer.Argument(metavar="MAP", help="Map of change or of classes (GeoTIFF).", show_default=False)]
Folder = Annotated[Path, typer.Argument(help="Folder of the sample.", show_default=False)]
Sample = Annotated[
    Path,
    typer.Argument(
        help="Folder of the sample; or its points with labels: CSV, GeoPackage or GeoJSON.", show_default=False
    ),
]
Legend = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Names of the map's values: a published legend, or a JSON or CSV file. Default: the map tells."),
]
Expect = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(help="CLASS=ACCURACY that is expected of the map, such as building=0.8; may be given again."),
]


@app.command()
def plan(
    mapped: Map,
    standard_error: Annotated[float, typer.Option(help="Wished, of the overall accuracy.")] = 0.01,
    out: Annotated[Path, typer.Option(help="Folder for the sample.")] = OUT,
    least: Annotated[int, typer.Option(help="Points of a rare class.", min=2)] = 50,
    expect: Expect = None,
    seed: Annotated[int, typer.Option(help="Of the dice.", min=0)] = 0,
    legend: Legend = None,
    as_json: options.Json = False,
) -> None:
    """Draw a stratified sample of a map, as large as the wished standard error needs."""
    from tools.assessment.sampling.make_plan import make_plan

    made, files = make_plan(
        mapped, out, standard_error, least=least, expected=_expected(expect or []), seed=seed, legend=legend
    )
    if as_json:
        options.print_json(_plan_json(made, files))
        return
    _print_plan(made, files)


@app.command()
def label(
    sample: Folder,
    before: options.Image,
    after: options.Image,
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = PORT,
    align: options.Align = False,
) -> None:
    """Open the page on which people label the sample, both dates beside each other; stop it with Ctrl-C."""
    from tools.workspace.workspace import Workspace
    from ui.labelling.server import HOST, labelling_server
    from ui.labelling.task import labelling_task

    settings = options.run_settings(align=align, resample=None)
    workspace = Workspace(sample / "images", options.predictor(None), settings=settings)
    task = labelling_task(sample, workspace.open(before, after))
    print(f"The sample is at http://{HOST}:{port}; stop it with Ctrl-C.", flush=True)
    labelling_server(task, port).run()


@app.command()
def areas(
    mapped: Map,
    sample: Sample,
    legend: Legend = None,
    as_json: options.Json = False,
) -> None:
    """Estimate areas and accuracies of a map from its labelled sample, with standard errors (Olofsson et al. 2014)."""
    from agent.wording import told
    from tools.assessment.assess import assess, write_assessment
    from tools.assessment.assessment import told_of
    from tools.assessment.cautions import cautions

    found = assess(mapped, sample, legend)
    files = write_assessment(sample if sample.is_dir() else sample.parent, found)
    if as_json:
        options.print_json(_areas_json(found, cautions(found), files))
        return
    print(told(told_of(found, ())))
    for path in files:
        print(f"  {path.stem}: {path}")
    options.warn(cautions(found))


def _expected(stated: list[str]) -> dict[str, float]:
    expected = {}
    for text in stated:
        name, _, accuracy = text.rpartition("=")
        try:
            expected[name.strip()] = float(accuracy)
        except ValueError as error:
            raise typer.BadParameter(f"{text} is no CLASS=ACCURACY; write for example building=0.8.") from error
    return expected


def _print_plan(made: Plan, files: tuple[Path, ...]) -> None:
    from tools.assessment.sampling.plan import warnings_of

    grown = "" if made.points == made.computed_points else f" ({made.computed_points} before rare classes got more)"
    print(f"{made.points} points{grown} for a standard error of {made.wished_error:g} of the overall accuracy, if:")
    for one in made.strata:
        if not one.points:
            print(f"  {one.stratum.name}: none on the map; it may be labelled all the same")
            continue
        share, right = 100 * one.weight, 100 * one.expected_users
        print(f"  {one.stratum.name}: {share:.3g} % of the map, {right:.3g} % of it right: {one.points} points")
    for path in files:
        print(f"  {path.name}: {path}")
    options.warn(warnings_of(made))


def _plan_json(made: Plan, files: tuple[Path, ...]) -> dict[str, Any]:
    from tools.assessment.sampling.plan import warnings_of

    return {
        "points": made.points,
        "computed_points": made.computed_points,
        "standard_error": made.wished_error,
        "seed": made.seed,
        "strata": [
            {
                "name": one.stratum.name,
                "pixels": one.stratum.pixels,
                "area_m2": one.stratum.area_m2,
                "share": one.weight,
                "expected_users": one.expected_users,
                "points": one.points,
            }
            for one in made.strata
        ],
        "files": {path.name: str(path) for path in files},
        "warnings": list(warnings_of(made)),
    }


def _areas_json(found: Assessment, warnings: tuple[str, ...], files: tuple[Path, ...]) -> dict[str, Any]:
    """The object of the contract, with the rest beside it."""
    from tools.json_values import to_json

    whole = to_json(found)
    for row in whole["classes"]:
        row |= {"users": row.pop("users_accuracy"), "producers": row.pop("producers_accuracy")}
    head = {"classes": whole["classes"], "overall_accuracy": whole["overall_accuracy"]}
    rest = {name: value for name, value in whole.items() if name not in head}
    return head | rest | {"files": {path.name: str(path) for path in files}, "warnings": list(warnings)}
