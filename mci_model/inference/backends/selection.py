"""Which backend computes the network: the one that was asked for, or the fastest that agrees with torch."""

from __future__ import annotations

import hashlib
import math

import torch
from torch import nn

from mci_model.errors import BackendError
from mci_model.inference.backends import onnx_runtime, open_vino
from mci_model.inference.backends.agreement import TOLERANCE, Prepare, deviation_from, fixed_pair, share_of_torch
from mci_model.inference.backends.backend import AUTO, TORCH, InferenceBackend, Requested, Runtime, identity
from mci_model.inference.backends.exported import ExportedBackend, export
from mci_model.inference.backends.model_cache import ModelCache, Verdict
from mci_model.inference.backends.torch_backend import TorchBackend

VARIABLE = "TERRADELTA_BACKEND"
"""Environment variable: the backend where none is asked for."""
RUNTIMES: tuple[Runtime, ...] = (onnx_runtime.RUNTIME, open_vino.RUNTIME)
NAMES = (AUTO, TORCH, *(runtime.name for runtime in RUNTIMES))
WORTH_IT = 0.9
"""Share of the time of those before it that a backend must stay below to be chosen: less would be chance, and each
takes longer to load than those before it."""


def requested_backend(text: str) -> Requested:
    """The backend that was asked for.

    Raises:
        BackendError: there is no such backend.
    """
    return Requested.parse(text, NAMES)


def choose_backend(
    requested: Requested, torch_backend: TorchBackend, weights: str, prepare: Prepare
) -> InferenceBackend:
    """The backend of a folded network.

    Args:
        requested: by name, or automatic: then whatever cannot be used is passed over.
        torch_backend: of the network.
        weights: SHA-256 of its weights; empty where they are no file.
        prepare: makes the network's input of images.

    Raises:
        BackendError: the backend asked for is not installed, is another version than it must be, cannot run this
            network or computes something else.
    """
    runs_here = torch_backend.device.type == "cpu" and torch_backend.precision == "float32"
    if requested.name == TORCH:
        requested.check(torch.__version__)
    if requested.name == TORCH or (requested.name == AUTO and not runs_here):
        return torch_backend
    if not runs_here:
        raise BackendError(
            f"{requested.name} computes on the processor in float32, and the network is to run on "
            f"{torch_backend.device.type} in {torch_backend.precision}; choose torch, or leave the processor's device."
        )
    trial = Trial(torch_backend, weights, prepare)
    if requested.name == AUTO:
        return trial.fastest()
    runtime = next(one for one in RUNTIMES if one.name == requested.name)
    requested.check(runtime.version() or requested.version)
    return trial.by_name(runtime)


class Trial:
    """Backends of one network: exported, checked and measured at first use, which is kept."""

    def __init__(self, torch_backend: TorchBackend, weights: str, prepare: Prepare) -> None:
        """Try nothing yet; arguments as for `choose_backend`."""
        self._torch, self._network, self._prepare = torch_backend, torch_backend.network, prepare
        self._cache = ModelCache(weights or _digest(self._network), self._network.settings)

    def by_name(self, runtime: Runtime) -> InferenceBackend:
        """A backend that was asked for.

        Raises:
            BackendError: it cannot be used.
        """
        with self._cache.locked():
            verdict = self._verdict(runtime)
            if verdict.refused:
                raise BackendError(f"{runtime.name} cannot be used: {verdict.refused}; choose --backend torch.")
            return self._open(runtime)

    def fastest(self) -> InferenceBackend:
        """The fastest that agrees with torch; torch where no other is worth it, or where nothing can be kept."""
        if not self._cache.can_be_written():
            return self._torch
        chosen, least = None, 1.0
        with self._cache.locked():
            for runtime in RUNTIMES:
                share = self._share(runtime)
                if share < WORTH_IT * least:
                    chosen, least = runtime, share
            return self._torch if chosen is None else self._open(chosen)

    def _share(self, runtime: Runtime) -> float:
        """Share of torch's time; infinite of what cannot be used or whose measurement cannot be kept."""
        try:
            verdict = self._verdict(runtime)
        except BackendError:
            return math.inf
        if verdict.refused or self._cache.verdict(self._identity(runtime)) != verdict:
            return math.inf
        return verdict.share_of_torch

    def _verdict(self, runtime: Runtime) -> Verdict:
        """What was found about a backend with the exported network that is kept; found now if that was not done yet.

        Raises:
            BackendError: it is not installed, or the network cannot be exported.
        """
        name = self._identity(runtime)
        model = hashlib.sha256(self._model()).hexdigest()
        kept = self._cache.verdict(name)
        if kept is not None and kept.model_sha256 == model:
            return kept
        found = self._try(runtime, model)
        self._cache.keep(name, found)
        return found

    def _try(self, runtime: Runtime, model: str) -> Verdict:
        pair = fixed_pair(self._prepare)
        try:
            backend = self._open(runtime)
            deviation = deviation_from(self._torch, backend, pair)
            if not deviation <= TOLERANCE:
                differs = f"it computes something else than torch, with probabilities up to {deviation:.2g} apart"
                return Verdict(model, differs, 0)
            return Verdict(model, "", share_of_torch(self._torch, backend, pair))
        except runtime.errors() as error:
            return Verdict(model, f"it does not run this network ({error})", 0)

    def _open(self, runtime: Runtime) -> ExportedBackend:
        run = runtime.load(self._model(), torch.get_num_threads())
        return ExportedBackend(self._network, run, self._identity(runtime))

    def _model(self) -> bytes:
        return self._cache.model(lambda: export(self._network))

    def _identity(self, runtime: Runtime) -> str:
        release = runtime.version()
        if release is None:
            raise BackendError(
                f"The inference backend {runtime.name} is not installed; pip install 'terradelta[{runtime.extra}]', or "
                "choose --backend torch."
            )
        return identity(runtime.name, release, self._torch.device)


def _digest(network: nn.Module) -> str:
    tensors = hashlib.sha256()
    for tensor in network.state_dict().values():
        tensors.update(tensor.detach().contiguous().numpy().tobytes())
    return tensors.hexdigest()
