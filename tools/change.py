"""Change in one pair as measured values: classes, directions and their areas, each with its place and valid mask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from skimage.morphology import remove_small_objects

from mci_model.area_calibration import AreaCalibration
from mci_model.prediction import CHANGED_FROM, Prediction, Window
from mci_model.settings import BUILDING, ROAD
from tools.georeference import AREA_METHOD, Georeference
from tools.pairs import ImagePair

ChangeClass = Literal["building", "road"]
ObjectClass = Literal["building", "road", "any"]
Status = Literal["appeared", "disappeared", "any"]
Unit = Literal["m2", "ha", "km2", "percent", "px"]

CLASS_IDS: dict[ChangeClass, int] = {"road": ROAD, "building": BUILDING}
ALL_CLASSES: tuple[ChangeClass, ...] = ("building", "road")
SMALLEST_PIXELS = 6
"""Smaller specks of a class are noise and are dropped; the official code counts from six pixels, too."""
SQUARE_METRES = {"m2": 1.0, "ha": 1e4, "km2": 1e6}


@dataclass(frozen=True)
class ChangeMask:
    """What changed in a pair, a pixel."""

    pair: str
    classes: npt.NDArray[np.uint8]
    """(H, W) class ids; 0 also where nothing is known."""
    probabilities: npt.NDArray[np.float32]
    """(3, H, W)."""
    appeared: npt.NDArray[np.float32] | None
    """(H, W) probability that a change is something that appeared; None where the network does not tell."""
    valid: npt.NDArray[np.bool_]
    georeference: Georeference | None
    caption: str
    caption_window: Window
    changed: float
    """Probability of any change in the pair, 0-1."""
    model: str
    area: AreaCalibration | None = None
    """How far the area of buildings may be off; None where that is not known."""

    def where(self, wanted: ObjectClass) -> npt.NDArray[np.bool_]:
        """(H, W): true where this class changed."""
        changed: npt.NDArray[np.bool_] = self.classes > 0 if wanted == "any" else self.classes == CLASS_IDS[wanted]
        return changed

    def ground(self, region: npt.NDArray[np.bool_]) -> float | None:
        """Square metres of a region; None without georeference."""
        return float(self.georeference.pixel_areas[region].sum()) if self.georeference else None


@dataclass(frozen=True, slots=True)
class ClassChange:
    """How much of one class changed."""

    object_class: ChangeClass
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """Changed pixels by class."""

    pair: str
    classes: tuple[ClassChange, ...]
    valid_pixels: int
    unknown_share: float
    """Of all pixels, those without data at one date or both, 0-1."""
    method: str
    overlay: str
    """Artefact id of the picture that shows it."""


@dataclass(frozen=True, slots=True)
class Description:
    """What changed, in a sentence of the network."""

    pair: str
    caption: str
    changed: bool
    probability: float
    """Of any change, 0-1."""
    part: Window | None
    """(top, left, height, width) of the part that the caption speaks of, pixels; None when it is the whole."""
    mask_agrees: bool
    """Whether the change mask says changed or unchanged as the caption does."""


@dataclass(frozen=True, slots=True)
class Area:
    """A measured area of change."""

    pair: str
    object_class: ObjectClass
    value: float
    unit: Unit
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    interval: tuple[float, float] | None
    """Lower and upper end of the true value, in the same unit; None where no calibration tells."""
    interval_level: float | None
    """How often such intervals hold the truth on pairs like those they were learnt from, 0-1."""
    method: str


def to_change_mask(pair: ImagePair, seen: Prediction, model: str, area: AreaCalibration | None = None) -> ChangeMask:
    """Put what the network saw in its place; specks are dropped, and where a date holds no data, nothing is claimed."""
    classes = np.where(pair.valid, seen.mask, 0).astype(np.uint8)
    for class_id in CLASS_IDS.values():
        region = classes == class_id
        classes[region & ~remove_small_objects(region, max_size=SMALLEST_PIXELS - 1, connectivity=2)] = 0
    return ChangeMask(
        pair=pair.id,
        classes=classes,
        probabilities=seen.probabilities,
        appeared=seen.appeared,
        valid=pair.valid,
        georeference=pair.georeference,
        caption=seen.caption,
        caption_window=seen.caption_window,
        changed=seen.changed,
        model=model,
        area=area,
    )


def summarise(mask: ChangeMask, wanted: tuple[ChangeClass, ...], overlay: str) -> ChangeSummary:
    """Count the changed pixels of the wanted classes."""
    valid = int(mask.valid.sum())
    rows = []
    for name in wanted:
        region = mask.where(name)
        rows.append(ClassChange(name, int(region.sum()), float(region.sum() / valid), mask.ground(region)))
    unknown = 1 - valid / mask.valid.size
    return ChangeSummary(mask.pair, tuple(rows), valid, unknown, area_method(mask), overlay)


def describe(mask: ChangeMask) -> Description:
    """The network's sentence, with whether its own mask agrees."""
    changed = mask.changed >= CHANGED_FROM
    whole = (mask.caption_window.height, mask.caption_window.width) == mask.classes.shape
    part = None if whole else mask.caption_window
    return Description(mask.pair, mask.caption, changed, mask.changed, part, bool(mask.where("any").any()) == changed)


def measure(mask: ChangeMask, wanted: ObjectClass, unit: Unit) -> Area:
    """The changed area of a class; without georeference, units of ground fall back to percent: nothing is made up."""
    region = mask.where(wanted)
    pixels, share = int(region.sum()), float(region.sum() / mask.valid.sum())
    per_pixel, given = _scale(mask, region, unit)
    ends = mask.area.interval(pixels) if mask.area is not None and wanted == "building" else None
    return Area(
        pair=mask.pair,
        object_class=wanted,
        value=pixels * per_pixel,
        unit=given,
        pixels=pixels,
        share=share,
        interval=None if ends is None else (ends[0] * per_pixel, min(ends[1], mask.valid.sum()) * per_pixel),
        interval_level=None if ends is None or mask.area is None else mask.area.level,
        method=area_method(mask),
    )


def _scale(mask: ChangeMask, region: npt.NDArray[np.bool_], unit: Unit) -> tuple[float, Unit]:
    """What one pixel of the region counts for, in the mean, and in which unit."""
    if unit == "px":
        return 1.0, unit
    if unit == "percent" or mask.georeference is None:
        return 100 / float(mask.valid.sum()), "percent"
    chosen = region if region.any() else mask.valid
    return float(mask.georeference.pixel_areas[chosen].mean()) / SQUARE_METRES[unit], unit


def area_method(mask: ChangeMask) -> str:
    """How areas of this mask are measured, for the answer."""
    kind = f"sum of pixel areas, {AREA_METHOD}" if mask.georeference else "pixel count, no place on earth being told"
    return f"{kind}, specks below {SMALLEST_PIXELS} px left out"
