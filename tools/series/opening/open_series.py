"""Opens files as a series: their days, one grid, and what has to be told about them.

files -> headers -> days -> the grid that most of them have -> every file on it -> notes
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from mci_model.prediction import Window
from tools.errors import PairError, SeriesError
from tools.notices import notice
from tools.pairs.common_grid import common_grid, on_one_side
from tools.pairs.grid_reader import GridReader
from tools.pairs.radiometry import undeclared_fill, unsigned_fill
from tools.rasters.gdal_errors import shown
from tools.rasters.opener import MAX_BANDS, RasterSource, open_source
from tools.sensors.image_day import TAKEN_TAGS, day_in
from tools.series.opening.scene_files import WAY_OUT, SceneFile, scene_files
from tools.series.series import DAYS_OF_YEAR, MIN_DATES, ImageSeries, Scene

MAX_DATES = 1000
"""Dates of a series: above, each pixel would take minutes rather than microseconds."""
SKETCH_SIDE = 256
MIN_ZERO_SHARE = 0.01
"""Share of exact zeros of one band of real or signed numbers from which they are taken for no data."""
LONG_GAP_DAYS = 400
"""Days between neighbouring dates from which on the gap is told."""
MAX_NAMED = 3


def open_series(paths: Sequence[Path], scratch: Path) -> ImageSeries:
    """Open files as a series of dates of one place; only headers and sketches are read.

    Args:
        paths: a folder, a manifest (CSV: path,date and perhaps band), a file with a band a date, or a list of files
            and folders of one date each; in any order.
        scratch: folder for bands that are stacked, and for files that are converted.

    Raises:
        SeriesError: fewer than three dates, too many, days that nothing tells, or files of different places.
        RasterError: a file cannot be used.
    """
    files = scene_files([Path(path) for path in paths], scratch)
    if not files:
        raise SeriesError("No files were given; give a folder, or files of three dates or more.")
    many = any(one.band is not None for one in files)
    sources = [_opened(one, many=many) for one in files]
    _check_days(sources)
    scenes = sorted((Scene(source, str(source.date), one.band) for source, one in zip(sources, files, strict=True)),
                    key=lambda scene: scene.day)  # fmt: skip
    days = dict.fromkeys(scene.day for scene in scenes)
    _check_count(len(days), scenes)
    reference = _reference([scene.source for scene in scenes])
    placed = [_filled(_placed(scene, reference)) for scene in scenes]
    grid = reference.georeference
    notes = (*_day_notes(placed), *_grid_notes(placed, reference), *_own_notes(placed))
    return ImageSeries(tuple(placed), reference.height, reference.width, grid, tuple(dict.fromkeys(notes)))


def _opened(file: SceneFile, *, many: bool) -> RasterSource:
    """The header of a file, with the day that is stated for it."""
    source = open_source(file.path, MAX_DATES if many else MAX_BANDS)
    if file.band is not None:
        if file.band > source.bands:
            raise SeriesError(f"{source.name} has {source.bands} bands, and band {file.band} was asked for; check it.")
        source = replace(source, colours=(file.band,), picture_notes=(), notes=_without(source.picture_notes, source))
    if file.day is not None:
        told = tuple(note for note in source.notes if source.name not in note or "is of" not in note)
        return replace(source, date=file.day, date_doubted=False, notes=told)
    return source


def _without(dropped: Sequence[str], source: RasterSource) -> tuple[str, ...]:
    return tuple(note for note in source.notes if note not in dropped)


def _check_days(sources: Sequence[RasterSource]) -> None:
    silent = [source.name for source in sources if source.date is None]
    if silent:
        named = ", ".join(silent[:MAX_NAMED]) + (", ..." if len(silent) > MAX_NAMED else "")
        verb = "tells" if len(silent) == 1 else "tell"
        raise SeriesError(f"{len(silent)} of {len(sources)} files {verb} no day ({named}); {WAY_OUT}.")
    doubted = [source for source in sources if source.date_doubted]
    if doubted:
        raise SeriesError(
            f"{doubted[0].name} tells two days that contradict each other, by its name and by its tag; give a CSV file "
            "with the columns path,date that states the right one."
        )


def _check_count(days: int, scenes: Sequence[Scene]) -> None:
    if days > MAX_DATES:
        raise SeriesError(
            f"These are {days:,} dates, more than {MAX_DATES:,}; give fewer, such as one a month or a few years."
        )
    if days == 1 and len(scenes) >= MIN_DATES:
        raise SeriesError(
            f"All {len(scenes)} files are of one day, {scenes[0].day}; if that is wrong, state the days in a CSV file "
            "with the columns path,date."
        )
    if days < MIN_DATES:
        raise SeriesError(
            f"A series needs {MIN_DATES} dates, and {'this is one' if days == 1 else 'these are two'}; for two images "
            "use terradelta ask or detect, for more give a folder, files or a CSV file with the columns path,date."
        )


def _reference(sources: Sequence[RasterSource]) -> RasterSource:
    """A file with the grid that most of them have; of equally many the first."""
    grids = [(source.size, source.georeference) for source in sources]
    counts = Counter(str(grid) for grid in grids)
    most = max(counts.values())
    return next(source for source, grid in zip(sources, grids, strict=True) if counts[str(grid)] == most)


def _placed(scene: Scene, reference: RasterSource) -> Scene:
    """The scene with its place on the grid; errors as for `open_series`."""
    first, source = on_one_side(reference, scene.source)
    whole = Window(0, 0, *reference.size)
    if source.size == reference.size and source.georeference == first.georeference:
        return replace(scene, source=source, part=whole)
    try:
        grid = common_grid(first, source)
    except PairError as error:
        raise SeriesError(
            f"{source.name} ({scene.day}) does not lie where {reference.name} lies: take it out of the series, or give "
            f"images of one place. {error}"
        ) from error
    fits = grid.second is not None and grid.size == reference.size
    return replace(scene, source=source, part=grid.second if fits else None)


def _filled(scene: Scene) -> Scene:
    """The scene with a value that stands for no data although its file does not declare it, which is told."""
    source = scene.source
    if source.nodata is not None or source.has_palette:
        return scene
    whole = ImageSeries((scene,), *source.size, source.georeference)
    frame = whole.as_pair(replace(scene, part=Window(0, 0, *source.size)))
    numbers = source.colours if scene.band is not None else tuple(range(1, source.bands + 1))
    with GridReader(replace(source, colours=numbers), frame.grid, frame.grid.first) as reader:
        sketch = reader.sketch(SKETCH_SIDE)
    found = undeclared_fill(sketch)
    if found is None and (unsigned := unsigned_fill(sketch, sketch)) is not None:
        found = unsigned[0]
    if found is None and len(numbers) == 1 and sketch.valid.any():
        zeros = float((sketch.pixels[sketch.valid] == 0).mean())
        found = 0.0 if MIN_ZERO_SHARE <= zeros < 1 and sketch.pixels.dtype.kind in "fi" else None
    if found is None:
        return scene
    note = notice(
        "undeclared-fill",
        "{name} does not declare {fill:g}, which many of its pixels are and which is taken for no data.",
        name=source.name,
        fill=found,
    )
    return replace(scene, source=replace(source, fill=found, notes=(*source.notes, note)))


def _day_notes(scenes: Sequence[Scene]) -> Iterator[str]:
    written = [scene.source.name for scene in scenes if _by_writing(scene)]
    if written:
        yield notice(
            "days-of-writing",
            "The days of {count} files ({names}) are those of their tag for the time of writing, since nothing else "
            "tells them; if they are wrong, give a CSV file with the columns path,date.",
            count=len(written),
            names=written[0] + (", ..." if len(written) > 1 else ""),
        )
    counts = Counter(scene.day for scene in scenes)
    twice = [day for day, count in counts.items() if count > 1]
    if twice:
        shown_days = ", ".join(twice[:MAX_NAMED]) + (", ..." if len(twice) > MAX_NAMED else "")
        if len(twice) == 1:
            text = "{count} day has more than one image, which are merged ({days})."
            yield notice("day-merged", text, count=1, days=shown_days)
        else:
            text = "{count} days have more than one image, which are merged ({days})."
            yield notice("days-merged", text, count=len(twice), days=shown_days)
    days = [date.fromisoformat(day) for day in counts]
    for first, second in pairwise(days):
        if (apart := (second - first).days) > LONG_GAP_DAYS:
            yield notice(
                "long-gap",
                "Between {first} and {second} there are no images for {years:.1f} years; what changed then is told as "
                "of the date after.",
                first=first.isoformat(),
                second=second.isoformat(),
                years=apart / DAYS_OF_YEAR,
            )


def _by_writing(scene: Scene) -> bool:
    """Whether nothing but the time of writing tells the day."""
    if day_in(scene.source.path.stem) is not None or scene.band is not None:
        return False
    with scene.source.reading() as file:
        tags = {name.upper() for name in file.tags()}
    return not tags & set(TAKEN_TAGS) and "TIFFTAG_DATETIME" in tags


def _grid_notes(scenes: Sequence[Scene], reference: RasterSource) -> Iterator[str]:
    moved = [scene for scene in scenes if scene.part is None]
    if moved:
        yield notice(
            "other-grids",
            "{count} of {all} images lie on another grid than {name} and are brought onto its grid ({names}); what "
            "they do not cover is not known at their dates.",
            count=len(moved),
            all=len(scenes),
            name=reference.name,
            names=shown(moved[0].source.path) + (", ..." if len(moved) > 1 else ""),
        )
    if reference.georeference is None:
        yield notice(
            "series-nowhere",
            "The images do not tell where they lie, so areas are in pixels; they are taken to cover the same ground.",
        )


def _own_notes(scenes: Sequence[Scene]) -> Iterator[str]:
    """Notes of single files, the first few of each kind."""
    fills = [note for scene in scenes for note in scene.source.notes if "taken for no data" in note]
    yield from fills[:MAX_NAMED]
    if len(fills) > MAX_NAMED:
        yield notice("same-of-more", "The same holds for {count} more files.", count=len(fills) - MAX_NAMED)
