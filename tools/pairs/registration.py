"""The co-registration offset of two dates, and how certain it is. Knows no file.

Orientation correlation (Fitch et al., BMVC 2002): edges are compared by their direction alone, so that illumination,
season and construction do not hide the offset. The correlation surfaces of all parts of the scene are averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from tools.notices import notice

MAX_OFFSET = 24
"""Largest offset that is searched, pixels."""
SECOND_PEAK = 0.75
"""Share of the best correlation that the next best offset may reach; more is a tie, and ties were wrong now and then on
real pairs that were moved by a known offset (the test of this module moves some)."""
NEAR_PEAK = 3
"""Offsets so near the best one, pixels, belong to its peak."""
AGREEING, AGREED_WITHIN = 0.75, 1.5
"""Share of the parts, or of the quarters of a single one, that have to find the same offset, and how nearly, pixels."""
SURE_LIKENESS = 0.045
"""Correlation below which no offset is accepted: unrelated tiles stay below 0.04, most pairs reach 0.1."""
SURE_LIKENESS_SMALL = 9.0
"""The same for small scenes, times the root of the pixels compared: chance correlation grows as scenes shrink."""
TURNS = (-4.0, -2.0, 2.0, 4.0)
"""Degrees by which the second date is rotated to test whether it then matches the first better."""
TURNED_NEAR, TURNED_FAR = 1.1, 1.2
"""Factor by which correlation must rise for a rotation to be accepted, with a small offset and with a large one.

