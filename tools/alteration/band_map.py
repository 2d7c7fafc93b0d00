"""The map of change of any kind by a pair's bands: regions with area, place, certainty and cover at either date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mci_model.prediction import ANY_CHANGE_FROM, Window
from tools.alteration.band_layers import BandLayers
from tools.change.change_map import MIN_BAND_PIXELS, ChangeMap
from tools.change.make_map import DataTally
from tools.change.other_regions import region_map
from tools.inference.parts import STEPS, UNKNOWN, Layer
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import LABEL_BLOCK, blocks

METHOD = "IR-MAD of the bands"
"""In the place of a network's name."""


def map_by_bands(
    pair: ImagePair, layers: BandLayers, raster: Path, area_of_interest: AreaOfInterest | None = None
) -> ChangeMap:
    """The map of what changed.

    Args:
        pair: the pair.
        layers: of it, as `write_layers` writes them.
        raster: file to which the numbers of the regions are written.
        area_of_interest: pixels outside of it do not count.
    """
    source = _Source(layers, pair.size, area_of_interest)
    data = DataTally(pair.georeference)
    for window in blocks(pair.size, LABEL_BLOCK):
        inside = None if area_of_interest is None else area_of_interest.inside(window)
        data.add(window, layers.read(window)[0] != UNKNOWN, inside)
    empty = ChangeMap(
        pair=pair.id,
        size=pair.size,
        georeference=pair.georeference,
        raster=raster,
        found=(),
        valid_pixels=data.valid,
        unknown_pixels=data.unknown,
        valid_area_m2=data.area if pair.georeference else None,
        tells_direction=False,
        caption="",
        caption_window=Window(0, 0, *pair.size),
        changed=0.0,
        model=METHOD,
        area_of_interest=area_of_interest.name if area_of_interest else None,
        seen_by="bands",
        doubts=layers.doubts,
        notes=layers.notes,
    )
    found = region_map(empty, source, raster, MIN_BAND_PIXELS)
    found = replace(found, changed=max((obj.probability for obj in found.found), default=0.0))
    return replace(found, other=found)


@dataclass(frozen=True)
class _Source:
    """The layers as `region_map` reads them; pixels outside the area of interest are unknown."""

    layers: BandLayers
    size: tuple[int, int]
    area_of_interest: AreaOfInterest | None

    @property
    def covers(self) -> tuple[str, ...]:
        return self.layers.covers

    @property
    def covers_are_sure(self) -> bool:
        return True

    def marked(self, window: Window) -> tuple[npt.NDArray[np.bool_], Layer]:
        likely = self.layers.read(window)[0]
        marked = (likely >= ANY_CHANGE_FROM * STEPS) & (likely != UNKNOWN)
        if self.area_of_interest is not None:
            marked &= self.area_of_interest.inside(window)
        return np.asarray(marked, bool), likely

    def cover(self, window: Window) -> npt.NDArray[np.int64]:
        # Code 0 is unknown, which no marked pixel is.
        return np.maximum(self.layers.read(window)[1:].astype(np.int64) - 1, 0)

    def unknown(self, window: Window) -> npt.NDArray[np.bool_]:
        unknown: npt.NDArray[np.bool_] = self.layers.read(window)[0] == UNKNOWN
        return unknown if self.area_of_interest is None else unknown | ~self.area_of_interest.inside(window)
