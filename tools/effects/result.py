"""An effect as it is told, and its files: charts, a table of steps, and all numbers as JSON."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from tools.atomic_files import atomic_write
from tools.effects.checking.verdicts import Check, Verdict
from tools.effects.estimate import Effect
from tools.effects.impact import Impact
from tools.json_values import to_json

AREA = "area of interest"
"""Name of the place where no zone is named."""
METHOD = (
    "structural time series (local level with autoregressive errors, season and controls; statsmodels), its variances "
    "averaged over; what was seen less what would have been expected"
)


@dataclass(frozen=True, slots=True)
class EventEffect:
    """What an event changed in a place, with its checks."""

    index: str
    """What was measured: an index, or the name of a column."""
    place: str
    event: str
    """ISO 8601."""
    until: str
    """The first day of the last step."""
    controls: tuple[str, ...]
    effect: Effect
    verdict: Verdict
    """By the table of docs/effect.md."""
    reasons: tuple[Check, ...]
    """What the verdict rests on."""
    checks: tuple[Check, ...]
    breaks: tuple[str, ...]
    """ISO 8601: found without being told the event."""
    method: str
    warnings: tuple[str, ...]
    layers: tuple[str, ...] = ()
    """Artefact ids: chart of what would have been, chart of placebos, table, numbers."""


def event_effect(impact: Impact, index: str, event: str, warnings: tuple[str, ...] = ()) -> EventEffect:
    """An effect as it is told.

    Args:
        impact: the effect with its checks.
        index: what was measured.
        event: ISO 8601.
        warnings: to be told beside it.
    """
    steps = impact.steps
    return EventEffect(
        index, steps.place, event, steps.days[-1], steps.controls, impact.effect, impact.verdict, impact.reasons,
        impact.checks, impact.breaks, METHOD, (*warnings, *steps.notes),
    )  # fmt: skip


def write_steps(path: Path, impact: Impact) -> None:
    """Write every step as CSV: day, what was seen, what was expected, its limits, the difference."""
    steps, told = impact.steps, impact.estimated.told
    low, high = impact.estimated.limits
    reach = 1.96 * told.spread
    columns = (
        steps.outcome,
        np.concatenate([told.fitted, told.mean]),
        np.concatenate([told.fitted - reach, low]),
        np.concatenate([told.fitted + reach, high]),
    )

    def write(partial: Path) -> None:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["date", "after_event", "seen", "expected", "expected_low", "expected_high", "effect"])
            for number, (day, *values) in enumerate(zip(steps.days, *columns, strict=True)):
                told_values = ["" if np.isnan(value) else f"{value:.6g}" for value in (*values, values[0] - values[1])]
                table.writerow([day, int(number >= steps.event), *told_values])

    atomic_write(path, write)


def as_json(told: EventEffect, impact: Impact) -> dict[str, object]:
    """All numbers, for programs."""
    return {
        "index": told.index, "place": told.place, "event": told.event, "controls": list(told.controls),
        "months_of_a_step": impact.steps.months, "steps_before": impact.steps.before,
        "steps_after": impact.steps.after, "effect": to_json(impact.effect),
        "local_linear_trend": to_json(impact.other), "pre_period": to_json(impact.fit),
        "control_weights": dict(zip(told.controls, (round(float(one), 4) for one in impact.weights), strict=True)),
        "breaks": list(impact.breaks), "second_opinion": to_json(impact.second),
        "detectable_effect": to_json(impact.detectable), "rank_p": to_json(impact.rank_p),
        "placebos_in_time": to_json(impact.in_time), "placebos_in_space": to_json(impact.in_space),
        "one_control_left_out": to_json(impact.left_out), "checks": [asdict(check) for check in impact.checks],
        "verdict": impact.verdict, "reasons": [check.name for check in impact.reasons], "method": told.method,
        "warnings": list(told.warnings),
    }  # fmt: skip


def write_numbers(path: Path, told: EventEffect, impact: Impact) -> None:
    """Write all numbers as JSON."""
    text = json.dumps(as_json(told, impact), indent=1, ensure_ascii=False)
    atomic_write(path, lambda partial: partial.write_text(text + "\n", encoding="utf-8"))
