"""`terradelta parcel-layers`: which parcels of an earlier year stayed, were split or merged, came or went."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui import options

if TYPE_CHECKING:
    from tools.measurements.parcels.layer_changes import LayerChanges

Layer = Annotated[
    Path, typer.Argument(help="Polygon file of the parcels of one year, or FILE|layer=NAME.", show_default=False)
]


def parcel_layers(
    before: Layer,
    after: Layer,
    parcel_id: Annotated[str | None, typer.Option("--id", help="The column that names the parcels in both.")] = None,
    out: options.Out = options.FOLDER / "parcels",
    as_json: options.Json = False,
) -> None:
    """Compare parcels of two years by the ground they share: unchanged, reshaped, split, merged, added, gone."""
    from tools.json_values import to_json
    from tools.measurements.parcels.layer_changes import layer_changes
    from tools.polygons.polygon_source import PolygonSource

    earlier, later = (PolygonSource.named(str(one), parcel_id) for one in (before, after))
    found = layer_changes(earlier, later, out)
    if as_json:
        print(json.dumps(to_json(found), default=str))
        return
    _print(found)


def _print(found: LayerChanges) -> None:
    print(f"{found.before} parcels before, {found.after} after, by {found.method}.")
    for one in found.fates:
        more = ", ..." if one.groups > len(one.examples) else ""
        print(f"  {one.fate}: {one.before} before, {one.after} after ({'; '.join(one.examples)}{more})")
    print(f"  table: {found.table}")
    print(f"  map: {found.map}")
    options.warn([f"Left out: {one}." for one in found.left_out])
