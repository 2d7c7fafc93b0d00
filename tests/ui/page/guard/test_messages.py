import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.errors import MessageError
from ui.page.guard.messages import MAX_BODY, MAX_TEXT, read_message

PLAIN = {"session_hash": "abc123", "fn_index": 4, "data": ["What changed?", 3, 0.5, None, True], "trigger_id": 2}


def body(**changes):
    return json.dumps(PLAIN | changes).encode()


def test_texts_and_numbers_are_let_through_and_nothing_that_is_unknown():
    message = read_message(body(event_data={"index": [3, 1], "value": "7"}, simple_format=True, oauth_token="x"))
    assert message.data == PLAIN["data"]
    assert set(message.model_dump()) == {"session_hash", "fn_index", "data", "event_data", "trigger_id"}


@pytest.mark.parametrize(
    "changes",
    [
        {"data": [["a"]]},
        {"data": [{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}]},
        {"data": [[{"role": "user", "content": {"path": "/etc/passwd"}}]]},
        {"data": ["x" * (MAX_TEXT + 1)]},
        {"data": ["x"] * 17},
        {"data": "x"},
        {"session_hash": "../x"},
        {"session_hash": ""},
        {"session_hash": None},
        {"fn_index": "4"},
        {"fn_index": -1},
        {"event_data": {"value": {"path": "/etc/passwd"}}},
        {"event_data": [{"url": "http://169.254.169.254"}]},
        {"event_data": [[[[[[[[[[1]]]]]]]]]]},
    ],
)
def test_what_no_control_sends_is_refused(changes):
    with pytest.raises(MessageError, match="reload the page"):
        read_message(body(**changes))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        body().replace(b"abc123", b"\\ud800"),
        b" " * MAX_BODY + b"{}",
    ],
)
def test_what_is_no_message_is_refused(raw):
    with pytest.raises(MessageError):
        read_message(raw)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda c: st.lists(c) | st.dictionaries(st.text(), c),
)


@given(st.lists(JSON, max_size=3), JSON)
def test_no_value_that_is_let_through_is_a_list_or_an_object(data, event):
    try:
        message = read_message(json.dumps(PLAIN | {"data": data, "event_data": event}).encode())
    except MessageError:
        return
    assert not any(isinstance(value, list | dict) for value in message.data)
