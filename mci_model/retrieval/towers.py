"""The trained part of the change embedding: towers for pairs, for single dates and for texts, into one space.

features of both dates, and mask evidence -> cells -> self-attention -> attention pool -> vector of the pair
features of one date                      -> cells -> self-attention -> attention pool -> vector of the date
MiniLM states, one a word piece           ->                            attention pool -> vector of the text
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from mci_model.architecture.mask_head import EVIDENCE_CHANNELS
from mci_model.retrieval.frozen_features import CELLS
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.text.sentence_model import WIDTH as SENTENCE_WIDTH


class AttentionPool(nn.Module):
    """Pooling by learnt queries, after RSICRC's attention pool: (B, T, C) -> (B, queries * C)."""

    def __init__(self, width: int, queries: int) -> None:
        super().__init__()
        self.attend = nn.Linear(width, queries)
        self.value = nn.Linear(width, queries * width)
        self.queries = queries

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """Pool the tokens; those where `mask` (B, T) is 0 are ignored."""
        attention = self.attend(tokens)
        if mask is not None:
            attention = attention.masked_fill(mask[..., None] == 0, -torch.inf)
        values = self.value(tokens).unflatten(-1, (self.queries, -1))
        return torch.einsum("btq,btqc->bqc", attention.softmax(1), values).flatten(1)


class GridTower(nn.Module):
    """Cells (B, inputs, 8, 8) -> states (B, 64, width) and a vector (B, dimensions), not yet of unit length."""

    def __init__(self, inputs: int, settings: EmbeddingSettings, layers: int) -> None:
        super().__init__()
        width, dropout = settings.width, settings.dropout
        self.norm = nn.BatchNorm1d(inputs)
        self.enter = nn.Linear(inputs, width)
        self.places = nn.Parameter(0.02 * torch.randn(CELLS * CELLS, width))
        shape = {"dim_feedforward": 2 * width, "dropout": dropout, "batch_first": True, "norm_first": True}
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(width, settings.heads, activation="gelu", **shape)  # type: ignore[arg-type]
            for _ in range(layers)
        )
        self.looks = AttentionPool(width, settings.queries)
        self.leave = nn.Sequential(
            nn.LayerNorm(settings.queries * width),
            nn.Dropout(dropout),
            nn.Linear(settings.queries * width, settings.dimensions),
        )

    def forward(self, cells: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """States of the cells, and the vector."""
        states = self.enter(self.norm(cells.flatten(2)).transpose(1, 2)) + self.places
        for layer in self.layers:
            states = layer(states)
        return states, self.leave(self.looks(states))


class TextTower(nn.Module):
    """MiniLM's states (B, T, 384) and their mask -> (B, dimensions), not yet of unit length."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(SENTENCE_WIDTH)
        self.looks = AttentionPool(SENTENCE_WIDTH, settings.queries)
        joined = (settings.queries + 1) * SENTENCE_WIDTH
        self.leave = nn.Sequential(
            nn.Dropout(settings.dropout),
            nn.Linear(joined, settings.text_width),
            nn.GELU(),
            nn.Dropout(settings.dropout),
            nn.Linear(settings.text_width, settings.dimensions),
        )

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Encode texts."""
        states = self.norm(states)
        present = mask[..., None].to(states.dtype)
        mean = (states * present).sum(1) / present.sum(1)
        vectors: torch.Tensor = self.leave(torch.cat([mean, self.looks(states, mask)], dim=1))
        return vectors


class ChangeTowers(nn.Module):
    """The trained part of the change embedding; its vectors have unit length."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        super().__init__()
        self.settings = settings
        self.pair = GridTower(3 * settings.channels + EVIDENCE_CHANNELS, settings, settings.layers)
        self.date = GridTower(settings.channels, settings, 1)
        self.text = TextTower(settings)

    def encode_pair(self, dates: torch.Tensor, evidence: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Pairs -> states of their cells (B, 64, width) and unit vectors (B, dimensions).

        The order of the dates matters: the same pair backwards in time has another vector.

        Args:
            dates: (B, 2, C, 8, 8), earlier date first.
            evidence: (B, 5, 8, 8) of the mask.
        """
        before, after = dates.unbind(1)
        states, vectors = self.pair(torch.cat([before, after, (after - before).abs(), evidence], dim=1))
        return states, functional.normalize(vectors, dim=1)

    def encode_date(self, date: torch.Tensor) -> torch.Tensor:
        """Single dates (B, C, 8, 8) -> unit vectors (B, dimensions)."""
        return functional.normalize(self.date(date)[1], dim=1)

    def encode_text(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Token states of MiniLM -> unit vectors (B, dimensions)."""
        return functional.normalize(self.text(states, mask), dim=1)
