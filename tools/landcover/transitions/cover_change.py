"""The change of land cover between two dates as values: transitions, classes, components, doubts. Knows no pixels."""

from __future__ import annotations

from dataclasses import dataclass

from tools.landcover.transitions.intensity import Components, Intensity, Target
from tools.landcover.transitions.map_errors import NoiseFloor


@dataclass(frozen=True, slots=True)
class Ground:
    """An amount of ground; less than nothing where it is a net loss."""

    pixels: int
    share: float
    """Of the pixels that are known at both dates."""
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class Transition:
    """What was of one class before and is of another, or of the same one, after."""

    before: str
    after: str
    pixels: int
    share: float
    """Of the pixels that are known at both dates, 0-1."""
    area_m2: float | None

    @property
    def changed(self) -> bool:
        """Whether the class is another one."""
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
    """A transition once the errors of the maps are taken out."""

    before: str
    after: str
    share: float
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What is left when the errors of both maps are taken out by their confusion matrices."""

    cells: tuple[EstimatedTransition, ...]
    """The largest first."""
    changed_share: float
    clipped_share: float
    """What came out negative and was set to nothing, 0-1."""


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
    """What is of the same class at both dates."""
    components: Components
    targeted: tuple[Target, ...]
    """Transitions that happen more than evenly, those of the most pixels first."""
    years: float | None
    """Between the dates, where both are known."""
    yearly_share: float | None
    """Of the known pixels, those that changed in a year, 0-1."""
    unknown_share: float
    """Of all pixels, those whose class is not known at one date or both, 0-1."""
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
