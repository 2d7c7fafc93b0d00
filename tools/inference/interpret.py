"""A pair of any size is interpreted: which parts are left, who works on them, what is said. Knows no counting."""

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
from tools.inference.parts import InterpretedScene, PartRecord, PartTask, SceneParts, changed, recall, telling, work_on
from tools.pairs.areas import AreaOfInterest
from tools.types import Progress

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor


def interpret(
    scene: SceneParts, executor: Executor, asked: AreaOfInterest | None = None, progress: Progress | None = None
) -> InterpretedScene:
    """Look at what of a scene has not been looked at yet.

    Whatever ends it early, finished parts are kept, and the next run goes on from there.

    Args:
        scene: what to look at.
        executor: who does the work.
        asked: parts that do not touch this area are left out.
        progress: told windows done and windows in all.

    Raises:
        RasterError: a file is damaged.
        WorkerError: workers died, or none can be reached.
    """
    tasks = scene.tasks(asked.box if asked else None)
    records = [record for task in tasks if (record := recall(task)) is not None]
    kept = {record.path for record in records}
    left = [task for task in tasks if task.path not in kept]
    tally, started = _Tally(scene, tasks, progress), time.time()
    for record in records:
        tally.finish(record.path)
    work: Callable[[ChangePredictor, PartTask], PartRecord] = work_on
    if executor.ending is not None:
        work = partial(_watched, tally, executor.ending)
    if left:
        with closing(executor.run(work, left)) as results:
            for record in results:
                records.append(record)
                tally.finish(record.path)
    _sweep(scene.kept, started)
    return InterpretedScene(scene, sorted(records, key=lambda record: record.core))


def _sweep(folder: Path, before: float) -> None:
    """Remove what killed runs have left half-written: nobody has touched it since this one began."""
    for leftover in folder.glob(".*.partial.*"):
        with suppress(FileNotFoundError):
            if leftover.stat().st_mtime < before:
                leftover.unlink()


class _Tally:
    """Windows done of windows in all, over parts that are worked on at once."""

    def __init__(self, scene: SceneParts, tasks: list[PartTask], progress: Progress | None) -> None:
        self._of = {task.path: len(list(windows(*scene.pair.size, task.core))) for task in tasks}
        self._done, self._progress = dict.fromkeys(self._of, 0), progress

    def finish(self, path: Path) -> None:
        self.tell(path, self._of[path])

    def tell(self, path: Path, done: int) -> None:
        self._done[path] = done
        if self._progress:
            self._progress(sum(self._done.values()), sum(self._of.values()))


def _watched(tally: _Tally, ending: threading.Event, eyes: ChangePredictor, task: PartTask) -> PartRecord:
    """Work on a part and tell how far it is; ends early when the run has ended."""

    def report(done: int, _: int) -> None:
        if ending.is_set():
            raise InterruptedError("the run has ended")
        tally.tell(task.path, done)

    return work_on(eyes, task, report)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the network says of a scene."""

    text: str
    window: Window
    """The part that it speaks of: the one that changed most."""
    changed: float
    """Probability of any change, 0-1."""


def caption(
    seen: InterpretedScene, load: Callable[[], ChangePredictor], asked: AreaOfInterest | None = None
) -> Sentence:
    """What the network says of the most telling window, of those in the area asked for; kept beside the parts."""
    scene, looks = seen.scene, seen.looks(asked)
    window, probability = telling(looks, scene.pair.size), changed(looks)
    kept = scene.kept / f"caption-{window.top}-{window.left}-{probability:.6f}.txt"
    if not kept.exists():
        with scene.pair.reading() as reader:
            part = reader.read(window)
        said = load().describe(part.before, part.after, probability)
        atomic_write(kept, lambda partial: partial.write_text(said, encoding="utf-8"))
    return Sentence(kept.read_text(encoding="utf-8"), window, probability)
