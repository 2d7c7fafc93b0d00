"""What an assessment found: error-adjusted areas and accuracies of a map's classes, as values. Knows no file."""

from __future__ import annotations

from dataclasses import dataclass

from tools.assessment.agreement import Agreement

METHOD = (
    "areas and accuracies by the confusion matrix of a stratified sample, weighted by mapped area (Olofsson et al. "
    "2014); intervals are 1.96 standard errors"
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
    users: float | None
    """User's accuracy, 0-1: of what is mapped as the class, the share that is right; None where nothing is known."""
    users_error: float | None
    """Standard error, as the other errors."""
    producers: float | None
    """Producer's accuracy, 0-1: of what truly is the class, the share that is mapped as it."""
    producers_error: float | None


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
    overall_error: float
    points: int
    """That count: labelled with a class on which most agree."""
    unlabelled_points: int
    disputed_points: int
    """On which as many people say one thing as another; they do not count."""
    unclear_points: int
    """Whose class no one could tell; they do not count."""
    matrix: tuple[tuple[int, ...], ...]
    """Points by class of the map (rows) and of the labels (columns)."""
    agreement: Agreement | None
    """None of one person."""
    size_spread: float
    """By how much the map's largest pixel exceeds its smallest in ground size, as a share."""
    method: str

    def of(self, name: str) -> ClassAccuracy | None:
        """The class of that name."""
        return next((one for one in self.classes if one.name.lower() == name.lower()), None)
