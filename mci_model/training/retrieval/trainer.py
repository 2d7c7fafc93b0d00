"""Teaching the towers of the change embedding on kept views: contrast, captions and single dates together.

A step shows changed pairs, the same pairs backwards in time, and unchanged ones. Sentences that a rule can reverse
belong to the reversed pairs; reversed pairs without such a sentence are what no sentence of the step may find.
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
from mci_model.retrieval.wording import states
from mci_model.text.vocabulary import NULL, Vocabulary
from mci_model.training.losses import caption_loss
from mci_model.training.retrieval.cached_views import ChangeViews
from mci_model.training.retrieval.losses import attracting_loss, likeness, listwise_loss
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import Readings
from mci_model.training.retrieval.sentences import Sentences, all_texts, similarities, with_reverses

CAPTION_LENGTH = 41
COLDEST = 0.02
"""The temperature learns, but not below this."""


class CaptionHead(nn.Module):
    """One decoder layer that captions from a pair's states while training, and is then left behind."""

    places: torch.Tensor

    def __init__(self, width: int, heads: int, words: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, width)
        self.register_buffer("places", sinusoid_table(CAPTION_LENGTH, width), persistent=False)
        self.layer = DecoderLayer(width, heads, 2 * width, dropout=0.2)
        self.scores = nn.Linear(width, words)

    def forward(self, cells: torch.Tensor, ids: torch.Tensor) -> torch.Tensor:
        """States of cells (B, 64, width) and ids (B, T) -> word scores (B, T, words)."""
        states_ = self.words(ids) + self.places[: ids.shape[1]]
        mask = causal_mask(ids.shape[1], ids.device)
        scores: torch.Tensor = self.scores(self.layer(states_, self.layer.remember(cells), mask))
        return scores


class Losses(NamedTuple):
    """The parts of a step's loss."""

    pairs: float
    listwise: float
    captions: float
    dates: float


