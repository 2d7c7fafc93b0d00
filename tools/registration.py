"""By how many pixels two dates lie apart, and how sure that is. Knows no file.

Orientation correlation (Fitch et al., BMVC 2002): edges are compared by their direction alone, so that neither light,
season nor what was built hides the shift. Every part of the scene votes on one surface of likeness by shift.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

FARTHEST = 24
"""Pixels up to which a shift is looked for."""
SURE_LIKENESS = 0.045
"""Likeness at the best shift from which it is believed: unrelated tiles stay below 0.04, most real pairs reach 0.1."""
MOST_CORRECTED = 3.0
"""Pixels up to which a shift may be corrected; more is another place or another view."""
FAINT_EDGE = 8.0
"""Brightness steps a pixel that count half: fainter ones are noise."""
SMALLEST_PART = 32

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

    @property
    def pixels(self) -> float:
        """Its length."""
        return float(np.hypot(self.columns, self.rows))

    @property
    def sure(self) -> bool:
        """Whether it can be relied on."""
        return self.likeness >= SURE_LIKENESS


def estimate_shift(parts: Iterable[Part]) -> Shift | None:
    """The shift on which all parts of the scene agree best; None where there is too little to compare.

    Args:
        parts: windows of one size.
    """
    surfaces = [surface for part in parts if (surface := _surface(*part)) is not None]
    if not surfaces:
        return None
    surface = np.mean(surfaces, axis=0)
    row, column = np.unravel_index(int(surface.argmax()), surface.shape)
    middle = surface.shape[0] // 2
    columns = middle - (int(column) + _vertex(surface[row], int(column)))
    rows = middle - (int(row) + _vertex(surface[:, column], int(row)))
    return Shift(float(columns), float(rows), float(surface[row, column]))


def _surface(
    before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float32] | None:
    """Likeness by shift, the middle being none: (2 * reach + 1) squared; None where there is too little to compare."""
    reach = min(FARTHEST, min(valid.shape) // 4)
    if min(valid.shape) < SMALLEST_PART or valid.mean() < 0.5:
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
