"""`terradelta assess` as a person runs it."""

import json

import pytest

from tests.factories.assessment.assessed_maps import label_by_truth, write_map
from ui.cli import run


def printed(capsys, *arguments):
    assert run(["assess", *map(str, arguments)]) == 0
    return capsys.readouterr()


def test_plan_and_areas_print_what_the_contract_says(tmp_path, capsys):
    path, folder = write_map(tmp_path / "change.tif"), tmp_path / "sample"
    plan = json.loads(printed(capsys, "plan", path, "--standard-error", 0.03, "--out", folder, "--json").out)
    assert plan["points"] == sum(one["points"] for one in plan["strata"])
    assert set(plan["files"]) == {"sample.csv", "sample.gpkg", "sample.geojson", "plan.json"}
    label_by_truth(folder)
    areas = json.loads(printed(capsys, "areas", path, folder / "sample.csv", "--json").out)
    wanted = {"name", "mapped_m2", "adjusted_m2", "standard_error_m2", "users", "producers"}
    assert all(wanted <= row.keys() for row in areas["classes"])
    assert list(areas)[:2] == ["classes", "overall_accuracy"]
    assert 0.9 < areas["overall_accuracy"] <= 1


def test_in_words_the_files_stand_below_and_cautions_on_stderr(tmp_path, capsys):
    path, folder = write_map(tmp_path / "change.tif"), tmp_path / "sample"
    told = printed(capsys, "plan", path, "--standard-error", 0.03, "--out", folder, "--expect", "road=0.9")
    assert "before rare classes got more) for a standard error of 0.03" in told.out
    assert "90 % of it right: 50 points" in told.out
    label_by_truth(folder, but={1: ""})
    told = printed(capsys, "areas", path, folder)
    assert "Areas of change.tif with its errors taken out" in told.out
    assert str(folder / "areas.csv") in told.out
    assert "1 points of the sample have no label" in told.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["plan", "nothing.tif"], "was not found"),
        (["plan", "change.tif", "--standard-error", "0"], "none that a sample can have"),
        (["plan", "change.tif", "--expect", "road"], "no CLASS=ACCURACY"),
        (["plan", "change.tif", "--expect", "castle=0.8"], "no class 'castle'"),
        (["areas", "change.tif", "nothing.csv"], "was not found"),
        (["label", "nothing", "change.tif", "change.tif"], "plan.json"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path, monkeypatch, capsys, arguments, complaint):
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "change.tif")
    assert run(["assess", *arguments]) == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1
