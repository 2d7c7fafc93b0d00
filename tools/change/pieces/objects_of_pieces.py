"""From the table of labelled pieces to the objects of a change map."""

from __future__ import annotations

import pandas as pd

from tools.change.change_map import ANY_ID, CLASS_IDS, ChangedObject, ObjectClass, Status
from tools.inference.parts import STEPS
from tools.rasters.georeference import Georeference

NAMES: dict[int, ObjectClass] = {number: name for name, number in CLASS_IDS.items()} | {ANY_ID: "any"}


def objects_of(
    table: pd.DataFrame, size: tuple[int, int], grid: Georeference | None, *, tells_direction: bool
) -> tuple[ChangedObject, ...]:
    """The objects of a table as `PieceTally.pieces` gives it, for a scene of (height, width) `size`."""
    columns, rows = table["column"].to_numpy(float) + 0.5, table["row"].to_numpy(float) + 0.5
    lonlats = zip(*grid.lonlats(columns, rows), strict=True) if grid and len(table) else iter([None] * len(table))
    return tuple(
        ChangedObject(
            id=row.Index,
            object_class=NAMES[row.class_id],
            status=_status(row.appeared) if tells_direction else "any",
            pixels=int(row.pixels),
            area_m2=float(row.area) if grid else None,
            centre=(float(row.column) + 0.5, float(row.row) + 0.5),
            lonlat=None if place is None else (float(place[0]), float(place[1])),
            box=(int(row.top), int(row.left), int(row.bottom), int(row.right)),
            probability=float(row.probability) / STEPS,
            touches_edge=row.top == 0 or row.left == 0 or row.bottom == size[0] or row.right == size[1],
        )
        for row, place in zip(table.itertuples(), lonlats, strict=True)
    )


def _status(appeared: float) -> Status:
    return "appeared" if appeared >= STEPS / 2 else "disappeared"
