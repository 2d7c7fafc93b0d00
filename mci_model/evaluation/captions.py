"""Caption scores by pycocoevalcap (extra `eval`): BLEU, METEOR, ROUGE-L, CIDEr-D and S*m. Knows no image.

On words is the headline. The official code scores strings of word ids instead, on which METEOR cannot stem or find
synonyms; that way is offered too, for comparison with published tables.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from mci_model.errors import MissingPartError
from mci_model.text.vocabulary import END, START, Vocabulary, split_words

LONGEST = 400


@dataclass(frozen=True, slots=True)
class CaptionScore:
    """Corpus scores, 0-1 but for CIDEr-D, which pycocoevalcap gives from 0 to 10."""

    bleu_1: float
    bleu_2: float
    bleu_3: float
    bleu_4: float
    meteor: float | None
    """None where there is no Java to compute it."""
    rouge_l: float
    cider_d: float
    s_m: float | None
    """Mean of BLEU-4, METEOR, ROUGE-L and CIDEr-D."""


def score_captions(
    said: Sequence[str], references: Sequence[Sequence[str]], *, with_meteor: bool = True
) -> CaptionScore:
    """Score sentences against several references each.

    Args:
        said: one sentence a pair, words apart by blanks.
        references: the sentences of people, as many a pair as there are.
        with_meteor: METEOR takes longer than all the others together.

    Raises:
        MissingPartError: pycocoevalcap is not installed.
    """
    try:
        from pycocoevalcap.bleu.bleu import Bleu
        from pycocoevalcap.cider.cider import Cider
        from pycocoevalcap.rouge.rouge import Rouge
    except ImportError as error:
        raise MissingPartError("Captions are scored by pycocoevalcap: pip install 'terradelta[eval]'.") from error
    results = {place: [sentence] for place, sentence in enumerate(said)}
    truths = {place: list(sentences) for place, sentences in enumerate(references)}
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
    """METEOR 1.5 by its own program, closed again when it has answered."""
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
    """A sentence as the official code scores it: its words' ids as a string, unseen words as id 1."""
    return " ".join(str(i) for i in vocabulary.encode(sentence, LONGEST) if i not in (START, END))
