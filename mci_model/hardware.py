"""Properties of this machine, measured at run time. Knows no network."""

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
    """Whether matrix products in bfloat16 are faster than in float32, and not merely emulated; measured once.

    Processors without such instructions (most before 2021) are a hundred times slower in bfloat16. A GPU is asked
    instead: it is done with both before a clock can tell them apart.

    Args:
        device: "cpu", "cuda" or another of torch's.
    """
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    seconds = {}
    for dtype in (torch.float32, torch.bfloat16):
        matrix = torch.ones(SIDE, SIDE, device=device, dtype=dtype)
        float((matrix @ matrix)[0, 0])
        started = time.perf_counter()
        float((matrix @ matrix)[0, 0])
        seconds[dtype] = time.perf_counter() - started
    return seconds[torch.bfloat16] < seconds[torch.float32]


def keep_freed_memory() -> bool:
    """Let the process keep freed memory, where glibc allows it; return whether it does.

    A training step frees and allocates the same hundreds of megabytes repeatedly. By default each large block goes
    back to the system and returns as empty pages, which costs a quarter of the step.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(GLIBC_MMAP_MAX, 0) and mallopt(GLIBC_TRIM_THRESHOLD, 2**31 - 1))
