"""How fast whole scenes are, from files to files, and how much memory they take on this machine. Knows no screen.

Every measure is taken in a process of its own, so that its peak memory is its own and nothing is warm from another.
The files were just written or read, so they mostly lie in the system's file cache.
"""

from __future__ import annotations

import multiprocessing
import os
import platform
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeVar, cast

import numpy as np

from tools.benchmarks.benchmark_scenes import DrawnScene, draw_scene
from tools.errors import WorkerError
from tools.inference.executor import Load
from tools.inference.executors import ProcessExecutor, SerialExecutor
from tools.inference.interpret import interpret
from tools.inference.parts import SceneParts
from tools.pairs.pair import open_pair
from tools.runs.exports import write_all
from tools.runs.formats.pictures import show
from tools.types import Progress
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model import Predictor
    from mci_model.change_predictor import ChangePredictor

SIDES = (2048, 8192, 20480)
"""Pixels a side of the scenes that are measured unless others are asked for."""
SHARED_SIDE = 6144
"""Least side on which processes are compared: four parts, so that two workers have two each."""

Given = ParamSpec("Given")
Result = TypeVar("Result")
Span = tuple[float, float]
"""Begin and end on time.perf_counter()."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine of the measurement."""

    cores: int
    cpu: str
    system: str
    load: float | None
    """Programs that ran in the minute before, in the mean: above a few tenths, others took part of the cores."""


@dataclass(frozen=True, slots=True)
class SceneFigures:
    """One scene: opened, interpreted, counted, all files written."""

    side: int
    """Pixels."""
    mpx: float
    """Millions of pixels of one date."""
    seconds: float
    """From opening the files to the last file written; starting Python and loading the network are left out."""
    mpx_per_s: float
    seconds_per_mpx: float
    peak_mib_above_model: float
    """Peak resident memory less that after loading the network and interpreting one small pair."""
    share_outside_model: float
    """Share of the seconds, 0-1, in which no call of the network was under way."""
    seconds_after_looking: float
    """What came after the network's last call: counting, pictures, maps, vectors."""
    objects: int


@dataclass(frozen=True, slots=True)
class ProcessFigures:
    """Interpretation alone, by one process and by several, with starting them and loading the network in each.

    `ProcessExecutor` gives each worker cores // workers threads of torch. One worker has all cores, but one part at a
    time, so cores idle while it reads and writes; the speed-up tells what several gain on the same cores, no more.
    """

    side: int
    mpx: float
    workers: int
    seconds_in_process: float
    """SerialExecutor: this process, two parts at a time."""
    seconds_one_process: float
    """ProcessExecutor with one worker, which has all cores."""
    seconds_processes: float
    """ProcessExecutor with `workers` workers, which share them."""
    speed_up: float
    """Of `workers` processes over one."""
    speed_up_over_in_process: float


@dataclass(frozen=True, slots=True)
class SceneBenchmark:
    """All that was measured."""

    machine: Machine
    scenes: tuple[SceneFigures, ...]
    flatness: float | None
    """By how much the slowest scene takes more seconds a Mpx than the fastest: 0.1 is a tenth. None of one scene."""
    processes: ProcessFigures


def load_embedded() -> Predictor:
    """The embedded network; torch is imported here, so that its import counts as loading."""
    from mci_model.inference.predictor import load_predictor

    return load_predictor()


def benchmark_scenes(
    sides: Sequence[int] = SIDES,
    workers: int = 2,
    folder: Path | None = None,
    report: Progress | None = None,
    load: Callable[[], Predictor] = load_embedded,
) -> SceneBenchmark:
    """Draw scenes, and measure each; then compare processes on the smallest one of at least SHARED_SIDE.

    Args:
        sides: pixels a side of the scenes.
        workers: processes that are compared with one.
        folder: where scenes are drawn and kept, and taken from where they are; None: a temporary one that is removed.
        report: called with steps done and steps in all.
        load: gives the network; picklable.

    Raises:
        OSError: the folder cannot be written, or is full.
        WorkerError: a process that measured was killed.
    """
    machine, sorted_sides = _machine(), sorted(set(sides))
    shared = next((side for side in sorted_sides if side >= SHARED_SIDE), SHARED_SIDE)
    done = _steps(report, 2 * len(sorted_sides) + 4)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="terradelta-bench-", dir=folder) as temporary:
        work = Path(temporary)
        drawn = [done(draw_scene(folder or work, side)) for side in sorted_sides]
        scenes = tuple(done(_fresh(measure_scene, scene, work, load)) for scene in drawn)
        scene = done(draw_scene(folder or work, shared))
        alone, one, several = (done(_fresh(seconds_to_look, scene, work, load, count)) for count in (None, 1, workers))
    looking = ProcessFigures(shared, shared**2 / 1e6, workers, alone, one, several, one / several, alone / several)
    return SceneBenchmark(machine, scenes, flatness([figures.seconds_per_mpx for figures in scenes]), looking)


def _steps(report: Progress | None, total: int) -> Callable[[Result], Result]:
    """Counts a step as done, and hands on its result."""
    count = iter(range(1, total + 1))

    def done(result: Result) -> Result:
        if report:
            report(next(count), total)
        return result

    return done


def _fresh(measure: Callable[..., Result], scene: DrawnScene, work: Path, *rest: Any) -> Result:
    """Measure in a process and a folder of its own; the folder is removed."""
    with TemporaryDirectory(dir=work) as own:
        return in_fresh_process(measure, scene, Path(own), *rest)


