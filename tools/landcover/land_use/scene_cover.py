"""The classes of a labelled scene, predicted offline: EuroSAT's as trained, BigEarthNet's by similar classes.

EuroSAT's classes are predicted for 64 pixels; a larger scene is classified in tiles of that size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tools.errors import MissingBandsError
from tools.landcover.datasets import LabelledScene
from tools.landcover.datasets.eurosat import CLASSES as EUROSAT
from tools.landcover.land_use.scene_classes import SceneClass, classify
from tools.landcover.land_use.scene_features import NEEDED, Bands

TILE = 64
"""Pixels a side of the training scenes."""
BROAD_LEAVED_MIN, CONIFEROUS_MAX = 0.30, 0.22
"""Reflectance of forest at 865 nm: above the first broad-leaved, below the second coniferous, between them mixed."""
RESEMBLING: dict[str, tuple[str, ...]] = {
    "AnnualCrop": ("Arable land", "Non-irrigated arable land"),
    "HerbaceousVegetation": ("Transitional woodland, shrub", "Transitional woodland/shrub"),
    "Highway": ("Complex cultivation patterns",),
    "Industrial": ("Industrial or commercial units",),
    "Pasture": ("Pastures",),
    "PermanentCrop": ("Complex cultivation patterns",),
    "Residential": ("Urban fabric", "Discontinuous urban fabric"),
    "River": ("Inland waters", "Water courses"),
    "SeaLake": ("Marine waters", "Sea and ocean"),
}
"""Classes of BigEarthNet, of 19 and of 43, for those of EuroSAT except forest: our own mapping of both legends.
Roads of EuroSAT run through farmland of several kinds."""


def classify_scene(scene: LabelledScene, classes: Sequence[str]) -> tuple[str, ...]:
    """Predict which of `classes`, those of EuroSAT or of BigEarthNet, a scene shows.

    Raises:
        MissingBandsError: it is an image without infrared bands.
    """
    lacking = [key for key in NEEDED if key not in scene.bands]
    if lacking:
        raise MissingBandsError(
            f"Without {', '.join(lacking)} land cover cannot be told offline; give scenes with all bands of "
            "Sentinel-2, or ask a multimodal model with --llm."
        )
    bands = {key: scene.bands[key] for key in NEEDED}
    if set(classes) == set(EUROSAT):
        return (classify(bands).name,)
    matches = (_resembling(tile, classify(tile), classes) for tile in tiles(bands))
    return tuple(dict.fromkeys(name for names in matches for name in names))


def tiles(bands: Bands) -> Iterator[Bands]:
    """Tiles of 64 pixels that cover a scene, overlapping where needed; a small scene is one tile."""
    height, width = next(iter(bands.values())).shape
    for top in _starts(height):
        for left in _starts(width):
            yield {key: band[top : top + TILE, left : left + TILE] for key, band in bands.items()}


def _starts(side: int) -> list[int]:
    count = max(1, -(-side // TILE))
    return [round(place) for place in np.linspace(0, max(0, side - TILE), count)]


def _resembling(tile: Bands, scene_class: SceneClass, classes: Sequence[str]) -> tuple[str, ...]:
    names = RESEMBLING.get(scene_class.name, (_forest(tile),))
    return tuple(name for name in names if name in classes)[:1]


def _forest(tile: Bands) -> str:
    bright = float(np.median(tile["N2"]))
    if bright > BROAD_LEAVED_MIN:
        return "Broad-leaved forest"
    return "Coniferous forest" if bright < CONIFEROUS_MAX else "Mixed forest"
