"""The sentences of one step of teaching the change embedding, with reverses that rules make of them. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch

from mci_model.retrieval.wording import reverse, states
from mci_model.training.retrieval.sentence_cache import Readings


class Sentences(NamedTuple):
    """The texts of one step, and which image each belongs to."""

    texts: list[str]
    owners: torch.Tensor
    """(T,) rows of the step's images: changed, unchanged, then changed backwards."""
    senses: torch.Tensor
    """(T,) 1 something came into being, -1 it went, 0 both or neither."""
    backwards: torch.Tensor
    """(T,) whether a rule made it out of another."""


def with_reverses(told: list[str], changed: int, device: torch.device) -> Sentences:
    """Sentences of changed pairs, then of unchanged ones, and the reverses of the first `changed` where a rule has one.

    The images they belong to are the pairs in the same order, then the changed pairs backwards in time.
    """
    turned = [(place, reverse(sentence)) for place, sentence in enumerate(told[:changed])]
    known = [(place, sentence) for place, sentence in turned if sentence is not None]
    texts = told + [sentence for _, sentence in known]
    owners = [*range(len(told)), *(len(told) + place for place, _ in known)]
    return Sentences(
        texts,
        torch.tensor(owners, device=device),
        torch.tensor([_sense(text) for text in texts], device=device),
        torch.arange(len(texts), device=device) >= len(told),
    )


def similarities(said: Sentences, readings: Readings) -> torch.Tensor:
    """(T, T) cosines of the texts; 0 for texts that tell of opposite ways, which MiniLM hardly tells apart."""
    means = readings.means(said.texts)
    agree = said.senses[:, None] * said.senses[None, :]
    crossed = said.backwards[:, None] != said.backwards[None, :]
    return (means @ means.T).masked_fill((agree < 0) | (crossed & (agree == 0)), 0)


def all_texts(captions: Sequence[tuple[str, ...]]) -> set[str]:
    """Every text that a step may need: the sentences, their reverses, and what they say of either date."""
    told = {sentence for sentences in captions for sentence in sentences}
    turned = {turned for sentence in told if (turned := reverse(sentence))}
    single = {text for sentence in told for text in states(sentence) if text}
    return told | turned | single


def _sense(sentence: str) -> int:
    before, after = states(sentence)
    return int(after is not None) - int(before is not None)
