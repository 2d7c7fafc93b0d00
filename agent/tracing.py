"""What happened while a question was answered, as OpenTelemetry spans of the tracer "terradelta".

A program that has installed a tracer provider receives them; `tracing` writes them to a file instead. Without either,
OpenTelemetry records nothing. Spans tell which tool ran with which arguments and how long, and which model planned.
They hold no key, no path and no text of the conversation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from opentelemetry import context, trace

from agent.errors import TraceError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

CONSOLE, TRACER = "console", "terradelta"
Attribute = str | int | float | bool
Event = TypeVar("Event")

_to_files: list[trace.Tracer] = []
"""Of `tracing` as it is nested; the last one writes."""


def _tracer() -> trace.Tracer:
    return _to_files[-1] if _to_files else trace.get_tracer(TRACER)


@contextmanager
def span(name: str, **attributes: Attribute) -> Iterator[trace.Span]:
    """A stretch of work with a name; what is raised in it is noted by its kind only."""
    with _tracer().start_as_current_span(name, attributes=attributes, record_exception=False) as current:
        yield current


@contextmanager
def stretch(name: str, **attributes: Attribute) -> Iterator[trace.Span]:
    """A stretch that a generator works through: what runs inside `within` belongs to it."""
    current = _tracer().start_span(name, attributes=attributes, record_exception=False)
    try:
        yield current
    finally:
        current.end()


def within(events: Iterator[Event], whole: trace.Span) -> Iterator[Event]:
    """The events, each made inside a stretch; whoever reads them is outside of it."""
    inside = trace.set_span_in_context(whole)
    done = object()
    while True:
        token = context.attach(inside)
        try:
            event = next(events, done)
        finally:
            context.detach(token)
        if event is done:
            return
        yield event  # type: ignore[misc]


@contextmanager
def tracing(where: str | None) -> Iterator[None]:
    """Write the spans of what is done within: one JSON object a line.

    Args:
        where: a file, which grows; "console" for stderr; None: no file, only the program's provider, if it has one.

    Raises:
        TraceError: the file cannot be written.
    """
    if where is None:
        yield
        return
    with _opened(where) as sink:
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(out=sink, formatter=_line)))
        _to_files.append(provider.get_tracer(TRACER))
        try:
            yield
        finally:
            _to_files.pop()
            provider.shutdown()


@contextmanager
def _opened(where: str) -> Iterator[TextIO]:
    if where == CONSOLE:
        yield sys.stderr
        return
    try:
        file = Path(where).open("a", encoding="utf-8")  # noqa: SIM115 - closed below; opening it may fail by itself
    except OSError as error:
        raise TraceError(f"{where} cannot be written; give --trace another file, or the word {CONSOLE}.") from error
    with file:
        yield file


def _line(span: ReadableSpan) -> str:
    return f"{span.to_json(indent=None)}\n"
