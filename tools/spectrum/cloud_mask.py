"""What satellite products say of their own clouds, pixel by pixel. Knows band names and values, no place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Product = Literal["SCL", "QA_PIXEL"]

SCL_MASKED = (0, 1, 3, 8, 9, 10)
"""Classes of Sentinel-2's scene classification that show no ground: no data, saturated or defective, cloud shadow,
cloud of medium and of high probability, thin cirrus. Kept are dark areas (2), vegetation (4), bare ground (5),
water (6), unclassified (7) and snow (11).

Source: ESA Sen2Cor, as told in the Sentinel-2 Products Specification Document, Level-2A scene classification.
"""
QA_PIXEL_MASKED = (0, 1, 2, 3, 4)
"""Bits of Landsat's pixel quality band, of which each alone hides the ground: fill, dilated cloud, cirrus of high
confidence (Landsat 8 and 9; unused before), cloud, cloud shadow. Snow (5), clear (6) and water (7) are kept.

Source: USGS Landsat Collection 2 Level-2 Science Product Guides, pixel quality assessment (QA_PIXEL).
"""
OUTSIDE: dict[Product, int] = {"SCL": 0, "QA_PIXEL": 1}
"""What each band holds where there is no image: the value that says so, where the file does not declare it."""


@dataclass(frozen=True, slots=True)
class CloudMask:
    """The band of a product that tells where the ground is hidden."""

    product: Product
    asset: str
    """What the catalogue calls that band."""

    def hidden(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Where there is cloud, shadow or no image.

        Args:
            values: (H, W) of that band, as the file holds them.

        Returns:
            (H, W), true where the ground is hidden.
        """
        if self.product == "SCL":
            return np.isin(values, SCL_MASKED)
        bits = sum(1 << bit for bit in QA_PIXEL_MASKED)
        return np.asarray(values.astype(np.uint32) & bits != 0, bool)


def cloud_mask(assets: Iterable[str]) -> CloudMask | None:
    """The mask among a scene's assets, by the names that catalogues give them (`SCL`, `scl`, `qa_pixel`), if any."""
    for name in assets:
        if name.lower() == "scl":
            return CloudMask("SCL", name)
        if name.lower() == "qa_pixel":
            return CloudMask("QA_PIXEL", name)
    return None
