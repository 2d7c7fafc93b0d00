"""A short run of the fuzzer: what users give is read, or refused with our own errors; `make fuzz` is the long one."""

import os
import signal
import time

import pytest

from tests.fuzzing import legends, running
from tests.fuzzing.running import Finding, attempted, fuzz, kinds

pytestmark = [pytest.mark.slow, pytest.mark.serial]

INPUTS = 12
"""Of each kind, beside the seeds below; a minute at most in all."""
FOUND = {"rasters": (14, 66, 793, 2621), "records": (0, 18, 56, 69), "weights": (6, 21, 24), "conversations": (51, 53)}
"""Seeds that have found something."""


def test_there_is_a_fuzzer_for_every_kind_of_input():
    there = {"archives", "conversations", "legends", "manifests", "questions", "rasters", "records", "weights"}
    assert there <= set(kinds())


def test_nothing_that_users_give_goes_through(monkeypatch):
    inputs = [(kind, seed) for kind in kinds() for seed in (*range(INPUTS), *FOUND.get(kind, ()))]
    assert list(fuzz(inputs, workers=1, seconds=60)) == []


def test_an_input_is_a_function_of_its_seed(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    paths = [legends.mutated(7, tmp_path / folder) for folder in ("a", "b")]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    (tmp_path / "c").mkdir()
    assert legends.mutated(8, tmp_path / "c").read_bytes() != paths[0].read_bytes()


def test_an_error_that_is_none_of_ours_is_found(monkeypatch):
    monkeypatch.setattr(legends, "attempt", lambda path: [][len(path.name)])
    found = attempted("legends", 3)
    assert (found.kind, found.seed, found.text) == ("legends", 3, "list index out of range")
    assert found.what.startswith("IndexError at tests/test_fuzzing.py:")


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def hang(*_):
    time.sleep(600)


@pytest.mark.parametrize(("what", "told"), [(die, "death of the process (-9)"), (hang, "hang of more than 1 s")])
def test_processes_that_die_or_hang_are_found_and_replaced(monkeypatch, what, told):
    """The processes are forked here, so that they have what was put into their place."""
    monkeypatch.setattr(running, "CONTEXT", running.multiprocessing.get_context("fork"))
    monkeypatch.setattr(running, "STARTING_S", 0.0)
    monkeypatch.setattr(legends, "attempt", what)
    found = list(fuzz([("legends", 1), ("legends", 2)], workers=1, seconds=1))
    assert found == [Finding("legends", 1, told), Finding("legends", 2, told)]
