"""Two parcel files of different years held against each other, with their ids, as a table and a GeoPackage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from tools.errors import AreaError
from tools.outputs.vectors import write_csv, write_gpkg
from tools.parcels.layer_comparison import PART, SAME, Fate, ParcelFate, compared
from tools.polygons.coordinate_systems import degrees
from tools.polygons.names import names
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons

MAX_NAMED = 5
STEM = "parcel-layers"


@dataclass(frozen=True, slots=True)
class FateCount:
    """One kind of fate."""

    fate: Fate
    before: int
    """How many parcels of the earlier year."""
    after: int
    groups: int
    """How many times it occurs."""
    examples: tuple[str, ...]
    """The first of them: "12 -> 12a, 12b"."""


@dataclass(frozen=True, slots=True)
class LayerChanges:
    """What became of the parcels of an earlier year."""

    before: int
    after: int
    fates: tuple[FateCount, ...]
    """Those that occur."""
    left_out: tuple[str, ...]
    """Names of features that are no parcels, with the reason."""
    table: Path
    map: Path
    method: str = f"shared ground, at least {PART:g} of the smaller parcel; unchanged from an overlap of {SAME:g} (IoU)"


@dataclass(frozen=True)
class _Parcels:
    names: list[str]
    shapes: list[BaseGeometry]
    left_out: list[str]


def layer_changes(before: PolygonSource, after: PolygonSource, folder: Path) -> LayerChanges:
    """Compare two files and write `parcel-layers.csv` and `parcel-layers.gpkg` into a folder.

    Raises:
        AreaError: a file cannot be read, tells no CRS, or lies in another region than the other one.
    """
    metres = _projection(before)
    old, new = _read(before, metres), _read(after, metres)
    if not shapely.box(*shapely.total_bounds(old.shapes)).intersects(shapely.box(*shapely.total_bounds(new.shapes))):
        raise AreaError(
            f"The parcels of {before.name} and {after.name} lie in different places; check that both are of one region "
            "and that their CRS is right."
        )
    fates = compared(old.shapes, new.shapes)
    folder.mkdir(parents=True, exist_ok=True)
    table = _table(fates, old, new, metres)
    paths = folder / f"{STEM}.csv", folder / f"{STEM}.gpkg"
    write_csv(paths[0], table)
    write_gpkg(paths[1], table.to_crs("EPSG:4326"), "parcel_layers")
    return LayerChanges(
        len(old.names), len(new.names), tuple(_counts(fates, old, new)), (*old.left_out, *new.left_out), *paths
    )


def _projection(source: PolygonSource) -> CRS:
    """Metres, true to area, around the middle of a file."""
    shapes = _in(source, degrees())
    left, bottom, right, top = shapely.total_bounds([shape for _, shape in shapes if not isinstance(shape, str)])
    return CRS.from_dict({"proj": "laea", "lat_0": (bottom + top) / 2, "lon_0": (left + right) / 2, "datum": "WGS84"})


def _in(source: PolygonSource, crs: CRS) -> list[tuple[str, BaseGeometry | str]]:
    """Name, and shape in a CRS or what is wrong with it, of each feature."""
    layer = read_polygons(source)
    if layer.crs is None:
        raise AreaError(f"{source.name} does not tell its CRS; assign one, for example in QGIS, and save it again.")
    table = gpd.GeoSeries([one.shape for one in layer.features], crs=layer.crs).to_crs(crs)
    rows = zip(names(source, layer), layer.features, table, strict=True)
    return [(name, one.problem if one.shape is None else shape) for name, one, shape in rows]


def _read(source: PolygonSource, metres: CRS) -> _Parcels:
    rows = _in(source, metres)
    good = [(name, shape) for name, shape in rows if not isinstance(shape, str) and _is_placed(shape)]
    bad = [f"{name} of {source.path.name} {why}" for name, why in rows if isinstance(why, str)]
    if not good:
        raise AreaError(f"No parcel of {source.name} can be projected; check its CRS.")
    return _Parcels([name for name, _ in good], [shapely.make_valid(shape) for _, shape in good], bad)


def _is_placed(shape: BaseGeometry) -> bool:
    return bool(np.isfinite(shape.bounds).all())


def _table(fates: Sequence[ParcelFate], old: _Parcels, new: _Parcels, metres: CRS) -> gpd.GeoDataFrame:
    rows = []
    for one in fates:
        shapes = [new.shapes[place] for place in one.after] or [old.shapes[place] for place in one.before]
        told = {"fate": one.fate, "before": _named(one.before, old), "after": _named(one.after, new)}
        rows.append(told | {"overlap": one.overlap, "geometry": shapely.union_all(shapes)})
    table = gpd.GeoDataFrame(rows, crs=metres)
    table.insert(4, "area_m2", table.geometry.area)
    return table


def _named(places: Sequence[int], parcels: _Parcels) -> str:
    return ", ".join(parcels.names[place] for place in places)


def _counts(fates: Sequence[ParcelFate], old: _Parcels, new: _Parcels) -> list[FateCount]:
    before, after = Counter[Fate](), Counter[Fate]()
    examples: dict[Fate, list[str]] = {}
    for one in fates:
        before[one.fate] += len(one.before)
        after[one.fate] += len(one.after)
        sides = [named for named in (_named(one.before, old), _named(one.after, new)) if named]
        examples.setdefault(one.fate, []).append(" -> ".join(sides))
    return [
        FateCount(fate, before[fate], after[fate], len(examples[fate]), tuple(examples[fate][:MAX_NAMED]))
        for fate in get_args(Fate)
        if fate in examples
    ]
