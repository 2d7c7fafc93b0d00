"""The record of a run: inputs, settings, model, numbers and files, from which the run can be repeated.

Numbers are rows with a subject each; in the file they are a flat table, so that two runs can be compared.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from mci_model.checkpoints.checksum import file_sha256
from mci_model.errors import JsonFileError, MissingJsonError
from mci_model.files.json_files import parse_json, read_json
from tools.atomic_files import atomic_write
from tools.change.change_map import ALL_CLASSES, ChangeClass, ChangeMap
from tools.change.objects import count
from tools.change.summary import area_method, describe, measure
from tools.errors import RecordError, ResolutionError
from tools.explain.certainty import limits
from tools.json_values import to_json
from tools.landcover.legends import is_legend_file
from tools.measurements.measured import Number, numbers
from tools.measurements.zonal import ZonalChange, zonal_change
from tools.pairs.pair import ImagePair
from tools.polygons.polygon_source import PolygonSource, is_polygon_file
from tools.runs.recorded_numbers import OfClass, OfMeasured, OfPair, OfZone, RecordedNumber, Subject, flat, rows
from tools.workspace.measurements import Measured, MeasurementKey, read_key
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

FORMAT = 1
Whole = Annotated[int, Field(ge=-(2**63), lt=2**63)]
Finite = Annotated[float, Field(allow_inf_nan=False)]
NOT_USED = "not used"
BY_BANDS = "What changed was read from the bands; season, harvest and haze count as change, too."
NOT_LOOKED = "Buildings and roads were not looked for, since the images cannot show them."


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """An input or output file."""

    role: str
    path: str
    """Relative to the folder of the record."""
    sha256: str
    bytes: Whole
    modified_ns: Whole


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The record of a run."""

    format: int
    software: str
    made: str
    """ISO 8601, UTC."""
    inputs: tuple[RecordedFile, ...]
    settings: dict[str, Any]
    model: str
    weights_sha256: str
    methods: dict[str, str]
    """How the numbers were computed, in words."""
    numbers: tuple[RecordedNumber, ...]
    outputs: tuple[RecordedFile, ...]
    warnings: tuple[str, ...]
    limits: tuple[str, ...] = ()
    """What cannot be detected in these images."""
    measured: tuple[MeasurementKey, ...] = ()
    """Measurements on the bands."""
    backend: str = ""
    """What computed the network: name, version and processor; empty where it was not run."""

    @property
    def looked(self) -> bool:
        """Whether change was looked for, by the network or by the bands."""
        return self.model != NOT_USED

    @property
    def named(self) -> dict[str, Number]:
        """The numbers by their names in the file."""
        return flat(self.numbers)

    def value(self, subject: Subject, quantity: str) -> Number:
        """A number; None where the record holds none."""
        values = (one.value for one in self.numbers if (one.subject, one.quantity) == (subject, quantity))
        return next(values, None)

    def to_json(self) -> dict[str, Any]:
        """As the file holds it."""
        plain: dict[str, Any] = to_json(self)
        return plain | {"numbers": self.named, "measured": [str(key) for key in self.measured]}

    def input(self, role: str) -> RecordedFile | None:
        """The input with a role, if there is one."""
        return next((file for file in self.inputs if file.role == role), None)

    @property
    def run_settings(self) -> RunSettings:
        """The settings as values; paths in them as they were given."""
        return _run_settings(self.settings)


def write_record(path: Path, workspace: Workspace, pair: ImagePair) -> None:
    """Write the record of a pair as JSON; files written so far are listed with their checksums."""
    text = json.dumps(make_record(path.parent, workspace, pair).to_json(), indent=1, ensure_ascii=False)
    atomic_write(path, lambda partial: partial.write_text(text + "\n", encoding="utf-8"))


def read_record(path: Path) -> RunRecord:
    """Read a record.

    Raises:
        RecordError: it does not exist, is no record, or has the format of another version.
    """
    try:
        form = read_json(path, TypeAdapter(_FormatInFile)).format
        if form != FORMAT:
            raise RecordError(f"{path.name} has the form of another version ({form}); make the run anew.")
        stored = read_json(path, _in_file())
        _run_settings(stored.settings)
    except MissingJsonError as error:
        raise RecordError(f"{path} was not found; give the record.json that a run has written.") from error
    except JsonFileError as error:
        raise RecordError(
            f"{path.name} is no record of a run, or it is damaged ({error.reason}); give a run's record.json."
        ) from error
    values = {field.name: getattr(stored, field.name) for field in fields(stored)}
    typed = {"numbers": tuple(rows(stored.numbers)), "measured": tuple(map(read_key, stored.measured))}
    return RunRecord(**(values | typed))


