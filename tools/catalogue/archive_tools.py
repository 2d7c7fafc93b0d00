"""Tools that search an archive of pairs. Their docstrings are what a model reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tools.catalogue import found_pairs
from tools.catalogue.declaration import DEFAULT_K, tool
from tools.catalogue.found_pairs import FoundPairs, Memories, OpenedPair
from tools.types import Date
from tools.workspace.workspace import Workspace

Count = Annotated[int, Field(ge=1, le=50)]


@tool(
    ability="search an archive of pairs",
    example="Find changes where a forest gave way to houses.",
    network="never",
    archive=True,
)
def find_changes(workspace: Workspace, text: str, k: Count = DEFAULT_K) -> FoundPairs:
    """Search the archive for changes that a sentence tells of: "a forest gave way to houses".

    Args:
        text: What to look for, in English.
        k: How many to show.

    Returns:
        Cards of the archive's nearest changes: number, caption, score, places, dates, areas, thumbnail id.
    """
    return found_pairs.find_changes(workspace, text, k)


@tool(
    ability="",
    example="Find places with a lake beside a forest.",
    network="never",
    archive=True,
)
def find_places(workspace: Workspace, text: str, date: Date = "after", k: Count = DEFAULT_K) -> FoundPairs:
    """Search the archive for places by what is there at one date, not by what changed: "a forest beside a lake".

    Args:
        text: What to look for, in English.
        date: At which date.
        k: How many to show.

    Returns:
        The same for what is there at one date, whatever changed.
    """
    return found_pairs.find_places(workspace, text, date, k)


@tool(ability="", example="Find changes like this one.", network="always", archive=True)
def find_similar(workspace: Workspace, pair: str | None = None, k: Count = DEFAULT_K) -> FoundPairs:
    """Search the archive for changes like that of a pair, in the same direction of time.

    Args:
        pair: Another pair of this conversation; leave out for the current one.
        k: How many to show.

    Returns:
        The same for changes like a pair's, in the same direction of time.
    """
    return found_pairs.find_similar(workspace, pair, k)


@tool(ability="", example="Open the second one.", network="never", archive=True)
def open_found(workspace: Workspace, number: Annotated[int, Field(ge=1)]) -> OpenedPair:
    """Open one of the pairs that the last search found; questions are about it from then on.

    Args:
        number: Its number in the list, the best is 1.

    Returns:
        The pair of a card, which is the current one from then on, and where the part lies in it.
    """
    return found_pairs.open_found(workspace, number)


@tool(ability="look up earlier answers", example="What did we find last time?", network="never", archive=True)
def recall(workspace: Workspace, text: str, k: Count = DEFAULT_K) -> Memories:
    """Look up what was answered before, or how something is measured, among the notes of the archive.

    Args:
        text: What to look for, in English.
        k: How many notes to show.

    Returns:
        Notes of the archive, earlier answers among them, each with its source.
    """
    return found_pairs.recall(workspace, text, k)
