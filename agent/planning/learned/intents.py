"""Which tool a piece of a question means, with what certainty: one trained linear layer over two views of the words.

The views are hashed character and word n-grams, good at known wordings and typos, and the MiniLM sentence embedding,
good at unusual wordings. The embedding is all-MiniLM-L6-v2 (Wang et al. 2020), from the package that carries it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from agent.errors import PlannerError
from mci_model.errors import MissingPartError

NONE = "none"
"""The intent of whatever needs no tool: small talk, other subjects, nothing to do."""
WEIGHTS = Path(__file__).parent / "intents.safetensors"
BUCKETS = 4096
EMBEDDING_WEIGHT = 1.6
"""How much the embedding counts beside the n-grams, chosen on development questions."""


@dataclass(frozen=True)
class IntentModel:
    """Scores of every intent for a text."""

    names: tuple[str, ...]
    weight: npt.NDArray[np.float32]
    """(intents, features)."""
    bias: npt.NDArray[np.float32]

    @cached_property
    def _cache(self) -> dict[str, npt.NDArray[np.float32]]:
        return {}

    def probabilities(self, text: str) -> dict[str, float]:
        """Probability of each intent, 0-1."""
        if text not in self._cache:
            scores = self.weight @ features([text])[0] + self.bias
            shares = np.exp(scores - scores.max())
            self._cache[text] = shares / shares.sum()
        return dict(zip(self.names, self._cache[text].tolist(), strict=True))

    def best(self, text: str) -> tuple[str, float]:
        """The likeliest intent and its probability."""
        chances = self.probabilities(text)
        name = max(chances, key=chances.__getitem__)
        return name, chances[name]


@lru_cache(maxsize=1)
def load_intents() -> IntentModel:
    """The trained model that is shipped.

    Raises:
        PlannerError: its file is missing or damaged.
    """
    try:
        with safe_open(WEIGHTS, "numpy") as file:
            names = tuple(json.loads(file.metadata()["intents"]))
            return IntentModel(names, file.get_tensor("weight").astype(np.float32), file.get_tensor("bias"))
    except (OSError, SafetensorError, KeyError, TypeError) as error:
        raise PlannerError(f"{WEIGHTS.name} is missing or damaged; install terradelta again.") from error


def features(texts: list[str]) -> npt.NDArray[np.float32]:
    """(texts, features): hashed n-grams, then the embedding."""
    lowered = [text.lower() for text in texts]
    grams = [np.asarray(view.transform(lowered).todense()) for view in _ngrams()]
    return np.concatenate([*grams, EMBEDDING_WEIGHT * embed(lowered)], axis=1).astype(np.float32)


@lru_cache(maxsize=1)
def _ngrams() -> tuple[Any, ...]:
    from sklearn.feature_extraction.text import HashingVectorizer

    shared = {"n_features": BUCKETS, "alternate_sign": False, "norm": "l2"}
    words = HashingVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", **shared)  # noqa: S106 - a pattern of words
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), **shared)
    return words, characters


def embed(texts: list[str]) -> npt.NDArray[np.float32]:
    """(texts, 384) unit sentence embeddings.

    Raises:
        PlannerError: the package with the model is missing.
    """
    from mci_model.text import sentence_model

    try:
        return sentence_model.embed(texts)
    except MissingPartError as error:
        raise PlannerError(str(error)) from error


def vocabulary() -> list[str]:
    """Words that the embedding knows whole, and pieces of others."""
    from mci_model.text import sentence_model

    try:
        return list(sentence_model.load_tokenizer().get_vocab())
    except MissingPartError as error:
        raise PlannerError(str(error)) from error
