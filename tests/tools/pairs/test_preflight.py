"""Pair cards in notebooks."""

from dataclasses import replace

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
