"""The files that were written in a conversation, by their names. Knows no folder."""

from __future__ import annotations

from dataclasses import dataclass

from tools.outputs.artefacts import Artefact
from tools.runs.file_format import LAND, LAND_HOLDS
from tools.runs.format_registry import FORMATS
from tools.workspace.workspace import Workspace

HOLDS = {
    "before": "the earlier image as a picture",
    "after": "the later image as a picture",
    "overlay": "the later image with what changed",
    "index": "a map of a spectral index",
    "cover": "a map of land cover",
    "cover_table": "the land cover as a table",
    "flow": "a drawing of which land cover became which",
    "radar": "a map of change by radar",
    "radar_classes": "a map of change by radar",
    "radar_picture": "a picture of change by radar",
    "zone_map": "the zones with what changed in them",
    "zone_table": "the zones with what changed in them, as a table",
    "land": LAND_HOLDS,
}
"""What kinds of files hold that are no format of their own."""
SOME = ", some of them"
"""Ends what a file holds where it is of the objects that a filter kept."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file."""

    file: str
    """Its name, without a folder."""
    format: str
    """A format of exports, or another kind of file that a tool writes."""
    holds: str
    """What is in it, in words."""
    artefact: str
    """Its id."""
    pair: str
    """Id of the pair that it is of."""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """The files of a conversation, or of one of its pairs, in the order in which they were written."""

    pair: str | None
    """Id of the pair; None of all."""
    files: tuple[WrittenFile, ...]


def list_written(workspace: Workspace, pair: str | None = None) -> WrittenFiles:
    """The files written so far that are still there; those that a person gave are none of them.

    Args:
        workspace: of the conversation.
        pair: id of a pair; None: of all.
    """
    files = [_told(one) for one in workspace.artefacts if pair in (None, one.pair) and one.path.is_file()]
    return WrittenFiles(pair, tuple(one for one in files if one is not None))


def _told(artefact: Artefact) -> WrittenFile | None:
    kind = artefact.kind.partition("-")[0]
    known = FORMATS.get(kind)
    holds = HOLDS.get(kind, "") if known is None else known.holds
    if not holds:
        return None
    if LAND in artefact.kind:
        return WrittenFile(artefact.path.name, kind, LAND_HOLDS, artefact.id, artefact.pair)
    some = SOME if artefact.kind != kind else ""
    return WrittenFile(artefact.path.name, kind, f"{holds}{some}", artefact.id, artefact.pair)
