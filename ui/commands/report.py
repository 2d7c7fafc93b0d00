"""The command `terradelta report`: a report for people from the record of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ui import options


def report(
    record: Annotated[Path, typer.Argument(help="record.json of a run; its files lie where it left them.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Where to; .html or .pdf. Default: report.html beside the record.")
    ] = None,
    as_json: options.Json = False,
) -> None:
    """Write a report with pictures, numbers, methods, limits and warnings, from nothing but the record of a run."""
    from tools.runs.report import write_report

    path = out or record.with_name("report.html")
    if path.suffix.lower() not in (".html", ".pdf"):
        raise typer.BadParameter(f"A report is .html or .pdf, not {path.suffix or 'without an ending'}.")
    write_report(record, path)
    print(json.dumps({"report": str(path)}) if as_json else f"Written: {path}")
