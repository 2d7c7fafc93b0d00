"""A sample planned and drawn: its size, its strata, its points, and the files that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mci_model.checkpoints.checksum import file_sha256
from tools.assessment.sampling.drawing import SamplePoint, draw
from tools.assessment.sampling.plan import Plan, PlannedStratum, write_plan
from tools.assessment.sampling.sample_files import write_sample
from tools.assessment.sampling.sample_size import EXPECTED_COMMON, EXPECTED_RARE, allocation, sample_size
from tools.assessment.sampling.strata import StratifiedMap, stratified
from tools.errors import AssessmentError

LEAST = 50
"""Points of a rare class (Olofsson et al. 2014: 50 to 100)."""
MOST_POINTS = 100_000
"""More than anyone labels."""


def make_plan(
    path: Path,
    folder: Path,
    standard_error: float,
    *,
    least: int = LEAST,
    expected: Mapping[str, float] | None = None,
    seed: int = 0,
    legend: str | None = None,
) -> tuple[Plan, tuple[Path, ...]]:
    """Plan a sample of a map, draw it and write it.

    Args:
        path: the map.
        folder: for the plan and the sample.
        standard_error: wished, of the overall accuracy, 0-1.
        least: points of a rare class.
        expected: user's accuracy by class, where another is expected than 0.9 of the largest and 0.7 of the others.
        seed: of the dice.
        legend: as `tools.assessment.sampling.map_classes.class_names` takes it.

    Returns:
        The plan, and the files that were written.

    Raises:
        RasterError, LegendError: the map or its legend cannot be used.
        AssessmentError: the wishes cannot be met, or the folder holds labels of another sample.
    """
    of = stratified(path, legend)
    accuracies = _expected(of, expected or {})
    computed = sample_size(of.weights, accuracies, standard_error, of.pixels)
    counts = allocation(computed, [stratum.pixels for stratum in of.strata], least)
    if sum(counts) > MOST_POINTS:
        raise AssessmentError(
            f"A standard error of {standard_error:g} needs {sum(counts):,} points, more than anyone labels; "
            "wish a larger one, such as 0.02."
        )
    planned = zip(of.strata, of.weights, accuracies, counts, strict=True)
    grid = of.source.georeference
    plan = Plan(
        map_name=path.name,
        map_sha256=file_sha256(path),
        crs=None if grid is None else grid.crs,
        pixel_m=of.source.side_m,
        seed=seed,
        wished_error=standard_error,
        computed_points=computed,
        strata=tuple(PlannedStratum(*one) for one in planned),
        legend=legend,
        size_spread=of.size_spread,
    )
    return plan, _written(folder, plan, draw(of, counts, seed))


def _expected(of: StratifiedMap, stated: Mapping[str, float]) -> tuple[float, ...]:
    unknown = [name for name in stated if name not in of.names]
    if unknown:
        raise AssessmentError(f"The map has no class {unknown[0]!r}; it has {', '.join(of.names)}.")
    for name, accuracy in stated.items():
        if not 0 < accuracy < 1:
            raise AssessmentError(f"An accuracy of {accuracy:g} cannot be expected of {name}; state one such as 0.8.")
    usual = [EXPECTED_COMMON, *[EXPECTED_RARE] * (len(of.strata) - 1)]
    return tuple(stated.get(name, accuracy) for name, accuracy in zip(of.names, usual, strict=True))


def _written(folder: Path, plan: Plan, points: tuple[SamplePoint, ...]) -> tuple[Path, ...]:
    """Write sample and plan, the plan last."""
    if any((folder / "labels").glob("*.csv")):
        raise AssessmentError(f"{folder.name} holds labels of a sample already; give another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    return (*write_sample(folder, points, plan.crs), write_plan(folder, plan))
