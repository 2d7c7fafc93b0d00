"""Decodes a whole file once in a process of its own, with limits, before it is opened in one that others share.

For files of people who are not known: what a decoder does to its process (memory, time, a crash) stays there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from rasterio._err import CPLE_OutOfMemoryError
from rasterio.windows import Window as FileWindow

from tools.errors import RasterError
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.gdal_errors import damaged, gdal_errors, opened, shown

SECONDS = 60.0
"""Of one file, in the process's own time and by the clock."""
MEGABYTES = 2048
"""Of address space."""
MEGAPIXELS = 400.0
"""Of one file, all bands counted once."""
REFUSED = 3
"""Exit code of a process that has refused the file with a sentence."""


def check_decodable(
    path: Path, seconds: float = SECONDS, megabytes: int = MEGABYTES, megapixels: float = MEGAPIXELS
) -> None:
    """Check a file by decoding every band of it, block by block, in a process that is ended when it takes too much.

    Args:
        path: of an image file.
        seconds: how long that may take.
        megabytes: how much memory it may take.
        megapixels: how large the image may be; larger ones are refused before they are decoded.

    Raises:
        RasterError: it cannot be opened, is damaged anywhere, is too large, takes too much time or memory, or crashes
            its decoder.
    """
    command = [sys.executable, "-P", "-c", CHILD, str(path), str(seconds), str(megabytes), str(megapixels)]
    environment = {name: os.environ[name] for name in KEPT if name in os.environ} | SMALL
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter with our own module
            command, capture_output=True, timeout=seconds + STARTING_S, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(path, seconds) from error
    if done.returncode == REFUSED:
        raise RasterError(done.stdout.decode("utf-8", "replace").strip())
    if -done.returncode in TIMED_OUT:
        raise _too_slow(path, seconds)
    if done.returncode:
        raise damaged(path)


KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "GDAL_DATA", "PROJ_DATA", "PROJ_LIB")
"""Of the environment; no key or password is handed to a process that decodes what strangers give."""
SMALL = {"PYTHONUTF8": "1", "GDAL_CACHEMAX": "64", "GDAL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
CHILD = "import sys; from tools.rasters.checked_decoding import decode; decode(*sys.argv[1:])"
STARTING_S = 20.0
"""Seconds that starting Python may take beside."""
TIMED_OUT = (24, 9)
"""Signals by which the system ends a process that has used up its time: SIGXCPU, then SIGKILL."""


def decode(path: str, seconds: str, megabytes: str, megapixels: str) -> None:
    """What the process does; it prints a sentence and exits with `REFUSED` where the file is refused."""
    _limit(float(seconds), int(megabytes))
    try:
        _read_all(Path(path), float(megapixels))
    except (MemoryError, RasterError) as error:
        too_much = f"{shown(Path(path))} takes more than {megabytes} MB to decode; save it anew, tiled and smaller."
        _refuse(too_much if _is_for_want_of_memory(error) else str(error))


def _read_all(path: Path, megapixels: float) -> None:
    from tools.rasters.opener import open_source

    source = open_source(path)
    if source.height * source.width > megapixels * 1e6:
        raise RasterError(
            f"{source.name} is {source.width} x {source.height} px; here images of up to {megapixels:,g} million "
            "pixels can be opened: cut out the part of interest."
        )
    with gdal_errors(path), opened(source.path, source.driver, overviews=source.has_overviews) as (file, _):
        if source.driver != "GTiff":
            file.read()  # at once: no part can be decoded by itself
            return
        side = max(READ_BLOCK, *file.block_shapes[0])
        for band in file.indexes:
            for window in blocks(source.size, side):
                file.read(band, window=FileWindow(window.left, window.top, window.width, window.height))


def _is_for_want_of_memory(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, (MemoryError, CPLE_OutOfMemoryError)):
        error = error.__cause__ or error.__context__
    return error is not None


def _limit(seconds: float, megabytes: int) -> None:
    """Limit this process, where the system can: its time, its memory, and that it writes no file."""
    try:
        import resource
    except ImportError:  # only POSIX has it; elsewhere the clock alone limits
        return
    most = {
        resource.RLIMIT_CPU: (int(seconds) + 1, int(seconds) + 3),
        resource.RLIMIT_AS: (megabytes * 2**20, megabytes * 2**20),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, limits in most.items():
        resource.setrlimit(kind, limits)


def _refuse(sentence: str) -> NoReturn:
    sys.stdout.buffer.write(sentence.encode("utf-8", "replace"))
    sys.stdout.flush()
    sys.exit(REFUSED)


def _too_slow(path: Path, seconds: float) -> RasterError:
    return RasterError(f"{shown(path)} takes longer than {seconds:g} s to decode; save it anew, tiled and smaller.")
