"""Languages are entered in one place, and what is entered there is read by planner and checker."""

import subprocess
import sys
from collections import defaultdict

import pytest

from agent.language import registry
from agent.language.language import Language
from agent.planning import lexicon
from agent.planning.rules import references

ENTERED = """
from agent.language import registry
from tests.agent.language.portuguese import PORTUGUESE

registry.LANGUAGES = (*registry.LANGUAGES, PORTUGUESE)
from agent.grounding.text.numbers import quantities
from agent.grounding.text.sentences import sentences
from agent.planning import lexicon
from agent.planning.learned.intents import load_intents
from agent.planning.planner import EmbeddedPlanner
from agent.planning.router import Router
from agent.planning.spelling import is_english

planner = EmbeddedPlanner(Router(load_intents()), None)
for question in ("Quantos prédios novos há?", "quantas estradas?", "Por que motivo?"):
    print(is_english(question), [(call.tool, call.arguments) for call in planner.plan(question)])
print(lexicon.find(lexicon.UNITS, "em metros quadrados"), lexicon.number("as oito maiores"))
[area] = quantities(next(sentences("894 metros quadrados de prédios")), english=False)
print(area.unit.dimension, area.unit.name)
"""


def test_a_language_of_one_value_is_planned_in_and_its_units_are_checked():
    done = subprocess.run([sys.executable, "-c", ENTERED], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [
        "False [('count_objects', {'object_class': 'building'})]",
        "False [('count_objects', {'object_class': 'road'})]",
        "False [('explain_change', {})]",
        "['m2'] 8",
        "area m2",
    ]


def test_without_its_entry_the_language_is_not_read():
    assert references.plan("Quantos prédios novos há?") is None
    assert lexicon.find(lexicon.CLASSES, "prédios") == []


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many new houses are there?", "building"),
        ("¿Cuántas carreteras nuevas hay?", "road"),
        ("cuantos edificios?", "building"),
        ("Combien de nouvelles maisons ?", "building"),
        ("新增了多少栋建筑", "building"),
        ("有多少条道路", "road"),
        ("Wie viele Häuser?", "building"),
        ("wie viele neue Straßen gibt es?", "road"),
    ],
)
def test_counts_are_asked_for_in_every_language(question, wanted):
    [call] = references.plan(question)
    assert (call.tool, call.arguments) == ("count_objects", {"object_class": wanted})


@pytest.mark.parametrize(
    "question", ["¿Cuántas hectáreas?", "Combien de routes ont disparu ?", "变化的道路有多少平方米"]
)
def test_other_amounts_are_no_counts(question):
    assert references.plan(question) is None


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (lexicon.UNITS, "en kilómetros cuadrados", ["km2"]),
        (lexicon.UNITS, "in square km or per cent", ["km2", "percent"]),
        (lexicon.UNITS, "换算成公顷", ["ha"]),
        (lexicon.CLASSES, "拆除的房屋和道路", ["building", "road"]),
        (lexicon.LAND_COVERS, "la forêt", ["ndvi"]),
        (lexicon.DATES, "avant", ["before"]),
        (lexicon.FORMATS, "un tableau", ["csv"]),
    ],
)
def test_words_of_all_languages_are_found(table, text, found):
    assert lexicon.find(table, text) == found


@pytest.mark.parametrize("word", ["cases", "rules", "maps"])
def test_english_words_are_no_misspelt_foreign_ones(word):
    for table in (lexicon.CLASSES, lexicon.DATES, lexicon.FORMATS, lexicon.INDICES, lexicon.LAND_COVERS):
        assert set(lexicon.find(table, word)) <= {"png"}


@pytest.mark.parametrize("name", "classes dates formats indices land_covers compass picture_sides signs orders".split())
def test_a_word_has_one_meaning_in_all_languages(name):
    meanings = defaultdict(set)
    for key, line in registry.words_of_all(lambda language: getattr(language, name)).items():
        for word in line.split():
            meanings[word].add(key)
    assert {word: keys for word, keys in meanings.items() if len(keys) > 1} == {}


def test_codes_are_of_one_language_each():
    codes = [language.code for language in registry.LANGUAGES]
    assert len(set(codes)) == len(codes)


def test_a_joined_table_holds_the_words_of_each_in_order(monkeypatch):
    monkeypatch.setattr(
        registry,
        "LANGUAGES",
        (Language(code="aa", dates={"before": "a b"}), Language(code="bb", dates={"before": "c"})),
    )
    assert registry.words_of_all(lambda language: language.dates) == {"before": "a b c"}
    assert registry.unspaced() is None
