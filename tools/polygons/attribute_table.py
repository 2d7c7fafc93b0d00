"""Rows of a table that a person gives: a CSV file, or the features of a vector file with whatever shapes they have."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from pyproj import CRS
from shapely.errors import ShapelyError

from tools.errors import AreaError
from tools.paths import is_file
from tools.polygons.features import MAX_FEATURES, Attribute, DamagedFileError, Feature, Layer, attribute, text
from tools.polygons.file_content import MAX_TEXT_BYTES, OnDisk
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import layers_of
from tools.rasters.gdal_errors import shown

DELIMITERS = ",;\t"


def read_table(source: PolygonSource) -> Layer:
    """The rows of a file, as features; those of a CSV file have no shape.

    Args:
        source: a CSV file with a header, or a vector file as `tools.polygons.reading` reads it; of several layers the
            first one, where none is named.

    Returns:
        The layer, with its features read; numbers of CSV files are numbers, empty cells None.

    Raises:
        AreaError: the file is missing, of no known kind, damaged or empty.
    """
    name = shown(source.path)
    if not is_file(source.path):
        raise AreaError(f"{name} was not found; check the path and the spelling.")
    try:
        layer = _of_csv(source.path) if source.path.suffix.lower() == ".csv" else _of_vectors(source)
    except (DamagedFileError, ShapelyError) as error:
        raise AreaError(f"{name} cannot be read as a table: {error}.") from error
    except OSError as error:
        raise AreaError(f"{name} cannot be read ({error.strerror}); check the path and its permissions.") from error
    if not layer.features:
        raise AreaError(f"{name} holds no row; save it again with its rows.")
    return layer


def _counted(layer: Layer) -> Iterator[Feature]:
    for number, feature in enumerate(layer.features, 1):
        if number > MAX_FEATURES:
            raise DamagedFileError(f"it holds more than {MAX_FEATURES:,} rows")
        yield feature


def _of_vectors(source: PolygonSource) -> Layer:
    wanted = source.layer
    for layer in layers_of(OnDisk(source.path)):
        if wanted is None or layer.name.lower() == wanted.lower():
            return Layer(layer.name, layer.crs, tuple(_counted(layer)))  # read while the file is open
    raise DamagedFileError(f"it has no layer {wanted!r}" if wanted else "it has no layer")


def _of_csv(path: Path) -> Layer:
    try:
        content = OnDisk(path).read(MAX_TEXT_BYTES).decode("utf-8-sig")
        head = content.partition("\n")[0]
        delimiter = max(DELIMITERS, key=head.count)
        rows = list(csv.DictReader(StringIO(content), delimiter=delimiter))
    except UnicodeDecodeError as error:
        raise DamagedFileError("it is not written in UTF-8; save it anew as CSV in UTF-8") from error
    except csv.Error as error:
        raise DamagedFileError(f"it is no CSV ({error})") from error
    crs: CRS | None = None
    return Layer(path.stem, crs, tuple(_row(number, row) for number, row in enumerate(rows, 1)))


def _row(number: int, cells: dict[str | None, str | list[str] | None]) -> Feature:
    named = {text(column): _value(value) for column, value in cells.items() if column is not None}
    return Feature(number, None, named)


def _value(cell: str | list[str] | None) -> Attribute:
    """A cell as a number where it is one, None where it is empty, else its text."""
    plain = (cell if isinstance(cell, str) else "").strip()
    if not plain:
        return None
    for kind in (int, float):
        try:
            return attribute(kind(plain))
        except ValueError:
            continue
    return text(plain.removeprefix("'"))
