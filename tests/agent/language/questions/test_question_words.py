"""Each language asks for the same things as English does."""

import re

import pytest

from agent.language.english import ENGLISH
from agent.language.registry import LANGUAGES

TABLES = ("acts", "statistics", "orders", "covers", "ways", "words", "cues", "sides")
SINGLE = (
    "gone", "came", "auxiliary", "least", "most", "than", "and_up", "and_down", "sure", "built_up", "share", "each",
    "denied", "articles", "it", "another",
)  # fmt: skip
READ = [language for language in LANGUAGES if language.questions is not None]
by_code = pytest.mark.parametrize("language", READ, ids=lambda one: one.code)


def test_five_languages_are_read():
    assert {language.code for language in READ} >= {"en", "es", "fr", "de", "zh"}


@by_code
@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_asked_for_that_english_does_not_know(language, table):
    assert set(getattr(language.questions, table)) <= set(getattr(ENGLISH.questions, table))


@by_code
@pytest.mark.parametrize("table", ["covers", "ways", "words", "cues", "sides"])
def test_what_carries_a_question_is_known_in_each(language, table):
    assert set(getattr(language.questions, table)) == set(getattr(ENGLISH.questions, table))


@by_code
def test_patterns_keep_no_group_and_fit_no_empty_text(language):
    words = language.questions
    patterns = [pattern for table in TABLES for pattern in getattr(words, table).values()]
    for pattern in [*patterns, *(getattr(words, name) for name in SINGLE), *words.between]:
        assert re.compile(pattern).groups == 0, pattern
    for pattern in patterns:
        assert not re.fullmatch(pattern, ""), pattern
