"""`terradelta parcels`: what it prints and writes, and bad input in one sentence with the way out."""

import json

import pytest

from tests.factories.ground.land import CLEARING, land_dates, write_land
from tests.factories.ground.parcels import lattice
from ui.cli import run
from ui.error_table import BAD_INPUT, DONE


@pytest.fixture
def given(tmp_path):
    files = write_land(tmp_path / "files", land_dates(CLEARING))
    lattice().to_file(tmp_path / "parcels.gpkg", engine="pyogrio")
    return [*map(str, files), str(tmp_path / "parcels.gpkg"), "--id", "parcel_id", "--out", str(tmp_path / "out")]


def test_the_parcels_are_told_with_their_files(given, tmp_path, capsys):
    assert run(["parcels", *given, "--rule", "trees lost > 45 %", "-k", "2"]) == DONE
    told = capsys.readouterr().out
    assert "The largest shares: P11 with " in told
    assert "The rule (trees lost > 45 %) holds in 1 parcel" in told
    endings = {path.suffix for path in (tmp_path / "out").rglob("parcels-*")}
    assert endings == {".csv", ".png", ".gpkg", ".parquet"}


def test_one_object_of_json(given, capsys):
    assert run(["parcels", *given, "--kind", "trees", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["rows"][0]["parcel"] == "P11"
    assert told["parcels"] == 64
    assert len(told["files"]) == 4


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(["--rule", "vegetation"], "is no rule for parcels"), (["--kind", "gold"], "do not tell gold in parcels")],
)
def test_bad_input_is_one_sentence(given, capsys, arguments, reason):
    assert run(["parcels", *given, *arguments]) == BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    assert reason in told.err
