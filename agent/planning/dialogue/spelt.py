"""A question read as it is spelt, or with its slips corrected where more of it is understood then."""

from __future__ import annotations

from agent.planning import spelling
from agent.reading.reading import Reading, read


def best_reading(question: str) -> Reading:
    """The reading that leaves fewer words unread."""
    plain = read(question)
    if not plain.unread:
        return plain
    mended = read(spelling.corrected(question))
    return mended if len(mended.unread) < len(plain.unread) else plain
