"""Parcels on the later image, coloured by the share of each that changed, with a legend and the verdicts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from tools.charts import new_figure, save
from tools.measurements.parcels.parcel_table import ParcelTable
from tools.pairs.pair import ImagePair
from tools.pairs.preview import preview
from tools.parcels.verdict_rules import Verdict, Way

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE_IN = (8.5, 7.2)
MAX_LABELS = 12
"""Parcels up to which those that changed most are named on the picture."""
LEAST_TOP = 0.05
"""Share at the end of the scale, where all parcels changed less."""
UNKNOWN = "#9a9d9b"
PALE = 0.55
"""How far the image is turned to grey and white, so that colours of parcels are read."""


def write_picture(
    path: Path, pair: ImagePair, table: ParcelTable, key: tuple[str, Way], verdicts: tuple[Verdict, ...] | None
) -> None:
    """Draw the parcels; those for which a rule holds have a thick outline."""
    figure = new_figure(*SIZE_IN)
    axes = figure.subplots()
    grey = preview(pair)[1].mean(axis=2)
    height, width = pair.size
    axes.imshow(
        255 - (255 - grey) * PALE, cmap="gray", vmin=0, vmax=255, extent=(0, width, height, 0), interpolation="nearest"
    )
    share = table.shares[key].share
    top = max(LEAST_TOP, float(np.nanmax(share, initial=0.0)))
    _parcels(axes, table, share, top, verdicts)
    _names(axes, table, share)
    kind, way = key
    what = "changed" if kind == "any" else f"{kind} {way}"
    told = f"share of each parcel: {what}"
    if verdicts is not None:
        told += " (thick outline: the rule holds)"
    axes.set_title(told, fontsize=10, loc="left")
    axes.set(xticks=[], yticks=[], xlim=(0, width), ylim=(height, 0))
    save(figure, path)


def _parcels(
    axes: Axes, table: ParcelTable, share: np.ndarray, top: float, verdicts: tuple[Verdict, ...] | None
) -> None:
    from matplotlib import colormaps
    from matplotlib.cm import ScalarMappable
    from matplotlib.collections import PathCollection
    from matplotlib.colors import Normalize
    from matplotlib.path import Path as Outline

    scale = ScalarMappable(Normalize(0, top), colormaps["YlOrRd"])
    holds = np.zeros(len(share), bool) if verdicts is None else np.array(verdicts) == "yes"
    outlines, colours, widths = [], [], []
    for place, area in enumerate(table.zones.areas):
        rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(area.shape)]
        outlines.append(Outline.make_compound_path(*(Outline(ring, closed=True) for ring in rings)))
        colours.append(UNKNOWN if np.isnan(share[place]) else scale.to_rgba(share[place]))
        widths.append(2.2 if holds[place] else 0.5)
    drawn = PathCollection(outlines, facecolors=colours, edgecolors="#222222", linewidths=widths, alpha=0.75)
    axes.add_collection(drawn)
    bar = axes.figure.colorbar(scale, ax=axes, shrink=0.7, format=lambda value, _place: f"{100 * value:.0f} %")
    bar.ax.tick_params(labelsize=8)


def _names(axes: Axes, table: ParcelTable, share: np.ndarray) -> None:
    """Name the parcels that changed most, as far as they are few."""
    ranked = np.argsort(-np.nan_to_num(share), kind="stable")[:MAX_LABELS]
    for place in ranked:
        if not share[place] > 0:
            continue
        point = table.zones.areas[place].shape.representative_point()
        axes.annotate(
            table.zones.areas[place].name[:20], (point.x, point.y), fontsize=7, ha="center", va="center",
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "alpha": 0.7, "linewidth": 0},
        )  # fmt: skip
