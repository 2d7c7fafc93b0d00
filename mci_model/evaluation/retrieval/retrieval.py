"""Judging a change embedding on a split: text to pair and pair to text, beside BM25 over generated captions and dice.

Queries are the first captions, one a pair; the gallery is all captioned pairs of the split (or the changed ones alone).
Relevant by RSICRC's protocol (arXiv 2406.13424): the pair itself, every pair whose first caption is the same text up to
rounding (cosine of MiniLM's embeddings >= 1), and for an unchanged pair every unchanged one. Gains of nDCG are that
cosine, negative ones as 0, and 1 among unchanged pairs. Even dice reach a high nDCG by it, as most captions are about
houses: read it beside `chance`.
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
from mci_model.evaluation.retrieval.ranking import Floats, Truth, chance, rank_scores, recall_interval
from mci_model.inference.predictor import Predictor, Progress
from mci_model.retrieval.embedder import ChangeEmbedder
from mci_model.retrieval.wording import tells_of_new_buildings
from mci_model.text.sentence_model import embed

EQUAL = 1 - 1e-5
"""Cosine from which two captions count as the same text; rounding leaves a little less than 1."""
DIRECTION_QUERY = "houses are built"
Search = Callable[[Sequence[str], Sequence[str], Floats], Floats]
"""From texts, generated captions of pairs, and their cosines (texts, pairs) to scores (texts, pairs)."""
Vectors = npt.NDArray[np.float32]


@dataclass(slots=True)
class Seen:
    """A split's captioned pairs, as the embedding and the eyes see them."""

    captions: list[tuple[str, ...]] = field(default_factory=list)
    changed: list[bool] = field(default_factory=list)
    forwards: list[Vectors] = field(default_factory=list)
    backwards: list[Vectors] = field(default_factory=list)
    """Vectors of the pairs with their dates swapped."""
    said: list[str] = field(default_factory=list)
    """The eyes' own captions, for the lexical baseline."""
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
    """All scores of a split, as docs/evaluation.md names them, and what was passed over: names and what is wrong.

    Args:
        embedder: what is judged.
        predictor: whose captions are the lexical baseline.
        folder: the split.
        progress: told pairs done and pairs in all.
        searches: other ways to order pairs for a text, by name; each gets scores of its own.

    Raises:
        DatasetError: fewer than two pairs of the split have captions and can be read.
    """
    seen = look_at(embedder, predictor, folder, progress)
    if len(seen.captions) < 2:
        raise DatasetError(
            f"{folder.folder} holds {len(seen.captions)} pairs with captions; ranking needs two or more."
        )
    texts, built = embedder.embed_text(seen.queries), embedder.embed_text([DIRECTION_QUERY])[0]
    others = embedder.embed_text([in_other_words(query) for query in seen.queries])
    return report(seen, texts, built, others, searches), seen.skipped


def look_at(
    embedder: ChangeEmbedder, predictor: Predictor, folder: PairFolder, progress: Progress | None = None
) -> Seen:
    """Embed and caption every captioned pair; broken ones are named in `skipped`."""
    seen = Seen()
    names = [name for name in folder.names if folder.captions.get(name)]
    for number, name in enumerate(names, start=1):
        try:
            pair = folder.read(name)
        except DatasetError as error:
            seen.skipped[name] = str(error)
            continue
        seen.captions.append(pair.captions)
        seen.changed.append(bool(pair.changed))
        forwards, backwards = embedder.embed_both_ways(pair.before, pair.after)
        seen.forwards.append(forwards)
        seen.backwards.append(backwards)
        seen.said.append(predictor.predict(pair.before, pair.after).caption)
        if progress:
            progress(number, len(names))
    return seen


