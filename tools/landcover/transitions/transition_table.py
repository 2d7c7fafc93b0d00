"""The table of land-cover transitions as a file that spreadsheets open."""

from __future__ import annotations

import csv
from pathlib import Path

from tools.atomic_files import atomic_write
from tools.landcover.transitions.cover_change import Transitions

COLUMNS = ("before", "after", "pixels", "area_m2", "share")
"""Shares are of the pixels that are known at both dates; areas are empty without a place on earth."""


def write_table(path: Path, found: Transitions) -> None:
    """Write a row for each transition that occurs, unchanged ones included, the largest first."""

    def write(partial: Path) -> None:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            table.writerows([cell.before, cell.after, cell.pixels, cell.area_m2, cell.share] for cell in found.cells)

    atomic_write(path, write)
