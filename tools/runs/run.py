"""A run from two files to numbers and every file that holds them, as `detect` and `batch` make it. Knows no wording."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools.change.change_map import ALL_CLASSES
from tools.change.objects import ObjectCount, count
from tools.change.summary import ChangeSummary, summarise
from tools.explain.certainty import road_caution
from tools.measurements.zonal import ZonalChange, zonal_change
from tools.pairs.pair import ImagePair
from tools.runs.exports import write_all
from tools.runs.formats.pictures import show
from tools.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RunResult:
    """Results of a run."""

    summary: ChangeSummary
    counts: tuple[ObjectCount, ...]
    """One per class."""
    zones: ZonalChange | None
    warnings: tuple[str, ...]
    record: Path
    """From which the run can be repeated."""


def run(workspace: Workspace, before: Path, after: Path) -> RunResult:
    """Detect, count and write with the settings of the workspace.

    Raises:
        InputError: an image, an area of interest or zones cannot be used; finished parts are kept.
    """
    return finish(workspace, workspace.open(before, after))


def finish(workspace: Workspace, pair: ImagePair) -> RunResult:
    """Detect, count and write for a pair that is open; errors as for `run`."""
    overlay = show(workspace, pair)
    change_map = workspace.told_change(pair)
    summary = summarise(change_map, change_map.classes_told, overlay.id)
    zones = zonal_change(workspace, pair) if workspace.settings.zones is not None else None
    write_all(workspace, pair)
    by_bands = change_map.seen_by == "bands"
    counts = tuple(count(change_map, name) for name in (change_map.classes_told if by_bands else ALL_CLASSES))
    caution = () if by_bands else road_caution([summary], workspace.predictor.road_caution)
    warnings = (*workspace.warnings(pair), *caution)
    return RunResult(summary, counts, zones, warnings, workspace.artefacts[f"{pair.id}:record"].path)
