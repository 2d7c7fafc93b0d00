"""The maps of a series as one picture with legends: when the largest change came, how large it was, and the trend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import rasterio

from tools.charts import new_figure, save
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.series.maps.layers import LAYERS
from tools.series.series import decimal_year

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MAX_SIDE = 800
"""Pixels of a side that are drawn."""
SIZE_IN = (12.0, 4.6)
NO_CHANGE, UNKNOWN = "#f2f2ef", "#8a8d8b"


def write_picture(path: Path, layers: Sequence[Path], days: Sequence[str], index: str) -> None:
    """Draw three of the layers side by side.

    Args:
        path: output PNG.
        layers: the map files in the order of `LAYERS`.
        days: of the series, ISO 8601.
        index: name of the index.
    """
    read = {layer.name: _read(file) for layer, file in zip(LAYERS, layers, strict=True)}
    figure = new_figure(*SIZE_IN)
    when, size, trend = figure.subplots(1, 3)
    known = read["largest_change"] != -1
    _dates(figure, when, read["largest_change"], days)
    sizes = np.where(known & (read["count"] > 0), read["magnitude"], np.nan)
    _diverging(figure, size, sizes, known, f"size of the largest change, {index.upper()}")
    slopes = np.where(known & (read["p_value"] < 0.05), read["slope"], np.nan)
    _diverging(figure, trend, slopes, known, f"trend, {index.upper()} a year (p < 0.05)")
    save(figure, path)


def _read(path: Path) -> npt.NDArray[Any]:
    with without_gdal_warnings(), rasterio.open(path, driver="GTiff") as file:
        step = max(1, -(-max(file.height, file.width) // MAX_SIDE))
        return np.asarray(file.read(1, out_shape=(-(-file.height // step), -(-file.width // step))))


def _background(axes: Axes, known: npt.NDArray[np.bool_]) -> None:
    from matplotlib.colors import ListedColormap

    axes.imshow(known, cmap=ListedColormap([UNKNOWN, NO_CHANGE]), vmin=0, vmax=1, interpolation="nearest")
    axes.set_xticks([])
    axes.set_yticks([])


def _dates(figure: Figure, axes: Axes, dates: npt.NDArray[Any], days: Sequence[str]) -> None:
    _background(axes, dates != -1)
    years = {int(day.replace("-", "")): decimal_year(day) for day in days}
    shown = np.full(dates.shape, np.nan)
    for number, year in years.items():
        shown[dates == number] = year
    low, high = decimal_year(days[0]), decimal_year(days[-1])
    drawn = axes.imshow(shown, cmap="viridis", vmin=low, vmax=high, interpolation="nearest")
    axes.set_title("date of the largest change", fontsize=10, loc="left")
    bar = figure.colorbar(drawn, ax=axes, shrink=0.85)
    bar.ax.tick_params(labelsize=8)
    marked = np.linspace(0, len(days) - 1, min(5, len(days))).round().astype(int)
    bar.set_ticks([decimal_year(days[place]) for place in marked], labels=[days[place] for place in marked])


def _diverging(figure: Figure, axes: Axes, values: npt.NDArray[Any], known: npt.NDArray[np.bool_], title: str) -> None:
    _background(axes, known)
    sizes = np.abs(values[np.isfinite(values)])
    most = float(np.percentile(sizes, 98)) if sizes.size else 1.0
    drawn = axes.imshow(values, cmap="PuOr", vmin=-most or -1, vmax=most or 1, interpolation="nearest")
    axes.set_title(title, fontsize=10, loc="left")
    bar = figure.colorbar(drawn, ax=axes, shrink=0.85)
    bar.ax.tick_params(labelsize=8)
