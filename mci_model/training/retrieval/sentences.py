"""The sentences of one training step of the change embedding, and their rule-based reverses. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch

from mci_model.text.time_reversal import reverse, states
from mci_model.training.retrieval.sentence_cache import TokenStateCache


class Sentences(NamedTuple):
    """The texts of one step, and which image each belongs to."""

    texts: list[str]
    image_rows: torch.Tensor
    """(T,) rows in the step's images: changed, unchanged, then changed with swapped dates."""
    directions: torch.Tensor
    """(T,) 1 something appeared, -1 it disappeared, 0 both or neither."""
    is_reversed: torch.Tensor
    """(T,) whether it is the reverse of another sentence."""


def add_reversed_sentences(sentences: list[str], changed: int, device: torch.device) -> Sentences:
    """Sentences of changed pairs, of unchanged ones, and the reverses of the first `changed` where a rule gives one.

    Their images are the pairs in the same order, then the changed pairs with swapped dates.
    """
    reversed_sentences = [(row, reverse(sentence)) for row, sentence in enumerate(sentences[:changed])]
    reverses = [(row, sentence) for row, sentence in reversed_sentences if sentence is not None]
    texts = sentences + [sentence for _, sentence in reverses]
    image_rows = [*range(len(sentences)), *(len(sentences) + row for row, _ in reverses)]
    return Sentences(
        texts,
        torch.tensor(image_rows, device=device),
        torch.tensor([_direction(text) for text in texts], device=device),
        torch.arange(len(texts), device=device) >= len(sentences),
    )


def similarities(sentences: Sentences, token_cache: TokenStateCache) -> torch.Tensor:
    """(T, T) cosines of the texts; 0 for opposite directions of change, which MiniLM hardly separates."""
    means = token_cache.means(sentences.texts)
    same_direction = sentences.directions[:, None] * sentences.directions[None, :]
    one_reversed = sentences.is_reversed[:, None] != sentences.is_reversed[None, :]
    return (means @ means.T).masked_fill((same_direction < 0) | (one_reversed & (same_direction == 0)), 0)


def all_texts(captions: Sequence[tuple[str, ...]]) -> set[str]:
    """Every text that a step may need: the sentences, their reverses, and their descriptions of either date."""
    sentences = {sentence for group in captions for sentence in group}
    reversed_sentences = {text for sentence in sentences if (text := reverse(sentence))}
    single = {text for sentence in sentences for text in states(sentence) if text}
    return sentences | reversed_sentences | single


def _direction(sentence: str) -> int:
    before, after = states(sentence)
    return int(after is not None) - int(before is not None)
