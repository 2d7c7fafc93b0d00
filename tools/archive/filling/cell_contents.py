"""A pair for an archive: opened at the scale that the network knows, looked at cell by cell. Knows no store."""

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
from mci_model.checksum import file_sha256
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
"""Decimals of probabilities, square metres and degrees that are kept: Chroma changes the last bits of longer ones."""
THUMBNAIL, GAP = 96, 2
"""Pixels of the longer side of each date in a thumbnail, and of the white between them."""


@dataclass(frozen=True)
class CutPair:
    """A pair with its cells."""

    pair: ImagePair
    folder: Path
    """The archive's, from which files are told."""

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
        """What the later file's band names tell; else how many bands it has, from which nothing is guessed."""
        source = self.pair.sources[1]
        with source.reading() as file:
            known = by_names(list(file.descriptions))
        if known is not None and known.sensor is not None:
            return known.sensor.id
        return f"{source.bands} band{'s' if source.bands > 1 else ''}"

    @cached_property
    def files(self) -> tuple[str, str]:
        """Both from the archive's folder, so that all can be moved together."""
        first, second = (told_from(self.folder, source.path) for source in self.pair.sources)
        return first, second


@dataclass(frozen=True)
class SeenCells:
    """Cells that were looked at."""

    cells: tuple[Cell, ...]
    pictures: tuple[tuple[Pixels, Pixels], ...]
    """Both dates of each."""
    thumbnails: tuple[Pixels, ...]
    """Both dates side by side."""


def contents_id(before: Path, after: Path) -> str:
    """The id that a pair of files would have; only bytes are read.

    Raises:
        RasterError: a file is not there, or cannot be opened.
    """
    for path in (before, after):
        if not path.is_file():
            open_source(path)
    try:
        return pair_id((file_sha256(before), file_sha256(after)))
    except OSError:
        open_source(before), open_source(after)
        raise


def told_from(folder: Path, path: Path) -> str:
    """A file from a folder; whole where they share no root."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def open_to_cut(before: Path, after: Path, folder: Path, *, any_resolution: bool = False) -> CutPair:
    """Open a pair so that its cells are of the ground that the network looks at: finer pixels are brought to 0.5 m.

    Coarser ones stay as they are, since there is nothing between them to be seen.

    Raises:
        RasterError, PairError: the files cannot be used or compared.
        ResolutionError: pixels are too coarse, and no one said to look all the same; or these are maps of classes.
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


def look(given: CutPair, reader: PairReader, windows: Sequence[Window], eyes: PairPredictor) -> SeenCells:
    """Look at some cells of a pair; those without a valid pixel are passed over.

    Raises:
        RasterError: a file is damaged there.
    """
    parts = [(window, part) for window in windows if (part := reader.read(window)).valid.any()]
    pictures = [(part.before, part.after) for _, part in parts]
    seen = eyes.predict_batch(pictures) if pictures else []
    cells = [_cell(given, window, part, one) for (window, part), one in zip(parts, seen, strict=True)]
    return SeenCells(tuple(cells), tuple(pictures), tuple(map(thumbnail, pictures)))


def _cell(given: CutPair, window: Window, part: PairPart, seen: Prediction) -> Cell:
    pair = given.pair
    grid = None if pair.georeference is None else pair.georeference.part(*window)
    marked = dict(_marked(seen, part))
    ground = {name: None if grid is None else _ground(grid, mask) for name, mask in marked.items()}
    bbox = None if grid is None else degrees(grid)
    return Cell(
        id=cell_id(given.id, window),
        pair=given.id,
        of=len(given.windows),
        window=window,
        caption=seen.caption,
        changed=round(seen.changed, DIGITS),
        building_pixels=int(marked["building"].sum()),
        road_pixels=int(marked["road"].sum()),
        building_m2=ground["building"],
        road_m2=ground["road"],
        bbox=None if bbox is None else (_exact(bbox[0]), _exact(bbox[1]), _exact(bbox[2]), _exact(bbox[3])),
        days=Days(*(day_of(source.date) for source in pair.sources)),
        sensor=given.sensor,
        before=given.files[0],
        after=given.files[1],
    )


def _ground(grid: Georeference, mask: npt.NDArray[np.bool_]) -> float:
    return round(float(grid.pixel_areas[mask].sum()), AREA_DIGITS)


def _exact(degree: float) -> float:
    return round(degree, DEGREE_DIGITS)


def _marked(seen: Prediction, part: PairPart) -> Iterator[tuple[ChangeClass, npt.NDArray[np.bool_]]]:
    """(H, W) where each class changed, without the specks that count nowhere."""
    for name in ALL_CLASSES:
        mask = (seen.mask == CLASS_IDS[name]) & part.valid
        yield name, np.asarray(remove_small_objects(mask, max_size=MIN_PIXELS - 1, connectivity=2), bool)


def thumbnail(dates: tuple[Pixels, Pixels]) -> Pixels:
    """Both dates side by side, small."""
    height, width = dates[0].shape[:2]
    scale = min(1.0, THUMBNAIL / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    before, after = (np.asarray(cv2.resize(date, size, interpolation=cv2.INTER_AREA), np.uint8) for date in dates)
    gap = np.full((size[1], GAP, 3), 255, np.uint8)
    return np.concatenate([before, gap, after], axis=1)
