"""What the sentence on the maps of a pair tells, as values: a sentence in any language is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ObjectClass, Status

Manner = Literal["alone", "all", "both", "mostly", "apart", "spread"]
"""How objects lie: `alone`: the only one there; `apart` and `spread`: two or more in no one place."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a group of objects lies."""

    manner: Manner
    place: str = ""
    """A field ("north-west") or a part ("the northern half") of the image; empty for `apart` and `spread`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Objects of one class that changed in one way."""

    object_class: ObjectClass
    """`any`: other ground."""
    status: Status
    count: int
    pixels: int
    area_m2: float | None
    probability: float
    """That it changed, mean over all pixels, 0-1."""
    where: Whereabouts
    before: str = ""
    """Land cover of other ground at the earlier date; empty where its kind did not change."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the sentence tells."""

    clauses: tuple[Clause, ...]
    """Buildings and roads first; of other ground the kinds that cover most."""
    elsewhere: bool
    """Whether the ground changed elsewhere, too."""
    sure: bool
    """Whether it is told as what is, rather than as what may be."""
    ground_told: bool
    """Whether other change was looked for."""
    counts_all: bool
    """Whether no smallest size or probability was asked for."""
