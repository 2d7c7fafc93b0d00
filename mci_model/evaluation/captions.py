"""Caption scores by pycocoevalcap (extra `eval`): BLEU, METEOR, ROUGE-L, CIDEr-D and S*m. Knows no image.

Captions are scored on words. The official code scores strings of word ids instead, on which METEOR cannot stem or find
synonyms; this is supported too, for comparison with published tables.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from mci_model.errors import MissingPartError
from mci_model.text.vocabulary import END, START, Vocabulary, split_words

MAX_WORDS = 400


@dataclass(frozen=True, slots=True)
class CaptionScore:
    """Corpus scores, 0-1, except CIDEr-D, which ranges from 0 to 10 in pycocoevalcap."""

    bleu_1: float
    bleu_2: float
    bleu_3: float
    bleu_4: float
    meteor: float | None
    """None without Java, which computes it."""
    rouge_l: float
    cider_d: float
    s_m: float | None
    """Mean of BLEU-4, METEOR, ROUGE-L and CIDEr-D."""


def score_captions(
    captions: Sequence[str], references: Sequence[Sequence[str]], *, with_meteor: bool = True
) -> CaptionScore:
    """Score captions against several references each.

    Args:
        captions: one for each pair, words separated by blanks.
        references: human captions, any number for each pair.
        with_meteor: METEOR takes longer than all the other scores together.

    Raises:
        MissingPartError: pycocoevalcap is not installed.
    """
    try:
        from pycocoevalcap.bleu.bleu import Bleu
        from pycocoevalcap.cider.cider import Cider
        from pycocoevalcap.rouge.rouge import Rouge
    except ImportError as error:
        raise MissingPartError("Captions are scored by pycocoevalcap: pip install 'terradelta[eval]'.") from error
    results = {index: [sentence] for index, sentence in enumerate(captions)}
    truths = {index: list(sentences) for index, sentences in enumerate(references)}
    bleu, _ = Bleu(4).compute_score(truths, results, verbose=0)
    rouge, _ = Rouge().compute_score(truths, results)
    cider, _ = Cider().compute_score(truths, results)
    meteor = _meteor(truths, results) if with_meteor else None
    s_m = None if meteor is None else (bleu[3] + meteor + rouge + cider) / 4
    return CaptionScore(
        bleu_1=float(bleu[0]),
        bleu_2=float(bleu[1]),
        bleu_3=float(bleu[2]),
        bleu_4=float(bleu[3]),
        meteor=meteor,
        rouge_l=float(rouge),
        cider_d=float(cider),
        s_m=None if s_m is None else float(s_m),
    )


def has_java() -> bool:
    """Whether METEOR can be computed."""
    return shutil.which("java") is not None


def _meteor(truths: dict[int, list[str]], results: dict[int, list[str]]) -> float | None:
    """METEOR 1.5 by its own program, which is closed afterwards."""
    if not has_java():
        return None
    from pycocoevalcap.meteor.meteor import Meteor

    scorer = Meteor()
    try:
        score, _ = scorer.compute_score(truths, results)
    finally:
        scorer.meteor_p.stdin.close()
        scorer.meteor_p.wait(timeout=30)
        scorer.meteor_p.stdout.close()
        scorer.meteor_p.stderr.close()
    return float(score)


def as_words(sentence: str) -> str:
    """A sentence as its words, as LEVIR-CC counts them."""
    return " ".join(split_words(sentence))


def as_ids(sentence: str, vocabulary: Vocabulary) -> str:
    """A sentence as the official code scores it: a string of word ids, unknown words as id 1."""
    return " ".join(str(i) for i in vocabulary.encode(sentence, MAX_WORDS) if i not in (START, END))
