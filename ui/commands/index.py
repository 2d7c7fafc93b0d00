"""`terradelta index`: an archive of pairs, filled and searched. Knows options and words, no pixels and no store."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from tools.number_format import counted
from ui import options
from ui.error_table import explain
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.archive import ArchiveAnswer, ArchiveInfo, Filters, Found, NotesAnswer

app = typer.Typer(
    help="Keep pairs in an archive, and find them again by a sentence, a pair, a place.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
MAX_TOLD = 20
"""Failures that are printed."""


class ChangedClass(StrEnum):
    """What changed."""

    building = "building"
    road = "road"
    any = "any"


class SearchedOn(StrEnum):
    """What a text is held against."""

    change = "change"
    before = "before"
    after = "after"
    became = "became"


Place = Annotated[Path, typer.Argument(metavar="ARCHIVE", help="Folder of the archive.", show_default=False)]
K = Annotated[int, typer.Option("--k", help="How many are shown.", min=1, max=1000)]
Bbox = Annotated[
    Optional[str],  # noqa: UP045 - typer reads this form on every version
    typer.Option(help="west,south,east,north in degrees: only what reaches into it."),
]
Since = Annotated[Optional[str], typer.Option(help="Day: the later date is not before it, as in 2019-05-01.")]  # noqa: UP045
Until = Annotated[Optional[str], typer.Option(help="Day: the earlier date is not after it.")]  # noqa: UP045
Class = Annotated[Optional[ChangedClass], typer.Option("--class", help="Something of this class changed.")]  # noqa: UP045
MinArea = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Square metres that changed at least, of the class if one is given.", min=0),
]
On = Annotated[
    SearchedOn,
    typer.Option(
        help="What the text is held against: what happened; what is there before or after; what became true between."
    ),
]
Sensor = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="As the archive tells it (see index info): sentinel-2-l2a, 3 bands."),
]


@app.command()
def add(
    archive: Place,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="Folder with folders A and B (or before and after) of images of the same names, a CSV file with the "
            "columns before and after, or another archive.",
            show_default=False,
        ),
    ],
    *,
    any_resolution: options.AnyResolution = False,
    as_json: options.Json = False,
) -> None:
    """Add pairs, scenes cut into cells; made if there is none. Stopped, it goes on where it was."""
    from tools.archive import add_pairs

    embedder = _embedder()
    with progress_bar("cells") as report:
        result = add_pairs(
            archive, source, embedder, embedder.predictor, _tell, any_resolution=any_resolution, progress=report
        )
    if as_json:
        options.print_json(result)
        return
    kept = f", {result.kept:,} there already" if result.kept else ""
    print(f"{counted(result.added, 'pair')} added in {counted(result.cells, 'cell')}{kept}, {result.failed:,} failed.")
    for failure in result.failures[:MAX_TOLD]:
        print(f"  {failure}")
    if result.failed > MAX_TOLD:
        print(f"  and {result.failed - MAX_TOLD:,} more; --json tells them all")
    print(f"{archive} holds {counted(result.cells_in_archive, 'cell')}.")


@app.command()
def search(
    archive: Place,
    text: Annotated[str, typer.Argument(help="What to look for, in English.", show_default=False)],
    *,
    k: K = 10,
    bbox: Bbox = None,
    since: Since = None,
    until: Until = None,
    object_class: Class = None,
    min_area: MinArea = None,
    sensor: Sensor = None,
    on: On = SearchedOn.change,
    as_json: options.Json = False,
) -> None:
    """Find changes by a sentence, or what is there at a date."""
    from tools.archive import open_archive
    from tools.archive import search as search_archive

    filters = _filters(bbox, since, until, object_class, min_area, sensor)
    opened = open_archive(archive)
    _print_answer(search_archive(opened, _embedder(), text, k, filters, view=on.value), as_json=as_json)


@app.command()
def similar(
    archive: Place,
    before: Annotated[
        str, typer.Argument(metavar="BEFORE|ID", help="Earlier image, or the id of a cell.", show_default=False)
    ],
    after: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(help="Later image; none after an id.", show_default=False),
    ] = None,
    *,
    k: K = 10,
    bbox: Bbox = None,
    since: Since = None,
    until: Until = None,
    object_class: Class = None,
    min_area: MinArea = None,
    sensor: Sensor = None,
    any_resolution: options.AnyResolution = False,
    as_json: options.Json = False,
) -> None:
    """Find changes like that of a pair, or of a cell of the archive; the pair itself is left out."""
    from tools.archive import open_archive, similar_to_cell
    from tools.archive import similar as similar_pairs

    filters = _filters(bbox, since, until, object_class, min_area, sensor)
    opened = open_archive(archive)
    if after is None:
        answer = similar_to_cell(opened, before, k, filters)
    else:
        answer = similar_pairs(opened, _embedder(), Path(before), after, k, filters, any_resolution=any_resolution)
    _print_answer(answer, as_json=as_json)


@app.command()
def info(archive: Place, *, as_json: options.Json = False) -> None:
    """Tell what an archive holds."""
    from tools.archive import inform, open_archive

    found = inform(open_archive(archive))
    if as_json:
        options.print_json(found)
        return
    print("\n".join(_told_info(found)))


@app.command()
def note(
    archive: Place,
    text: Annotated[str, typer.Argument(help="What to keep.", show_default=False)],
    *,
    source: Annotated[str, typer.Option(help="Where it comes from: a record, a file, a paper.", show_default=False)],
    bbox: Bbox = None,
    day: Annotated[Optional[str], typer.Option(help="When it was found, as in 2024-06-30.")] = None,  # noqa: UP045
    as_json: options.Json = False,
) -> None:
    """Keep a note: an answer, how something is measured."""
    from tools.archive import add_note, box_of, day_from, open_archive

    box = None if bbox is None else box_of(bbox)
    when = None if day is None else day_from(day)
    kept = add_note(open_archive(archive), _embedder(), text, source, box, when)
    if as_json:
        options.print_json(kept)
        return
    print(f"Kept as {kept.id[:12]}.")


@app.command()
def notes(
    archive: Place,
    text: Annotated[str, typer.Argument(help="What to look for, in English.", show_default=False)],
    *,
    k: K = 5,
    bbox: Bbox = None,
    since: Since = None,
    until: Until = None,
    as_json: options.Json = False,
) -> None:
    """Find notes by a sentence, each with its source."""
    from tools.archive import open_archive, search_notes

    answer = search_notes(open_archive(archive), _embedder(), text, k, _filters(bbox, since, until))
    _print_notes(answer, as_json=as_json)


def _embedder() -> Any:
    """What turns changes and sentences into vectors, with the network whose features it uses."""
    from mci_model.retrieval import load_embedder

    return load_embedder()


def _tell(error: BaseException) -> str:
    """What went wrong with one pair, in a sentence."""
    return explain(error).sentence


def _filters(
    bbox: str | None,
    since: str | None,
    until: str | None,
    object_class: ChangedClass | None = None,
    min_area: float | None = None,
    sensor: str | None = None,
) -> Filters:
    from tools.archive import Filters, box_of, day_from

    return Filters(
        bbox=None if bbox is None else box_of(bbox),
        since=None if since is None else day_from(since),
        until=None if until is None else day_from(until),
        object_class=None if object_class is None else object_class.value,
        min_area=min_area,
        sensor=sensor,
    )


def _print_answer(answer: ArchiveAnswer, *, as_json: bool) -> None:
    if as_json:
        options.print_json(answer)
        return
    for number, found in enumerate(answer.found, 1):
        print("\n".join(_told(number, found)))
    print(f"{len(answer.found)} shown of {answer.matching:,} that may be shown, in {counted(answer.searched, 'cell')}.")
    options.warn(answer.notes)


def _told(number: int, found: Found) -> list[str]:
    where = "place unknown" if found.place is None else f"longitude {found.place[0]:.5f}, latitude {found.place[1]:.5f}"
    days = f"{found.days.before or 'day unknown'} to {found.days.after or 'day unknown'}"
    if found.building_m2 is None or found.road_m2 is None:
        areas = f"buildings {found.building_pixels:,} px, roads {found.road_pixels:,} px"
    else:
        areas = f"buildings {found.building_m2:,.0f} m², roads {found.road_m2:,.0f} m²"
    return [
        f"{number}. {found.caption} (score {found.score:.2f}, similarity {found.similarity:.2f}, id {found.id[:12]})",
        f"   {days}; {where}; {areas}",
        f"   before: {found.before}",
        f"   after: {found.after}",
        f"   picture: {found.thumbnail}",
    ]


def _told_info(found: ArchiveInfo) -> list[str]:
    made = found.made_by
    lines = [
        f"{found.folder}: {counted(found.pairs, 'pair')} in {counted(found.cells, 'cell')}, "
        f"{counted(found.notes, 'note')}, {found.megabytes:,.0f} MB",
        f"  days: {found.days.before or 'unknown'} to {found.days.after or 'unknown'}",
        f"  placed on earth: {found.placed:,} cells",
        f"  made by: {made.embedder} ({made.embedder_sha256[:12]}), {made.eyes} ({made.eyes_sha256[:12]})",
    ]
    if found.bbox is not None:
        lines.append(f"  around: {','.join(f'{side:.5f}' for side in found.bbox)}")
    return lines + [f"  {sensor}: {count:,} cells" for sensor, count in found.sensors.items()]


def _print_notes(answer: NotesAnswer, *, as_json: bool) -> None:
    if as_json:
        options.print_json(answer)
        return
    for number, found in enumerate(answer.found, 1):
        kept = found.note
        print(f"{number}. {kept.text}\n   source: {kept.source}{'' if kept.day is None else f', {kept.day}'}")
    options.warn(answer.notes)
