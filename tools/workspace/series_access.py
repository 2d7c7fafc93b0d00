"""The series of dates of one conversation, and what was found in it, each computed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import rasterio

from tools.errors import NoSeriesError, UnknownDateError
from tools.notices import notice
from tools.pairs.grid_reader import GridReader
from tools.rasters.cog import map_profile, write_cog
from tools.series.maps.series_map import SeriesFound
from tools.series.opening.open_series import open_series
from tools.series.series import ImageSeries, Scene

SKETCH_SIDE = 64
MIN_DATA_SHARE = 0.5
"""Share of a scene that must hold data for it to be taken for one of a pair."""


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What was asked of the series."""

    index: str
    since: str | None
    until: str | None
    min_change: float


class SeriesAccess:
    """A series, opened once."""

    def __init__(self, folder: Path) -> None:
        """Hold none yet; `folder` is for files that are stacked or converted."""
        self._folder = folder
        self._series: ImageSeries | None = None
        self._paths: tuple[Path, ...] = ()
        self._found: dict[SeriesKey, SeriesFound] = {}

    def open(self, paths: Sequence[Path]) -> ImageSeries:
        """Open files as the series of this conversation, as `tools.series.opening.open_series`, with its errors."""
        self._series = open_series(paths, self._folder)
        self._paths = tuple(paths)
        self._found.clear()
        return self._series

    @property
    def is_open(self) -> bool:
        """Whether there is a series."""
        return self._series is not None

    @property
    def paths(self) -> tuple[Path, ...]:
        """What the series was opened from."""
        return self._paths

    @property
    def series(self) -> ImageSeries:
        """The series.

        Raises:
            NoSeriesError: none was opened.
        """
        if self._series is None:
            text = (
                "Changes over time need three dates or more; open a series: a folder, files, or a CSV file of "
                "path,date."
            )
            raise NoSeriesError(notice("no-series", text))
        return self._series

    def once(self, key: SeriesKey, find: Callable[[], SeriesFound]) -> SeriesFound:
        """What was found for a key, computed at first use."""
        if key not in self._found:
            self._found[key] = find()
        return self._found[key]

    def clear(self) -> None:
        """Forget what was found, because the settings have changed."""
        self._found.clear()

    def day_near(self, day: str) -> str:
        """The date with data that is nearest to a day, a month or a year; errors as for `ImageSeries.nearest`."""
        empty: set[str] = set()
        while True:
            found = self.series.nearest(day, empty)
            if found in empty or self._has_data(self.series.of_day(found)[0]):
                return found
            empty.add(found)

    def days_near(self, before: str | None, after: str | None) -> tuple[str, str]:
        """The dates with data that are nearest to two days, months or years; the first and the last one where None.

        Raises:
            UnknownDateError: as for `ImageSeries.nearest`, or both are nearest to the same date.
        """
        days = self.series.days
        first = days[0] if before is None else self.day_near(before)
        last = days[-1] if after is None else self.day_near(after)
        if first == last:
            text = "Both {before} and {after} are nearest to {day}; name dates further apart."
            told = {"before": before or days[0], "after": after or days[-1], "day": first}
            raise UnknownDateError(notice("same-date", text, **told))
        return first, last

    def _has_data(self, scene: Scene) -> bool:
        """Whether at least half of a scene holds data, clouds not asked about."""
        pair = self.series.as_pair(scene)
        source = scene.source if scene.band is not None else replace(scene.source, colours=(1,))
        with GridReader(source, pair.grid, pair.grid.first) as reader:
            return bool(reader.sketch(SKETCH_SIDE).valid.mean() >= MIN_DATA_SHARE)

    def file_of(self, day: str) -> Path:
        """The file of a date, as a pair takes it; a band of a file of many dates is written as a file of its own."""
        scene = self.series.of_day(day)[0]
        return scene.source.path if scene.band is None else _extracted(scene, self._folder)


def _extracted(scene: Scene, folder: Path) -> Path:
    source, band = scene.source, scene.band or 1
    path = folder / f"{source.path.stem}-{scene.day}.tif"
    if not path.exists():

        def fill(file: rasterio.io.DatasetWriter) -> None:
            with source.reading() as read:
                file.set_band_description(1, source.path.stem)
                file.scales, file.offsets = (read.scales[band - 1],), (read.offsets[band - 1],)
                file.write(read.read(band), 1)

        profile = map_profile(source.size, source.georeference)
        write_cog(
            path, profile | {"count": 1, "dtype": source.dtype, "nodata": source.nodata}, fill, compress="DEFLATE"
        )
    return path
