"""Dates of radar held against each other: their order, their orbit, and the polarisations that all have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tools.errors import RadarError
from tools.notices import conjoined, listed, notice
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
        text = (
            "Two of the files are of {day}; give one a date, or join neighbouring slices of one pass first: "
            "gdal_merge.py."
        )
        raise RadarError(notice("two-of-one-day", text, day=twice))
    if len(known) < len(days):
        lacking = next(date.name for date in dates if date.day is None)
        text = "{name} tells no day, so the files are taken in the order in which they were given."
        return dates, (notice("order-as-given", text, name=lacking),)
    if days == sorted(known):
        return dates, ()
    if len(dates) == TWO:
        text = "The first image is of {first}, later than the second ({second}): perhaps they are swapped."
        return dates, (notice("days-swapped", text, first=known[0], second=known[1]),)
    told = notice("put-in-order", "The files were put in the order of their days.")
    return tuple(sorted(dates, key=lambda date: date.day or "")), (told,)


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
            raise RadarError(_mixed(first, date, how))
        return (
            notice(
                "mixed-orbits",
                "The dates are of different orbits ({how}), as was asked for: slopes, woods and houses may seem to "
                "change though nothing did.",
                how=how,
            ),
        )
    silent = [date.name for date in dates if not date.geometry.is_told]
    if not silent:
        return ()
    told = conjoined([*filter(None, [", ".join(silent[:-1])]), silent[-1]])
    if len(silent) == 1:
        text = "{names} tells no orbit; the dates are taken to be of one relative orbit and pass."
        return (notice("no-orbit", text, names=told),)
    text = "{names} tell no orbit; the dates are taken to be of one relative orbit and pass."
    return (notice("no-orbits", text, names=told),)


def _mixed(first: RadarDate, other: RadarDate, how: str) -> str:
    return notice(
        "orbits-differ",
        "{first} and {other} were taken from different orbits ({how}), so slopes and houses look different without any "
        "change; give dates of one relative orbit, or pass --mixed-orbits to compare them all the same.",
        first=first.name,
        other=other.name,
        how=how,
    )


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
                notice(
                    "unnamed-radar-bands",
                    "{name} has {count} bands without names; name them: --bands VV,VH for each band in order, or give "
                    "a file of backscatter alone.",
                    name=date.name,
                    count=len(unnamed),
                )
            )
        if not unnamed:
            named.append(date)
            continue
        names = _by_brightness([drawn[band.source.path, band.source.colours] for band in unnamed])
        bands = tuple(RadarBand(band.source, name) for band, name in zip(unnamed, names, strict=True))
        named.append(replace(date, bands=bands))
        if len(unnamed) == TWO:
            text = "{name} does not name its bands; the brighter one ({band}) is taken for VV."
            notes.append(notice("brighter-as-vv", text, name=date.name, band=names.index(CO) + 1))
        else:
            text = "{name} does not name its band, which is taken for VV; if it is not, state --bands VH."
            notes.append(notice("band-as-vv", text, name=date.name))
    return tuple(named), [dict(drawn) for drawn in sketches], tuple(notes)


def common_polarisations(dates: tuple[RadarDate, ...]) -> tuple[tuple[RadarDate, ...], tuple[str, ...]]:
    """The dates with the polarisations that all have, and a note on those that some lack.

    Raises:
        RadarError: none is common to all.
    """
    names = [{band.polarisation for band in date.bands} for date in dates]
    shared, every = set.intersection(*names), set.union(*names)
    if not shared:
        raise RadarError(_nothing_shared(dates, names))
    order = sorted(shared, key=lambda name: (name or "")[::-1], reverse=True)
    kept = tuple(replace(date, bands=tuple(date.band(name) for name in order)) for date in dates)
    return kept, tuple(_polarisation_notes(shared, every))


def _polarisation_notes(shared: set[str | None], every: set[str | None]) -> Iterator[str]:
    if every - shared:
        text = "Only {shared} is compared, since not all dates have {other}."
        yield notice("shared-polarisation", text, shared=_listed(shared), other=_listed(every - shared))
    elif len(shared) == 1:
        text = "There is one polarisation ({name}) alone; with VV and VH more change would be found."
        yield notice("one-polarisation", text, name=_listed(shared))


def _nothing_shared(dates: Sequence[RadarDate], names: Sequence[set[str | None]]) -> str:
    has = [
        notice("has-polarisations", "{name} has {names}", name=date.name, names=_listed(of))
        for date, of in zip(dates, names, strict=True)
    ]
    text = "The dates have no polarisation in common: {told}; give the same one of all dates."
    return notice("no-common-polarisation", text, told=listed(has, semicolons=True))


def _by_brightness(values: Sequence[Any]) -> list[str]:
    medians = [float(np.median(one[one != 0])) if (one != 0).any() else 0.0 for one in values]
    if len(medians) < TWO:
        return [CO]
    return [CO, CROSS] if medians[0] >= medians[1] else [CROSS, CO]


def _listed(names: set[str | None]) -> str:
    return " and ".join(sorted(str(name) for name in names))
