"""Where a programme was most effective, as values: effects, whether they differ, and what tells groups apart."""

from __future__ import annotations

from dataclasses import dataclass

METHOD = (
    "T- and X-learner (means of ridge regression and forest) fitted on one half of the spatial blocks and judged on "
    "the other by doubly robust scores; AUTOC and QINI as in grf; standard errors by {draws} half-samples of blocks"
)


@dataclass(frozen=True, slots=True)
class AverageEffect:
    """A mean effect of treatment, in the outcome's unit, with its 95 % interval."""

    mean: float
    deviation: float
    """Standard error."""
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SetScore:
    """How well one set of covariates finds the zones with larger effects."""

    name: str
    learner: str
    """`T` or `X`."""
    columns: int
    autoc: AverageEffect
    qini: AverageEffect
    differs: bool
    """Whether the whole interval of AUTOC lies above 0."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A covariate that tells the zones with the largest predicted effects from those with the smallest."""

    column: str
    most_mean: float
    """In the third of the zones with the largest."""
    least_mean: float
    difference: float
    """Of the two, in standard deviations."""


@dataclass(frozen=True, slots=True)
class ZoneEffects:
    """Effects over zones."""

    outcome: str
    treatment: str
    zones: int
    treated: int
    left_out: int
    """Zones with a value missing."""
    block_count: int
    average: AverageEffect
    """Of all zones."""
    most: AverageEffect
    """Of the third with the largest predicted effects, by scores of data that the prediction did not see."""
    least: AverageEffect
    scores: tuple[SetScore, ...]
    """Of each set by each learner; map and groups are those of the first set by the X-learner, chosen beforehand."""
    interval_level: float
    """Of all intervals, 0-1."""
    differs: bool
    """Whether the first set by the X-learner finds larger effects."""
    contrasts: tuple[Contrast, ...]
    """The strongest first."""
    names_most: tuple[str, ...]
    """Zones with the largest predicted effects."""
    table: str
    """Artefact id of the table of zones."""
    chart: str
    """Artefact id of the picture."""
    method: str
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it."""
        return (self.table, self.chart)
