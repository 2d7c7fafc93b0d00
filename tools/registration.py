"""By how many pixels two dates lie apart, and how sure that is. Knows no file.

Phase correlation with a Hann window (OpenCV) on several parts of the scene, where each was valid on both dates; the
likeness after the shift tells whether to believe it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

SURE_RESPONSE = 0.12
"""Peak of the phase correlation from which a shift is believed: 0.05 between unrelated images, 0.9 for a true shift."""
MOST_CORRECTED = 3.0
"""Pixels up to which a shift may be corrected; more is another place or another view."""
WORTH_TELLING = 0.75


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the second date lies from the first."""

    columns: float
    """Pixels to the right."""
    rows: float
    """Pixels down."""
    confidence: float
    """0-1: the peak of the phase correlation."""
    likeness: float
    """Correlation of both dates after the shift, -1 to 1."""

    @property
    def pixels(self) -> float:
        """Its length."""
        return float(np.hypot(self.columns, self.rows))

    @property
    def sure(self) -> bool:
        """Whether it can be relied on."""
        return self.confidence >= SURE_RESPONSE and self.likeness > 0


Part = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8], npt.NDArray[np.bool_]]
"""Before and after, (H, W, 3) RGB, and where both are valid."""


def estimate_shift(parts: Iterable[Part]) -> Shift | None:
    """The median over all parts that hold enough to compare, those most sure first; None where none does."""
    found = [shift for part in parts if (shift := _of_part(*part)) is not None]
    if not found:
        return None
    found.sort(key=lambda shift: -shift.confidence)
    best = found[: max(1, (len(found) + 1) // 2)]
    middle = {name: float(np.median([getattr(s, name) for s in best])) for name in Shift.__dataclass_fields__}
    return Shift(**middle)


def _of_part(before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> Shift | None:
    if valid.mean() < 0.5:
        return None
    first, second = (_grey(image, valid) for image in (before, after))
    if first.std() < 1e-3 or second.std() < 1e-3:
        return None
    window = cv2.createHanningWindow((first.shape[1], first.shape[0]), cv2.CV_32F)
    (columns, rows), response = cv2.phaseCorrelate(first, second, window)
    return _refined(first, second, valid, Shift(columns, rows, float(np.clip(response, 0, 1)), 0.0))


def _grey(image: npt.NDArray[np.uint8], valid: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """Brightness about its mean, flat where nothing is known."""
    grey = image.astype(np.float32).mean(axis=2)
    return np.where(valid, grey - grey[valid].mean(), 0).astype(np.float32)


def _refined(
    first: npt.NDArray[np.float32], second: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_], coarse: Shift
) -> Shift:
    """The shift to a tenth of a pixel: its phase correlation is biased between whole pixels.

    The enhanced correlation coefficient (Evangelidis and Psarakis 2008) is maximised from there; where it finds no
    maximum, the coarse shift stands, and no likeness with it.
    """
    matrix = np.array([[1, 0, coarse.columns], [0, 1, coarse.rows]], np.float32)
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-4)
    mask = valid.astype(np.uint8) * 255
    try:
        likeness, found = cv2.findTransformECC(first, second, matrix, cv2.MOTION_TRANSLATION, stop, mask, 5)
    except cv2.error:
        return coarse
    columns, rows = float(found[0, 2]), float(found[1, 2])
    if np.hypot(columns - coarse.columns, rows - coarse.rows) > 1:
        return coarse
    return Shift(columns, rows, coarse.confidence, float(likeness))
