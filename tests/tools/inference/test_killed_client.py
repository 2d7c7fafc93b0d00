"""A client that is killed outright: finished parts stay, half-written ones are processed again, and no others."""

import json
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from mci_model.checkpoints.weights import save_weights
from mci_model.inference.predictor import load_predictor
from tests.factories.inference.networks import varied_network
from tests.tools.killing import kill
from tools.change.make_map import make_map
from tools.inference import parts as scene_parts
from tools.inference.executors import ProcessExecutor, SerialExecutor
from tools.inference.interpret import caption, interpret
from tools.inference.parts import SceneParts, read_part_record
from tools.pairs.pair import open_pair
from tools.rasters.gdal_warnings import without_gdal_warnings
from ui.cli import run

pytestmark = pytest.mark.slow

CORE = 250


class SlowPredictor:
    """A predictor slow enough that a client can be killed meanwhile."""

    def __init__(self, predictor):
        self.predictor = predictor

    def predict_part(self, *images):
        time.sleep(0.4)
        return self.predictor.predict_part(*images)


class CountingPredictor:
    """Notes which parts were processed."""

    def __init__(self, predictor):
        self.predictor, self.cores = predictor, []

    def predict_part(self, before, after, valid, size, core, report):
        self.cores.append(core)
        return self.predictor.predict_part(before, after, valid, size, core, report)


def stop_writing():
    """From the third part on, half a file is written, and then nothing happens any more."""
    whole = scene_parts._write

    def write(path, layers, record):
        whole(path, layers, record)
        if len(finished(path.parent)) >= 2:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            (path.parent / "stopped").touch()
            time.sleep(600)

    scene_parts._write = write


def slow_predictor(weights):
    return SlowPredictor(load_predictor(weights, device="cpu"))


def predictor_that_stops(weights):
    stop_writing()
    return load_predictor(weights, device="cpu")


def scene_of(before, after, folder):
    return SceneParts(open_pair(Path(before), Path(after), name="1"), "w", Path(folder), CORE)


def finished(folder):
    return sorted(folder.glob("part-*.tif"))


def work(before, after, weights, folder, who, moment):
    """What a client does until it is killed; runs in a process of its own."""
    load = partial({"predicting": slow_predictor, "writing": predictor_that_stops}[moment], weights)
    executor = SerialExecutor(load) if who == "serial" else ProcessExecutor(load, 2)
    interpret(scene_of(before, after, folder), executor)


HERE = "from tests.tools.inference.test_killed_client import stop_writing, work"
CLIENT = f"import sys; {HERE}; work(*sys.argv[1:])"
COMMAND = f"{HERE}; stop_writing(); from ui.cli import main; main()"


