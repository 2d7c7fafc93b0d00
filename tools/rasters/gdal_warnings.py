"""The GDAL environment in which every raster is opened: no georeferencing warnings, no sidecar files."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import rasterio
from rasterio.errors import NotGeoreferencedWarning

_lock = threading.Lock()
_filters = warnings.catch_warnings()
_inside = 0
IGNORED = ("ignore", None, NotGeoreferencedWarning, None, 0)
"""The filter, as Python keeps it."""


@contextmanager
def without_gdal_warnings() -> Iterator[None]:
    """Images without georeference are ordinary input here and cause no warning; safe from any number of threads."""
    _enter()
    try:
        options = {"GDAL_PAM_ENABLED": "NO", "GDAL_TIFF_INTERNAL_MASK": "YES"}
        with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR", **options):
            yield
    finally:
        _leave()


def _enter() -> None:
    """Filters belong to the process, not to a thread: the first to enter sets them, the last to leave restores them.

    Libraries that set filters of their own in another thread put back what they found, which may be without ours, so
    each that enters sets them again.
    """
    global _inside, _filters
    with _lock:
        if not _inside:
            _filters = warnings.catch_warnings()
            _filters.__enter__()
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # in front, also where one behind it says otherwise
        _inside += 1


def _leave() -> None:
    global _inside
    with _lock:
        _inside -= 1
        if not _inside:
            _filters.__exit__(None, None, None)
