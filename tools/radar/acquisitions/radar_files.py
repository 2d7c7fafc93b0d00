"""Files of radar images put together by date: one file with all bands, or one file a polarisation. Knows no pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.errors import RadarError
from tools.paths import is_folder
from tools.radar.acquisitions.geometry import Geometry, geometry_of, polarisations_of, without_polarisation
from tools.rasters.gdal_errors import shown
from tools.rasters.opener import RasterSource, open_source

SUFFIXES = frozenset({".tif", ".tiff"})
MIN_DATES = 2


@dataclass(frozen=True, slots=True)
class RadarBand:
    """One polarisation of one date."""

    source: RasterSource
    """The file, of which `colours` is this band alone."""
    polarisation: str | None
    """VV, VH, HH or HV; None where nothing tells it."""


@dataclass(frozen=True, slots=True)
class RadarDate:
    """One date."""

    name: str
    """Of its file, or of the first of its files."""
    day: str | None
    """ISO 8601."""
    bands: tuple[RadarBand, ...]
    geometry: Geometry

    def band(self, polarisation: str | None) -> RadarBand:
        """The band of a polarisation."""
        return next(band for band in self.bands if band.polarisation == polarisation)


def dates_of(paths: Sequence[Path]) -> tuple[RadarDate, ...]:
    """The dates that are given: a folder of all of them, or a file or folder for each.

    Raises:
        RasterError: a file cannot be used.
        RadarError: there are fewer than two dates.
    """
    together = len(paths) == 1 and is_folder(paths[0])
    dates = _in_folder(paths[0]) if together else tuple(map(_one, paths))
    if len(dates) < MIN_DATES:
        where = shown(paths[0]) if paths else "nothing"
        raise RadarError(
            f"Dates of radar in {where}: {len(dates)}; give two or more: terradelta radar BEFORE AFTER, or a folder of "
            "them, of one file a date or files named alike but for VV and VH."
        )
    return dates


def date_of_source(source: RasterSource, bands: Sequence[str] = ()) -> RadarDate:
    """A file that holds all bands of a date.

    Args:
        source: the file.
        bands: polarisations of its bands as a person states them; empty: the file tells.

    Raises:
        RadarError: more or fewer are stated than it has.
    """
    with source.reading() as file:
        descriptions, tags = file.descriptions, file.tags()
    if bands and len(bands) != len(descriptions):
        raise RadarError(
            f"{source.name} has {len(descriptions)} bands, and {len(bands)} polarisations were stated; name "
            "each in order, such as --bands VV,VH."
        )
    named = tuple(bands) or polarisations_of(descriptions, source.path.stem)
    known = [
        RadarBand(replace(source, colours=(number,)), name)
        for number, name in enumerate(named, 1)
        if name is not None or not any(named)
    ]
    return RadarDate(source.name, source.date, tuple(known), geometry_of(source.path.stem, tags))


def _one(path: Path) -> RadarDate:
    if not is_folder(path):
        return date_of_source(open_source(path))
    dates = _in_folder(path)
    if len(dates) != 1:
        raise RadarError(
            f"{shown(path)} holds {len(dates)} dates of radar, where one was meant; give the folder alone to compare "
            "all of them, or name the files."
        )
    return dates[0]


def _in_folder(folder: Path) -> tuple[RadarDate, ...]:
    """The dates of a folder, in the order of their days or else of their names."""
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
    together: dict[str, list[RadarDate]] = {}
    for path in files:
        date = date_of_source(open_source(path))
        if any(band.polarisation for band in date.bands):
            together.setdefault(without_polarisation(path.stem), []).append(date)
    dates = [_joined(parts) for parts in together.values()]
    return tuple(sorted(dates, key=lambda date: (date.day or "", date.name)))


def _joined(parts: Iterable[RadarDate]) -> RadarDate:
    """One date of the files of its polarisations."""
    first, *others = parts
    bands = {band.polarisation: band for date in (first, *others) for band in date.bands}
    return replace(first, bands=tuple(bands.values()))
