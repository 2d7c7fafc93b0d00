"""The scores of `terradelta evaluate qa` as a table for people."""

from __future__ import annotations

from typing import Any

COLUMNS = ("questions", "true_mask", "predicted_mask", "baseline")


def qa_table(result: dict[str, Any]) -> str:
    """One line a kind, the sum of those that have a measured answer, and how far counts are off."""
    measured, behaviour = "count share where largest yes_no".split(), "identical swapped unanswerable".split()
    rows = [(kind, result["by_kind"][kind]) for kind in measured if kind in result["by_kind"]]
    rows += [("all of these", result["all"])]
    rows += [(kind, result["by_kind"][kind]) for kind in behaviour if kind in result["by_kind"]]
    lines = [_line("", [column.replace("_", " ") for column in COLUMNS])]
    lines += [_line(name.replace("_", "/"), [_figure(row[column]) for column in COLUMNS]) for name, row in rows]
    for key, words in (("count_mae", "counts off by"), ("count_within_one", "counts within one")):
        lines.append(_line(words, ["", *(_figure(result[key][column]) for column in COLUMNS[1:])]))
    seconds = result["seconds"]
    lines.append(f"{result['pairs']} pairs; {seconds['p50']:.2f} s an answer (median), {seconds['p90']:.2f} s (p90)")
    return "\n".join(lines)


def _line(name: str, cells: list[str]) -> str:
    return f"{name:<18}" + "".join(f"{cell:>15}" for cell in cells).rstrip()


def _figure(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
