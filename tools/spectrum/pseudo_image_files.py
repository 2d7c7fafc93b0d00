"""Pseudo-images of a pair as files: PNG images and their legends. Knows no model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tools.atomic_files import atomic_write
from tools.pairs.pair import ImagePair
from tools.pairs.preview import preview
from tools.rasters.png import write_png
from tools.sensors.statement import AS_THE_FILES_TELL, Statement
from tools.spectrum.pseudo_images import Bands, PseudoImage, date_views, difference_views, enlarged, needed
from tools.spectrum.reflectance import SpectralDate, SpectralReader, spectral_date
from tools.types import DATES, Date

MAX_PICTURE = 1024
"""Pixels a side of an image; larger scenes are subsampled."""
PLAIN = "Colours as the file has them, both dates brightened alike"


def make_views(pair: ImagePair, statement: Statement = AS_THE_FILES_TELL) -> tuple[PseudoImage, ...]:
    """Six images of each date, and of the index differences.

    Raises:
        MissingBandsError, ReflectanceError, UnknownSensorError: the bands do not allow it; the text says which would.
        RasterError: a file is damaged.
    """
    dates = [spectral_date(pair, date, statement) for date in DATES]
    bands = [_bands(pair, acquisition) for acquisition in dates]
    views = [view for acquisition, values in zip(dates, bands, strict=True) for view in date_views(acquisition, values)]
    return (*views, *difference_views(dates, bands[0], bands[1]))


def date_pictures(pair: ImagePair, date: Date, statement: Statement = AS_THE_FILES_TELL) -> tuple[PseudoImage, ...]:
    """The six images of one date; errors as for `make_views`."""
    acquisition = spectral_date(pair, date, statement)
    return date_views(acquisition, _bands(pair, acquisition))


def plain_pictures(pair: ImagePair, dates: Sequence[Date] = DATES) -> tuple[PseudoImage, ...]:
    """Dates in true colour, for images whose bands allow no more.

    Raises:
        RasterError: a file is damaged.
    """
    shown = dict(zip(DATES, preview(pair), strict=True))
    return tuple(PseudoImage("true-colour", date, PLAIN, enlarged(shown[date])) for date in dates)


def _bands(pair: ImagePair, acquisition: SpectralDate) -> Bands:
    """Reflectance of the bands that the images need, NaN where unknown."""
    with SpectralReader(pair, acquisition, needed(acquisition)).reading() as reader:
        values, valid = reader.sketch(MAX_PICTURE)
    return {key: np.where(valid, one, np.nan).astype(np.float32) for key, one in values.items()}


def write_views(pair: ImagePair, folder: Path, statement: Statement = AS_THE_FILES_TELL) -> tuple[Path, ...]:
    """Write the images and `legends.json`; errors as for `make_views`, in which case nothing is written."""
    views, paths = make_views(pair, statement), list[Path]()
    for number, view in enumerate(views, 1):
        name = view.name if view.date == "change" else f"{view.date}-{view.name}"
        paths.append(folder / f"{number:02d}-{name}.png")
        paths[-1].parent.mkdir(parents=True, exist_ok=True)
        write_png(paths[-1], view.picture)
    legends = {path.name: view.legend for path, view in zip(paths, views, strict=True)}
    text = json.dumps(legends, indent=1, ensure_ascii=False) + "\n"
    atomic_write(folder / "legends.json", lambda partial: partial.write_text(text, encoding="utf-8"))
    return (*paths, folder / "legends.json")
