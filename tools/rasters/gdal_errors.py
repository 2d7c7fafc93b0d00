"""The one place where what GDAL reports of a file becomes our error, while it is opened and while it is read.

GDAL also complains of parts that nobody reads (further pages, overviews, EXIF). It keeps such a complaint, and rasterio
raises it at the next question, whatever that is; here it is taken as soon as the file is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import CRSError, RasterioError
from rasterio.windows import Window as FileWindow

from tools.errors import RasterError
from tools.notices import notice
from tools.rasters.gdal_warnings import without_gdal_warnings

GDAL_ERRORS: tuple[type[Exception], ...] = (RasterioError, CRSError, CPLE_BaseError, OSError)
"""What rasterio raises for files that GDAL cannot read; these have no root in common."""
READ_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError)
"""The same, while pixels are read: shapes that do not go together are a ValueError there."""
MAX_NAME_CHARS = 80
"""Characters of a file's name that are shown."""
MAX_COMPLAINTS = 16
"""Complaints of one file that are taken before it counts as damaged."""


@contextmanager
def gdal_errors(path: Path) -> Iterator[None]:
    """Turn what GDAL reports of a file into our error.

    Raises:
        RasterError: GDAL cannot read the file.
    """
    try:
        yield
    except GDAL_ERRORS as error:
        raise damaged(path) from error


@contextmanager
def opened(path: Path, driver: str, *, overviews: bool = True) -> Iterator[tuple[rasterio.DatasetReader, bool]]:
    """A file, read only by one driver, and whether GDAL complained of a part that is not read.

    Args:
        path: absolute.
        driver: the one GDAL driver that may read it.
        overviews: whether reading at a coarser resolution may use its overviews.

    Raises:
        RasterioError, CPLE_BaseError, OSError: GDAL cannot read it; `gdal_errors` turns them into ours.
    """
    options = {} if overviews else {"OVERVIEW_LEVEL": "NONE"}
    with without_gdal_warnings(), rasterio.open(path, driver=driver, **options) as source:
        yield source, _settled(source) > 0


def has_sound_overviews(path: Path, driver: str) -> bool:
    """Whether the last block of each overview can be read: a file that was cut short lacks them first.

    To be asked before the file is opened to be read: opening it anew makes GDAL forget what it complained of.

    Raises:
        RasterioError, CPLE_BaseError, OSError: as for `opened`.
    """
    with opened(path, driver) as (source, _):
        levels = len(source.overviews(1))
    try:
        for level in range(levels):
            with without_gdal_warnings(), rasterio.open(path, driver=driver, OVERVIEW_LEVEL=level) as overview:
                rows, columns = overview.block_shapes[0]
                top, left = (overview.height - 1) // rows * rows, (overview.width - 1) // columns * columns
                overview.read(1, window=FileWindow(left, top, overview.width - left, overview.height - top))
    except GDAL_ERRORS:
        return False
    return True


def damage_notes(path: Path, *, complains: bool, overviews: bool) -> Iterator[str]:
    """Notes on damage that does not concern the pixels.

    Args:
        path: the file.
        complains: whether GDAL complained of a part that is not read.
        overviews: whether its overviews can be read.
    """
    if not overviews:
        yield notice(
            "overviews-damaged",
            "The overviews of {name} are damaged or cut short; its pixels are read without them.",
            name=shown(path),
        )
    elif complains:
        yield notice(
            "metadata-damaged",
            "{name} is damaged beside its pixels, in its metadata or in further pages; its pixels are read.",
            name=shown(path),
        )


@contextmanager
def warp_errors(name: str) -> Iterator[None]:
    """Turn what is raised where a file cannot be warped into our error; rasterio raises it without a kind of its own.

    Raises:
        RasterError: the coordinates of the file cannot be brought onto another grid.
    """
    try:
        yield
    except RuntimeError as error:
        raise RasterError(
            f"{name} cannot be brought onto another grid from its CRS; warp it first: gdalwarp -t_srs EPSG:3857."
        ) from error


def damaged(path: Path) -> RasterError:
    """The error for a file that GDAL cannot read."""
    return RasterError(
        notice(
            "file-damaged",
            "{name} is damaged or cut short and cannot be read; copy or download it again.",
            name=shown(path),
        )
    )


def shown(path: Path) -> str:
    """A file's name on one line: truncated, and without characters that break, reverse or hide text."""
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in path.name or str(path))
    return name if len(name) <= MAX_NAME_CHARS else f"{name[: MAX_NAME_CHARS - 21]}…{name[-20:]}"


def _settled(source: rasterio.DatasetReader) -> int:
    """Ask what makes GDAL read all directories, until it complains no more; the number of complaints."""
    for complaints in range(MAX_COMPLAINTS):
        with suppress(CPLE_BaseError):
            _ask(source)
            return complaints
    _ask(source)
    return MAX_COMPLAINTS


def _ask(source: rasterio.DatasetReader) -> None:
    for band in source.indexes:
        source.overviews(band)
    for name in ("subdatasets", "mask_flag_enums", "descriptions", "nodatavals", "colorinterp"):
        getattr(source, name)
    source.tags()
