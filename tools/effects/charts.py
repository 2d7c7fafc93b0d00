"""Charts of an effect, as PNG: the place beside what would have been, and the effect beside its placebos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.charts import BLUE, GREEN, GREY, TEXT, VERMILION, new_figure, plain, save
from tools.effects.checking.placebos import Placebo
from tools.effects.impact import Impact
from tools.effects.regular_steps import Reals

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH_IN, HEIGHT_IN = 9.0, 5.6
ROW_IN, FRAME_IN = 0.26, 1.3
"""Height of a row of the placebo chart, and of what stands around rows."""
MOST_CONTROLS = 25
LONGEST_NAME = 28


def write_counterfactual(path: Path, impact: Impact, outcome: str, title: str) -> None:
    """Draw what was seen and what would have been, and the difference below.

    Args:
        path: output PNG.
        impact: the effect.
        outcome: name of what is drawn on the upright axis.
        title: above it.
    """
    figure = new_figure(WIDTH_IN, HEIGHT_IN)
    seen, difference = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    days, event = _days(impact.steps.days), impact.steps.event
    expected = np.concatenate([impact.estimated.told.fitted, impact.estimated.told.mean])
    low, high = _band(impact)
    seen.fill_between(days, low, high, color=GREEN, alpha=0.18, lw=0, label="95 %")
    seen.plot(days, expected, color=GREEN, lw=1.3, label="expected")
    seen.plot(days, impact.steps.outcome, "o-", color=BLUE, ms=3, lw=0.9, label="seen")
    effect = impact.steps.outcome - expected
    difference.fill_between(days, impact.steps.outcome - high, impact.steps.outcome - low, color=BLUE, alpha=0.18, lw=0)
    difference.plot(days, effect, "o-", color=BLUE, ms=3, lw=0.9)
    difference.axhline(0, color=TEXT, lw=0.7)
    seen.set_ylabel(outcome, fontsize=9)
    difference.set_ylabel("seen - expected", fontsize=9)
    _mark(seen, impact, days[event])
    difference.axvline(days[event], color=VERMILION, lw=1.3)
    _finish(figure, seen, [seen, difference], title, path)


def _mark(axes: Axes, impact: Impact, event: Any) -> None:
    axes.axvline(event, color=VERMILION, lw=1.3, label="event")
    for number, day in enumerate(_days(impact.breaks)):
        axes.axvline(day, color=GREY, ls=":", lw=1.2, label=None if number else "break found")


def _band(impact: Impact) -> tuple[Reals, Reals]:
    """Limits before the event one step ahead, and after it of what would have been."""
    told, (low, high) = impact.estimated.told, impact.estimated.limits
    reach = 1.96 * told.spread
    return np.concatenate([told.fitted - reach, low]), np.concatenate([told.fitted + reach, high])


def write_placebos(path: Path, impact: Impact, outcome: str, title: str) -> None:
    """Draw the effect beside those found where there can be none, each with its 95 % interval.

    Args:
        path: output PNG.
        impact: the effect.
        outcome: name of what is drawn on the level axis.
        title: above it.
    """
    strongest = sorted(impact.in_space, key=lambda one: -one.effect.strength)[:MOST_CONTROLS]
    groups = (
        ("the place", VERMILION, [Placebo(impact.steps.place, impact.effect)]),
        ("control, as if it were the place", BLUE, strongest),
        ("earlier window", GREY, list(impact.in_time.windows)),
    )
    rows = sum(len(members) for _, _, members in groups)
    figure = new_figure(WIDTH_IN, FRAME_IN + ROW_IN * rows)
    axes = figure.subplots()
    names: list[str] = []
    for label, colour, members in groups:
        _rows(axes, members, len(names), label, colour)
        names.extend(one.name[:LONGEST_NAME] for one in members)
    axes.axvline(0, color=TEXT, lw=0.7)
    if impact.detectable is not None:
        axes.axvspan(-impact.detectable, impact.detectable, color="#ececea", lw=0, zorder=0, label="not detectable")
    axes.set_yticks(range(rows), names)
    axes.invert_yaxis()
    axes.set_xlabel(f"mean effect on {outcome}", fontsize=9)
    _finish(figure, axes, [axes], title, path)


def _rows(axes: Axes, members: Sequence[Placebo], first: int, label: str, colour: str) -> None:
    effects = [one.effect for one in members]
    reach = [[one.mean - one.low for one in effects], [one.high - one.mean for one in effects]]
    if members:
        axes.errorbar(
            [one.mean for one in effects], range(first, first + len(members)), xerr=reach, fmt="o", ms=4.5,
            color=colour, lw=1.2, capsize=2, label=label,
        )  # fmt: skip


def _finish(figure: Figure, top: Axes, all_axes: Sequence[Axes], title: str, path: Path) -> None:
    top.set_title(title, loc="left", fontsize=11, color=TEXT)
    top.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    plain(all_axes)
    for axes in all_axes:
        axes.grid(axis="both" if axes is top else "y", lw=0.4, color="#e4e4e4")
    save(figure, path)


def _days(days: Sequence[str]) -> list[Any]:
    return [date.fromisoformat(day) for day in days]
