"""Many pairs of a list, one run each: finished pairs are not run again, and failures do not stop the batch."""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tools.atomic_files import atomic_write
from tools.change.change_map import ALL_CLASSES
from tools.csv_cells import cell
from tools.errors import ManifestError, RecordError
from tools.inference.executor import Executor
from tools.pairs.pair_list import (
    ManifestRow,  # whoever works through a list reads it first
)
from tools.paths import is_file
from tools.runs.record import RecordedFile, read_record
from tools.runs.recorded_numbers import RecordedNumber, flat
from tools.runs.run import run
from tools.types import Progress
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

Status = Literal["done", "kept", "failed", "duplicate"]
OnError = Literal["skip", "stop"]
CLASS_COLUMNS = tuple(
    f"{name}.{what}" for name in ALL_CLASSES for what in ("objects", "appeared", "disappeared", "area_m2", "share")
)
"""Numbers of each class that the summary holds."""
PAIR_COLUMNS = ("valid.area_m2", "valid.pixels", "unknown.pixels", "changed.probability", "caption")


MAX_PATH_CHARS = 200
"""Characters of a path that is not there that are told."""
WITHOUT_NETWORK = ("", "")
"""Weights and backend of what bands alone told."""


@dataclass(frozen=True, slots=True)
class PairTask:
    """A row to be processed; small, so that it can be sent to another process."""

    row: ManifestRow
    folder: Path
    settings: RunSettings
    explain: Callable[[BaseException], str]


@dataclass(frozen=True, slots=True)
class PairOutcome:
    """Result of a row."""

    row: ManifestRow
    status: Status
    error: str | None = None
    seconds: float = 0.0
    numbers: tuple[RecordedNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchResult:
    """Result of the batch."""

    done: int
    kept: int
    """Done by an earlier run with the same files, settings and weights."""
    failed: int
    duplicates: int
    failures: tuple[str, ...]
    """One sentence a failed row."""
    summary: Path
    seconds: float


def run_batch(
    rows: Sequence[ManifestRow],
    folder: Path,
    executor: Executor,
    settings: RunSettings,
    explain: Callable[[BaseException], str],
    on_error: OnError = "skip",
    progress: Progress | None = None,
) -> BatchResult:
    """Process a list; a batch that was stopped resumes.

    Args:
        rows: the pairs.
        folder: each pair gets a folder of its own in it, beside `summary.csv`.
        executor: runs the tasks; each task is a whole pair.
        settings: of every run.
        explain: turns an exception into a sentence.
        on_error: whether a pair that fails ends the batch.
        progress: called with rows done and rows in all.

    Raises:
        ManifestError: a pair failed and `on_error` is stop; finished pairs stay.
        WorkerError: no worker can be reached.
    """
    started, outcomes = time.perf_counter(), list(_settled(rows))
    remaining = set(range(len(rows))) - {place for place, _ in outcomes}
    outcome_of = dict(outcomes)
    tasks = (
        PairTask(rows[place], folder, settings.stating(dict(rows[place].stated)), explain)
        for place in sorted(remaining)
    )
    place_of = {rows[place]: place for place in remaining}
    try:
        for outcome in outcome_of.values():
            _stop_at(outcome, on_error)
        with closing(executor.run(work_on_pair, tasks, lost)) as results:
            for outcome in results:
                outcome_of[place_of[outcome.row]] = outcome
                _stop_at(outcome, on_error)
                if progress:
                    progress(len(outcome_of), len(rows))
    finally:
        summary = folder / "summary.csv"
        ordered = [outcome_of[place] for place in sorted(outcome_of)]
        atomic_write(summary, partial(_write_summary, outcomes=ordered))
    return _result(ordered, summary, time.perf_counter() - started)


def _settled(rows: Sequence[ManifestRow]) -> Iterator[tuple[int, PairOutcome]]:
    """Rows that need no run: duplicates, and those with missing files."""
    first: dict[tuple[Path, Path], ManifestRow] = {}
    for place, row in enumerate(rows):
        other = first.setdefault((row.before, row.after), row)
        gone = next((path for path in (row.before, row.after) if not is_file(path)), None)
        if other is not row:
            yield place, PairOutcome(row, "duplicate", f"Line {row.line} repeats the pair of line {other.line}.")
        elif gone is not None:
            yield place, PairOutcome(row, "failed", f"{_shown(gone)} was not found; check the path and the spelling.")


def _shown(path: Path) -> str:
    """A path on one line, of bounded length."""
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(path))
    return text if len(text) <= MAX_PATH_CHARS else f"{text[: MAX_PATH_CHARS // 2]}…{text[-MAX_PATH_CHARS // 2 :]}"


def _stop_at(outcome: PairOutcome, on_error: OnError) -> None:
    if outcome.status == "failed" and on_error == "stop":
        raise ManifestError(f"Line {outcome.row.line} ({outcome.row.id}) failed: {outcome.error}")


def work_on_pair(predictor: ChangePredictor, task: PairTask) -> PairOutcome:
    """Run one pair, unless its record shows an identical earlier run; exceptions are reported, not raised."""
    started, folder = time.perf_counter(), task.folder / task.row.id
    earlier = _earlier_numbers(task, folder / "pair1" / "record.json", predictor)
    if earlier is not None:
        return PairOutcome(task.row, "kept", numbers=earlier)
    try:
        workspace = Workspace(folder, lambda: predictor, settings=task.settings)
        record = read_record(run(workspace, task.row.before, task.row.after).record)
    except Exception as error:  # noqa: BLE001 - one pair must not stop the others
        return PairOutcome(task.row, "failed", task.explain(error), time.perf_counter() - started)
    return PairOutcome(task.row, "done", None, time.perf_counter() - started, record.numbers)


def lost(task: PairTask) -> PairOutcome:
    """The outcome of a pair whose workers died again and again."""
    return PairOutcome(task.row, "failed", "Its workers died again and again, perhaps for want of memory.")


def _earlier_numbers(task: PairTask, path: Path, eyes: ChangePredictor) -> tuple[RecordedNumber, ...] | None:
    """The numbers of an earlier run with the same files, settings, weights and backend; None without one."""
    try:
        record = read_record(path)
    except RecordError:
        return None
    made_by = (record.weights_sha256, record.backend)
    if record.settings != task.settings.to_json() or made_by not in ((eyes.sha256, eyes.backend), WITHOUT_NETWORK):
        return None
    places = {file.role: _unchanged_path(path.parent, file) for file in (*record.inputs, *record.outputs)}
    if None in places.values() or (places["before"], places["after"]) != _resolved(task.row):
        return None
    return record.numbers


def _resolved(row: ManifestRow) -> tuple[Path, Path]:
    return row.before.resolve(), row.after.resolve()


def _unchanged_path(folder: Path, file: RecordedFile) -> Path | None:
    """The path of a file of unchanged size and modification time (checksums would read everything again); else None."""
    place = Path(folder, file.path).resolve()
    try:
        stat = place.stat()
    except OSError:
        return None
    return place if (stat.st_size, stat.st_mtime_ns) == (file.bytes, file.modified_ns) else None


def _write_summary(path: Path, outcomes: Iterable[PairOutcome]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("line", "id", "status", "before", "after", "error", "seconds", *CLASS_COLUMNS, *PAIR_COLUMNS))
        for outcome in outcomes:
            row = outcome.row
            cells = (row.line, row.id, outcome.status, row.before, row.after, outcome.error, round(outcome.seconds, 3))
            named = flat(outcome.numbers)
            numbers = (named.get(name) for name in (*CLASS_COLUMNS, *PAIR_COLUMNS))
            table.writerow([cell(value) for value in (*cells, *numbers)])


def _result(outcomes: Sequence[PairOutcome], summary: Path, seconds: float) -> BatchResult:
    counts = Counter(outcome.status for outcome in outcomes)
    failures = tuple(f"Line {o.row.line} ({o.row.id}): {o.error}" for o in outcomes if o.status == "failed")
    return BatchResult(
        counts["done"], counts["kept"], counts["failed"], counts["duplicate"], failures, summary, seconds
    )
