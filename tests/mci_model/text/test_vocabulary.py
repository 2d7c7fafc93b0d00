import pytest

from mci_model.errors import WeightsError
from mci_model.text.vocabulary import END, START, UNKNOWN, Vocabulary


def test_sentences_survive_encoding(tiny_vocabulary):
    ids = tiny_vocabulary.encode("A house is built.", 9)
    assert (ids[0], ids[-1]) == (START, END)
    assert tiny_vocabulary.decode(ids) == "a house is built"


def test_unseen_words_become_unknown_and_long_sentences_are_cut(tiny_vocabulary):
    assert UNKNOWN in tiny_vocabulary.encode("a castle", 9)
    assert len(tiny_vocabulary.encode("a " * 30, 9)) == 9


def test_ids_with_gaps_are_refused():
    with pytest.raises(WeightsError, match="without gaps"):
        Vocabulary.from_ids({"<NULL>": 0, "<UNK>": 1, "<START>": 2, "<END>": 4})


def test_a_vocabulary_without_the_special_words_first_is_refused():
    with pytest.raises(WeightsError, match="begins with"):
        Vocabulary(("house", "<NULL>", "<UNK>", "<START>", "<END>"))