@dataclass(frozen=True, slots=True)
class _FormatInFile:
    format: int


@dataclass(frozen=True, slots=True)
class _RecordInFile:
    format: int
    software: str
    made: str
    inputs: tuple[RecordedFile, ...]
    settings: dict[str, Any]
    model: str
    weights_sha256: str
    methods: dict[str, str]
    numbers: dict[str, Finite | Whole | str | None]
    outputs: tuple[RecordedFile, ...]
    warnings: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    backend: str = ""


@cache
def _in_file() -> TypeAdapter[_RecordInFile]:
    return TypeAdapter(_RecordInFile)


def _run_settings(stored: dict[str, Any]) -> RunSettings:
    """Settings as values.

    Raises:
        JsonFileError: one is unknown, or of another kind.
    """
    if unknown := sorted(set(stored) - {field.name for field in fields(RunSettings)}):
        raise JsonFileError("record.json", f"this version has no setting {unknown[0]!a}")
    return parse_json(json.dumps(stored).encode(), TypeAdapter(RunSettings), "record.json")


def make_record(folder: Path, workspace: Workspace, pair: ImagePair) -> RunRecord:
    """The record of a pair's run; `folder` is that of the record file."""
    change_map, settings = _detected(workspace, pair), workspace.settings
    by_network = change_map is not None and change_map.seen_by != "bands"
    zones = zonal_change(workspace, pair) if change_map is not None and settings.zones is not None else None
    made = [artefact for artefact in workspace.artefacts.of(pair.id) if artefact.kind != "record"]
    bands = workspace.measurements.of(pair.id)
    results = (*bands.values(), *((zones,) if zones else ()))
    noted = [*(() if change_map is None else change_map.notes)]
    noted += [warning for result in results for warning in result.warnings]
    return RunRecord(
        format=FORMAT,
        software=f"terradelta {version('terradelta')}",
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        inputs=tuple(_inputs(folder, pair, settings)),
        settings=settings.to_json(),
        model=NOT_USED if change_map is None else change_map.model,
        weights_sha256=workspace.predictor.sha256 if by_network else "",
        methods=_methods(change_map, zones) | {str(key): result.method for key, result in bands.items()},
        numbers=tuple(_rounded((*_of_change(change_map, zones), *_of_bands(bands)))),
        outputs=tuple(_recorded(folder, artefact.id, artefact.path) for artefact in made),
        warnings=tuple(dict.fromkeys([*workspace.warnings(pair), *noted])),
        limits=tuple(_limits(workspace, pair, change_map)),
        measured=tuple(bands),
        backend=workspace.predictor.backend if by_network else "",
    )


def _detected(workspace: Workspace, pair: ImagePair) -> ChangeMap | None:
    """The change map, by bands where they were asked; None where the bands were measured in other ways instead.

    Raises:
        ResolutionError: pixels are too coarse, and nothing was measured.
    """
    try:
        return workspace.change(pair)
    except ResolutionError:
        by_bands = workspace.known_change(pair)
        if by_bands is None and not workspace.measurements.of(pair.id):
            raise
        return by_bands


def _rounded(numbers: Iterable[RecordedNumber]) -> Iterable[RecordedNumber]:
    """Rounded as in the file, so that reading gives equal values."""
    return (replace(number, value=to_json(number.value)) for number in numbers)


def _of_bands(bands: Mapping[MeasurementKey, Measured]) -> Iterable[RecordedNumber]:
    for key, result in bands.items():
        for number in numbers(result):
            yield RecordedNumber(OfMeasured(key, number.part), number.quantity, number.value)


