"""A disk that fills up: one sentence, nothing half-written, and the next run goes on."""

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")

CLIENT = """
import resource, signal, sys
from ui.cli import run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(run(sys.argv[2:]))
"""


@pytest.mark.parametrize("room", [3_000, 60_000, 90_000])
def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(sample, tmp_path, room):
    """A limit on the size of a file stands for the full disk: writing fails at the same places."""
    arguments = ["detect", sample.before, sample.after, "--out", tmp_path / "o"]

    def detect(limit):
        command = [sys.executable, "-c", CLIENT, limit, *arguments]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)

    stopped = detect(room)
    assert stopped.returncode == 2
    assert "could not be read or written" in stopped.stderr.strip().splitlines()[-1]
    assert "Traceback" not in stopped.stderr
    left = [path for path in (tmp_path / "o").rglob("*") if path.is_file()]
    assert not [path.name for path in left if path.name.startswith(".")]
    assert all(path.stat().st_size < room for path in left)
    again = detect(10**9)
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "o" / "pair1" / "record.json").exists()
