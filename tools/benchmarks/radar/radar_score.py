"""Radar judged: tests against known values, unchanged and planted ground, wrong looks, and water labelled by hand.

A single radar image with a hand label shows no change: there only the threshold for likely open water is judged.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio

from tools.benchmarks.radar.radar_scenes import DAYS, LOOKS, speckled, write_radar
from tools.errors import DatasetFolderError, RadarError
from tools.radar.acquisitions.backscatter import to_power, unit_of
from tools.radar.acquisitions.radar_files import date_of_source
from tools.radar.acquisitions.radar_scene import open_scene
from tools.radar.change_pixels import DIRECTION, Test, judged_pixels
from tools.radar.looks import LooksEstimate, chosen
from tools.radar.map_change import DEFAULT_ALPHA, DEFAULT_PIXELS, estimate_looks
from tools.radar.open_water import RULE, water_like
from tools.radar.speckle_tests import (
    changes,
    minus_two_ln_r,
    omnibus,
    p_of_r,
    ratio_p,
    ratio_threshold_db,
    sequential_changes,
)
from tools.radar.window_changes import UNCHANGED, smoothed
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.opener import open_source
from tools.types import Progress

UNCHANGED_PIXELS, MANY_DATES = 200_000, 6
PARTS = 3
PLANTED_DB, PLANTED_SIDE, PLANTED_STEP, SCENE_SIDE = 6.0, 20, 50, 1000
FOUND_FROM = 0.5
"""Share of a planted square that must be mapped for it to be found."""
WRONG_FACTORS = (0.2, 0.5, 0.67, 1.5, 2.0, 5.0)
RIGHT_FACTORS = (0.9, 1.0, 1.1)
TOLERANCE = 1e-3
"""Of published values, relative."""
NO_LABEL, WATER = 255, 1
RADAR_NAME, LABEL_NAME = "_S1", "_label"
COMPARABLE = (
    "one radar date with a hand label gives a water mask by threshold, no change; labels are of what people saw on "
    "optical images, water below plants among it, which radar shows bright"
)
ONE_BRIGHT = np.array([[0.1, 0.02]] * 3 + [[0.3, 0.06]])
ONE_STEP = np.array([[0.1, 0.02]] * 3 + [[0.6, 0.12]] * 3)


@dataclass(frozen=True)
class Oracle:
    """A value that was computed elsewhere."""

    name: str
    expected: float
    found: float

    @property
    def holds(self) -> bool:
        """Whether both are one."""
        return bool(np.isclose(self.found, self.expected, rtol=TOLERANCE, atol=1e-6))


@dataclass(frozen=True)
class WaterAgreement:
    """A threshold for likely open water against a hand label of one date."""

    chip: str
    pixels: int
    """Labelled."""
    labelled_share: float
    """Of water, 0-1."""
    found_share: float
    iou: float
    precision: float
    recall: float
    accuracy: float


@dataclass(frozen=True)
class FlaggedUnchanged:
    """Share of unchanged pixels that the test flags."""

    dates: int
    bands: int
    pixels: int
    alpha: float
    share: float


@dataclass(frozen=True)
class PlantedChange:
    """Squares of ground that became brighter or darker."""

    count: int
    decibels: float
    side: int
    """Pixels."""
    found: float
    """Share of the squares of which half or more is mapped."""
    mapped_share: float
    """Of the squares' pixels."""
    mapped_beside: float
    """Share of the unchanged pixels that is mapped as changed."""


@dataclass(frozen=True)
class LooksCheck:
    """The estimate of looks, and which stated ones are doubted."""

    drawn: float
    estimated: float
    wrong_are_told: bool
    """Whether all wrong numbers are warned of or refused."""
    right_are_told: bool
    """Whether any number within a tenth of the right one is."""


@dataclass(frozen=True)
class WaterScore:
    """The threshold for likely open water against hand labels."""

    rule: str
    comparable: str
    chips: tuple[WaterAgreement, ...]


@dataclass(frozen=True)
class RadarScore:
    """All figures on radar."""

    oracles: tuple[Oracle, ...]
    oracles_hold: bool
    unchanged: tuple[FlaggedUnchanged, ...]
    planted: PlantedChange
    looks: LooksCheck
    water: WaterScore | None


