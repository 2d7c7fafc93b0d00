"""Buildings that touch in the mask are told apart, one by one, by where the mask is narrow. Knows no network.

Rows of houses run together in a semantic mask. Each connected piece is flooded from the peaks of its smoothed distance
to the outline (Meyer and Beucher 1990), peaks that hardly stand out being none. What is thin and unsure is a seam
between the dates, and no building.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from skimage.morphology import local_maxima, reconstruction
from skimage.segmentation import watershed

SMOOTHING_PX = 3.0
"""Standard deviation by which the distance to the outline is smoothed."""
PROMINENCE_PX = 1.5
"""By how much a peak rises above the neck to a higher one, if it is of a building of its own."""
NARROWEST_PX = 3.0
"""Distance to the outline which a building reaches somewhere, unless it is sure."""
SURE_FROM = 0.75
"""Mean probability from which something narrower is a building, too."""

Mask = npt.NDArray[np.bool_]
Instances = npt.NDArray[np.int32]
Probabilities = npt.NDArray[np.float32]


def building_instances(mask: Mask, probability: Probabilities) -> Instances:
    """(H, W) numbers from 1 on of the buildings of a mask, 0 elsewhere.

    Args:
        mask: (H, W), true where a building is marked.
        probability: (H, W) of a building.

    Examples:
        >>> import numpy as np
        >>> row = np.zeros((40, 80), bool)
        >>> row[10:30, 5:30] = row[10:30, 40:70] = row[18:22, 30:40] = True
        >>> int(building_instances(row, row.astype(np.float32)).max())
        2
    """
    count, pieces, table, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    instances = np.zeros(mask.shape, np.int32)
    last = 0
    for piece in range(1, count):
        left, top, width, height = table[piece, :4].tolist()
        window = (slice(top, top + height), slice(left, left + width))
        parts = split_piece(pieces[window] == piece, probability[window])
        instances[window] += np.where(parts > 0, parts + last, 0)
        last += int(parts.max())
    return instances


def split_piece(piece: Mask, probability: Probabilities) -> Instances:
    """(h, w) numbers from 1 on of the buildings of one connected piece; all 0 if it is a sliver.

    Args:
        piece: (h, w) in the box around it.
        probability: (h, w) of a building.
    """
    padded = cv2.copyMakeBorder(piece.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_5)
    smooth = cv2.GaussianBlur(distance, (0, 0), SMOOTHING_PX, borderType=cv2.BORDER_CONSTANT)
    height = np.where(piece, smooth[1:-1, 1:-1], 0)
    # Extended maxima (Soille 2003): peaks of nearly one height with a shallow neck between them are one plateau.
    peaks = local_maxima(reconstruction(height - PROMINENCE_PX, height)) & piece
    count, markers = cv2.connectedComponents(peaks.astype(np.uint8), connectivity=8)
    parts = piece.astype(np.int32)
    if count > 2:
        parts = watershed(-height, markers, mask=piece, connectivity=2).astype(np.int32)
    return _without_slivers(parts, distance[1:-1, 1:-1], probability)


def _without_slivers(parts: Instances, distance: npt.NDArray[np.float32], probability: Probabilities) -> Instances:
    """Parts renumbered from 1 on in the order of their numbers, those that are thin and unsure left out."""
    count = int(parts.max()) + 1
    widest = np.zeros(count, np.float32)
    np.maximum.at(widest, parts.ravel(), distance.ravel())
    pixels = np.bincount(parts.ravel(), minlength=count)
    sure = np.bincount(parts.ravel(), probability.ravel(), minlength=count) >= SURE_FROM * pixels
    kept = (pixels > 0) & (sure | (widest >= NARROWEST_PX))
    kept[0] = False
    return np.asarray(np.where(kept, np.cumsum(kept), 0)[parts], np.int32)
