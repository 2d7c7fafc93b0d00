"""A report of a run for people: one HTML file with pictures, numbers, methods, limits and warnings; or the same as PDF.

It is made from the record of the run and the files that the record names, and from nothing else: no number is
computed here. Pictures are inside the file, and nothing is loaded from anywhere.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined, UndefinedError

from mci_model.checkpoints.checksum import file_sha256
from tools.atomic_files import atomic_write
from tools.change.change_map import ObjectClass
from tools.errors import RecordError, ReportError
from tools.landcover.legends import is_legend_file
from tools.number_format import significant
from tools.paths import is_file
from tools.polygons.polygon_source import is_polygon_file
from tools.runs.record import RecordedFile, RunRecord, read_record
from tools.runs.recorded_numbers import NAMES, OfClass

TEMPLATE = "report.html.j2"
FOLDERS = ("archive", "assessment")
"""Settings that are folders."""
MAX_ROWS = 500
"""Of the table of objects; the CSV file holds all."""
OTHER_CHANGE = ("change-any.png", "Change of any kind")
PICTURES = (
    ("before.png", "Before"),
    ("after.png", "After"),
    ("change-building-road.png", "What changed"),
    ("change-any.png", "Change of any kind"),
)
DIGITS = 4
"""Of numbers in tables that are no whole ones."""
MIME = {".png": "image/png", ".svg": "image/svg+xml"}
FLOW_TITLES = {"landcover-change": "Land cover: what became what"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside the report."""

    title: str
    data: str
    """As a data: URL."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Transitions between classes."""

    name: str
    """As the record's numbers begin."""
    title: str
    data: str
    """The picture as a data: URL."""
    rows: list[list[Any]]
    """Before, after, pixels, square metres, share; the largest first."""


@dataclass(frozen=True, slots=True)
class ClassRow:
    """Recorded change of a class."""

    name: str
    objects: int
    appeared: int | None
    disappeared: int | None
    area_m2: float | None
    pixels: int
    share: float


def write_report(record: Path, path: Path) -> None:
    """Write the report of a recorded run, as HTML or, where `path` ends so, as PDF.

    Raises:
        RecordError: the record cannot be read, or a file that it names is gone or was changed.
        ReportError: PDF cannot be made here.
    """
    html = render(read_record(record), record.parent)
    if path.suffix.lower() == ".pdf":
        atomic_write(path, lambda partial: _write_pdf(partial, html))
    else:
        atomic_write(path, lambda partial: partial.write_text(html, encoding="utf-8"))


def render(record: RunRecord, folder: Path) -> str:
    """The report as HTML; `folder` is that of the record; errors as for `write_report`."""
    files = {Path(file.path).name: file for file in record.outputs}
    table = _objects(files.get("objects.csv"), folder)
    context = {
        "record": record,
        "numbers": record.named,
        "names": [Path(file.path).name for file in record.inputs if file.role in ("before", "after")],
        "pictures": list(_pictures(files, folder)),
        "classes": [_class_row(record, name) for name in NAMES if record.value(OfClass(name), "pixels") is not None],
        "flows": list(_flows(record, folder)),
        "settings": dict(_settings(record)),
        "columns": [] if table is None else list(table.columns),
        "rows": [] if table is None else table.head(MAX_ROWS).to_numpy(object).tolist(),
        "objects": 0 if table is None else len(table),
        "most": MAX_ROWS,
    }
    try:
        html: str = _template().render(context)
    except (UndefinedError, TypeError) as error:
        raise RecordError("The record lacks numbers that a report tells; make the run anew.") from error
    return html


def _settings(record: RunRecord) -> Iterator[tuple[str, Any]]:
    """Settings that differ from the default; of files only their names, since folders are private."""
    for name, value in record.settings.items():
        if value not in (None, False):
            is_file = isinstance(value, str) and (is_polygon_file(value) or is_legend_file(value) or name in FOLDERS)
            yield name, Path(value).name if is_file else value


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("tools.runs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = _cell
    return environment.get_template(TEMPLATE)


def _cell(value: Any) -> str:
    """A number with its significant digits; a dash for none."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return "-"
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return significant(value, DIGITS) if is_number else str(value)


def _pictures(files: dict[str, RecordedFile], folder: Path) -> Iterator[Picture]:
    named = dict(PICTURES)
    for name, title in named.items():
        if name in files:
            data = base64.b64encode(_checked(files[name], folder).read_bytes()).decode("ascii")
            yield Picture(title, f"data:{MIME[Path(name).suffix]};base64,{data}")


def _flows(record: RunRecord, folder: Path) -> Iterator[Flow]:
    """Transitions between classes, as picture and table."""
    for file in record.outputs:
        if file.path.endswith(".svg"):
            table = next((one for one in record.outputs if one.path == f"{file.path.removesuffix('.svg')}.csv"), None)
            rows = None if table is None else _table(table, folder)
            cells = [] if rows is None else rows.astype(object).where(rows.notna(), None).to_numpy(object).tolist()
            name = Path(file.path).stem
            title = FLOW_TITLES.get(name, "Zones of like spectrum: what moved where")
            data = base64.b64encode(_checked(file, folder).read_bytes()).decode("ascii")
            yield Flow(name, title, f"data:{MIME['.svg']};base64,{data}", cells)


def _objects(file: RecordedFile | None, folder: Path) -> pd.DataFrame | None:
    if file is None:
        return None
    table = _table(file, folder)
    return table.astype(object).where(table.notna(), None)


def _table(file: RecordedFile, folder: Path) -> pd.DataFrame:
    """A CSV file of the run.

    Raises:
        RecordError: it is gone, was changed, or is no table.
    """
    try:
        return pd.read_csv(_checked(file, folder))
    except ValueError as error:  # of pandas' own errors all are
        raise RecordError(f"{file.path} is no table; give the record.json that a run has written.") from error


def _checked(file: RecordedFile, folder: Path) -> Path:
    """A file of the run, as it was when it was recorded."""
    path = folder / file.path
    if not is_file(path) or file_sha256(path) != file.sha256:
        raise RecordError(f"{file.path} is gone or was changed since the run; make the run anew for a report.")
    return path


def _class_row(record: RunRecord, name: ObjectClass) -> ClassRow:
    values: dict[str, Any] = {key: record.value(OfClass(name), key) for key in ClassRow.__slots__ if key != "name"}
    return ClassRow(name=name, **values)


def _write_pdf(path: Path, html: str) -> None:
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise ReportError(
            "PDF needs weasyprint: pip install 'terradelta[pdf]'; HTML can be made without it."
        ) from error
    except OSError as error:
        raise ReportError(
            "PDF needs the system's Pango library (on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0); HTML can be made without it."
        ) from error
    # Pictures are inside the file; nothing else is loaded, whatever the HTML refers to.
    path.write_bytes(HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf())
