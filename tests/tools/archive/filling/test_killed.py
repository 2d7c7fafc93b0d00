"""Killed at any moment, or out of room, an archive stays whole, and the next run adds what is missing, once."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.tools.archive import small_archive
from tests.tools.archive.small_archive import ColourEmbedder, ColourEyes, fill, write_pair
from tests.tools.killing import PROJECT, kill
from tools.archive import inform, open_archive, search
from tools.archive.storage import writer
from tools.archive.storage.store import opened

pytestmark = pytest.mark.slow

resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")

PAIRS = 8
HERE = "from tests.tools.archive.filling.test_killed import"


class SlowEyes(ColourEyes):
    def see(self, before, after):
        time.sleep(0.2)
        return super().see(before, after)


def stop(archive):
    """Say that the moment has come, and do nothing any more."""
    (archive / "stopped").touch()
    time.sleep(600)


def work(archive, pairs, moment):
    """What a client does until it is killed."""
    archive, store, table = Path(archive), writer.add_cells, writer.write_segment
    calls = []

    def stored(*given):
        store(*given)
        calls.append(1)
        if len(calls) == 3:
            stop(archive)

    def written(path, part):
        table(path, part)
        path.with_name(f".{path.stem}.1.partial.npz").write_bytes(path.read_bytes()[:1000])
        calls.append(1)
        if len(calls) == 3:
            stop(archive)

    if moment == "storing":
        writer.add_cells = stored
    if moment == "writing the table":
        writer.FLUSH, writer.write_segment = 1, written
    fill(archive, Path(pairs), ColourEmbedder(), SlowEyes())


@pytest.fixture
def pairs(tmp_path):
    for number in range(PAIRS):
        colour = list(small_archive.COLOURS)[number % 3]
        write_pair(tmp_path / "pairs", f"pair{number}", colour, size=(64, 300), square=20 + number)
    return tmp_path / "pairs"


def told(archive):
    """All that an archive holds, in an order that does not depend on when it was added."""
    table = open_archive(archive).table
    rows = sorted(range(len(table)), key=lambda row: table.cell(row).id)
    return [table.cell(row) for row in rows], np.stack([table.vector(row) for row in rows])


def in_store(archive):
    with opened(archive) as client:
        return client.get_collection("cells-00000", embedding_function=None).get()["ids"]


@pytest.mark.parametrize("moment", ["looking", "storing", "writing the table"])
def test_after_a_kill_what_is_missing_is_added_once(pairs, begin, tmp_path, moment):
    archive = tmp_path / "archive"
    process = begin(f"import sys; {HERE} work; work(*sys.argv[1:])", archive, pairs, moment)
    pictures, stopped = archive / "thumbnails", archive / "stopped"
    kill(process, lambda: stopped.exists() or (moment == "looking" and len(list(pictures.rglob("*.png"))) >= 5))
    survived = in_store(archive)
    assert 2 <= len(survived) < 2 * PAIRS
    assert len(open_archive(archive).table) == len(survived), "what survived can be searched"

    embedder = ColourEmbedder()
    result = fill(archive, pairs, embedder)
    assert result.failed == 0
    assert embedder.predictor.looks == 2 * PAIRS - len(survived), "only what is missing is looked at"
    ids = in_store(archive)
    assert len(ids) == len(set(ids)) == 2 * PAIRS
    assert result.cells_in_archive == 2 * PAIRS
    assert not list(archive.rglob(".*.partial*"))
    fill(tmp_path / "undisturbed", pairs)
    (cells, vectors), (others, expected) = told(archive), told(tmp_path / "undisturbed")
    assert cells == others
    assert np.allclose(vectors, expected, rtol=0, atol=1e-7)
    assert all(open_archive(archive).thumbnail(cell.id).is_file() for cell in cells)


def test_killed_again_and_again_it_ends(pairs, begin, tmp_path):
    archive = tmp_path / "archive"
    for turn in range(1, 4):
        process = begin(f"import sys; {HERE} work; work(*sys.argv[1:])", archive, pairs, "looking")
        kill(process, lambda turn=turn: len(list((archive / "thumbnails").rglob("*.png"))) >= 3 * turn)
    assert fill(archive, pairs).cells_in_archive == 2 * PAIRS
    ids = in_store(archive)
    assert len(ids) == len(set(ids)) == 2 * PAIRS


FULL = f"""
import resource, signal, sys
from pathlib import Path
{HERE} ColourEmbedder, fill
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from ui.error_table import explain
try:
    fill(Path(sys.argv[2]), Path(sys.argv[3]))
except Exception as error:
    told = explain(error)
    print(told.exit_code, told.sentence)
"""


@pytest.mark.parametrize("room", [1_000, 150_000, 260_000, 320_000])
def test_a_full_disk_is_a_sentence_and_the_archive_stays_usable(pairs, tmp_path, room):
    """A limit on the size of a file stands for the full disk: writing fails at the same places."""
    archive = tmp_path / "archive"
    for number in range(PAIRS, 60):
        write_pair(pairs, f"more{number:02d}")
    command = [sys.executable, "-c", FULL, str(room), str(archive), str(pairs)]
    stopped = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, timeout=120)
    assert stopped.stdout.startswith("2 ")
    assert "disk is full" in stopped.stdout or "free space" in stopped.stdout
    assert not list(archive.rglob(".*.partial*"))
    if room > 260_000:
        kept = inform(open_archive(archive)).cells
        assert kept >= 1
        assert len(search(open_archive(archive), ColourEmbedder(), "red", k=1000).found) == kept
    result = fill(archive, pairs)
    assert result.failed == 0
    assert result.cells_in_archive == 2 * PAIRS + 52
    assert len(set(in_store(archive))) == 2 * PAIRS + 52
