"""`terradelta effect`: what an event changed in a place, held against controls, with every check of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ui import options
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.effects.impact import Impact
    from tools.effects.result import EventEffect
    from tools.effects.value_table import ValueTable
    from tools.workspace.run_settings import RunSettings

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="A CSV file with a column of dates and a column of values for each place; or images of three dates or "
        "more, as for terradelta series.",
        show_default=False,
    ),
]
Event = Annotated[str, typer.Option(help="When it happened: 2019-03-14, 2019-03 or 2019.")]
Place = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="The column, or the zone, in which the effect is sought. Default: the first column; of images, the whole "
        "area of interest."
    ),
]
Controls = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        help="Columns or zones that the event did not reach, with commas between them. Default: of a CSV file all "
        "other columns; of images they are chosen from the map by their likeness before the event, and listed."
    ),
]
Until = Annotated[Optional[str], typer.Option(help="Last date that counts: 2021, 2021-05 or 2021-05-31.")]  # noqa: UP045
Index = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Spectral index or band of images: ndvi, nbr, ...; or what a CSV file holds."),
]
VALUES = "the value"
"""What a table is of, where no one says."""


def effect(
    paths: Paths,
    event: Event,
    place: Place = None,
    controls: Controls = None,
    until: Until = None,
    index: Index = None,
    out: options.Out = options.FOLDER,
    aoi: options.Aoi = None,
    zones: options.Zones = None,
    zone_id: options.ZoneId = None,
    sensor: options.Sensor = None,
    as_json: options.Json = False,
) -> None:
    """Tell what an event changed in a place: its effect, a verdict, and every check that this rests on."""
    names = None if controls is None else tuple(name.strip() for name in controls.split(",") if name.strip())
    if len(paths) == 1 and paths[0].suffix.lower() == ".csv" and not _lists_images(paths[0]):
        _of_table(paths[0], event, place, names, until, index, out, as_json)
        return
    settings = options.run_settings(align=False, resample=None, aoi=aoi, zones=zones, zone_id=zone_id, sensor=sensor)
    _of_images(paths, event, place, names, until, index, out, settings, as_json)


def _lists_images(path: Path) -> bool:
    """Whether a CSV file names images, as the list of a series does."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return "path" in file.readline().strip().lower().split(",")
    except (OSError, UnicodeDecodeError):
        return False


def _of_table(
    path: Path, event: str, place: str | None, controls: tuple[str, ...] | None, until: str | None,
    index: str | None, out: Path, as_json: bool,
) -> None:  # fmt: skip
    from tools.effects.impact import assess_effect
    from tools.effects.regular_steps import regular_steps
    from tools.effects.result import event_effect
    from tools.effects.value_table import read_values
    from tools.series.series import bounds

    table = read_values(path)
    chosen = place or next(iter(table.values))
    values = _chosen(table, chosen, controls, path.name)
    with progress_bar("looking") as report:
        first = bounds(event)[0]
        steps = regular_steps(table.days, chosen, values, first, None if until is None else bounds(until)[1])
        found = assess_effect(steps, report)
    told = event_effect(found, index or VALUES, first)
    files = _write(out / "effects", told, found)
    _print(told, found, files, as_json)


def _chosen(
    table: ValueTable, place: str, controls: tuple[str, ...] | None, file: str
) -> dict[str, tuple[float | None, ...]]:
    from tools.errors import EffectError

    wanted = (place, *(controls if controls is not None else tuple(name for name in table.values if name != place)))
    missing = [name for name in wanted if name not in table.values]
    if missing:
        known = ", ".join(list(table.values)[:8])
        raise EffectError(f"{file} has no column of numbers {missing[0]!r}; it has {known}.")
    if place in wanted[1:]:
        raise EffectError(f"{place!r} is the place itself and cannot be its control; name other columns.")
    return {name: table.values[name] for name in wanted}


def _write(folder: Path, told: EventEffect, found: Impact) -> dict[str, Path]:
    from tools.effects.charts import write_counterfactual, write_placebos
    from tools.effects.result import write_numbers, write_steps
    from tools.paths import file_stem

    stem = f"{file_stem(told.place, 40)}-{told.event}"
    files = {name: folder / f"{stem}-{name}" for name in ("expected.png", "placebos.png", "steps.csv", "effect.json")}
    chart, placebos, table, numbers = files.values()
    write_counterfactual(chart, found, told.index, f"{told.place}, event of {told.event}")
    write_placebos(placebos, found, told.index, f"{told.place}, event of {told.event}: {found.verdict}")
    write_steps(table, found)
    write_numbers(numbers, told, found)
    return files


def _of_images(
    paths: list[Path], event: str, place: str | None, controls: tuple[str, ...] | None, until: str | None,
    index: str | None, out: Path, settings: RunSettings, as_json: bool,
) -> None:  # fmt: skip
    from tools.measurements.event_effects import explain_effect
    from tools.workspace.workspace import Workspace

    with progress_bar("looking") as report:
        workspace = Workspace(out, options.predictor(None), report, settings=settings)
        workspace.open_series(paths)
        told, found = explain_effect(workspace, event, place, controls, until, index)
    files = {Path(name).name: workspace.artefacts[name].path for name in told.layers}
    _print(told, found, files, as_json)


def _print(told: EventEffect, found: Impact, files: dict[str, Path], as_json: bool) -> None:
    from agent.wording import told as in_words
    from agent.wording.land.effects import MARKS
    from tools.effects.result import as_json as numbers

    if as_json:
        print(json.dumps({**numbers(told, found), "files": {name: str(path) for name, path in files.items()}}))
        return
    print(in_words(replace(told, checks=(), warnings=())))
    for check in told.checks:
        print(f"  {MARKS[check.state]} {check.name}: {check.text}")
    for name, path in files.items():
        print(f"  {name}: {path}")
    options.warn(told.warnings)
