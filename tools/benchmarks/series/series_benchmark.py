"""Speed of the statistics of series beside a loop over pixels, and seconds and memory of a whole stack of files."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from tools.benchmarks.series.series_simulation import Simulated, Simulation, simulate, write_stack
from tools.series.maps.layers import LAYERS
from tools.series.maps.series_map import SeriesRequest, map_series
from tools.series.opening.open_series import open_series
from tools.series.statistics.changes import find_changes, rule_for
from tools.series.statistics.trend import trends

LOOPED = 200
"""Pixels of the loop, which is slow."""
SERIES = 4000
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class SeriesSpeed:
    """Speeds on one core, and a stack."""

    dates: int
    trend_pixels_per_second: float
    """Theil-Sen slope with limits, and Mann-Kendall p."""
    change_pixels_per_second: float
    """The same with season, dips and steps."""
    loop_pixels_per_second: float | None
    """pymannkendall's original test, pixel by pixel; None: it is not installed."""
    times_faster: float | None
    """Of trends beside that loop."""
    stack_side: int
    stack_seconds: float
    stack_pixels_per_second: float
    """Files read, changes found, eight map files written."""
    stack_memory_mb: float
    """Largest memory of the process, MiB."""


def benchmark_series(dates: int, side: int, seed: int = 0) -> SeriesSpeed:
    """Measure on simulated series of so many dates, and on a stack of so many pixels a side."""
    how = Simulation(dates=dates)
    drawn = simulate("break", SERIES, how, seed)
    rule = rule_for(drawn.years, drawn.values, 0.1)
    trend = _speed(lambda: trends(drawn.values, drawn.years), SERIES)
    change = _speed(lambda: find_changes(drawn.values, drawn.years, rule), SERIES)
    loop = _loop(drawn)
    with tempfile.TemporaryDirectory(prefix="terradelta-") as folder:
        write_stack(Path(folder) / "stack", side, how, seed)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            seconds, memory = other.submit(_stack, Path(folder)).result()
    faster = None if loop is None else trend / loop
    return SeriesSpeed(dates, trend, change, loop, faster, side, seconds, side * side / seconds, memory)


def _speed(work: Callable[[], object], count: int) -> float:
    """Series a second, the best of three."""
    took = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return count / min(took)


def _loop(drawn: Simulated) -> float | None:
    try:
        from pymannkendall import original_test
    except ImportError:
        return None
    rows = [row[np.isfinite(row)] for row in drawn.values[:LOOPED]]
    return _speed(lambda: [original_test(row) for row in rows], LOOPED)


def _stack(folder: Path) -> tuple[float, float]:
    """Seconds, and MiB of memory at most, of a stack that lies in a folder."""
    started = time.perf_counter()
    series = open_series([folder / "stack"], folder / "scratch")
    map_series(series, SeriesRequest(), [folder / f"{layer.name}.tif" for layer in LAYERS])
    return time.perf_counter() - started, peak_memory()


def peak_memory() -> float:
    """MiB of memory that this process has taken at most; NaN on Windows."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEBIBYTE
