"""What this machine is good at, asked of itself. Knows no network."""

from __future__ import annotations

import ctypes
import time
from functools import cache

import torch

SIDE = 512
GLIBC_TRIM_THRESHOLD, GLIBC_MMAP_MAX = -1, -4
"""Parameters of glibc's mallopt(3)."""


@cache
def multiplies_bfloat16(device: str) -> bool:
    """Whether matrix products in bfloat16 are faster than in float32, and not merely imitated: tried once.

    Processors without such instructions (most before 2021) are a hundred times slower in bfloat16.

    Args:
        device: "cpu", "cuda" or another of torch's.
    """
    spent = {}
    for kind in (torch.float32, torch.bfloat16):
        matrix = torch.ones(SIDE, SIDE, device=device, dtype=kind)
        float((matrix @ matrix)[0, 0])
        started = time.perf_counter()
        float((matrix @ matrix)[0, 0])
        spent[kind] = time.perf_counter() - started
    return spent[torch.bfloat16] < spent[torch.float32]


def keep_freed_memory() -> bool:
    """Let the process keep what it frees, where glibc allows it; whether it does.

    A training step frees and asks for the same hundreds of megabytes again and again. By default each large block goes
    back to the system and comes back as empty pages, which costs a quarter of the step.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(GLIBC_MMAP_MAX, 0) and mallopt(GLIBC_TRIM_THRESHOLD, 2**31 - 1))