None of LEVIR's pairs reach it unrotated; when rotated by two degrees, most with a small offset do.
"""
MAX_CORRECTED = 3.0
"""Largest offset that may be corrected, pixels; more means another place or another view."""
MAX_HARMLESS = 6.0
"""Largest offset, pixels, that does not cost the buildings' F1: with 6 px it was as without on LEVIR's pairs."""
FAINT_EDGE = 8.0
"""Gradient, in brightness steps per pixel, that is weighted by half: fainter edges are noise."""
MIN_PART_SIDE = 32

Part = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8], npt.NDArray[np.bool_]]
"""Before and after, (H, W, 3) RGB, and where both are valid."""
Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shift:
    """The co-registration offset of the second date."""

    columns: float
    """Pixels to the right."""
    rows: float
    """Pixels down."""
    likeness: float
    """Correlation of edge directions at this offset, -1 to 1; rarely above 0.3 between years."""
    sure: bool
    """Whether it can be relied on."""
    alike: bool = True
    """Whether the dates look alike enough for any offset to be found."""
    turn: float = 0.0
    """Approximate rotation between the dates, degrees; 0 where none is detected."""

    @property
    def pixels(self) -> float:
        """Its length."""
        return float(np.hypot(self.columns, self.rows))


def estimate_shift(parts: Iterable[Part]) -> Shift | None:
    """The offset on which all parts of the scene agree best; None where there is too little to compare.

    Args:
        parts: windows of one size.
    """
    surfaces, best, highest = list[Plane](), None, -1.0
    for part in parts:
        if (surface := _surface(*part)) is None:
            continue
        surfaces.append(surface)
        if surface.max() > highest:
            best, highest = part, float(surface.max())
    if best is None:
        return None
    needed = max(SURE_LIKENESS, SURE_LIKENESS_SMALL / np.sqrt(len(surfaces) * _compared(best[2])))
    shift = _peak(np.mean(surfaces, axis=0, dtype=np.float32), needed)
    at_rim = max(abs(shift.columns), abs(shift.rows)) >= surfaces[0].shape[0] // 2 - 0.5
    if at_rim:
        return shift
    if not shift.sure and _agree(shift, surfaces if len(surfaces) > 1 else _quarters(best)):
        shift = replace(shift, sure=True)
    gain = TURNED_NEAR if shift.pixels <= MAX_CORRECTED else TURNED_FAR
    turn = _turn(best, max(needed, gain * highest))
    return replace(shift, turn=turn, sure=shift.sure and not turn)


def why_unmoved(shift: Shift | None) -> str | None:
    """Why an offset is not corrected, in a sentence; None where it is certain and small enough."""
    if shift is not None and shift.turn:
        text = "The dates seem turned by about {degrees:.0f} degrees, so nothing was moved."
        return notice("turned-unmoved", text, degrees=shift.turn)
    if shift is None or not shift.sure:
        text = "The shift between the dates cannot be told for sure, so nothing was moved."
        return notice("unsure-unmoved", text)
    if shift.pixels <= MAX_CORRECTED:
        return None
    text = "The co-registration offset is {pixels:.1f} px, too large to be corrected here; register the images first."
    return notice("too-far-to-move", text, pixels=shift.pixels)


def _peak(surface: Plane, needed: float) -> Shift:
    """The offset at the maximum of a surface; a maximum at its rim is rejected, as offsets beyond were not searched."""
    row, column = (int(place) for place in np.unravel_index(int(surface.argmax()), surface.shape))
    middle = surface.shape[0] // 2
    columns = middle - (column + _vertex(surface[row], column))
    rows = middle - (row + _vertex(surface[:, column], row))
    likeness = float(surface[row, column])
    inside = max(abs(row - middle), abs(column - middle)) < middle
    alone = _second(surface, row, column) < SECOND_PEAK * likeness
    alike = bool(inside and likeness >= needed)
    return Shift(float(columns), float(rows), likeness, alike and alone, alike)


def _second(surface: Plane, row: int, column: int) -> float:
    """The highest correlation outside the peak."""
    rest = surface.copy()
    near = [slice(max(0, place - NEAR_PEAK), place + NEAR_PEAK + 1) for place in (row, column)]
    rest[near[0], near[1]] = -1.0
    return float(rest.max())


def _agree(shift: Shift, surfaces: Sequence[Plane]) -> bool:
    """Whether most surfaces have their maximum at this offset."""
    found = [_peak(surface, 0.0) for surface in surfaces]
    near = [np.hypot(one.columns - shift.columns, one.rows - shift.rows) <= AGREED_WITHIN for one in found]
    return len(near) >= 1 / (1 - AGREEING) and sum(near) >= AGREEING * len(near)


def _quarters(part: Part) -> list[Plane]:
    """The surfaces of the four quarters of a part; fewer where they are too small to compare."""
    height, width = part[2].shape
    halves = [(slice(0, side // 2), slice(side // 2, side)) for side in (height, width)]
    before, after, valid = part
    quarters = [(rows, columns) for rows in halves[0] for columns in halves[1]]
    parts: list[Part] = [(before[one], after[one], valid[one]) for one in quarters]
    return [surface for one in parts if (surface := _surface(*one)) is not None]


def _turn(part: Part, needed: float) -> float:
    """Degrees by which a part must be rotated to match better; 0 where no rotation reaches `needed`."""
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
    """Largest offset, pixels, that is searched on parts of this size."""
    return int(min(MAX_OFFSET, *(extent // 4 for extent in valid.shape)))


def _compared(valid: npt.NDArray[np.bool_]) -> int:
    """Number of pixels that are compared at every offset."""
    height, width = valid.shape
    rim = 2 * _reach(valid)
    return int((height - rim) * (width - rim))


def _surface(
    before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float32] | None:
    """Correlation by offset, zero in the centre: (2 * reach + 1) squared; None where there is too little to compare."""
    reach = _reach(valid)
    if min(valid.shape) < MIN_PART_SIDE or valid.mean() < 0.5:
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
    """Edge directions at twice their angle, so that the sign of contrast does not matter; short where faint."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 1.0)
    across, down = (np.asarray(cv2.Sobel(grey, cv2.CV_32F, *order)) for order in ((1, 0), (0, 1)))
    length = np.hypot(across, down) + FAINT_EDGE
    across, down = across / length, down / length
    inner = cv2.erode(valid.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return (
        np.where(inner, across**2 - down**2, 0).astype(np.float32),
        np.where(inner, 2 * across * down, 0).astype(np.float32),
    )


def _vertex(line: npt.NDArray[np.float32], place: int) -> float:
    """Sub-pixel position of a maximum by the parabola through it and its neighbours, as an offset from `place`."""
    if not 0 < place < len(line) - 1:
        return 0.0
    left, top, right = (float(value) for value in line[place - 1 : place + 2])
    bend = left - 2 * top + right
    return 0.5 * (left - right) / bend if bend < 0 else 0.0
