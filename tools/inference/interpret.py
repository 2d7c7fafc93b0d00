"""Interpretation of a pair of any size: which parts are missing, who processes them, the caption. Knows no counting."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mci_model.inference.windows import windows
from mci_model.prediction import Window
from tools.atomic_files import atomic_write
from tools.inference.executor import Executor
from tools.inference.parts import (
    InterpretedScene,
    PartRecord,
    PartTask,
    SceneParts,
    change_probability,
    most_changed_window,
    process_part,
    read_part_record,
)
from tools.pairs.areas import AreaOfInterest
from tools.types import Progress

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor


def interpret(
    scene: SceneParts,
    executor: Executor,
    area_of_interest: AreaOfInterest | None = None,
    progress: Progress | None = None,
) -> InterpretedScene:
    """Process the parts of a scene that have not been processed yet.

    Finished parts stay stored if it ends early, and the next run resumes from them.

    Args:
        scene: what to interpret.
        executor: runs the tasks.
        area_of_interest: parts that do not touch this area are left out.
        progress: called with windows done and windows in all.

    Raises:
        RasterError: a file is damaged.
        WorkerError: workers died, or none can be reached.
    """
    tasks = scene.tasks(area_of_interest.box if area_of_interest else None)
    records = [record for task in tasks if (record := read_part_record(task)) is not None]
    finished = {record.path for record in records}
    remaining = [task for task in tasks if task.path not in finished]
    window_progress, started = _WindowProgress(scene, tasks, progress), time.time()
    for record in records:
        window_progress.finish(record.path)
    work: Callable[[ChangePredictor, PartTask], PartRecord] = process_part
    if executor.ending is not None:
        work = partial(_process_and_report, window_progress, executor.ending)
    if remaining:
        with closing(executor.run(work, remaining)) as results:
            for record in results:
                records.append(record)
                window_progress.finish(record.path)
    _remove_partial_files(scene.parts_folder, started)
    return InterpretedScene(scene, sorted(records, key=lambda record: record.core))


def _remove_partial_files(folder: Path, before: float) -> None:
    """Remove half-written files of killed runs: those last modified before this run started."""
    for leftover in folder.glob(".*.partial.*"):
        with suppress(FileNotFoundError):
            if leftover.stat().st_mtime < before:
                leftover.unlink()


class _WindowProgress:
    """Windows done of windows in all, over parts that are processed at once."""

    def __init__(self, scene: SceneParts, tasks: list[PartTask], progress: Progress | None) -> None:
        self._of = {task.path: len(list(windows(*scene.pair.size, task.core))) for task in tasks}
        self._done, self._progress = dict.fromkeys(self._of, 0), progress

    def finish(self, path: Path) -> None:
        self.report(path, self._of[path])

    def report(self, path: Path, done: int) -> None:
        self._done[path] = done
        if self._progress:
            self._progress(sum(self._done.values()), sum(self._of.values()))


def _process_and_report(
    window_progress: _WindowProgress, ending: threading.Event, predictor: ChangePredictor, task: PartTask
) -> PartRecord:
    """Process a part and report progress; stops early when the run has ended."""

    def report(done: int, _: int) -> None:
        if ending.is_set():
            raise InterruptedError("the run has ended")
        window_progress.report(task.path, done)

    return process_part(predictor, task, report)


@dataclass(frozen=True, slots=True)
class SceneCaption:
    """The network's caption of a scene."""

    text: str
    window: Window
    """The part that it describes: the one that changed most."""
    changed: float
    """Probability of any change, 0-1."""


def caption(
    interpreted: InterpretedScene, load: Callable[[], ChangePredictor], area_of_interest: AreaOfInterest | None = None
) -> SceneCaption:
    """Caption of the window that changed most, within the area of interest; stored beside the parts."""
    scene, looks = interpreted.scene, interpreted.looks(area_of_interest)
    window, probability = most_changed_window(looks, scene.pair.size), change_probability(looks)
    path = scene.parts_folder / f"caption-{window.top}-{window.left}-{probability:.6f}.txt"
    if not path.exists():
        with scene.pair.reading() as reader:
            part = reader.read(window)
        text = load().describe(part.before, part.after, probability)
        atomic_write(path, lambda partial: partial.write_text(text, encoding="utf-8"))
    return SceneCaption(path.read_text(encoding="utf-8"), window, probability)
