"""Captions are paraphrased, whole words only."""

from mci_model.evaluation.retrieval.other_words import OTHER_WORDS, in_other_words


def test_known_words_are_replaced_and_others_stay():
    words = in_other_words("Many houses are built on the roadside .")
    assert words == "numerous homes are put up on the roadside"


def test_no_word_is_replaced_by_one_that_is_replaced_itself():
    assert not {word for words in OTHER_WORDS.values() for word in words.split()} & set(OTHER_WORDS)
