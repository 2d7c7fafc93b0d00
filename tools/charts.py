"""What all drawn files have in common: colours, a figure without a window, and a file that is whole or not there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.atomic_files import atomic_write

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLUE, VERMILION, GREEN, PURPLE = "#0072b2", "#d55e00", "#009e73", "#cc79a7"
"""Of Okabe and Ito (2008), distinguishable with any kind of colour vision."""
GREY, TEXT = "#8a8d8b", "#1c1f23"
DPI = 130


def new_figure(width: float, height: float) -> Figure:
    """An empty figure of so many inches, which needs no screen."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def plain(all_axes: Sequence[Axes]) -> None:
    """Axes without a frame at the top and the right, with small numbers."""
    for axes in all_axes:
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=8)


def save(figure: Figure, path: Path) -> None:
    """Write a figure as PNG."""
    atomic_write(path, lambda partial: figure.savefig(partial, format="png"))
