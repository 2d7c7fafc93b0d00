"""The Chroma store of an archive: opening, locking, and error messages. Knows no cells.

Chroma stores vectors, captions and metadata of each cell in one SQLite file, which survives killed processes and full
disks. Its own index files do not, and a torn one crashes the process that reads it. So Chroma is configured never to
write them (SYNC_NEVER), and searching uses `tools.archive.storage.table`, which is also faster.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json
from tools.atomic_files import atomic_write
from tools.errors import ArchiveError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

FORMAT = 1
"""Changes when archives of older versions must not be read."""
FOLDER, FILE, CHECKED, LOCK = "chroma", "chroma.sqlite3", "checked.json", "writer.lock"
DAMAGE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Exceptions of SQLite for a damaged file, and of Python for damaged text in it."""
PANIC = "PanicException"
"""Raised by Chroma's Rust code; it is no Exception, and cannot be imported."""
LOCK_TIMEOUT_S = 5.0
"""Seconds to wait for a file that another program locks: Chroma itself would wait for ever."""
SYNC_NEVER = 2**31 - 1
"""Rows after which Chroma would write its index files, and read them from then on."""
SETTINGS: dict[str, Any] = {
    "_env_file": None,
    "anonymized_telemetry": False,
    "chroma_otel_collection_endpoint": "",
    "chroma_api_impl": "chromadb.api.rust.RustBindingsAPI",
    "allow_reset": False,
    "migrations": "apply",
}
"""Settings that could reach a network or another store, fixed against environment variables."""
MIN_FREE_BYTES = 8_000_000
"""Free bytes of a disk below which a failed write is attributed to a full disk."""
_client_lock = threading.Lock()
"""Chroma's reference count of a folder is not thread-safe."""


@dataclass(frozen=True, slots=True)
class Makers:
    """The networks whose vectors and captions an archive holds: those of others are not comparable."""

    embedder: str
    embedder_sha256: str
    dimensions: int
    eyes: str
    eyes_sha256: str

    def to_metadata(self) -> dict[str, Any]:
        """As it is stored with a collection."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_metadata(cls, folder: Path, metadata: Any) -> Makers:
        """Read the result of `to_metadata`.

        Raises:
            ArchiveError: another version made it, or it is no archive.
        """
        metadata = dict(metadata or {})
        if "format" in metadata and metadata["format"] != FORMAT:
            raise ArchiveError(
                f"{folder} was made by another version of this program (form {metadata['format']}). "
                f"{rebuild_advice(folder)}"
            )
        try:
            return TypeAdapter(cls).validate_python({name: metadata.get(name) for name in cls.__slots__})
        except ValidationError as error:
            raise ArchiveError(f"{folder} holds a store, but no archive of pairs; choose another folder.") from error


def rebuild_advice(folder: Path) -> str:
    """A sentence on how to rebuild an archive with the present networks."""
    return f"Build a new one from its pairs: terradelta index add {shlex.quote(f'{folder}-new')} {shell_quoted(folder)}"


def shell_quoted(folder: Path) -> str:
    """A folder quoted for a shell command."""
    return shlex.quote(str(folder))


@contextmanager
def trying_to_write(folder: Path) -> Iterator[bool]:
    """Try to acquire the writer lock, which is released when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the writer lock.

    Raises:
        ArchiveError: another process holds it.
    """
    with trying_to_write(folder) as acquired:
        if not acquired:
            raise ArchiveError(
                f"Another terradelta is writing to {folder} now; wait until it is done, then run the command again. "
                "Searching works meanwhile."
            )
        yield


def exists(folder: Path) -> bool:
    """Whether there is a store in an archive's folder."""
    return (folder / FOLDER / FILE).is_file()


@contextmanager
def opened(folder: Path) -> Iterator[ClientAPI]:
    """The store, created if there is none; closed at the end.

    Raises:
        ArchiveError: it is damaged, in use, or cannot be written.
    """
    if exists(folder):
        _check(folder)
    with chroma_errors_as_archive_errors(folder):
        client = _client(folder / FOLDER)
        try:
            yield client
        finally:
            with _client_lock:
                client.close()  # type: ignore[attr-defined]  # missing in its interface
    with suppress(OSError):  # then it is checked again next time
        metadata = json.dumps(_stamp(folder))
        atomic_write(folder / FOLDER / CHECKED, lambda partial: partial.write_text(metadata, encoding="utf-8"))


def is_writable(folder: Path) -> bool:
    """Whether this program may write to an archive's folder and its store."""
    return all(os.access(path, os.W_OK) for path in (folder, folder / FOLDER, folder / FOLDER / FILE))


