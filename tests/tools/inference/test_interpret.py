"""Scenes in parts: resumed, spread over workers, cut anywhere, always with the same result."""

import os
import signal
import threading
from functools import partial

import numpy as np
import pytest
import rasterio
from affine import Affine

from mci_model.checkpoints.weights import save_weights
from mci_model.inference.predictor import load_predictor
from tests.factories.inference.networks import varied_network
from tools.change.make_map import make_map
from tools.errors import WorkerError
from tools.inference import dask_executor
from tools.inference.dask_executor import DaskExecutor
from tools.inference.executors import ProcessExecutor, SerialExecutor, choose_executor
from tools.inference.interpret import caption, interpret
from tools.inference.parts import SceneParts, process_part
from tools.pairs.pair import open_pair

pytestmark = pytest.mark.slow

SIZE = (700, 830)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Two dates of noise in patches, with a corner without data."""
    folder, rng = tmp_path_factory.mktemp("scene"), np.random.default_rng(5)
    place = {"crs": "EPSG:32633", "transform": Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000), "nodata": 0}
    shape = {"height": SIZE[0], "width": SIZE[1], "count": 3, "dtype": "uint8"}
    paths = []
    for name in ("before", "after"):
        small = rng.integers(1, 255, (3, 24, 28), dtype=np.uint8)
        pixels = small.repeat(30, axis=1).repeat(30, axis=2)[:, : SIZE[0], : SIZE[1]].copy()
        pixels[:, :300, 500:] = 0
        paths.append(folder / f"{name}.tif")
        with rasterio.open(paths[-1], "w", driver="GTiff", **shape, **place) as file:
            file.write(pixels)
    return paths


@pytest.fixture(scope="module")
def load(tiny_settings, tiny_vocabulary, tmp_path_factory):
    """Loads a small network that sees all classes; picklable."""
    path = tmp_path_factory.mktemp("weights") / "tiny.safetensors"
    save_weights(varied_network(tiny_settings), tiny_vocabulary, path, notes={})
    return partial(load_predictor, path, device="cpu")


def mapped(interpreted, folder, load):
    predictor = load()
    return make_map(
        interpreted,
        caption(interpreted, lambda: predictor),
        predictor,
        folder / "objects.tif",
    )


def same(one, other):
    assert one.found == other.found
    assert one.found, "a scene without objects would prove nothing"
    assert np.array_equal(one.ids(one.whole), other.ids(other.whole))
    assert (one.caption, one.caption_window, one.changed) == (other.caption, other.caption_window, other.changed)
    assert (one.valid_pixels, one.unknown_pixels) == (other.valid_pixels, other.unknown_pixels)


@pytest.fixture(scope="module")
def whole(files, load, tmp_path_factory):
    """The map that the scene has where it is processed in one part."""
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path_factory.mktemp("whole"), core=2048)
    return mapped(interpret(scene, SerialExecutor(load)), scene.folder, load)


@pytest.mark.parametrize("core", [256, 300, 401])
def test_cutting_a_scene_changes_nothing(files, load, tmp_path, whole, core):
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / "cut", core)
    interpreted = interpret(scene, SerialExecutor(load))
    same(mapped(interpreted, scene.folder, load), whole)
    assert whole.unknown_pixels == 300 * 330


def test_parts_of_another_backend_are_not_taken_over(files, tmp_path):
    pair = open_pair(*files, name="1")
    folders = {SceneParts(pair, "w", tmp_path, backend=name).parts_folder for name in ("torch 1", "torch 2", "torch 1")}
    assert len(folders) == 2


def backend_of(predictor, _):
    return predictor.backend


@pytest.mark.parametrize("kind", ["processes", "dask"])
@pytest.mark.parametrize("backend", ["torch", "onnxruntime"])
def test_workers_compute_as_their_parent_does(load, tmp_path, monkeypatch, kind, backend):
    pytest.importorskip("distributed" if kind == "dask" else "os", reason="needs the extra [dask]")
    pytest.importorskip("onnx" if backend == "onnxruntime" else "os", reason="needs the extra [onnx]")
    monkeypatch.setenv("TERRADELTA_CACHE", str(tmp_path))
    executor = choose_executor(kind, load.args[0], 2, backend=backend)
    monkeypatch.setenv("TERRADELTA_BACKEND", "openvino")  # of the workers, which are told otherwise
    expected = load(backend=backend).backend
    assert expected.startswith(f"{backend} ")
    assert list(executor.run(backend_of, range(3))) == [expected] * 3


@pytest.mark.parametrize("kind", ["processes", "dask"])
def test_who_works_changes_nothing(files, load, tmp_path, whole, kind):
    if kind == "dask":
        pytest.importorskip("distributed", reason="needs the extra [dask]")
    executor = ProcessExecutor(load, 2) if kind == "processes" else DaskExecutor(load)
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / kind, core=300)
    done = []
    interpreted = interpret(scene, executor, progress=lambda *counts: done.append(counts))
    same(mapped(interpreted, scene.folder, load), whole)
    assert done[-1][0] == done[-1][1]


def test_what_a_killed_run_left_half_written_is_cleared_away(files, load, tmp_path):
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / "left", core=300)
    scene.parts_folder.mkdir(parents=True)
    old, new = scene.parts_folder / ".part-0.1.partial.tif", scene.parts_folder / ".part-1.2.partial.tif"
    for leftover in (old, new):
        leftover.write_bytes(b"half")
    os.utime(old, (1, 1))
    os.utime(new, (2e9 * 2, 2e9 * 2))
    interpret(scene, SerialExecutor(load))
    assert not old.exists()
    assert new.exists(), "another run may be writing it"


def test_finished_parts_are_not_processed_again(files, load, tmp_path, whole):
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / "stopped", core=300)

    def stop(done, _):
        if done >= 20 and threading.current_thread() is threading.main_thread():
            raise KeyboardInterrupt("Ctrl-C")

    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        interpret(scene, SerialExecutor(load), progress=stop)
    assert not list(scene.parts_folder.glob(".*")), "nothing half-written is left"
    broken = sorted(scene.parts_folder.glob("part-*.tif"))[0]
    broken.write_bytes(broken.read_bytes()[:2000])
    intact = len(list(scene.parts_folder.glob("part-*.tif"))) - 1
    interpreted = interpret(scene, Counting(load))
    assert 0 < Counting.done == len(scene.tasks()) - intact < len(scene.tasks())
    same(mapped(interpreted, scene.folder, load), whole)


class Counting(SerialExecutor):
    done = 0

    def run(self, work, tasks):
        for record in super().run(work, tasks):
            Counting.done += 1
            yield record


def die_once(marker, predictor, task):
    """Kills its own process the first time."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return process_part(predictor, task)


