"""The scores of `terradelta evaluate landcover` as a table for people."""

from __future__ import annotations

from typing import Any

FIGURES = ("accuracy", "macro_f1", "micro_f1")
COLUMNS = ("precision", "recall", "f1", "support")
WIDEST = 48
"""Characters of a class's name that are shown."""


def landcover_table(result: dict[str, Any]) -> str:
    """The figures beside those of the baselines, and one line a class."""
    ways = {"judge": result, **result["baseline"]}
    width = min(WIDEST, max(len(name) for name in (*result["per_class"], *FIGURES))) + 2
    lines = [_line("", [name.replace("_", " ") for name in ways], width, 18)]
    lines += [_line(key.replace("_", " "), [_figure(way[key]) for way in ways.values()], width, 18) for key in FIGURES]
    lines += ["", _line("", list(COLUMNS), width, 11)]
    for name, row in result["per_class"].items():
        lines.append(_line(_short(name), [_figure(row[key]) for key in COLUMNS], width, 11))
    return "\n".join([*lines, "", _remark(result)])


def _remark(result: dict[str, Any]) -> str:
    head = f"{result['judge']} on {result['images']} images of {result['dataset']}; {result['refused']} refused"
    tokens = result["tokens"]
    if tokens:
        head += f"; {tokens['read']} tokens read, {tokens['written']} written"
    return f"{head}; {result['cost']:.2f} paid" if result.get("cost") is not None else head


def _short(name: str) -> str:
    return name if len(name) <= WIDEST else f"{name[: WIDEST - 1]}…"


def _line(name: str, cells: list[str], first: int, other: int) -> str:
    return (f"{name:<{first}}" + "".join(f"{cell:>{other}}" for cell in cells)).rstrip()


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"
