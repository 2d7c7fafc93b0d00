"""Figures of whole scenes: what is drawn, what is measured, what is left behind. No time is judged."""

import dataclasses
import math
import os
import tempfile
import threading
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import rasterio

from mci_model.checkpoints.weights import save_weights
from mci_model.inference.predictor import load_predictor
from tools.benchmarks import scene_benchmark
from tools.benchmarks.benchmark_scenes import SQUARE, DrawnScene, draw_scene
from tools.benchmarks.scene_benchmark import (
    SceneFigures,
    TimedPredictor,
    benchmark_scenes,
    covered,
    flatness,
    in_fresh_process,
    measure_scene,
    memory_mib,
    scene_figures,
)
from tools.errors import WorkerError
from tools.inference.executors import SerialExecutor
from tools.json_values import to_json


def pixels(path):
    with rasterio.open(path) as file:
        return file.read()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    return draw_scene(tmp_path_factory.mktemp("drawn"), 900, seed=5)


@pytest.mark.parametrize("date", ["before", "after"])
def test_a_scene_lies_on_earth_in_compressed_tiles(drawn, date):
    with rasterio.open(getattr(drawn, date)) as file:
        assert (file.width, file.height, file.count) == (900, 900, 3)
        assert set(file.dtypes) == {"uint8"}
        assert file.crs.to_epsg() // 100 == 326
        assert file.res == (0.5, 0.5)
        assert file.profile["compress"] == "deflate"
        assert set(file.block_shapes) == {(SQUARE, SQUARE)}


def test_squares_differ_and_every_row_is_filled(drawn):
    image = pixels(drawn.before)
    starts = range(0, 900 - SQUARE, SQUARE)
    squares = {image[:, top : top + SQUARE, left : left + SQUARE].tobytes() for top in starts for left in starts}
    assert len(squares) == 9
    assert (image.std(axis=(0, 2)) > 1).all()


def test_both_dates_show_the_same_ground_but_not_the_same_things(drawn):
    before, after = (pixels(path).astype(float).mean(0) for path in (drawn.before, drawn.after))
    corners = [(0, 0), (256, 512), (512, 256)]
    alike = [np.corrcoef(before[y : y + 256, x : x + 256].flat, after[y : y + 256, x : x + 256].flat)[0, 1]
             for y, x in corners]  # fmt: skip
    swapped = np.corrcoef(before[:256, :256].flat, after[256:512, 256:512].flat)[0, 1]
    assert min(alike) > 0.25 > abs(swapped)
    assert (before != after).any()


def test_a_seed_gives_one_scene(drawn, tmp_path):
    again, other = draw_scene(tmp_path, 900, seed=5), draw_scene(tmp_path, 900, seed=6)
    assert np.array_equal(pixels(again.after), pixels(drawn.after))
    assert not np.array_equal(pixels(other.after), pixels(drawn.after))


def test_what_is_drawn_is_used_again(tmp_path):
    first = draw_scene(tmp_path, 300)
    first.before.write_bytes(b"kept")
    assert draw_scene(tmp_path, 300) == first
    assert first.before.read_bytes() == b"kept"
    assert len(list(tmp_path.iterdir())) == 2, "nothing half-written is left"


@pytest.mark.parametrize(
    ("spans", "seconds"),
    [
        ([], 0),
        ([(1, 3)], 2),
        ([(1, 3), (5, 6)], 3),
        ([(1, 3), (2, 6)], 5),
        ([(1, 9), (2, 3), (4, 5)], 8),
        ([(1, 2), (2, 4)], 3),
        ([(5, 6), (0, 2), (1, 3)], 4),
        ([(1, 9), (2, 3), (8, 10), (10.5, 11)], 9.5),
        ([(1, 3), (1, 3)], 2),
    ],
)
def test_time_is_counted_once_where_calls_overlap(spans, seconds):
    assert covered(spans) == seconds


def test_figures_follow_from_when_things_ran():
    found = scene_figures(2000, (100.0, 110.0), [(103.0, 107.0), (101.0, 104.0), (107.5, 108.0)], 55.5, 7)
    assert found == SceneFigures(
        side=2000,
        mpx=4.0,
        seconds=10.0,
        mpx_per_s=0.4,
        seconds_per_mpx=2.5,
        peak_mib_above_model=55.5,
        share_outside_model=pytest.approx(0.35),
        seconds_after_looking=2.0,
        objects=7,
    )
    assert scene_figures(2000, (100.0, 110.0), [], 0, 0).share_outside_model == 1


def test_flatness_is_the_greatest_difference():
    assert flatness([2.0, 2.5, 2.2]) == pytest.approx(0.25)
    assert flatness([2.0]) is None


class Slow:
    """A predictor whose calls wait for each other, so that they surely overlap."""

    name = "slow"

    def __init__(self):
        self.both = threading.Barrier(2, timeout=10)

    def predict_part(self, value, progress=None):
        self.both.wait()
        return value, progress

    def describe(self):
        raise ValueError("broken")


