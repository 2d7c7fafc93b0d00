"""Many pairs of a list, each a run of its own: what is done is kept, what fails is told and holds nothing up."""

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
from tools.errors import ManifestError, RecordError
from tools.inference.executor import Executor
from tools.pairs.pair_list import (
    ManifestRow,  # whoever works through a list reads it first
)
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
TOLD = tuple(
    f"{name}.{what}" for name in ALL_CLASSES for what in ("objects", "appeared", "disappeared", "area_m2", "share")
)
"""Numbers of the record that stand in the summary."""
GROUND = ("valid.area_m2", "valid.pixels", "unknown.pixels", "changed.probability", "caption")


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
    numbers: tuple[RecordedNumber, ...] = ()


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
        atomic_write(summary, partial(_write_summary, outcomes=ordered))
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


def work_on_pair(eyes: ChangePredictor, task: PairTask) -> PairOutcome:
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


def _kept(task: PairTask, path: Path, weights: str) -> tuple[RecordedNumber, ...] | None:
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
            named = flat(outcome.numbers)
            numbers = (named.get(name) for name in (*TOLD, *GROUND))
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