def radar_score(chips: Path | None = None, seed: int = 0, progress: Progress | None = None) -> RadarScore:
    """All figures, as `terradelta evaluate radar` prints them.

    Args:
        chips: folder of NAME_S1.tif with NAME_label.png or .tif; None: none are judged.
        seed: of the dice.
        progress: called with parts done and parts in all.

    Raises:
        DatasetFolderError: the folder holds no such chip.
    """
    report = progress or _silent
    water = None if chips is None else WaterScore(RULE, COMPARABLE, tuple(water_agreement(chips)))
    unchanged = tuple(flagged_unchanged(seed, dates, bands) for dates in (2, MANY_DATES) for bands in (1, 2))
    report(1, PARTS)
    planted = planted_change(seed)
    report(2, PARTS)
    looks = looks_check(seed)
    report(PARTS, PARTS)
    known = oracles()
    return RadarScore(known, all(one.holds for one in known), unchanged, planted, looks, water)


def oracles() -> tuple[Oracle, ...]:
    """Values of the tests against those computed elsewhere."""
    z, p = omnibus(ONE_BRIGHT, LOOKS)
    step_z, step_p = omnibus(ONE_STEP, LOOKS)
    steps = sequential_changes(ONE_STEP[..., None], LOOKS, 0.05).intervals[:, 0]
    last = p_of_r(minus_two_ln_r(ONE_BRIGHT, LOOKS, 4), LOOKS, 4, 2)
    return (
        Oracle("one bright date of four: -2 ln Q", 9.209167, float(z)),
        Oracle("one bright date of four: P(Q)", 0.185385, float(p)),
        Oracle("one bright date of four: P(R4)", 0.011930, float(last)),
        Oracle("one step of six: -2 ln Q", 37.686869, float(step_z)),
        Oracle("one step of six: P(Q)", 7.84e-5, float(step_p)),
        Oracle("one step of six: changes", 1, int(steps.sum())),
        Oracle("one step of six: interval", 3, int(steps.argmax()) + 1),
        Oracle("threshold at 0.05, dB", 6.126, ratio_threshold_db(LOOKS, 0.05)),
        Oracle("threshold at 0.01, dB", 8.265, ratio_threshold_db(LOOKS, 0.01)),
        Oracle("threshold at 0.001, dB", 10.973, ratio_threshold_db(LOOKS, 0.001)),
        Oracle("0.1 to 0.3: p", 0.1217, float(ratio_p(np.array(0.1), np.array(0.3), LOOKS))),
    )


def flagged_unchanged(seed: int, dates: int, bands: int, pixels: int = UNCHANGED_PIXELS) -> FlaggedUnchanged:
    """How many of so many unchanged pixels are flagged."""
    dice = np.random.default_rng([seed, dates, bands])
    power = dice.gamma(LOOKS, 1 / LOOKS, (dates, bands, pixels))
    share = float(changes(power, LOOKS, DEFAULT_ALPHA).flagged.mean())
    return FlaggedUnchanged(dates, bands, pixels, DEFAULT_ALPHA, share)


def planted_change(seed: int, side: int = SCENE_SIDE) -> PlantedChange:
    """Squares of changed ground in a scene of so many pixels a side, by the way from files to the map."""
    dice = np.random.default_rng([seed, side])
    decibels, squares = np.full((2, side, side), -10.0), np.zeros((side, side), np.int64)
    decibels[1] -= 7
    after = decibels.copy()
    for number, (top, left) in enumerate(_places(side), 1):
        part = slice(top, top + PLANTED_SIDE), slice(left, left + PLANTED_SIDE)
        squares[part] = number
        after[:, *part] += PLANTED_DB if number % 2 else -PLANTED_DB
    mapped = _mapped(speckled(decibels, dice), speckled(after, dice))
    shares = np.bincount(squares.ravel(), mapped.ravel()) / np.bincount(squares.ravel())
    found = float((shares[1:] >= FOUND_FROM).mean())
    return PlantedChange(len(shares) - 1, PLANTED_DB, PLANTED_SIDE, found, float(shares[1:].mean()), float(shares[0]))


