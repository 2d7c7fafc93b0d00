"""Teaching words and gate on kept views: first as a language, then each view's sentences, then what scores well.

The last part is self-critical training (Rennie et al., CVPR 2017): sentences that the decoder draws are rewarded by
how far their CIDEr-D lies above the mean of the view's other draws (the baseline of Luo, arXiv 2003.09971).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mci_model.caption_decoder import LayerCache, causal_mask
from mci_model.decoding import greedy
from mci_model.evaluation.captions import CaptionScore, consensus, score_captions
from mci_model.network import ChangeInterpretationNetwork
from mci_model.training.losses import binary_loss, caption_loss
from mci_model.training.views import Views
from mci_model.vocabulary import END, NULL, START, Vocabulary


@dataclass(frozen=True, slots=True)
class WordsRecipe:
    """How words and gate are taught. The defaults made the embedded weights."""

    turns: int = 3
    """Views of each pair."""
    language_steps: int = 1500
    steps: int = 2500
    rewarded_steps: int = 600
    views: int = 48
    """Changed views a step; as many unchanged ones are shown to the gate."""
    draws: int = 5
    """Sentences drawn of each view while they are rewarded."""
    learning_rate: float = 5e-4
    rewarded_rate: float = 4e-5
    weight_decay: float = 0.05
    feature_dropout: float = 0.2
    average: float = 0.995
    seed: int = 0


class WordTrainer:
    """Trains caption neck, decoder and gate of one network; all other parts stay as they are."""

    def __init__(
        self, network: ChangeInterpretationNetwork, vocabulary: Vocabulary, recipe: WordsRecipe, views: Views
    ) -> None:
        self.network, self.vocabulary, self.recipe, self.views = network, vocabulary, recipe, views
        self.changed, self.unchanged = (np.flatnonzero(views.changed.numpy() == truth) for truth in (True, False))
        self.dice = np.random.default_rng(recipe.seed)
        parts = [network.caption_neck, network.caption_decoder, network.gate]
        self.words = nn.ModuleList(part for part in parts if part is not None)
        averaging = get_ema_multi_avg_fn(recipe.average)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(self.words, multi_avg_fn=averaging, use_buffers=True)
        self.optimiser = torch.optim.AdamW(self.words.parameters(), weight_decay=recipe.weight_decay)

    def teach_language(self, sentences: Sequence[str]) -> float:
        """One step on sentences without a view: the decoder sees nothing and learns how people speak; the loss."""
        chosen = [sentences[i] for i in self.dice.integers(0, len(sentences), 4 * self.recipe.views)]
        width = self.network.settings.decoder_width
        nothing = self.network.caption_decoder.project(torch.zeros(len(chosen), 1, width))
        return self._step(self._language_loss(self._ids(chosen), nothing))

    def teach(self) -> float:
        """One step on changed views with one of their sentences each, and on as many unchanged ones; the loss."""
        changed = self._some(self.changed)
        caches, gate = self._described(changed)
        _, no_gate = self._described(self._some(self.unchanged), words=False)
        assert caches is not None
        ids = self._ids([self._sentence(view) for view in changed])
        return self._step(self._language_loss(ids, caches) + _gate_loss(gate, no_gate))

    def reward(self) -> float:
        """One step on drawn sentences, more likely the better they score; the mean score of the draws."""
        recipe, changed = self.recipe, self._some(self.changed)
        caches, gate = self._described(changed)
        _, no_gate = self._described(self._some(self.unchanged), words=False)
        assert caches is not None
        rows = torch.arange(len(changed)).repeat_interleave(recipe.draws)
        drawn = [cache.select(rows) for cache in caches]
        ids = self._draw(drawn, len(rows))
        scores = self._scores(ids, np.repeat(changed, recipe.draws)).view(-1, recipe.draws)
        others = (scores.sum(1, keepdim=True) - scores) / (recipe.draws - 1)
        fresh = [LayerCache(cache.memory) for cache in drawn]
        told = self.network.caption_decoder(ids[:, :-1], fresh, causal_mask(ids.shape[1] - 1, ids.device))
        likeliness = told.log_softmax(-1).gather(2, ids[:, 1:, None]).squeeze(2)
        spoken = (ids[:, 1:] != NULL).float()
        advantage = (scores - others).view(-1, 1)
        loss = -(advantage * likeliness * spoken).sum() / spoken.sum()
        self._step(loss + _gate_loss(gate, no_gate))
        return float(scores.mean())

    def set_rate(self, rate: float) -> None:
        """The learning rate of the next steps."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    def averaged(self) -> ChangeInterpretationNetwork:
        """The network with the averaged words and gate, ready to infer."""
        network = copy.deepcopy(self.network).eval()
        averages = self.average.module
        assert isinstance(averages, nn.ModuleList)
        neck, decoder, *gate = averages
        network.caption_neck.load_state_dict(neck.state_dict())
        network.caption_decoder.load_state_dict(decoder.state_dict())
        if network.gate is not None:
            network.gate.load_state_dict(gate[0].state_dict())
        return network

    def _some(self, numbers: np.ndarray) -> np.ndarray:
        return self.dice.choice(numbers, self.recipe.views)

    def _described(
        self, chosen: np.ndarray, *, words: bool = True
    ) -> tuple[list[LayerCache] | None, torch.Tensor | None]:
        self.network.train()
        rows, share = torch.from_numpy(chosen), self.recipe.feature_dropout
        before, after = (functional.dropout(f[rows].float(), share) for f in (self.views.before, self.views.after))
        return self.network.describe(before, after, self.views.evidence[rows], words=words)

    def _sentence(self, view: int) -> str:
        sentences = self.views.captions[view]
        return sentences[self.dice.integers(len(sentences))]

    def _ids(self, sentences: Sequence[str]) -> torch.Tensor:
        length = self.network.settings.caption_length
        rows = [self.vocabulary.encode(sentence, length) for sentence in sentences]
        longest = max(map(len, rows))
        return torch.tensor([row + [NULL] * (longest - len(row)) for row in rows])

    def _language_loss(self, ids: torch.Tensor, caches: list[LayerCache]) -> torch.Tensor:
        self.network.train()
        words = ids[:, :-1]
        scores = self.network.caption_decoder(words, caches, causal_mask(words.shape[1], words.device))
        return caption_loss(scores, ids)

    @torch.no_grad()
    def _draw(self, caches: list[LayerCache], rows: int) -> torch.Tensor:
        """Sentences drawn word by word as likely as the decoder finds them: ids (rows, length), NULL after END."""
        self.network.eval()
        ids = torch.full((rows, 1), START)
        ended = torch.zeros(rows, dtype=torch.bool)
        for place in range(self.network.settings.caption_length - 1):
            mask = torch.ones(1, 1, 1, place + 1, dtype=torch.bool)
            scores = self.network.caption_decoder(ids[:, -1:], caches, mask, start=place)[:, -1]
            picked = torch.multinomial(scores.softmax(-1), 1)
            ids = torch.cat([ids, torch.where(ended[:, None], NULL, picked)], dim=1)
            ended |= ids[:, -1] == END
            if bool(ended.all()):
                break
        return ids

    def _scores(self, ids: torch.Tensor, views: np.ndarray) -> torch.Tensor:
        said = [self.vocabulary.decode(row) for row in ids.tolist()]
        return torch.tensor(consensus(said, [self.views.captions[view] for view in views]))

    def _step(self, loss: torch.Tensor) -> float:
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.words.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update_parameters(self.words)
        return float(loss.detach())