def write_dates(folder, height, width):
    """Two dates of noise in patches, with a corner without data."""
    rng, paths = np.random.default_rng(11), []
    place = {"crs": "EPSG:32719", "transform": Affine(0.5, 0, 500_000, 0, -0.5, 6_300_000), "nodata": 0}
    for name in ("before", "after"):
        small = rng.integers(1, 255, (3, height // 30 + 1, width // 30 + 1), dtype=np.uint8)
        pixels = small.repeat(30, axis=1).repeat(30, axis=2)[:, :height, :width].copy()
        pixels[:, -height // 3 :, : width // 4] = 0
        paths.append(folder / f"{name}.tif")
        shape = {"height": height, "width": width, "count": 3, "dtype": "uint8"}
        with rasterio.open(paths[-1], "w", driver="GTiff", **shape, **place) as file:
            file.write(pixels)
    return paths


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return write_dates(tmp_path_factory.mktemp("dates"), 700, 830)


@pytest.fixture(scope="module")
def weights(tiny_settings, tiny_vocabulary, tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "tiny.safetensors"
    return save_weights(varied_network(tiny_settings), tiny_vocabulary, path, notes={})


@pytest.fixture(scope="module")
def undisturbed(files, weights, tmp_path_factory):
    predictor = load_predictor(weights, device="cpu")
    interpreted = interpret(scene_of(*files, tmp_path_factory.mktemp("undisturbed")), SerialExecutor(lambda: predictor))
    return interpreted, mapped(interpreted, predictor)


def alive(group):
    """Ids of a group's processes, without zombies."""
    ids = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            state, _, member = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
            if int(member) == group and state != "Z":
                ids.append(stat.parent.name)
    return ids


def mapped(interpreted, predictor):
    return make_map(
        interpreted, caption(interpreted, lambda: predictor), predictor, interpreted.scene.folder / "objects.tif"
    )


def layers(path):
    with without_gdal_warnings(), rasterio.open(path) as file:
        return file.read()


def metadata(record):
    return record.core, record.looks


@pytest.mark.parametrize(
    ("who", "moment"), [("serial", "predicting"), ("serial", "writing"), ("processes", "predicting")]
)
def test_after_a_kill_only_missing_parts_are_processed(files, weights, undisturbed, begin, tmp_path, who, moment):
    scene = scene_of(*files, tmp_path / "killed")
    process = begin(CLIENT, *files, weights, scene.folder, who, moment)
    stopped = scene.parts_folder / "stopped"
    kill(process, lambda: len(finished(scene.parts_folder)) >= 2 and (moment == "predicting" or stopped.exists()))

    tasks, (whole, truth) = scene.tasks(), undisturbed
    if moment == "writing":
        assert list(scene.parts_folder.glob(".part-*")), "a half-written file lies there"
    survivors = {record.path: record for task in tasks if (record := read_part_record(task)) is not None}
    assert 2 <= len(survivors) < len(tasks)
    assert set(finished(scene.parts_folder)) >= set(survivors)
    for record in whole.records:
        stored = survivors.get(scene.task(record.core).path)
        if stored is not None:
            assert metadata(stored) == metadata(record)
            assert np.array_equal(layers(stored.path), layers(record.path))

    predictor = load_predictor(weights, device="cpu")
    counting = CountingPredictor(predictor)
    interpreted = interpret(scene, SerialExecutor(lambda: counting))
    missing = {task.core for task in tasks} - {record.core for record in survivors.values()}
    if who == "serial":
        assert sorted(counting.cores) == sorted(missing)
    else:  # workers that outlive their client may finish what they had begun
        assert len(counting.cores) == len(set(counting.cores))
        assert set(counting.cores) <= missing
    change_map = mapped(interpreted, predictor)
    assert [metadata(record) for record in interpreted.records] == [metadata(record) for record in whole.records]
    assert change_map.found == truth.found
    assert len(change_map.found) > 100, "a dull scene would prove nothing"
    assert np.array_equal(change_map.ids(change_map.whole), truth.ids(truth.whole))
    assert np.array_equal(interpreted.read(change_map.whole), whole.read(truth.whole))
    assert (change_map.caption, change_map.valid_area_m2) == (truth.caption, truth.valid_area_m2)


@pytest.mark.serial
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see which processes are there")
def test_worker_processes_end_with_a_killed_client(files, weights, begin, tmp_path):
    scene = scene_of(*files, tmp_path / "killed")
    process = begin(CLIENT, *files, weights, scene.folder, "processes", "predicting")
    kill(process, lambda: len(finished(scene.parts_folder)) >= 1)
    for _ in range(600):
        if not alive(process.pid):
            break
        time.sleep(0.1)
    assert not alive(process.pid), "they would hold half a gigabyte each for ever"


def test_a_killed_command_goes_on_where_it_was(tiny_settings, tiny_vocabulary, begin, tmp_path, capsys):
    files = write_dates(tmp_path, 256, 7000)
    calm = varied_network(tiny_settings, calm=0.7)  # what is found takes little time to write to all the files
    weights = save_weights(calm, tiny_vocabulary, tmp_path / "calm.safetensors", notes={})
    arguments = ["detect", *map(str, files), "--weights", str(weights), "--json", "--out"]
    process = begin(COMMAND, *arguments, tmp_path / "killed")
    parts = tmp_path / "killed" / "pair1"
    kill(process, lambda: any(parts.glob("seen-*/stopped")))
    (stored,) = parts.glob("seen-*")
    survivors = {path: path.stat() for path in finished(stored)}
    assert len(survivors) == 2
    assert not (parts / "change.tif").exists(), "no map is there before it is whole"

    results = {}
    for folder in ("killed", "undisturbed"):
        assert run([*arguments, str(tmp_path / folder)]) == 0
        results[folder] = json.loads(capsys.readouterr().out)
    assert len(finished(stored)) == 3
    for path, before in survivors.items():
        now = path.stat()
        assert (now.st_ino, now.st_mtime_ns) == (before.st_ino, before.st_mtime_ns), "a finished part is left alone"
    assert results["killed"]["result"] == results["undisturbed"]["result"]
    assert any(row["pixels"] for row in results["killed"]["result"]["classes"])
    for name in ("change.tif", "probability.tif", "objects.geojson", "objects.csv", "change-building-road.png"):
        one, other = (tmp_path / folder / "pair1" / name for folder in results)
        assert one.read_bytes() == other.read_bytes()
