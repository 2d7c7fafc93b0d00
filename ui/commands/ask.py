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


def ask(
    before: options.Image,
    after: options.Image,
    question: Annotated[str, typer.Argument(help="In plain words.", show_default=False)],
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
    archive: options.Archive = None,
    remember: Remember = False,
    go_on: GoOn = False,
    trace: Trace = None,
    as_json: options.Json = False,
) -> None:
    """Answer a question about two images."""
    from agent import ChangeAgent
    from agent.tracing import tracing

    settings = options.run_settings(
        align=align, resample=resample, aoi=aoi, zones=zones, zone_id=zone_id, sensor=sensor, scale=scale,
        offset=offset, baseline=baseline, date_before=date_before, date_after=date_after,
        pixel_size=pixel_size, legend=legend,
        map_accuracy=map_accuracy, archive=archive, remember=remember,
    )  # fmt: skip
    with tracing(trace), progress_bar("looking") as report:
        agent = ChangeAgent.load(llm, weights=weights, backend=backend, vision=vision)
        opened = _resumed if go_on else ChangeAgent.open
        session = opened(agent, before, after, out, report, settings)
        answer = session.ask(question)
    if as_json:
        print(json.dumps({name: value for name, value in answer.record.items() if name != "question"}))
        return
    print(answer.text)
    options.print_files(answer.overlays)
    options.warn(answer.warnings)


def _resumed(
    agent: ChangeAgent, before: Path, after: Path, out: Path, report: Progress, settings: RunSettings
) -> Session:
    """The kept conversation, with this pair as its current one; what was counted otherwise is counted anew."""
    session = agent.resume(out, report)
    session.workspace.choose(settings)
    session.workspace.turn_to(before, after)
    return session
