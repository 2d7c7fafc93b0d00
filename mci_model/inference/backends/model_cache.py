"""Exported networks and what was found about them, kept in the user's cache folder. Knows no runtime.

A folder a network: weights, settings, the code of the architecture, torch. What is missing, damaged or foreign is made
anew; where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

import torch
from filelock import FileLock
from pydantic import Field, TypeAdapter

from mci_model import architecture
from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json
from mci_model.files.user_cache import user_cache
from mci_model.settings import NetworkSettings

FORMAT = 1
"""Changes when what other versions have kept must not be used."""
MOST_KEPT = 6
"""Exported networks, of some 26 MB; those that were made first go."""
Finite = Annotated[float, Field(allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found when a backend was first tried on this machine."""

    model_sha256: str
    """Of the exported network that was tried."""
    refused: str
    """Why it must not be used; empty: it computes what torch computes."""
    share_of_torch: Finite
    """Time of a window as a share of torch's, in one run on one core each."""


@cache
def _in_file() -> TypeAdapter[Verdict]:
    return TypeAdapter(Verdict)


def cache_folder() -> Path:
    """Where exported networks are kept."""
    return user_cache() / "backends"


class ModelCache:
    """The kept files of one network."""

    def __init__(self, weights: str, settings: NetworkSettings) -> None:
        """Keep nothing yet.

        Args:
            weights: SHA-256 of the weights.
            settings: of the network.
        """
        values = [FORMAT, weights, settings.to_json(), _code(), torch.__version__]
        self.folder = cache_folder() / hashlib.sha256(json.dumps(values).encode()).hexdigest()[:24]

    def can_be_written(self) -> bool:
        """Whether there is a folder to keep anything in."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return os.access(self.folder, os.W_OK)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one process at a time export and measure; without a lock where the folder cannot be written."""
        lock = FileLock(self.folder.with_suffix(".lock"))
        with suppress(OSError):
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        try:
            yield
        finally:
            lock.release(force=True)

    def model(self, make: Callable[[], bytes]) -> bytes:
        """The exported network, from its file if that is whole."""
        path, checksum = self.folder / "network.onnx", self.folder / "network.sha256"
        with suppress(OSError, UnicodeDecodeError):
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() == checksum.read_text(encoding="ascii").strip():
                return content
        content = make()
        self._remove_oldest()
        self._write(path, content)
        self._write(checksum, hashlib.sha256(content).hexdigest().encode())
        return content

    def verdict(self, identity: str) -> Verdict | None:
        """What was found about a backend; None: nothing that can be read."""
        try:
            return read_json(self._verdict_path(identity), _in_file())
        except JsonFileError:
            return None

    def keep(self, identity: str, verdict: Verdict) -> bool:
        """Keep what was found; return whether it could be written."""
        return self._write(self._verdict_path(identity), json.dumps(asdict(verdict)).encode())

    def _verdict_path(self, identity: str) -> Path:
        return self.folder / f"{identity.replace(' ', '-')}.json"

    def _write(self, path: Path, content: bytes) -> bool:
        partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(content)
            partial.replace(path)
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            return False
        return True

    def _remove_oldest(self) -> None:
        with suppress(OSError):
            others = [folder for folder in self.folder.parent.iterdir() if folder.is_dir() and folder != self.folder]
            others.sort(key=lambda folder: folder.stat().st_mtime)
            for folder in others[: max(0, len(others) + 1 - MOST_KEPT)]:
                shutil.rmtree(folder, ignore_errors=True)


@cache
def _code() -> str:
    """Digest of the code that computes the network: the same weights may be used otherwise by another version."""
    sources = sorted(path for root in architecture.__path__ for path in Path(root).rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
