"""Histories of objects as files: a chart of the construction curve, a table of events, and outlines."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd

from tools.atomic_files import atomic_write
from tools.change.histories.construction_curve import IntervalChange, standing
from tools.change.histories.object_histories import ObjectHistory
from tools.charts import BLUE, GREEN, TEXT, VERMILION, new_figure, plain, save
from tools.series.places.chart import SIZE_IN

EVENT_COLUMNS = ("id", "what", "since", "until", "pixels", "area_m2", "probability", "contradicts")


def write_curve(path: Path, changes: Sequence[IntervalChange], title: str) -> None:
    """Draw what was gained and lost in each interval, a year, and below it how many objects more there are.

    Args:
        path: output PNG.
        changes: in order of time.
        title: above it.
    """
    figure = new_figure(*SIZE_IN)
    rates, total = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    starts = [date.fromisoformat(one.since) for one in changes]
    ends = [date.fromisoformat(one.until) for one in changes]
    widths = [(end - start).days for start, end in zip(starts, ends, strict=True)]
    shown: Any = {"width": widths, "align": "edge", "edgecolor": "white", "lw": 1}
    rates.bar(starts, [one.appeared_a_year for one in changes], color=BLUE, label="appeared", **shown)
    rates.bar(starts, [-one.disappeared / one.years for one in changes], color=VERMILION, label="disappeared", **shown)
    rates.axhline(0, color=TEXT, lw=0.8)
    rates.set_ylabel("objects a year", fontsize=9)
    rates.set_title(title, loc="left", fontsize=11, color=TEXT)
    rates.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    total.plot([starts[0], *ends], standing(changes), "o-", ms=4, color=GREEN)
    total.set_ylabel("more than at first", fontsize=8)
    plain((rates, total))
    for axes in (rates, total):
        axes.set_axisbelow(True)
        axes.grid(axis="y", lw=0.4, color="#dddddd")
    save(figure, path)


def write_events(path: Path, histories: Sequence[ObjectHistory]) -> None:
    """One row an event as CSV, with EVENT_COLUMNS."""

    def write(partial: Path) -> None:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(EVENT_COLUMNS)
            for history in histories:
                for one in history.events:
                    area = "" if one.area_m2 is None else f"{one.area_m2:.2f}"
                    sure = f"{one.probability:.4f}"
                    row = (one.what, one.since, one.until, one.pixels, area, sure, str(one.contradicts).lower())
                    table.writerow((history.id, *row))

    atomic_write(path, write)


def history_table(histories: Sequence[ObjectHistory], crs: Any) -> gpd.GeoDataFrame:
    """One row an object: id, first and last event, whether it stands, number of events, outline of all its ground."""
    rows = [
        {
            "id": one.id,
            "first": one.events[0].what,
            "first_until": one.events[0].until,
            "last": one.events[-1].what,
            "last_until": one.events[-1].until,
            "events": len(one.events),
            "stands": one.stands,
        }
        for one in histories
    ]
    columns = ["id", "first", "first_until", "last", "last_until", "events", "stands"]
    table = gpd.GeoDataFrame(rows, columns=columns, geometry=[one.outline for one in histories], crs=crs)
    table.attrs["layer"] = "object_histories"
    return table
