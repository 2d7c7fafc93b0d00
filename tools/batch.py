"""Many pairs of a list, each a run of its own: what is done is kept, what fails is told and holds nothing up."""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tools.change_map import ALL_CLASSES
from tools.errors import ManifestError, RecordError
from tools.executors import Executor
from tools.measured import Number
from tools.record import RecordedFile, read_record
from tools.run import run
from tools.run_settings import RunSettings
from tools.whole_files import in_one_piece
from tools.workspace import Progress, Workspace

if TYPE_CHECKING:
    from mci_model import Predictor

Status = Literal["done", "kept", "failed", "duplicate"]
OnError = Literal["skip", "stop"]
TOLD = tuple(
    f"{name}.{what}" for name in ALL_CLASSES for what in ("objects", "appeared", "disappeared", "area_m2", "share")
)
"""Numbers of the record that stand in the summary."""
GROUND = ("valid.area_m2", "valid.pixels", "unknown.pixels", "changed.probability", "caption")
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One pair of the list."""

    line: int
    """In the file, the header being 1."""
    id: str
    """Name of its folder."""
    before: Path
    after: Path


@dataclass(frozen=True, slots=True)
class PairTask:
    """A row to be worked on; small, so that it can be sent to another process."""

    row: ManifestRow
    folder: Path
    settings: RunSettings
    explain: Callable[[BaseException], str]


@dataclass(frozen=True, slots=True)
class PairOutcome:
    """What became of a row."""

    row: ManifestRow
    status: Status
    error: str | None = None
    seconds: float = 0.0
    numbers: dict[str, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of all rows."""

    done: int
    kept: int
    """Done by an earlier run with the same files, settings and weights."""
    failed: int
    duplicates: int
    failures: tuple[str, ...]
    """One sentence a failed row."""
    summary: Path
    seconds: float


