"""A pair's grid resampled to another ground resolution on request. Knows no pixel values."""

from __future__ import annotations

import math
from dataclasses import replace

from affine import Affine

from tools.errors import PairError
from tools.notices import notice
from tools.pairs.common_grid import PairGrid
from tools.rasters.georeference import Georeference
from tools.rasters.opener import MIN_SIDE

MAX_UPSAMPLING = 20.0
"""Largest factor of upsampling: beyond it pixels would be mere copies."""


def resampled(grid: PairGrid, metres: float) -> PairGrid:
    """The same extent in pixels that are square on the ground, `metres` a side; both dates are warped onto it.

    Raises:
        PairError: the pair is not georeferenced, or the requested pixels are far too small or too large.
    """
    source = grid.georeference
    if source is None:
        raise PairError("The images are not georeferenced, so their pixels have no known size; leave out --resample.")
    width_m, height_m = source.pixel_sides_m
    _check(source, metres, min(width_m, height_m))
    across, down = metres / width_m, metres / height_m
    width, height = math.floor(source.width / across + 1e-6), math.floor(source.height / down + 1e-6)
    if min(width, height) < MIN_SIDE:
        raise PairError(
            f"In pixels of {metres:g} m the images share only {width} x {height} px; at least {MIN_SIDE} on each "
            "side are needed."
        )
    target = Georeference(source.crs, source.transform @ Affine.scale(across, down), height, width)
    note = notice("resampled", "Both images were resampled to pixels of {metres:g} m.", metres=metres)
    notes = (*(note for note in grid.notes if not note.startswith("The second image was brought")), note)
    return replace(grid, height=height, width=width, georeference=target, first=None, second=None, notes=notes)


def _check(grid: Georeference, metres: float, side: float) -> None:
    least, most = side / MAX_UPSAMPLING, side * min(grid.width, grid.height)
    if not (math.isfinite(metres) and least <= metres <= most):
        raise PairError(
            f"Pixels of {metres:g} m cannot be made of pixels of {side:.3g} m; "
            f"choose from {least:.2g} to {most:.3g} m, best the 0.5 m that the network learnt from."
        )
