"""The interface of inference backends: what one window pass gives, and what a backend is called. Knows no runtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch

from mci_model.architecture.network import Interpretation
from mci_model.errors import BackendError

AUTO, TORCH = "auto", "torch"

Array = npt.NDArray[np.float32]
RunWindow = Callable[[Array, Array], Mapping[str, Array]]
"""Both dates' normalised images (1, 3, 256, 256) -> the outputs of the exported network by their names."""


class InferenceBackend(Protocol):
    """Computes the network; several threads may use it at once."""

    @property
    def identity(self) -> str:
        """Name, version, and what it computes on; with equal ones on one machine, results are equal bit by bit."""

    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool) -> Interpretation:
        """Interpret normalised images (B, 3, 256, 256)."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """A library that runs the exported network."""

    name: str
    """As people choose it; also that of its package."""
    extra: str
    """The extra of this project that installs what it needs."""
    load: Callable[[bytes, int], RunWindow]
    """Prepares an exported network for so many threads, each of which computes one window on one core."""
    errors: Callable[[], tuple[type[Exception], ...]]
    """What it raises where it cannot load or run a network."""

    def version(self) -> str | None:
        """Of the installed package; None: it is not installed."""
        try:
            return version(self.name)
        except PackageNotFoundError:
            return None


def identity(name: str, release: str, device: torch.device) -> str:
    """Name, release and processor: other instructions round differently."""
    computes_on = torch.backends.cpu.get_cpu_capability().lower() if device.type == "cpu" else device.type
    return f"{name} {release.partition('+')[0]} on {computes_on}"


def told(identity: str) -> dict[str, str]:
    """What a worker's `load_predictor` is told, so that it computes as its parent does: backend, version and device."""
    backend, _, computes_on = identity.partition(" on ")
    return {"backend": backend, "device": "cuda" if computes_on == "cuda" else "cpu"}


@dataclass(frozen=True, slots=True)
class Requested:
    """A backend as it was asked for."""

    name: str
    version: str = ""
    """Empty: any."""

    @classmethod
    def parse(cls, text: str, known: tuple[str, ...]) -> Requested:
        """Read `name`, or `name version` as workers are told it.

        Raises:
            BackendError: there is no such backend.
        """
        name, _, release = text.strip().partition(" ")
        if name not in known:
            raise BackendError(
                f"There is no inference backend {name!r}; choose {', '.join(known[:-1])} or {known[-1]}."
            )
        return cls(name, release)

    def check(self, installed: str) -> None:
        """Compare the version with the one that is installed here.

        Raises:
            BackendError: they differ.
        """
        here = installed.partition("+")[0]
        if self.version and self.version != here:
            raise BackendError(
                f"This run computes with {self.name} {self.version}, and {here} is installed on this worker, which may "
                f"round differently; install {self.name}=={self.version} here, or choose another backend."
            )
