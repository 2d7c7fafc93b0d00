"""The one grid on which two dates are compared: the part of the first image that the second covers too.

Knows no pixel values. What has to be done to the second date is listed in notes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from affine import Affine
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError

from mci_model.prediction import Window
from tools.errors import PairError
from tools.notices import conjoined, notice
from tools.rasters.georeference import Georeference
from tools.rasters.opener import MIN_SIDE, RasterSource

MAX_GRID_OFFSET = 0.02
"""Offset, in pixels, up to which two grids count as one: resampling would cost more accuracy than it gains."""
EDGE_POINTS = 33
"""Points along each edge of an image that are reprojected, since straight edges bend in another CRS."""


@dataclass(frozen=True, slots=True)
class PairGrid:
    """The grid of a pair, as windows of the first and of the second image."""

    height: int
    width: int
    georeference: Georeference | None
    first: Window | None
    """The grid as a window of the first image, where pixels coincide; None where that image must be warped."""
    second: Window | None
    """The grid as a window of the second image, likewise."""
    overlap: float
    """Share of the first image that the grid covers, 0-1."""
    notes: tuple[str, ...]

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.height, self.width


def common_grid(first: RasterSource, second: RasterSource) -> PairGrid:
    """The common grid of a pair.

    Raises:
        PairError: the two do not overlap, or lack the georeference to find out.
    """
    here, there = first.georeference, second.georeference
    if here is None or there is None:
        return _assumed_same_grid(first, second)
    offset = _offset(here, there)
    if offset is not None:
        window = _clip(offset[0], offset[1], offset[0] + there.height, offset[1] + there.width, here)
        part = None if window is None else Window(window.top - offset[0], window.left - offset[1], *window[2:])
    else:
        window, part = _clip(*_outline(there, here), here), None
    if window is None or min(window.height, window.width) < MIN_SIDE:
        raise PairError(_no_overlap_message(first, second, window))
    overlap = window.height * window.width / (here.height * here.width)
    notes = (*_warp_notes(here, there, warped=part is None), *_overlap_notes(overlap))
    return PairGrid(window.height, window.width, here.part(*window), window, part, overlap, notes)


def on_one_side(first: RasterSource, second: RasterSource) -> tuple[RasterSource, RasterSource]:
    """Both images on one side of the 180th meridian, where one has longitudes near 180 and the other near -180."""
    here, there = first.georeference, second.georeference
    if here is None or there is None or not (_in_degrees(here) and _in_degrees(there)):
        return first, second
    middles = [sum(grid.bounds[0::2]) / 2 for grid in (here, there)]
    turns = round((middles[0] - middles[1]) / 360)
    if not turns:
        return first, second
    turned = replace(there, transform=Affine.translation(360 * turns, 0) @ there.transform)
    return first, replace(second, georeference=turned)


def _in_degrees(grid: Georeference) -> bool:
    crs = CRS.from_user_input(grid.crs)
    return crs.is_geographic and crs.axis_info[0].unit_name == "degree"


def _assumed_same_grid(first: RasterSource, second: RasterSource) -> PairGrid:
    """The grid of two images of one size, of which at least one is not georeferenced."""
    if first.size != second.size:
        sizes = " and ".join(f"{r.name} is {r.width} x {r.height} px" for r in (first, second))
        raise PairError(
            f"{sizes}, and unless both are georeferenced they cannot be brought onto one grid; "
            "give georeferenced images, or two of one size."
        )
    if first.georeference is None and second.georeference is None:
        note = notice(
            "nowhere", "Neither image tells where it lies, so areas are in pixels and percent, not in square metres."
        )
    else:
        note = notice(
            "nowhere-one",
            "{name} does not tell where it lies; it is taken to cover the same ground as the other image.",
            name=first.name if first.georeference is None else second.name,
        )
    whole = Window(0, 0, *first.size)
    return PairGrid(*first.size, first.georeference or second.georeference, whole, whole, 1.0, (note,))


def _offset(here: Georeference, there: Georeference) -> tuple[int, int] | None:
    """Row and column of the second grid's origin in the first; None where the grids do not coincide."""
    if not here.same_crs(there):
        return None
    inverse = ~here.transform
    corners = [(0, 0), (there.width, 0), (0, there.height)]
    projected = [inverse @ (there.transform @ corner) for corner in corners]
    if not all(math.isfinite(value) for place in projected for value in place):
        return None
    column, row = (round(value) for value in projected[0])
    expected = [(column + x, row + y) for x, y in corners]
    deviation = max(
        abs(a - b) for near, exact in zip(projected, expected, strict=True) for a, b in zip(near, exact, strict=True)
    )
    return (row, column) if deviation <= MAX_GRID_OFFSET else None


