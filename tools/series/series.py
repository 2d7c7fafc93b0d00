"""A series of dates of one place on one grid. Pixels are read only when needed; knows no index and no statistics."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import UnknownDateError
from tools.notices import notice
from tools.pairs.common_grid import PairGrid
from tools.pairs.pair import ImagePair
from tools.pairs.radiometry import Stretch
from tools.rasters.georeference import Georeference
from tools.rasters.opener import RasterSource

SERIES = "series"
"""Id under which files and results of a series are kept."""
DAYS_OF_YEAR = 365.25
MAX_LISTED = 6
"""Dates that are named where one is not found."""


@dataclass(frozen=True)
class Scene:
    """One file, or one band of it, that belongs to a date."""

    source: RasterSource
    day: str
    """ISO 8601."""
    band: int | None = None
    """The only band that is meant, from 1; None: the file is of one date."""
    part: Window | None = None
    """The series' grid as a window of the file, where pixels coincide; None where it is warped."""


@dataclass(frozen=True)
class ImageSeries:
    """Images of one place at three dates or more."""

    scenes: tuple[Scene, ...]
    """By day; those of one day are merged when they are read."""
    height: int
    width: int
    georeference: Georeference | None
    notes: tuple[str, ...] = ()
    """What was assumed and done to make them one series."""

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.height, self.width

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The dates, ISO 8601, each once, in order."""
        return tuple(dict.fromkeys(scene.day for scene in self.scenes))

    @cached_property
    def years(self) -> npt.NDArray[np.float64]:
        """(dates,) decimal years: whole numbers are turns of the year."""
        return np.array([decimal_year(day) for day in self.days])

    def of_day(self, day: str) -> tuple[Scene, ...]:
        """The scenes of a date."""
        return tuple(scene for scene in self.scenes if scene.day == day)

    def between(self, since: str | None, until: str | None) -> ImageSeries:
        """The dates from one on and up to another one, both included.

        Args:
            since: a day, a month or a year (2021-06-30, 2021-06, 2021); None: from the first date on.
            until: likewise; None: up to the last date.

        Raises:
            UnknownDateError: that is no date, or fewer than three dates lie between.
        """
        low, high = bounds(since)[0], bounds(until)[1]
        scenes = tuple(scene for scene in self.scenes if low <= scene.day <= high)
        found = dict.fromkeys(scene.day for scene in scenes)
        if len(found) < MIN_DATES:
            raise UnknownDateError(
                notice(
                    "few-dates",
                    "{count} of the {all} dates lie from {since} to {until}, and changes over time need {least}; the "
                    "dates go from {first} to {last}.",
                    count=len(found),
                    all=len(self.days),
                    since=since or notice("the-first", "the first"),
                    until=until or notice("the-last", "the last"),
                    least=MIN_DATES,
                    first=self.days[0],
                    last=self.days[-1],
                )
            )
        return ImageSeries(scenes, self.height, self.width, self.georeference, self.notes)

    def nearest(self, day: str, but: Collection[str] = ()) -> str:
        """The date of the series that is nearest to a day, a month or a year, of those that are not left out.

        Raises:
            UnknownDateError: that is no date, or it lies outside the series by more than a year.
        """
        low, high = bounds(day)
        middle = (date.fromisoformat(low).toordinal() + date.fromisoformat(high).toordinal()) / 2
        best = min(
            [one for one in self.days if one not in but] or self.days,
            key=lambda one: abs(date.fromisoformat(one).toordinal() - middle),
        )
        if abs(date.fromisoformat(best).toordinal() - middle) > DAYS_OF_YEAR:
            text = "No date lies near {day}; the dates go from {first} to {last}."
            raise UnknownDateError(notice("no-date-near", text, day=day, first=self.days[0], last=self.days[-1]))
        return best

    @cached_property
    def frame(self) -> ImagePair:
        """The grid of the series as a pair of one image with itself, on which areas and zones can be laid."""
        return self.as_pair(self.scenes[0])

    def as_pair(self, scene: Scene) -> ImagePair:
        """One scene as both dates of a pair on the grid of the series, so that its bands can be read as a pair's."""
        grid = PairGrid(self.height, self.width, self.georeference, scene.part, scene.part, 1.0, ())
        return ImagePair(SERIES, (scene.source, scene.source), grid, Stretch("digital numbers", 0, 1), None)


MIN_DATES = 3
"""Dates from which on files are a series; of two the rest of the product speaks."""


def decimal_year(day: str) -> float:
    """A day as a year with its fraction."""
    found = date.fromisoformat(day)
    return found.year + (found.timetuple().tm_yday - 0.5) / DAYS_OF_YEAR


def bounds(text: str | None) -> tuple[str, str]:
    """First and last day of a day, a month or a year; of all time where None.

    Raises:
        UnknownDateError: it is none of these.
    """
    if text is None:
        return "0001-01-01", "9999-12-31"
    parts = text.strip().split("-")
    try:
        first = date(*(int(part) for part in (*parts, "1", "1")[:3]))
        if len(parts) == 1:
            last = date(first.year, 12, 31)
        elif len(parts) == 2:
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            last = date.fromordinal(after.toordinal() - 1)
        else:
            last = date(*(int(part) for part in parts))
    except (ValueError, TypeError, OverflowError) as error:
        told = notice("no-date", "{text} is no date; write 2021-06-30, 2021-06 or 2021.", text=repr(text[:20]))
        raise UnknownDateError(told) from error
    return first.isoformat(), last.isoformat()
