"""How a person names polygons: a file, one of its layers, and the column that names the zones. Opens nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

ENDINGS = (".geojson", ".json", ".gpkg", ".shp", ".kml", ".kmz", ".zip", ".fgb", ".parquet", ".geoparquet")
"""Of files that hold polygons, as their names tell; what is in them decides how they are read."""
KINDS = "GeoJSON, GeoPackage, Shapefile (or its ZIP), KML, KMZ, FlatGeobuf or GeoParquet"
LAYER = re.compile(r"\|layer(?:name)?=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PolygonSource:
    """A polygon file, as `FILE` or `FILE|layer=NAME`; `layername`, which QGIS writes, means the same."""

    path: Path
    layer: str | None = None
    id_column: str | None = None
    """The column that names the zones; None: the first that looks like one."""

    @classmethod
    def named(cls, text: str, id_column: str | None = None) -> PolygonSource:
        """The source that a person has written."""
        path, *layer = LAYER.split(text, maxsplit=1)
        return cls(Path(path), layer[0].strip("\"' ") if layer else None, id_column)

    @property
    def name(self) -> str:
        """The file's name, and the layer where one was chosen."""
        return self.path.name if self.layer is None else f"{self.path.name}|layer={self.layer}"

    @property
    def stem(self) -> str:
        """The file's name without ending, and the layer, as part of file names."""
        return self.path.stem if self.layer is None else re.sub(r"[^\w-]", "_", f"{self.path.stem}-{self.layer}")

    def at(self, path: Path) -> PolygonSource:
        """The same in a file elsewhere."""
        return replace(self, path=path)

    def __str__(self) -> str:
        return str(self.path) if self.layer is None else f"{self.path}|layer={self.layer}"


def is_polygon_file(text: str) -> bool:
    """Whether polygons are given as a file, not as numbers."""
    return PolygonSource.named(text).path.suffix.lower() in ENDINGS
