"""How rasters are opened everywhere: without warnings of what is ordinary here, without files beside them."""

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


@contextmanager
def without_gdal_warnings() -> Iterator[None]:
    """A picture without a place is an ordinary input here, not something to warn of; from any number of threads."""
    _enter()
    try:
        told = {"GDAL_PAM_ENABLED": "NO", "GDAL_TIFF_INTERNAL_MASK": "YES"}
        with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR", **told):
            yield
    finally:
        _leave()


def _enter() -> None:
    """Filters belong to the process, not to a thread: the first one in sets them, the last one out puts them back."""
    global _inside, _filters
    with _lock:
        if not _inside:
            _filters = warnings.catch_warnings()
            _filters.__enter__()
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
        _inside += 1


def _leave() -> None:
    global _inside
    with _lock:
        _inside -= 1
        if not _inside:
            _filters.__exit__(None, None, None)
