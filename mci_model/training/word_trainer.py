"""Trains captions and gate on cached views: first language alone, then each view's captions, and last the gate.

Captions are trained on features with some channels dropped on both dates, so that no view is memorised. The gate is
trained afterwards on complete features, as in use.
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

from mci_model.architecture.caption_decoder import LayerCache, causal_mask
from mci_model.architecture.network import ChangeGate, ChangeInterpretationNetwork
from mci_model.evaluation.captions import CaptionScore, score_captions
from mci_model.inference.decoding import greedy
from mci_model.text.vocabulary import NULL, Vocabulary
from mci_model.training.cached_views import Views
from mci_model.training.losses import binary_loss, caption_loss

BATCH_SIZE = 64
GATE_EVALUATION_INTERVAL = 20


@dataclass(frozen=True, slots=True)
class WordsRecipe:
    """Training settings of captions and gate. The defaults made the embedded weights."""

    turns: int = 2
    """Augmented views of each pair."""
    language_steps: int = 600
    steps: int = 1800
    gate_steps: int = 1500
    views: int = 64
    """Changed views a step; for the gate, this many changed and this many unchanged ones."""
    learning_rate: float = 5e-4
    gate_rate: float = 1e-3
    weight_decay: float = 0.05
    blanked: float = 0.15
    """Share of the feature channels dropped in a caption step."""
    average: float = 0.995
    seed: int = 0


class WordTrainer:
    """Trains caption neck and decoder of one network; all other parts are frozen."""

    def __init__(
        self, network: ChangeInterpretationNetwork, vocabulary: Vocabulary, recipe: WordsRecipe, views: Views
    ) -> None:
        self.network, self.vocabulary, self.recipe, self.views = network, vocabulary, recipe, views
        self.changed = np.flatnonzero(views.changed.numpy())
        self.rng = np.random.default_rng(recipe.seed)
        self.words = nn.ModuleList([network.caption_neck, network.caption_decoder])
        self.average = _averaged(self.words, recipe)
        self.optimiser = torch.optim.AdamW(self.words.parameters(), weight_decay=recipe.weight_decay)

    def language_step(self, sentences: Sequence[str]) -> float:
        """Do one step on sentences without features, which trains the language alone; return the loss."""
        chosen = [sentences[i] for i in self.rng.integers(0, len(sentences), 2 * self.recipe.views)]
        width = self.network.settings.decoder_width
        empty_caches = self.network.caption_decoder.project(torch.zeros(len(chosen), 1, width))
        return self._step(self._ids(chosen), empty_caches)

    def caption_step(self) -> float:
        """Do one step on changed views with one of their captions each; return the loss."""
        self.network.train()
        chosen = self.rng.choice(self.changed, self.recipe.views)
        rows = torch.from_numpy(chosen)
        before, after = self.views.before[rows].float(), self.views.after[rows].float()
        kept_channels = functional.dropout(torch.ones(before.shape[:2]), self.recipe.blanked)[:, :, None, None]
        before, after = self.network.caption_neck(before * kept_channels, after * kept_channels)
        caches = self.network.caption_decoder.remember(before, after, self.views.evidence[rows])
        return self._step(self._ids([self._sentence(view) for view in chosen]), caches)

    def set_rate(self, rate: float) -> None:
        """Set the learning rate of the next steps."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    def averaged(self) -> ChangeInterpretationNetwork:
        """The network with averaged caption weights, in evaluation mode."""
        network = copy.deepcopy(self.network).eval()
        averages = self.average.module
        assert isinstance(averages, nn.ModuleList)
        network.caption_neck.load_state_dict(averages[0].state_dict())
        network.caption_decoder.load_state_dict(averages[1].state_dict())
        return network

    def _sentence(self, view: int) -> str:
        sentences = self.views.captions[view]
        return sentences[self.rng.integers(len(sentences))]

    def _ids(self, sentences: Sequence[str]) -> torch.Tensor:
        length = self.network.settings.caption_length
        rows = [self.vocabulary.encode(sentence, length) for sentence in sentences]
        longest = max(map(len, rows))
        return torch.tensor([row + [NULL] * (longest - len(row)) for row in rows])

    def _step(self, ids: torch.Tensor, caches: list[LayerCache]) -> float:
        self.network.train()
        words = ids[:, :-1]
        scores = self.network.caption_decoder(words, caches, causal_mask(words.shape[1], words.device))
        loss = caption_loss(scores, ids)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.words.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update_parameters(self.words)
        return float(loss.detach())


