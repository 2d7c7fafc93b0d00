"""The text tower goes on learning alone: a sentence in other words should lie where the sentence itself lay.

The tower as it was is the teacher, as in knowledge distillation (Hinton et al. 2015, arXiv 1503.02531), so no image is
looked at, and the vectors of pairs and dates stay what they are.
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
from mci_model.training.retrieval.paraphrases import reworded
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import Readings

AT_ONCE = 512
WARM_UP, RATE_FLOOR = 50, 0.02


def widen(towers: ChangeTowers, texts: Sequence[str], recipe: RetrievalRecipe, device: torch.device) -> ChangeTowers:
    """Towers whose text tower also reads other words.

    Args:
        towers: taught by `RetrievalTrainer`; left as they are.
        texts: sentences in lower case that they were taught on.
        recipe: how long, how fast, how many wordings.
        device: where to learn.
    """
    torch.manual_seed(recipe.seed)
    rng, told = np.random.default_rng(recipe.seed), sorted(set(texts))
    wordings = [[reworded(text, rng, recipe.reworded) for _ in range(recipe.wordings)] for text in told]
    readings = Readings([*told, *(text for several in wordings for text in several)], device)
    wanted = _vectors(towers.to(device).eval(), told, readings)
    taught = copy.deepcopy(towers).requires_grad_(requires_grad=False)
    taught.text.requires_grad_().train()
    optimiser = torch.optim.AdamW(taught.text.parameters(), lr=recipe.widening_rate, weight_decay=0.01)
    for number in track(range(recipe.widening_steps), "other words", console=Console(stderr=True)):
        for group in optimiser.param_groups:
            share = warmed_cosine(number, recipe.widening_steps, WARM_UP, RATE_FLOOR)
            group["lr"] = recipe.widening_rate * share
        rows = rng.integers(0, len(told), recipe.changed)
        said = [told[row] for row in rows] + [wordings[row][rng.integers(recipe.wordings)] for row in rows]
        vectors = taught.read(*readings.gather(said))
        loss = 1 - (vectors * wanted[np.concatenate([rows, rows])]).sum(1).mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return _between(towers, taught, recipe.kept)


@torch.no_grad()
def _between(before: ChangeTowers, after: ChangeTowers, kept: float) -> ChangeTowers:
    """The towers between both, as robust fine-tuning goes (Wortsman et al. 2022, arXiv 2109.01903)."""
    after.requires_grad_(requires_grad=False)
    for parameter, was in zip(after.text.parameters(), before.text.parameters(), strict=True):
        parameter.lerp_(was, kept)
    return after.eval()


@torch.no_grad()
def _vectors(towers: ChangeTowers, texts: Sequence[str], readings: Readings) -> torch.Tensor:
    """(N, D) of texts."""
    starts = range(0, len(texts), AT_ONCE)
    return torch.cat([towers.read(*readings.gather(texts[start : start + AT_ONCE])) for start in starts])
