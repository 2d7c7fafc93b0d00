"""The chart of a place over time, as a PNG: clear values, gaps, what was fitted, breaks, and clear shares of dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.atomic_files import atomic_write
from tools.charts import BLUE, GREEN, GREY, PURPLE, TEXT, VERMILION, new_figure, plain, save
from tools.csv_cells import cell
from tools.series.places.place_changes import Fitted
from tools.series.places.place_series import PlaceSeries

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE_IN = (9.0, 4.6)
GAP_FACTOR, SHORTEST_GAP = 3.0, 45
"""Times the usual distance of clear dates, and days, from which on a gap is shaded and the line is broken."""


def write_chart(path: Path, series: PlaceSeries, fitted: Fitted, index: str, title: str) -> None:
    """Draw a place.

    Args:
        path: output PNG.
        series: its values.
        fitted: breaks, trend and curve.
        index: name of what is drawn on the upright axis.
        title: above it.
    """
    figure = new_figure(*SIZE_IN)
    values, clear = figure.subplots(2, 1, sharex=True, height_ratios=(5, 1))
    _draw_values(values, series, fitted, index)
    values.set_title(title, loc="left", fontsize=11, color=TEXT)
    clear.bar(_days(series.days), [100 * share for share in series.clear_share], width=_width(series), color=GREY)
    clear.plot(_days(series.days), [0] * len(series.days), "|", ms=5, color=TEXT, clip_on=False)
    clear.set_ylim(0, 100)
    clear.set_ylabel("clear %", fontsize=8)
    plain((values, clear))
    save(figure, path)


def write_table(path: Path, series: Sequence[PlaceSeries]) -> None:
    """Places over time as CSV: place, date, value (empty in a gap), clear share."""
    import csv

    def write(partial: Path) -> None:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["place", "date", "value", "clear_share"])
            for one in series:
                for day, value, share in zip(one.days, one.values, one.clear_share, strict=True):
                    told = "" if value is None else f"{value:.5f}"
                    table.writerow([cell(one.place), day, told, f"{share:.4f}"])

    atomic_write(path, write)


def _days(days: Sequence[str]) -> list[Any]:
    return [date.fromisoformat(day) for day in days]


def _draw_values(axes: Axes, series: PlaceSeries, fitted: Fitted, index: str) -> None:
    days = _days(series.days)
    known = [(day, value) for day, value in zip(days, series.values, strict=True) if value is not None]
    for number, (first, last) in enumerate(gaps(series)):
        axes.axvspan(*_edges(first, last), color="#ececea", lw=0, label="no clear date" if number == 0 else None)
    if fitted.curve:
        axes.plot(days, fitted.curve, color=GREEN, lw=1.2, label="level and season", zorder=2)
    suspect = set(fitted.changes.suspect_dates)
    sure = [(day, value) for day, value in known if day.isoformat() not in suspect]
    doubtful = [(day, value) for day, value in known if day.isoformat() in suspect]
    axes.plot(*_split(sure), "o", ms=4, color=BLUE, label="clear mean", zorder=3)
    if doubtful:
        axes.plot(*_split(doubtful), "x", ms=6, color=PURPLE, label="dip that recovers", zorder=3)
    for number, one in enumerate(fitted.changes.breaks):
        (day,) = _days([one.day])
        axes.axvline(day, color=VERMILION, ls="--", lw=1.3, label="break" if not number else None)
        axes.annotate(
            f"{one.day}\n{one.magnitude:+.2f}", (day, 0.03), xycoords=("data", "axes fraction"),
            xytext=(4, 0), textcoords="offset points", fontsize=8, color=VERMILION,
        )  # fmt: skip
    axes.set_ylabel(index.upper(), fontsize=9)
    axes.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    axes.grid(axis="y", lw=0.4, color="#dddddd")


def _split(points: Sequence[tuple[Any, float]]) -> tuple[list[Any], list[float]]:
    return [day for day, _ in points], [value for _, value in points]


def _edges(first: str, last: str) -> tuple[Any, Any]:
    return date.fromisoformat(first) + timedelta(1), date.fromisoformat(last) - timedelta(1)


def gaps(series: PlaceSeries) -> list[tuple[str, str]]:
    """Clear dates before and after each gap that is long against the usual distance of clear dates."""
    clear = [day for day, value in zip(series.days, series.values, strict=True) if value is not None]
    neighbours = list(pairwise(clear))
    apart = [(date.fromisoformat(b) - date.fromisoformat(a)).days for a, b in neighbours]
    if not apart:
        return []
    limit = max(GAP_FACTOR * sorted(apart)[len(apart) // 2], SHORTEST_GAP)
    return [pair for pair, days in zip(neighbours, apart, strict=True) if days > limit]


def _width(series: PlaceSeries) -> float:
    first, last = date.fromisoformat(series.days[0]), date.fromisoformat(series.days[-1])
    return max(1.0, (last - first).days / 250)
