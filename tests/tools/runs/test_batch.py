"""Many pairs of a list: each on its own, taken up after a stop, and what fails holds nothing up."""

import csv
import os
import signal
from functools import partial

import dask
import numpy as np
import pytest

from mci_model.checkpoints.weights import save_weights
from mci_model.inference.predictor import load_predictor
from tests.factories.predictors import KnownMaskPredictor
from tools.errors import ManifestError
from tools.inference.dask_executor import DaskExecutor
from tools.inference.executors import ProcessExecutor, SerialExecutor
from tools.pairs.pair_list import ManifestRow, read_manifest
from tools.runs.batch import PairOutcome, run_batch, work_on_pair
from tools.runs.record import read_record
from tools.workspace.run_settings import AS_IT_LIES, RunSettings

PLAIN = RunSettings()


def say(error):
    return f"told: {error}"


@pytest.fixture
def label():
    drawn = np.zeros((64, 64), np.uint8)
    drawn[4:14, 4:14] = 2
    return drawn


@pytest.fixture
def looks():
    return []


@pytest.fixture
def executor(label, looks):
    class Watched(KnownMaskPredictor):
        def predict(self, *given, **options):
            looks.append(1)
            return super().predict(*given, **options)

    return SerialExecutor(lambda: Watched(label), tasks_at_once=1)


@pytest.fixture
def listed(write_raster, tmp_path):
    """Write a list; rows are names of files, which are made unless their name begins with `no`."""

    def write(*rows, header="before,after", name="list.csv"):
        rng = np.random.default_rng(6)
        for row in rows:
            for cell in row.split(",")[:2]:
                if cell and not cell.startswith("no") and not (tmp_path / cell).exists():
                    write_raster(cell, rng.integers(0, 255, (3, 64, 64), np.uint8))
        (tmp_path / name).write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return tmp_path / name

    return write


