"""The record of a run, and the report that is made from one."""

from __future__ import annotations

from pathlib import Path

from tools.errors import ResolutionError
from tools.pairs.pair import ImagePair
from tools.runs.file_format import FileFormat
from tools.runs.formats.pictures import previews, show
from tools.runs.formats.vectors import CSV
from tools.runs.record import write_record
from tools.runs.report import write_report
from tools.workspace.workspace import Workspace


def _report(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    """Write a report, and first what it is made from: pictures, the table of objects, and a record that names them.

    Raises:
        ReportError: PDF cannot be made here.
    """
    try:
        if workspace.known_change(pair) is None:
            workspace.change(pair)  # what bands tell of any change is reported where it was asked for
        show(workspace, pair)
        CSV.write(workspace, pair)
    except ResolutionError:  # measurements on the bands are reported all the same; the record refuses if there are none
        previews(workspace, pair)
    record = path.with_name("report-record.json")
    write_record(record, workspace, pair)
    write_report(record, path)


FORMATS = (
    FileFormat(
        "html",
        "report.html",
        "a report with pictures, numbers, methods and limits, in one file",
        "text/html",
        writer=_report,
        rank=40,
        needs_change=False,
    ),
    FileFormat(
        "pdf",
        "report.pdf",
        "the same report as PDF",
        "application/pdf",
        writer=_report,
        rank=41,
        needs_change=False,
    ),
    FileFormat(
        "record",
        "record.json",
        "all numbers with inputs, settings and checksums, for terradelta rerun",
        "application/json",
        writer=lambda workspace, pair, path: write_record(path, workspace, pair),
        rank=50,
        in_run=1000,  # the last, since it lists the others
        needs_change=False,
    ),
)
