"""Trains the towers of the change embedding on cached views with contrastive, captioning and single-date losses.

A step uses changed pairs, the same pairs with swapped dates, and unchanged pairs. Sentences that a rule can reverse are
positives of the reversed pairs; reversed pairs without such a sentence are negatives of every sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mci_model.architecture.caption_decoder import DecoderLayer, causal_mask, sinusoid_table
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.text.time_reversal import states
from mci_model.text.vocabulary import NULL, Vocabulary
from mci_model.training.losses import caption_loss
from mci_model.training.retrieval.cached_views import ChangeViews
from mci_model.training.retrieval.losses import attracting_loss, listwise_loss, soft_positive
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import TokenStateCache
from mci_model.training.retrieval.sentences import Sentences, add_reversed_sentences, all_texts, similarities

CAPTION_LENGTH = 41
MIN_TEMPERATURE = 0.02
"""Lower bound of the learnt temperature."""


class CaptionHead(nn.Module):
    """One decoder layer that captions a pair from its states; used in training only."""

    positions: torch.Tensor

    def __init__(self, width: int, heads: int, words: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, width)
        self.register_buffer("positions", sinusoid_table(CAPTION_LENGTH, width), persistent=False)
        self.layer = DecoderLayer(width, heads, 2 * width, dropout=0.2)
        self.scores = nn.Linear(width, words)

    def forward(self, cells: torch.Tensor, ids: torch.Tensor) -> torch.Tensor:
        """States of cells (B, 64, width) and ids (B, T) -> word scores (B, T, words)."""
        cell_states = self.words(ids) + self.positions[: ids.shape[1]]
        mask = causal_mask(ids.shape[1], ids.device)
        scores: torch.Tensor = self.scores(self.layer(cell_states, self.layer.remember(cells), mask))
        return scores


class Losses(NamedTuple):
    """The parts of a step's loss."""

    pairs: float
    listwise: float
    captions: float
    dates: float