def in_fresh_process(work: Callable[Given, Result], *args: Given.args, **named: Given.kwargs) -> Result:
    """What `work` returns in a process that has done nothing else; function and arguments must be picklable.

    Raises:
        WorkerError: the process was killed.
    """
    try:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            return pool.submit(work, *args, **named).result()
    except BrokenProcessPool as error:
        raise WorkerError("The process that measured died, perhaps for want of memory; give smaller sides.") from error


def measure_scene(scene: DrawnScene, folder: Path, load: Callable[[], Predictor]) -> SceneFigures:
    """Time and memory of a scene from files to files; to be called in a fresh process.

    Args:
        scene: the files.
        folder: where the results are written.
        load: gives the network.

    Raises:
        RasterError, PairError: the files are damaged.
    """
    predictor = TimedPredictor(load())
    small = np.random.default_rng(0).integers(0, 255, (2, 256, 256, 3), np.uint8)
    predictor.predict(*small)
    forget_peak()
    loaded, started = memory_mib("VmRSS"), time.perf_counter()
    objects = run_chain(scene, folder, cast("ChangePredictor", predictor))
    whole = (started, time.perf_counter())
    return scene_figures(scene.side, whole, predictor.spans, memory_mib("VmHWM") - loaded, objects)


def run_chain(scene: DrawnScene, folder: Path, predictor: ChangePredictor) -> int:
    """A complete run, from files to files; return the number of objects."""
    workspace = Workspace(folder, lambda: predictor)
    pair = workspace.open(scene.before, scene.after)
    found = workspace.change(pair)
    show(workspace, pair)
    write_all(workspace, pair)
    return len(found.objects)


def scene_figures(side: int, whole: Span, calls: Sequence[Span], mib: float, objects: int) -> SceneFigures:
    """Figures from when it all ran and when the network's calls did."""
    mpx, seconds = side * side / 1e6, whole[1] - whole[0]
    return SceneFigures(
        side=side,
        mpx=mpx,
        seconds=seconds,
        mpx_per_s=mpx / seconds,
        seconds_per_mpx=seconds / mpx,
        peak_mib_above_model=mib,
        share_outside_model=1 - covered(calls) / seconds,
        seconds_after_looking=whole[1] - max((end for _, end in calls), default=whole[0]),
        objects=objects,
    )


def covered(spans: Iterable[Span]) -> float:
    """Seconds that lie in at least one of the spans."""
    total, until = 0.0, -np.inf
    for begin, end in sorted(spans):
        total += max(0.0, end - max(begin, until))
        until = max(until, end)
    return total


def flatness(seconds_per_mpx: Sequence[float]) -> float | None:
    """Greatest relative difference; None of fewer than two."""
    return max(seconds_per_mpx) / min(seconds_per_mpx) - 1 if len(seconds_per_mpx) > 1 else None


class TimedPredictor:
    """A predictor that records when it runs on a scene; several threads may use it at once."""

    def __init__(self, predictor: Predictor) -> None:
        self._predictor, self._lock = predictor, threading.Lock()
        self.spans: list[Span] = []
        """When calls began and ended, in the order in which they ended."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._predictor, name)

    def predict_part(self, *args: Any, **named: Any) -> Any:
        """As the predictor's."""
        with self._noted():
            return self._predictor.predict_part(*args, **named)

    def describe(self, *args: Any, **named: Any) -> Any:
        """As the predictor's."""
        with self._noted():
            return self._predictor.describe(*args, **named)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        begin = time.perf_counter()
        try:
            yield
        finally:
            with self._lock:
                self.spans.append((begin, time.perf_counter()))


def seconds_to_look(scene: DrawnScene, folder: Path, load: Load, workers: int | None) -> float:
    """Seconds to interpret a scene with `workers` processes, or in this one (None); to be called in a fresh process.

    Args:
        scene: the files.
        folder: where the parts are kept; nothing may be there.
        load: gives the network; picklable.
        workers: how many processes.

    Raises:
        WorkerError: workers died.
    """
    executor = SerialExecutor(load) if workers is None else ProcessExecutor(load, workers)
    part = SceneParts(open_pair(scene.before, scene.after), "benchmark", folder)
    part.parts_folder.mkdir(parents=True)  # before the clock, because its name takes a hash of the files
    started = time.perf_counter()
    interpret(part, executor)
    return time.perf_counter() - started


def _machine() -> Machine:
    cpu = _linux_value("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None  # not on Windows
    return Machine(os.cpu_count() or 1, cpu, platform.platform(), load)


def _linux_value(path: str, name: str) -> str | None:
    """The value of the first `name: value` in one of Linux's files; None where there is none."""
    with suppress(OSError):
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if line.partition(":")[0].strip() == name:
                return line.partition(":")[2].strip()
    return None


def forget_peak() -> None:
    """Let the peak of this process count from now on, where Linux allows it: loading may have taken more."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def memory_mib(name: Literal["VmRSS", "VmHWM"]) -> float:
    """Resident memory of this process now, or at its peak, MiB; its peak on other systems."""
    if (value := _linux_value("/proc/self/status", name)) is not None:
        return int(value.split()[0]) / 1024
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024**2 if platform.system() == "Darwin" else peak / 1024
