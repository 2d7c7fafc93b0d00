import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.page.visiting.visitor_folders import LOCK, PREFIX, VisitorFolders

SERVE = """
import time
from ui.page.visiting.visitor_folders import VisitorFolders
folders = VisitorFolders()
print(folders.root, flush=True)
time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_the_folder_ends_with_its_server(temporary):
    folders = VisitorFolders()
    (folders.root / "upload.tif").write_text("x", encoding="utf-8")
    folders.close()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_server_left_is_deleted_by_the_next_and_what_a_living_one_uses_is_not(temporary):
    environment = os.environ | {"TMPDIR": str(temporary)}
    with subprocess.Popen([sys.executable, "-c", SERVE], stdout=subprocess.PIPE, env=environment, text=True) as other:
        left = Path(other.stdout.readline().strip())
        living = VisitorFolders()
        assert left.is_dir(), "the other server still uses it"
        other.kill()
    living.close()
    again = VisitorFolders()
    assert not left.exists()
    again.close()


def test_folders_of_others_and_links_are_left_alone(temporary, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / LOCK).touch()
    (temporary / f"{PREFIX}link").symlink_to(elsewhere)
    (temporary / f"{PREFIX}new").mkdir()
    VisitorFolders().close()
    assert (elsewhere / LOCK).exists()
    assert (temporary / f"{PREFIX}new").is_dir()
