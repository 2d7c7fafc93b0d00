"""The first call of a library is alone; later ones run side by side."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from mci_model.inference.backends.first_call import FirstCall

WAIT_S = 30


def test_later_calls_run_side_by_side():
    first, together = FirstCall(), threading.Barrier(2)
    first.run(lambda: None)
    with ThreadPoolExecutor(2) as pool:
        waits = [pool.submit(first.run, lambda: together.wait(WAIT_S)) for _ in range(2)]
        assert sorted(one.result(WAIT_S) for one in waits) == [0, 1]


def test_no_other_call_begins_while_the_first_runs():
    first, begun, may_end, second = FirstCall(), threading.Event(), threading.Event(), threading.Event()

    def slow():
        begun.set()
        assert may_end.wait(WAIT_S)

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(first.run, slow)
        assert begun.wait(WAIT_S)
        other = pool.submit(first.run, second.set)
        assert not second.wait(0.2)
        may_end.set()
        one.result(WAIT_S)
        other.result(WAIT_S)
    assert second.is_set()


def test_a_call_that_fails_leaves_the_next_one_the_first():
    first = FirstCall()
    with pytest.raises(ZeroDivisionError):
        first.run(lambda: 1 // 0)
    assert first.run(lambda: 3) == 3
