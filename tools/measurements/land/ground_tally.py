"""How much ground each code of a raster covers: in all, in each of the nine fields, and in each half of the image.

Codes come window by window, from a file or as they are made. Knows no class of land cover.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.change.places import RING, SIDES, Compass, Direction, FieldShare, Part
from tools.landcover.transitions.cover_change import Ground
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import blocks
from tools.rasters.gdal_warnings import without_gdal_warnings

HALVES: tuple[Direction, ...] = ("north", "south", "west", "east")
FIELDS = 9
Codes = npt.NDArray[np.int64]
"""(h, w): 0 where nothing is known, else the number of a class or of a change."""
Chosen = npt.NDArray[np.bool_]
"""(codes,): which of them are meant."""


@dataclass(frozen=True, slots=True)
class HalfChange:
    """What was lost and gained in one half of the image."""

    half: Direction
    """By the compass where the pair is georeferenced; else north is the top."""
    place: str
    """The same as a word for a place in the image: "north", or "top" without georeference."""
    lost: Ground
    gained: Ground


class GroundTally:
    """Pixels and area of each code within a part of the image, by field and by half.

    A pixel lies where its centre lies. One whose centre lies just on the line between two halves, as those of the
    middle row of an image of odd height do, lies in neither, so that two halves may make less than the whole.
    """

    def __init__(self, codes: int, pair: ImagePair, within: Part = "whole", pixel_m: float | None = None) -> None:
        """Of `codes` codes from 0 on; `pixel_m`: side of a pixel that is assumed without georeference, metres."""
        self.codes, self.within, self.grid = codes, within, pair.georeference
        self.pixel_m2 = None if pixel_m is None else pixel_m**2
        self.compass = Compass.on(pair.size, pair.georeference)
        self.all_pixels = 0
        """Those of the part, known or not."""
        self._pixels = np.zeros((FIELDS + len(HALVES), codes), np.int64)
        self._areas = np.zeros(self._pixels.shape)

    def add(self, window: Window, codes: Codes) -> None:
        """Add the codes of a window."""
        columns, rows = _centres(window)
        inside = self.inside(window)
        self.all_pixels += int(inside.sum())
        areas = None if self.grid is None else self.grid.part(*window).pixel_areas
        fields = np.broadcast_to(self.compass.fields(columns, rows), codes.shape)
        for field in np.unique(fields).tolist():
            self._count(field, codes, inside & (fields == field), areas)
        for place, half in enumerate(HALVES, FIELDS):
            self._count(place, codes, inside & self.compass.within(columns, rows, half), areas)

    def inside(self, window: Window) -> npt.NDArray[np.bool_]:
        """(h, w): which pixels of a window lie in the part."""
        within = self.compass.within(*_centres(window), self.within)
        return np.broadcast_to(within, (window.height, window.width))

    def _count(self, row: int, codes: Codes, here: Chosen, areas: npt.NDArray[np.float64] | None) -> None:
        found = codes[here]
        self._pixels[row] += np.bincount(found, minlength=self.codes)
        if areas is not None:
            self._areas[row] += np.bincount(found, np.broadcast_to(areas, codes.shape)[here], self.codes)

    @property
    def known(self) -> int:
        """Pixels of the part that are known."""
        return int(self._pixels[:FIELDS, 1:].sum())

    def ground(self, chosen: Chosen) -> Ground:
        """What codes cover."""
        return self._of(slice(0, FIELDS), chosen)

    def half(self, half: Direction, chosen: Chosen) -> Ground:
        """What codes cover in one half."""
        return self._of(slice(FIELDS + HALVES.index(half), FIELDS + HALVES.index(half) + 1), chosen)

    def halves(self, lost: Chosen, gained: Chosen) -> tuple[HalfChange, ...]:
        """What was lost and gained in each half."""
        names = RING if self.grid is not None else SIDES
        return tuple(
            HalfChange(half, names[RING.index(half)], self.half(half, lost), self.half(half, gained)) for half in HALVES
        )

    def where(self, chosen: Chosen) -> tuple[FieldShare, ...]:
        """Share of what codes cover in each of the nine fields, largest first; empty ones are left out."""
        pixels = self._pixels[:FIELDS, chosen].sum(1).tolist()
        shares = [FieldShare(self.compass.name(field), here / sum(pixels)) for field, here in enumerate(pixels) if here]
        return tuple(sorted(shares, key=lambda one: -one.share))

    def _of(self, rows: slice, chosen: Chosen) -> Ground:
        pixels = int(self._pixels[rows][:, chosen].sum())
        if self.grid is not None:
            area: float | None = float(self._areas[rows][:, chosen].sum())
        else:
            area = None if self.pixel_m2 is None else pixels * self.pixel_m2
        return Ground(pixels, pixels / max(1, self.known), area)


def _centres(window: Window) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Columns (1, w) and rows (h, 1) of the centres of pixels, in pixels of the image."""
    columns = window.left + np.arange(window.width, dtype=np.float64)[None] + 0.5
    return columns, window.top + np.arange(window.height, dtype=np.float64)[:, None] + 0.5


def tallied(raster: Path, tally: GroundTally, size: tuple[int, int]) -> GroundTally:
    """A tally with a raster of codes of (height, width) pixels added, read window by window."""
    with without_gdal_warnings(), rasterio.open(raster, driver="GTiff") as file:
        for window in blocks(size):
            place = FileWindow(window.left, window.top, window.width, window.height)
            tally.add(window, file.read(1, window=place).astype(np.int64))
    return tally
