"""The band among those of a scene that tells where the ground is hidden. Knows no place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.sensors.registry import cloud_bands
from tools.sensors.sensor import CloudBand


@dataclass(frozen=True, slots=True)
class CloudMask:
    """A scene's band of clouds."""

    band: CloudBand
    asset: str
    """What the catalogue calls that band."""

    def hidden(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Where there is cloud, shadow or no image; (H, W) as the file holds them in, (H, W) out."""
        return self.band.hides(values)


def cloud_mask(assets: Iterable[str]) -> CloudMask | None:
    """The mask among a scene's assets, by the names that catalogues give them (`SCL`, `scl`, `qa_pixel`), if any."""
    known = cloud_bands()
    return next((CloudMask(known[name.lower()], name) for name in assets if name.lower() in known), None)
