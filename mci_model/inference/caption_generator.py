"""Generates captions from the decoder memory of pairs, consistent with the gate. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference.decoding import beam, beam_sentences, greedy
from mci_model.prediction import CHANGED_FROM
from mci_model.text.vocabulary import Vocabulary

RECONCILING_BEAM_WIDTH = 5


class CaptionGenerator:
    """Decodes the caption of each pair."""

    def __init__(self, network: ChangeInterpretationNetwork, vocabulary: Vocabulary, device: torch.device) -> None:
        self.network, self.vocabulary, self.device = network, vocabulary, device

    @torch.inference_mode()
    def generate(
        self, memories: Sequence[list[LayerCache]], changed: Sequence[float], beams: int | None = None
    ) -> list[list[int]]:
        """Word ids of each pair's caption.

        Args:
            memories: decoder caches of each pair, one a layer.
            changed: probability of any change of each pair.
            beams: beam width; 1 is greedy; None: from the network's settings.
        """
        caches = [_join(list(layer)) for layer in zip(*memories, strict=True)]
        decoder, beams = self.network.caption_decoder, beams or self.network.settings.beams
        # Decoding writes into the caches; a second search starts from the pair's memory again.
        fresh = [LayerCache(cache.memory) for cache in caches]
        captions = greedy(decoder, fresh, len(memories)) if beams == 1 else beam(decoder, fresh, len(memories), beams)
        if self.network.gate is None:
            return captions
        return [self._reconcile(changed[row], caches, row, ids) for row, ids in enumerate(captions)]

    def _reconcile(self, changed: float, caches: list[LayerCache], row: int, ids: list[int]) -> list[int]:
        """Make the caption consistent with the gate.

        Where the gate detects no change, the caption is the fixed sentence for it. Where it detects one and the caption
        denies it, the likeliest other sentence of a beam search is used, if there is one.
        """
        if changed < CHANGED_FROM:
            return self.vocabulary.encode(UNCHANGED_SENTENCES[0], self.network.settings.caption_length)
        if self.vocabulary.decode(ids) not in UNCHANGED_SENTENCES:
            return ids
        alone = [cache.select(torch.tensor([row], device=self.device)) for cache in caches]
        others = beam_sentences(self.network.caption_decoder, alone, 1, RECONCILING_BEAM_WIDTH)[0]
        return next((other for other in others if self.vocabulary.decode(other) not in UNCHANGED_SENTENCES), ids)


def _join(caches: list[LayerCache]) -> LayerCache:
    key, value = (torch.cat([cache.memory[part] for cache in caches]) for part in (0, 1))
    return LayerCache((key, value))