def summary(folder):
    with (folder / "summary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_pair_has_a_folder_and_a_line(listed, executor, tmp_path):
    rows = read_manifest(listed("a.tif,b.tif,", "c.tif,d.tif,harbour", header="before,after,id"))
    told = []
    result = run_batch(rows, tmp_path / "out", executor, PLAIN, say, progress=lambda *done: told.append(done))
    assert (result.done, result.failed, result.kept, result.duplicates) == (2, 0, 0, 0)
    assert [row["id"] for row in summary(tmp_path / "out")] == ["000001", "harbour"]
    assert [row["building.objects"] for row in summary(tmp_path / "out")] == ["1", "1"]
    assert float(summary(tmp_path / "out")[0]["building.area_m2"]) == pytest.approx(25, rel=1e-3)
    assert (tmp_path / "out" / "harbour" / "pair1" / "objects.gpkg").exists()
    assert told[-1] == (2, 2)


def test_a_pair_that_fails_holds_nothing_up(listed, executor, tmp_path):
    (tmp_path / "bad.tif").write_bytes(b"<html>404</html>")
    rows = read_manifest(listed("a.tif,b.tif", "a.tif,bad.tif", "a.tif,nowhere.tif", "c.tif,d.tif"))
    result = run_batch(rows, tmp_path / "out", executor, PLAIN, say)
    assert (result.done, result.failed) == (2, 2)
    assert [row["status"] for row in summary(tmp_path / "out")] == ["done", "failed", "failed", "done"]
    assert result.failures[0].startswith("Line 3 (000002): told: bad.tif is not an image")
    assert "nowhere.tif was not found" in result.failures[1]


@pytest.mark.parametrize("second", ["a.tif,nowhere.tif", "a.tif,bad.tif"])
def test_stop_ends_at_the_first_that_fails_and_keeps_what_is_done(listed, executor, tmp_path, second):
    (tmp_path / "bad.tif").write_bytes(b"<html>404</html>")
    rows = read_manifest(listed("a.tif,b.tif", second))
    with pytest.raises(ManifestError, match=r"Line 3 \(000002\) failed"):
        run_batch(rows, tmp_path / "out", executor, PLAIN, say, on_error="stop")
    assert summary(tmp_path / "out")[-1]["status"] == "failed"


def test_a_bug_in_one_pair_is_told_like_any_failure(listed, tmp_path, label):
    class Broken(KnownMaskPredictor):
        def predict_part(self, *_):
            raise ZeroDivisionError("a bug")

    rows = read_manifest(listed("a.tif,b.tif"))
    result = run_batch(rows, tmp_path / "out", SerialExecutor(lambda: Broken(label), tasks_at_once=1), PLAIN, say)
    assert result.failures == ("Line 2 (000001): told: a bug",)


def test_what_is_done_is_not_done_again_unless_something_has_changed(listed, executor, tmp_path, looks):
    rows = read_manifest(listed("a.tif,b.tif", "c.tif,d.tif"))
    run = partial(run_batch, rows, tmp_path / "out", executor, explain=say)
    run(settings=PLAIN)
    seen = len(looks)
    result = run(settings=PLAIN)
    assert (result.done, result.kept) == (0, 2)
    assert [row["building.objects"] for row in summary(tmp_path / "out")] == ["1", "1"]
    result = run(settings=RunSettings(min_area=1000))
    assert (result.done, result.kept) == (2, 0)
    assert [row["building.objects"] for row in summary(tmp_path / "out")] == ["0", "0"]
    assert len(looks) == seen, "to count otherwise nothing is looked at again"
    os.utime(tmp_path / "c.tif", (1, 1))
    (tmp_path / "out" / "000001" / "pair1" / "objects.csv").unlink()
    result = run(settings=RunSettings(min_area=1000))
    assert (result.done, result.kept) == (2, 0), "a file that went is written again"


def test_what_another_backend_has_done_is_done_again(listed, label, tmp_path):
    rows, eyes = read_manifest(listed("a.tif,b.tif")), KnownMaskPredictor(label)
    run = partial(run_batch, rows, tmp_path / "out", SerialExecutor(lambda: eyes, tasks_at_once=1), PLAIN, say)
    assert (run().done, run().kept, eyes.looks) == (1, 1, 1)
    eyes.backend = "another 1.0 on avx2"
    assert (run().done, eyes.looks) == (1, 2)


def test_after_a_stop_it_goes_on(listed, executor, tmp_path):
    rows = read_manifest(listed("a.tif,b.tif", "c.tif,d.tif", "e.tif,f.tif"))

    def stop(done, _):
        if done == 1:
            raise KeyboardInterrupt("Ctrl-C")

    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        run_batch(rows, tmp_path / "out", executor, PLAIN, say, progress=stop)
    assert len(summary(tmp_path / "out")) == 1
    result = run_batch(rows, tmp_path / "out", executor, PLAIN, say)
    assert result.kept >= 1
    assert result.kept + result.done == 3


def test_a_pair_listed_twice_is_done_once_and_named(listed, executor, tmp_path):
    rows = read_manifest(listed("a.tif,b.tif", "c.tif,d.tif", "a.tif,b.tif"))
    result = run_batch(rows, tmp_path / "out", executor, PLAIN, say)
    assert (result.done, result.duplicates) == (2, 1)
    assert summary(tmp_path / "out")[2]["error"] == "Line 4 repeats the pair of line 2."


@pytest.mark.parametrize(
    ("header", "rows", "complaint"),
    [
        ("first,second", ["a.tif,b.tif"], "no column after or before"),
        ("before,after", [], "lists no pair"),
        ("before,after", ["a.tif,"], "Line 2 of list.csv names no after image"),
        ("before,after,id", ["a.tif,b.tif,x", "c.tif,d.tif,x"], "Lines 2 and 3 of list.csv have the id 'x'"),
        ("before,after,id", ["a.tif,b.tif,../x"], "use letters, digits"),
        ("before,after,id", ["a.tif,b.tif,.hidden"], "use letters, digits"),
    ],
)
def test_a_list_that_cannot_be_worked_through_is_refused(listed, header, rows, complaint):
    with pytest.raises(ManifestError, match=complaint):
        read_manifest(listed(*rows, header=header))


def test_a_list_that_is_not_there_or_no_text_is_named(tmp_path):
    with pytest.raises(ManifestError, match=r"none\.csv cannot be read"):
        read_manifest(tmp_path / "none.csv")
    (tmp_path / "binary.csv").write_bytes(b"before,after\n\xff\xfe\x00")
    with pytest.raises(ManifestError, match=r"binary\.csv cannot be read"):
        read_manifest(tmp_path / "binary.csv")


def test_names_that_spreadsheets_take_for_formulas_are_harmless(listed, executor, tmp_path):
    rows = read_manifest(listed("=cmd.tif,b.tif"))
    folder = tmp_path / "out"
    run_batch(
        [type(rows[0])(2, "x", rows[0].before.relative_to(tmp_path), rows[0].after)], folder, executor, PLAIN, say
    )
    assert summary(folder)[0]["before"] == "'=cmd.tif"


@pytest.mark.slow
def test_a_hundred_thousand_rows_go_through(tmp_path):
    """The work is nothing here; what is tried is that rows are not all on their way at once."""
    path = tmp_path / "many.csv"
    for number in range(1000):
        (tmp_path / f"{number}.tif").touch()
    names = (f"{number // 1000}.tif,{number % 1000}.tif" for number in range(100_000))
    path.write_text("before,after\n" + "\n".join(names) + "\n", encoding="utf-8")
    rows = read_manifest(path)
    assert rows[-1].id == "100000"

    class Nothing:
        ending = None

        def run(self, work, tasks, lost=None):
            assert not isinstance(tasks, (list, tuple)), "tasks are made when they are needed"
            for task in tasks:
                yield PairOutcome(task.row, "done")

    result = run_batch(rows, tmp_path / "out", Nothing(), PLAIN, say)
    assert result.done == 100_000
    assert len(summary(tmp_path / "out")) == 100_000


@pytest.fixture
def load(tiny_network, tiny_vocabulary, tmp_path):
    path = save_weights(tiny_network, tiny_vocabulary, tmp_path / "tiny.safetensors", notes={})
    return partial(load_predictor, path, device="cpu")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["processes", "dask"])
