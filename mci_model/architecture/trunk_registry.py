"""Every trunk of `mci_model.architecture.trunks`, and the networks trained on them. Knows no concrete trunk."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from mci_model.architecture import trunks
from mci_model.architecture.trunk import Trunk, TrunkKind
from mci_model.errors import WeightsError
from mci_model.settings import NetworkSettings


def collect() -> dict[str, TrunkKind]:
    """Trunks by their names, of every module in the folder."""
    modules = [import_module(f"{trunks.__name__}.{module.name}") for module in iter_modules(trunks.__path__)]
    kinds: list[TrunkKind] = [module.TRUNK for module in modules]
    return {kind.name: kind for kind in kinds}


TRUNKS: dict[str, TrunkKind] = collect()


def build_trunk(name: str) -> Trunk:
    """A trunk with random weights.

    Raises:
        WeightsError: there is no such trunk.
    """
    if name not in TRUNKS:
        raise WeightsError(f"The settings name the trunk {name!r}, which is not known; choose {' or '.join(TRUNKS)}.")
    return TRUNKS[name].build()


def networks() -> dict[str, NetworkSettings]:
    """Settings of the networks that can be trained, by their names."""
    return {kind.network: kind.settings for kind in TRUNKS.values()}
