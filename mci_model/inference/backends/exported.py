"""The network exported as ONNX, and what a runtime computes with it made into an interpretation. Knows no runtime.

Everything but the words is exported, as the network's own functions compute it; the start of a caption is made in torch
from the exported coarsest maps.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import nn

from mci_model.architecture.network import ChangeInterpretationNetwork, Interpretation
from mci_model.errors import BackendError
from mci_model.inference.backends.backend import Array, RunWindow
from mci_model.inference.windows import SIDE

INPUTS = ("before", "after")
MAPS = tuple(field.name for field in fields(Interpretation) if field.name not in ("caption_caches", "coarse"))
"""Whatever else an `Interpretation` tells, each a tensor, is exported under the name of its field."""
COARSE = ("coarse_before", "coarse_after", "evidence")
"""What captions are made of."""
OUTPUTS = (*MAPS, *COARSE)
OPSET = 17
"""Of ONNX: the first with layer normalisation as one operator."""


class WindowPass(nn.Module):
    """One pass without words, with a tuple of tensors as outputs; what the network does not tell is left out."""

    def __init__(self, network: ChangeInterpretationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Normalised images (1, 3, 256, 256) -> the outputs that `names` lists."""
        return tuple(self.outputs(before, after).values())

    @torch.no_grad()
    def names(self) -> list[str]:
        """Names of the outputs, found by one pass."""
        return list(self.outputs(*_blank_pair()))

    def outputs(self, before: torch.Tensor, after: torch.Tensor) -> dict[str, torch.Tensor]:
        """Outputs by name, in the order of `OUTPUTS`; what the network does not tell is left out."""
        levels = self.network.trunk(torch.cat([before, after]))
        seen = self.network.interpret_symmetrically(levels, caption=False, ground=True)
        assert seen.coarse is not None
        outputs = {name: getattr(seen, name) for name in MAPS} | dict(zip(COARSE, seen.coarse, strict=True))
        return {name: tensor for name, tensor in outputs.items() if tensor is not None}


def _blank_pair() -> tuple[torch.Tensor, torch.Tensor]:
    return torch.zeros(1, 3, SIDE, SIDE), torch.zeros(1, 3, SIDE, SIDE)


def export(network: ChangeInterpretationNetwork) -> bytes:
    """A folded network in float32 on the processor, as ONNX.

    Raises:
        BackendError: the package onnx is missing, or torch cannot export this network.
    """
    try:
        import onnx  # noqa: F401 - torch's export asks for it, and says so less clearly
    except ImportError as error:
        raise BackendError(
            "The network must be exported once for this backend, which needs the package onnx: "
            "pip install 'terradelta[onnx]', or choose --backend torch."
        ) from error
    window_pass = WindowPass(network).eval()
    with TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        path = Path(folder) / "network.onnx"
        # Deprecated, but the exporter that follows it takes ten times as long and needs one more package.
        warnings.simplefilter("ignore")
        try:
            torch.onnx.export(
                window_pass,
                _blank_pair(),
                path,
                dynamo=False,
                opset_version=OPSET,
                input_names=list(INPUTS),
                output_names=window_pass.names(),
            )
        except (RuntimeError, TypeError, torch.onnx.OnnxExporterError) as error:
            raise BackendError(f"This network cannot be exported ({error}); choose --backend torch.") from error
        return path.read_bytes()


class ExportedBackend:
    """Runs the exported network by a runtime, a window at a time, so that results do not depend on the batch."""

    def __init__(self, network: ChangeInterpretationNetwork, run: RunWindow, identity: str) -> None:
        self.network, self._run, self.identity = network, run, identity

    @torch.inference_mode()
    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool) -> Interpretation:
        """Interpret normalised images."""
        pairs = zip(_arrays(before), _arrays(after), strict=True)
        outputs = _joined([self._run(*pair) for pair in pairs])
        coarse = (outputs["coarse_before"], outputs["coarse_after"], outputs.get("evidence"))
        caches = self.network.describe(*coarse, words=True)[0] if caption else None
        maps = {name: outputs.get(name) for name in MAPS}
        return Interpretation(caption_caches=caches, coarse=coarse, **maps)


def _arrays(images: torch.Tensor) -> list[Array]:
    return [image[None].contiguous().numpy() for image in images]


def _joined(windows: list[Mapping[str, Array]]) -> dict[str, torch.Tensor]:
    """The outputs of a batch; of what is told of either date the earlier dates of all windows come first."""
    joined = {}
    for name in windows[0]:
        parts = [window[name] for window in windows]
        if len(parts[0]) == 2:
            parts = [part[[date]] for date in (0, 1) for part in parts]
        joined[name] = torch.from_numpy(np.concatenate(parts))
    return joined
