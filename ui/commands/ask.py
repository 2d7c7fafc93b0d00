"""`terradelta ask`: one question about two images, or the next one of a conversation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ui import options
from ui.progress import progress_bar

if TYPE_CHECKING:
    from agent import ChangeAgent, Session
    from tools.types import Progress
    from tools.workspace.run_settings import RunSettings

Vision = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Multimodal model for questions about the look of the images, named as for --llm."),
]
Remember = Annotated[bool, typer.Option("--remember", help="Keep the answer as a note in --archive.")]
GoOn = Annotated[bool, typer.Option("--continue", help="Go on with the conversation that is kept in --out.")]
Trace = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Write OpenTelemetry spans to a file, or to stderr with the word console."),
]


Images = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(
        metavar="BEFORE AFTER",
        help="GeoTIFF, PNG, JPEG or WebP; or a folder with a file a band. Three or more are a series.",
        show_default=False,
    ),
]  # fmt: skip


def ask(
    *,
    images: Images = None,
    question: Annotated[str, typer.Argument(help="In plain words.", show_default=False)],
    series: options.Series = None,
    out: options.Out = options.FOLDER,
    llm: options.Llm = None,
    vision: Vision = None,
    weights: options.Weights = None,
    backend: options.Backend = None,
    align: options.Align = False,
    resample: options.Resample = None,
    aoi: options.Aoi = None,
    zones: options.Zones = None,
    zone_id: options.ZoneId = None,
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    date_before: options.DateBefore = None,
    date_after: options.DateAfter = None,
    pixel_size: options.PixelSize = None,
    legend: options.Legend = None,
    map_accuracy: options.MapAccuracy = None,
    assessment: options.Assessment = None,
    archive: options.Archive = None,
    remember: Remember = False,
    go_on: GoOn = False,
    trace: Trace = None,
    as_json: options.Json = False,
) -> None:
    """Answer a question about two images, or about a series of more dates."""
    from agent import ChangeAgent
    from agent.tracing import tracing

    settings = options.run_settings(
        align=align, resample=resample, aoi=aoi, zones=zones, zone_id=zone_id, sensor=sensor, scale=scale,
        offset=offset, baseline=baseline, date_before=date_before, date_after=date_after,
        pixel_size=pixel_size, legend=legend,
        map_accuracy=map_accuracy, assessment=assessment, archive=archive, remember=remember,
    )  # fmt: skip
    with tracing(trace), progress_bar("looking") as report:
        dates, is_series = _dates(images or [], series or [])
        agent = ChangeAgent.load(llm, weights=weights, backend=backend, vision=vision)
        if is_series:
            opened_series = _resumed_series if go_on else ChangeAgent.open_series
            session = opened_series(agent, dates, out, report, settings)
        else:
            opened = _resumed if go_on else ChangeAgent.open
            session = opened(agent, dates[0], dates[1], out, report, settings)
        answer = session.ask(question)
    if as_json:
        print(json.dumps({name: value for name, value in answer.record.items() if name != "question"}))
        return
    print(answer.text)
    options.print_files(answer.overlays)
    options.warn(answer.warnings)


def _dates(images: list[Path], series: list[Path]) -> tuple[list[Path], bool]:
    """What is asked about, and whether it is a series.

    Raises:
        typer.BadParameter: both were given, or neither.
    """
    if series and images:
        raise typer.BadParameter("Give either BEFORE and AFTER, or --series.")
    if series:
        return series, True
    if len(images) < 2:
        raise typer.BadParameter("Missing argument: give BEFORE, AFTER and the question, or --series and the question.")
    return images, len(images) > 2


def _resumed_series(
    agent: ChangeAgent, images: list[Path], out: Path, report: Progress, settings: RunSettings
) -> Session:
    """The kept conversation about this series, which is opened where it is another one."""
    session = agent.resume(out, report)
    session.workspace.choose(settings)
    known = [path.absolute() for path in session.workspace.over_time.paths]
    if known != [path.absolute() for path in images]:
        session.workspace.open_series(images)
    return session


def _resumed(
    agent: ChangeAgent, before: Path, after: Path, out: Path, report: Progress, settings: RunSettings
) -> Session:
    """The kept conversation, with this pair as its current one; what was counted otherwise is counted anew."""
    session = agent.resume(out, report)
    session.workspace.choose(settings)
    session.workspace.turn_to(before, after)
    return session
