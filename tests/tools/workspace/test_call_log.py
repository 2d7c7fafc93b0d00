"""What was called for the last question."""

from tools.workspace.call_log import Call, CallLog


def test_the_last_question_with_calls_counts():
    log = CallLog()
    assert log.last(without="verify") == ()
    first, second = Call("count", {}, 1), Call("area", {}, 2)
    log.note(first)
    log.begin()
    log.begin()
    log.note(second)
    assert log.last(without="verify") == (second,)
    log.begin()
    log.note(Call("verify", {}, 3))
    assert log.last(without="verify") == (second,)
    assert log.last(without="area")[-1].tool == "verify"
