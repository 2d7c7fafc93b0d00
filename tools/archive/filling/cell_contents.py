"""A pair for an archive: opened at the resolution of the network, interpreted cell by cell. Knows no store."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from skimage.morphology import remove_small_objects

from mci_model.change_predictor import PairPredictor
from mci_model.checkpoints.checksum import file_sha256
from mci_model.prediction import Prediction, Window
from mci_model.settings import TRAINED_RESOLUTION_M
from tools.archive.filling.cutting import cut, degrees
from tools.archive.storage.cells import Cell, Days, cell_id, day_of, pair_id
from tools.change.change_map import ALL_CLASSES, CLASS_IDS, MIN_PIXELS, ChangeClass
from tools.errors import ClassMapError, ResolutionError
from tools.pairs.class_maps import is_class_pair
from tools.pairs.pair import ImagePair, PairPart, PairReader, open_pair
from tools.pairs.preflight import FIT_RESOLUTION_M, REFUSED_FROM_M
from tools.rasters.georeference import Georeference
from tools.rasters.opener import open_source
from tools.sensors.recognition import by_names
from tools.types import Pixels

DIGITS, AREA_DIGITS, DEGREE_DIGITS = 6, 3, 8
"""Decimals of stored probabilities, square metres and degrees: Chroma changes the last bits of longer ones."""
THUMBNAIL, GAP = 96, 2
"""Pixels of the longer side of each date in a thumbnail, and of the white between them."""


@dataclass(frozen=True)
class CutPair:
    """A pair with its cells."""

    pair: ImagePair
    folder: Path
    """The archive's folder, to which file paths are relative."""

    @cached_property
    def id(self) -> str:
        """As `pair_id`; the files are those that were opened."""
        return pair_id(self.pair.fingerprints)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """All cells, row by row."""
        return tuple(cut(self.pair.size))

    @cached_property
    def sensor(self) -> str:
        """The sensor by the later file's band names; else its number of bands."""
        source = self.pair.sources[1]
        with source.reading() as file:
            known = by_names(list(file.descriptions))
        if known is not None and known.sensor is not None:
            return known.sensor.id
        return f"{source.bands} band{'s' if source.bands > 1 else ''}"

    @cached_property
    def files(self) -> tuple[str, str]:
        """Paths of both relative to the archive's folder, so that all can be moved together."""
        first, second = (relative_path(self.folder, source.path) for source in self.pair.sources)
        return first, second


@dataclass(frozen=True)
class CellContents:
    """Interpreted cells."""

    cells: tuple[Cell, ...]
    pictures: tuple[tuple[Pixels, Pixels], ...]
    """Both dates of each."""
    thumbnails: tuple[Pixels, ...]
    """Both dates side by side."""


def contents_id(before: Path, after: Path) -> str:
    """The id that a pair of files would have; only bytes are read.

    Raises:
        RasterError: a file does not exist, or cannot be opened.
    """
    for path in (before, after):
        if not path.is_file():
            open_source(path)
    try:
        return pair_id((file_sha256(before), file_sha256(after)))
    except OSError:
        open_source(before), open_source(after)
        raise


def relative_path(folder: Path, path: Path) -> str:
    """A path relative to a folder; absolute where they share no root."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def open_to_cut(before: Path, after: Path, folder: Path, *, any_resolution: bool = False) -> CutPair:
    """Open a pair at the resolution of the network: finer pixels are resampled to 0.5 m.

    Coarser ones stay as they are, since resampling adds no detail.

    Raises:
        RasterError, PairError: the files cannot be used or compared.
        ResolutionError: pixels are too coarse, and `any_resolution` is not set; or these are class maps.
    """
    pair = open_pair(before, after)
    if is_class_pair(pair):
        raise ClassMapError(f"{before.name} and {after.name} are maps of classes, not pictures; give the images.")
    metres = pair.coarsest_m
    if metres is not None and metres >= REFUSED_FROM_M and not any_resolution:
        raise ResolutionError(
            f"A pixel of {after.name} is {metres:.3g} m on the ground: no house can be told on it. "
            "Give finer images, or pass --any-resolution to look all the same."
        )
    if pair.georeference is not None and pair.georeference.resolution_m < 0.99 * FIT_RESOLUTION_M[0]:
        pair = open_pair(before, after, resample=TRAINED_RESOLUTION_M)
    return CutPair(pair, folder)


def describe_cells(
    cut_pair: CutPair, reader: PairReader, windows: Sequence[Window], predictor: PairPredictor
) -> CellContents:
    """Interpret some cells of a pair; those without a valid pixel are skipped.

    Raises:
        RasterError: a file is damaged there.
    """
    parts = [(window, part) for window in windows if (part := reader.read(window)).valid.any()]
    pictures = [(part.before, part.after) for _, part in parts]
    predictions = predictor.predict_batch(pictures) if pictures else []
    cells = [_cell(cut_pair, window, part, one) for (window, part), one in zip(parts, predictions, strict=True)]
    return CellContents(tuple(cells), tuple(pictures), tuple(map(thumbnail, pictures)))


def _cell(cut_pair: CutPair, window: Window, part: PairPart, prediction: Prediction) -> Cell:
    pair = cut_pair.pair
    grid = None if pair.georeference is None else pair.georeference.part(*window)
    mask_of = dict(_masks(prediction, part))
    area_of = {name: None if grid is None else _area_m2(grid, mask) for name, mask in mask_of.items()}
    bbox = None if grid is None else degrees(grid)
    return Cell(
        id=cell_id(cut_pair.id, window),
        pair=cut_pair.id,
        of=len(cut_pair.windows),
        window=window,
        caption=prediction.caption,
        changed=round(prediction.changed, DIGITS),
        building_pixels=int(mask_of["building"].sum()),
        road_pixels=int(mask_of["road"].sum()),
        building_m2=area_of["building"],
        road_m2=area_of["road"],
        bbox=None if bbox is None else (_exact(bbox[0]), _exact(bbox[1]), _exact(bbox[2]), _exact(bbox[3])),
        days=Days(*(day_of(source.date) for source in pair.sources)),
        sensor=cut_pair.sensor,
        before=cut_pair.files[0],
        after=cut_pair.files[1],
    )


def _area_m2(grid: Georeference, mask: npt.NDArray[np.bool_]) -> float:
    return round(float(grid.pixel_areas[mask].sum()), AREA_DIGITS)


def _exact(degree: float) -> float:
    return round(degree, DEGREE_DIGITS)


def _masks(prediction: Prediction, part: PairPart) -> Iterator[tuple[ChangeClass, npt.NDArray[np.bool_]]]:
    """(H, W) masks of changed pixels by class, without pieces below MIN_PIXELS."""
    for name in ALL_CLASSES:
        mask = (prediction.mask == CLASS_IDS[name]) & part.valid
        yield name, np.asarray(remove_small_objects(mask, max_size=MIN_PIXELS - 1, connectivity=2), bool)


def thumbnail(dates: tuple[Pixels, Pixels]) -> Pixels:
    """Both dates side by side, scaled down."""
    height, width = dates[0].shape[:2]
    scale = min(1.0, THUMBNAIL / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    before, after = (np.asarray(cv2.resize(date, size, interpolation=cv2.INTER_AREA), np.uint8) for date in dates)
    gap = np.full((size[1], GAP, 3), 255, np.uint8)
    return np.concatenate([before, gap, after], axis=1)