def _limits(workspace: Workspace, pair: ImagePair, change_map: ChangeMap | None) -> Iterable[str]:
    if change_map is None or change_map.seen_by == "bands":
        yield NOT_LOOKED
        yield from () if change_map is None else (*change_map.doubts, BY_BANDS)
        return
    eyes = workspace.predictor
    detection = limits(workspace.card(pair), "", tells_direction=eyes.tells_direction, sees_ground=eyes.sees_ground)
    low, high = detection.fit_resolution_m
    ground = "" if detection.smallest_m2 is None else f" ({detection.smallest_m2:.3g} m²)"
    names = " and ".join(f"{name}s" for name in detection.classes)
    yield f"Changed {names} are seen, from {detection.smallest_pixels} px{ground} on."
    yield f"The network was made for pixels of {low:g} to {high:g} m."
    yield f"Not seen: {', '.join(detection.unseen)}."
    if not detection.tells_direction:
        yield "Appeared and disappeared are not told apart."
    if workspace.predictor.road_caution:
        yield workspace.predictor.road_caution


def _inputs(folder: Path, pair: ImagePair, settings: RunSettings) -> Iterable[RecordedFile]:
    for role, source, sha256 in zip(("before", "after"), pair.sources, pair.fingerprints, strict=True):
        yield _recorded(folder, role, source.path, sha256)
    area = settings.area_of_interest
    if area is not None and is_polygon_file(area):
        yield _recorded(folder, "area_of_interest", PolygonSource.named(area).path)
    if settings.zone_source is not None:
        yield _recorded(folder, "zones", settings.zone_source.path)
    if settings.legend is not None and is_legend_file(settings.legend):
        yield _recorded(folder, "legend", Path(settings.legend))


def _recorded(folder: Path, role: str, path: Path, sha256: str | None = None) -> RecordedFile:
    stat = path.stat()
    place = Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    return RecordedFile(role, place, sha256 or file_sha256(path), stat.st_size, stat.st_mtime_ns)


def _methods(change_map: ChangeMap | None, zones: ZonalChange | None) -> dict[str, str]:
    if change_map is None:
        return {}
    methods = {"area": area_method(change_map), "count": count(change_map, "any").method}
    return methods if zones is None else methods | {"zones": zones.method}


def _of_change(change_map: ChangeMap | None, zones: ZonalChange | None) -> Iterable[RecordedNumber]:
    """Numbers of the change map in reading order."""
    if change_map is None:
        return
    yield RecordedNumber(OfPair("valid"), "pixels", change_map.valid_pixels)
    yield RecordedNumber(OfPair("unknown"), "pixels", change_map.unknown_pixels)
    yield RecordedNumber(OfPair("valid"), "area_m2", change_map.valid_area_m2)
    yield RecordedNumber(OfPair("changed"), "probability", change_map.changed)
    if change_map.seen_by == "network":
        yield RecordedNumber(OfPair(), "caption", describe(change_map).caption)
        for name in ALL_CLASSES:
            yield from _of_class(change_map, name)
    if change_map.other is not None:
        yield from _of_regions(change_map.other)
    for row in () if zones is None else zones.rows:
        for cell in row.classes:
            subject = OfZone(row.zone, cell.object_class)
            yield RecordedNumber(subject, "pixels", cell.pixels)
            yield RecordedNumber(subject, "objects", cell.objects)
    checksum = hashlib.sha256(json.dumps(to_json(change_map.everything)).encode()).hexdigest()
    yield RecordedNumber(OfPair("objects"), "sha256", checksum)


def _of_class(change_map: ChangeMap, name: ChangeClass) -> Iterable[RecordedNumber]:
    subject, counted = OfClass(name), count(change_map, name)
    area = measure(change_map, name, "m2" if change_map.georeference else "px")
    yield RecordedNumber(subject, "objects", counted.count)
    yield RecordedNumber(subject, "pixels", area.pixels)
    yield RecordedNumber(subject, "share", area.share)
    yield RecordedNumber(subject, "appeared", counted.appeared)
    yield RecordedNumber(subject, "disappeared", counted.disappeared)
    yield RecordedNumber(subject, "area_m2", change_map.ground(change_map.of(name)))


def _of_regions(regions: ChangeMap) -> Iterable[RecordedNumber]:
    """Numbers of what changed and is neither building nor road."""
    subject, pixels = OfClass("any"), sum(obj.pixels for obj in regions.objects)
    yield RecordedNumber(subject, "objects", len(regions.objects))
    yield RecordedNumber(subject, "pixels", pixels)
    yield RecordedNumber(subject, "share", pixels / max(1, regions.valid_pixels))
    yield RecordedNumber(subject, "area_m2", regions.ground(regions.objects))
