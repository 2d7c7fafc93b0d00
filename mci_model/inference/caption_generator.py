"""Generates captions from the decoder memory of pairs, consistent with gate and direction. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference.decoding import beam, beam_sentences, greedy
from mci_model.prediction import CHANGED_FROM
from mci_model.text.time_reversal import reverse
from mci_model.text.vocabulary import UNKNOWN, Vocabulary

RECONCILING_BEAM_WIDTH = 5
LOSS_SENTENCE = "some buildings are removed"
"""Where more disappears than appears and no sentence of the beam can be turned in time."""


class CaptionGenerator:
    """Decodes the caption of each pair."""

    def __init__(self, network: ChangeInterpretationNetwork, vocabulary: Vocabulary, device: torch.device) -> None:
        self.network, self.vocabulary, self.device = network, vocabulary, device

    @torch.inference_mode()
    def generate(
        self,
        memories: Sequence[list[LayerCache]],
        changed: Sequence[float],
        backwards: Sequence[bool],
        beams: int | None = None,
    ) -> list[list[int]]:
        """Word ids of each pair's caption.

        Args:
            memories: decoder caches of each pair, one a layer.
            changed: probability of any change of each pair.
            backwards: whether the caches tell of the dates in the other order, so that the words must be turned.
            beams: beam width; 1 is greedy; None: from the network's settings.
        """
        caches = [_join(list(layer)) for layer in zip(*memories, strict=True)]
        decoder, beams = self.network.caption_decoder, beams or self.network.settings.beams
        # Decoding writes into the caches; a second search starts from the pair's memory again.
        fresh = [LayerCache(cache.memory) for cache in caches]
        captions = greedy(decoder, fresh, len(memories)) if beams == 1 else beam(decoder, fresh, len(memories), beams)
        has_gate = self.network.gate is not None
        return [
            self._reconcile(changed[row], caches, row, ids, is_reversed=backwards[row])
            if has_gate or backwards[row]
            else ids
            for row, ids in enumerate(captions)
        ]

    def _reconcile(
        self, changed: float, caches: list[LayerCache], row: int, ids: list[int], *, is_reversed: bool
    ) -> list[int]:
        """Make the caption consistent with the gate and with the order of the dates.

        Where the gate detects no change, the caption is the fixed sentence for it. Where it detects one, it is the
        likeliest sentence that does not deny it and, where the caches tell of the other order, has a reverse.
        """
        if changed < CHANGED_FROM:
            return self._encode(UNCHANGED_SENTENCES[0])
        if (told := self._told(ids, is_reversed=is_reversed)) is not None:
            return told
        alone = [cache.select(torch.tensor([row], device=self.device)) for cache in caches]
        others = beam_sentences(self.network.caption_decoder, alone, 1, RECONCILING_BEAM_WIDTH)[0]
        usable = (self._told(other, is_reversed=is_reversed) for other in others)
        return next((one for one in usable if one is not None), self._encode(LOSS_SENTENCE) if is_reversed else ids)

    def _told(self, ids: list[int], *, is_reversed: bool) -> list[int] | None:
        """The sentence, turned in time if asked; None if it denies the change, or no rule turns it."""
        sentence = self.vocabulary.decode(ids)
        if sentence in UNCHANGED_SENTENCES:
            return None
        if not is_reversed:
            return ids
        turned = reverse(sentence)
        return None if turned is None or UNKNOWN in (told := self._encode(turned)) else told

    def _encode(self, sentence: str) -> list[int]:
        return self.vocabulary.encode(sentence, self.network.settings.caption_length)


def _join(caches: list[LayerCache]) -> LayerCache:
    key, value = (torch.cat([cache.memory[part] for cache in caches]) for part in (0, 1))
    return LayerCache((key, value))
