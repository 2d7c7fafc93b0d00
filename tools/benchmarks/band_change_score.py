"""`terradelta evaluate any` on pairs of many bands, as OSCD's: the map by bands beside network, CVA, MAD and IR-MAD.

DIR/NAME_{before,after}.tif with DIR/NAME_label.png, above 127 where anything changed; pairs without one are left out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
from sklearn.metrics import f1_score, roc_auc_score

from mci_model.data.labelled_pairs import decode
from mci_model.evaluation.any_change import Look, Map
from mci_model.prediction import ANY_CHANGE_FROM, Window
from tools.alteration.band_layers import write_layers
from tools.alteration.band_scene import BandScene
from tools.alteration.mad import alteration
from tools.errors import DatasetFolderError, PairError
from tools.inference.parts import STEPS, UNKNOWN
from tools.pairs.pair import ImagePair, open_pair
from tools.rasters.gdal_warnings import without_gdal_warnings

BEFORE, AFTER, LABEL = "_before.tif", "_after.tif", "_label.png"
TUNED_ON = ("aguasclaras", "beihai", "beirut", "bercy", "cupertino")
"""OSCD's cities by which bands, noise and threshold were chosen; they are told apart from the others."""
METHODS = ("bands", "network", "plain_difference", "mad", "ir_mad")


@dataclass(frozen=True)
class BandPair:
    """A labelled pair of bands."""

    name: str
    pair: ImagePair
    changed: npt.NDArray[np.bool_]


def holds_bands(folder: Path) -> bool:
    """Whether a folder holds pairs of bands and not of pictures."""
    return any(folder.glob(f"*{BEFORE}"))


def labelled_pairs(folder: Path) -> Iterator[BandPair]:
    """The pairs of a folder that have a label, in the order of their names.

    Raises:
        DatasetFolderError: a date is missing, or a label has another size.
    """
    for before in sorted(folder.glob(f"*{BEFORE}")):
        name = before.name.removesuffix(BEFORE)
        label, after = folder / f"{name}{LABEL}", folder / f"{name}{AFTER}"
        if not label.is_file():
            continue
        if not after.is_file():
            raise DatasetFolderError(f"{folder} holds {before.name} but no {after.name}; put it there.")
        pair, changed = open_pair(before, after), decode(label, cv2.IMREAD_GRAYSCALE) > 127
        if pair.size != changed.shape:
            sizes = " and ".join(f"{height} x {width}" for height, width in (pair.size, changed.shape))
            raise DatasetFolderError(
                f"{label.name} and its images differ in size ({sizes} px); give one of their size."
            )
        yield BandPair(name, pair, np.asarray(changed, bool))


def score_band_pairs(folder: Path, network: Look) -> dict[str, Any]:
    """Areas under the ROC curve, the mean over the pairs, and F1 of the map by bands; None where no pair has a label.

    Args:
        folder: of the pairs.
        network: looks at both dates as pictures.
    """
    by_name = {one.name: _scores(one, network) for one in labelled_pairs(folder)}
    judged = [scores for name, scores in by_name.items() if name not in TUNED_ON]
    tuned = [scores for name, scores in by_name.items() if name in TUNED_ON]
    apart = {"tuned_on": {"pairs": len(tuned)} | _means(tuned)} if tuned else {}
    return {"pairs": len(judged)} | _means(judged) | apart | {"by_pair": by_name}


def _means(scores: Sequence[dict[str, float]]) -> dict[str, float | None]:
    return {name: float(np.mean([one[name] for one in scores])) if scores else None for name in (*METHODS, "bands_f1")}


def _scores(one: BandPair, network: Look) -> dict[str, float]:
    bands = _by_bands(one.pair)
    maps: dict[str, Map] = {"bands": bands, "network": network(*_pictures(one.pair))}
    before, after = _stacks(one.pair)
    valid: npt.NDArray[np.bool_] = np.ones(one.pair.size, bool)
    maps["plain_difference"] = np.sqrt(((after - before) ** 2).sum(axis=0)).astype(np.float32)
    for name, reweighted in (("mad", False), ("ir_mad", True)):
        maps[name] = np.float32(1) - alteration(before, after, valid, reweighted=reweighted).no_change
    scores = {name: float(roc_auc_score(one.changed.ravel(), maps[name].ravel())) for name in METHODS}
    marked = bands >= ANY_CHANGE_FROM
    return scores | {"bands_f1": float(f1_score(one.changed.ravel(), marked.ravel(), zero_division=0.0))}


def _by_bands(pair: ImagePair) -> Map:
    """Probability of change as the product tells it; 0 where it is unknown."""
    with tempfile.TemporaryDirectory(prefix="terradelta-") as spare:
        steps = write_layers(Path(spare) / "bands.tif", BandScene(pair)).read(Window(0, 0, *pair.size))[0]
    return np.asarray(np.where(steps == UNKNOWN, 0, steps) / STEPS, np.float32)


def _pictures(pair: ImagePair) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    with pair.reading() as reader:
        both = reader.read(Window(0, 0, *pair.size))
    return both.before, both.after


def _stacks(pair: ImagePair) -> list[npt.NDArray[np.float64]]:
    """(bands, H, W) of either date as the files hold them."""
    stacks = []
    for source in pair.sources:
        with without_gdal_warnings(), rasterio.open(source.path) as file:
            stacks.append(file.read().astype(np.float64))
    if stacks[0].shape != stacks[1].shape:
        raise PairError(f"{pair.sources[1].name} has other bands or another size than {pair.sources[0].name}.")
    return stacks