def _places(side: int) -> Iterator[tuple[int, int]]:
    first = (PLANTED_STEP - PLANTED_SIDE) // 2
    for top in range(first, side - PLANTED_SIDE, PLANTED_STEP):
        for left in range(first, side - PLANTED_SIDE, PLANTED_STEP):
            yield top, left


def _mapped(before: npt.NDArray[np.float64], after: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """(H, W) what is mapped as changed between two images, written and read as files."""
    with tempfile.TemporaryDirectory(prefix="terradelta-") as name:
        folder = Path(name)
        files = [write_radar(folder / f"{day}.tif", one) for day, one in zip(DAYS, (before, after), strict=True)]
        pixels = judged_pixels(open_scene(files), Test(LOOKS, DEFAULT_ALPHA, DEFAULT_PIXELS), folder)
        with without_gdal_warnings(), rasterio.open(pixels.path) as file:
            return np.asarray(file.read(DIRECTION + 1) > UNCHANGED, bool)


def looks_check(seed: int) -> LooksCheck:
    """The estimate of looks on unchanged ground, and which stated looks are warned of or refused."""
    dice = np.random.default_rng([seed, 2])
    with tempfile.TemporaryDirectory(prefix="terradelta-") as name:
        ground = np.full((2, 256, 256), -10.0)
        files = [write_radar(Path(name) / f"{day}.tif", speckled(ground, dice)) for day in DAYS]
        estimate = estimate_looks(open_scene(files))
    assert estimate is not None
    wrong, right = (
        [_is_told(factor * LOOKS, estimate) for factor in factors] for factors in (WRONG_FACTORS, RIGHT_FACTORS)
    )
    return LooksCheck(LOOKS, estimate.looks, all(wrong), any(right))


def _is_told(stated: float, estimate: LooksEstimate) -> bool:
    """Whether stated looks are warned of or refused."""
    try:
        return bool(chosen(stated, estimate)[1])
    except RadarError:
        return True


def water_agreement(chips: Path) -> Iterator[WaterAgreement]:
    """Each chip of a folder; errors as for `radar_score`."""
    found = sorted(chips.glob(f"*{RADAR_NAME}.tif"))
    if not found:
        raise DatasetFolderError(f"{chips} holds no NAME{RADAR_NAME}.tif with NAME{LABEL_NAME}.png beside it.")
    for path in found:
        stem = path.stem.removesuffix(RADAR_NAME)
        labels = [path.with_name(f"{stem}{LABEL_NAME}{ending}") for ending in (".png", ".tif")]
        label = next((one for one in labels if one.is_file()), None)
        if label is None:
            raise DatasetFolderError(f"{path.name} has no label beside it; {labels[0].name} would be one.")
        yield _agreement(stem, _water(path), _read(label)[0])


def _water(path: Path) -> npt.NDArray[np.bool_]:
    """(H, W) likely open water by threshold on an image of VV and VH."""
    date = date_of_source(open_source(path), ("VV", "VH"))
    values = _read(path)
    power = np.stack([to_power(one, unit_of(one[one != 0], date.name)) for one in values])
    return water_like(smoothed(power), ("VV", "VH"))


def _read(path: Path) -> npt.NDArray[np.generic]:
    with without_gdal_warnings(), rasterio.open(path) as file:
        values: npt.NDArray[np.generic] = file.read()
    return values


def _agreement(chip: str, found: npt.NDArray[np.bool_], label: npt.NDArray[np.generic]) -> WaterAgreement:
    known = label != NO_LABEL
    true, told = (label == WATER)[known], found[known]
    both = int((true & told).sum())
    return WaterAgreement(
        chip,
        int(known.sum()),
        float(true.mean()),
        float(told.mean()),
        both / max(1, int((true | told).sum())),
        both / max(1, int(told.sum())),
        both / max(1, int(true.sum())),
        float((true == told).mean()),
    )


def _silent(done: int, parts: int) -> None:
    """Nobody asks how far it is."""
    del done, parts
