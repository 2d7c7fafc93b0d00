"""The codes of the raster of land-cover transitions: which class became which at each pixel. Reads no pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.landcover.transitions.cover_change import Transitions
from tools.workspace.workspace import Workspace

Chosen = npt.NDArray[np.bool_]
"""(codes,): which of them are meant; code 0 is unknown."""
Indices = npt.NDArray[np.int64]
"""(h, w)"""


@dataclass(frozen=True, slots=True)
class FromTo:
    """The codes of the from-to raster of n classes: 1 + n * i + j for class i before and class j after."""

    names: tuple[str, ...]
    """Classes in the order of the legend."""

    @property
    def count(self) -> int:
        """Codes, with that of unknown ground."""
        return 1 + len(self.names) ** 2

    def chosen(self, belongs: Callable[[str, str], bool]) -> Chosen:
        """(codes,): those whose classes before and after belong to what is meant."""
        return np.array([False, *(belongs(before, after) for before in self.names for after in self.names)])

    def number(self, before: str, after: str) -> int:
        """The code of a class before and a class after."""
        return 1 + len(self.names) * self.names.index(before) + self.names.index(after)

    def numbers(self, before: Indices, after: Indices) -> Indices:
        """The codes of classes before and after, each by its place in `names` from 0."""
        return 1 + len(self.names) * before + after

    def lost(self, names: set[str]) -> Chosen:
        """(codes,): those of ground that was one of these classes and is none any more."""
        return self.chosen(lambda before, after: before in names and after not in names)

    def gained(self, names: set[str]) -> Chosen:
        """(codes,): those of ground that is one of these classes and was none before."""
        return self.chosen(lambda before, after: before not in names and after in names)

    def classes(self, code: int) -> tuple[str, str]:
        """Class before and after of a code from 1 on."""
        first, second = divmod(code - 1, len(self.names))
        return self.names[first], self.names[second]


def from_to(workspace: Workspace, found: Transitions) -> FromTo:
    """The codes of the raster of transitions."""
    return FromTo(tuple(entry.label for entry in workspace.artefacts[found.layer].legend))
