"""The classes of BigEarthNet: 43 of CORINE Land Cover 2018 at level 3, and the 19 made of them. Knows no pixels.

Sumbul et al. 2021, "BigEarthNet-MM", arXiv 2105.07921, table of the nomenclature; codes are CORINE's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Nomenclature = Literal[19, 43]

_MIXED = "Land principally occupied by agriculture, with significant areas of natural vegetation"
_TABLE: tuple[tuple[int, str, str | None], ...] = (
    (111, "Continuous urban fabric", "Urban fabric"),
    (112, "Discontinuous urban fabric", "Urban fabric"),
    (121, "Industrial or commercial units", "Industrial or commercial units"),
    (122, "Road and rail networks and associated land", None),
    (123, "Port areas", None),
    (124, "Airports", None),
    (131, "Mineral extraction sites", None),
    (132, "Dump sites", None),
    (133, "Construction sites", None),
    (141, "Green urban areas", None),
    (142, "Sport and leisure facilities", None),
    (211, "Non-irrigated arable land", "Arable land"),
    (212, "Permanently irrigated land", "Arable land"),
    (213, "Rice fields", "Arable land"),
    (221, "Vineyards", "Permanent crops"),
    (222, "Fruit trees and berry plantations", "Permanent crops"),
    (223, "Olive groves", "Permanent crops"),
    (231, "Pastures", "Pastures"),
    (241, "Annual crops associated with permanent crops", "Permanent crops"),
    (242, "Complex cultivation patterns", "Complex cultivation patterns"),
    (243, _MIXED, _MIXED),
    (244, "Agro-forestry areas", "Agro-forestry areas"),
    (311, "Broad-leaved forest", "Broad-leaved forest"),
    (312, "Coniferous forest", "Coniferous forest"),
    (313, "Mixed forest", "Mixed forest"),
    (321, "Natural grassland", "Natural grassland and sparsely vegetated areas"),
    (322, "Moors and heathland", "Moors, heathland and sclerophyllous vegetation"),
    (323, "Sclerophyllous vegetation", "Moors, heathland and sclerophyllous vegetation"),
    (324, "Transitional woodland/shrub", "Transitional woodland, shrub"),
    (331, "Beaches, dunes, sands", "Beaches, dunes, sands"),
    (332, "Bare rock", None),
    (333, "Sparsely vegetated areas", "Natural grassland and sparsely vegetated areas"),
    (334, "Burnt areas", None),
    (411, "Inland marshes", "Inland wetlands"),
    (412, "Peatbogs", "Inland wetlands"),
    (421, "Salt marshes", "Coastal wetlands"),
    (422, "Salines", "Coastal wetlands"),
    (423, "Intertidal flats", None),
    (511, "Water courses", "Inland waters"),
    (512, "Water bodies", "Inland waters"),
    (521, "Coastal lagoons", "Marine waters"),
    (522, "Estuaries", "Marine waters"),
    (523, "Sea and ocean", "Marine waters"),
)
"""(CORINE code, one of 43 classes, its class of 19; None: it has none)."""

BY_CODE = {code: name for code, name, _ in _TABLE}
TO_19 = {name: new for _, name, new in _TABLE}
ORDER_19 = (
    "Urban fabric", "Industrial or commercial units", "Arable land", "Permanent crops", "Pastures",
    "Complex cultivation patterns", _MIXED, "Agro-forestry areas", "Broad-leaved forest", "Coniferous forest",
    "Mixed forest", "Natural grassland and sparsely vegetated areas", "Moors, heathland and sclerophyllous vegetation",
    "Transitional woodland, shrub", "Beaches, dunes, sands", "Inland wetlands", "Coastal wetlands", "Inland waters",
    "Marine waters",
)  # fmt: skip
CLASSES: dict[Nomenclature, tuple[str, ...]] = {19: ORDER_19, 43: tuple(BY_CODE.values())}


def to_19(names: Iterable[str]) -> tuple[str, ...]:
    """Which of the 19 classes a scene with some of the 43 has; those without one are left out."""
    new = {TO_19[name] for name in names}
    return tuple(name for name in ORDER_19 if name in new)
