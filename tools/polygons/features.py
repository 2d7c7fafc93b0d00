"""What a polygon file holds, as values: layers of features with their attributes. Knows no format."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from tools.notices import notice

Attribute = str | int | float | bool | None
MAX_FEATURES, MAX_CORNERS = 1_000_000, 5_000_000
"""Of one file; larger ones would hold more memory than a question should."""
MAX_TEXT = 1_000
"""Characters of an attribute that are kept."""
BIGGEST_INTEGER = 2**63 - 1
NO_SHAPE = notice("no-shape", "has no shape")


class DamagedFileError(Exception):
    """A file cannot be read; its text is a clause that says why."""


class DamagedShapeError(Exception):
    """One shape cannot be read, the others can; its text says why, as what follows the name of a zone."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature, as the file has it."""

    number: int
    """In its layer of the file, from 1, whatever becomes of the others."""
    shape: BaseGeometry | None
    """In the layer's CRS, x before y; it may be invalid, and of any kind."""
    attributes: Mapping[str, Attribute]
    problem: str = NO_SHAPE
    """Why there is no shape."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of a file, whose features are read while they are asked for."""

    name: str
    crs: CRS | None
    features: Iterable[Feature]


def attribute(value: object) -> Attribute:
    """A value of any format as an attribute: text that can be written anywhere, finite numbers, None for the rest."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= BIGGEST_INTEGER else text(str(value))
    if isinstance(value, float):
        return value if np.isfinite(value) else None
    if isinstance(value, (list, dict)):
        return text(json.dumps(value, ensure_ascii=False))
    return None if isinstance(value, (bytes, memoryview)) else text(str(value))


def text(value: str) -> str:
    """Text without lone surrogates and control characters, cut to `MAX_TEXT` characters."""
    whole = value[:MAX_TEXT].encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else " " for character in whole).strip()
