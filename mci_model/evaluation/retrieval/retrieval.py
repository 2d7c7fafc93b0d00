"""Evaluates a change embedding on a split: text to pair and pair to text, with BM25 and chance as baselines.

Queries are the first captions, one a pair; the gallery is all captioned pairs of the split (or the changed ones alone).
Relevant by RSICRC's protocol (arXiv 2406.13424): the pair itself, every pair whose first caption is the same text up to
rounding (cosine of MiniLM's embeddings >= 1), and for an unchanged pair every unchanged one. Gains of nDCG are that
cosine, negative ones as 0, and 1 among unchanged pairs. Even random rankings reach a high nDCG by it, as most captions
are about houses: compare it with `chance`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, PairFolder
from mci_model.errors import DatasetError
from mci_model.evaluation.retrieval.bm25_baseline import bm25_scores
from mci_model.evaluation.retrieval.other_words import in_other_words
from mci_model.evaluation.retrieval.ranking import Floats, Relevance, chance, rank_scores, recall_interval
from mci_model.inference.predictor import Predictor, Progress
from mci_model.retrieval.embedder import ChangeEmbedder
from mci_model.text.sentence_model import embed
from mci_model.text.time_reversal import mentions_new_buildings

EQUAL = 1 - 1e-5
"""Cosine from which two captions count as the same text; just below 1 because of rounding."""
DIRECTION_QUERY = "houses are built"
Search = Callable[[Sequence[str], Sequence[str], Floats], Floats]
"""Maps texts, generated captions of pairs, and their cosines (texts, pairs) to scores (texts, pairs)."""
Vectors = npt.NDArray[np.float32]


@dataclass(slots=True)
class EmbeddedSplit:
    """A split's captioned pairs with their vectors and generated captions."""

    captions: list[tuple[str, ...]] = field(default_factory=list)
    changed: list[bool] = field(default_factory=list)
    forwards: list[Vectors] = field(default_factory=list)
    backwards: list[Vectors] = field(default_factory=list)
    """Vectors of the pairs with their dates swapped."""
    generated: list[str] = field(default_factory=list)
    """Captions that the predictor generated, for the lexical baseline."""
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def queries(self) -> list[str]:
        """The first caption of each pair."""
        return [sentences[0] for sentences in self.captions]


def evaluate_retrieval(
    embedder: ChangeEmbedder,
    predictor: Predictor,
    folder: PairFolder,
    progress: Progress | None = None,
    searches: Mapping[str, Search] | None = None,
) -> tuple[dict[str, Any], dict[str, str]]:
    """All scores of a split, as docs/evaluation.md names them, and the skipped pairs: name and error.

    Args:
        embedder: what is evaluated.
        predictor: generates the captions of the lexical baseline.
        folder: the split.
        progress: called with pairs done and pairs in all.
        searches: other rankings of pairs for a text, by name; each is scored separately.

    Raises:
        DatasetError: fewer than two pairs of the split have captions and can be read.
    """
    split = embed_split(embedder, predictor, folder, progress)
    if len(split.captions) < 2:
        raise DatasetError(
            f"{folder.folder} holds {len(split.captions)} pairs with captions; ranking needs two or more."
        )
    texts, built = embedder.embed_text(split.queries), embedder.embed_text([DIRECTION_QUERY])[0]
    paraphrased = embedder.embed_text([in_other_words(query) for query in split.queries])
    return report(split, texts, built, paraphrased, searches), split.skipped


def embed_split(
    embedder: ChangeEmbedder, predictor: Predictor, folder: PairFolder, progress: Progress | None = None
) -> EmbeddedSplit:
    """Embed and caption every captioned pair; unreadable ones are listed in `skipped`."""
    split = EmbeddedSplit()
    names = [name for name in folder.names if folder.captions.get(name)]
    for number, name in enumerate(names, start=1):
        try:
            pair = folder.read(name)
        except DatasetError as error:
            split.skipped[name] = str(error)
            continue
        split.captions.append(pair.captions)
        split.changed.append(bool(pair.changed))
        forwards, backwards = embedder.embed_both_ways(pair.before, pair.after)
        split.forwards.append(forwards)
        split.backwards.append(backwards)
        split.generated.append(predictor.predict(pair.before, pair.after).caption)
        if progress:
            progress(number, len(names))
    return split