def _gate_loss(changed: torch.Tensor | None, unchanged: torch.Tensor | None) -> torch.Tensor:
    if changed is None or unchanged is None:
        return torch.zeros(())
    truth = torch.cat([torch.ones_like(changed), torch.zeros_like(unchanged)])
    return 0.5 * binary_loss(torch.cat([changed, unchanged]), truth)


@dataclass(frozen=True, slots=True)
class WordScores:
    """How words and gate do on kept views."""

    changed: CaptionScore
    """Of the greedy sentences of changed views alone, without METEOR."""
    gate_accuracy: float


@torch.inference_mode()
def judge(network: ChangeInterpretationNetwork, vocabulary: Vocabulary, views: Views) -> WordScores:
    """Score a network in evaluation mode on views of pairs that it was not taught with."""
    said: list[str] = []
    right = 0
    for rows in torch.split(torch.arange(len(views)), 64):
        before, after = views.before[rows].float(), views.after[rows].float()
        caches, gate = network.describe(before, after, views.evidence[rows])
        assert caches is not None
        said += [vocabulary.decode(ids) for ids in greedy(network.caption_decoder, caches, len(rows))]
        if gate is not None:
            right += int(((gate > 0) == views.changed[rows]).sum())
    chosen = [number for number in range(len(views)) if views.changed[number]]
    score = score_captions([said[n] for n in chosen], [views.captions[n] for n in chosen], with_meteor=False)
    return WordScores(score, right / len(views))
