"""GeoPackages as layers, read with SQLite alone: tables, never views, which may be programs without an end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyproj import CRS

from tools.notices import reason_of
from tools.polygons.coordinate_systems import degrees, from_code, from_wkt
from tools.polygons.features import DamagedFileError, DamagedShapeError, Feature, Layer, attribute
from tools.polygons.file_content import FileContent
from tools.polygons.formats.wkb import DAMAGED, from_wkb

MAX_LAYERS, MAX_COLUMNS = 1_000, 2_000
MAX_CELL = 200_000_000
"""Bytes of one value."""
STEPS, MAX_ROUNDS = 1_000_000, 5_000
"""SQLite looks up every so many of its steps, and stops after so many times."""
HEADER, ENVELOPES = 8, {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Bytes of a shape's header, and of its bounding box by the code for it."""
LAYERS = (
    "SELECT contents.table_name, shapes.column_name, shapes.srs_id FROM gpkg_contents contents "
    "JOIN gpkg_geometry_columns shapes ON shapes.table_name = contents.table_name "
    "WHERE contents.data_type = 'features' LIMIT ?"
)
SYSTEM = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ? LIMIT 1"
TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE"


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    shape_column: str
    columns: tuple[str, ...]


def layers(content: FileContent) -> Iterator[Layer]:
    """The layers that are tables of features.

    Raises:
        DamagedFileError: it is damaged, no GeoPackage, or has views alone.
    """
    with _damage_told(), closing(_opened(content)) as database:
        _restrict(database)
        yield from _layers(database)


@contextmanager
def _damage_told() -> Iterator[None]:
    """What SQLite finds wrong becomes a damaged file."""
    try:
        yield
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise DamagedFileError(
            "it is damaged, or locked by another program; close it there, or save it again"
        ) from error


def _opened(content: FileContent) -> sqlite3.Connection:
    if content.path is not None:
        # Without a log of unfinished changes beside it nothing is written next to somebody's file.
        is_in_use = Path(f"{content.path}-wal").exists()
        how = "mode=ro" if is_in_use else "mode=ro&immutable=1"
        return sqlite3.connect(f"{content.path.resolve().as_uri()}?{how}", uri=True)
    data = bytearray(content.read())
    data[18:20] = b"\x01\x01"  # a copy in memory has no log beside it
    database = sqlite3.connect(":memory:")
    database.deserialize(bytes(data))
    return database


def _restrict(database: sqlite3.Connection) -> None:
    """Bounds for time and memory, and no functions that the file asks for."""
    rounds = iter(range(MAX_ROUNDS))
    database.set_progress_handler(lambda: int(next(rounds, None) is None), STEPS)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")


def _layers(database: sqlite3.Connection) -> Iterator[Layer]:
    if not all(
        _is_table(database, name) for name in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")
    ):
        raise DamagedFileError("it is a database, but no GeoPackage")
    listed = database.execute(LAYERS, (MAX_LAYERS,)).fetchall()
    names = [row[0] for row in listed if isinstance(row[0], str)]
    if names and not any(_is_table(database, name) for name in names):
        raise DamagedFileError("its layers are views, which are not run; save them as layers of their own in QGIS")
    for name, column, system in listed:
        if isinstance(name, str) and isinstance(column, str) and _is_table(database, name):
            table = _Table(name, column, _columns(database, name, column))
            yield Layer(name, _crs(database, system), _features(database, table))


def _is_table(database: sqlite3.Connection, name: str) -> bool:
    """Whether it is a table with rows of its own, not a view nor one that a module computes."""
    return bool(database.execute(TABLE, (name,)).fetchone()[0])


def _columns(database: sqlite3.Connection, table: str, shape_column: str) -> tuple[str, ...]:
    """Columns of attributes but for those that are computed; the one of shapes must be there."""
    rows = database.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 LIMIT ?", (table, MAX_COLUMNS))
    names = [row[0] for row in rows]
    if shape_column.lower() not in (name.lower() for name in names):
        raise DamagedFileError(f"its layer {table} lacks the column of shapes")
    return tuple(name for name in names if name.lower() != shape_column.lower())


def _crs(database: sqlite3.Connection, system: object) -> CRS | None:
    row = database.execute(SYSTEM, (system,)).fetchone()
    if row is None or system in (0, -1, None):
        return None
    organization, code, definition = row
    if (str(organization).upper(), code) == ("EPSG", 4326):
        return degrees()
    try:
        return from_code(f"{organization}:{code}")
    except DamagedFileError:
        return from_wkt(definition) if isinstance(definition, str) and definition != "undefined" else None


def _features(database: sqlite3.Connection, table: _Table) -> Iterator[Feature]:
    wanted = ", ".join(_quoted(name) for name in (table.shape_column, *table.columns))
    with _damage_told():  # rows are read outside of `layers`, by who takes the features
        for number, row in enumerate(database.execute(f"SELECT {wanted} FROM {_quoted(table.name)}"), 1):  # noqa: S608
            yield _feature(number, row, table.columns)


def _quoted(name: str) -> str:
    """A name as SQL has it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def _feature(number: int, row: Sequence[object], columns: Sequence[str]) -> Feature:
    attributes = {str(attribute(name)): attribute(value) for name, value in zip(columns, row[1:], strict=True)}
    try:
        return Feature(number, None if row[0] is None else from_wkb(_body(row[0])), attributes)
    except DamagedShapeError as problem:
        return Feature(number, None, attributes, reason_of(problem))


def _body(blob: object) -> bytes:
    """The well-known binary in a GeoPackage's shape."""
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < HEADER:
        raise DamagedShapeError(DAMAGED)
    envelope = ENVELOPES.get(blob[3] >> 1 & 7)
    if envelope is None:
        raise DamagedShapeError(DAMAGED)
    return blob[HEADER + envelope :]
