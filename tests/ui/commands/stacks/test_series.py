"""`terradelta series` and `ask --series` as a person types them."""

import json

import pytest

from tests.factories.over_time.series import days, ndvi_folder, seasonal, zones_file
from ui import cli

WHEN = days(24)


@pytest.fixture
def folder(tmp_path):
    return ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN, break_on=WHEN[12]))


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


def test_json_holds_what_the_contract_names(capsys, folder, tmp_path):
    zones = zones_file(tmp_path / "zones.geojson")
    code, out, _ = run(
        capsys, "series", folder, "--index", "ndvi", "--zones", zones, "--id", "name", "--out", tmp_path / "o", "--json"
    )
    told = json.loads(out)
    assert code == 0
    assert list(told) == [
        "dates", "index", "clear_share", "suspect_dates", "layers", "changed_share", "zones", "method", "warnings"
    ]  # fmt: skip
    assert list(told["layers"]) == [
        "first_change", "largest_change", "last_change", "magnitude", "count", "clear", "slope", "p_value"
    ]  # fmt: skip
    assert told["dates"] == WHEN
    assert told["zones"][0]["id"] == "west"
    assert told["zones"][0]["breaks"][0]["date"] == WHEN[12]
    assert list(told["zones"][0]) == ["id", "breaks", "slope_per_year", "p_value", "clear_dates"]


def test_a_person_reads_sentences_and_where_the_files_are(capsys, folder, tmp_path):
    code, out, err = run(capsys, "series", folder, "--out", tmp_path / "o")
    assert code == 0
    assert out.startswith(f"NDVI at 24 dates from {WHEN[0]} to {WHEN[-1]}: 5")
    assert str(tmp_path / "o" / "series" / "ndvi-maps.png") in out
    assert "Warning: The numbers of the files are taken for NDVI x 10,000" in err


@pytest.mark.parametrize(("place", "needle"), [("west", "NDVI of west on 24"), ("0,0", "lies outside the images")])
def test_the_chart_is_of_the_place_that_is_named(capsys, folder, tmp_path, place, needle):
    zones = zones_file(tmp_path / "zones.geojson")
    _, out, err = run(capsys, "series", folder, "--zones", zones, "--place", place, "--out", tmp_path / "o")
    assert needle in out + err


def test_two_files_are_no_series_and_nothing_is_written(capsys, folder, tmp_path):
    code, out, err = run(capsys, "series", *sorted(folder.iterdir())[:2], "--out", tmp_path / "o")
    assert (code, out) == (2, "")
    assert "these are two; for two images use terradelta ask or detect" in err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("way", ["option", "files"])
def test_a_series_is_asked_about_in_plain_words(capsys, folder, tmp_path, way):
    what = ["--series", folder] if way == "option" else sorted(folder.iterdir())
    code, out, _ = run(capsys, "ask", *what, "When did it change?", "--out", tmp_path / "o")
    assert code == 0
    assert f"Most changed on {WHEN[12]}" in out
    code, out, _ = run(capsys, "ask", *what, "Show the chart.", "--continue", "--out", tmp_path / "o")
    assert code == 0
    assert "ndvi-whole.png" in out


def test_images_and_a_series_are_not_given_at_once(capsys, folder, tmp_path):
    code, _, err = run(capsys, "ask", "a.tif", "b.tif", "--series", folder, "When?", "--out", tmp_path / "o")
    assert code == 2
    assert "Give either BEFORE and AFTER, or --series" in err
