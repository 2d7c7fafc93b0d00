"""What an assessment found: error-adjusted areas and accuracies of a map's classes, as values. Knows no file."""

from __future__ import annotations

from dataclasses import dataclass

from tools.assessment.agreement import Agreement

INTERVAL_LEVEL = 0.95
MEASURES = ("error-adjusted area", "adjusted area", "standard error", "confusion matrix")
METHOD = (
    "error-adjusted areas and accuracies by the confusion matrix of a stratified sample whose points people labelled, "
    "weighted by mapped area (Olofsson et al. 2014); intervals are 1.96 standard errors"
)


@dataclass(frozen=True, slots=True)
class ClassAccuracy:
    """One class of the map."""

    name: str
    points: int
    """Labelled points that the map has as this class."""
    mapped_share: float
    """Of the map, 0-1."""
    adjusted_share: float
    """Estimated share, 0-1."""
    adjusted_error_share: float
    """Its standard error."""
    mapped_m2: float | None
    """None without georeference, as all areas."""
    adjusted_m2: float | None
    standard_error_m2: float | None
    low_m2: float | None
    """Of the 95 % interval, never below 0."""
    high_m2: float | None
    users_accuracy: float | None
    """User's accuracy, 0-1: of what is mapped as the class, the share that is right; None where nothing is known."""
    users_error_share: float | None
    """Standard error, as the other errors."""
    producers_accuracy: float | None
    """Producer's accuracy, 0-1: of what truly is the class, the share that is mapped as it."""
    producers_error_share: float | None


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the map lies, by which it is known again."""

    crs: str
    bounds: tuple[float, float, float, float]
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """How right a map is."""

    map_name: str
    map_sha256: str
    grid: Grid | None
    classes: tuple[ClassAccuracy, ...]
    """The largest on the map first."""
    overall_accuracy: float
    """Share of the map that is right, 0-1."""
    overall_error_share: float
    points: int
    """That count: labelled with a class."""
    people: int
    """Who have labelled."""
    unlabelled_points: int
    disputed_points: int
    """On which as many people say one class as another; they count in equal parts for each."""
    unclear_points: int
    """Whose class no one could tell; they do not count."""
    matrix: tuple[tuple[float, ...], ...]
    """Points by class of the map (rows) and of the labels (columns)."""
    agreement: Agreement | None
    """None of one person."""
    size_spread: float
    """By how much the map's largest pixel exceeds its smallest in ground size, as a share."""
    method: str

    def of(self, name: str) -> ClassAccuracy | None:
        """The class of that name."""
        return next((one for one in self.classes if one.name.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class AssessedAreas:
    """What an assessment tells of some classes of a map: areas that its errors are taken out of, and accuracies."""

    map_name: str
    classes: tuple[ClassAccuracy, ...]
    """Those asked for, the largest on the map first."""
    overall_accuracy: float
    overall_error_share: float
    interval_level: float
    """Of the intervals of areas, 0-1."""
    points: int
    """Labelled points that count."""
    people: int
    """Who have labelled."""
    agreement_share: float | None
    """Of labels of one point, the share that is alike; None of one person."""
    kappa: float | None
    method: str
    warnings: tuple[str, ...]
    measures: tuple[str, ...] = MEASURES
    """What its numbers are called, which answers may say after it."""


def told_of(found: Assessment, warnings: tuple[str, ...], name: str | None = None) -> AssessedAreas:
    """What is told of an assessment, of all its classes that are mapped or labelled, or of one."""
    occurring = tuple(one for one in found.classes if one.mapped_share or one.adjusted_share)
    alike = found.agreement
    return AssessedAreas(
        map_name=found.map_name,
        classes=tuple(one for one in found.classes if one.name == name) if name is not None else occurring,
        overall_accuracy=found.overall_accuracy,
        overall_error_share=found.overall_error_share,
        interval_level=INTERVAL_LEVEL,
        points=found.points,
        people=found.people,
        agreement_share=None if alike is None else alike.agreement_share,
        kappa=None if alike is None else alike.kappa,
        method=found.method,
        warnings=warnings,
    )
