"""What changed in a window of radar images: the test at each pixel, holes closed, and the way of the change.

Knows no files. The test is one of single pixels; means of neighbours only tell in which direction power went.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from scipy import ndimage

from tools.radar.acquisitions.backscatter import Reals
from tools.radar.speckle_tests import Changes, changes

UNKNOWN, UNCHANGED, BRIGHTER, DARKER, MIXED = 0, 1, 2, 3, 4
"""Codes of direction: all bands brighter, all darker, some of each."""
CLOSING, SMOOTHING = 3, 5
"""Sides, in pixels, of the square that closes holes between flagged pixels, and of the mean that tells direction."""
RIM = SMOOTHING // 2 + CLOSING
"""Pixels around a window on which what is told of it depends."""
Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class WindowChanges:
    """A window as it is judged."""

    known: npt.NDArray[np.bool_]
    """(h, w): all bands of all dates."""
    flagged: npt.NDArray[np.bool_]
    """(h, w): by the test at the pixel alone."""
    closed: npt.NDArray[np.bool_]
    """(h, w): flagged, or in a hole between flagged ones."""
    direction: Codes
    """(h, w): of the last change."""
    first: Codes
    """(h, w): interval of the first change from 1; 0 where there is none."""
    last: Codes
    count: Codes


def judged(power: Reals, looks: float, alpha: float) -> WindowChanges:
    """Judge (dates, bands, h, w) power, NaN where unknown."""
    known = np.asarray(np.isfinite(power).all(axis=(0, 1)), bool)
    found = changes(power, looks, alpha)
    closed = _closed(found.flagged) & known
    intervals = _filled(found, closed)
    count = intervals.sum(axis=0)
    first = np.where(count > 0, intervals.argmax(axis=0) + 1, 0)
    last = np.where(count > 0, len(intervals) - intervals[::-1].argmax(axis=0), 0)
    way = _direction(smoothed(power), last)
    direction = np.where(closed, way, np.where(known, UNCHANGED, UNKNOWN))
    return WindowChanges(
        known, found.flagged, closed, *(part.astype(np.uint8) for part in (direction, first, last, count))
    )


def smoothed(power: Reals) -> Reals:
    """Geometric means of the known pixels of squares around each pixel; NaN where the pixel itself is unknown.

    Of decibels, so that a bright roof or a bank beside water does not outweigh it.
    """
    flat = power.reshape(-1, *power.shape[-2:])
    return np.stack([_mean(one) for one in flat]).reshape(power.shape)


def _mean(band: Reals) -> Reals:
    known = np.isfinite(band)
    side = (SMOOTHING, SMOOTHING)
    logs = np.log(np.where(known, band, np.float32(1)))
    sums = cv2.boxFilter(logs, -1, side, normalize=False, borderType=cv2.BORDER_CONSTANT)
    counts = cv2.boxFilter(known.astype(np.float32), -1, side, normalize=False, borderType=cv2.BORDER_CONSTANT)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(known, np.exp(sums / counts), np.float32(np.nan)).astype(np.float32)


def _closed(flagged: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    square = np.ones((CLOSING, CLOSING), np.uint8)
    closed = cv2.morphologyEx(flagged.astype(np.uint8), cv2.MORPH_CLOSE, square, borderType=cv2.BORDER_REFLECT)
    return np.asarray(closed, bool) | flagged


def _filled(found: Changes, closed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """(dates - 1, h, w) intervals, of pixels in holes those of the nearest flagged one."""
    holes = closed & ~found.flagged
    if not holes.any():
        return found.intervals
    nearest = ndimage.distance_transform_edt(~found.flagged, return_distances=False, return_indices=True)
    intervals = found.intervals.copy()
    intervals[:, holes] = found.intervals[:, nearest[0][holes], nearest[1][holes]]
    return intervals


def _direction(means: Reals, last: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """(h, w) codes by the means of neighbours before and after the last change."""
    after = np.take_along_axis(means, last[None, None], axis=0)[0]
    before = np.take_along_axis(means, np.maximum(last - 1, 0)[None, None], axis=0)[0]
    with np.errstate(invalid="ignore"):
        up = after > before
    return np.where(up.all(axis=0), BRIGHTER, np.where(up.any(axis=0), MIXED, DARKER))
