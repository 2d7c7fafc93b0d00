"""Files that appear whole or not at all, and what killed processes leave behind."""

import os
import subprocess
import sys

import pytest

from tools.atomic_files import atomic_write, partial_path, remove_leftovers

DEAD = """
import os, sys
from pathlib import Path
from tools.atomic_files import atomic_write

def half(partial):
    partial.write_bytes(b"half")
    partial.with_name(f"{partial.name}.ovr.tmp").write_bytes(b"half")
    os.kill(os.getpid(), 9)

atomic_write(Path(sys.argv[1]), half)
"""


def test_what_fails_leaves_nothing(tmp_path):
    def fail(partial):
        partial.write_bytes(b"half")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        atomic_write(tmp_path / "a.tif", fail)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there no process is asked whether it lives")
@pytest.mark.parametrize("below", ["", "pair1", "pair1/seen-0"])
def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path, below):
    folder = tmp_path / below
    subprocess.run([sys.executable, "-c", DEAD, str(folder / "probability.tif")], check=False)
    assert len(list(folder.iterdir())) == 2
    alive = partial_path(folder / "change.tif")
    elsewhere = folder / ".change.1-00000000.partial.tif"
    own = folder / ".notes.partial"
    for kept in (alive, elsewhere, own):
        kept.write_bytes(b"half")
    remove_leftovers(tmp_path)
    assert {path for path in folder.iterdir() if path.is_file()} == {alive, elsewhere, own}


def test_a_folder_that_is_not_there_has_none(tmp_path):
    remove_leftovers(tmp_path / "none")
