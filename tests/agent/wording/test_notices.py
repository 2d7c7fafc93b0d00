"""Every notice of the source stands in each language with the same values, and is told as its speakers write it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

from agent import wording
from agent.wording import words as catalogue
from agent.wording.words import CODES, ENGLISH, NOTICES, Words
from tools.notices import conjoined, in_a_row, listed, notice, renamed, term

FOLDER = Path(wording.__file__).parent
ROOT = FOLDER.parents[1]
OTHERS = [code for code in CODES if code != "en"]
GERMAN, FRENCH, SPANISH, CHINESE = (Words.of(code) for code in ("de", "fr", "es", "zh"))


def literal(node: ast.expr, named: list[ast.Assign], line: int) -> str:
    """A text that stands where it is used, or is the last that its name was given above."""
    if isinstance(node, ast.Name):
        above = [one for one in named if one.targets[0].id == node.id and one.lineno < line]
        node = max(above, key=lambda one: one.lineno).value
    assert isinstance(node, ast.Constant), f"line {line}: a notice's key and template have to stand in the source"
    assert isinstance(node.value, str)
    return node.value


def notices_in(path: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Key, template and the values given to each notice of a module."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = [one for one in nodes if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)]
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "notice":
            key, template = (literal(one, named, node.lineno) for one in node.args)
            yield key, template, {one.arg for one in node.keywords if one.arg}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


FLOORS = ("agent", "tools", "mci_model")
FOUND = [one for floor in FLOORS for path in (ROOT / floor).rglob("*.py") for one in notices_in(path)]
KEYS = {key for key, _, _ in FOUND}
CHOSEN_BY_ANOTHER = {"no-polygon": {"name"}, "number-of-bands": {"noun"}}
"""English words that languages choose by another value of the notice."""


def messages(code):
    entries = FluentParser().parse((FOLDER / "messages" / NOTICES / f"{code}.ftl").read_text(encoding="utf-8")).body
    assert [entry.content for entry in entries if isinstance(entry, fluent.Junk)] == []
    told = [entry for entry in entries if isinstance(entry, fluent.Message)]
    assert len(told) == len({entry.id.name for entry in told})
    return {entry.id.name: entry for entry in told}


def values_of(entry):
    """What a message shows or chooses by."""
    return set(re.findall(r"\$(\w+)", FluentSerializer().serialize_entry(entry)))


def test_one_key_stands_for_one_sentence():
    assert len({(key, template) for key, template, _ in FOUND}) == len(KEYS) > 200


def test_no_template_shows_a_value_twice_in_two_ways():
    for _, template, _ in FOUND:
        shown = {(name, form) for _, name, form, _ in Formatter().parse(template) if name}
        assert len(shown) == len(fields(template)), template


@pytest.mark.parametrize("code", OTHERS)
def test_each_notice_of_the_source_stands_in_each_language_with_its_values(code):
    told = messages(code)
    assert set(told) == KEYS
    given = {}
    for key, template, values in FOUND:
        given[key] = given.get(key, set()) | values | fields(template)
    for key, template, _ in FOUND:
        assert fields(template) - CHOSEN_BY_ANOTHER.get(key, set()) <= values_of(told[key]) <= given[key], key


@pytest.mark.parametrize("code", OTHERS)
def test_each_notice_can_be_filled(code):
    for key, template, given in FOUND:
        for value in (1, 2, 1_000_000, 0.25, "x"):
            assert catalogue._said(NOTICES + code, key, dict.fromkeys(given | fields(template), value)), key


def test_numbers_are_written_as_the_language_writes_them():
    told = notice("overlap", "Only the overlap is judged: {share:.3g} % of the first image.", share=62.5)
    assert told == ENGLISH.notice(told) == "Only the overlap is judged: 62.5 % of the first image."
    assert GERMAN.notice(told) == "Nur die Überlappung wird beurteilt: 62,5 % des ersten Bildes."
    assert FRENCH.notice(told) == "Seul le recouvrement est jugé\u00a0: 62,5\u00a0% de la première image."
    assert SPANISH.notice(told) == "Solo se juzga el solape: el 62,5 % de la primera imagen."
    assert CHINESE.notice(told) == "只判断重叠部分：第一幅影像的 62.5%。"


def test_plurals_follow_the_language():
    text = "The same holds for {count} more files."
    one, many = (GERMAN.notice(notice("same-of-more", text, count=count)) for count in (1, 1200))
    assert one == "Dasselbe gilt für 1 weitere Datei."
    assert many == "Dasselbe gilt für 1.200 weitere Dateien."


def test_notices_in_notices_are_told_too():
    what = conjoined(["x.tif", notice("a-file", "a file"), notice("decibels", "decibels")])
    assert what == "x.tif and a file and decibels"
    assert GERMAN.notice(what) == "x.tif und einer Datei und Dezibel"
    assert CHINESE.notice(listed(["a", "b", "c"])) == "a、b、c"
    row = in_a_row([notice("no-shape", "has no shape"), "plain"])
    assert (row, FRENCH.notice(row)) == ("has no shape plain", "n\u2019a pas de forme plain")


def test_words_of_closed_lists_are_told_from_their_list():
    assert SPANISH.notice(term("cover", "water")) == SPANISH.cover("water")
    where = term("in-part", "the northern half", "in {text}")
    assert (where, GERMAN.notice(where)) == ("in the northern half", "in der nördlichen Hälfte")


def test_a_renamed_notice_is_told_with_the_other_name():
    told = notice("blank", "{name} shows nothing: it is blank.", name="a.tif")
    assert GERMAN.notice(renamed(told, "a.tif", "b.tif")).startswith("b.tif zeigt nichts")
    assert renamed("on a.tif", "a.tif", "b.tif") == "on b.tif"


def test_what_is_no_notice_or_unknown_stays_as_it_is():
    assert GERMAN.notice("Roads are weak.") == "Roads are weak."
    assert GERMAN.notice(notice("nowhere-to-be-found", "It is {what}.", what="so")) == "It is so."
    endless = notice("overlap", "Only the overlap is judged: {share:.3g} % of the first image.", share=float("nan"))
    assert "nan %" in GERMAN.notice(endless)
