"""One conversation's pairs, interpretations and files. Tools show ids to the planner, never paths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd

from tools.alteration.band_layers import BandLayers
from tools.atomic_files import remove_leftovers
from tools.change.change_map import ChangeMap
from tools.errors import AreaError, NoZonesError, UnknownZonesError
from tools.inference.executor import Executor
from tools.inference.executors import SerialExecutor
from tools.inference.parts import InterpretedScene
from tools.notices import notice
from tools.outputs.artefacts import Artefact, ArtefactStore
from tools.pairs.areas import AreaOfInterest, Zones
from tools.pairs.pair import ImagePair, StatedDays
from tools.pairs.preflight import PairCard
from tools.polygons.polygon_source import PolygonSource
from tools.series.series import ImageSeries
from tools.types import Progress
from tools.workspace.archive_access import ArchiveAccess
from tools.workspace.call_log import CallLog
from tools.workspace.change_maps import ChangeMaps, bands_tell
from tools.workspace.measurements import Measurements
from tools.workspace.object_focus import ObjectFocus
from tools.workspace.pair_registry import BANDS, PairRegistry
from tools.workspace.polygon_files import PolygonFiles
from tools.workspace.run_settings import AS_IT_LIES, RunSettings, check_assumption, pixel_size
from tools.workspace.series_access import SeriesAccess

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from tools.archive import Archive, ChangeEmbedder


OPENED_WITH = ("align", "resample", "zones", "zone_id", "date_before", "date_after")
"""Settings that apply when a pair is opened."""


class Workspace:
    """State that the tools of one conversation share; it is injected, a planner cannot choose it.

    Its parts have one duty each: `pairs` the images, `over_time` a series of more than two dates,
    `search` the archive and its latest matches,
    `measurements` results from bands, `focus` the object mentioned last, `calls` what was called,
    `artefacts` the written files.
    """

    def __init__(
        self,
        folder: Path,
        predictor: Callable[[], ChangePredictor],
        progress: Progress | None = None,
        executor: Executor | None = None,
        settings: RunSettings = AS_IT_LIES,
        embedder: Callable[[], ChangeEmbedder] | None = None,
    ) -> None:
        """Work in `folder`.

        Args:
            folder: where files of this conversation are written; made when first needed. What killed processes have
                left half-written there is removed.
            predictor: called once, when a network is first needed.
            progress: called with windows done and windows in all while the network runs.
            executor: interprets the parts of a scene; None: this process.
            settings: of registration, area of interest and filter.
            embedder: called once, when an archive is first searched; None: the one that belongs to the network.
        """
        remove_leftovers(folder)
        self.folder, self._load, self._progress, self._settings = folder, predictor, progress, settings
        self._predictor: ChangePredictor | None = None
        self.artefacts = ArtefactStore(folder)
        self.pairs = PairRegistry(folder)
        self.over_time = SeriesAccess(folder / BANDS)
        self.focus = ObjectFocus()
        self.calls = CallLog()
        self.measurements = Measurements()
        self.search = ArchiveAccess(lambda: self.predictor, embedder)
        self._polygons = PolygonFiles(changed=self._drop_filtered)
        self._zone_sources: dict[str, PolygonSource] = {}
        parts_executor = executor or SerialExecutor(lambda: self.predictor)
        self._maps = ChangeMaps(folder, lambda: self.predictor, parts_executor, self._polygons)
        if settings.zone_source is not None:
            self._add_zones(settings.zone_source)

    @property
    def settings(self) -> RunSettings:
        """The current settings; see `choose`."""
        return self._settings

    @property
    def predictor(self) -> ChangePredictor:
        """The network, loaded at first use."""
        if self._predictor is None:
            self._predictor = self._load()
        return self._predictor

    @property
    def archive(self) -> Archive:
        """The archive that is searched; errors as for `ArchiveAccess.archive`."""
        return self.search.archive(self.settings.archive)

    @property
    def embedder(self) -> ChangeEmbedder:
        """The embedder of changes and sentences; errors as for `ArchiveAccess.embedder`."""
        return self.search.embedder

    @property
    def current(self) -> str | None:
        """Id of the current pair."""
        return self.pairs.current

    @property
    def progress(self) -> Progress | None:
        """What is told of windows that are done."""
        return self._progress

    def report_to(self, progress: Progress | None) -> None:
        """Report windows done to `progress` from now on."""
        self._progress = progress

    def open(self, before: Path, after: Path) -> ImagePair:
        """Open two files, or folders with a file a band, as a pair, and make it the current one.

        Raises:
            RasterError, PairError: the files cannot be used or compared; the conversation stays as it was.
            AreaError: the area of interest or the zones cannot be used; raised before the network runs.
        """
        return self._open(before, after, (self.settings.date_before, self.settings.date_after))

    def open_series(self, paths: Sequence[Path]) -> ImageSeries:
        """Open three dates or more: files, folders of one date each, a folder of them, or a CSV file of path,date.

        Raises:
            SeriesError, RasterError: they make no series.
            AreaError: the area of interest or the zones cannot be used.
        """
        series = self.over_time.open(paths)
        self.area_of_interest(series.frame)
        if self.settings.zone_source is not None:
            self._polygons.zones(self.settings.zone_source, series.frame)
        return series

    def open_dates(self, before: str, after: str) -> ImagePair:
        """Make the images of two dates of the series the current pair.

        Raises:
            NoSeriesError, UnknownDateError: there is no series, or no such dates in it.
            RasterError, PairError: as for `open`.
        """
        days = self.over_time.days_near(before, after)
        first, last = (self.over_time.file_of(day) for day in days)
        known = self.pairs.known(first, last)
        return self._open(first, last, days) if known is None else self.pairs.select(known.id)

    def read_dates(self, before: str, after: str, *, align: bool = False, resample: float | None = None) -> ImagePair:
        """Two dates of the series as a pair of their own, which the conversation does not get.

        Raises:
            NoSeriesError: there is no series.
            RasterError, PairError: as for `open`.
        """
        first, last = (self.over_time.file_of(day) for day in (before, after))
        pair = self.pairs.read(first, last, align=align, resample=resample, days=(before, after))
        return replace(pair, id=f"{before}_{after}")

    def assume_pixel_size(self, pair: ImagePair, metres: float) -> None:
        """Assume this side of a pixel for all pairs that are not georeferenced.

        Raises:
            StatementError: the pair is georeferenced, or that is no size.
        """
        check_assumption(pair, metres)
        self.choose(replace(self.settings, pixel_size_m=pixel_size(metres)))

    def _open(self, before: Path, after: Path, days: StatedDays) -> ImagePair:
        current = self.settings
        pair = self.pairs.read(before, after, align=current.align, resample=current.resample, days=days)
        if current.pixel_size_m is not None and not len(self.pairs):
            check_assumption(pair, current.pixel_size_m)
        self.area_of_interest(pair)
        if current.zone_source is not None:
            self._polygons.zones(current.zone_source, pair)
        return self.pairs.add(pair)

    def swap(self, pair: ImagePair) -> ImagePair:
        """Make the current pair that of the same files in the other order; days that are stated stay with their files.

        Raises:
            RasterError, PairError, AreaError: as for `open`.
        """
        before, after = (source.path for source in pair.sources)
        known = self.pairs.known(after, before)
        if known is not None:
            return self.pairs.select(known.id)
        return self._open(after, before, (self.settings.date_after, self.settings.date_before))

    def turn_to(self, before: Path, after: Path) -> ImagePair:
        """Make the pair of these files the current one; it is opened if it is not yet.

        Raises:
            RasterError, PairError, AreaError: as for `open`.
        """
        known = self.pairs.known(before, after)
        return self.open(before, after) if known is None else self.pairs.select(known.id)

    def pair(self, name: str | None = None) -> ImagePair:
        """The pair called `name` (its id or a file's stem), or the current one; errors as for `PairRegistry.get`.

        Where none was opened, but a series was, it is that of the first and the last date.
        """
        if self.current is None and self.over_time.is_open:
            days = self.over_time.series.days
            self.open_dates(days[0], days[-1])
        return self.pairs.get(name)

    def card(self, pair: ImagePair) -> PairCard:
        """The pair's preflight card, made once."""
        return self.pairs.card(pair)

    def choose(self, settings: RunSettings) -> None:
        """Change area of interest and filter; the network does not run again, files of the earlier filter are removed.

        Settings that apply when a pair is opened stay.
        """
        current = self.settings
        kept = {name: getattr(current, name) for name in OPENED_WITH}
        self._settings = replace(settings, **kept)
        self._drop_filtered()

    def _drop_filtered(self) -> None:
        self._maps.drop_outlines()
        self.focus.clear()
        self.measurements.clear()
        self.over_time.clear()
        self.artefacts.drop_filtered()

    def change(self, pair: ImagePair) -> ChangeMap:
        """The change map of the pair with the current settings; the network runs once.

        Errors as for `ChangeMaps.of`.
        """
        return self._maps.of(pair, self.settings, self._progress)

    def told_change(self, pair: ImagePair) -> ChangeMap:
        """The change map; where pixels are too coarse for the network, that of any change by the bands.

        Errors as for `change`; a `ResolutionError` where the bands tell nothing either.
        """
        return self._maps.told(pair, self.settings, self._progress)

    def bands_tell(self, pair: ImagePair) -> bool:
        """Whether this pair's bands tell its change, its pixels being too coarse; nothing is looked at for it."""
        return bands_tell(pair, self.settings)

    def band_layers(self, pair: ImagePair) -> BandLayers | None:
        """What the bands of a pair were found to tell, pixel by pixel; None where they were not asked."""
        return self._maps.band_layers(pair)

    def known_change(self, pair: ImagePair) -> ChangeMap | None:
        """The change map, by network or bands, if it exists; nothing is looked at for it."""
        return self._maps.known(pair, self.settings)

    def seen(self, pair: ImagePair) -> InterpretedScene:
        """The interpreted parts of the pair within the area of interest; errors as for `change`."""
        return self._maps.seen(pair, self.settings, self._progress)

    def outlines(self, pair: ImagePair) -> gpd.GeoDataFrame:
        """The objects that count with their outlines, as `tools.outputs.vectors.outlines`; drawn once."""
        return self._maps.outlines(pair, self.settings, self._progress)

    def area_of_interest(self, pair: ImagePair) -> AreaOfInterest | None:
        """The area of interest on the pair's grid; None where there is none.

        Raises:
            AreaError: it cannot be used, or lies elsewhere.
        """
        text = self.settings.area_of_interest
        return None if text is None else self._polygons.area_of_interest(text, pair)

    def warnings(self, pair: ImagePair) -> tuple[str, ...]:
        """Warnings about a pair, and about the area of interest as long as it can be used."""
        try:
            area = self.area_of_interest(pair)
        except AreaError:
            area = None
        return (*self.card(pair).warnings, *(area.notes if area else ()))

    def add_zones(self, path: Path) -> Artefact:
        """Register a polygon file of zones, or a layer as `FILE|layer=NAME`; it is read when it is first needed."""
        return self._add_zones(PolygonSource.named(str(path)))

    def _add_zones(self, source: PolygonSource) -> Artefact:
        artefact = self.artefacts.add(Artefact(f"zones:{source.stem}", "zones", "", source.path, filtered=False))
        self._zone_sources[artefact.id] = source
        return artefact

    def zones(self, pair: ImagePair, artefact_id: str | None = None) -> tuple[Artefact, Zones]:
        """The zones of that id, or those given last, on the pair's grid.

        Raises:
            NoZonesError: none were given.
            UnknownZonesError: none have this id.
            AreaError: their file cannot be used, or lies elsewhere.
        """
        artefact, source = self.zone_source(artefact_id)
        return artefact, self._polygons.zones(source, pair)

    def zone_source(self, artefact_id: str | None = None) -> tuple[Artefact, PolygonSource]:
        """The file of the zones of that id, or of those given last; errors as for `zones` where there are none."""
        known = [artefact for artefact in self.artefacts if artefact.kind == "zones"]
        if not known:
            raise NoZonesError(notice("no-zones", "No zones were given; pass a polygon file with --zones."))
        matching = [artefact for artefact in known if artefact_id in (None, artefact.id)]
        if not matching:
            ids = ", ".join(artefact.id for artefact in known)
            text = "There are no zones {asked}; there is {known}."
            raise UnknownZonesError(notice("unknown-zones", text, asked=repr(artefact_id), known=ids))
        return matching[-1], self._zone_sources[matching[-1].id]
