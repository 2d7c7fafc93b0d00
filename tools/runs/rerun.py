"""Repeat a recorded run, and compare its numbers with the recorded ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from mci_model.checkpoints.checksum import file_sha256
from tools.errors import RecordError
from tools.measurements.measured import Number, measure_again
from tools.paths import is_file
from tools.polygons.polygon_source import PolygonSource
from tools.runs.exports import write
from tools.runs.record import RecordedFile, RunRecord, read_record
from tools.runs.run import finish
from tools.types import Progress
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that differs."""

    name: str
    recorded: Number
    now: Number


@dataclass(frozen=True, slots=True)
class Repetition:
    """Comparison of a repeated run with the recorded one."""

    record: str
    compared: int
    """Count of compared numbers."""
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]
    """Other differences, such as the version."""


def rerun(
    path: Path, folder: Path, predictor: Callable[[], ChangePredictor], progress: Progress | None = None
) -> Repetition:
    """Repeat the run of a record in `folder`, from the input files on.

    Raises:
        RecordError: the record cannot be used, an input is gone or has changed, or these are other weights.
    """
    record = read_record(path)
    places = {file.role: _unchanged(path, file) for file in record.inputs}
    if record.weights_sha256:
        _check_weights(path, record, predictor())
    workspace = Workspace(folder, predictor, progress, settings=_settings(record, places))
    again = read_record(_again(workspace, record, places))
    return Repetition(path.name, len(record.numbers), tuple(_differences(record, again)), tuple(_notes(record, again)))


def _check_weights(path: Path, record: RunRecord, predictor: ChangePredictor) -> None:
    if predictor.sha256 != record.weights_sha256:
        raise RecordError(
            f"{path.name} was made with the weights {record.weights_sha256[:12]}, these are {predictor.sha256[:12]}; "
            "pass those weights with --weights."
        )


def _again(workspace: Workspace, record: RunRecord, places: dict[str, Path]) -> Path:
    """Repeat the measurements and the detection of a record; return the new record.

    Raises:
        RecordError: it does not name both images.
    """
    if not {"before", "after"} <= set(places):
        raise RecordError("The record does not name an image before and one after; give one that a run has written.")
    pair = workspace.open(places["before"], places["after"])
    for key in record.measured:
        measure_again(workspace, pair, key)
    if not record.looked:
        return write(workspace, pair, "record").path
    return finish(workspace, pair).record


def _unchanged(record: Path, file: RecordedFile) -> Path:
    """Path of an input that has not changed."""
    place = Path(record.resolve().parent, file.path)
    if not is_file(place):
        raise RecordError(f"{file.path} ({file.role}) is no longer there; put it back, or run detect anew.")
    if file_sha256(place) != file.sha256:
        raise RecordError(f"{place.name} has changed since the record was made; put it back, or run detect anew.")
    return place


def _settings(record: RunRecord, places: dict[str, Path]) -> RunSettings:
    """The recorded settings, with the present paths of files."""
    settings = record.run_settings
    if settings.zone_source is not None and "zones" in places:
        settings = replace(settings, zones=Path(str(settings.zone_source.at(places["zones"]))))
    if "legend" in places:
        settings = replace(settings, legend=str(places["legend"]))
    area, asked = places.get("area_of_interest"), settings.area_of_interest
    if area is None or asked is None:
        return settings
    return replace(settings, area_of_interest=str(PolygonSource.named(asked).at(area)))


def _differences(record: RunRecord, again: RunRecord) -> list[Difference]:
    then, now = record.named, again.named
    pairs = ((name, then.get(name), now.get(name)) for name in dict.fromkeys((*then, *now)))
    return [Difference(name, recorded, new) for name, recorded, new in pairs if recorded != new]


def _notes(record: RunRecord, again: RunRecord) -> list[str]:
    here, notes = f"terradelta {version('terradelta')}", []
    if record.software != here:
        notes.append(f"The record was made by {record.software}; this is {here}.")
    if record.backend != again.backend:
        notes.append(
            f"The network was computed by {record.backend or 'a backend that the record does not name'} then, and by "
            f"{again.backend} now, which may change single pixels; choose the backend with --backend."
        )
    return notes
