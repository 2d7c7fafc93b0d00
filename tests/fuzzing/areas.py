"""Areas and zones: GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML and ZIP, changed in bytes, values and structure."""

from __future__ import annotations

import json
import sqlite3
import struct
import zipfile
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

import geopandas as gpd
import shapely

from tests.factories.polygon_files import CRS, EAST, LEFT, PAIR, TOP, WEST, feature, kml, on_ground, placemark, polygon
from tools.errors import ToolError
from tools.pairs.areas import read_area_of_interest, read_zones
from tools.polygons.polygon_source import PolygonSource

ENDINGS = (".geojson", ".geojson", ".gpkg", ".gpkg", ".shp", ".fgb", ".kml", ".zip")
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1e308, -1e308, float("nan"), float("inf"), 10**400, 2**53, "", "\ud800", "EPSG:0", "=1+1",
    "a\0b", [], {}, [[]], [[[]]], {"type": "Polygon"}, [None], "x" * 3_000, "urn:ogc:def:crs:EPSG::4326", "NaN",
)  # fmt: skip
EDGES = (0, 1, 127, 255, 2**15, 2**31 - 1, 2**31, 2**32 - 1)


def mutated(seed: int, folder: Path) -> Path:
    """A polygon file in `folder`, a function of the seed."""
    dice = Random(f"areas {seed}")
    ending = dice.choice(ENDINGS)
    path = folder / f"a{ending}"
    if ending == ".geojson":
        path.write_text(_json(dice), encoding="utf-8", errors="surrogatepass")
    elif ending == ".kml":
        path.write_bytes(_changed(dice, _kml(dice).encode()))
    elif ending == ".zip":
        _pack(dice, path)
    else:
        _table(dice).to_file(path)
        if ending == ".gpkg" and dice.random() < 0.6:
            _rewrite(dice, path)
        else:
            _change_one(dice, path)
    return path


def attempt(path: Path) -> None:
    """Read it as `--aoi` and as `--zones` do."""
    for read in (lambda: read_area_of_interest(str(path), PAIR), lambda: read_zones(PolygonSource(path), PAIR)):
        with suppress(ToolError):
            read()


def _table(dice: Random) -> gpd.GeoDataFrame:
    """Polygons as somebody might have drawn them."""
    ring = shapely.box(LEFT, TOP - 60, LEFT + 60, TOP).difference(shapely.box(LEFT + 5, TOP - 20, LEFT + 10, TOP - 5))
    corners = [(LEFT + dice.uniform(-20, 150), TOP - dice.uniform(-20, 150)) for _ in range(dice.choice((3, 4, 9, 40)))]
    shapes = [shapely.Polygon(on_ground(WEST)), ring, shapely.Polygon(corners)]
    return gpd.GeoDataFrame({"name": ["a", "b", "ü"], "n": [1, 2, 3]}, geometry=shapes, crs=CRS)


def _json(dice: Random) -> str:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32614"}}
    both = {"type": "GeometryCollection", "geometries": [polygon(WEST), {"type": "Point", "coordinates": [LEFT, TOP]}]}
    shapes = [polygon(WEST), polygon(EAST, ((80, 50), (100, 50), (90, 70))), both]
    tree: Any = {"type": "FeatureCollection", "crs": crs, "features": [feature(one, name="x", n=1) for one in shapes]}
    for _ in range(dice.choice((1, 1, 2, 4))):
        tree = _altered(dice, tree)
    text = json.dumps(tree, ensure_ascii=dice.random() < 0.5)
    if dice.random() < 0.1:
        deep = dice.choice((50, 5_000, 200_000))
        text = text.replace('"n": 1', f'"n": {"[" * deep}{"]" * deep}', 1)
    return text[: dice.randrange(len(text))] if dice.random() < 0.1 else text


def _altered(dice: Random, value: Any) -> Any:
    """A value with something odd at one place inside."""
    if not isinstance(value, (dict, list)) or not value or dice.random() < 0.15:
        return dice.choice(ODD)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key, copy = dice.choice(keys), value.copy()
    if dice.random() < 0.1:
        del copy[key]
    elif isinstance(copy, list) and dice.random() < 0.1:
        copy.append(copy[key])
    else:
        copy[key] = _altered(dice, copy[key])
    return copy


