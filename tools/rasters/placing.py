"""Where an image lies: by its own georeference, else by the world file and the .prj beside it, which are read as text.

No file is opened by GDAL here, and no path in a file is followed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import rasterio
from affine import Affine
from pyproj import CRS
from pyproj.exceptions import CRSError, ProjError

from tools.errors import RasterError
from tools.notices import notice
from tools.rasters.georeference import Georeference

FINEST_M = 0.001
"""Ground size of a pixel, metres, below which a geotransform is taken for an error."""
ENDINGS = {".tif": ("tfw", "tifw"), ".tiff": ("tfw", "tiffw"), ".png": ("pgw", "pngw"), ".jpg": ("jgw", "jpgw")}
ENDINGS |= {".jpeg": ("jgw", "jpegw"), ".webp": ("wpw", "webpw")}
ANY_IMAGE = ("wld",)
SRS = re.compile(r"<SRS\b[^>]*>([^<]+)</SRS>")
MAX_BYTES = 65_536
"""A longer file is no world file and no CRS."""


def check_transform(name: str, source: rasterio.DatasetReader) -> None:
    """Refuse georeferences by control points or RPCs alone, and degenerate geotransforms.

    Raises:
        RasterError: it is one of these; the text tells the way out.
    """
    points, _ = source.gcps
    if source.transform.is_identity and points:
        raise RasterError(f"{name} is placed by control points; warp it first: gdalwarp -tps in.tif out.tif.")
    if source.transform.is_identity and source.rpcs is not None:
        raise RasterError(f"{name} is placed by RPCs; orthorectify it first: gdalwarp -rpc -to RPC_DEM=dem.tif.")
    numbers = tuple(source.transform)[:6]
    if not all(map(math.isfinite, numbers)) or source.transform.determinant == 0:
        raise RasterError(f"{name}: its geotransform holds no real grid; set it anew with gdal_edit.py -a_ullr.")


def placed(name: str, path: Path, source: rasterio.DatasetReader) -> Georeference | None:
    """The file's georeference, or that of the world file and the .prj beside a file without one.

    Raises:
        RasterError: it does not lie on the earth, or its pixels are impossibly fine.
    """
    grid = _told_transform(path) if source.transform.is_identity else source.transform
    crs = None if grid is None else _own_crs(source) or _told_crs(path)
    if grid is None or crs is None:
        return None
    return _on_earth(name, Georeference(crs, grid, source.height, source.width))


def _on_earth(name: str, grid: Georeference) -> Georeference:
    """The georeference, once it is known to lie on the earth."""
    try:
        area, side = grid.area, grid.resolution_m
    except ProjError:
        area = side = math.inf
    if not (math.isfinite(area) and math.isfinite(side)):
        raise RasterError(f"{name}: its CRS cannot be brought onto the earth; assign the right one with gdal_edit.py.")
    if side < FINEST_M:
        raise RasterError(
            f"{name}: its pixels would be {side:.2g} m wide; set its place anew with gdal_edit.py -a_ullr."
        )
    return grid


def place_notes(name: str, path: Path, source: rasterio.DatasetReader, place: Georeference | None) -> Iterator[str]:
    """Whether files beside an image that tell its place were used."""
    if source.crs is not None and not source.transform.is_identity:
        return
    if place is not None:
        yield notice(
            "placed-beside",
            "{name} does not tell where it lies; it is placed by the world file or .prj beside it.",
            name=name,
        )
    elif _world_file(path) is not None:
        yield notice(
            "world-file-alone",
            "The world file beside {name} does not place it, since no readable .prj beside it tells the CRS; write "
            "it into the file: gdal_translate -a_srs EPSG:CODE {name} placed.tif.",
            name=name,
        )


def _own_crs(source: rasterio.DatasetReader) -> str | None:
    """The file's own CRS, as an authority code or WKT."""
    if source.crs is None:
        return None
    authority = source.crs.to_authority()
    return ":".join(authority) if authority else str(source.crs.to_wkt())


def _world_file(image: Path) -> Path | None:
    """The world file beside an image; None where there is none."""
    endings = (*ENDINGS.get(image.suffix.lower(), ()), *ANY_IMAGE)
    names = [spelt for ending in endings for spelt in (ending, ending.upper())]
    beside = [image.with_suffix(f".{name}") for name in names]
    return next((path for path in beside if path.is_file()), None)


def _told_transform(image: Path) -> Affine | None:
    """The transform of the world file beside an image, whose six lines place the centre of the first pixel."""
    beside = _world_file(image)
    try:
        numbers = [float(word.replace(",", ".")) for word in ("" if beside is None else _text(beside)).split()]
    except ValueError:
        return None
    if len(numbers) != 6 or not all(map(math.isfinite, numbers)):
        return None
    a, d, b, e, x, y = numbers
    grid = Affine(a, b, x - (a + b) / 2, d, e, y - (d + e) / 2)
    return grid if grid.determinant else None


def _told_crs(image: Path) -> str | None:
    """The CRS of the .prj or .aux.xml beside an image, as an authority code or WKT; None where none can be read."""
    texts = [_text(image.with_suffix(ending)) for ending in (".prj", ".PRJ")]
    texts += [unescape(text) for text in SRS.findall(_text(image.with_name(f"{image.name}.aux.xml")))]
    for text in filter(None, map(str.strip, texts)):
        try:
            crs = CRS.from_wkt(text)
        except CRSError:
            continue
        authority = crs.to_authority(min_confidence=90)
        return ":".join(authority) if authority else str(crs.to_wkt())
    return None


def _text(path: Path) -> str:
    """The file's text; empty where there is none, it is too long or cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ""
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