class RetrievalTrainer:
    """Trains the towers on views that are kept on one device."""

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
        self.readings = Readings(all_texts(self.captions), device)
        self.towers = ChangeTowers(settings).to(device)
        self.speaker = CaptionHead(settings.width, settings.heads, len(vocabulary)).to(device)
        self.warmth = nn.Parameter(torch.tensor(recipe.temperature, device=device).log())
        learned = [*self.towers.parameters(), *self.speaker.parameters()]
        groups: list[dict[str, Any]] = [{"params": learned}, {"params": [self.warmth], "weight_decay": 0.0}]
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
        """The learning rate of the next steps."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    def state(self) -> dict[str, Any]:
        """All that a teaching needs to go on."""
        modules = {"towers": self.towers, "speaker": self.speaker, "average": self.average}
        kept: dict[str, Any] = {name: module.state_dict() for name, module in modules.items()}
        return kept | {"warmth": self.warmth.detach(), "optimiser": self.optimiser.state_dict()}

    def load_state(self, kept: dict[str, Any]) -> None:
        """Go on from what `state` gave."""
        self.towers.load_state_dict(kept["towers"])
        self.speaker.load_state_dict(kept["speaker"])
        self.average.load_state_dict(kept["average"])
        self.warmth.data.copy_(kept["warmth"])
        self.optimiser.load_state_dict(kept["optimiser"])

    def step(self, number: int) -> Losses:
        """Step `number`, whose views follow from it and the seed; what it cost."""
        self.dice = np.random.default_rng((self.recipe.seed, number))
        torch.manual_seed(self.recipe.seed * 1_000_003 + number)
        self.towers.train()
        self.speaker.train()
        changed = np.array([self.dice.choice(views) for views in self._some_groups()])
        unchanged = self.dice.choice(self.unchanged, min(self.recipe.unchanged, len(self.unchanged)), replace=False)
        rows = np.concatenate([changed, unchanged])
        dates, evidence = self._features(rows)
        told = [self.captions[row][self.dice.integers(len(self.captions[row]))] for row in rows]
        sentences = with_reverses(told, len(changed), self.device)
        pairs, listwise, captions = self._pair_losses(dates, evidence, sentences, len(changed))
        single = self._date_loss(dates[: len(changed)], sentences.texts[: len(changed)])
        recipe = self.recipe
        total = pairs + recipe.listwise_weight * listwise + recipe.caption_weight * captions
        self._descend(total + recipe.date_weight * single)
        return Losses(*(float(loss.detach()) for loss in (pairs, listwise, captions, single)))

    def _some_groups(self) -> list[np.ndarray]:
        count = min(self.recipe.changed, len(self.groups))
        return [self.groups[place] for place in self.dice.choice(len(self.groups), count, replace=False)]

    def _features(self, rows: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Features of the chosen views, with some channels hidden on both dates alike, and both ways' evidence."""
        index = torch.from_numpy(rows).to(self.device)
        dates = self.dates[index].float()
        shown = functional.dropout(torch.ones(len(rows), 1, dates.shape[2], device=self.device), self.recipe.blanked)
        return dates * shown[..., None, None], self.evidence[index].float()

    def _pair_losses(
        self, dates: torch.Tensor, evidence: torch.Tensor, said: Sentences, changed: int
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        shown = torch.cat([dates, dates[:changed].flip(1)])
        marks = torch.cat([evidence[:, 0], evidence[:changed, 1]])
        states_, images = self.towers.see_pair(shown, marks)
        texts = self.towers.read(*self.readings.gather(said.texts))
        scores = images @ texts.T / self.warmth.exp().clamp_min(COLDEST)
        alike = similarities(said, self.readings)
        positive = torch.zeros_like(scores)
        positive[said.owners] = likeness(alike, self.recipe.alike)
        positive[changed : len(dates), changed : len(dates)] = 1  # unchanged pairs are one class
        pairs = (attracting_loss(scores, positive) + attracting_loss(scores.T, positive.T)) / 2
        own = scores[:changed, :changed]
        listwise = sum(listwise_loss(way, alike[:changed, :changed], self.recipe.sharpness) for way in (own, own.T)) / 2
        return pairs, torch.as_tensor(listwise), self._caption_loss(states_, said, changed)

    def _caption_loss(self, states_: torch.Tensor, said: Sentences, changed: int) -> torch.Tensor:
        """What captions cost of the changed pairs, and of reversed ones that have a sentence."""
        speaking = torch.cat([torch.arange(changed, device=self.device), said.backwards.nonzero().flatten()])
        rows = [self.vocabulary.encode(said.texts[place], CAPTION_LENGTH) for place in speaking.tolist()]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [NULL] * (longest - len(row)) for row in rows], device=self.device)
        return caption_loss(self.speaker(states_[said.owners[speaking]], ids[:, :-1]), ids)

    def _date_loss(self, dates: torch.Tensor, told: Sequence[str]) -> torch.Tensor:
        """Contrast of single dates with what the sentences say of them; a pair's other date is a negative, too."""
        seen = [states(sentence) for sentence in told]
        spoken = [(2 * row + place, text) for row, pair in enumerate(seen) for place, text in enumerate(pair) if text]
        if not spoken:
            return dates.sum() * 0
        images = self.towers.see_date(dates.flatten(0, 1))
        texts = self.towers.read(*self.readings.gather([text for _, text in spoken]))
        means = self.readings.means([text for _, text in spoken])
        scores = images @ texts.T / self.warmth.exp().clamp_min(COLDEST)
        positive = torch.zeros_like(scores)
        owners = torch.tensor([owner for owner, _ in spoken], device=self.device)
        positive[owners] = likeness(means @ means.T, self.recipe.alike)
        return (attracting_loss(scores, positive) + attracting_loss(scores.T, positive.T)) / 2

    def _descend(self, loss: torch.Tensor) -> None:
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.towers.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update_parameters(self.towers)


def _groups(views: ChangeViews) -> list[np.ndarray]:
    """The changed views, put together where they show one tile: the same tile has the same captions, as it is."""
    first: dict[int, tuple[str, ...]] = {}
    for place, sentences in zip(views.place.tolist(), views.captions, strict=True):
        first.setdefault(place, sentences)
    tiles: dict[tuple[str, ...], list[int]] = {}
    for row in np.flatnonzero(views.changed.numpy()).tolist():
        tiles.setdefault(first[int(views.place[row])], []).append(row)
    return [np.array(rows) for rows in tiles.values()]
