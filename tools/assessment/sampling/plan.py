"""The plan of an assessment: its map, strata and sample, as a file beside the sample that a person can read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json
from tools.assessment.sampling.grid_cautions import grid_cautions
from tools.assessment.sampling.strata import Stratum
from tools.atomic_files import atomic_write
from tools.errors import AssessmentError
from tools.json_values import to_json

PLAN = "plan.json"
MAX_BYTES = 4_000_000
WAY_OUT = "draw the sample anew with terradelta assess plan"


@dataclass(frozen=True, slots=True)
class PlannedStratum:
    """A class of the map, and what is planned for it."""

    stratum: Stratum
    weight: float
    """Share of the map, 0-1."""
    expected_users: float
    """User's accuracy that the size of the sample rests on, 0-1."""
    points: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sample was drawn from, and how."""

    map_name: str
    map_sha256: str
    crs: str | None
    pixel_m: float | None
    """Side of a pixel, metres; None without georeference."""
    seed: int
    wished_error: float
    """Standard error of the overall accuracy."""
    computed_points: int
    """That the wished error needs, before rare classes got more."""
    strata: tuple[PlannedStratum, ...]
    legend: str | None
    """As it was named; None: the map told its classes."""
    size_spread: float
    """By how much the map's largest pixel exceeds its smallest in ground size, as a share."""

    @property
    def points(self) -> int:
        """Of the sample."""
        return sum(one.points for one in self.strata)

    @property
    def classes(self) -> tuple[str, ...]:
        """Which may be labelled."""
        return tuple(one.stratum.name for one in self.strata)


_PLAN = TypeAdapter(Plan)


def warnings_of(plan: Plan) -> tuple[str, ...]:
    """What to beware of in the plan's map."""
    return tuple(grid_cautions(plan.map_name, plan.size_spread, placed=plan.crs is not None))


def write_plan(folder: Path, plan: Plan) -> Path:
    """Write the plan; its path."""
    path = folder / PLAN
    text = json.dumps(to_json(plan), indent=1, ensure_ascii=False)
    atomic_write(path, lambda partial: partial.write_text(text, encoding="utf-8"))
    return path


def read_plan(folder: Path) -> Plan:
    """The plan of a folder.

    Raises:
        AssessmentError: there is none, or it was damaged.
    """
    try:
        return read_json(folder / PLAN, _PLAN, MAX_BYTES)
    except JsonFileError as error:
        raise AssessmentError(f"{error} Give the folder of a sample, or {WAY_OUT}.") from error
