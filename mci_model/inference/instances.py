"""Buildings that touch in the mask are told apart, one by one, by where the mask is narrow. Knows no network.

Rows of houses run together in a semantic mask. Each connected piece is flooded from the peaks of its smoothed distance
to the outline (Meyer and Beucher 1990), peaks that hardly stand out being none. What is thin and unsure is a seam
between the dates, and no building.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from skimage.segmentation import watershed

SMOOTHING_PX = 3.0
"""Standard deviation by which the distance to the outline is smoothed."""
PROMINENCE_PX = 1.5
"""By how much two peaks rise above the neck between them, if they are of two buildings."""
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
    height = smooth[1:-1, 1:-1]
    peaks = piece & (height >= cv2.dilate(height, np.ones((3, 3), np.uint8)))
    count, markers = cv2.connectedComponents(peaks.astype(np.uint8), connectivity=8)
    parts = piece.astype(np.int32)
    if count > 2:
        basins = watershed(-height, markers, mask=piece, connectivity=2).astype(np.int32)
        parts = _merged(basins, height, count)
    return _without_slivers(parts, distance[1:-1, 1:-1], probability)


def _merged(basins: Instances, height: npt.NDArray[np.float32], count: int) -> Instances:
    """Basins joined over necks that lie less than PROMINENCE_PX below the lower of their peaks, the highest first."""
    peak = np.zeros(count, np.float32)
    np.maximum.at(peak, basins.ravel(), height.ravel())
    owner = np.arange(count)
    for first, second, neck in _necks(basins, height):
        one, other = sorted((_root(owner, first), _root(owner, second)))
        if one != other and neck > min(peak[one], peak[other]) - PROMINENCE_PX:
            owner[other], peak[one] = one, max(peak[one], peak[other])
    roots = np.array([_root(owner, basin) for basin in range(count)])
    return np.asarray(roots[basins], np.int32)


def _necks(basins: Instances, height: npt.NDArray[np.float32]) -> list[tuple[int, int, float]]:
    """Touching basins and the height of the highest pass between them, the highest pass first."""
    rows, columns = basins.shape
    passes: dict[tuple[int, int], float] = {}
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = (slice(0, rows - down), slice(max(0, -right), columns - max(0, right)))
        there = (slice(down, rows), slice(max(0, right), columns - max(0, -right)))
        a, b, low = basins[here], basins[there], np.minimum(height[here], height[there])
        touching = (a != b) & (a > 0) & (b > 0)
        pairs = zip(a[touching].tolist(), b[touching].tolist(), low[touching].tolist(), strict=True)
        for first, second, neck in pairs:
            key = (min(first, second), max(first, second))
            passes[key] = max(neck, passes.get(key, 0.0))
    return sorted(((*key, neck) for key, neck in passes.items()), key=lambda one: (-one[2], one[:2]))


def _root(owner: npt.NDArray[np.int64], basin: int) -> int:
    while owner[basin] != basin:
        basin = int(owner[basin])
    return basin


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
