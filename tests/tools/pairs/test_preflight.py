"""Pair cards in notebooks."""

import shutil
from dataclasses import replace

import pytest
import rasterio

from tools.pairs import preflight
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect


def test_a_card_is_shown_as_a_table_of_both_dates(workspace):
    card = workspace.card(workspace.pair())
    told = card._repr_html_()
    assert "<th>before</th><th>after</th>" in told
    assert "<td>before.tif</td><td>after.tif</td>" in told
    assert "<td>2018-05-04</td><td>2021-06-19</td>" in told
    assert "<td>256 x 256 px, 3 x uint8</td>" in told
    assert '<th scope="row">CRS</th><td>EPSG:32614</td>' in told
    assert "<td>0.5 m</td>" in told
    assert card == inspect(workspace.pair())


def test_names_and_warnings_from_files_are_escaped(workspace):
    card = workspace.card(workspace.pair())
    name = "<img src=x onerror=alert(1)>.tif"
    html = replace(card, before=replace(card.before, file=name), warnings=("<script>",))._repr_html_()
    assert "<img" not in html
    assert "<script>" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;.tif" in html
    assert "<li>&lt;script&gt;</li>" in html


def test_what_is_not_known_is_said(workspace):
    card = replace(workspace.card(workspace.pair()), crs=None, bounds=None, resolution_m=None, area_m2=None, shift=None)
    told = card._repr_html_()
    assert "<td>not georeferenced</td>" in told
    assert told.count("<td>unknown</td>") == 3
    assert "<td>not known for sure</td>" in told


@pytest.fixture
def no_reading(monkeypatch):
    """Fails where pixels are compared one by one."""
    monkeypatch.setattr(preflight, "blocks", lambda _: pytest.fail("the pixels are read"))


def test_files_of_the_same_bytes_are_identical_without_reading_their_pixels(sample, tmp_path, no_reading):
    again = shutil.copy(sample.before, tmp_path / "again.tif")
    assert inspect(open_pair(sample.before, again)).identical


def test_files_of_other_bytes_are_compared_pixel_by_pixel(sample, tmp_path):
    with rasterio.open(sample.before) as file:
        pixels, profile = file.read(), file.profile | {"compress": "lzw"}
    for name, change in (("same.tif", 0), ("other.tif", 1)):
        pixels[0, -1, -1] += change
        with rasterio.open(tmp_path / name, "w", **profile) as file:
            file.write(pixels)
        assert inspect(open_pair(sample.before, tmp_path / name)).identical == (change == 0)


def test_of_very_large_images_nothing_is_claimed_that_was_not_compared(sample, tmp_path, monkeypatch, no_reading):
    monkeypatch.setattr(preflight, "MAX_COMPARED", 1_000)
    with rasterio.open(sample.before) as file:
        pixels, profile = file.read(), file.profile | {"compress": "lzw"}
    with rasterio.open(tmp_path / "same.tif", "w", **profile) as file:
        file.write(pixels)
    assert not inspect(open_pair(sample.before, tmp_path / "same.tif")).identical
