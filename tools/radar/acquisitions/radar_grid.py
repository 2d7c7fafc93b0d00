"""The grid that radar images of many dates have in common: the part of the first that all others cover.

Grids that coincide but for their corners are cut; others are read by their nearest pixels, which keeps the looks.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from mci_model.prediction import Window
from tools.errors import PairError
from tools.notices import notice
from tools.pairs.common_grid import PairGrid, common_grid
from tools.rasters.opener import MIN_SIDE, RasterSource

SAME_SIZE = 0.05
"""Relative difference of pixel sizes up to which they count as one."""


def grids_of(sources: Sequence[RasterSource]) -> tuple[tuple[PairGrid, ...], tuple[str, ...]]:
    """Of each image, the grid and its place in the image's own (as `second`); and notes.

    Raises:
        PairError: they lie on other ground, have other sizes without a georeference, or pixels of other sizes.
    """
    first = sources[0]
    _check_sizes(sources)
    pairs = [common_grid(first, source) for source in sources]
    windows = [grid.first or Window(0, 0, *first.size) for grid in pairs]
    top, left = max(one.top for one in windows), max(one.left for one in windows)
    bottom = min(one.top + one.height for one in windows)
    right = min(one.left + one.width for one in windows)
    if min(bottom - top, right - left) < MIN_SIDE:
        names = ", ".join(source.name for source in sources)
        raise PairError(f"{names} share no ground of {MIN_SIDE} x {MIN_SIDE} px; give images of one place.")
    part = Window(top, left, bottom - top, right - left)
    grids = tuple(_within(grid, window, part, first) for grid, window in zip(pairs, windows, strict=True))
    return grids, _notes(sources, pairs, part)


def _within(grid: PairGrid, window: Window, part: Window, first: RasterSource) -> PairGrid:
    """A grid of two images cut to the part that all images cover, in pixels of the first."""
    place = None if first.georeference is None else first.georeference.part(*part)
    if grid.georeference is not None and place is None:
        place = grid.georeference
    second = None
    if grid.second is not None:
        down, across = part.top - window.top, part.left - window.left
        second = Window(grid.second.top + down, grid.second.left + across, part.height, part.width)
    return replace(grid, height=part.height, width=part.width, georeference=place, first=part, second=second)


def _check_sizes(sources: Sequence[RasterSource]) -> None:
    known = [source for source in sources if source.side_m is not None]
    for other in known[1:]:
        one, two = known[0].side_m or 0.0, other.side_m or 0.0
        if not math.isclose(one, two, rel_tol=SAME_SIZE):
            raise PairError(
                notice(
                    "different-looks",
                    "{first} has pixels of {one:.3g} m and {second} of {two:.3g} m, which have different looks; take "
                    "both from one product, or process both to one pixel size alike.",
                    first=known[0].name,
                    one=one,
                    second=other.name,
                    two=two,
                )
            )


def _notes(sources: Sequence[RasterSource], pairs: Sequence[PairGrid], part: Window) -> tuple[str, ...]:
    warped = [source.name for source, grid in zip(sources, pairs, strict=True) if grid.second is None]
    nearest = "{name} lies on another grid and was read by its nearest pixels, so its place is right to half a pixel."
    notes: list[str] = [notice("nearest-pixels", nearest, name=name) for name in warped]
    share = part.height * part.width / (sources[0].height * sources[0].width)
    if share < 0.9999:
        common = "Only the ground that all dates cover is judged: {share:.3g} % of {name}."
        notes.append(notice("common-ground", common, share=100 * share, name=sources[0].name))
    notes += [note for grid in pairs for note in grid.notes if "where it lies" in note]
    return tuple(dict.fromkeys(notes))
