"""A workspace that is open for a time: its results as tables and arrays, and its end. Knows no question."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Self

from agent.errors import SessionClosedError
from mci_model.prediction import Window
from tools.outputs.arrays import ChangeArrays, read_arrays
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    import geopandas as gpd

    from tools.measurements.series_changes import SeriesChart
    from tools.series.maps.series_map import SeriesChange


class OpenWorkspace:
    """A workspace until it is closed; `with` closes it at the end."""

    def __init__(self, workspace: Workspace, *, temporary: bool = False) -> None:
        """Open it.

        Args:
            workspace: holds the image pairs.
            temporary: whether its folder was made for this use alone, and is removed with it.
        """
        self.workspace = workspace
        self._temporary, self._closed = temporary, False

    def objects(self, pair: str | None = None) -> gpd.GeoDataFrame:
        """The changed objects that count, one row each, with their outlines; a table of your own to change.

        Columns are those of objects.gpkg: id, class, status, pixels, area_m2, perimeter_m, probability, touches_edge,
        longitude and latitude. Outlines are in the pair's CRS; without one, in pixels from the top left corner, rows
        counted downwards as negative numbers.

        Args:
            pair: another pair of this session: its id or a file's stem; None: the current one.

        Raises:
            SessionClosedError: the session was closed.
            NoPairError, UnknownPairError: there is no such pair.
            ResolutionError, AreaError: the pair cannot be interpreted.

        Examples:
            >>> import terradelta
            >>> with terradelta.open("before.tif", "after.tif") as session:
            ...     objects = session.objects()
            >>> objects.crs.to_string(), objects["class"].value_counts()["building"].item()
            ('EPSG:32614', 7)
        """
        self._check_open()
        return self.workspace.outlines(self.workspace.pair(pair)).copy()

    def series_change(
        self, index: str | None = None, since: str | None = None, until: str | None = None
    ) -> SeriesChange:
        """When, where and by how much an index changed over the dates of the open series; map files are written.

        Args:
            index: an index or a band in lower case; None: what the files hold, else NDVI.
            since: first date that counts: a day, a month or a year; None: all.
            until: last date that counts.

        Raises:
            SessionClosedError: the session was closed.
            NoSeriesError, UnknownDateError: there is no series, or too few of its dates lie between.
            UnknownIndexError, MissingBandsError, ReflectanceError: the index cannot be computed.
        """
        from tools.measurements.series_changes import series_change

        self._check_open()
        return series_change(self.workspace, index, since, until).change

    def series_chart(self, index: str | None = None, zone: str | None = None) -> SeriesChart:
        """The chart of the whole place, or of a zone, over the dates of the open series.

        Args:
            index: as for `series_change`.
            zone: name of a zone of the settings; None: the whole place.

        Raises:
            SessionClosedError: the session was closed.
            NoSeriesError, UnknownZonesError: there is no series, or no such zone.
            UnknownIndexError, MissingBandsError, ReflectanceError: the index cannot be computed.
        """
        from tools.measurements.series_changes import series_chart

        self._check_open()
        return series_chart(self.workspace, index, zone)

    def change_map(self, pair: str | None = None, window: tuple[int, int, int, int] | None = None) -> ChangeArrays:
        """The map of change as arrays in memory, with probabilities, valid mask, transform, CRS, bounds and units.

        It takes 10 bytes a pixel, and at most 67,108,864 px (640 MiB) are read at once; of larger scenes give a window.

        Args:
            pair: another pair of this session: its id or a file's stem; None: the current one.
            window: (top, left, height, width) in pixels of the pair; None: all of it.

        Raises:
            SessionClosedError: the session was closed.
            NoPairError, UnknownPairError: there is no such pair.
            ResolutionError, AreaError: the pair cannot be interpreted.
            WindowError: the window does not lie within the pair, or holds too many pixels.

        Examples:
            >>> import terradelta
            >>> with terradelta.open("before.tif", "after.tif") as session:
            ...     change = session.change_map()
            >>> change.classes.shape, change.crs, change.bounds, change.units
            ((256, 256), 'EPSG:32614', (623000.0, 3349872.0, 623128.0, 3350000.0), 'metre')
            >>> bool((change.classes[change.valid] <= 2).all())
            True
        """
        self._check_open()
        space = self.workspace
        chosen = space.pair(pair)
        return read_arrays(space.change(chosen), space.seen(chosen), None if window is None else Window(*window))

    def close(self) -> None:
        """End the session, and remove its folder if that was a temporary one made for it; answers stay readable."""
        if self._temporary and not self._closed:
            shutil.rmtree(self.workspace.folder)
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._closed:
            raise SessionClosedError("This session was closed; open the images again.")
