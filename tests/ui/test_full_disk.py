"""A disk that fills up: one sentence, nothing half-written, and the next run goes on."""

import json
import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
pytestmark = pytest.mark.slow

CLIENT = """
import json, resource, signal, sys
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from ui.cli import run

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
before, after, folder, *rooms = sys.argv[1:]


def detect(out, limit):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    with redirect_stderr(StringIO()) as told:
        code = run(["detect", before, after, "--out", str(out)])
    return {"code": code, "stderr": told.getvalue(), "left": {
        str(path): path.stat().st_size for path in out.rglob("*") if path.is_file()
    }}


runs = {room: [detect(Path(folder) / room, limit) for limit in (int(room), 10**9)] for room in rooms}
Path(folder, "runs.json").write_text(json.dumps(runs), encoding="utf-8")
"""
ROOMS = ("3000", "60000", "90000")


@pytest.fixture(scope="module")
def runs(sample, tmp_path_factory):
    """For each limit a run that it stops, and one without it; all in one process, which takes seconds to start.

    A limit on the size of a file stands for the full disk: writing fails at the same places.
    """
    folder = tmp_path_factory.mktemp("disk")
    command = [sys.executable, "-c", CLIENT, sample.before, sample.after, folder, *ROOMS]
    subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, check=True)
    return json.loads((folder / "runs.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(runs, room):
    stopped, again = runs[room]
    assert stopped["code"] == 2
    assert "could not be read or written" in stopped["stderr"].strip().splitlines()[-1]
    assert "Traceback" not in stopped["stderr"]
    names = [path.rpartition("/")[2] for path in stopped["left"]]
    assert not [name for name in names if name.startswith(".")]
    assert all(size < int(room) for size in stopped["left"].values())
    assert again["code"] == 0, again["stderr"]
    assert any(path.endswith("pair1/record.json") for path in again["left"])
