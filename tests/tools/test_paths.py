from pathlib import Path

import pytest

from tools.paths import file_stem, is_file, is_folder


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "/".join(["deep"] * 3000)])
def test_a_path_that_cannot_be_is_no_file_and_no_folder(name):
    assert not is_file(Path(name))
    assert not is_folder(Path(name))


def test_files_and_folders_are_told_apart(tmp_path):
    (tmp_path / "file").touch()
    assert is_folder(tmp_path)
    assert not is_file(tmp_path)
    assert is_file(tmp_path / "file")
    assert not is_folder(tmp_path / "file")


def test_names_of_files_hold_no_path():
    assert file_stem("../Field 7/b: ndvi") == "_Field_7_b_ndvi"
    assert file_stem("Größe-7", 5) == "Größe"
