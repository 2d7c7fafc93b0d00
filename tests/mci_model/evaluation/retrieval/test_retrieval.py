"""Ranking metrics equal those computed by hand; relevance follows RSICRC's protocol."""

import math

import numpy as np
import pytest

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.evaluation.retrieval.ranking import Relevance, chance, rank_scores, recall_interval
from mci_model.evaluation.retrieval.retrieval import EmbeddedSplit, caption_relevance, direction_accuracy, report

UNCHANGED = UNCHANGED_SENTENCES[1]


@pytest.fixture
def relevance():
    """Four items; the first two are relevant to each other."""
    relevant = np.eye(4, dtype=bool)
    relevant[0, 1] = relevant[1, 0] = True
    gains = np.where(relevant, 1.0, 0.0)
    gains[2, 3] = gains[3, 2] = 0.5
    return Relevance(relevant, gains)


SCORES = np.array(
    [
        [0.9, 0.8, 0.1, 0.0],  # hits at 1 and 2; own at 1
        [0.1, 0.2, 0.9, 0.8],  # hits at 3 and 4; own at 3
        [0.1, 0.0, 0.8, 0.9],  # hit at 2; own at 2
        [0.9, 0.8, 0.7, 0.6],  # hit at 4; own at 4
    ]
)


def test_measures_as_computed_by_hand(relevance):
    found = rank_scores(SCORES, relevance)
    assert found["p@1"] == pytest.approx(1 / 4)
    assert found["p@3"] == pytest.approx((2 + 1 + 1 + 0) / 3 / 4)
    assert found["p@10"] == pytest.approx((2 + 2 + 1 + 1) / 10 / 4), "k counts, not the smaller gallery"
    assert found["r@1"] == pytest.approx((1 / 2 + 0 + 0 + 0) / 4)
    assert found["r@3"] == pytest.approx((1 + 1 / 2 + 1 + 0) / 4)
    assert found["r@5"] == found["r@10"] == 1
    assert found["mrr@1"] == pytest.approx(1 / 4)
    assert found["mrr@3"] == pytest.approx((1 + 1 / 3 + 1 / 2 + 0) / 4)
    assert found["mrr@10"] == pytest.approx((1 + 1 / 3 + 1 / 2 + 1 / 4) / 4)
    assert found["median_rank"] == pytest.approx(2.5)


def test_graded_gain_as_computed_by_hand(relevance):
    d = [1 / math.log2(rank + 1) for rank in (1, 2, 3, 4)]
    both, half = d[0] + d[1], d[0] + d[1] / 2
    by_hand = [1, (d[2] + d[3]) / both, (d[0] / 2 + d[1]) / half, (d[2] / 2 + d[3]) / half]
    assert rank_scores(SCORES, relevance)["ndcg@10"] == pytest.approx(np.mean(by_hand))


def test_an_interval_holds_the_recall_and_narrows_with_more_queries():
    def of(size):
        scores, even = np.random.default_rng(2).random((size, size)), Relevance(np.eye(size, dtype=bool), np.eye(size))
        own = (scores >= np.diag(scores)[:, None]).sum(1)
        low, high = recall_interval(scores, even, size // 2)
        assert low <= (own <= size // 2).mean() <= high
        return high - low

    assert of(400) < of(40) < 0.4


def test_ties_are_broken_at_random(relevance):
    size = 200
    even = Relevance(np.eye(size, dtype=bool), np.eye(size))
    found = rank_scores(np.zeros((size, size)), even)
    assert found["r@10"] == pytest.approx(10 / size)
    assert found["median_rank"] == pytest.approx(size / 2, abs=1)


def test_chance_equals_the_mean_of_random_rankings(relevance):
    rng = np.random.default_rng(1)
    sampled = [rank_scores(rng.random((4, 4)), relevance) for _ in range(2000)]
    for name, expected in chance(relevance).items():
        assert np.mean([scores[name] for scores in sampled]) == pytest.approx(expected, abs=0.02), name


def test_equal_captions_and_unchanged_pairs_are_relevant():
    queries = ["a house is built", UNCHANGED, "A house is built .", "a road appears", UNCHANGED_SENTENCES[3]]
    relevance = caption_relevance(queries, [True, False, True, True, False])
    expected = np.eye(5, dtype=bool)
    for first, second in ((0, 2), (1, 4)):
        expected[first, second] = expected[second, first] = True
    assert np.array_equal(relevance.relevant, expected)
    assert relevance.gains[1, 4] == 1, "unchanged pairs are one class, whichever sentence describes them"
    assert 0 < relevance.gains[0, 3] < 1
    assert relevance.gains.min() >= 0


@pytest.fixture
def split():
    """Two changed pairs and an unchanged one, each with a direction of its own."""
    axes = np.eye(4, dtype=np.float32)
    return EmbeddedSplit(
        captions=[("a house is built",) * 2, ("a road appears",) * 2, (UNCHANGED,) * 2],
        changed=[True, True, False],
        forwards=list(axes[:3]),
        backwards=[axes[3]] * 3,
        generated=["a house is built", "a long road appears", UNCHANGED_SENTENCES[0]],
    )


def test_a_perfect_embedding_has_perfect_scores(split):
    pytest.importorskip("bm25s")
    texts = np.stack(split.forwards)
    found = report(split, texts, texts[0], texts[::-1], {"turned": lambda queries, generated, cosines: -cosines})
    assert set(found["beside"]) == {"other_words", "turned"}
    assert found["beside"]["turned"]["changed"]["median_rank"] == 2
    assert found["beside"]["other_words"]["all"]["p@1"] == pytest.approx(1 / 3), "the middle one stays"
    assert found["r@10_interval"] == {"all": (1, 1), "changed": (1, 1)}
    for way in ("text_to_pair", "pair_to_text"):
        for group in ("all", "changed"):
            for scores in (found[way][group], found["baseline"]["bm25_captions"][way][group]):
                assert scores["r@1"] == scores["mrr@10"] == scores["median_rank"] == 1
                assert scores["ndcg@10"] > 0.95, "the ranks after the first are random"
            assert found["baseline"]["chance"][way][group]["r@1"] < 0.9
    assert found["direction_accuracy"] == 1


def test_the_changed_alone_have_a_smaller_gallery(split):
    pytest.importorskip("bm25s")
    texts = np.stack([split.forwards[2], split.forwards[1], split.forwards[0]])
    found = report(split, texts, texts[0], texts)
    assert found["text_to_pair"]["all"]["median_rank"] >= found["text_to_pair"]["changed"]["median_rank"]
    assert found["text_to_pair"]["all"]["p@1"] == pytest.approx(1 / 3)


def test_direction_counts_pairs_with_new_buildings_alone(split):
    assert direction_accuracy(split, split.forwards[0]) == 1
    assert direction_accuracy(split, split.backwards[0]) == 0
    split.captions[0] = ("a road appears",)
    assert direction_accuracy(split, split.forwards[0]) is None
