"""Trains the text tower alone, so that a paraphrase gets the vector of its sentence.

The original tower is the teacher, as in knowledge distillation (Hinton et al. 2015, arXiv 1503.02531): no image is
needed, and the vectors of pairs and dates stay the same.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np
import torch
from rich.console import Console
from rich.progress import track

from mci_model.retrieval.towers import ChangeTowers
from mci_model.training.rate_schedule import warmed_cosine
from mci_model.training.retrieval.paraphrases import paraphrase
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import TokenStateCache

BATCH_SIZE = 512
WARM_UP, RATE_FLOOR = 50, 0.02


def widen(towers: ChangeTowers, texts: Sequence[str], recipe: RetrievalRecipe, device: torch.device) -> ChangeTowers:
    """Towers whose text tower also covers paraphrases.

    Args:
        towers: trained by `RetrievalTrainer`; not modified.
        texts: sentences in lower case that they were trained on.
        recipe: steps, learning rate and number of paraphrases.
        device: to train on.
    """
    torch.manual_seed(recipe.seed)
    rng, sentences = np.random.default_rng(recipe.seed), sorted(set(texts))
    paraphrases = [[paraphrase(text, rng, recipe.reworded) for _ in range(recipe.wordings)] for text in sentences]
    token_cache = TokenStateCache([*sentences, *(text for variants in paraphrases for text in variants)], device)
    targets = _vectors(towers.to(device).eval(), sentences, token_cache)
    widened = copy.deepcopy(towers).requires_grad_(requires_grad=False)
    widened.text.requires_grad_().train()
    optimiser = torch.optim.AdamW(widened.text.parameters(), lr=recipe.widening_rate, weight_decay=0.01)
    for number in track(range(recipe.widening_steps), "other words", console=Console(stderr=True)):
        for group in optimiser.param_groups:
            share = warmed_cosine(number, recipe.widening_steps, WARM_UP, RATE_FLOOR)
            group["lr"] = recipe.widening_rate * share
        rows = rng.integers(0, len(sentences), recipe.changed)
        batch = [sentences[row] for row in rows] + [paraphrases[row][rng.integers(recipe.wordings)] for row in rows]
        vectors = widened.encode_text(*token_cache.gather(batch))
        loss = 1 - (vectors * targets[np.concatenate([rows, rows])]).sum(1).mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return _interpolated(towers, widened, recipe.kept)


@torch.no_grad()
def _interpolated(before: ChangeTowers, after: ChangeTowers, kept: float) -> ChangeTowers:
    """The weighted mean of both, as in robust fine-tuning (Wortsman et al. 2022, arXiv 2109.01903)."""
    after.requires_grad_(requires_grad=False)
    for parameter, original in zip(after.text.parameters(), before.text.parameters(), strict=True):
        parameter.lerp_(original, kept)
    return after.eval()


@torch.no_grad()
def _vectors(towers: ChangeTowers, texts: Sequence[str], token_cache: TokenStateCache) -> torch.Tensor:
    """(N, D) vectors of texts."""
    starts = range(0, len(texts), BATCH_SIZE)
    return torch.cat([towers.encode_text(*token_cache.gather(texts[start : start + BATCH_SIZE])) for start in starts])