def test_workers_give_what_one_process_gives(listed, load, tmp_path, kind):
    rows = read_manifest(listed("a.tif,b.tif", "c.tif,d.tif", "e.tif,nowhere.tif"))
    executor = ProcessExecutor(load, 2) if kind == "processes" else DaskExecutor(load)
    run_batch(rows, tmp_path / "many", executor, PLAIN, say)
    run_batch(rows, tmp_path / "one", SerialExecutor(load, tasks_at_once=1), PLAIN, say)
    without = [{k: v for k, v in row.items() if k != "seconds"} for row in summary(tmp_path / "many")]
    assert without == [{k: v for k, v in row.items() if k != "seconds"} for row in summary(tmp_path / "one")]


def die_over_c(eyes, task):
    if task.row.before.name == "c.tif":
        os.kill(os.getpid(), signal.SIGKILL)
    return work_on_pair(eyes, task)


@pytest.mark.serial
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["processes", "dask"])
def test_a_pair_that_kills_its_workers_is_given_up_and_the_others_are_done(listed, load, tmp_path, kind):
    rows = read_manifest(listed("a.tif,b.tif", "c.tif,d.tif", "e.tif,f.tif"))
    executor = ProcessExecutor(load, 2) if kind == "processes" else DaskExecutor(load, workers=1)

    class Deadly:
        ending = None

        def run(self, work, tasks, given_up=None):
            return executor.run(die_over_c, tasks, given_up)

    # Dask drops a local worker that is away when it looks, which it does this long after each death.
    with dask.config.set({"distributed.deploy.lost-worker-timeout": "100ms"}):
        result = run_batch(rows, tmp_path / "out", Deadly(), PLAIN, say)
    # What Dask had computed on a worker that dies is computed anew, and found kept.
    assert (result.done + result.kept, result.failed) == (2, 1)
    assert result.failures == ("Line 3 (000002): Its workers died again and again, perhaps for want of memory.",)


def test_a_path_that_the_system_refuses_fails_its_pair_alone(tmp_path):
    long, odd = "x" * 5_000, "a\0b.tif"
    paths = [tmp_path / name for name in (long, odd)]
    rows = tuple(ManifestRow(line, f"pair{line}", path, path) for line, path in enumerate(paths, 2))
    result = run_batch(rows, tmp_path / "out", SerialExecutor(KnownMaskPredictor), AS_IT_LIES, str)
    assert (result.failed, result.done) == (2, 0)
    assert all("was not found; check the path" in failure for failure in result.failures)
    assert max(map(len, result.failures)) < 300


def test_a_row_states_what_its_files_do_not_tell(listed, executor, tmp_path):
    path = listed(
        "a.tif,b.tif,0.0001,2019-01-01", "a.tif,c.tif,,", header="before,after,scale,date_before", name="stated.csv"
    )
    rows = read_manifest(path)
    assert [row.stated for row in rows] == [(("scale", "0.0001"), ("date_before", "2019-01-01")), ()]
    run_batch(rows, tmp_path / "out", executor, RunSettings(offset="-0.1"), say)
    first, second = (read_record(tmp_path / "out" / row.id / "pair1" / "record.json") for row in rows)
    assert (first.run_settings.scale, first.run_settings.date_before) == ("0.0001", "2019-01-01")
    assert (second.run_settings.scale, second.run_settings.offset) == (None, "-0.1")
    again = run_batch(rows, tmp_path / "out", executor, RunSettings(offset="-0.1"), say)
    assert (again.done, again.kept) == (0, 2)
    other = [ManifestRow(row.line, row.id, row.before, row.after, (("scale", "0.01"),)) for row in rows[:1]]
    assert run_batch(other, tmp_path / "out", executor, RunSettings(offset="-0.1"), say).done == 1
