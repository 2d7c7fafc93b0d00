"""What zones are called: by a column that names each once, else by their number in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.errors import AreaError
from tools.polygons.features import text
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import FilePolygon, PolygonLayer

PREFERRED = ("name", "id", "label", "code")
NAME_LIKE = re.compile(r"name|title|label|(?:^|_)(?:no|num|number|key|ref)$|(?:id|nr|code)$")
"""Columns that name things, in the order of the file, where none of the preferred ones does."""
COUNTED = ("fid", "ogc_fid", "gid", "objectid")
"""Columns in which a program has numbered the features; of use where nothing else is."""
MAX_TOLD = 12


def names(source: PolygonSource, layer: PolygonLayer) -> list[str]:
    """A name for each feature of a layer.

    Raises:
        AreaError: the column that was asked for does not exist, or names two polygons alike.
    """
    polygons = [feature for feature in layer.features if feature.shape is not None]
    if source.id_column is None:
        column = next((one for one in _candidates(polygons) if _is_unique(polygons, one)), None)
    else:
        column = _asked(source, source.id_column, polygons)
    return [_name(feature, column) for feature in layer.features]


def _candidates(polygons: Sequence[FilePolygon]) -> list[str]:
    columns = _columns(polygons)
    exact = [column for wanted in PREFERRED for column in columns if column.lower() == wanted]
    like = [column for column in columns if NAME_LIKE.search(column.lower()) and column not in exact]
    return exact + sorted(like, key=lambda column: column.lower() in COUNTED)


def _columns(polygons: Sequence[FilePolygon]) -> list[str]:
    """All columns, in the order in which they come up."""
    return list(dict.fromkeys(column for feature in polygons for column in feature.attributes))


def _is_unique(polygons: Sequence[FilePolygon], column: str) -> bool:
    values = {_text(feature, column) for feature in polygons}
    return "" not in values and len(values) == len(polygons)


def _asked(source: PolygonSource, wanted: str, polygons: Sequence[FilePolygon]) -> str:
    columns = _columns(polygons)
    found = [one for one in columns if one == wanted] or [one for one in columns if one.lower() == wanted.lower()]
    if not found:
        listed = ", ".join(columns[:MAX_TOLD]) or "none"
        raise AreaError(f"{source.path.name} has no column {wanted!r} to name the zones by; it has {listed}.")
    first: dict[str, int] = {}
    for feature in polygons:
        name = _text(feature, found[0])
        if name and first.setdefault(name, feature.number) != feature.number:
            raise AreaError(
                f"The column {found[0]} of {source.path.name} names the features {first[name]} and {feature.number} "
                f"alike ({name}); name another column with --id, or join them in QGIS."
            )
    return found[0]


def _name(feature: FilePolygon, column: str | None) -> str:
    if column is None:
        return str(feature.number)
    return _text(feature, column) or f"feature {feature.number}"


def _text(feature: FilePolygon, column: str) -> str:
    """An attribute as a name; whole numbers without decimals, as tables in which one cell is empty have them."""
    value = feature.attributes.get(column)
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else text(str(value))