class RetrievalTrainer:
    """Trains the towers on views held on one device."""

    def __init__(
        self,
        settings: EmbeddingSettings,
        vocabulary: Vocabulary,
        recipe: RetrievalRecipe,
        views: ChangeViews,
        device: torch.device,
    ) -> None:
        self.recipe, self.vocabulary, self.device = recipe, vocabulary, device
        self.dates, self.evidence = views.dates.to(device), views.evidence.to(device)
        self.captions = [tuple(s.strip(" .").lower() for s in sentences) for sentences in views.captions]
        self.groups = _groups(views)
        self.unchanged = np.flatnonzero(~views.changed.numpy())
        self.token_cache = TokenStateCache(all_texts(self.captions), device)
        self.towers = ChangeTowers(settings).to(device)
        self.caption_head = CaptionHead(settings.width, settings.heads, len(vocabulary)).to(device)
        self.log_temperature = nn.Parameter(torch.tensor(recipe.temperature, device=device).log())
        learned = [*self.towers.parameters(), *self.caption_head.parameters()]
        groups: list[dict[str, Any]] = [{"params": learned}, {"params": [self.log_temperature], "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)
        averaging = get_ema_multi_avg_fn(recipe.average)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(self.towers, multi_avg_fn=averaging, use_buffers=True)

    @property
    def averaged(self) -> ChangeTowers:
        """The averaged towers, ready to embed."""
        towers = self.average.module
        assert isinstance(towers, ChangeTowers)
        return towers.eval()

    def set_rate(self, rate: float) -> None:
        """Set the learning rate of the next steps."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    def state(self) -> dict[str, Any]:
        """Everything needed to resume."""
        modules = {"towers": self.towers, "speaker": self.caption_head, "average": self.average}
        state: dict[str, Any] = {name: module.state_dict() for name, module in modules.items()}
        return state | {"warmth": self.log_temperature.detach(), "optimiser": self.optimiser.state_dict()}

    def load_state(self, state: dict[str, Any]) -> None:
        """Resume from a value of `state`."""
        self.towers.load_state_dict(state["towers"])
        self.caption_head.load_state_dict(state["speaker"])
        self.average.load_state_dict(state["average"])
        self.log_temperature.data.copy_(state["warmth"])
        self.optimiser.load_state_dict(state["optimiser"])

    def step(self, number: int) -> Losses:
        """Do step `number`, whose views follow from it and the seed; return its losses."""
        self.rng = np.random.default_rng((self.recipe.seed, number))
        torch.manual_seed(self.recipe.seed * 1_000_003 + number)
        self.towers.train()
        self.caption_head.train()
        changed = np.array([self.rng.choice(views) for views in self._sample_groups()])
        unchanged = self.rng.choice(self.unchanged, min(self.recipe.unchanged, len(self.unchanged)), replace=False)
        rows = np.concatenate([changed, unchanged])
        dates, evidence = self._features(rows)
        step_captions = [self.captions[row][self.rng.integers(len(self.captions[row]))] for row in rows]
        sentences = add_reversed_sentences(step_captions, len(changed), self.device)
        pairs, listwise, captions = self._pair_losses(dates, evidence, sentences, len(changed))
        single = self._date_loss(dates[: len(changed)], sentences.texts[: len(changed)])
        recipe = self.recipe
        total = pairs + recipe.listwise_weight * listwise + recipe.caption_weight * captions
        self._descend(total + recipe.date_weight * single)
        return Losses(*(float(loss.detach()) for loss in (pairs, listwise, captions, single)))

    def _sample_groups(self) -> list[np.ndarray]:
        count = min(self.recipe.changed, len(self.groups))
        return [self.groups[index] for index in self.rng.choice(len(self.groups), count, replace=False)]

    def _features(self, rows: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Features of the chosen views, with the same channels dropped on both dates, and evidence both ways."""
        index = torch.from_numpy(rows).to(self.device)
        dates = self.dates[index].float()
        kept_channels = functional.dropout(
            torch.ones(len(rows), 1, dates.shape[2], device=self.device), self.recipe.blanked
        )
        return dates * kept_channels[..., None, None], self.evidence[index].float()

    def _pair_losses(
        self, dates: torch.Tensor, evidence: torch.Tensor, sentences: Sentences, changed: int
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        both_ways = torch.cat([dates, dates[:changed].flip(1)])
        evidence_both_ways = torch.cat([evidence[:, 0], evidence[:changed, 1]])
        cell_states, images = self.towers.encode_pair(both_ways, evidence_both_ways)
        texts = self.towers.encode_text(*self.token_cache.gather(sentences.texts))
        scores = images @ texts.T / self.log_temperature.exp().clamp_min(MIN_TEMPERATURE)
        similarity = similarities(sentences, self.token_cache)
        positive = torch.zeros_like(scores)
        positive[sentences.image_rows] = soft_positive(similarity, self.recipe.alike)
        positive[changed : len(dates), changed : len(dates)] = 1  # unchanged pairs are one class
        pairs = (attracting_loss(scores, positive) + attracting_loss(scores.T, positive.T)) / 2
        square, target = scores[:changed, :changed], similarity[:changed, :changed]
        listwise = sum(listwise_loss(part, target, self.recipe.sharpness) for part in (square, square.T)) / 2
        return pairs, torch.as_tensor(listwise), self._caption_loss(cell_states, sentences, changed)

    def _caption_loss(self, cell_states: torch.Tensor, sentences: Sentences, changed: int) -> torch.Tensor:
        """Caption loss of the changed pairs and of the reversed ones that have a sentence."""
        captioned = torch.cat([torch.arange(changed, device=self.device), sentences.is_reversed.nonzero().flatten()])
        rows = [self.vocabulary.encode(sentences.texts[index], CAPTION_LENGTH) for index in captioned.tolist()]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [NULL] * (longest - len(row)) for row in rows], device=self.device)
        return caption_loss(self.caption_head(cell_states[sentences.image_rows[captioned]], ids[:, :-1]), ids)

    def _date_loss(self, dates: torch.Tensor, sentences: Sequence[str]) -> torch.Tensor:
        """Contrast of single dates with their descriptions; the other date of a pair is a negative, too."""
        descriptions = [states(sentence) for sentence in sentences]
        targets = [
            (2 * row + index, text) for row, pair in enumerate(descriptions) for index, text in enumerate(pair) if text
        ]
        if not targets:
            return dates.sum() * 0
        images = self.towers.encode_date(dates.flatten(0, 1))
        texts = self.towers.encode_text(*self.token_cache.gather([text for _, text in targets]))
        means = self.token_cache.means([text for _, text in targets])
        scores = images @ texts.T / self.log_temperature.exp().clamp_min(MIN_TEMPERATURE)
        positive = torch.zeros_like(scores)
        image_rows = torch.tensor([row for row, _ in targets], device=self.device)
        positive[image_rows] = soft_positive(means @ means.T, self.recipe.alike)
        return (attracting_loss(scores, positive) + attracting_loss(scores.T, positive.T)) / 2

    def _descend(self, loss: torch.Tensor) -> None:
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.towers.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update_parameters(self.towers)


def _groups(views: ChangeViews) -> list[np.ndarray]:
    """The changed views grouped by tile; pairs of one tile are those with equal captions."""
    first: dict[int, tuple[str, ...]] = {}
    for index, sentences in zip(views.place.tolist(), views.captions, strict=True):
        first.setdefault(index, sentences)
    tiles: dict[tuple[str, ...], list[int]] = {}
    for row in np.flatnonzero(views.changed.numpy()).tolist():
        tiles.setdefault(first[int(views.place[row])], []).append(row)
    return [np.array(rows) for rows in tiles.values()]
