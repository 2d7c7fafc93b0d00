"""A pair's grid with pixels of another size on the ground, where a person asks for it. Knows no pixel values."""

from __future__ import annotations

import math
from dataclasses import replace

from affine import Affine

from tools.errors import PairError
from tools.pairs.common_grid import PairGrid
from tools.rasters.georeference import Georeference
from tools.rasters.opener import MIN_SIDE

MAX_ENLARGED = 20.0
"""How many times smaller than the image's pixels those of the grid may be: beyond it is nothing but copies."""


def resampled(grid: PairGrid, metres: float) -> PairGrid:
    """The same ground in pixels that are square there, `metres` a side; both dates are warped onto it.

    Raises:
        PairError: nothing tells how large a pixel is, or the pixels asked for are far too small or too large.
    """
    here = grid.georeference
    if here is None:
        raise PairError("The images are not georeferenced, so their pixels have no known size; leave out --resample.")
    width_m, height_m = here.pixel_sides_m
    _check(here, metres, min(width_m, height_m))
    across, down = metres / width_m, metres / height_m
    width, height = math.floor(here.width / across + 1e-6), math.floor(here.height / down + 1e-6)
    if min(width, height) < MIN_SIDE:
        raise PairError(
            f"In pixels of {metres:g} m the images share only {width} x {height} px; at least {MIN_SIDE} on each "
            "side are needed."
        )
    place = Georeference(here.crs, here.transform @ Affine.scale(across, down), height, width)
    note = f"Both images were resampled to pixels of {metres:g} m."
    notes = (*(note for note in grid.notes if not note.startswith("The second image was brought")), note)
    return replace(grid, height=height, width=width, georeference=place, first=None, second=None, notes=notes)


def _check(here: Georeference, metres: float, side: float) -> None:
    least, most = side / MAX_ENLARGED, side * min(here.width, here.height)
    if not (math.isfinite(metres) and least <= metres <= most):
        raise PairError(
            f"Pixels of {metres:g} m cannot be made of pixels of {side:.3g} m; "
            f"choose from {least:.2g} to {most:.3g} m, best the 0.5 m that the network learnt from."
        )
