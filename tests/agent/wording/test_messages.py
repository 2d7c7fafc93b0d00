"""The catalogues of messages tell the same in each language, and every message of them is used."""

import ast
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from agent import wording
from agent.wording import words as catalogue
from agent.wording.words import CODES, Words, key
from tools.catalogue import CATALOGUE
from tools.change.places import RING, SIDES, part_in_words
from tools.change.sentences.map_sentence import COVER_WORDS
from tools.explain.certainty import GROUND, OF_BANDS, UNSEEN
from tools.explain.hypotheses import OF_GROUND
from tools.explain.spectral_hypotheses import CAUSES
from tools.landcover.published_legends import PUBLISHED
from tools.landcover.spectral_cover import BARE, LOW, PLANTS, SNOW, TREES, WATER
from tools.runs.format_registry import FORMATS
from tools.runs.written_files import HOLDS
from tools.spectrum.change_signs import RULES
from tools.spectrum.index_classes import DIFFERENCES, STATES

FOLDER = Path(wording.__file__).parent
OTHERS = [code for code in CODES if code != "en"]


class Variables(Visitor):
    """What a message shows, chooses by and refers to."""

    def __init__(self):
        self.shown, self.chosen, self.referred = set(), set(), set()

    def visit_SelectExpression(self, node):  # noqa: N802 - the library's name
        self.chosen.add(node.selector.id.name)
        for variant in node.variants:
            self.visit(variant.value)

    def visit_VariableReference(self, node):  # noqa: N802
        self.shown.add(node.id.name)

    def visit_MessageReference(self, node):  # noqa: N802
        self.referred.add(node.id.name)


def messages(code):
    entries = FluentParser().parse((FOLDER / "messages" / f"{code}.ftl").read_text(encoding="utf-8")).body
    assert [entry.content for entry in entries if isinstance(entry, fluent.Junk)] == []
    return {entry.id.name: entry for entry in entries if isinstance(entry, fluent.Message)}


def variables(told, name):
    found = Variables()
    found.visit(told[name].value)
    for other in found.referred:
        inner = variables(told, other)
        found.shown |= inner.shown
        found.chosen |= inner.chosen
    return found


ENGLISH = messages("en")


def strings():
    """Every string of the modules that word results."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked_for():
    """Messages that the modules name where they say them."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("say", "term"):
                named = node.args[0]
                ends = [named.body, named.orelse] if isinstance(named, ast.IfExp) else [named]
                yield from (end.value for end in ends if isinstance(end, ast.Constant))


QUOTES_ENGLISH = ("description-network", "description-network-part")
"""Of the network's own words, which are English and stand in English answers alone."""


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_has_the_messages_of_english_with_the_same_variables(code):
    told, common = messages(code), [name for name in ENGLISH if name not in QUOTES_ENGLISH]
    assert list(told) == common
    shown = {name: variables(told, name).shown - {"text"} for name in told}  # a word of a list that it does not hold
    assert shown == {name: variables(ENGLISH, name).shown - {"text"} for name in common}


def test_no_message_is_missing_and_none_is_unused():
    assert set(asked_for()) <= set(ENGLISH)
    referred = {other for name in ENGLISH for other in variables(ENGLISH, name).referred}
    assert set(ENGLISH) <= set(strings()) | referred


@pytest.mark.parametrize("code", CODES)
def test_each_message_can_be_filled(code):
    told = messages(code)
    for name in told:
        found = variables(told, name)
        for count in (0, 1, 2, 1_000_000):
            values = dict.fromkeys(found.shown | found.chosen, count)
            assert catalogue._said(code, name, values), name


PARTS = (*RING, "centre", "whole")
NAMES = {part_in_words(part, georeferenced=placed) for part in PARTS for placed in (True, False)}
LISTS = {
    "cover": {
        *(one.name for coding in PUBLISHED.values() for one in coding.legend.classes),
        *(one.name for one in (WATER, SNOW, TREES, LOW, PLANTS, BARE)),
        *(name for pair in OF_GROUND for name in pair),
        *COVER_WORDS,
        *COVER_WORDS.values(),
    },
    "in-place": {*RING, *SIDES, "centre"},
    "part": NAMES,
    "in-part": NAMES,
    "ability": {told.ability for told in CATALOGUE.declarations if told.ability},
    "holds": {*(one.holds for one in FORMATS.values()), *HOLDS.values()},
    "unseen": {*UNSEEN, *GROUND, *OF_BANDS},
    "cause": {cause for cause, _ in (*OF_GROUND.values(), *CAUSES.values())},
    "to-check": {check for _, check in (*OF_GROUND.values(), *CAUSES.values())},
    "sign": {rule.name for rule in RULES},
    "index-class": {name for rule in (*STATES.values(), *DIFFERENCES.values()) for name in rule.names},
    "wish": set(wording.NOT_OFFERED.values()),
}  # fmt: skip


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("message", LISTS)
def test_words_of_closed_lists_are_translated(code, message):
    body = (FOLDER / "messages" / f"{code}.ftl").read_text(encoding="utf-8")
    block = body.split(f"\n{message} =", 1)[1].split("*[other]", 1)[0]
    if message == "in-part" and "{ part }" in block.split("\n")[0]:
        return
    assert [text for text in LISTS[message] if f"[{key(text)}]" not in block] == []


def test_what_a_language_lacks_is_said_in_english(monkeypatch):
    said = catalogue._said

    def lacking(code, message, values):
        return None if (code, message) == ("de", "touching") else said(code, message, values)

    monkeypatch.setattr(catalogue, "_said", lacking)
    assert Words.of("de").say("touching") == "Touching ones count as one."
    assert Words.of("de").say("unknown") == "unbekannt"
    with pytest.raises(KeyError, match="no message 'nothing'"):
        Words.of("de").say("nothing")
    assert Words.of("tlh") == Words.of("en")