def report(
    split: EmbeddedSplit,
    texts: Vectors,
    built: Vectors,
    paraphrased: Vectors,
    searches: Mapping[str, Search] | None = None,
) -> dict[str, Any]:
    """Compute all scores from the vectors.

    Args:
        split: the split's pairs.
        texts: (N, D) of their first captions.
        built: (D,) vector of `DIRECTION_QUERY`.
        paraphrased: (N, D) of the paraphrased first captions.
        searches: as for `evaluate_retrieval`.
    """
    relevance = caption_relevance(split.queries, split.changed)
    pairs = np.stack(split.forwards)
    embedded = rank_both_directions(texts, pairs, relevance, split.changed)
    queries, generated = ([_canonical_sentence(text) for text in column] for column in (split.queries, split.generated))
    lexical = _both_ways(bm25_scores(queries, generated), bm25_scores(generated, queries), relevance, split.changed)
    random = {
        way: {group: chance(subset_truth) for group, (_, subset_truth) in _groups(truth, split.changed).items()}
        for way, truth in (("text_to_pair", relevance), ("pair_to_text", relevance.transposed))
    }
    groups = _groups(relevance, split.changed)
    rankings: dict[str, Callable[[npt.NDArray[np.intp]], Floats]]
    rankings = {name: partial(_search_scores, search, split, texts) for name, search in (searches or {}).items()}
    rankings["other_words"] = lambda rows: paraphrased[rows] @ pairs[rows].T
    alternatives = {
        name: {group: rank_scores(ranking(rows), truth) for group, (rows, truth) in groups.items()}
        for name, ranking in rankings.items()
    }
    intervals = {group: recall_interval(texts[rows] @ pairs[rows].T, truth) for group, (rows, truth) in groups.items()}
    return embedded | {
        "direction_accuracy": direction_accuracy(split, built),
        "baseline": {"chance": random, "bm25_captions": lexical},
        "beside": alternatives,
        "r@10_interval": intervals,
    }


def _search_scores(search: Search, split: EmbeddedSplit, texts: Vectors, rows: npt.NDArray[np.intp]) -> Floats:
    """Scores that a search gives to a subset of the texts and their pairs."""
    queries, generated = ([column[row] for row in rows] for column in (split.queries, split.generated))
    return search(queries, generated, texts[rows] @ np.stack(split.forwards)[rows].T)


def rank_both_directions(
    texts: Vectors, pairs: Vectors, relevance: Relevance, changed: Sequence[bool]
) -> dict[str, Any]:
    """The metrics of both directions from unit vectors (N, D)."""
    return _both_ways(texts @ pairs.T, pairs @ texts.T, relevance, changed)


def caption_relevance(queries: Sequence[str], changed: Sequence[bool]) -> Relevance:
    """Relevance and gains by the first captions (see the top of this file)."""
    vectors = embed([query.strip(" .").lower() for query in queries])
    similarity = np.clip(vectors @ vectors.T, 0, 1)
    unchanged = ~np.asarray(changed, bool)
    same_class = np.outer(unchanged, unchanged)
    itself = np.eye(len(queries), dtype=bool)
    return Relevance((similarity >= EQUAL) | same_class | itself, np.where(same_class | itself, 1, similarity))


def direction_accuracy(split: EmbeddedSplit, built: Vectors) -> float | None:
    """Share of the pairs with new buildings that are nearer to "houses are built" than their reversed copies.

    A pair counts where most of its captions mention a new building; None where there is no such pair.
    """
    mentions = [
        np.mean([mentions_new_buildings(sentence) for sentence in sentences]) > 0.5 for sentences in split.captions
    ]
    rows = np.flatnonzero(np.asarray(mentions) & np.asarray(split.changed, bool))
    if not len(rows):
        return None
    forwards, backwards = (np.stack(vectors)[rows] @ built for vectors in (split.forwards, split.backwards))
    return float((forwards > backwards).mean())


def _canonical_sentence(sentence: str) -> str:
    """The first fixed "unchanged" sentence for any of them: they mean the same but share few words."""
    return UNCHANGED_SENTENCES[0] if sentence.strip(" .") in UNCHANGED_SENTENCES else sentence


def _groups(relevance: Relevance, changed: Sequence[bool]) -> dict[str, tuple[npt.NDArray[np.intp], Relevance]]:
    """All pairs, and the changed ones with a gallery of their own, if there are at least two."""
    all_rows, rows = np.arange(len(changed)), np.flatnonzero(changed)
    groups = {"all": (all_rows, relevance)}
    return groups | ({"changed": (rows, relevance.subset(rows))} if len(rows) > 1 else {})


def _both_ways(to_pair: Floats, to_text: Floats, relevance: Relevance, changed: Sequence[bool]) -> dict[str, Any]:
    """Scores (queries, gallery) of both directions -> their metrics, for all and for changed pairs."""
    result: dict[str, Any] = {}
    for name, scores, truth in (("text_to_pair", to_pair, relevance), ("pair_to_text", to_text, relevance.transposed)):
        groups = _groups(truth, changed).items()
        result[name] = {
            group: rank_scores(scores[np.ix_(rows, rows)], subset_truth) for group, (rows, subset_truth) in groups
        }
    return result
