"""From both dates' caption features to word scores, one word at a time with a key/value cache. Knows no vocabulary.

The layer is the post-norm decoder layer of Vaswani et al. 2017 with one deviation of the official network, for parity:
the layer's input is added again to its output.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import torch
from torch import nn
from torch.nn import functional

from mci_model.architecture.interaction import to_tokens
from mci_model.architecture.mask_head import EVIDENCE_CHANNELS
from mci_model.settings import NetworkSettings


@dataclass(slots=True)
class LayerCache:
    """Keys and values of one layer, (B, heads, tokens, head width): of the pair (fixed) and of the words so far."""

    memory: tuple[torch.Tensor, torch.Tensor]
    words: tuple[torch.Tensor, torch.Tensor] | None = None

    def select(self, rows: torch.Tensor) -> LayerCache:
        """The cache of the chosen batch rows, in that order."""
        words = None if self.words is None else (self.words[0][rows], self.words[1][rows])
        return LayerCache((self.memory[0][rows], self.memory[1][rows]), words)


class BottleneckResidual(nn.Module):
    """1x1, 3x3, 1x1 convolutions around a shortcut; (B, C, H, W) -> the same shape."""

    def __init__(self, width: int) -> None:
        super().__init__()
        half = width // 2
        self.layers = nn.Sequential(
            nn.Conv2d(width, half, 1),
            nn.BatchNorm2d(half),
            nn.ReLU(inplace=True),
            nn.Conv2d(half, half, 3, padding=1),
            nn.BatchNorm2d(half),
            nn.ReLU(inplace=True),
            nn.Conv2d(half, width, 1),
            nn.BatchNorm2d(width),
        )

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Refine a map."""
        return functional.relu(features + self.layers(features))


class DecoderLayer(nn.Module):
    """Self-attention over the words so far, attention to the pair, feed-forward."""

    def __init__(self, width: int, heads: int, feedforward: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads, self.dropout = heads, nn.Dropout(dropout)
        self.self_in, self.self_out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.cross_query, self.cross_memory = nn.Linear(width, width), nn.Linear(width, 2 * width)
        self.cross_out = nn.Linear(width, width)
        self.linear1, self.linear2 = nn.Linear(width, feedforward), nn.Linear(feedforward, width)
        self.norm1, self.norm2, self.norm3 = nn.LayerNorm(width), nn.LayerNorm(width), nn.LayerNorm(width)

    def _split(self, projected: torch.Tensor) -> torch.Tensor:
        batch, length, width = projected.shape
        return projected.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def remember(self, memory: torch.Tensor) -> LayerCache:
        """Keys and values of the pair's memory tokens (B, M, C), computed once for the whole sentence."""
        key, value = self.cross_memory(memory).chunk(2, dim=-1)
        return LayerCache((self._split(key), self._split(value)))

    def forward(self, words: torch.Tensor, cache: LayerCache, mask: torch.Tensor) -> torch.Tensor:
        """New words (B, T, C) -> their states; `mask` (B or 1, 1, T, all words) is true where attention is allowed."""
        query, key, value = (self._split(part) for part in self.self_in(words).chunk(3, dim=-1))
        if cache.words is not None:
            key, value = torch.cat([cache.words[0], key], dim=2), torch.cat([cache.words[1], value], dim=2)
        cache.words = (key, value)
        self_attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        states = self.norm1(words + self.dropout(self.self_out(self_attended.transpose(1, 2).flatten(2))))
        cross_attended = functional.scaled_dot_product_attention(self._split(self.cross_query(states)), *cache.memory)
        states = self.norm2(states + self.dropout(self.cross_out(cross_attended.transpose(1, 2).flatten(2))))
        hidden = self.linear2(self.dropout(functional.relu(self.linear1(states))))
        out: torch.Tensor = self.norm3(states + self.dropout(hidden))
        return out + words


class CaptionDecoder(nn.Module):
    """Word scores given the pair and the words so far."""

    positions: torch.Tensor

    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        width = settings.decoder_width
        shape = (settings.decoder_heads, settings.decoder_feedforward)
        self.length = settings.caption_length
        self.join = nn.Conv2d(2 * settings.widths[-1], width, 1)
        self.marks = nn.Conv2d(EVIDENCE_CHANNELS, width, 1) if settings.words_see_mask else None
        if self.marks is not None:  # zero at first, so that it can extend a network trained without it
            nn.init.zeros_(self.marks.weight)
            nn.init.zeros_(self.marks.bias)  # type: ignore[arg-type]
        self.refine = BottleneckResidual(width)
        self.words = nn.Embedding(settings.vocabulary_size, width)
        self.register_buffer("positions", sinusoid_table(self.length, width), persistent=False)
        self.dropout = nn.Dropout(0.1)
        layers = [DecoderLayer(width, *shape) for _ in range(settings.decoder_layers)]
        self.layers = nn.ModuleList(layers)
        self.scores = nn.Linear(width, settings.vocabulary_size)

    def remember(
        self, before: torch.Tensor, after: torch.Tensor, evidence: torch.Tensor | None = None
    ) -> list[LayerCache]:
        """Two (B, C, H, W) maps -> an empty cache a layer, holding the pair's keys and values."""
        return self.project(self.memorise(before, after, evidence))

    def memorise(self, before: torch.Tensor, after: torch.Tensor, evidence: torch.Tensor | None = None) -> torch.Tensor:
        """Two (B, C, H, W) maps, and the mask's evidence in their cells -> the tokens (B, H * W, width) of the pair."""
        joined = self.join(torch.cat([before, after], dim=1))
        if self.marks is not None and evidence is not None:
            joined = joined + self.marks(evidence)
        return to_tokens(self.refine(joined))

    def project(self, memory: torch.Tensor) -> list[LayerCache]:
        """Memory tokens -> an empty cache a layer."""
        return [cast(DecoderLayer, layer).remember(memory) for layer in self.layers]

    def forward(self, ids: torch.Tensor, caches: list[LayerCache], mask: torch.Tensor, start: int = 0) -> torch.Tensor:
        """Ids (B, T) at positions start.. -> scores (B, T, vocabulary); the caches grow by T words."""
        positions = self.positions[start : start + ids.shape[1]]
        states = self.dropout(self.words(ids) + positions)
        for layer, cache in zip(self.layers, caches, strict=True):
            states = layer(states, cache, mask)
        scores: torch.Tensor = self.scores(self.dropout(states))
        return scores


def sinusoid_table(length: int, width: int) -> torch.Tensor:
    """(length, width) positions: sine on even channels, cosine on odd ones (Vaswani et al. 2017)."""
    position = torch.arange(length)[:, None]
    rate = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.stack([torch.sin(position * rate), torch.cos(position * rate)], dim=-1).flatten(1)


def causal_mask(length: int, device: torch.device) -> torch.Tensor:
    """(1, 1, length, length): each word attends to itself and to earlier words."""
    return torch.ones(length, length, dtype=torch.bool, device=device).tril()[None, None]