def _outline(there: Georeference, here: Georeference) -> tuple[float, float, float, float]:
    """Top, left, bottom and right of the second image in pixels of the first."""
    steps = np.linspace(0, 1, EDGE_POINTS)
    along, zeros, ones = steps, np.zeros(EDGE_POINTS), np.ones(EDGE_POINTS)
    columns = np.concatenate([along, along, zeros, ones]) * there.width
    rows = np.concatenate([zeros, ones, along, along]) * there.height
    xs, ys = _onto(there, here, columns, rows)
    inverse = ~here.transform
    placed_columns = inverse.a * xs + inverse.b * ys + inverse.c
    placed_rows = inverse.d * xs + inverse.e * ys + inverse.f
    finite = np.isfinite(placed_columns) & np.isfinite(placed_rows)
    if not finite.any():
        return math.inf, math.inf, -math.inf, -math.inf
    placed_columns, placed_rows = placed_columns[finite], placed_rows[finite]
    return placed_rows.min(), placed_columns.min(), placed_rows.max(), placed_columns.max()


def _onto(
    there: Georeference, here: Georeference, columns: npt.NDArray[np.float64], rows: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pixel positions of the second image as coordinates in the first image's CRS."""
    grid = there.transform
    xs, ys = grid.a * columns + grid.b * rows + grid.c, grid.d * columns + grid.e * rows + grid.f
    try:
        projected = Transformer.from_crs(there.crs, here.crs, always_xy=True).transform(xs, ys)
    except ProjError as error:
        raise PairError(f"The second image's CRS cannot be brought into the first one's: {error}.") from error
    if not _in_degrees(here):
        return np.asarray(projected[0]), np.asarray(projected[1])
    middle = sum(here.bounds[0::2]) / 2
    with np.errstate(invalid="ignore"):  # coordinates that cannot be reprojected are infinite
        return (np.asarray(projected[0]) - middle + 180) % 360 - 180 + middle, np.asarray(projected[1])


def _clip(top: float, left: float, bottom: float, right: float, here: Georeference) -> Window | None:
    """The whole pixels of the first image within these edges; None where there are none."""
    tolerance = 1e-6
    if not all(map(math.isfinite, (top, left, bottom, right))):
        return None
    first_row, first_column = max(0, math.ceil(top - tolerance)), max(0, math.ceil(left - tolerance))
    last_row, last_column = (
        min(here.height, math.floor(bottom + tolerance)),
        min(here.width, math.floor(right + tolerance)),
    )
    if last_row <= first_row or last_column <= first_column:
        return None
    return Window(first_row, first_column, last_row - first_row, last_column - first_column)


def _no_overlap_message(first: RasterSource, second: RasterSource, window: Window | None) -> str:
    both = f"{first.name} and {second.name}"
    if window is None:
        return f"{both} cover different ground and share no pixel; give two images of one place."
    return f"{both} share only {window.width} x {window.height} px; at least {MIN_SIDE} px on each side must overlap."


def _warp_notes(here: Georeference, there: Georeference, *, warped: bool) -> list[str]:
    if not warped:
        return []
    what = []
    if not here.same_crs(there):
        what.append(notice("from-crs", "from {there} to {here}", there=there.short_crs, here=here.short_crs))
    if not math.isclose(here.resolution_m, there.resolution_m, rel_tol=0.01):
        sides = {"there": there.resolution_m, "here": here.resolution_m}
        what.append(notice("from-pixels", "from pixels of {there:.3g} m to {here:.3g} m", **sides))
    if not what:
        return [notice("warped", "The second image was brought onto the first one's grid.")]
    told = notice(
        "warped-from", "The second image was brought onto the first one's grid, {what}.", what=conjoined(what)
    )
    return [told]


def _overlap_notes(share: float) -> list[str]:
    if share > 0.9999:
        return []
    return [notice("overlap", "Only the overlap is judged: {share:.3g} % of the first image.", share=100 * share)]
