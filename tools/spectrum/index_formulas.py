"""Formulas of spectral indices from spyndex's catalogue: indices are chosen by name, formulas are never accepted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import spyndex
from rapidfuzz import process

from tools.errors import UnknownIndexError
from tools.notices import notice
from tools.sensors.sensor import COMMON
from tools.spectrum.reflectance import Reflectance, SpectralDate

MAX_SUGGESTIONS = 6
MAX_NAME_CHARS = 60
"""Characters of a name that others are compared with: comparing takes long for what is no name."""
WELL_KNOWN = ("ndvi", "ndwi", "mndwi", "nbr", "ndmi", "ndbi", "ndsi", "evi", "savi", "gndvi", "vari", "ngrdi", "gli")
THERMAL = ("T", "T1", "T2")
Values = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class IndexFormula:
    """An index of spyndex's catalogue."""

    name: str
    """In lower case."""
    long_name: str
    formula: str
    bands: tuple[str, ...]
    """Short names of the bands it needs."""
    constants: tuple[str, ...]
    reference: str


@lru_cache(maxsize=512)
def formula_of(name: str) -> IndexFormula:
    """The formula of an index.

    Raises:
        UnknownIndexError: spyndex has none of this name, or it needs more than bands and default constants.
    """
    catalogue = {key.lower(): index for key, index in spyndex.indices.items()}
    entry = catalogue.get(name.strip().lower())
    if entry is None:
        asked = name[:MAX_NAME_CHARS]
        near = ", ".join(match[0] for match in process.extract(asked.lower(), list(catalogue), limit=MAX_SUGGESTIONS))
        text = "There is no spectral index {asked}; near it are {near}."
        raise UnknownIndexError(notice("no-index", text, asked=repr(asked), near=near))
    constants = tuple(word for word in entry.bands if word in spyndex.constants)
    lacking = [word for word in constants if spyndex.constants[word].default is None]
    bands = tuple(word for word in entry.bands if word not in constants)
    unknown = [word for word in bands if word not in COMMON and word not in THERMAL]
    if lacking or unknown:
        needs = ", ".join([*lacking, *unknown])
        text = "{index} needs more than bands ({needs}); choose a plain index such as ndvi."
        raise UnknownIndexError(notice("no-plain-index", text, index=entry.short_name, needs=needs))
    return IndexFormula(
        entry.short_name.lower(), entry.long_name, entry.formula, bands, constants, str(entry.reference)
    )


def computed(formula: IndexFormula, bands: dict[str, Reflectance]) -> Values:
    """(h, w) of an index; NaN where it divides by zero."""
    parameters: dict[str, Any] = {name: bands[name] for name in formula.bands}
    parameters |= {name: spyndex.constants[name].default for name in formula.constants}
    name = next(key for key in spyndex.indices if key.lower() == formula.name)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        values = np.asarray(spyndex.computeIndex(index=[name], params=parameters), np.float32)
    return np.where(np.isfinite(values), values, np.nan).astype(np.float32)


def possible(date: SpectralDate) -> tuple[str, ...]:
    """Well-known indices that can be computed from the bands of a date."""
    return tuple(name for name in WELL_KNOWN if not date.lacks(formula_of(name).bands))
