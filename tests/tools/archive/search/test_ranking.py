"""Words and vectors are ranked, and both rankings made one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.archive.search.filters import touching
from tools.archive.search.questions import MAX_QUESTION_CHARS, read_question
from tools.archive.search.ranking import ranked, word_weight
from tools.archive.search.scores import archive_scores
from tools.archive.storage.words import K1, B, WordIndex, joined, tokenise, words
from tools.errors import ArchiveError

MANY = 3000
CAPTIONS = (
    "many houses are built along the road",
    "a road appears",
    "the scene is the same as before",
    "trees are cut",
)


def rows(found):
    return [one.row for one in found]


def test_plurals_and_small_words_make_no_difference():
    assert words("The HOUSES are built, in a row.") == ["house", "built", "row"]
    assert words("Grass; a pass") == ["grass", "pass"]
    assert words("") == []


def test_a_rare_word_tells_more_than_a_common_one():
    scores = WordIndex(tokenise(CAPTIONS)).scores("house by a road")
    assert scores.argmax() == 0
    assert scores[1] > 0
    assert scores[2] == scores[3] == 0


def test_words_that_no_caption_holds_say_nothing():
    index = WordIndex(tokenise(CAPTIONS))
    assert index.scores("Häuser und Straßen") is None
    assert index.scores("the and of") is None
    assert WordIndex(tokenise([])).scores("house") is None


@given(st.lists(st.lists(st.sampled_from("a house road tree built villa".split()), max_size=6), min_size=1, max_size=9))
def test_lots_of_captions_joined_are_as_if_they_were_one(lists):
    texts = [" ".join(some) for some in lists]
    whole, parts = WordIndex(tokenise(texts)), WordIndex(joined([tokenise([text]) for text in texts]))
    for word in ("house", "road tree", "villa built"):
        one, other = whole.scores(word), parts.scores(word)
        assert (one is None) == (other is None)
        assert one is None or np.allclose(one, other)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("house road tree built villa".split()), min_size=1), min_size=1, max_size=9))
def test_scores_are_those_of_a_known_library(lists):
    bm25s = pytest.importorskip("bm25s")
    known = bm25s.BM25(method="lucene", k1=K1, b=B)
    known.index(lists, show_progress=False)
    index = WordIndex(tokenise([" ".join(some) for some in lists]))
    for asked in (["house"], ["road", "tree"], ["villa", "built", "house"]):
        there = [word for word in asked if any(word in some for some in lists)]
        scores = index.scores(" ".join(asked))
        assert (scores is None) == (not there)
        if there:
            assert np.allclose(scores, known.get_scores(there) * (K1 + 1), rtol=1e-5)


def test_words_lead_short_questions_and_hardly_move_sentences():
    near = np.array([0.5, 0.4, 0.1, 0.2], np.float32)
    word_scores = np.array([0, 0, 2, 1], np.float32)
    assert rows(ranked(near, word_scores, None, 4, word_weight(1))) == [2, 0, 3, 1]
    assert rows(ranked(near, word_scores, None, 4, word_weight(8))) == [0, 1, 3, 2]
    assert word_weight(0) == word_weight(1)


def test_a_score_is_the_nearness_and_more_for_the_words():
    near = np.array([0.5, -0.2, 1.0], np.float32)
    found = ranked(near, np.array([1, 0, 1], np.float32), None, 3, 0.1)
    assert [one.score for one in found] == pytest.approx([1, 0.5 + 0.1 * near.std(), 0])
    assert ranked(near, np.zeros(3, np.float32), None, 1)[0].score == 1


def test_what_may_not_be_given_is_not():
    near = np.array([0.9, 0.8, 0.1], np.float32)
    allowed = np.array([False, True, True])
    assert rows(ranked(near, np.array([9, 0, 0], np.float32), allowed, 5)) == [1, 2]
    assert ranked(near, None, np.zeros(3, bool), 5) == []


@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
@settings(deadline=None, max_examples=25)
def test_without_words_the_nearest_come_first(seed, k):
    rng = np.random.default_rng(seed)
    near = rng.uniform(-1, 1, MANY).astype(np.float32)
    allowed = rng.random(MANY) < 0.5
    expected = [row for row in np.argsort(-near, kind="stable") if allowed[row]][:k]
    assert rows(ranked(near, None, allowed, k)) == expected


def test_of_equal_captions_the_nearest_come_first():
    near = np.linspace(0, 1, 5000, dtype=np.float32)
    word_scores = np.zeros(5000, np.float32)
    word_scores[:MANY] = 1
    assert rows(ranked(near, word_scores, None, 1)) == [MANY - 1]


@pytest.mark.parametrize("text", ["", "   \n", "?!", "\u200b"])
def test_a_blank_question_is_refused(text):
    with pytest.raises(ArchiveError, match="blank; say what to look for"):
        read_question(text)


def test_a_long_question_is_cut_and_that_is_told():
    question = read_question("houses beside roads " * 500)
    assert len(question.text) <= MAX_QUESTION_CHARS
    assert question.text.endswith(("houses", "beside", "roads"))
    assert question.notes == (f"The question was cut to its first {MAX_QUESTION_CHARS} letters of 9,999.",)


@pytest.mark.parametrize(
    ("text", "told"), [("новые дома", True), ("新房子", True), ("neue Häuser", False), ("42", False)]
)
def test_other_scripts_are_told_of(text, told):
    assert bool(read_question(text).notes) is told


def test_boxes_touch_also_across_the_180th_meridian():
    west, east = np.array([10.0, 179.9, -179.9, np.nan]), np.array([11.0, -179.9, -179.8, np.nan])
    south, north = np.array([50.0, 0, 0, np.nan]), np.array([51.0, 1, 1, np.nan])
    boxes = (west, south, east, north)
    assert touching(boxes, (10.5, 50.5, 12, 52)).tolist() == [True, False, False, False]
    assert touching(boxes, (179, -1, -179.85, 2)).tolist() == [False, True, True, False]
    assert touching(boxes, (-180, -90, 180, 90)).tolist() == [True, True, True, False]
    assert touching(boxes, (10.2, 50.2, 10.3, 50.3)).tolist() == [True, False, False, False], "it lies within"
    assert touching(boxes, (11.5, 50, 179, 51)).tolist() == [False] * 4


def test_sets_of_questions_are_ordered_as_a_search_orders_one():
    near = np.random.default_rng(3).uniform(-1, 1, (2, len(CAPTIONS))).astype(np.float32)
    questions = ("trees", "a road appears between many houses")
    scores = archive_scores(questions, CAPTIONS, near)
    index = WordIndex(tokenise(CAPTIONS))
    for text, row, one in zip(questions, near, scores, strict=True):
        found = ranked(row, index.scores(text), None, len(CAPTIONS), word_weight(len(words(text))))
        assert rows(found) == np.argsort(-one).tolist()
