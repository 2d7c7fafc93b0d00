"""Coordinate reference systems as files name them. No network, no files of grids."""

from __future__ import annotations

import re

from pyproj import CRS
from pyproj.exceptions import ProjError

from tools.polygons.features import DamagedFileError

CODE = re.compile(
    r"^(?:urn:(?:x-)?ogc:def:crs:|https?://www\.opengis\.net/def/crs/)?([A-Z]{3,5})[:/](?:[\w.]*[:/])?(\w{1,12})$",
    re.IGNORECASE,
)
"""A code as EPSG:32633, urn:ogc:def:crs:OGC:1.3:CRS84, or its address at opengis.net, which is not opened."""
FILE_NAME = re.compile(r"PARAMETERFILE\[|nadgrids=(?!@null)|geoidgrids=|file=", re.IGNORECASE)
MAX_WKT = 64_000
MAX_SHOWN = 60
WAY_OUT = "assign one in QGIS and save it again"


def degrees() -> CRS:
    """Longitude and latitude on WGS 84, in this order."""
    return CRS.from_authority("OGC", "CRS84")


def from_code(name: object) -> CRS:
    """The CRS of a code.

    Raises:
        DamagedFileError: it is no code of a CRS that is known.
    """
    found = CODE.match(name) if isinstance(name, str) else None
    if found is None:
        raise DamagedFileError(f"it does not name its CRS by a code such as EPSG:32633; {WAY_OUT}")
    try:
        return CRS.from_authority(*(part.upper() for part in found.groups()))
    except ProjError as error:
        raise DamagedFileError(f"its CRS {str(name)[:MAX_SHOWN]!r} is not known; {WAY_OUT}") from error


def from_wkt(wkt: str) -> CRS:
    """The CRS of a definition in WKT.

    Raises:
        DamagedFileError: it is no WKT, or names files.
    """
    if len(wkt) > MAX_WKT or FILE_NAME.search(wkt):
        raise DamagedFileError(f"the definition of its CRS is too long or names other files; {WAY_OUT}")
    try:
        return CRS.from_wkt(wkt)
    except (ProjError, UnicodeError) as error:
        raise DamagedFileError(f"the definition of its CRS is damaged; {WAY_OUT}") from error
