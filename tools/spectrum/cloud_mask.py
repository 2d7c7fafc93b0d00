"""The cloud mask band of a scene. Knows no grid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.sensors.registry import cloud_bands
from tools.sensors.sensor import CloudBand


@dataclass(frozen=True, slots=True)
class CloudMask:
    """A scene's cloud mask band."""

    band: CloudBand
    asset: str
    """Name of that band in the catalogue."""

    def hidden(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """(H, W) mask of cloud, shadow and missing data, from (H, W) values as stored in the file."""
        return self.band.hides(values)


def cloud_mask(assets: Iterable[str]) -> CloudMask | None:
    """The mask among a scene's assets, by their usual names (`SCL`, `scl`, `qa_pixel`), if any."""
    known = cloud_bands()
    return next((CloudMask(known[name.lower()], name) for name in assets if name.lower() in known), None)
