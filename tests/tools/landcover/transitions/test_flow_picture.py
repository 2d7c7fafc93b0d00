"""The picture of transitions: its geometry is held against the numbers, its text against what XML may hold."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.factories.transitions import ORACLE, Drawn, laid_out, tabulated
from tools.landcover.land_cover import CoverClass, Legend
from tools.landcover.transitions.flow_picture import GAP, LABEL_HEIGHT, MIN_HEIGHT, TOP, WIDTH, flow_picture
from tools.landcover.transitions.transitions import tabulate

SVG = "{http://www.w3.org/2000/svg}"
GROUNDS = ("forest", (0, 100, 0)), ("field", (240, 150, 255)), ("town", (250, 0, 0))
LEGEND = Legend("test", tuple(CoverClass(name, colour) for name, colour in GROUNDS), "nobody")


def drawn(found, legend=LEGEND):
    return ElementTree.fromstring(flow_picture(found, legend))


def bands(picture):
    """What each band tells, with its colour, opacity, and the heights of its two ends."""
    drawn_bands = {}
    for path in picture.iter(f"{SVG}path"):
        title = path.find(f"{SVG}title")
        if title is not None:
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d"))]
            left_top, right_top, right_end, left_end = numbers[1], numbers[7], numbers[8], numbers[14]
            drawn_bands[title.text.partition(":")[0]] = (
                path.get("fill"), float(path.get("fill-opacity")), left_top, left_end, right_top, right_end,
            )  # fmt: skip
    return drawn_bands


def bars(picture):
    """(left, top, height, colour) of each bar."""
    rows = [one for one in picture.iter(f"{SVG}rect") if one.get("x") is not None]
    return [(float(one.get("x")), float(one.get("y")), float(one.get("height")), one.get("fill")) for one in rows]


def texts(picture):
    return [one.text for one in picture.iter(f"{SVG}text")]


def test_bands_are_as_thick_as_their_shares_and_coloured_by_where_they_come_from(pair):
    found, _ = tabulated(pair, laid_out(ORACLE))
    told, tall = bands(drawn(found)), MIN_HEIGHT - 2 * GAP
    assert len(told) == 9
    for name, share in (("forest to field", 10 / 150), ("town to forest", 1 / 150), ("field, unchanged", 30 / 150)):
        _, _, left_top, left_end, right_top, right_end = told[name]
        assert left_end - left_top == pytest.approx(share * tall, abs=0.02)
        assert right_end - right_top == pytest.approx(share * tall, abs=0.02)
    assert told["forest to field"][0] == "#006400"
    assert told["town to forest"][0] == "#fa0000"
    assert told["forest, unchanged"][1] < told["forest to field"][1]


def test_bands_fill_their_bars_without_overlap(pair):
    found, _ = tabulated(pair, laid_out(ORACLE))
    picture = drawn(found)
    drawn_bands = bands(picture).values()
    for ends, side in ((2, 0), (4, 1)):
        spans = sorted((band[ends], band[ends + 1]) for band in drawn_bands)
        assert all(end <= start + 0.02 for (_, end), (start, _) in pairwise(spans))
        across = sorted({row[0] for row in bars(picture)})[side]
        for _, top, height, _ in (row for row in bars(picture) if row[0] == across):
            inside = [(start, end) for start, end in spans if start >= top - 0.02 and end <= top + height + 0.02]
            assert sum(end - start for start, end in inside) == pytest.approx(height, abs=0.1)


def test_bands_do_not_cross_within_their_bar(pair):
    drawn_bands = bands(drawn(tabulated(pair, laid_out(ORACLE))[0]))
    leaving = sorted((band[2], name) for name, band in drawn_bands.items() if name.startswith("field"))
    assert [name for _, name in leaving] == ["field to forest", "field, unchanged", "field to town"]
    reaching = [("forest to field", "field, unchanged"), ("field, unchanged", "town to field")]
    assert all(drawn_bands[one][4] < drawn_bands[other][4] for one, other in reaching)


def test_labels_tell_ground_and_share(pair, nowhere):
    placed, bare = (texts(drawn(tabulated(one, laid_out(ORACLE))[0])) for one in (pair, nowhere))
    assert placed[:3] == ["Earlier date", "forest", "0.65 ha (43.3 %)"]
    assert "0.3 ha (20 %) changed; pale bands kept their class" in placed
    assert bare[2] == "65 px (43.3 %)"
    assert "30 px (20 %) changed; pale bands kept their class" in bare


def test_it_is_told_in_words_too_and_loads_and_runs_nothing(pair):
    text = flow_picture(tabulated(pair, laid_out(ORACLE))[0], LEGEND)
    picture = ElementTree.fromstring(text)
    assert picture.get("role") == "img"
    labels = {picture.find(f"{SVG}{kind}").get("id") for kind in ("title", "desc")}
    assert set(picture.get("aria-labelledby").split()) == labels
    assert "forest to field 0.1 ha (6.67 %)" in picture.find(f"{SVG}desc").text
    assert not re.search(r"script|href|url\(|@import|\son\w+=", text)


def test_names_of_any_kind_stay_text(pair):
    hostile = ("<script>alert(1)</script>", 'a"&\u0000\u202eb', "w" * 60)
    legend = Legend("own", tuple(CoverClass(name, (1, 2, 3)) for name in hostile), "me")
    found = tabulate(pair, Drawn(laid_out(ORACLE), legend=legend), 'x" onload="y', lambda *_: None)
    picture = drawn(found, legend)
    assert {one.tag.removeprefix(SVG) for one in picture.iter()} == {"svg", "title", "desc", "rect", "path", "text"}
    assert not any(name.startswith("on") for one in picture.iter() for name in one.attrib)
    drawn_bands = texts(picture)
    assert "<script>alert(1)</script>" in drawn_bands
    assert 'a"&\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b' in drawn_bands
    assert max(len(one) for one in drawn_bands if one.startswith("w")) < 30


def test_what_is_gone_or_new_has_one_bar(pair):
    counts = np.array([[0, 60, 0], [0, 60, 0], [0, 30, 0]])
    picture = drawn(tabulated(pair, laid_out(counts))[0])
    assert [round(row[2]) for row in bars(picture)] == [123, 123, 62, 308]
    assert texts(picture).count("forest") == 1


def test_nothing_changed_is_a_picture_too(pair):
    picture = drawn(tabulated(pair, laid_out(np.diag([0, 100, 0])))[0])
    assert list(bands(picture)) == ["field, unchanged"]
    assert picture.find(f"{SVG}desc").text.endswith("changed class.")


def test_labels_of_a_few_small_classes_make_room_for_each_other(pair):
    legend = Legend("few", tuple(CoverClass(f"class {n}", (n, n, n)) for n in range(9)), "me")
    found = tabulate(pair, Drawn(laid_out(np.diag([*[1] * 8, 250])), legend=legend), "x", lambda *_: None)
    places = [float(one.get("y")) for one in drawn(found, legend).iter(f"{SVG}text") if one.text.startswith("class")]
    assert np.diff(places[:9]).min() >= LABEL_HEIGHT - 0.02
    assert places[0] > TOP


def test_labels_of_many_small_classes_stay_apart_and_inside(pair):
    many = 60
    legend = Legend("many", tuple(CoverClass(f"class {n}", (n, n, n)) for n in range(many)), "me")
    counts = np.diag([200, *[1] * (many - 1)])
    found = tabulate(pair, Drawn(laid_out(counts), legend=legend), "x", lambda *_: None)
    picture = drawn(found, legend)
    height = float(picture.get("height"))
    places = [
        float(one.get("y")) for one in picture.iter(f"{SVG}text")
        if one.text.startswith("class") and one.get("text-anchor") == "end"
    ]  # fmt: skip
    assert len(places) == many
    assert np.diff(places).min() >= LABEL_HEIGHT - 0.02
    assert min(places) > TOP - 1
    assert max(places) < height - 20
    assert all(0 < row[0] < WIDTH and row[1] + row[2] < height for row in bars(picture))


def test_pdf_makers_draw_it(pair):
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        pytest.skip("needs weasyprint")
    text = flow_picture(tabulated(pair, laid_out(ORACLE))[0], LEGEND)
    assert HTML(string=f"<html><body>{text}</body></html>").write_pdf().startswith(b"%PDF")