def train_gate(network: ChangeInterpretationNetwork, views: Views, validation: Views, recipe: WordsRecipe) -> float:
    """Train the gate of a network, in place; return its best accuracy on the validation views.

    The bias of its last layer is shifted to the threshold with the best accuracy on the validation views.
    """
    assert network.gate is not None
    gate, rng = network.gate, np.random.default_rng(recipe.seed)
    summaries, validation_summaries = (gate.summarise(v.before, v.after, v.evidence) for v in (views, validation))
    classes = [np.flatnonzero(views.changed.numpy() == truth) for truth in (True, False)]
    average = _averaged(gate, recipe)
    optimiser = torch.optim.AdamW(gate.parameters(), recipe.gate_rate, weight_decay=recipe.weight_decay)
    best, offset, best_state = (
        *_best_threshold(gate, validation_summaries, validation.changed),
        copy.deepcopy(gate.state_dict()),
    )
    for step in range(recipe.gate_steps):
        gate.train()
        rows = torch.from_numpy(np.concatenate([rng.choice(rows_of_class, recipe.views) for rows_of_class in classes]))
        loss = binary_loss(gate.decide(summaries[rows]), views.changed[rows].long())
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        optimiser.zero_grad()
        average.update_parameters(gate)
        if (step + 1) % GATE_EVALUATION_INTERVAL == 0:
            accuracy, candidate = _best_threshold(average.module, validation_summaries, validation.changed)
            if accuracy > best:
                best, offset, best_state = accuracy, candidate, copy.deepcopy(average.module.state_dict())
    gate.load_state_dict(best_state)
    with torch.no_grad():
        gate.judge[-1].bias.sub_(offset)  # type: ignore[operator]
    gate.eval()
    return best


def _averaged(part: nn.Module, recipe: WordsRecipe) -> AveragedModel:
    averaging = get_ema_multi_avg_fn(recipe.average)  # type: ignore[no-untyped-call]
    return AveragedModel(part, multi_avg_fn=averaging, use_buffers=True)


@torch.no_grad()
def _best_threshold(gate: nn.Module, summaries: torch.Tensor, changed: torch.Tensor) -> tuple[float, float]:
    """The best accuracy, and the logit threshold that reaches it: the one nearest to 0."""
    assert isinstance(gate, ChangeGate)
    logits = gate.eval().decide(summaries)
    offsets = sorted(np.linspace(-2, 2, 81).tolist(), key=abs)
    accuracies = [float(((logits > offset) == changed).float().mean()) for offset in offsets]
    best = max(accuracies)
    return best, offsets[accuracies.index(best)]


@torch.inference_mode()
def evaluate_captions(network: ChangeInterpretationNetwork, vocabulary: Vocabulary, views: Views) -> CaptionScore:
    """Score the greedy captions of changed views, without METEOR; the network is in evaluation mode."""
    captions: list[str] = []
    changed = torch.from_numpy(np.flatnonzero(views.changed.numpy()))
    for rows in changed.tensor_split(list(range(BATCH_SIZE, len(changed), BATCH_SIZE))):
        before, after = network.caption_neck(views.before[rows].float(), views.after[rows].float())
        caches = network.caption_decoder.remember(before, after, views.evidence[rows])
        captions += [vocabulary.decode(ids) for ids in greedy(network.caption_decoder, caches, len(rows))]
    return score_captions(captions, [views.captions[view] for view in changed.tolist()], with_meteor=False)
