"""Sentences as the frozen sentence model reads them, read once and kept for all steps of a training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch

from mci_model.text.sentence_model import TokenStates, read_tokens

AT_ONCE = 256


class Readings:
    """The token states of many different sentences."""

    def __init__(self, sentences: Iterable[str], device: torch.device | None = None) -> None:
        """Read the sentences, shortest first: texts of one length need no padding."""
        self.places: dict[str, int] = {}
        self.device = device or torch.device("cpu")
        lengths: list[torch.Tensor] = []
        states: list[torch.Tensor] = []
        means: list[torch.Tensor] = []
        ordered = sorted(set(sentences), key=lambda sentence: (len(sentence), sentence))
        for start in range(0, len(ordered), AT_ONCE):
            read = read_tokens(ordered[start : start + AT_ONCE], self.device)
            lengths.append(read.mask.sum(1))
            states.append(read.states[read.mask > 0].half())
            means.append(read.mean())
        self.places = {sentence: place for place, sentence in enumerate(ordered)}
        self._lengths, self._states, self._means = (torch.cat(parts) for parts in (lengths, states, means))
        self._starts = self._lengths.cumsum(0) - self._lengths

    def gather(self, sentences: Sequence[str]) -> TokenStates:
        """The chosen sentences' states, padded to the longest of them."""
        rows = self._rows(sentences)
        lengths, starts = self._lengths[rows], self._starts[rows]
        steps = torch.arange(int(lengths.max()), device=self.device)
        mask = steps < lengths[:, None]
        index = torch.where(mask, starts[:, None] + steps, 0)
        return TokenStates(self._states[index].float(), mask.long())

    def means(self, sentences: Sequence[str]) -> torch.Tensor:
        """(N, 384) unit sentence embeddings of the chosen sentences."""
        return self._means[self._rows(sentences)]

    def _rows(self, sentences: Sequence[str]) -> torch.Tensor:
        return torch.tensor([self.places[sentence] for sentence in sentences], device=self.device)