def report(
    seen: Seen, texts: Vectors, built: Vectors, others: Vectors, searches: Mapping[str, Search] | None = None
) -> dict[str, Any]:
    """The scores from vectors.

    Args:
        seen: the split's pairs.
        texts: (N, D) of their first captions.
        built: (D,) of `DIRECTION_QUERY`.
        others: (N, D) of the first captions in other words.
        searches: as for `evaluate_retrieval`.
    """
    truth = judge_captions(seen.queries, seen.changed)
    pairs = np.stack(seen.forwards)
    learned = rank_views(texts, pairs, truth, seen.changed)
    asked, said = ([_one_for_none(text) for text in several] for several in (seen.queries, seen.said))
    lexical = _both_ways(bm25_scores(asked, said), bm25_scores(said, asked), truth, seen.changed)
    dice = {
        way: {group: chance(some) for group, (_, some) in _groups(wanted, seen.changed).items()}
        for way, wanted in (("text_to_pair", truth), ("pair_to_text", truth.turned))
    }
    groups = _groups(truth, seen.changed)
    orders: dict[str, Callable[[npt.NDArray[np.intp]], Floats]]
    orders = {name: partial(_searched, search, seen, texts) for name, search in (searches or {}).items()}
    orders["other_words"] = lambda rows: others[rows] @ pairs[rows].T
    beside = {
        name: {group: rank_scores(order(rows), wanted) for group, (rows, wanted) in groups.items()}
        for name, order in orders.items()
    }
    own = {group: recall_interval(texts[rows] @ pairs[rows].T, wanted) for group, (rows, wanted) in groups.items()}
    return learned | {
        "direction_accuracy": direction_accuracy(seen, built),
        "baseline": {"chance": dice, "bm25_captions": lexical},
        "beside": beside,
        "r@10_interval": own,
    }


def _searched(search: Search, seen: Seen, texts: Vectors, rows: npt.NDArray[np.intp]) -> Floats:
    """What a search gives some of the texts among their pairs."""
    asked, said = ([several[row] for row in rows] for several in (seen.queries, seen.said))
    return search(asked, said, texts[rows] @ np.stack(seen.forwards)[rows].T)


def rank_views(texts: Vectors, pairs: Vectors, truth: Truth, changed: Sequence[bool]) -> dict[str, Any]:
    """The measures of both directions from unit vectors (N, D)."""
    return _both_ways(texts @ pairs.T, pairs @ texts.T, truth, changed)


def judge_captions(queries: Sequence[str], changed: Sequence[bool]) -> Truth:
    """What is relevant to whom, and how far, by the first captions (see the top of this file)."""
    vectors = embed([query.strip(" .").lower() for query in queries])
    likeness = np.clip(vectors @ vectors.T, 0, 1)
    unchanged = ~np.asarray(changed, bool)
    one_class = np.outer(unchanged, unchanged)
    own = np.eye(len(queries), dtype=bool)
    return Truth((likeness >= EQUAL) | one_class | own, np.where(one_class | own, 1, likeness))


def direction_accuracy(seen: Seen, built: Vectors) -> float | None:
    """Share of the pairs with new buildings that stand nearer to "houses are built" than their reversed copies do.

    Pairs count of which most captions tell of a building that came into being; None where there are none.
    """
    told = [np.mean([tells_of_new_buildings(said) for said in sentences]) > 0.5 for sentences in seen.captions]
    rows = np.flatnonzero(np.asarray(told) & np.asarray(seen.changed, bool))
    if not len(rows):
        return None
    forwards, backwards = (np.stack(vectors)[rows] @ built for vectors in (seen.forwards, seen.backwards))
    return float((forwards > backwards).mean())


def _one_for_none(sentence: str) -> str:
    """The first of the fixed sentences for any of them: else words alone could not tell that they mean the same."""
    return UNCHANGED_SENTENCES[0] if sentence.strip(" .") in UNCHANGED_SENTENCES else sentence


def _groups(truth: Truth, changed: Sequence[bool]) -> dict[str, tuple[npt.NDArray[np.intp], Truth]]:
    """All pairs, and the changed ones with a gallery of their own, where there are two or more."""
    everyone, some = np.arange(len(changed)), np.flatnonzero(changed)
    groups = {"all": (everyone, truth)}
    return groups | ({"changed": (some, truth.among(some))} if len(some) > 1 else {})


def _both_ways(to_pair: Floats, to_text: Floats, truth: Truth, changed: Sequence[bool]) -> dict[str, Any]:
    """Scores (queries, gallery) of both directions -> their measures, for all and for changed pairs."""
    result: dict[str, Any] = {}
    for name, scores, wanted in (("text_to_pair", to_pair, truth), ("pair_to_text", to_text, truth.turned)):
        groups = _groups(wanted, changed).items()
        result[name] = {group: rank_scores(scores[np.ix_(rows, rows)], some) for group, (rows, some) in groups}
    return result
