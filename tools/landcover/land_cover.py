"""Land cover of a pair as values: a legend, class codes in windows, and a table. Knows no classifier.

Spectral rules, clusters and class rasters all provide it as `CoverMaps`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.pairs.pair import ImagePair
from tools.spectrum.index_tally import ClassArea, ClassTally
from tools.types import Colour, Date

Codes = npt.NDArray[np.uint8]
"""(h, w): 0 where unknown, else 1 for the first class of the legend, 2 for the second, and so on."""


@dataclass(frozen=True, slots=True)
class CoverClass:
    """One class of land cover."""

    name: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Legend:
    """Classes of land cover, in the order of their codes."""

    name: str
    classes: tuple[CoverClass, ...]
    source: str
    """Paper or product."""

    @property
    def names(self) -> tuple[str, ...]:
        """Class names in the order of their codes."""
        return tuple(one.name for one in self.classes)


class CoverMaps(Protocol):
    """A source of land cover on a pair's grid, with one legend for both dates."""

    @property
    def legend(self) -> Legend:
        """The classes of the codes."""

    @property
    def method(self) -> str:
        """The method, as a phrase."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Warnings about the maps."""

    def read(self, dates: Sequence[Date]) -> Iterator[tuple[Window, tuple[Codes, ...]]]:
        """Windows that cover the pair's grid, with the codes of each of `dates`.

        Raises:
            RasterError: a file is damaged.
        """


@dataclass(frozen=True, slots=True)
class LandUse:
    """One land-use class of a scene's cells."""

    name: str
    cells: int
    share: float
    """Share of the classified cells, 0-1."""


@dataclass(frozen=True, slots=True)
class LandCover:
    """Land cover of one date."""

    pair: str
    date: Date
    classes: tuple[ClassArea, ...]
    """Those that occur, the largest first."""
    unknown_share: float
    """Share of all pixels that are unknown, 0-1."""
    method: str
    layer: str
    """Artefact id of the map file."""
    warnings: tuple[str, ...]
    uses: tuple[LandUse, ...] = ()
    """Land use of cells, the most frequent first; empty where it cannot be classified."""
    uses_method: str = ""

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return (self.layer,)


def cover_table(legend: Legend, pair: ImagePair) -> ClassTally:
    """A tally of pixels and area of a legend's classes; expects codes minus one."""
    return ClassTally(legend.names, pair.georeference)