def test_calls_of_two_threads_are_noted_and_handed_on():
    eyes, given = TimedPredictor(Slow()), []
    threads = [threading.Thread(target=lambda v=v: given.append(eyes.predict_part(v, progress="told"))) for v in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (_, first_end), (last_begin, _) = sorted(eyes.spans)
    assert last_begin < first_end, "they ran at once"
    assert sorted(given) == [(1, "told"), (2, "told")]
    assert eyes.name == "slow"
    with pytest.raises(ValueError, match="broken"):
        eyes.describe()
    assert len(eyes.spans) == 3, "a call that fails took its time, too"


def taken():
    """MiB at the peak and afterwards, above what there was before 100 were taken; 300 had been taken and forgotten."""

    def take(mib):
        return np.ones(mib * 2**20, np.uint8)[-1]

    take(300)
    scene_benchmark.forget_peak()
    start = memory_mib("VmRSS")
    take(100)
    return memory_mib("VmHWM") - start, memory_mib("VmRSS") - start


@pytest.mark.slow
@pytest.mark.serial
@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="only Linux tells memory as it is now")
def test_peak_memory_is_that_since_it_was_forgotten():
    peak, left = in_fresh_process(taken)
    assert 90 < peak < 200
    assert left < 50


@pytest.mark.slow
def test_each_measure_has_a_process_of_its_own():
    processes = {in_fresh_process(os.getpid) for _ in range(2)}
    assert len(processes | {os.getpid()}) == 3
    within = in_fresh_process(in_fresh_process, os.getpid)
    assert within not in processes, "and may have processes in turn"


def test_a_killed_measure_is_a_sentence():
    with pytest.raises(WorkerError, match="give smaller sides"):
        in_fresh_process(os._exit, 9)


@pytest.fixture
def load(tiny_network, tiny_vocabulary, tmp_path):
    """Loads a small network; picklable."""
    path = save_weights(tiny_network, tiny_vocabulary, tmp_path / "tiny.safetensors", notes={})
    return partial(load_predictor, path, device="cpu")


def check(figures):
    """Every number of a JSON object is real, and none is negative."""
    for name, value in figures.items():
        if not isinstance(value, str):
            assert math.isfinite(value), name
            assert value >= 0, name


@pytest.mark.serial
@pytest.mark.slow
def test_a_scene_is_measured_in_its_own_process(drawn, load, tmp_path):
    found = in_fresh_process(measure_scene, drawn, tmp_path / "own", load)
    check(to_json(found))
    assert (found.side, found.mpx) == (900, 0.81)
    assert 0 < found.share_outside_model < 1
    assert found.seconds_after_looking < found.seconds
    assert 1 < found.peak_mib_above_model < 2000
    assert {"change.tif", "probability.tif", "objects.gpkg"} <= {path.name for path in tmp_path.rglob("own/pair1/*")}


def left_in(folder):
    return [path.name for path in folder.iterdir() if not path.name.startswith("torch")]  # torch keeps a folder itself


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """Measures in this process, and processes compared on the smallest scenes; the folder of temporary things."""
    monkeypatch.setattr(scene_benchmark, "in_fresh_process", lambda work, *args: work(*args))
    monkeypatch.setattr(scene_benchmark, "SHARED_SIDE", 512)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.mark.slow
def test_all_is_measured_and_nothing_is_left(quick, load, monkeypatch):
    told, counts = [], []

    def processes(given, workers):
        counts.append(workers)
        return SerialExecutor(given)

    monkeypatch.setattr(scene_benchmark, "ProcessExecutor", processes)
    result = benchmark_scenes([512, 300, 512], 2, report=lambda *step: told.append(step), load=load)
    assert [scene.side for scene in result.scenes] == [300, 512]
    assert result.flatness > 0
    assert (result.processes.side, result.processes.workers) == (512, 2)
    spent = result.processes
    assert spent.speed_up == pytest.approx(spent.seconds_one_process / spent.seconds_processes)
    assert spent.speed_up_over_in_process == pytest.approx(spent.seconds_in_process / spent.seconds_processes)
    printed = to_json(result)
    assert set(printed) == {"machine", "scenes", "flatness", "processes"}
    assert printed["machine"]["cores"] == os.cpu_count()
    assert printed["machine"]["cpu"]
    check(printed["machine"])
    for figures in (*printed["scenes"], printed["processes"]):
        check(figures)
    assert told == [(step, 8) for step in range(1, 9)]
    assert counts == [1, 2]
    assert left_in(quick) == []


def test_scenes_stay_in_a_folder_of_ones_own(quick, load, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(scene_benchmark, "seconds_to_look", lambda *args: asked.append(args) or 1.0)
    figures = scene_figures(300, (0, 1), [(0, 1)], 0, 0)
    monkeypatch.setattr(scene_benchmark, "measure_scene", lambda scene, folder, _: figures if folder.is_dir() else None)
    result = benchmark_scenes([300], 3, tmp_path / "mine" / "own", load=load)
    kept = tmp_path / "mine" / "own"
    assert result.flatness is None
    assert sorted(path.name.split("-")[1] for path in kept.iterdir()) == ["300", "300", "512", "512"]
    assert [args[-1] for args in asked] == [None, 1, 3]
    assert {args[0] for args in asked} == {
        DrawnScene(512, *(kept / f"drawn-512-1-{d}.tif" for d in ("before", "after")))
    }
    assert len({args[1] for args in asked}) == 3, "each in a folder of its own"


def test_what_was_measured_before_a_failure_is_removed(quick, load, monkeypatch):
    monkeypatch.setattr(scene_benchmark, "measure_scene", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        benchmark_scenes([300], load=load)
    assert left_in(quick) == []


def test_values_are_frozen():
    kinds = (scene_benchmark.Machine, SceneFigures, scene_benchmark.ProcessFigures, scene_benchmark.SceneBenchmark)
    assert all(dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen for kind in kinds)
