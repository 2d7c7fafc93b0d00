"""The store: refused with the way out where it cannot be used, made whole again where it can."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from tests.tools.archive.small_archive import ColourEmbedder, ColourEyes, fill, write_pair
from tools.archive import inform, make_archive, makers_of, open_archive, search
from tools.archive.storage import store as store_module
from tools.archive.storage.store import opened, writing
from tools.errors import ArchiveError


@pytest.fixture
def archive(tmp_path):
    for name, colour in (("one", "red"), ("two", "blue")):
        write_pair(tmp_path / "pairs", name, colour)
    fill(tmp_path / "archive", tmp_path / "pairs")
    return tmp_path / "archive"


@pytest.fixture
def database(archive):
    return archive / "chroma" / "chroma.sqlite3"


@contextmanager
def in_another_process(code, *arguments):
    """Run code that says a line when it has begun, until the block ends."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    try:
        yield
    finally:
        process.communicate("end\n")


HOLD = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN EXCLUSIVE")
print("begun", flush=True)
sys.stdin.readline()
"""
WRITE = """
import sys
from pathlib import Path
from tools.archive.storage.store import writing
with writing(Path(sys.argv[1])):
    print("begun", flush=True)
    sys.stdin.readline()
"""


def test_vectors_of_other_weights_are_refused_with_the_command_that_rebuilds(archive, tmp_path):
    other = ColourEmbedder("f" * 64)
    rebuilds = f"terradelta index add {archive}-new {archive}"
    for use in (lambda: search(open_archive(archive), other, "red"), lambda: fill(archive, tmp_path / "pairs", other)):
        with pytest.raises(ArchiveError, match="holds vectors of colours") as refused:
            use()
        assert rebuilds in str(refused.value)
        assert "dddddddddddd" in str(refused.value)
        assert "ffffffffffff" in str(refused.value)
    with pytest.raises(ArchiveError, match="captions and areas of colours") as refused:
        fill(archive, tmp_path / "pairs", eyes=ColourEyes("a" * 64))
    assert rebuilds in str(refused.value)
    assert inform(open_archive(archive)).cells == 2


def test_who_made_it_stands_in_the_store(archive):
    with opened(archive) as client:
        told = client.get_collection("cells-00000", embedding_function=None).metadata
    assert told == {
        "format": 1,
        "embedder": "colours",
        "embedder_sha256": "d" * 64,
        "dimensions": 16,
        "eyes": "colours",
        "eyes_sha256": "e" * 64,
    }


def test_chroma_embeds_nothing_and_finishes_no_index_file(archive):
    with opened(archive) as client:
        settings = client.get_settings()
        assert settings.anonymized_telemetry is False
        assert not settings.chroma_otel_collection_endpoint
        cells = client.get_collection("cells-00000", embedding_function=None)
        assert len(cells.get(include=["embeddings"])["embeddings"]) == 2
    assert not list(archive.rglob("index_metadata.pickle")), "with which Chroma would read the files beside it"


def test_an_environment_that_asks_for_a_server_is_not_heard(archive, monkeypatch):
    monkeypatch.setenv("CHROMA_API_IMPL", "chromadb.api.fastapi.FastAPI")
    monkeypatch.setenv("CHROMA_OTEL_COLLECTION_ENDPOINT", "http://198.51.100.7:4317")
    monkeypatch.setenv("ANONYMIZED_TELEMETRY", "True")
    with opened(archive) as client:
        assert client.count_collections() == 1
        assert not client.get_settings().chroma_otel_collection_endpoint


@pytest.mark.slow
def test_two_writers_at_once(archive, tmp_path):
    with in_another_process(WRITE, archive):
        with pytest.raises(ArchiveError, match=r"Another terradelta is writing to .* wait until it is done"):
            fill(archive, tmp_path / "pairs")
        assert len(search(open_archive(archive), ColourEmbedder(), "red").found) == 2, "searching goes on meanwhile"
    assert fill(archive, tmp_path / "pairs").kept == 2


def test_in_one_process_there_is_one_writer_too(archive):
    with writing(archive), pytest.raises(ArchiveError, match="Another terradelta"), writing(archive):
        pass


def test_a_store_that_another_program_holds(archive, database, tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "LOCK_TIMEOUT_S", 0.2)
    with in_another_process(HOLD, database):
        with pytest.raises(ArchiveError, match=r"Another program holds the store of .* close it"):
            fill(archive, tmp_path / "pairs")
        assert search(open_archive(archive), ColourEmbedder(), "red").found
    assert fill(archive, tmp_path / "pairs").kept == 2


def half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def page(path):
    path.write_bytes(b"<html>404</html>" * 500)


def torn(path):
    whole = bytearray(path.read_bytes())
    for start in range(8192, len(whole), 8192):
        whole[start : start + 4096] = bytes(4096)
    path.write_bytes(whole)


@pytest.mark.parametrize("spoil", [half, page, torn])
def test_a_damaged_store_names_the_way_out_which_works(archive, database, tmp_path, spoil):
    spoil(database)
    with pytest.raises(ArchiveError, match="damaged") as refused:
        fill(archive, tmp_path / "pairs")
    assert f"terradelta index add {archive}-new {archive}" in str(refused.value)
    result = fill(tmp_path / "new", archive)
    assert (result.added, result.cells_in_archive) == (2, 2)
    assert len(result.failures) == 1
    assert "notes of archive could not be taken over" in result.failures[0]


@pytest.mark.parametrize("spoil", [half, page])
def test_a_damaged_store_is_told_when_it_is_opened_to_search(archive, database, spoil):
    spoil(database)
    with pytest.raises(ArchiveError, match="damaged"):
        open_archive(archive)


def test_a_store_that_is_gone_is_not_made_anew(archive, database, tmp_path):
    database.unlink()
    for use in (lambda: open_archive(archive), lambda: fill(archive, tmp_path / "pairs")):
        with pytest.raises(ArchiveError, match=r"store of .* is gone"):
            use()
    assert fill(tmp_path / "new", archive).cells_in_archive == 2, "the table still tells which pairs there were"
    assert not database.exists()


def test_an_archive_of_another_version(archive, database):
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("UPDATE collection_metadata SET int_value = 99 WHERE key = 'format'")
    for path in (archive / "table").iterdir():
        path.unlink()
    with pytest.raises(ArchiveError, match=r"another version of this program \(form 99\)"):
        open_archive(archive)


def test_a_store_of_something_else_is_no_archive(archive, database):
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("DELETE FROM collection_metadata")
    for path in (archive / "table").iterdir():
        path.unlink()
    with pytest.raises(ArchiveError, match="holds a store, but no archive"):
        open_archive(archive)


def test_a_folder_without_an_archive(tmp_path):
    with pytest.raises(ArchiveError, match="no archive of pairs; make one: terradelta index add"):
        open_archive(tmp_path)


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), half, page])
def test_a_table_that_is_lost_or_damaged_follows_from_the_store(archive, spoil):
    before = search(open_archive(archive), ColourEmbedder(), "red")
    spoil(archive / "table" / "00000.npz")
    if not (archive / "table" / "00000.npz").exists():
        (archive / "table" / "made-by.json").unlink()
    assert search(open_archive(archive), ColourEmbedder(), "red") == before


def test_a_table_that_is_behind_follows_from_the_store(archive, tmp_path):
    path = archive / "table" / "00000.npz"
    older = path.read_bytes()
    write_pair(tmp_path / "pairs", "three", "red")
    fill(archive, tmp_path / "pairs")
    path.write_bytes(older)
    (archive / "table" / "behind").touch()
    assert len(open_archive(archive).table) == 3
    assert not (archive / "table" / "behind").exists()


def test_an_open_archive_follows_what_others_add(archive, tmp_path):
    reader = open_archive(archive)
    assert len(reader.table) == 2
    assert reader.table is reader.table, "files that have not changed are not read again"
    write_pair(tmp_path / "pairs", "three", "red")
    fill(archive, tmp_path / "pairs")
    assert len(reader.table) == 3


def test_a_full_collection_is_followed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.archive.storage.writer.SHARD", 2)
    for number in range(5):
        write_pair(tmp_path / "pairs", f"pair{number}")
    fill(tmp_path / "many", tmp_path / "pairs")
    names = sorted(path.name for path in (tmp_path / "many" / "table").glob("*.npz"))
    assert names == ["00000.npz", "00001.npz", "00002.npz"]
    write_pair(tmp_path / "pairs", "pair5")
    assert fill(tmp_path / "many", tmp_path / "pairs").kept == 5
    write_pair(tmp_path / "pairs", "pair6")
    assert fill(tmp_path / "many", tmp_path / "pairs").cells_in_archive == 7
    table = open_archive(tmp_path / "many").table
    assert len({table.cell(row).id for row in range(len(table))}) == 7
    assert len(table.segments) == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights(archive, tmp_path):
    (archive / "chroma").chmod(0o500)
    with pytest.raises((ArchiveError, OSError), match=r"chroma|[Pp]ermission|written"):
        fill(archive, tmp_path / "pairs")


@pytest.mark.parametrize("behind", [False, True])
def test_an_archive_that_may_not_be_written_is_searched_and_told_about(archive, monkeypatch, behind):
    expected = inform(open_archive(archive))
    if behind:
        (archive / "table" / "behind").touch()
    files = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    monkeypatch.setattr("tools.archive.storage.store.os.access", lambda *_: False)
    monkeypatch.setattr("tools.archive.storage.upkeep.opened", lambda _: pytest.fail("the store is opened"))
    opened = open_archive(archive)
    assert inform(opened) == expected
    assert search(opened, ColourEmbedder(), "red").found
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == files


def test_an_empty_archive_can_be_made(tmp_path):
    made = make_archive(tmp_path / "empty", makers_of(ColourEmbedder(), ColourEyes()))
    assert len(made.table) == 0
    assert inform(made).cells == 0
    with pytest.raises(ArchiveError, match="holds no pair yet; add some"):
        search(made, ColourEmbedder(), "red")