def die(predictor, task):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.serial
@pytest.mark.parametrize("kind", ["processes", "dask"])
def test_a_killed_worker_loses_no_part(files, load, tmp_path, kind):
    if kind == "dask":
        pytest.importorskip("distributed", reason="needs the extra [dask]")
    executor = ProcessExecutor(load, 2) if kind == "processes" else DaskExecutor(load)
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / "killed", core=300)
    tasks = scene.tasks()
    records = list(executor.run(partial(die_once, tmp_path / "died"), tasks))
    assert (tmp_path / "died").exists()
    assert sorted(record.core for record in records) == sorted(task.core for task in tasks)


@pytest.mark.serial
def test_workers_that_always_die_are_given_up(files, load, tmp_path):
    scene = SceneParts(open_pair(*files, name="1"), "w", tmp_path / "dead", core=300)
    with pytest.raises(WorkerError, match="died 3 times over the same piece of work"):
        list(ProcessExecutor(load, 2).run(die, scene.tasks()[:2]))


def test_a_scheduler_that_is_not_there_is_named(load, monkeypatch):
    pytest.importorskip("distributed", reason="needs the extra [dask]")
    monkeypatch.setattr(dask_executor, "CONNECTING_S", 0.5)
    with pytest.raises(WorkerError, match=r"tcp://127\.0\.0\.1:9"):
        list(DaskExecutor(load, "tcp://127.0.0.1:9").run(die, [1]))
