"""A map assessed by a labelled sample: areas, accuracies and agreement, and the files that tell them."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from mci_model.checkpoints.checksum import file_sha256
from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json
from tools.assessment.agreement import agreement, decided
from tools.assessment.assessment import METHOD, Assessment, ClassAccuracy, Grid
from tools.assessment.estimation import Z_95, Estimates, estimate
from tools.assessment.labels import labels_of, told
from tools.assessment.sampling.plan import MAX_BYTES, PLAN, read_plan
from tools.assessment.sampling.sample_files import SampleRow, read_sample
from tools.assessment.sampling.strata import NO_CLASS, StratifiedMap, stratified
from tools.atomic_files import atomic_write
from tools.csv_cells import cell
from tools.errors import AssessmentError
from tools.json_values import to_json

RESULT, AREAS, MATRIX = "assessment.json", "areas.csv", "confusion.csv"
_ASSESSMENT = TypeAdapter(Assessment)


def assess(path: Path, sample: Path, legend: str | None = None) -> Assessment:
    """Estimate areas and accuracies of a map from a labelled sample of it.

    Args:
        path: the map.
        sample: its points, as `sampling.sample_files.read_sample` reads them, or the folder that holds them.
        legend: as `sampling.map_classes.class_names` takes it; None: that of the plan beside the sample.

    Raises:
        RasterError, LegendError, AreaError: map, legend or sample cannot be read.
        AssessmentError: it is not the map of the sample, or too few points are labelled.
    """
    folder, points = (sample, sample / "sample.csv") if sample.is_dir() else (sample.parent, sample)
    checksum = file_sha256(path) if path.is_file() else ""
    of = stratified(path, _legend(folder, path, checksum, legend))
    rows = read_sample(points, of.source)
    by_person, unclear = told(labels_of(rows, folder, {one.name: one.values for one in of.strata}))
    chosen = decided(by_person)
    matrix = _matrix(of, rows, chosen)
    labelled = [round(count) for count in matrix.sum(1).tolist()]
    _check(of, labelled)
    grid = of.source.georeference
    return Assessment(
        map_name=path.name,
        map_sha256=checksum,
        grid=None if grid is None else Grid(grid.crs, grid.bounds, grid.height, grid.width),
        classes=_classes(of, estimated := estimate(matrix, of.weights), labelled),
        overall_accuracy=estimated.overall,
        overall_error_share=estimated.overall_error,
        points=sum(labelled),
        people=sum(bool(labels) for labels in by_person.values()),
        unlabelled_points=len(rows) - len(chosen) - unclear,
        disputed_points=sum(len(names) > 1 for names in chosen.values()),
        unclear_points=unclear,
        matrix=tuple(tuple(row) for row in matrix.tolist()),
        agreement=agreement({person: labels for person, labels in by_person.items() if labels}),
        size_spread=of.size_spread,
        method=METHOD,
    )


def _legend(folder: Path, path: Path, checksum: str, legend: str | None) -> str | None:
    """The legend of the plan beside the sample, once the map is known to be that of the plan."""
    if not (folder / PLAN).is_file():
        return legend
    plan = read_plan(folder)
    if checksum and plan.map_sha256 != checksum:
        raise AssessmentError(
            f"The sample was drawn from {plan.map_name}, and {path.name} is another file, or was changed since; give "
            "the map it was drawn from."
        )
    return legend or plan.legend


def _matrix(
    of: StratifiedMap, rows: tuple[SampleRow, ...], chosen: Mapping[int, tuple[str, ...]]
) -> npt.NDArray[np.float64]:
    """Points by class of the map (rows) and of the labels (columns); one in dispute counts in equal parts."""
    strata = _strata_of(of, rows)
    matrix = np.zeros((len(of.strata),) * 2)
    for point, names in chosen.items():
        for name in names if strata[point] != NO_CLASS else ():
            matrix[strata[point], of.names.index(name)] += 1 / len(names)
    return matrix


def _strata_of(of: StratifiedMap, rows: tuple[SampleRow, ...]) -> dict[int, int]:
    """The number of the stratum of each point."""
    numbers = dict.fromkeys((row.id for row in rows), NO_CLASS)
    for window, strata in of.read():
        for row in rows:
            top, left = row.row - window.top, row.column - window.left
            if 0 <= top < window.height and 0 <= left < window.width:
                numbers[row.id] = int(strata[top, left])
    return numbers


def _check(of: StratifiedMap, labelled: list[int]) -> None:
    for stratum, count in zip(of.strata, labelled, strict=True):
        if count < 2 and stratum.pixels:
            raise AssessmentError(
                f"Only {count} point(s) of the map's class {stratum.name} are labelled; label two or more of each "
                "class, since one alone tells no error."
            )


def _classes(of: StratifiedMap, found: Estimates, labelled: list[int]) -> tuple[ClassAccuracy, ...]:
    areas = [stratum.area_m2 for stratum in of.strata]
    whole = None if areas[0] is None else math.fsum(area for area in areas if area is not None)
    return tuple(
        _class(found, number, stratum.name, labelled[number], weight, whole)
        for number, (stratum, weight) in enumerate(zip(of.strata, of.weights, strict=True))
    )


def _class(found: Estimates, number: int, name: str, points: int, weight: float, whole: float | None) -> ClassAccuracy:
    share, error = float(found.adjusted[number]), float(found.adjusted_error[number])

    def ground(part: float) -> float | None:
        return None if whole is None else part * whole

    return ClassAccuracy(
        name=name,
        points=points,
        mapped_share=weight,
        adjusted_share=share,
        adjusted_error_share=error,
        mapped_m2=ground(weight),
        adjusted_m2=ground(share),
        standard_error_m2=ground(error),
        low_m2=ground(max(0.0, share - Z_95 * error)),
        high_m2=ground(share + Z_95 * error),
        users_accuracy=_known(found.users[number]),
        users_error_share=_known(found.users_error[number]),
        producers_accuracy=_known(found.producers[number]),
        producers_error_share=_known(found.producers_error[number]),
    )


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def write_assessment(folder: Path, found: Assessment) -> tuple[Path, ...]:
    """Write the result: tables of areas and of confusion, and all of it as JSON; the paths."""
    tables: Mapping[str, list[tuple[object, ...]]] = {AREAS: _area_rows(found), MATRIX: _matrix_rows(found)}
    for name, rows in tables.items():
        atomic_write(folder / name, lambda partial, rows=rows: _write_csv(partial, rows))  # type: ignore[misc]
    text = json.dumps(to_json(found), indent=1, ensure_ascii=False)
    atomic_write(folder / RESULT, lambda partial: partial.write_text(text, encoding="utf-8"))
    return tuple(folder / name for name in (*tables, RESULT))


def read_assessment(path: Path) -> Assessment:
    """The result that was written.

    Args:
        path: its file, or the folder of the sample.

    Raises:
        AssessmentError: there is none, or it was damaged.
    """
    try:
        return read_json(path / RESULT if path.is_dir() else path, _ASSESSMENT, MAX_BYTES)
    except JsonFileError as error:
        raise AssessmentError(f"{error} Give the folder in which terradelta assess areas was run.") from error


def _area_rows(found: Assessment) -> list[tuple[object, ...]]:
    columns = [name for name in ClassAccuracy.__dataclass_fields__ if name != "name"]
    return [
        ("class", *columns),
        *[(cell(one.name), *[getattr(one, name) for name in columns]) for one in found.classes],
    ]


def _matrix_rows(found: Assessment) -> list[tuple[object, ...]]:
    names = [cell(one.name) for one in found.classes]
    rows = zip(names, found.matrix, strict=True)
    return [("map \\ labels", *names), *[(name, *row) for name, row in rows]]


def _write_csv(path: Path, rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
