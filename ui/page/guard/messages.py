"""Messages of the page's controls, as the guard lets them through: which control, and plain texts and numbers.

Gradio takes whole values of components, files with paths among them, from whoever sends them. Nothing here is one: no
list and no object is let through as a value, and what Gradio might take for a file is refused in events as well.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from ui.errors import MessageError
from ui.page.guard.addresses import SESSION

MAX_BODY = 262_144
"""Bytes of a message; a polygon of 2,000 corners has a third of it."""
MAX_TEXT = 4_000
MAX_DEPTH = 8
FILE_KEYS = frozenset({"path", "url", "meta", "orig_name", "is_stream", "__type__"})
"""Keys by which Gradio knows files and updates of components."""

Scalar = Annotated[str, Field(max_length=MAX_TEXT)] | int | float | bool | None


class ControlMessage(BaseModel):
    """What a control tells: its number, the values of its inputs, and what happened to it."""

    model_config = ConfigDict(extra="ignore", strict=True, allow_inf_nan=False)

    session_hash: Annotated[str, Field(pattern=rf"^{SESSION}$")]
    fn_index: Annotated[int, Field(ge=0, le=10_000)]
    data: Annotated[list[Scalar], Field(max_length=16)]
    event_data: Any = None
    trigger_id: Annotated[int, Field(ge=0, le=100_000)] | None = None


_MESSAGE = TypeAdapter(ControlMessage)


def read_message(body: bytes) -> ControlMessage:
    """A message, held to what the page's own controls send.

    Raises:
        MessageError: no control of the page sends that.
    """
    if len(body) > MAX_BODY:
        raise MessageError("The message is too large; draw the area with fewer corners, or ask more briefly.")
    try:
        message = _MESSAGE.validate_json(body)
    except ValidationError as error:
        raise MessageError("No control of this page sends that; reload the page.") from error
    if not _is_plain(message.event_data, MAX_DEPTH):
        raise MessageError("No control of this page tells of a file or of so many parts; reload the page.")
    return message


def _is_plain(value: Any, depth: int) -> bool:
    """Whether an event holds no more than texts, numbers, and lists and objects of them, none of them like a file."""
    if depth < 0:
        return False
    if isinstance(value, dict):
        return not FILE_KEYS & value.keys() and all(_is_plain(part, depth - 1) for part in value.values())
    if isinstance(value, list):
        return all(_is_plain(part, depth - 1) for part in value)
    return not isinstance(value, str) or len(value) <= MAX_TEXT
