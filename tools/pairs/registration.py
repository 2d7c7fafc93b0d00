"""By how many pixels two dates lie apart, and how sure that is. Knows no file.

Orientation correlation (Fitch et al., BMVC 2002): edges are compared by their direction alone, so that neither light,
season nor what was built hides the shift. Every part of the scene votes on one surface of likeness by shift.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

FARTHEST = 24
"""Pixels up to which a shift is looked for."""
SURE_LIKENESS = 0.045
"""Likeness at the best shift from which it is believed: unrelated tiles stay below 0.04, most real pairs reach 0.1."""
SURE_IN_SMALL = 9.0
"""The same for small scenes, times the root of the pixels compared: what is alike by chance grows as they shrink."""
TURNS = (-4.0, -2.0, 2.0, 4.0)
"""Degrees by which the second date is turned to see whether it then lies better on the first."""
TURNED_NEAR, TURNED_FAR = 1.1, 1.2
"""How many times as alike it must become where the shift is small enough to be relied on, and where it is not.

None of LEVIR's pairs do as they are; when turned by two degrees, most with a small shift do.
"""
MAX_CORRECTED = 3.0
"""Pixels up to which a shift may be corrected; more is another place or another view."""
FAINT_EDGE = 8.0
"""Brightness steps a pixel that count half: fainter ones are noise."""
MIN_PART = 32

Part = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8], npt.NDArray[np.bool_]]
"""Before and after, (H, W, 3) RGB, and where both are valid."""
Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the second date lies from the first."""

    columns: float
    """Pixels to the right."""
    rows: float
    """Pixels down."""
    likeness: float
    """Mean agreement of edge directions after the shift, -1 to 1; rarely above 0.3 between years."""
    sure: bool
    """Whether it can be relied on."""
    turn: float = 0.0
    """Degrees, about, by which the dates are turned against each other; 0 where that does not show."""

    @property
    def pixels(self) -> float:
        """Its length."""
        return float(np.hypot(self.columns, self.rows))


def estimate_shift(parts: Iterable[Part]) -> Shift | None:
    """The shift on which all parts of the scene agree best; None where there is too little to compare.

    Args:
        parts: windows of one size.
    """
    surfaces, best, clearest = [], None, -1.0
    for part in parts:
        if (surface := _surface(*part)) is None:
            continue
        surfaces.append(surface)
        if surface.max() > clearest:
            best, clearest = part, float(surface.max())
    if best is None:
        return None
    needed = max(SURE_LIKENESS, SURE_IN_SMALL / np.sqrt(len(surfaces) * _compared(best[2])))
    shift = _peak(np.mean(surfaces, axis=0), needed)
    if max(abs(shift.columns), abs(shift.rows)) >= surfaces[0].shape[0] // 2:
        return shift
    better = TURNED_NEAR if shift.pixels <= MAX_CORRECTED else TURNED_FAR
    turn = _turn(best, max(needed, better * clearest))
    return replace(shift, turn=turn, sure=shift.sure and not turn)


def _peak(surface: Plane, needed: float) -> Shift:
    """The shift at the top of a surface; a top at its rim is none, for what lies beyond was not looked at."""
    row, column = (int(place) for place in np.unravel_index(int(surface.argmax()), surface.shape))
    middle = surface.shape[0] // 2
    columns = middle - (column + _vertex(surface[row], column))
    rows = middle - (row + _vertex(surface[:, column], row))
    likeness = float(surface[row, column])
    inside = max(abs(row - middle), abs(column - middle)) < middle
    return Shift(float(columns), float(rows), likeness, bool(inside and likeness >= needed))


def _turn(part: Part, needed: float) -> float:
    """Degrees by which a part must be turned to lie better than as it is; 0 where none of them reaches `needed`."""
    before, after, valid = part
    likeness = {}
    for turn in TURNS:
        surface = _surface(before, _turned(after, turn), valid)
        likeness[turn] = -1.0 if surface is None else float(surface.max())
    best = max(likeness, key=lambda turn: likeness[turn])
    return abs(best) if likeness[best] > needed else 0.0


def _turned(image: npt.NDArray[np.uint8], degrees: float) -> npt.NDArray[np.uint8]:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def _reach(valid: npt.NDArray[np.bool_]) -> int:
    """Pixels up to which a shift is looked for on parts of this size."""
    return int(min(FARTHEST, *(extent // 4 for extent in valid.shape)))


def _compared(valid: npt.NDArray[np.bool_]) -> int:
    """Pixels that are compared at every shift."""
    height, width = valid.shape
    rim = 2 * _reach(valid)
    return int((height - rim) * (width - rim))


def _surface(
    before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float32] | None:
    """Likeness by shift, the middle being none: (2 * reach + 1) squared; None where there is too little to compare."""
    reach = _reach(valid)
    if min(valid.shape) < MIN_PART or valid.mean() < 0.5:
        return None
    inner = (slice(reach, -reach), slice(reach, -reach))
    pairs = list(zip(_directions(before, valid), _directions(after, valid), strict=True))
    if any(min(first.std(), second[inner].std()) < 1e-3 for first, second in pairs):
        return None
    likeness = [
        cv2.matchTemplate(first, np.ascontiguousarray(second[inner]), cv2.TM_CCOEFF_NORMED) for first, second in pairs
    ]
    return np.asarray(np.mean(likeness, axis=0), np.float32)


def _directions(image: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> tuple[Plane, Plane]:
    """Edge directions at twice their angle, so that dark to bright and bright to dark are one; short where faint."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 1.0)
    across, down = (np.asarray(cv2.Sobel(grey, cv2.CV_32F, *order)) for order in ((1, 0), (0, 1)))
    length = np.hypot(across, down) + FAINT_EDGE
    across, down = across / length, down / length
    known = cv2.erode(valid.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return (
        np.where(known, across**2 - down**2, 0).astype(np.float32),
        np.where(known, 2 * across * down, 0).astype(np.float32),
    )


def _vertex(line: npt.NDArray[np.float32], place: int) -> float:
    """How far the top of the parabola through a maximum and its neighbours lies from it, in places."""
    if not 0 < place < len(line) - 1:
        return 0.0
    left, top, right = (float(value) for value in line[place - 1 : place + 2])
    bend = left - 2 * top + right
    return 0.5 * (left - right) / bend if bend < 0 else 0.0