def read_manifest(path: Path) -> tuple[ManifestRow, ...]:
    """Rows of a CSV file with the columns `before` and `after`, and `id` if folders shall have names of your own.

    Paths that are not absolute are counted from the folder of the file.

    Raises:
        ManifestError: it cannot be read, a column or a path is missing, or two different pairs have one id.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = {"before", "after"} - set(table.fieldnames or ())
            if missing:
                lacking = " or ".join(sorted(missing))
                raise ManifestError(f"{path.name} has no column {lacking}; its first line names the columns.")
            rows = tuple(_row(path, table.line_num, number, cells) for number, cells in enumerate(table, 1))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path} cannot be read as a CSV file in UTF-8; check the path and the file.") from error
    if not rows:
        raise ManifestError(f"{path.name} lists no pair; write one a line below the header before,after.")
    _check_ids(path, rows)
    return rows


def _row(path: Path, line: int, number: int, cells: dict[str, str | None]) -> ManifestRow:
    places = [(cells.get(name) or "").strip() for name in ("before", "after")]
    if not all(places):
        raise ManifestError(f"Line {line} of {path.name} names no {'before' if not places[0] else 'after'} image.")
    name = (cells.get("id") or "").strip() or f"{number:06d}"
    if not PLAIN.fullmatch(name):
        raise ManifestError(
            f"Line {line} of {path.name} has the id {name!r}; use letters, digits, dot, dash and underscore."
        )
    before, after = (path.parent / place for place in places)
    return ManifestRow(line, name, before, after)


def _check_ids(path: Path, rows: Sequence[ManifestRow]) -> None:
    first: dict[str, ManifestRow] = {}
    for row in rows:
        other = first.setdefault(row.id, row)
        if other is not row and (other.before, other.after) != (row.before, row.after):
            raise ManifestError(
                f"Lines {other.line} and {row.line} of {path.name} have the id {row.id!r}; give each its own."
            )


def run_batch(
    rows: Sequence[ManifestRow],
    folder: Path,
    executor: Executor,
    settings: RunSettings,
    explain: Callable[[BaseException], str],
    on_error: OnError = "skip",
    progress: Progress | None = None,
) -> BatchResult:
    """Work through a list; a run that was stopped goes on where it was.

    Args:
        rows: the pairs.
        folder: each pair gets a folder of its own in it, beside `summary.csv`.
        executor: who works; each task is a whole pair.
        settings: of every run.
        explain: turns what went wrong with a pair into a sentence.
        on_error: whether a pair that fails ends the batch.
        progress: told rows done and rows in all.

    Raises:
        ManifestError: a pair failed and `on_error` is stop; what is done is kept.
        WorkerError: no worker can be reached.
    """
    started, outcomes = time.perf_counter(), list(_settled(rows))
    left = set(range(len(rows))) - {place for place, _ in outcomes}
    told = dict(outcomes)
    tasks = (PairTask(rows[place], folder, settings, explain) for place in sorted(left))
    place_of = {rows[place]: place for place in left}
    try:
        for outcome in told.values():
            _stop_at(outcome, on_error)
        with closing(executor.run(work_on_pair, tasks, lost)) as results:
            for outcome in results:
                told[place_of[outcome.row]] = outcome
                _stop_at(outcome, on_error)
                if progress:
                    progress(len(told), len(rows))
    finally:
        summary = folder / "summary.csv"
        ordered = [told[place] for place in sorted(told)]
        in_one_piece(summary, partial(_write_summary, outcomes=ordered))
    return _result(ordered, summary, time.perf_counter() - started)


def _settled(rows: Sequence[ManifestRow]) -> Iterator[tuple[int, PairOutcome]]:
    """Rows that need no work: those that repeat another, and those whose files are not there."""
    first: dict[tuple[Path, Path], ManifestRow] = {}
    for place, row in enumerate(rows):
        other = first.setdefault((row.before, row.after), row)
        gone = next((path for path in (row.before, row.after) if not path.is_file()), None)
        if other is not row:
            yield place, PairOutcome(row, "duplicate", f"Line {row.line} repeats the pair of line {other.line}.")
        elif gone is not None:
            yield place, PairOutcome(row, "failed", f"{gone} was not found; check the path and the spelling.")


def _stop_at(outcome: PairOutcome, on_error: OnError) -> None:
    if outcome.status == "failed" and on_error == "stop":
        raise ManifestError(f"Line {outcome.row.line} ({outcome.row.id}) failed: {outcome.error}")


def work_on_pair(eyes: Predictor, task: PairTask) -> PairOutcome:
    """Run one pair, unless its record tells that this was done before; whatever goes wrong is told, not raised."""
    started, folder = time.perf_counter(), task.folder / task.row.id
    kept = _kept(task, folder / "pair1" / "record.json", eyes.sha256)
    if kept is not None:
        return PairOutcome(task.row, "kept", numbers=kept)
    try:
        workspace = Workspace(folder, lambda: eyes, settings=task.settings)
        record = read_record(run(workspace, task.row.before, task.row.after).record)
    except Exception as error:  # noqa: BLE001 - the edge of one pair: it must not take the others along
        return PairOutcome(task.row, "failed", task.explain(error), time.perf_counter() - started)
    return PairOutcome(task.row, "done", None, time.perf_counter() - started, record.numbers)


def lost(task: PairTask) -> PairOutcome:
    """A pair over which worker after worker died."""
    return PairOutcome(task.row, "failed", "Its workers died again and again, perhaps for want of memory.")


def _kept(task: PairTask, path: Path, weights: str) -> dict[str, Number] | None:
    """The numbers of an earlier run, if it was of the same files, settings and weights."""
    try:
        record = read_record(path)
    except RecordError:
        return None
    if record.settings != task.settings.to_json() or record.weights_sha256 != weights:
        return None
    places = {file.role: _as_it_was(path.parent, file) for file in (*record.inputs, *record.outputs)}
    if None in places.values() or (places["before"], places["after"]) != _resolved(task.row):
        return None
    return record.numbers


def _resolved(row: ManifestRow) -> tuple[Path, Path]:
    return row.before.resolve(), row.after.resolve()


def _as_it_was(folder: Path, file: RecordedFile) -> Path | None:
    """Where a file lies with its size and time of change; checksums would mean to read everything again."""
    place = Path(folder, file.path).resolve()
    try:
        stat = place.stat()
    except OSError:
        return None
    return place if (stat.st_size, stat.st_mtime_ns) == (file.bytes, file.modified_ns) else None


def _write_summary(path: Path, outcomes: Iterable[PairOutcome]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("line", "id", "status", "before", "after", "error", "seconds", *TOLD, *GROUND))
        for outcome in outcomes:
            row = outcome.row
            cells = (row.line, row.id, outcome.status, row.before, row.after, outcome.error, round(outcome.seconds, 3))
            numbers = (outcome.numbers.get(name) for name in (*TOLD, *GROUND))
            table.writerow([_harmless(cell) for cell in (*cells, *numbers)])


def _harmless(cell: object) -> object:
    """Text that a spreadsheet would take for a formula, as text."""
    text = str(cell) if isinstance(cell, (str, Path)) else ""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and text else cell


def _result(outcomes: Sequence[PairOutcome], summary: Path, seconds: float) -> BatchResult:
    counts = Counter(outcome.status for outcome in outcomes)
    failures = tuple(f"Line {o.row.line} ({o.row.id}): {o.error}" for o in outcomes if o.status == "failed")
    return BatchResult(
        counts["done"], counts["kept"], counts["failed"], counts["duplicate"], failures, summary, seconds
    )
