"""Words by their stems: forms of known words are known, words of two senses are not."""

from agent.language.answers.inflections import by_stem, stem_of
from agent.language.registry import LANGUAGES

ENDINGS = ("en", "es", "e", "t")


def test_a_form_of_a_word_has_its_stem():
    assert stem_of("einziges", ENDINGS) == stem_of("einzige", ENDINGS) == "einzig"
    assert stem_of("rote", ENDINGS) == "rote"
    assert stem_of("rot", ENDINGS) == ""


def test_stems_of_two_senses_are_left_out():
    stems = by_stem({("houses",): "building", ("housen",): "road", ("streete",): "road"}, ENDINGS)
    assert stems == {"street": "road"}


def test_endings_are_of_languages_with_glosses():
    assert all(one.glosses for one in LANGUAGES if one.endings)
