"""What to beware of in an assessment, as sentences that are told in every language. Knows no file."""

from __future__ import annotations

from collections.abc import Iterator

from tools.assessment.assessment import Assessment
from tools.assessment.sampling.grid_cautions import grid_cautions
from tools.notices import notice, term

FEW_POINTS = 20
"""Labelled points of a class below which its accuracy is hardly known."""


def cautions(found: Assessment, name: str | None = None) -> tuple[str, ...]:
    """What to beware of: the grid, points that do not count, classes with few points or without an error.

    Args:
        found: the assessment.
        name: of the one class that is told; None: of all.
    """
    return (
        *grid_cautions(found.map_name, found.size_spread, placed=found.grid is not None),
        *_left_out(found),
        *_classes(found, name),
    )


def _left_out(found: Assessment) -> Iterator[str]:
    """Points that do not count."""
    if found.unlabelled_points:
        text = "{count} points of the sample have no label and are left out, as if they were like the others."
        yield notice("points-unlabelled", text, count=found.unlabelled_points)
    if found.disputed_points:
        text = "On {count} points as many people say one class as another; they count in equal parts for each."
        yield notice("points-disputed", text, count=found.disputed_points)
    if found.unclear_points:
        text = "{count} points of the sample are left out, since no one could tell their class."
        yield notice("points-unclear", text, count=found.unclear_points)


def _classes(found: Assessment, only: str | None) -> Iterator[str]:
    for number, one in enumerate(found.classes):
        name = term("assessed-name", one.name)
        if not one.mapped_share or only not in (None, one.name):
            continue
        if one.points < FEW_POINTS:
            text = "Only {count} labelled points lie in the class {name} of the map; label more for a sound interval."
            yield notice("class-of-few-points", text, count=one.points, name=name)
        elif found.matrix[number][number] == one.points:  # counts of whole points are exact
            text = "All {count} labelled points of the class {name} are right, so its standard error is too small."
            yield notice("class-without-error", text, count=one.points, name=name)