def _kml(dice: Random) -> str:
    text = kml(placemark("a", WEST, ((10, 10), (20, 10), (20, 20))), f"<Folder>{placemark('b', EAST)}</Folder>")
    odd = (
        "<Polygon>",
        "</Placemark>",
        "NaN",
        ",",
        "&#xD800;",
        "<coordinates>1,2",
        "1e999 ",
        "<![CDATA[",
        "<kml>" * 9_000,
    )
    for _ in range(dice.choice((0, 1, 3))):
        place = dice.randrange(len(text))
        text = text[:place] + dice.choice(odd) + text[place + dice.choice((0, 1, 30)) :]
    return text


def _changed(dice: Random, data: bytes) -> bytes:
    """Bytes that are other, missing, doubled or cut."""
    new = bytearray(data)
    for _ in range(dice.choice((0, 1, 2, 8))):
        place, many = dice.randrange(len(new) or 1), dice.choice((1, 4, 8, 100))
        how = dice.randrange(5)
        if how == 0:
            new[place : place + 1] = bytes([dice.randrange(256)])
        elif how == 1:
            new[place : place + 4] = struct.pack(dice.choice("<>") + "I", dice.choice(EDGES))
        elif how == 2:
            new[place : place + 8] = struct.pack("<d", dice.choice((float("nan"), float("inf"), 1e300, -1e18, 0.0)))
        elif how == 3:
            del new[place : place + many]
        else:
            new[place:place] = new[place : place + many]
    return bytes(new[: dice.randrange(len(new))]) if new and dice.random() < 0.1 else bytes(new)


def _change_one(dice: Random, path: Path) -> None:
    """The file, or one of those beside it, with other bytes, or without them."""
    chosen = dice.choice([path, path, *sorted(path.parent.glob("a.*"))])
    if chosen != path and dice.random() < 0.2:
        chosen.unlink()
    else:
        chosen.write_bytes(_changed(dice, chosen.read_bytes()))


def _pack(dice: Random, path: Path) -> None:
    _table(dice).to_file(path.parent / "b.shp")
    with zipfile.ZipFile(
        path, "w", dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA))
    ) as archive:
        for part in sorted(path.parent.glob("b.*")):
            data = part.read_bytes()
            archive.writestr(part.name, _changed(dice, data) if dice.random() < 0.4 else data)
        if dice.random() < 0.1:
            archive.writestr(dice.choice(("../c.kml", "/c.kml", "c.kml", "c.geojson")), _kml(dice))
    if dice.random() < 0.4:
        path.write_bytes(_changed(dice, path.read_bytes()))


def _rewrite(dice: Random, path: Path) -> None:
    """A GeoPackage with odd values in its tables."""
    with closing(sqlite3.connect(path)) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        blob = database.execute("SELECT geom FROM a LIMIT 1").fetchone()[0]
        for _ in range(dice.choice((1, 1, 2))):
            changes = (
                ("UPDATE a SET geom = ? WHERE fid = 1", (_changed(dice, blob),)),
                ("UPDATE a SET name = ?", (dice.choice((None, "", "a", 5, b"\xff", "=1")),)),
                ("UPDATE gpkg_geometry_columns SET srs_id = ?", (dice.choice((0, -1, 4326, 99_999, None)),)),
                (
                    "UPDATE gpkg_spatial_ref_sys SET definition = ?, organization = 'x'",
                    (dice.choice(("", "GEOGCS[", "é" * 9)),),
                ),
                ("UPDATE gpkg_contents SET table_name = ?", (dice.choice(("b", "", 'a"', "sqlite_master", None)),)),
                ("UPDATE gpkg_geometry_columns SET column_name = ?", (dice.choice(("b", "", "name", 7)),)),
                ("ALTER TABLE a ADD COLUMN big GENERATED ALWAYS AS (zeroblob(900000000)) VIRTUAL", ()),
                ("DROP TABLE gpkg_spatial_ref_sys", ()),
            )
            with suppress(sqlite3.Error, UnicodeEncodeError):
                database.execute(*dice.choice(changes))
        database.commit()
