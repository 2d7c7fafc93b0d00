import threading
import time

import pytest

from ui.errors import StoppedError
from ui.page.visiting.turns import Turns


def start(work):
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def until(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_one_works_at_a_time_in_the_order_of_asking():
    turns, never, seen, inside = Turns(), threading.Event(), [], []

    def work(name):
        with turns.taken(never, lambda ahead: seen.append((name, ahead))):
            inside.append(name)
            assert len(inside) == 1
            time.sleep(0.05)
            inside.remove(name)

    with turns.taken(never, lambda _: None):
        threads = []
        for name in "abc":
            threads.append(start(lambda name=name: work(name)))
            until(lambda name=name: any(one == name for one, _ in seen))
    for thread in threads:
        thread.join(20)
    assert [one for one in seen if one[1] > 0][:3] == [("a", 1), ("b", 2), ("c", 3)]


def test_between_two_parts_those_who_wait_have_their_turn():
    turns, never, order = Turns(), threading.Event(), []
    waiting = threading.Event()

    def small():
        with turns.taken(never, lambda _: waiting.set()):
            order.append("small")

    with turns.taken(never, lambda _: None):
        other = start(small)
        assert waiting.wait(20)
        order.append("part 1")
        turns.pass_on(never)
        order.append("part 2")
    other.join(20)
    assert order == ["part 1", "small", "part 2"]


def test_who_was_stopped_while_waiting_leaves_and_holds_nobody_up():
    turns, never, stopping, failed = Turns(), threading.Event(), threading.Event(), []

    def waits():
        try:
            with turns.taken(stopping, lambda _: stopping.set()):
                failed.append("worked")
        except StoppedError:
            failed.append("stopped")

    with turns.taken(never, lambda _: None):
        start(waits).join(20)
    assert failed == ["stopped"]
    with turns.taken(never, lambda ahead: pytest.fail(f"{ahead} are ahead")):
        turns.pass_on(never)


def test_who_has_no_turn_passes_nothing_on():
    Turns().pass_on(threading.Event())
