"""The base model's file, put together from the parts of its packages."""

import hashlib

import pytest

from agent.errors import PlannerError
from agent.planning.parser import base_model as module
from agent.planning.parser.base_model import base_model
from mci_model.files.user_cache import FOLDER_VARIABLE

WHOLE = bytes(range(256)) * 40


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """Packages that hold a small file in parts, and an empty cache."""
    for number in range(1, module.PARTS + 1):
        folder = tmp_path / "packages" / module.PACKAGE.format(number)
        (folder / "data").mkdir(parents=True)
        share = len(WHOLE) // module.PARTS
        (folder / "data" / f"{module.FILE}.part0{number - 1}").write_bytes(WHOLE[(number - 1) * share :][:share])
    monkeypatch.setattr(module, "SHA256", hashlib.sha256(WHOLE).hexdigest())
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_parts", lambda: sorted((tmp_path / "packages").glob("*/data/*")))
    return tmp_path


def test_parts_are_put_together_once(parts):
    whole = base_model()
    assert whole.read_bytes() == WHOLE
    made = whole.stat().st_mtime_ns
    assert base_model().stat().st_mtime_ns == made


def test_a_file_cut_short_is_made_anew(parts):
    whole = base_model()
    whole.write_bytes(WHOLE[:100])
    assert base_model().read_bytes() == WHOLE


def test_other_parts_are_refused_and_leave_nothing(parts):
    next((parts / "packages").glob("*/data/*.part02")).write_bytes(b"x" * 2560)
    with pytest.raises(PlannerError, match="another file"):
        base_model()
    assert list((parts / "cache").iterdir()) == []


def test_missing_packages_are_named(monkeypatch):
    monkeypatch.setattr(module, "PACKAGE", "no_such_package_of_gemma_{}")
    with pytest.raises(PlannerError, match=r"terradelta\[parser\]"):
        base_model()


def test_a_cache_that_cannot_be_written_is_told(parts, monkeypatch):
    (parts / "file").touch()
    monkeypatch.setenv(FOLDER_VARIABLE, str(parts / "file"))
    with pytest.raises(PlannerError, match="user's cache"):
        base_model()
