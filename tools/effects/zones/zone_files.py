"""Effects over zones as files: a picture, a table, and the zones on a map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from tools.charts import BLUE, GREY, TEXT, new_figure, plain, save
from tools.effects.zones.estimate import LEAST, MOST, Fitted
from tools.effects.zones.zone_effects import AverageEffect, SetScore
from tools.effects.zones.zone_table import ZoneTable
from tools.outputs.vectors import write_csv, write_gpkg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIZE_IN = (11.0, 4.4)
MAP_COLOURS = "viridis"
THIRDS = ("least", "middle", "most")
LAYER = "zone_effects"


def zone_rows(table: ZoneTable, fitted: Fitted) -> gpd.GeoDataFrame:
    """One row a zone: what was observed, the predicted effect, its third, and its doubly robust score."""
    rows = gpd.GeoDataFrame(
        {
            "zone": table.names,
            "treated": table.treated.astype(int),
            "outcome": table.outcome,
            "predicted_effect": fitted.predicted,
            "third": [THIRDS[third] for third in fitted.thirds],
            "score": fitted.scores,
        },
        geometry=_shapes(table),
        crs=table.crs,
    )
    rows.attrs["layer"] = LAYER
    return rows


def _shapes(table: ZoneTable) -> list[shapely.Geometry | None]:
    if any(shape is not None for shape in table.shapes) or table.places is None:
        return list(table.shapes)
    return [shapely.Point(x, y) for x, y in table.places]


def write_zone_table(path: Path, rows: gpd.GeoDataFrame) -> None:
    """The zones as CSV."""
    write_csv(path, rows)


def write_zone_map(path: Path, rows: gpd.GeoDataFrame) -> None:
    """The zones as a GeoPackage."""
    write_gpkg(path, rows, LAYER, geometry_type="Unknown")


def write_picture(path: Path, table: ZoneTable, fitted: Fitted) -> None:
    """Draw where the predicted effect is large, the effect in each third, and how well each set finds it."""
    figure = new_figure(*SIZE_IN)
    placed = table.places is not None
    panels = figure.subplots(1, 3 if placed else 2, width_ratios=(5, 3, 4) if placed else (3, 4))
    if placed:
        _draw_map(figure, panels[0], table, fitted)
    _draw_thirds(panels[-2], fitted)
    _draw_sets(panels[-1], fitted.effects.scores)
    plain(panels[-2:])
    save(figure, path)


def _draw_map(figure: Figure, axes: Axes, table: ZoneTable, fitted: Fitted) -> None:
    rows = zone_rows(table, fitted)
    edge = float(np.abs(fitted.predicted).max()) or 1.0
    limits = {"vmin": min(0.0, float(fitted.predicted.min())), "vmax": max(edge * 0.01, float(fitted.predicted.max()))}
    rows.plot("predicted_effect", ax=axes, cmap=MAP_COLOURS, markersize=14, **limits)
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_title(f"Predicted effect on {fitted.effects.outcome}", loc="left", fontsize=10, color=TEXT)
    figure.colorbar(axes.collections[0], ax=axes, shrink=0.7, pad=0.02).ax.tick_params(labelsize=8)


def _draw_thirds(axes: Axes, fitted: Fitted) -> None:
    """Effects in the thirds by prediction, from data that the prediction did not see."""
    effects = fitted.effects
    told: list[tuple[str, AverageEffect, str]] = [
        (f"{THIRDS[LEAST]} predicted", effects.least, GREY),
        ("all zones", effects.average, TEXT),
        (f"{THIRDS[MOST]} predicted", effects.most, BLUE),
    ]
    for place, (_, one, colour) in enumerate(told):
        axes.errorbar(place, one.mean, [[one.mean - one.low], [one.high - one.mean]], fmt="o", ms=6, color=colour)
    axes.axhline(0, color=TEXT, lw=0.6)
    axes.set_xlim(-0.5, len(told) - 0.5)
    axes.set_xticks(range(len(told)), [name.replace(" ", "\n") for name, _, _ in told])
    axes.set_title("Effect, 95 %", loc="left", fontsize=10, color=TEXT)


def _draw_sets(axes: Axes, scores: tuple[SetScore, ...]) -> None:
    """AUTOC of each set and learner; above 0, larger effects are found."""
    for place, one in enumerate(reversed(scores)):
        colour = BLUE if one.differs else GREY
        limits = [[one.autoc.mean - one.autoc.low], [one.autoc.high - one.autoc.mean]]
        axes.errorbar(one.autoc.mean, place, xerr=limits, fmt="o", ms=5, color=colour)
    axes.axvline(0, color=TEXT, lw=0.6)
    axes.set_yticks(range(len(scores)), [f"{one.name} ({one.learner})" for one in reversed(scores)])
    axes.set_title("AUTOC, 95 %", loc="left", fontsize=10, color=TEXT)
