"""Answers kept as notes in an archive, each with its source, place and day, so that they are found again."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tools.archive import add_note
from tools.archive.filling.cutting import degrees
from tools.archive.search.notes import MAX_NOTE_CHARS
from tools.workspace.workspace import Workspace

MARKER = re.compile(r"\s*\[\d{1,4}\]")
"""Numbers of steps, which mean nothing outside their conversation."""


def keep_answer(workspace: Workspace, question: str, text: str) -> None:
    """Keep an answer about the current pair.

    Raises:
        ArchiveError: there is no archive, another one writes to it, or it was made by other weights.
    """
    day = datetime.now(UTC).date()
    source, box = f"answer of {day.isoformat()}", None
    if workspace.current is not None:
        pair = workspace.pair()
        source += f" on {' and '.join(one.name for one in pair.sources)}"
        box = None if pair.georeference is None else degrees(pair.georeference)
    said = MARKER.sub("", f"{question.strip()} {text.strip()}")
    add_note(workspace.archive, workspace.embedder, said[:MAX_NOTE_CHARS], source, box, day)
