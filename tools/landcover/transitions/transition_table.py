"""The from-to table of land-cover transitions as CSV."""

from __future__ import annotations

import csv
from pathlib import Path

from tools.atomic_files import atomic_write
from tools.csv_cells import cell
from tools.landcover.transitions.cover_change import Transitions

COLUMNS = ("before", "after", "pixels", "area_m2", "share")
"""Shares are of the pixels that are known at both dates; areas are empty without a georeference."""


def write_table(path: Path, transitions: Transitions) -> None:
    """Write a row per transition that occurs, unchanged ones included, the largest first."""

    def write(partial: Path) -> None:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            table.writerows(
                [cell(one.before), cell(one.after), one.pixels, one.area_m2, one.share] for one in transitions.cells
            )

    atomic_write(path, write)
