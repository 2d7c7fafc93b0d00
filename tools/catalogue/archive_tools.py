"""The tools of the catalogue that search an archive. Their docstrings are what a language model reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tools.catalogue import found_pairs
from tools.catalogue.found_pairs import FoundPairs, Memories, OpenedPair
from tools.types import Date
from tools.workspace.workspace import Workspace

Count = Annotated[int, Field(ge=1, le=50)]


def find_changes(workspace: Workspace, text: str, k: Count = 5) -> FoundPairs:
    """Search the archive for changes that a sentence tells of: "a forest gave way to houses".

    Args:
        text: What to look for, in English.
        k: How many to show.
    """
    return found_pairs.find_changes(workspace, text, k)


def find_places(workspace: Workspace, text: str, date: Date = "after", k: Count = 5) -> FoundPairs:
    """Search the archive for places by what is there at one date, not by what changed: "a forest beside a lake".

    Args:
        text: What to look for, in English.
        date: At which date.
        k: How many to show.
    """
    return found_pairs.find_places(workspace, text, date, k)


def find_similar(workspace: Workspace, pair: str | None = None, k: Count = 5) -> FoundPairs:
    """Search the archive for changes like that of a pair, in the same direction of time.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        k: How many to show.
    """
    return found_pairs.find_similar(workspace, pair, k)


def open_found(workspace: Workspace, number: Annotated[int, Field(ge=1)]) -> OpenedPair:
    """Open one of the pairs that the last search found; questions are about it from then on.

    Args:
        number: Its number in the list, the best is 1.
    """
    return found_pairs.open_found(workspace, number)


def recall(workspace: Workspace, text: str, k: Count = 5) -> Memories:
    """Look up what was answered before, or how something is measured, among the notes of the archive.

    Args:
        text: What to look for, in English.
        k: How many notes to show.
    """
    return found_pairs.recall(workspace, text, k)
