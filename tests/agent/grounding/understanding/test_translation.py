"""Sentences of all languages in English words, and what of them is not understood."""

import pytest

from agent.grounding.understanding.translation import SIDES_IN_IMAGE, paraphrased, translate


def nothing(_):
    return False


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("Seven buildings appeared.", "en", "Seven buildings appeared."),
        ("Aparecieron siete edificios nuevos.", "es", "appeared seven buildings new ."),
        ("L'image montre 7 bâtiments.", "fr", "the image show 7 buildings ."),
        ("Sieben Gebäude sind neu.", "de", "seven building are new ."),
        ("一共出现了十二座新建筑。", "zh", "total appeared twelve new buildings ."),
        ("Ничего не изменилось.", "ru", "nothing not changed ."),
        ("Die Bilder sind vom 4. Mai 2018.", "de", "the images are of 4 month5 2018 ."),
        ("图像拍摄于2018年5月4日。", "zh", "image taken 2018-05-04 ."),
        ("Площадь 894 м2.", "ru", "area 894 m2 ."),
    ],
)
def test_words_become_english_ones_in_their_order(text, language, english):
    said = translate(text, nothing)
    if english is None:
        assert said.unknown
    else:
        assert (said.language.code, said.text, said.unknown) == (language, english, ())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("The municipality approved it.", ("municipality", "approved")),
        ("⑫ buildings are new.", ("⑫",)),
        ("XII houses appeared.", ("xii",)),
        ("7² houses appeared.", ("²",)),
        ("7+5 houses appeared.", ("+",)),
        ("12x houses", ("x",)),
        ("बारह नए घर बने।", None),
        ("Seven barns appeared.", ("barns",)),
        ("It is a square number.", ("square",)),
        ("As many as last year.", None),
    ],
)
def test_what_is_not_plain_is_named(text, unknown):
    said = translate(text, nothing)
    assert said.unknown == unknown if unknown else said.unknown


def test_words_of_results_are_let_through():
    assert translate("Meadow became water.", {"meadow", "water", "became"}.__contains__).unknown == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The roads stayed the same.", "The roads unchanged."),
        ("a little more than 7", "just over 7"),
        ("no more than 7", "at most 7"),
        ("12 additional houses", "12 new houses"),
    ],
)
def test_paraphrases_become_plain_words(text, plain):
    assert paraphrased(text) == plain


def test_sides_become_compass_words_where_north_is_the_top():
    assert paraphrased("in the top left corner", SIDES_IN_IMAGE) == "in the north-west"
    assert paraphrased("in the top left corner") == "in the top left corner"
