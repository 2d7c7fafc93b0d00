import json
import sqlite3

import pytest

from tests.kill_chain import differences


@pytest.fixture
def folders(tmp_path):
    for name, day, status in (("one", "2026-01-01", "done"), ("other", "2026-01-02", "kept")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "map.tif").write_bytes(b"pixels")
        record = {"made": day, "files": [{"path": "a.gpkg", "sha256": day}], "numbers": {"building.objects": 7}}
        (tmp_path / name / "record.json").write_text(json.dumps(record), encoding="utf-8")
        (tmp_path / name / "summary.csv").write_text(f"id,status,seconds\np1,{status},{day[-1]}\n", encoding="utf-8")
        with sqlite3.connect(tmp_path / name / "a.gpkg") as database:
            database.execute("CREATE TABLE gpkg_contents (last_change TEXT)")
            database.execute("INSERT INTO gpkg_contents VALUES (?)", (day,))
            database.execute("CREATE TABLE objects (id INTEGER)")
    return tmp_path / "one", tmp_path / "other"


def test_times_alone_are_no_difference(folders):
    assert list(differences(*folders)) == []


def test_a_missing_file_other_bytes_and_other_numbers_are_differences(folders):
    one, other = folders
    (one / "more.txt").write_text("only here", encoding="utf-8")
    (other / "map.tif").write_bytes(b"others")
    (other / "record.json").write_text(json.dumps({"numbers": {"building.objects": 6}}), encoding="utf-8")
    with sqlite3.connect(other / "a.gpkg") as database:
        database.execute("INSERT INTO objects VALUES (1)")
    assert list(differences(one, other)) == ["more.txt", "a.gpkg", "map.tif", "record.json"]
