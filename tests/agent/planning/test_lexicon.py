"""The words of the lexicon reach all that can be asked for."""

from agent.planning import lexicon
from tools.runs.format_registry import asked


def test_every_export_format_has_words():
    assert set(lexicon.FORMATS) == set(asked())
    assert all(words.split() for words in lexicon.FORMATS.values())
