"""The pseudo-images of a pair as files: PNG pictures and their legends. Knows no model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tools.atomic_files import atomic_write
from tools.pairs.pair import ImagePair
from tools.pairs.preview import preview
from tools.rasters.png import write_png
from tools.spectrum.pseudo_images import Bands, PseudoImage, date_views, difference_views, enlarged, needed
from tools.spectrum.reflectance import SpectralDate, SpectralReader, spectral_date
from tools.types import DATES, Date

LARGEST = 1024
"""Pixels a side of a picture; of larger scenes every so many-th pixel is shown."""
PLAIN = "Colours as the file has them, both dates brightened alike"


def make_views(pair: ImagePair, sensor: str | None = None) -> tuple[PseudoImage, ...]:
    """Six pictures of each date, and the differences; those of one file given twice are told once.

    Raises:
        MissingBandsError, ReflectanceError, UnknownSensorError: the bands do not allow it; the text says what would.
        RasterError: a file is damaged.
    """
    dates = [spectral_date(pair, date, sensor) for date in DATES]
    bands = [_bands(pair, found) for found in dates]
    views = [view for found, values in zip(dates, bands, strict=True) for view in date_views(found, values)]
    return (*views, *difference_views(dates, bands[0], bands[1]))


def date_pictures(pair: ImagePair, date: Date, sensor: str | None = None) -> tuple[PseudoImage, ...]:
    """The six pictures of one date; errors as for `make_views`."""
    found = spectral_date(pair, date, sensor)
    return date_views(found, _bands(pair, found))


def plain_pictures(pair: ImagePair, dates: Sequence[Date] = DATES) -> tuple[PseudoImage, ...]:
    """Dates in colour as people are shown them, for images whose bands allow no more.

    Raises:
        RasterError: a file is damaged.
    """
    shown = dict(zip(DATES, preview(pair), strict=True))
    return tuple(PseudoImage("true-colour", date, PLAIN, enlarged(shown[date])) for date in dates)


def _bands(pair: ImagePair, found: SpectralDate) -> Bands:
    """Reflectance of the bands that pictures need, not a number where nothing is known."""
    with SpectralReader(pair, found, needed(found)).reading() as reader:
        values, valid = reader.sketch(LARGEST)
    return {key: np.where(valid, one, np.nan).astype(np.float32) for key, one in values.items()}


def write_views(pair: ImagePair, folder: Path, sensor: str | None = None) -> tuple[Path, ...]:
    """Write the pictures and `legends.json`; errors as for `make_views`, and then nothing is written."""
    views, paths = make_views(pair, sensor), list[Path]()
    for number, view in enumerate(views, 1):
        name = view.name if view.date == "change" else f"{view.date}-{view.name}"
        paths.append(folder / f"{number:02d}-{name}.png")
        paths[-1].parent.mkdir(parents=True, exist_ok=True)
        write_png(paths[-1], view.picture)
    legends = {path.name: view.legend for path, view in zip(paths, views, strict=True)}
    told = json.dumps(legends, indent=1, ensure_ascii=False) + "\n"
    atomic_write(folder / "legends.json", lambda partial: partial.write_text(told, encoding="utf-8"))
    return (*paths, folder / "legends.json")
