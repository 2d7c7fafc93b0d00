"""Whether a backend computes what torch computes, and how fast it is beside it, on one fixed pair."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import torch

from mci_model.architecture.network import Interpretation
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.inference.backends.backend import InferenceBackend
from mci_model.inference.backends.exported import MAPS
from mci_model.inference.windows import Image

SEED = 3
"""Of the drawn pair, which has changed buildings and roads."""
TOLERANCE = 1e-4
"""Largest difference of a probability; of features, as a share of the largest."""
REPEATS = 7

Pair = tuple[torch.Tensor, torch.Tensor]
Prepare = Callable[[Image], torch.Tensor]
"""RGB 0-255 (B, H, W, 3) -> the network's input."""


def fixed_pair(prepare: Prepare) -> Pair:
    """A drawn pair as the network takes it, (1, 3, 256, 256) each."""
    drawn = render(compose(SEED))
    return prepare(drawn.before[None]), prepare(drawn.after[None])


@torch.inference_mode()
def difference(one: Interpretation, other: Interpretation) -> float:
    """The largest difference of anything that two backends tell of one pair; infinite where one tells less.

    Classes that are equal but for ties follow from it: where the likeliest differ, they are as likely within twice it.
    """
    gaps = [_gap(a, b) for a, b in zip(_told(one), _told(other), strict=True)]
    return max(gaps)


def _gap(one: torch.Tensor | None, other: torch.Tensor | None) -> float:
    if one is None or other is None:
        return 0.0 if one is other else math.inf
    if one.shape != other.shape:
        return math.inf
    gap = float((one - other).abs().max())
    return math.inf if math.isnan(gap) else gap


def _told(seen: Interpretation) -> list[torch.Tensor | None]:
    """Probabilities, and what captions are made of as a share of its largest value."""
    memory = [part for cache in seen.caption_caches or [] for part in cache.memory]
    features = [None if part is None else part / part.abs().max() for part in (*(seen.coarse or ()), *memory)]
    return [*(_probability(getattr(seen, name)) for name in MAPS), *features]


def _probability(logits: torch.Tensor | None) -> torch.Tensor | None:
    """Over classes where there are any, (B, classes, H, W); else of yes."""
    if logits is None:
        return None
    return logits.softmax(1) if logits.ndim == 4 else logits.sigmoid()


def deviation_from(torch_backend: InferenceBackend, backend: InferenceBackend, pair: Pair) -> float:
    """The largest difference between two backends on one pair, with its caption's start."""
    return _on_one_core(lambda: difference(*(one.interpret(*pair, caption=True) for one in (torch_backend, backend))))


def share_of_torch(torch_backend: InferenceBackend, backend: InferenceBackend, pair: Pair) -> float:
    """Time of a window as a share of torch's: on one core each, in turns, so that other work slows both."""
    return _on_one_core(lambda: _share(torch_backend, backend, *pair))


def _on_one_core(work: Callable[[], float]) -> float:
    """What `work` returns in a thread in which torch uses one core, as in the product."""
    threads = torch.get_num_threads()
    with ThreadPoolExecutor(1, "measuring", partial(torch.set_num_threads, 1)) as pool:
        result = pool.submit(work).result()
    torch.set_num_threads(threads)  # a part of it is set for all threads
    return result


def _share(first: InferenceBackend, second: InferenceBackend, before: torch.Tensor, after: torch.Tensor) -> float:
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for backend, times in zip((first, second), seconds, strict=True):
            started = time.perf_counter()
            backend.interpret(before, after, caption=False)
            times.append(time.perf_counter() - started)
    return min(seconds[1]) / min(seconds[0])  # the rounds that other work on this machine disturbed least
