"""Pixels of BigEarthNet: one GeoTIFF per band, or one LMDB with a safetensors dictionary per patch.

BigEarthNet-S2/TILE/PATCH/PATCH_B02.tif    (version 2; version 1 has no TILE) 120, 60 or 20 pixels a side
data.mdb                                   as rico-hdl writes it: patch name -> {"B02": (120, 120) uint16, ...}

Clasen et al. 2025, "reBEN", arXiv 2407.03653, and the README of its converter rico-hdl.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load

from tools.errors import DatasetFolderError, RasterError
from tools.landcover.datasets.scene import Numbers
from tools.rasters.opener import open_source
from tools.sensors.registry import SENSORS

SENSOR = SENSORS["sentinel-2-l2a"]
Stored = tuple[dict[str, Numbers], str]
"""(bands by name, SHA-256 of the stored bytes)."""


class Patches(Protocol):
    """Pixels of patches by name."""

    def present(self) -> set[str]:
        """Names of the patches that are present."""

    def read(self, name: str) -> Stored:
        """All bands of a patch.

        Raises:
            RasterError: it is damaged.
        """


class PatchFolder:
    """One GeoTIFF per band."""

    def __init__(self, folder: Path, *, tiles: bool) -> None:
        self.folder, self._tiles = folder, tiles

    def present(self) -> set[str]:
        """See `Patches`."""
        inside = [path for path in self.folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
        if not self._tiles:
            return {path.name for path in inside}
        return {path.name for tile in inside for path in tile.iterdir() if not path.name.startswith(".")}

    def read(self, name: str) -> Stored:
        """See `Patches`."""
        folder = self.folder / name.rsplit("_", 2)[0] / name if self._tiles else self.folder / name
        digest, bands = hashlib.sha256(), {}
        for band in SENSOR.bands:
            path = folder / f"{name}_{band.name}.tif"
            source = open_source(path)
            with source.reading() as file:
                bands[band.name] = file.read(1)
            digest.update(path.read_bytes())
        return bands, digest.hexdigest()


class PatchDatabase:
    """One LMDB."""

    def __init__(self, folder: Path) -> None:
        """Open it; nothing is written, not even a lock.

        Raises:
            DatasetFolderError: lmdb is not installed, or the file is no LMDB.
        """
        try:
            import lmdb
        except ImportError as error:
            raise DatasetFolderError("LMDB is read by lmdb: pip install 'terradelta[eval]'.") from error
        try:
            self._file: Any = lmdb.open(str(folder), readonly=True, lock=False, create=False, readahead=False)
        except lmdb.Error as error:
            raise DatasetFolderError(f"{folder} cannot be read as an LMDB; copy or download data.mdb again.") from error

    def present(self) -> set[str]:
        """See `Patches`; keys that are not UTF-8 match no patch."""
        with self._file.begin() as inside, inside.cursor() as cursor:
            return {bytes(key).decode("utf-8", "replace") for key in cursor.iternext(keys=True, values=False)}

    def read(self, name: str) -> Stored:
        """See `Patches`."""
        with self._file.begin() as inside:
            stored = bytes(inside.get(name.encode()) or b"")
        try:
            bands = load(stored)
        except (SafetensorError, ValueError, KeyError) as error:
            raise RasterError(f"{name} is not stored as safetensors; make the LMDB again with rico-hdl.") from error
        return {band: np.asarray(values) for band, values in bands.items()}, hashlib.sha256(stored).hexdigest()
