"""What lies around a point of a sample at both dates, as small pictures with the point in their middle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mci_model.prediction import Window
from tools.assessment.sampling.drawing import SamplePoint
from tools.errors import AssessmentError
from tools.pairs.pair import ImagePair
from tools.rasters.png import png
from tools.types import Date, Pixels

SIDES = (65, 161, 385)
"""Pixels a side of the pictures, near to far; odd, so that the point is in the middle."""
BESIDE = 128
"""Grey where there is no image."""


@dataclass(frozen=True, slots=True)
class ChipCutter:
    """Cuts pictures of both dates around points."""

    pair: ImagePair

    def place(self, point: SamplePoint) -> tuple[int, int]:
        """Row and column of a point on the pair's grid.

        Raises:
            AssessmentError: it does not lie in the images.
        """
        grid, where = self.pair.georeference, (point.row, point.column)
        if grid is not None and point.longitude is not None and point.latitude is not None:
            where = grid.pixel_at(*grid.from_degrees(point.longitude, point.latitude)) or (-1, -1)
        height, width = self.pair.size
        if not (0 <= where[0] < height and 0 <= where[1] < width):
            raise AssessmentError(f"Point {point.id} does not lie in the images; give the two images of the map.")
        return where

    def cut(self, point: SamplePoint, date: Date, side: int) -> bytes:
        """A picture (PNG) of one date, `side` pixels a side.

        Raises:
            AssessmentError: the point does not lie in the images.
            RasterError: a file is damaged there.
        """
        row, column = self.place(point)
        height, width = self.pair.size
        top, left = row - side // 2, column - side // 2
        window = Window(
            max(0, top),
            max(0, left),
            min(height, top + side) - max(0, top),
            min(width, left + side) - max(0, left),
        )
        with self.pair.reading() as reader:
            part = reader.read(window)
        chip: Pixels = np.full((side, side, 3), BESIDE, np.uint8)
        rows, columns = window.top - top, window.left - left
        pixels = part.before if date == "before" else part.after
        chip[rows : rows + window.height, columns : columns + window.width] = pixels
        return png(chip)

    def pixels_a_point(self, map_side_m: float | None) -> float:
        """Side of the map's pixel, which a point stands for, in pixels of the pair; 1 where it is not known."""
        grid = self.pair.georeference
        return 1.0 if grid is None or map_side_m is None else max(1.0, map_side_m / grid.resolution_m)
