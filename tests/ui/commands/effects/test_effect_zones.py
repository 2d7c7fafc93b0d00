"""`terradelta effect-zones` as a person runs it."""

import json

import pytest

from tools.benchmarks.zones.simulated_programme import Programme, simulated, write_world
from ui.cli import run

SETS = ("--covariates", "sequence=path_*,road,slope", "--covariates", "image=now_*,road,slope")


@pytest.fixture
def zones(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_world(tmp_path / "zones.gpkg", simulated(Programme(side=16), 1))


def command(*more):
    return run(["effect-zones", "zones.gpkg", "--outcome", "forest_kept", "--treatment", "programme", *more])


def test_words_and_files(zones, tmp_path, capsys):
    assert command(*SETS, "--id", "zone", "--out", "eff") == 0
    told = capsys.readouterr().out
    assert "Over 256 zones" in told
    assert "Sets of covariates side by side" in told
    assert {path.name for path in (tmp_path / "eff").iterdir()} == {
        "zone-effects.png", "zone-effects.csv", "zone-effects.gpkg",
    }  # fmt: skip
    assert (tmp_path / "eff" / "zone-effects.csv").read_text(encoding="utf-8").startswith("zone,treated,outcome")


def test_json(zones, capsys):
    assert command(*SETS, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["learner"]) for one in told["scores"]][:2] == [("sequence", "X"), ("sequence", "T")]
    assert set(told["average"]) == {"mean", "deviation", "low", "high"}


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (("--covariates", "castle"), "no column castle"),
        (("--covariates", "a="), "no set of covariates"),
        (("--covariates", "a=road", "--covariates", "a=slope"), "each name once"),
        (("--covariates", "road", "--probability", "slope"), "between 0 and 1"),
    ],
)
def test_bad_input_is_one_sentence(zones, capsys, more, complaint):
    assert command(*more) == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1
