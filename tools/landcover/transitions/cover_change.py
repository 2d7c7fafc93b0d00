"""Land-cover change between two dates as values: transitions, classes, components, uncertainty. Knows no pixels."""

from __future__ import annotations

from dataclasses import dataclass

from tools.landcover.transitions.intensity import Components, Intensity, Target
from tools.landcover.transitions.map_errors import NoiseFloor


@dataclass(frozen=True, slots=True)
class Ground:
    """An area in pixels, share and square metres; negative for a net loss."""

    pixels: int
    share: float
    """Of the pixels that are known at both dates."""
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class Transition:
    """A cell of the from-to table: one class before and one after, possibly the same."""

    before: str
    after: str
    pixels: int
    share: float
    """Of the pixels that are known at both dates, 0-1."""
    area_m2: float | None

    @property
    def changed(self) -> bool:
        """Whether the classes differ."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class CoverChange:
    """How one class changed."""

    name: str
    before: Ground
    after: Ground
    kept: Ground
    gained: Ground
    lost: Ground
    net: Ground
    gain: Intensity
    loss: Intensity
    components: Components


@dataclass(frozen=True, slots=True)
class EstimatedTransition:
    """A transition corrected for map errors."""

    before: str
    after: str
    share: float
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class Correction:
    """The table corrected for the errors of both maps by their confusion matrices."""

    cells: tuple[EstimatedTransition, ...]
    """The largest first."""
    changed_share: float
    clipped_share: float
    """Share of the estimate that was negative and set to zero, 0-1."""


@dataclass(frozen=True, slots=True)
class Transitions:
    """The change of land cover between two dates."""

    pair: str
    cells: tuple[Transition, ...]
    """Those that occur, unchanged ones included, the largest first."""
    classes: tuple[CoverChange, ...]
    """Those that occur at either date, in the order of the legend."""
    known: Ground
    changed: Ground
    kept: Ground
    """Area of the same class at both dates."""
    components: Components
    targeted: tuple[Target, ...]
    """Transitions above uniform intensity, the largest first."""
    years: float | None
    """Years between the dates, where both are known beyond doubt."""
    yearly_share: float | None
    """Share of the known pixels that changed per year, 0-1; None where the dates lie less than about a year apart."""
    unknown_share: float
    """Share of all pixels whose class is unknown at one date or both, 0-1."""
    noise: NoiseFloor
    correction: Correction | None
    """None where no confusion matrices were given."""
    method: str
    layer: str
    """Artefact id of the map file."""
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return (self.layer,)
