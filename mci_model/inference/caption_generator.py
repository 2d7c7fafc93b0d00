"""From what a network remembers of pairs to sentences that agree with its gate. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference.decoding import beam, beam_sentences, greedy
from mci_model.prediction import CHANGED_FROM
from mci_model.text.vocabulary import Vocabulary

RECONCILING_BEAMS = 5


class CaptionGenerator:
    """Finds the sentence for each pair."""

    def __init__(self, network: ChangeInterpretationNetwork, vocabulary: Vocabulary, device: torch.device) -> None:
        self.network, self.vocabulary, self.device = network, vocabulary, device

    @torch.inference_mode()
    def speak(
        self, memories: Sequence[list[LayerCache]], changed: Sequence[float], beams: int | None = None
    ) -> list[list[int]]:
        """Word ids, a pair.

        Args:
            memories: what the decoder remembers of each pair, a layer.
            changed: probability, a pair, that it changed at all.
            beams: sentences kept alive; 1 is greedy; None: as the network's settings say.
        """
        caches = [_join(list(layer)) for layer in zip(*memories, strict=True)]
        decoder, beams = self.network.caption_decoder, beams or self.network.settings.beams
        # Searching writes into the caches; what is searched again starts from the pair's own memory.
        fresh = [LayerCache(cache.memory) for cache in caches]
        said = greedy(decoder, fresh, len(memories)) if beams == 1 else beam(decoder, fresh, len(memories), beams)
        if self.network.gate is None:
            return said
        return [self._reconcile(changed[row], caches, row, ids) for row, ids in enumerate(said)]

    def _reconcile(self, changed: float, caches: list[LayerCache], row: int, said: list[int]) -> list[int]:
        """The gate decides whether there was a change; the sentence follows it.

        Where the gate sees none, the fixed sentence for it is said. Where it sees one and the decoder says none, the
        likeliest other sentence of a beam search is said, if there is one.
        """
        if changed < CHANGED_FROM:
            return self.vocabulary.encode(UNCHANGED_SENTENCES[0], self.network.settings.caption_length)
        if self.vocabulary.decode(said) not in UNCHANGED_SENTENCES:
            return said
        alone = [cache.select(torch.tensor([row], device=self.device)) for cache in caches]
        others = beam_sentences(self.network.caption_decoder, alone, 1, RECONCILING_BEAMS)[0]
        return next((ids for ids in others if self.vocabulary.decode(ids) not in UNCHANGED_SENTENCES), said)


def _join(caches: list[LayerCache]) -> LayerCache:
    key, value = (torch.cat([cache.memory[part] for cache in caches]) for part in (0, 1))
    return LayerCache((key, value))