@contextmanager
def opened_to_read(folder: Path) -> Iterator[ClientAPI]:
    """The store, to be read; where it may not be written, a copy of it, since Chroma writes whatever it is asked.

    Raises:
        ArchiveError: as for `opened`.
    """
    if not exists(folder) or is_writable(folder):
        with opened(folder) as client:
            yield client
        return
    check_whole(folder)
    with TemporaryDirectory(prefix="terradelta-") as copy:
        shutil.copytree(folder / FOLDER, Path(copy) / FOLDER)
        (Path(copy) / FOLDER / FILE).chmod(0o600)
        with opened(Path(copy)) as client:
            yield client


def _client(path: Path) -> ClientAPI:
    from chromadb import PersistentClient
    from chromadb.config import Settings

    path.mkdir(parents=True, exist_ok=True)
    with _client_lock:
        return PersistentClient(str(path), Settings(**SETTINGS))


def collection(client: ClientAPI, name: str, metadata: dict[str, Any]) -> Collection:
    """A collection, created with `metadata` if there is none; Chroma never embeds anything itself."""
    # With "cosine" Chroma would normalise rows to length 1, and a cell's row holds three vectors of that length.
    index: Any = {"hnsw": {"space": "l2", "sync_threshold": SYNC_NEVER}}
    return client.get_or_create_collection(name, configuration=index, metadata=metadata, embedding_function=None)


def check_whole(folder: Path) -> None:
    """Check that the file is an SQLite file, without opening Chroma; a lock of another process is no error.

    Raises:
        ArchiveError: it is damaged.
    """
    try:
        with _sqlite(folder, "ro", 0.0) as file:
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DAMAGE_ERRORS as error:
        if "locked" not in str(error):
            raise _store_error(folder, str(error)) from error


def _check(folder: Path) -> None:
    """Check the file before Chroma opens it, which waits for ever for a locked file, and panics if it is damaged.

    A file that only this program has written since the last check is not checked again.
    """
    try:
        with _sqlite(folder, "rw", LOCK_TIMEOUT_S) as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute("ROLLBACK")
            if _checked(folder) == _stamp(folder):
                return
            (verdict,) = file.execute("PRAGMA integrity_check(1)").fetchone()
    except DAMAGE_ERRORS as error:
        raise _store_error(folder, str(error)) from error
    if verdict != "ok":
        raise _store_error(folder, "malformed")


@contextmanager
def _sqlite(folder: Path, mode: str, timeout_s: float) -> Iterator[sqlite3.Connection]:
    path = (folder / FOLDER / FILE).absolute()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=timeout_s)) as file:
        file.isolation_level = None
        yield file


def _stamp(folder: Path) -> list[int]:
    state = (folder / FOLDER / FILE).stat()
    return [state.st_size, state.st_mtime_ns]


def _checked(folder: Path) -> object:
    """The stamp of the file when it was last checked."""
    try:
        return read_json(folder / FOLDER / CHECKED, TypeAdapter(list[int]))
    except JsonFileError:
        return None


@contextmanager
def chroma_errors_as_archive_errors(folder: Path) -> Iterator[None]:
    """Convert exceptions of Chroma.

    Raises:
        ArchiveError: for any exception of Chroma.
    """
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise _store_error(folder, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        _forget(folder / FOLDER)
        raise _store_error(folder, "malformed") from error


def _forget(path: Path) -> None:
    """Remove a folder from Chroma's cache, whose state is broken."""
    from chromadb.api.shared_system_client import SharedSystemClient

    with _client_lock:
        SharedSystemClient._identifier_to_system.pop(str(path), None)
        SharedSystemClient._identifier_to_refcount.pop(str(path), None)


def _store_error(folder: Path, why: str) -> ArchiveError:
    lowered = why.lower()
    if "locked" in lowered or "busy" in lowered:
        return ArchiveError(f"Another program holds the store of {folder}; close it, then run the command again.")
    if any(words in lowered for words in ("malformed", "not a database", "codec can't decode")):
        return ArchiveError(f"The store of {folder} is damaged ({why}). {rebuild_advice(folder)}")
    if any(words in lowered for words in ("readonly", "read-only", "unable to open", "permission")):
        return ArchiveError(f"The store of {folder} cannot be written; check the rights of the folder.")
    if shutil.disk_usage(folder).free < MIN_FREE_BYTES:
        return ArchiveError(
            f"The disk that {folder} lies on is full; free some room and run the command again: it goes on where it "
            "was."
        )
    return ArchiveError(
        f"The store of {folder} could not be read or written ({why}). If the disk is full, free some room and run the "
        f"command again: it goes on where it was. If not, the store is damaged. {rebuild_advice(folder)}"
    )
