"""Steps that are not finite: what was at fault, and the network's buffers put back. Knows no data and no optimiser."""

from __future__ import annotations

from dataclasses import fields

import torch
from torch import nn

from mci_model.training.losses import Losses

MOST_IN_A_ROW = 10
"""Steps in a row that may change nothing; then it is no single batch that is at fault."""
MOST_NAMED = 3


class KeptBuffers:
    """A copy of a network's buffers: the running statistics of its norms change with every pass in training mode."""

    def __init__(self, network: nn.Module) -> None:
        self._buffers = list(network.buffers())
        self._copies = [buffer.clone() for buffer in self._buffers]

    def put_back(self) -> None:
        """Give the network the values that it had when this copy was made."""
        for buffer, copy in zip(self._buffers, self._copies, strict=True):
            buffer.copy_(copy)


def faulty_losses(losses: Losses) -> str:
    """The parts of a loss that are not finite, as the subject of a sentence; empty where all are.

    The total alone is no proof: a part whose weight is zero, or that balancing leaves out, is not in it.
    """
    values = torch.stack([getattr(losses, field.name).detach().float() for field in fields(losses)])
    if bool(values.isfinite().all()):
        return ""
    names = [field.name for field, value in zip(fields(losses), values.tolist(), strict=True) if not _finite(value)]
    parts = [name for name in names if name != "total"]
    return f"the loss of {' and '.join(parts)}" if parts else "the sum of the losses"


def faulty_gradients(network: nn.Module) -> str:
    """The parameters whose gradients are not finite, as the subject of a sentence.

    Where each is finite and only their common norm is not, the one with the largest value.
    """
    given = [(name, one.grad) for name, one in network.named_parameters() if one.grad is not None]
    names = [name for name, gradient in given if not bool(gradient.isfinite().all())]
    if not names:
        names = [max(given, key=lambda one: float(one[1].abs().max()))[0]]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"the gradient of {', '.join(names[:MOST_NAMED])}{more}"


def _finite(value: float) -> bool:
    return abs(value) < float("inf")
