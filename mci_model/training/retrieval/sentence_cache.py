"""Token states of sentences from the frozen sentence model, computed once and cached for all training steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch

from mci_model.text.sentence_model import TokenStates, encode_tokens

BATCH_SIZE = 256


class TokenStateCache:
    """The token states of many different sentences."""

    def __init__(self, sentences: Iterable[str], device: torch.device | None = None) -> None:
        """Encode the sentences, shortest first: texts of one length need no padding."""
        self.rows: dict[str, int] = {}
        self.device = device or torch.device("cpu")
        lengths: list[torch.Tensor] = []
        states: list[torch.Tensor] = []
        means: list[torch.Tensor] = []
        ordered = sorted(set(sentences), key=lambda sentence: (len(sentence), sentence))
        for start in range(0, len(ordered), BATCH_SIZE):
            encoded = encode_tokens(ordered[start : start + BATCH_SIZE], self.device)
            lengths.append(encoded.mask.sum(1))
            states.append(encoded.states[encoded.mask > 0].half())
            means.append(encoded.mean())
        self.rows = {sentence: row for row, sentence in enumerate(ordered)}
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
        return torch.tensor([self.rows[sentence] for sentence in sentences], device=self.device)
