"""Changed things as objects: counted, measured, placed. Touching pixels of one class are one object."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from skimage.measure import label, regionprops_table

from tools.change import CLASS_IDS, SMALLEST_PIXELS, ChangeClass, ChangeMask, ObjectClass, Status

METHOD = f"touching pixels (8-connected) of one class, at least {SMALLEST_PIXELS} px"


@dataclass(frozen=True, slots=True)
class ChangedObject:
    """One connected piece of change."""

    id: int
    object_class: ChangeClass
    status: Status
    """`any` where the network does not tell whether it appeared or disappeared."""
    pixels: int
    area_m2: float | None
    centre: tuple[float, float]
    """(column, row) in pixels."""
    lonlat: tuple[float, float] | None
    """Degrees on WGS 84."""
    box: tuple[int, int, int, int]
    """(top, left, bottom, right) in pixels, the last two exclusive."""
    probability: float
    """Mean over its pixels, 0-1."""
    touches_edge: bool


@dataclass(frozen=True, slots=True)
class ObjectCount:
    """How many objects of a class changed."""

    pair: str
    object_class: ObjectClass
    status: Status
    count: int
    appeared: int | None
    """Of these, how many appeared; None where the network does not tell."""
    disappeared: int | None
    median_area_m2: float | None
    largest_area_m2: float | None
    method: str
    objects: tuple[ChangedObject, ...]


def find_objects(mask: ChangeMask) -> tuple[ChangedObject, ...]:
    """Every changed object, the largest first, numbered from 1."""
    found = [piece for name in CLASS_IDS for piece in _pieces(mask, name)]
    found.sort(key=lambda piece: -piece.pixels)
    return tuple(_numbered(piece, number) for number, piece in enumerate(found, start=1))


def count(mask: ChangeMask, wanted: ObjectClass, status: Status = "any", min_area: float | None = None) -> ObjectCount:
    """Count objects of a class.

    Args:
        mask: where to count.
        wanted: building, road or any.
        status: count only what appeared or disappeared; needs a network that tells.
        min_area: square metres, or pixels where the images tell no place on earth; smaller objects are left out.
    """
    chosen = [piece for piece in find_objects(mask) if wanted in ("any", piece.object_class)]
    if status != "any":
        chosen = [piece for piece in chosen if piece.status == status]
    method = METHOD
    if min_area is not None:
        unit = "m2" if mask.georeference else "px"
        chosen = [piece for piece in chosen if (piece.area_m2 if mask.georeference else piece.pixels) >= min_area]  # type: ignore[operator]
        method += f" and at least {min_area:g} {unit}"
    told = mask.appeared is not None
    areas = [piece.area_m2 for piece in chosen if piece.area_m2 is not None]
    return ObjectCount(
        pair=mask.pair,
        object_class=wanted,
        status=status,
        count=len(chosen),
        appeared=sum(piece.status == "appeared" for piece in chosen) if told else None,
        disappeared=sum(piece.status == "disappeared" for piece in chosen) if told else None,
        median_area_m2=float(np.median(areas)) if areas else None,
        largest_area_m2=max(areas, default=None),
        method=method,
        objects=tuple(chosen),
    )


def _pieces(mask: ChangeMask, name: ChangeClass) -> list[ChangedObject]:
    labelled = label(mask.where(name), connectivity=2)
    # In double precision: a mean over many pixels in float32 is off by parts in ten thousand.
    layers = [mask.probabilities[CLASS_IDS[name]].astype(np.float64)]
    layers.append(mask.appeared.astype(np.float64) if mask.appeared is not None else np.zeros_like(layers[0]))
    layers.append(mask.georeference.pixel_areas if mask.georeference else np.zeros_like(layers[0]))
    wanted = ("area", "centroid", "bbox", "intensity_mean")
    table = regionprops_table(labelled, np.stack(layers, axis=-1), properties=wanted)
    rows = [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]
    return [_piece(mask, name, row) for row in rows if row["area"] >= SMALLEST_PIXELS]


def _piece(mask: ChangeMask, name: ChangeClass, row: dict[str, np.floating]) -> ChangedObject:
    pixels = int(row["area"])
    top, left, bottom, right = (int(row[f"bbox-{side}"]) for side in range(4))
    height, width = mask.classes.shape
    column, line = float(row["centroid-1"]) + 0.5, float(row["centroid-0"]) + 0.5
    grid = mask.georeference
    status: Status = "any"
    if mask.appeared is not None:
        status = "appeared" if row["intensity_mean-1"] >= 0.5 else "disappeared"
    return ChangedObject(
        id=0,
        object_class=name,
        status=status,
        pixels=pixels,
        area_m2=float(row["intensity_mean-2"]) * pixels if grid else None,
        centre=(column, line),
        lonlat=grid.lonlat(column, line) if grid else None,
        box=(top, left, bottom, right),
        probability=float(row["intensity_mean-0"]),
        touches_edge=top == 0 or left == 0 or bottom == height or right == width,
    )


def _numbered(piece: ChangedObject, number: int) -> ChangedObject:

    return replace(piece, id=number)
