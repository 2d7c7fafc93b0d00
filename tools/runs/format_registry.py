"""Every kind of file of `tools/runs/formats`. Knows no single one."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tools.runs import formats
from tools.runs.file_format import FileFormat


def collect() -> dict[str, FileFormat]:
    """Kinds of files by their names, of every module in the folder of formats, in the order of their ranks."""
    modules = [import_module(f"{formats.__name__}.{one.name}") for one in iter_modules(formats.__path__)]
    declared: list[FileFormat] = [one for module in modules for one in module.FORMATS]
    return {one.name: one for one in sorted(declared, key=lambda one: (one.rank, one.name))}


FORMATS: dict[str, FileFormat] = collect()


def asked() -> dict[str, FileFormat]:
    """Those that a user may request."""
    return {name: one for name, one in FORMATS.items() if one.asked}


def of_every_run() -> tuple[FileFormat, ...]:
    """Those that every run writes, in the order in which it does."""
    placed = [(one.in_run, one) for one in FORMATS.values() if one.in_run is not None]
    return tuple(one for _, one in sorted(placed, key=lambda two: two[0]))
