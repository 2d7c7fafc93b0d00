"""Dates of radar held against each other: their order, their orbit, and the polarisations that all have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tools.errors import RadarError
from tools.radar.acquisitions.radar_files import RadarBand, RadarDate

CO, CROSS = "VV", "VH"
TWO = 2
Sketches = list[dict[tuple[Path, tuple[int, ...]], Any]]


def in_order(dates: tuple[RadarDate, ...]) -> tuple[tuple[RadarDate, ...], tuple[str, ...]]:
    """The dates in the order of their days, and notes; two dates stay as they were given.

    Raises:
        RadarError: two dates are of one day.
    """
    days = [date.day for date in dates]
    known = [day for day in days if day is not None]
    if len(set(known)) < len(known):
        twice = next(day for day in known if known.count(day) > 1)
        raise RadarError(
            f"Two of the files are of {twice}; give one a date, or join neighbouring slices of "
            "one pass first: gdal_merge.py."
        )
    if len(known) < len(days):
        lacking = next(date.name for date in dates if date.day is None)
        return dates, (f"{lacking} tells no day, so the files are taken in the order in which they were given.",)
    if days == sorted(known):
        return dates, ()
    if len(dates) == TWO:
        return dates, (
            f"The first image is of {days[0]}, later than the second ({days[1]}): perhaps they are swapped.",
        )
    return tuple(sorted(dates, key=lambda date: date.day or "")), ("The files were put in the order of their days.",)


def check_one_orbit(dates: Sequence[RadarDate], *, mixed: bool) -> tuple[str, ...]:
    """Notes on the orbit of the dates.

    Args:
        dates: the dates.
        mixed: whether several orbits are allowed.

    Raises:
        RadarError: they are of several orbits or passes, and that was not asked for.
    """
    first = dates[0]
    for date in dates[1:]:
        how = first.geometry.differs(date.geometry)
        if how is None:
            continue
        if not mixed:
            raise RadarError(
                f"{first.name} and {date.name} were taken from different orbits ({how}), so slopes and houses look "
                "different without any change; give dates of one relative orbit, or pass --mixed-orbits to compare "
                "them all the same."
            )
        return (
            f"The dates are of different orbits ({how}), as was asked for: slopes, woods and houses may seem to change "
            "though nothing did.",
        )
    silent = [date.name for date in dates if not date.geometry.is_told]
    if not silent:
        return ()
    told = " and ".join(filter(None, [", ".join(silent[:-1]), silent[-1]]))
    tell = "tells" if len(silent) == 1 else "tell"
    return (f"{told} {tell} no orbit; the dates are taken to be of one relative orbit and pass.",)


def ordered_bands(
    dates: tuple[RadarDate, ...], sketches: Sequence[Mapping[tuple[Path, tuple[int, ...]], Any]]
) -> tuple[tuple[RadarDate, ...], Sketches, tuple[str, ...]]:
    """Dates whose unnamed bands have names: of two, the brighter one is VV, as it is over nearly all ground."""
    notes = list[str]()
    named = []
    for date, drawn in zip(dates, sketches, strict=True):
        unnamed = [band for band in date.bands if band.polarisation is None]
        if len(unnamed) > TWO:
            raise RadarError(
                f"{date.name} has {len(unnamed)} bands without names; name them: --bands VV,VH for each band in order, "
                "or give a file of backscatter alone."
            )
        if not unnamed:
            named.append(date)
            continue
        names = _by_brightness([drawn[band.source.path, band.source.colours] for band in unnamed])
        bands = tuple(RadarBand(band.source, name) for band, name in zip(unnamed, names, strict=True))
        named.append(replace(date, bands=bands))
        if len(unnamed) == TWO:
            notes.append(
                f"{date.name} does not name its bands; the brighter one ({names.index(CO) + 1}) is taken for VV."
            )
        else:
            notes.append(f"{date.name} does not name its band, which is taken for VV; if it is not, state --bands VH.")
    return tuple(named), [dict(drawn) for drawn in sketches], tuple(notes)


def common_polarisations(dates: tuple[RadarDate, ...]) -> tuple[tuple[RadarDate, ...], tuple[str, ...]]:
    """The dates with the polarisations that all have, and a note on those that some lack.

    Raises:
        RadarError: none is common to all.
    """
    names = [{band.polarisation for band in date.bands} for date in dates]
    shared, every = set.intersection(*names), set.union(*names)
    if not shared:
        told = "; ".join(f"{date.name} has {_listed(of)}" for date, of in zip(dates, names, strict=True))
        raise RadarError(f"The dates have no polarisation in common: {told}; give the same one of all dates.")
    order = sorted(shared, key=lambda name: (name or "")[::-1], reverse=True)
    kept = tuple(replace(date, bands=tuple(date.band(name) for name in order)) for date in dates)
    notes = (
        [f"Only {_listed(shared)} is compared, since not all dates have {_listed(every - shared)}."]
        if every - shared
        else []
    )
    if every == shared and len(shared) == 1:
        notes.append(f"There is one polarisation ({_listed(shared)}) alone; with VV and VH more change would be found.")
    return kept, tuple(notes)


def _by_brightness(values: Sequence[Any]) -> list[str]:
    medians = [float(np.median(one[one != 0])) if (one != 0).any() else 0.0 for one in values]
    if len(medians) < TWO:
        return [CO]
    return [CO, CROSS] if medians[0] >= medians[1] else [CROSS, CO]


def _listed(names: set[str | None]) -> str:
    return " and ".join(sorted(str(name) for name in names))
