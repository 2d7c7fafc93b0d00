"""Scores equal pycocoevalcap's own on fixed sentences, and a missing Java is said."""

import math
import shutil

import pytest

pytest.importorskip("pycocoevalcap", reason="needs the extra eval")

from mci_model.evaluation import captions
from mci_model.evaluation.captions import as_ids, as_words, score_captions

CAPTIONS = ["a road is built", "the scene is the same as before", "some houses appear"]
REFERENCES = [
    ["a road is built in the desert", "a road appears"],
    ["the scene is the same as before", "there is no difference"],
    ["many houses are built along the road", "some villas appear"],
]


@pytest.mark.slow
def test_scores_are_those_of_the_library():
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.cider.cider import Cider
    from pycocoevalcap.rouge.rouge import Rouge

    truths, results = dict(enumerate(REFERENCES)), {n: [s] for n, s in enumerate(CAPTIONS)}
    score = score_captions(CAPTIONS, REFERENCES)
    bleu = Bleu(4).compute_score(truths, results, verbose=0)[0]
    assert [score.bleu_1, score.bleu_2, score.bleu_3, score.bleu_4] == pytest.approx(bleu)
    assert score.rouge_l == pytest.approx(Rouge().compute_score(truths, results)[0])
    assert score.cider_d == pytest.approx(Cider().compute_score(truths, results)[0])


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("java") is None, reason="METEOR needs Java (apt-get install default-jre-headless)")
def test_meteor_comes_from_its_own_program_and_enters_the_mean():
    score = score_captions(CAPTIONS, REFERENCES)
    assert 0.2 < score.meteor < 1
    assert score.s_m == pytest.approx((score.bleu_4 + score.meteor + score.rouge_l + score.cider_d) / 4)
    perfect = score_captions([r[0] for r in REFERENCES], REFERENCES)
    assert perfect.meteor == pytest.approx(1.0)
    assert perfect.bleu_4 == pytest.approx(1.0)


def test_without_java_meteor_is_left_out(monkeypatch):
    monkeypatch.setattr(captions.shutil, "which", lambda _: None)
    score = score_captions(CAPTIONS, REFERENCES)
    assert score.meteor is None
    assert score.s_m is None
    assert not math.isnan(score.cider_d)


def test_words_and_ids_are_two_ways_to_write_a_sentence(tiny_vocabulary):
    assert as_words("A House is built.") == "a house is built"
    assert as_ids("A house, a castle?", tiny_vocabulary) == "4 1 4 1"
