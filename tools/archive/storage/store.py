"""The Chroma store of an archive: opened, locked, and what goes wrong with it told in plain words. Knows no cells.

Chroma keeps vectors, captions and what is known of each cell in one SQLite file, which a killed process or a full disk
leaves whole. Its own index files they do not leave whole: torn ones end the process that reads them. So Chroma is told
never to finish these (SYNC_NEVER), and searching rests on `tools.archive.storage.table`, which is quicker, too.
"""

from __future__ import annotations

import json
import shlex
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from tools.atomic_files import atomic_write
from tools.errors import ArchiveError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

FORMAT = 1
"""Changes when archives of older versions must not be taken up."""
FOLDER, FILE, CHECKED, LOCK = "chroma", "chroma.sqlite3", "checked.json", "writer.lock"
BROKEN = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises of a damaged file, and Python of a damaged text in it."""
PANIC = "PanicException"
"""What Chroma raises where its Rust part gives up; it is no Exception, and cannot be imported."""
PATIENCE = 5.0
"""Seconds that another program may hold the file: Chroma itself would wait for ever."""
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
"""All that could reach a network or another store: the environment may say otherwise."""
MIN_FREE = 8_000_000
"""Bytes of a disk below which a store that cannot be written is put down to it."""
_door = threading.Lock()
"""Chroma counts who uses a folder, but not safely where threads come and go."""


@dataclass(frozen=True, slots=True)
class Makers:
    """Whose vectors and captions an archive holds: those of others cannot be compared with them."""

    embedder: str
    embedder_sha256: str
    dimensions: int
    eyes: str
    eyes_sha256: str

    def to_metadata(self) -> dict[str, Any]:
        """As it is kept with a collection."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_metadata(cls, folder: Path, told: Any) -> Makers:
        """Read what `to_metadata` told.

        Raises:
            ArchiveError: another version made it, or it is no archive.
        """
        told = dict(told or {})
        if "format" in told and told["format"] != FORMAT:
            raise ArchiveError(
                f"{folder} was made by another version of this program (form {told['format']}). {anew(folder)}"
            )
        try:
            values = {field.name: told[field.name] for field in fields(cls)}
            return cls(**(values | {"dimensions": int(values["dimensions"])}))
        except (KeyError, TypeError, ValueError) as error:
            raise ArchiveError(f"{folder} holds a store, but no archive of pairs; choose another folder.") from error


def anew(folder: Path) -> str:
    """How to build an archive again, with what there is now."""
    return f"Build a new one from its pairs: terradelta index add {shlex.quote(f'{folder}-new')} {typed(folder)}"


def typed(folder: Path) -> str:
    """A folder as it is typed in a command."""
    return shlex.quote(str(folder))


@contextmanager
def trying_to_write(folder: Path) -> Iterator[bool]:
    """Whether this is the one that writes now; that ends with the process, however the process ends."""
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
    """Be the one that writes.

    Raises:
        ArchiveError: another one writes.
    """
    with trying_to_write(folder) as mine:
        if not mine:
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
    """The store, made if there is none; closed in the end.

    Raises:
        ArchiveError: it is damaged, in use, or cannot be written.
    """
    if exists(folder):
        _check(folder)
    with in_plain_words(folder):
        client = _client(folder / FOLDER)
        try:
            yield client
        finally:
            with _door:
                client.close()  # type: ignore[attr-defined]  # the client has it, its interface has not
    with suppress(OSError):  # then it is looked through again next time
        told = json.dumps(_stamp(folder))
        atomic_write(folder / FOLDER / CHECKED, lambda partial: partial.write_text(told, encoding="utf-8"))


def _client(path: Path) -> ClientAPI:
    from chromadb import PersistentClient
    from chromadb.config import Settings

    path.mkdir(parents=True, exist_ok=True)
    with _door:
        return PersistentClient(str(path), Settings(**SETTINGS))


def collection(client: ClientAPI, name: str, told: dict[str, Any]) -> Collection:
    """A collection, made with `told` if there is none; vectors are always given, nothing is ever embedded by Chroma."""
    # Of "cosine" Chroma would give back rows brought to length 1, and a cell's row holds three vectors of that length.
    index: Any = {"hnsw": {"space": "l2", "sync_threshold": SYNC_NEVER}}
    return client.get_or_create_collection(name, configuration=index, metadata=told, embedding_function=None)


def check_whole(folder: Path) -> None:
    """See that the file is one of SQLite's, without opening Chroma; whoever holds it may go on.

    Raises:
        ArchiveError: it is damaged.
    """
    try:
        with _looking(folder, "ro", 0.0) as file:
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BROKEN as error:
        if "locked" not in str(error):
            raise _told(folder, str(error)) from error


def _check(folder: Path) -> None:
    """Look through the file before Chroma opens it, which waits for ever for one that is held, and panics if damaged.

    What was written since by this program alone is not looked through again.
    """
    try:
        with _looking(folder, "rw", PATIENCE) as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute("ROLLBACK")
            if _checked(folder) == _stamp(folder):
                return
            (found,) = file.execute("PRAGMA integrity_check(1)").fetchone()
    except BROKEN as error:
        raise _told(folder, str(error)) from error
    if found != "ok":
        raise _told(folder, "malformed")


@contextmanager
def _looking(folder: Path, mode: str, patience: float) -> Iterator[sqlite3.Connection]:
    path = (folder / FOLDER / FILE).absolute()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=patience)) as file:
        file.isolation_level = None
        yield file


def _stamp(folder: Path) -> list[int]:
    state = (folder / FOLDER / FILE).stat()
    return [state.st_size, state.st_mtime_ns]


def _checked(folder: Path) -> object:
    """The stamp of the file when it was last known to be whole."""
    try:
        return json.loads((folder / FOLDER / CHECKED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Turn what Chroma raises into a sentence.

    Raises:
        ArchiveError: for whatever Chroma raises.
    """
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise _told(folder, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        _forget(folder / FOLDER)
        raise _told(folder, "malformed") from error


def _forget(path: Path) -> None:
    """Let Chroma open a folder anew: what it has kept of it is broken."""
    from chromadb.api.shared_system_client import SharedSystemClient

    with _door:
        SharedSystemClient._identifier_to_system.pop(str(path), None)
        SharedSystemClient._identifier_to_refcount.pop(str(path), None)


def _told(folder: Path, why: str) -> ArchiveError:
    plain = why.lower()
    if "locked" in plain or "busy" in plain:
        return ArchiveError(f"Another program holds the store of {folder}; close it, then run the command again.")
    if any(words in plain for words in ("malformed", "not a database", "codec can't decode")):
        return ArchiveError(f"The store of {folder} is damaged ({why}). {anew(folder)}")
    if any(words in plain for words in ("readonly", "read-only", "unable to open", "permission")):
        return ArchiveError(f"The store of {folder} cannot be written; check the rights of the folder.")
    if shutil.disk_usage(folder).free < MIN_FREE:
        return ArchiveError(
            f"The disk that {folder} lies on is full; free some room and run the command again: it goes on where it "
            "was."
        )
    return ArchiveError(
        f"The store of {folder} could not be read or written ({why}). If the disk is full, free some room and run the "
        f"command again: it goes on where it was. If not, the store is damaged. {anew(folder)}"
    )
