"""Tools on the conversation itself: its pairs and its files. Their docstrings are what a model reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tools.catalogue.declaration import tool
from tools.pairs.pair import ImagePair
from tools.runs.written_files import WrittenFiles, list_written
from tools.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CurrentPair:
    """The pair that questions are about from now on."""

    pair: str
    before: str
    """Name of the earlier file."""
    after: str
    """Name of the later file."""
    swapped: bool = False
    """Whether it is an earlier pair with its dates in the other order."""


@tool(
    ability="swap the dates",
    example="Swap the two images.",
    network="never",
)
def swap_dates(workspace: Workspace, pair: str | None = None) -> CurrentPair:
    """Take the later image as the earlier one and the other way round; questions are about that pair from then on.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The id of the pair, which is the current one from then on, and the names of its files.
    """
    return _current(workspace.swap(workspace.pair(pair)), swapped=True)


@tool(
    ability="",
    example="Switch to pair 1.",
    network="never",
)
def select_pair(workspace: Workspace, pair: str) -> CurrentPair:
    """Make another pair of this conversation the current one; questions are about it from then on.

    Args:
        pair: Its id, which is the number in which pairs were opened, or the name of one of its files.

    Returns:
        The id of the pair, which is the current one from then on, and the names of its files.
    """
    return _current(workspace.pairs.select(pair))


@tool(
    ability="list the files written so far",
    example="Which files have you written so far?",
    network="never",
)
def list_files(workspace: Workspace, pair: str | None = None) -> WrittenFiles:
    """List the files that were written in this conversation so far, by their names.

    Args:
        pair: Only those of this pair of the conversation; leave out for all.

    Returns:
        Names, kinds, what they hold, artefact ids and pairs of the files.
    """
    return list_written(workspace, None if pair is None else workspace.pair(pair).id)


@dataclass(frozen=True, slots=True)
class AssumedPixels:
    """A pixel size that is assumed from now on."""

    pair: str
    pixel_size_m: float
    """Side of a pixel, metres."""


@tool(
    ability="",
    example="Assume pixels of 0.5 m.",
    network="never",
    phrases=("assume pixel", "assume a pixel", "assume that a pixel", "assume that pixel", "pixel size is",
             "pixels are", "a pixel is", "suppose pixels", "suppose a pixel"),
)  # fmt: skip
def assume_pixel_size(
    workspace: Workspace, metres: Annotated[float, Field(gt=0, le=1000)], pair: str | None = None
) -> AssumedPixels:
    """Assume the ground size of a pixel where images are not georeferenced; areas and lengths follow from then on.

    Args:
        metres: Side of a pixel, metres.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The pair, and the pixel size that is assumed; refused where the images tell their own.
    """
    chosen = workspace.pair(pair)
    workspace.assume_pixel_size(chosen, metres)
    return AssumedPixels(chosen.id, metres)


def _current(pair: ImagePair, *, swapped: bool = False) -> CurrentPair:
    before, after = (source.name for source in pair.sources)
    return CurrentPair(pair.id, before, after, swapped)
