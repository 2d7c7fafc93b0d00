"""Charts and tables of places."""

import csv

import numpy as np
from PIL import Image

from tests.factories.over_time.series import days
from tools.series.places.chart import gaps, write_chart, write_table
from tools.series.places.place_changes import fitted_place
from tools.series.places.place_series import PlaceSeries

WHEN = tuple(days(30))


def place(break_at=None, missing=()):
    values = [0.6 - 0.3 * (break_at is not None and n >= break_at) + 0.01 * (n % 3) for n in range(30)]
    told = tuple(None if n in missing else value for n, value in enumerate(values))
    return PlaceSeries("=field", WHEN, told, tuple(0.0 if n in missing else 1.0 for n in range(30)), 10)


def drawn(path, series):
    write_chart(path, series, fitted_place(series, 0.1), "ndvi", "NDVI of a field")
    return np.asarray(Image.open(path).convert("RGB")).astype(int)


def near(pixels, colour):
    return (np.abs(pixels - colour).sum(axis=2) < 40).sum()


def test_a_break_is_marked_and_a_gap_is_shaded(tmp_path):
    vermilion, shade = (0xD5, 0x5E, 0x00), (0xEC, 0xEC, 0xEA)
    plain = drawn(tmp_path / "plain.png", place())
    broken = drawn(tmp_path / "broken.png", place(15, missing=range(20, 26)))
    assert near(plain, vermilion) < 20 < near(broken, vermilion)
    assert near(broken, shade) > near(plain, shade) + 1000


def test_gaps_are_those_that_are_long_against_the_usual_distance():
    assert gaps(place()) == []
    assert gaps(place(missing=range(20, 26))) == [(WHEN[19], WHEN[26])]
    assert gaps(place(missing=range(30))) == []


def test_the_table_leaves_gaps_empty_and_names_as_text(tmp_path):
    write_table(tmp_path / "table.csv", [place(missing=(0,))])
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {"place": "'=field", "date": WHEN[0], "value": "", "clear_share": "0.0000"}
    assert rows[1]["value"] == "0.61000"
    assert len(rows) == 30
