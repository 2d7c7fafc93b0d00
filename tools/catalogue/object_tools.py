"""The tool on one changed object. Its docstring is what a model reads."""

from __future__ import annotations

from typing import Literal

from tools.catalogue.declaration import tool
from tools.change import selection
from tools.change.selection import ObjectDetails
from tools.workspace.workspace import Workspace


@tool(ability="", example="How large is building 3, and where?", network="always", shows_change=True)
def describe_object(workspace: Workspace, number: int | Literal["last"], pair: str | None = None) -> ObjectDetails:
    """Tell all that is known of one changed object: class, size, place, coordinates, probability.

    Args:
        number: Its number, as lists of objects tell it; last for the one spoken of last.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The object with its place, and how it ranks among those of its class by size.
    """
    chosen = workspace.pair(pair)
    found = selection.details(workspace.told_change(chosen), number, workspace.focus.of(chosen.id))
    workspace.focus.note(found.pair, found.found.object.id)
    return found
