"""Tensors of a safetensors file put into a network, held against the names, shapes and kinds that it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from mci_model.errors import WeightsError

Network = TypeVar("Network", bound=torch.nn.Module)
MAX_SHOWN = 200
"""Characters that are told of an error of a library."""


def load_into(path: Path, make: Callable[[], Network]) -> Network:
    """The network that `make` makes, in float32, with the tensors of a file; no memory is taken but for these.

    Raises:
        WeightsError: the file is damaged, the settings make no network, or its tensors are others than the network's.
    """
    try:
        tensors = load_file(path)
    except (SafetensorError, OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise WeightsError(f"{path.name} is damaged: {in_brief(error)}.") from error
    try:
        with torch.device("meta"):
            network = make()
    except (RuntimeError, ValueError, AssertionError) as error:
        raise WeightsError(f"{path.name} has settings that make no network: {in_brief(error)}.") from error
    floats = {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in tensors.items()}
    if fault := misfit(network.state_dict(), floats):
        raise WeightsError(f"{path.name} does not fit its own settings: {fault}.")
    network.load_state_dict(floats, assign=True)
    return network


def in_brief(error: BaseException) -> str:
    """The first line of what a library says, without the traceback that some add."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:MAX_SHOWN].rstrip(".:")


def misfit(expected: dict[str, torch.Tensor], found: dict[str, torch.Tensor]) -> str | None:
    """The first tensor that is missing, unknown, or of another shape or kind; None where all fit."""
    for name in sorted(expected.keys() ^ found.keys()):
        return f"it lacks {name}" if name in expected else f"it holds {name[:MAX_SHOWN]!a}, which has no place"
    for name, tensor in expected.items():
        if tensor.shape != found[name].shape:
            return f"{name} is of shape {tuple(found[name].shape)}, not {tuple(tensor.shape)}"
        if tensor.is_floating_point() != found[name].is_floating_point():
            return f"{name} holds {found[name].dtype} values"
    return None
